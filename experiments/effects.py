"""What may be said of a difference: paired, in counts, and with the smallest that matters.

Two runs of the same replicate had the same luck, so their difference is the effect of what
differs. Words follow numbers: a verdict is an id with its counts, never a bare word, and "no clear
difference" is a result like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

NOISE = 1e-6
"""A difference below this part of the smallest that matters is none.

Sums of the same numbers in another order differ in their last digits, and the state keeps seven
digits. One resident in one week moves a share by 1e-7 or more: twenty times this limit.
"""

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
MOSTLY_FROM, NEARLY_ALWAYS_FROM, MORE_OFTEN_FROM = 0.80, 0.95, 0.60
"""Shares of all pairs from which a word may be used (interface 3.8; basis: chosen)."""

NO_CLEAR_DIFFERENCE = "no_clear_difference"
MORE_OFTEN = "more_often"
MOSTLY = "mostly"
NEARLY_ALWAYS = "nearly_always"
VERDICTS = (NO_CLEAR_DIFFERENCE, MORE_OFTEN, MOSTLY, NEARLY_ALWAYS)


@dataclass(frozen=True)
class Effect:
    """Differences b − a over ``n`` pairs in which both could be measured.

    ``median``, ``p05`` and ``p95`` are in the outcome's unit, NaN without pairs. ``b_higher``,
    ``b_lower`` and ``equal`` are exact, but for the noise of arithmetic, and add up to ``n``. So do
    ``clearly_higher``, ``clearly_lower`` and ``within_margin``: the pairs that differ by at least
    the smallest difference that matters, and those that do not.
    """

    n: int
    median: float
    p05: float
    p95: float
    b_higher: int
    b_lower: int
    equal: int
    within_margin: int
    margin: float
    clearly_higher: int = 0
    clearly_lower: int = 0


@dataclass(frozen=True)
class Verdict:
    """Which words may be used: one of VERDICTS, the direction, and in how many of the pairs.

    ``direction`` is "higher", "lower" or "" where there is no clear difference; ``count`` is the
    larger of the two counts of pairs that differ by at least the margin.
    """

    id: str
    direction: str
    count: int
    n: int


def quantiles(values: ArrayLike, shares: Sequence[float] = SHARES) -> NDArray[np.float64]:
    """Quantiles over the first axis [share, ...], linear between neighbours; NaN are left out.

    NaN where there is no value at all.
    """
    table = np.asarray(values, dtype=np.float64)
    found = np.full((len(shares), *table.shape[1:]), np.nan)
    if table.shape[0] == 0:
        return found
    there = ~np.isnan(table).all(axis=0)
    if np.any(there):
        found[:, there] = np.nanquantile(table[:, there], shares, axis=0)
    return found


def difference(a: ArrayLike, b: ArrayLike, margin: float) -> NDArray[np.float64]:
    """B − a, exactly 0 where nothing but the last digits of sums differs."""
    less = np.asarray(b, dtype=np.float64) - np.asarray(a, dtype=np.float64)
    return np.where(np.abs(less) < NOISE * margin, 0.0, less)


def paired(a: ArrayLike, b: ArrayLike, margin: float) -> Effect:
    """The effect of going from a to b [replicate], over the pairs without NaN."""
    first, second = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if first.shape != second.shape:
        raise ValueError(f"pairs need equal numbers of runs: {first.shape} and {second.shape}")
    found = difference(first, second, margin)
    found = found[~np.isnan(found)]
    p05, median, p95 = (float(q) for q in quantiles(found, (0.05, 0.5, 0.95)))
    return Effect(
        n=len(found),
        median=median,
        p05=p05,
        p95=p95,
        b_higher=int((found > 0).sum()),
        b_lower=int((found < 0).sum()),
        equal=int((found == 0).sum()),
        within_margin=int(((np.abs(found) < margin) | (found == 0)).sum()),
        margin=margin,
        clearly_higher=int(((found > 0) & (found >= margin)).sum()),
        clearly_lower=int(((found < 0) & (found <= -margin)).sum()),
    )


def verdict(effect: Effect) -> Verdict:
    """The words that the counts allow, by one rule for the page and the command line.

    Only pairs that differ by at least the smallest difference that matters are counted, so that
    the word and the counts beside it cannot contradict each other: below 60 in 100 on one side
    there is no clear difference, however sure the sign of a smaller one is.
    """
    higher = effect.clearly_higher >= effect.clearly_lower
    count = max(effect.clearly_higher, effect.clearly_lower)
    share = count / effect.n if effect.n else 0.0
    if share < MORE_OFTEN_FROM:
        return Verdict(NO_CLEAR_DIFFERENCE, "", count, effect.n)
    word = MORE_OFTEN
    if share >= NEARLY_ALWAYS_FROM:
        word = NEARLY_ALWAYS
    elif share >= MOSTLY_FROM:
        word = MOSTLY
    return Verdict(word, "higher" if higher else "lower", count, effect.n)


def told(a: ArrayLike, b: ArrayLike, margin: float) -> dict[str, Any]:
    """The effect of going from a to b as the cells of a table, and the word that it allows.

    n (pairs), a and b (medians of each), difference (the median over pairs), p05, p95, higher and
    lower (pairs that differ by at least the margin), within_margin (those that do not), verdict.
    """
    effect = paired(a, b, margin)
    medians = [float(quantiles(each, (0.5,))[0]) for each in (a, b)]
    return {
        "n": effect.n, "a": medians[0], "b": medians[1], "difference": effect.median,
        "p05": effect.p05, "p95": effect.p95,
        "higher": effect.clearly_higher, "lower": effect.clearly_lower,
        "within_margin": effect.within_margin, "verdict": verdict(effect).id,
    }  # fmt: skip
