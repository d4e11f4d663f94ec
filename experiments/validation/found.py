"""What was measured for one part of a row: values, how many, and of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

OF: dict[str, tuple[str, str]] = {
    "runs": ("doorrekeningen", "runs"),
    "pairs": ("paren van doorrekeningen", "pairs of runs"),
    "draws": ("trekkingen", "draws"),
    "computed": ("berekening", "computation"),
}
"""What a number of values counts, in both languages."""


@dataclass(frozen=True)
class Found:
    """One number with its band: the median and the middle nine in ten of the values.

    ``n`` counts what lies behind it, which is more than the values where these are shares of
    something already. ``difference`` is the median difference of the pairs, where there are any.
    """

    median: float
    p05: float
    p95: float
    n: int
    of: str
    difference: float = float("nan")


def found(values: ArrayLike, of: str, n: int | None = None, difference: float = np.nan) -> Found:
    """What was found, from values of which some may not be measured."""
    there = np.asarray(values, dtype=np.float64).ravel()
    there = there[~np.isnan(there)]
    if len(there) == 0:
        return Found(np.nan, np.nan, np.nan, 0, of)
    p05, median, p95 = (float(q) for q in np.quantile(there, (0.05, 0.5, 0.95)))
    return Found(median, p05, p95, len(there) if n is None else n, of, float(difference))


def share(yes: Sequence[bool] | ArrayLike, of: str, difference: float = np.nan) -> Found:
    """In which share something held."""
    held = np.asarray(yes, dtype=bool)
    return found([held.mean()] if len(held) else [], of, len(held), difference)
