"""The last year with the extra money and the year after it: which weeks, and what is left."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from experiments import batch, effects
from experiments.batch import Results, Window
from experiments.command_line.output import number
from model.outcomes import OUTCOMES
from scenarios.faults import Both, Fault

YEAR = 52
MOST_YEARS = 10
LAST, AFTER = "last_paid", "year_after"
Data = dict[str, Any]


def windows(sides: Sequence[Mapping[str, float]]) -> dict[str, Window | None]:
    """The last year in which every side with extra money has it, and the year after none has it.

    The usual term counts for a side that sets none; nothing where no side has extra money.
    """
    begins, ends = batch.terms(*sides)
    if not begins:
        return {}
    first = max(*begins, min(ends) - YEAR, 0)
    if first >= min(ends):
        return {}
    return {
        LAST: Window(LAST, first, min(ends)),
        AFTER: Window(AFTER, max(ends), max(ends) + YEAR),
    }


def weeks_needed(found: Mapping[str, Window | None], weeks: int) -> int:
    """How long the run must be, in whole years, for the year after to lie within it."""
    ends = [window.end for window in found.values() if window]
    return max(weeks, YEAR * math.ceil(max(ends, default=0) / YEAR))


def faults(found: Mapping[str, Window | None]) -> list[Fault]:
    """Why there is no year after the money: there is no money, or it ends too late."""
    if not found:
        allowed = Both(
            "a comparison in which a side has extra money: spending.extra above 0",
            "een vergelijking waarin een kant extra geld heeft: spending.extra boven 0",
        )
        problem = Both("there is no money that ends", "er is geen geld dat ophoudt")
        return [Fault("--after-effect", "", allowed, None, problem)]
    if weeks_needed(found, 0) > MOST_YEARS * YEAR:
        latest = (MOST_YEARS - 1) * YEAR
        allowed = Both(
            f"extra money that ends in week {latest} or sooner",
            f"extra geld dat in week {latest} of eerder ophoudt",
        )
        problem = Both(
            "the year after lies beyond ten years", "het jaar erna valt buiten tien jaar"
        )
        return [Fault("--after-effect", "", allowed, None, problem)]
    return []


def data(results: Sequence[Results], last: int, after: int) -> Data:
    """What is left a year on, by outcome: the change in B − A, pair by pair.

    ``last`` and ``after`` are the columns of the two windows. ``half_left`` counts pairs in which
    at least half of the difference is still there, of those ``differed`` that differed by the
    smallest difference that matters in the last year with the money. ``verdict`` is what may be
    said of that year: pairs that differ either way, as luck has it, are no clear difference.
    """
    return {key: _left(key, results, last, after) for key in OUTCOMES}


def _left(key: str, results: Sequence[Results], last: int, after: int) -> Data:
    margin = OUTCOMES[key].margin
    first, second = (
        effects.difference(results[0].values[key][:, column, 0],
                           results[1].values[key][:, column, 0], margin)
        for column in (last, after)
    )  # fmt: skip
    there = ~np.isnan(first) & ~np.isnan(second)
    differed = there & (np.abs(first) >= margin)
    left = differed & (second * np.sign(first) >= np.abs(first) / 2)
    middle = effects.quantiles((second - first)[there], (0.5, 0.05, 0.95))
    bands = dict(zip(("median", "p05", "p95"), map(number, middle), strict=True))
    a, b = (each.values[key][:, last, 0] for each in results)
    with_money = effects.paired(a, b, margin)
    return bands | {
        "verdict": effects.verdict(with_money).id,
        "n": int(there.sum()),
        "differed": int(differed.sum()),
        "half_left": int(left.sum()),
    }
