r"""Convergence: how sure the mean becomes with more replicates, and when there are enough.

The mean over n replicates has a 95 % interval of half-width

.. math::
    h_n = t_{0.975, n-1} \, s / \sqrt{n}

Enough is the least n with a half-width no larger than what matters. The spread s is itself an
estimate; its own 95 % interval (chi-square) says how far off that n may be. A replicate is one
piece of luck: where there are several points, its value is the mean over them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from experiments.analysis import found, guards, origin, reading
from experiments.analysis.found import Found
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Frame, stacked, tabled
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused

KIND = "convergence"
FEWEST = 3
LEVEL = 0.95
MOST = 1_000_000
"""Beyond so many replicates nobody looks for the number that would do."""


def converge(
    results: Results, about: Subject, precise: float | None = None, leave_out: bool = False
) -> Found:
    """A row for each place and number of replicates: mean, half-width, and what s would give.

    ``precise`` is the half-width asked for, usually the smallest difference that matters. Raises
    Refused for a study that is not whole or has too few replicates.
    """
    wanted = precise if precise is not None else about.margin
    if not wanted > 0:
        problem = Both("say how precise it must be", "zeg hoe precies het moet zijn")
        allowed = Both(
            "a number above 0, in the unit of the outcome",
            "een getal boven 0, in de eenheid van de uitkomst",
        )
        raise Refused(
            [Fault("--precise", "" if precise is None else f"{precise:g}", allowed, None, problem)]
        )
    frame = reading.values(results, about)
    frame, gone = guards.whole(frame, results, ("replicate",), leave_out)
    guards.enough(frame["replicate"].nunique(), FEWEST, "replicates", "herhalingen")
    parts, said = [], []
    several = len(set(frame["place"])) > 1
    for place, told in frame.groupby("place", sort=True):
        values = told.groupby("replicate", sort=True)["value"].mean().to_numpy(dtype=np.float64)
        rows = narrowing(values)
        needed = replicates_needed(values, wanted)
        parts.append(rows.assign(place=place, wanted=wanted, **needed))
        at = about.names.place(str(place))
        at = Text(f"{at.nl}: ", f"{at.en}: ") if several else Text("", "")
        said.append(_said(values, wanted, needed, at))
    table = stacked(parts)
    table = found.headed(table, about)
    said += found.left_out(gone, "replicates", "herhalingen")
    runs = found.runs_in(frame, about)
    asked, by = origin.options(leave_out, precise=precise), found.made_by(results)
    return Found(KIND, about, table, tuple(said), runs, gone, by, asked=asked)


def narrowing(values: NDArray[np.float64]) -> Frame:
    """Mean and half-width over the first n of [replicate], from two on, in the order they came.

    ``expected`` is the half-width that the spread over all replicates gives for n.
    """
    counts = np.arange(2, len(values) + 1)
    spread = values.std(ddof=1)
    rows = [
        {
            "replicates": int(n),
            "mean": float(values[:n].mean()),
            "half_width": half_width(float(values[:n].std(ddof=1)), int(n)),
            "expected": half_width(float(spread), int(n)),
        }
        for n in counts
    ]
    return tabled(rows)


def half_width(spread: float, n: int) -> float:
    """The half-width of the 95 % interval of a mean over n values with this spread."""
    return float(stats.t.ppf(0.5 + LEVEL / 2, n - 1) * spread / np.sqrt(n))


def replicates_needed(values: NDArray[np.float64], wanted: float) -> dict[str, Any]:
    """How many replicates bring the half-width down to ``wanted``, and between which limits."""
    degrees = len(values) - 1
    spread = float(values.std(ddof=1))
    low, high = stats.chi2.ppf([0.5 + LEVEL / 2, 0.5 - LEVEL / 2], degrees)
    ends = [spread * float(np.sqrt(degrees / each)) for each in (low, high)]
    return {
        "needed": _least(spread, wanted),
        "needed_low": _least(ends[0], wanted),
        "needed_high": _least(ends[1], wanted),
    }


def _least(spread: float, wanted: float) -> int:
    """The least n of which the half-width is small enough, at most MOST."""
    low, high = 2, MOST
    if half_width(spread, low) <= wanted:
        return low
    while high - low > 1:
        middle = (low + high) // 2
        if half_width(spread, middle) <= wanted:
            high = middle
        else:
            low = middle
    return high


def _said(values: NDArray[np.float64], wanted: float, needed: dict[str, Any], at: Text) -> Text:
    n = len(values)
    near, aim = found.short(half_width(float(values.std(ddof=1)), n)), found.short(wanted)
    mean = found.short(float(values.mean()))
    few, least, most = needed["needed"], needed["needed_low"], needed["needed_high"]
    said = Text(
        f"{at.nl}met {n} herhalingen is het gemiddelde {mean.nl} ± {near.nl}; "
        f"gevraagd is ± {aim.nl}.",
        f"{at.en}with {n} replicates the mean is {mean.en} ± {near.en}; asked for is ± {aim.en}.",
    )
    if few <= n:
        return Text(
            f"{said.nl} Dat is genoeg: {few} volstaan (tussen {least} en {most}).",
            f"{said.en} That is enough: {few} will do (between {least} and {most}).",
        )
    return Text(
        f"{said.nl} Nog niet genoeg: reken op {few} herhalingen (tussen {least} en {most}).",
        f"{said.en} Not enough yet: count on {few} replicates (between {least} and {most}).",
    )
