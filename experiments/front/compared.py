"""What a comparison of several worlds shows so far: strips, single runs, and counts of draws.

Everything is worked out when it is looked at, and once: a page shows a few of many outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from experiments import effects, live, uncertainty
from experiments.front import answering
from experiments.front.shapes import HALF_FROM, WIDE_FROM, Counts, Pair, Side
from experiments.own_place import find
from experiments.simulation import MOST_RESIDENTS
from model.outcomes import OUTCOMES

MOST = 3
"""Scenarios beside the baseline, at most: more do not fit beside each other."""
RUNS, SEED = 100, 1
DRAWS = 60
"""Draws of what nobody knows; from so many runs a range of 90 in every 100 may be told."""
LINES = 20
"""Single runs that are shown one by one."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Comparison:
    """All that an answer depends on: a baseline, one to three others, and how they are compared."""

    place: str
    baseline: Side
    others: tuple[Side, ...]
    runs: int = RUNS
    seed: int = SEED
    window: str = "final"
    prices: tuple[tuple[str, float], ...] = ()
    doubt: str = uncertainty.PRIORS
    """What is drawn anew: `priors` over whole ranges, `ensemble` from the sets that fit."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """All of them, the baseline first."""
        return (self.baseline, *self.others)


@dataclass(frozen=True)
class Strip:
    """The differences of one scenario from the baseline, pair by pair, in the outcome's unit.

    A range is absent while there are too few runs for it; so are the counts, in ``pair``.
    """

    differences: tuple[float, ...]
    middle: float
    half: tuple[float, float] | None
    wide: tuple[float, float] | None
    pair: Pair | None


@dataclass(frozen=True)
class Doubt:
    """In how many draws of what nobody knows each scenario differs from the baseline."""

    kind: str
    draws_done: int
    draws_wanted: int
    state: str
    counts: Mapping[str, Sequence[Counts | None]]


class Snapshot:
    """How far a comparison is, and what it shows so far."""

    def __init__(
        self, comparison: Comparison, runs: live.Snapshot, draws: live.Snapshot | None
    ) -> None:
        """Keep what was asked and what there is of the answer."""
        self.comparison = comparison
        self.runs_done, self.runs_wanted = runs.runs_done, comparison.runs
        self.state = "running" if runs.state == live.CANCELLED else runs.state
        self.failure = None
        if runs.state == live.FAILED:
            self.failure = answering.FAILURES.get(runs.failure, "failure.unknown")
        names = [window.name for window in runs.a.windows]
        self.window = comparison.window if comparison.window in names else "final"
        self._runs, self._draws = runs, draws

    @property
    def weeks(self) -> list[int]:
        """The moments of all lines."""
        return self._runs.a.weeks.tolist()

    @property
    def period(self) -> tuple[int, int]:
        """From which week up to which the sides are compared."""
        found = (each for each in self._runs.a.windows if each.name == self.window)
        return next(((each.begin, each.end) for each in found), (0, 0))

    @cached_property
    def strips(self) -> Mapping[str, Sequence[Strip | None]]:
        """For each outcome the differences of each scenario; None where nothing was measured."""
        shows = self.failure is None and self.runs_done > 0
        return answering.Lazily(
            tuple(OUTCOMES) if shows else (), partial(strips, self._runs, self.window)
        )

    def pairs_of(self, key: str, kind: str) -> Iterator[tuple[int, Values, Values]]:
        """Number of each scenario, with the baseline and with it over the window [run].

        ``kind`` is `runs`, with the numbers as they stand, or `draws`; nothing where none is in.
        """
        made = self._runs if kind == "runs" else self._draws
        yield from pairs(made, self.window, key) if made is not None else ()

    def lines(self, key: str) -> Sequence[Sequence[Sequence[float | None]]]:
        """The first runs of one outcome, side by side and over time [side][run][moment]."""
        return [
            [answering.plain(run) for run in side.over_time(key)[:LINES]]
            for side in self._runs.sides
        ]

    @cached_property
    def doubt(self) -> Doubt | None:
        """What the draws show so far; None before the first is in."""
        draws = self._draws
        if draws is None or self.failure is not None:
            return None
        state = "running" if draws.state == live.CANCELLED else draws.state
        keys = tuple(OUTCOMES) if draws.runs_done and state != live.FAILED else ()
        wanted = min(DRAWS, self.comparison.runs)
        table = answering.Lazily(keys, partial(counted, draws, self.window))
        return Doubt(self.comparison.doubt, draws.runs_done, wanted, state, table)

    @cached_property
    def sampled(self) -> tuple[int, int] | None:
        """Residents computed and residents who live there, where the place is too large."""
        living = find(self.comparison.place).population
        rows = min(living, MOST_RESIDENTS)
        return (rows, living) if rows < living else None


# What is looked at later knows the runs and not the snapshot that shows them, so that both go, some
# thirty megabytes, as soon as nobody shows them any more.


def pairs(made: live.Snapshot, window: str, key: str) -> Iterator[tuple[int, Values, Values]]:
    """Number of each scenario, with the baseline and with it over a window [run]."""
    if not made.runs_done:
        return
    first, *others = (side.window(key, window)[:, 0] for side in made.sides)
    yield from ((number, first, other) for number, other in enumerate(others, 1))


def strips(made: live.Snapshot, window: str, key: str) -> Sequence[Strip | None]:
    """The differences of each scenario from the baseline."""
    return [strip(a, b, OUTCOMES[key].margin) for _, a, b in pairs(made, window, key)]


def counted(made: live.Snapshot, window: str, key: str) -> Sequence[Counts | None]:
    """The counts of each scenario against the baseline."""
    return [answering.counts(a, b, OUTCOMES[key].margin) for _, a, b in pairs(made, window, key)]


def strip(a: Values, b: Values, margin: float) -> Strip | None:
    """The differences b - a, pair by pair; None where no pair could be measured."""
    found = effects.difference(a, b, margin)
    found = found[~np.isnan(found)]
    count = len(found)
    if not count:
        return None
    p05, p25, p50, p75, p95 = (float(each) for each in effects.quantiles(found))
    return Strip(
        differences=tuple(found.tolist()),
        middle=p50,
        half=(p25, p75) if count >= HALF_FROM else None,
        wide=(p05, p95) if count >= WIDE_FROM else None,
        pair=answering.pair(a, b, margin) if count >= answering.COUNTS_FROM else None,
    )
