"""From rows to verdicts: what was expected, what was found, and whether the one holds the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from experiments.validation import measures, targets
from experiments.validation.checks import (
    between,
    contact,
    desks,
    residents,
    ties,
    trial,
    wijken,
    years,
)
from experiments.validation.declared import RESTS, Part, Row
from experiments.validation.found import Found
from experiments.validation.outside import (
    assembly,
    camps,
    consensus,
    garbage_can,
    growing,
    march,
    queueing,
    threshold,
    trust_level,
    voting,
    vouching,
    wrong_pocket,
)
from experiments.validation.runs import Runs

HIT, MISS, NOT_JUDGED = "hit", "miss", "not_judged"
VERDICTS = (MISS, HIT, NOT_JUDGED)
"""In the order in which they are shown."""
NOT_MEASURED = "not_measured"
"""Only of what was kept: a row that came, or was changed, since."""

MEASURES: dict[str, measures.Measure] = {
    **measures.MEASURES,
    "fitted": targets.fitted,
    **assembly.MEASURES,
    **between.MEASURES,
    **camps.MEASURES,
    **consensus.MEASURES,
    **garbage_can.MEASURES,
    **growing.MEASURES,
    **march.MEASURES,
    **contact.MEASURES,
    **desks.MEASURES,
    **residents.MEASURES,
    **queueing.MEASURES,
    **threshold.MEASURES,
    **ties.MEASURES,
    **trial.MEASURES,
    **trust_level.MEASURES,
    **voting.MEASURES,
    **vouching.MEASURES,
    **wijken.MEASURES,
    **wrong_pocket.MEASURES,
    **years.MEASURES,
}
"""Every word that may stand under ``measure`` in a row."""


@dataclass(frozen=True)
class Measured:
    """A part with what was found for it."""

    part: Part
    found: Found
    hit: bool


@dataclass(frozen=True)
class Judged:
    """A row with its verdict. ``ready`` says that all it needs is there, so it can have parts."""

    row: Row
    verdict: str
    parts: tuple[Measured, ...] = ()
    ready: bool = False


def judge(
    rows: Iterable[Row], runs: Runs, on_row: Callable[[Judged], None] | None = None
) -> list[Judged]:
    """Every row with its verdict, in the same order; directions over more pairs of runs."""
    done, more = [], runs.with_more()
    for row in rows:
        judged = _judged(row, more if row.kind == "direction" else runs)
        if on_row:
            on_row(judged)
        done.append(judged)
    return done


def _judged(row: Row, runs: Runs) -> Judged:
    if not row.parts:
        return without_parts(row)
    parts = tuple(_measured(part, runs) for part in row.parts)
    return Judged(row, HIT if all(part.hit for part in parts) else MISS, parts)


def without_parts(row: Row) -> Judged:
    """A row that is not judged, and whether all that it needs is there by now."""
    return Judged(row, NOT_JUDGED, ready=bool(row.needs) and all(map(_is_there, row.needs)))


def _measured(part: Part, runs: Runs) -> Measured:
    what = MEASURES[part.measure](runs, **part.given)
    return Measured(part, what, holds(part, what))


def holds(part: Part, what: Found) -> bool:
    """Whether what was found lies in the range expected."""
    low, high = part.between
    return bool(np.isfinite(what.median) and low <= what.median <= high)


def _is_there(need: str) -> bool:
    """Whether the model has this mechanism by now; other needs are for a reader to judge."""
    from experiments.pages import declared_rules  # here: it walks through all rules

    return need in {rule.mechanism for rule in declared_rules()}


def counts(judged: Sequence[Judged]) -> dict[str, int]:
    """How many rows have each verdict."""
    return {name: sum(each.verdict == name for each in judged) for name in VERDICTS}


def by_rest(judged: Sequence[Judged], verdict: str) -> dict[str, int]:
    """How many rows with this verdict rest on what: a test, a number that was set, or input."""
    return {
        name: sum(each.verdict == verdict and each.row.stands_on == name for each in judged)
        for name in RESTS
    }
