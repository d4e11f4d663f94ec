r"""How much of the spread over runs is luck: what differs between replicates of one point.

With values :math:`y_{pr}` of point p and replicate r, the noise share is

.. math::
    \frac{\mathrm{mean}_p \, \mathrm{var}_r(y_{pr})}{\mathrm{var}_{pr}(y_{pr})}

Where all points have the same luck, a part of that is common to them and drops out of every
difference. What is left when it is taken off is the luck of the points themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.analysis import found
from model.place_facts import Text


def shares(values: NDArray[np.float64]) -> dict[str, float]:
    """The noise share of [point, replicate], and the same without the luck that all points share.

    NaN with one replicate or one point; 0 where nothing varies at all.
    """
    points, runs = values.shape
    if runs < 2 or points < 2:
        return {"noise_share": np.nan, "own_noise_share": np.nan}
    total = float(values.var(ddof=1))
    if total == 0.0:
        return {"noise_share": 0.0, "own_noise_share": 0.0}
    within = float(values.var(axis=1, ddof=1).mean())
    rest = values - values.mean(axis=1, keepdims=True) - values.mean(axis=0) + values.mean()
    own = float((rest**2).sum()) / ((points - 1) * (runs - 1))
    return {"noise_share": min(1.0, within / total), "own_noise_share": min(1.0, own / total)}


def told(noise: dict[str, float], runs: int, at: Text) -> tuple[Text, ...]:
    """The sentence on luck; with one replicate, that nobody can know."""
    if np.isnan(noise["noise_share"]):
        return (
            Text(
                f"{at.nl}met één herhaling per punt is niet te zeggen hoeveel toeval is.",
                f"{at.en}with one replicate of each point nobody can say how much is luck.",
            ),
        )
    share, own = (found.percent(noise[key]) for key in ("noise_share", "own_noise_share"))
    return (
        Text(
            f"{at.nl}{share.nl} van alle spreiding is toeval ({runs} herhalingen per punt); "
            f"{own.nl} blijft over zonder het toeval dat alle punten delen.",
            f"{at.en}{share.en} of all spread is luck ({runs} replicates of each point); "
            f"{own.en} is left without the luck that all points share.",
        ),
    )
