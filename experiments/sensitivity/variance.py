"""Sobol: which part of the spread of an outcome comes from which number, alone and with others.

The first order is what a number does alone, the total what it does with others too. Both come
with the half-width of a 95 % interval. A negative estimate or a sum above 1 says that there were
too few rows.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from experiments.sensitivity.studies import Done

FEWEST_ROWS = 8
NO_SPREAD = 1e-12
"""Spread over the size of an outcome below which it does not vary at all."""


@dataclass(frozen=True)
class Index:
    """What one number accounts for of the variance, with the half-widths of 95 % intervals."""

    name: str
    first: float
    first_confidence: float
    total: float
    total_confidence: float


@dataclass(frozen=True)
class Divided:
    """One outcome: indices with the largest total first, over ``rows`` whole rows.

    ``noise`` is the part of the variance over points that luck alone gives (NaN for one run);
    ``on_assumed`` the part of the sum of totals on numbers that are assumed.
    """

    outcome: str
    indices: tuple[Index, ...]
    rows: int
    left_out: int
    spread: float
    noise: float
    on_assumed: float


def divide(done: Done, is_assumed: Callable[[str], bool]) -> dict[str, Divided | None]:
    """Every outcome; None where it does not vary or too few whole rows are left."""
    return {key: _one(done, key, is_assumed) for key in done.study.outcomes}


def _one(done: Done, key: str, is_assumed: Callable[[str], bool]) -> Divided | None:
    _, values, left_out = done.outcome(key)
    if len(values) < FEWEST_ROWS:
        return None
    means = values.mean(axis=2)
    spread = float(means.std())
    if spread <= NO_SPREAD * max(1.0, float(np.abs(means).max())):
        return None
    indices = _analysed(done, means.reshape(-1))
    totals = {index.name: max(0.0, index.total) for index in indices}
    whole = sum(totals.values())
    on_assumed = sum(total for name, total in totals.items() if is_assumed(name))
    runs = values.shape[2]
    luck = values.var(axis=2, ddof=1).mean() / runs if runs > 1 else np.nan
    return Divided(
        outcome=key,
        indices=tuple(sorted(indices, key=lambda index: -index.total)),
        rows=len(values),
        left_out=left_out,
        spread=spread,
        noise=float(np.minimum(1.0, luck / spread**2)),
        on_assumed=on_assumed / whole if whole > 0.0 else float("nan"),
    )


def _analysed(done: Done, means: np.ndarray) -> list[Index]:
    from SALib.analyze import sobol  # here: it loads much

    design = done.study.design
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of what is reported beside it
        found = sobol.analyze(
            design.problem(), means, calc_second_order=False, seed=design.seed or None
        )
    return [
        Index(name, float(first), float(near), float(total), float(wide))
        for name, first, near, total, wide in zip(
            design.names, found["S1"], found["S1_conf"], found["ST"], found["ST_conf"], strict=True
        )
    ]
