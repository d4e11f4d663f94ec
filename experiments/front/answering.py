"""An answer ready to draw: curves, bands when there are runs enough, counts, budgets, groups.

Everything is worked out when it is looked at, and once: a page shows a few of many outcomes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from experiments import effects, live
from experiments import question as questions
from experiments.front import declared, paying, worlds
from experiments.front.groups import sizes
from experiments.front.shapes import (
    HALF_FROM,
    WIDE_FROM,
    Budget,
    Counts,
    Curves,
    Division,
    Estimate,
    Event,
    Group,
    Pair,
    Picture,
    Question,
    Words,
)
from experiments.own_place import find
from experiments.picture import Picture as Runs
from experiments.simulation import MOST_RESIDENTS
from model.outcomes import GROUPS, OUTCOMES
from model.state.axes import BUDGETS, HOUSEHOLD_TYPES, TERCILES

COUNTS_FROM = HALF_FROM
THIN_RUNS = 12
SMALL = 100
"""Residents below which nothing is said about a group; chosen."""
FAILURES = {"place_unknown": "failure.place", "value_refused": "failure.value"}
GROUP_NAMES = {"disadvantage": TERCILES, "household": HOUSEHOLD_TYPES}
DIVISIONS = {
    "disadvantage": {"nl": "naar achterstand", "en": "by disadvantage"},
    "household": {"nl": "naar huishouden", "en": "by household"},
}
TOGETHER = {"nl": "Samen", "en": "Together"}
BUDGET_TOTAL = ("cost_total", "saved_total")
"""What all budgets together spend, and what help may have spared them."""

Value = TypeVar("Value")
Values = NDArray[np.float64]


class Lazily(Mapping[str, Value]):
    """A table whose values are made when they are first looked at."""

    def __init__(self, keys: Sequence[str], make: Callable[[str], Value]) -> None:
        """Keep the keys, and how a value is made."""
        self._keys, self._make, self._made = tuple(keys), make, dict[str, Value]()

    def __getitem__(self, key: str) -> Value:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def plain(values: Values) -> list[float | None]:
    """Numbers that travel as text; None where there is none."""
    return [float(value) if np.isfinite(value) else None for value in values]


def curves(runs: Values) -> Curves:
    """One side of one outcome [run, point]."""
    count = len(runs)
    p05, p25, p50, p75, p95 = effects.quantiles(runs)
    return Curves(
        median=plain(p50),
        runs=[plain(run) for run in (runs if count < HALF_FROM else runs[:THIN_RUNS])],
        half=(plain(p25), plain(p75)) if count >= HALF_FROM else None,
        wide=(plain(p05), plain(p95)) if count >= WIDE_FROM else None,
    )


def counts(a: Values, b: Values, margin: float) -> Counts | None:
    """The paired comparison; None where no pair could be measured."""
    effect = effects.paired(a, b, margin)
    if not effect.n:
        return None
    said = effects.verdict(effect)
    return Counts(
        effect.clearly_higher,
        effect.clearly_lower,
        effect.within_margin,
        effect.n,
        said.id,  # pyright: ignore[reportArgumentType]
        said.direction,  # pyright: ignore[reportArgumentType]
        effect.equal == effect.n,
    )


def of_budget(key: str) -> tuple[str, str]:
    """The outcomes of what one budget spends and of what help may have spared it."""
    return f"cost_{key}", f"saved_{key}"


def estimate(values: Values) -> Estimate:
    """The middle and the range of 90 % of the runs."""
    low, middle, high = (float(q) for q in effects.quantiles(values, (0.05, 0.5, 0.95)))
    return Estimate(middle, low, high)


def pair(a: Values, b: Values, margin: float) -> Pair | None:
    """Both sides with their paired difference; None where no pair could be measured."""
    counted = counts(a, b, margin)
    if counted is None:
        return None
    return Pair(estimate(a), estimate(b), estimate(b - a), counted)


class Sides:
    """A and B over the weeks in which they are compared.

    Knows nothing of the snapshot that shows it, so that a snapshot goes, with its runs, as soon as
    nobody shows it any more: it may weigh 13 MB, and several come by in a second.
    """

    def __init__(self, a: Runs, b: Runs, window: str, counted: bool) -> None:
        """Keep both sides, and whether there are runs enough for counts."""
        self.a, self.b, self.window, self.counted = a, b, window, counted

    def picture(self, key: str) -> Picture:
        """Both curves of an outcome, with the counts where there are any."""
        first, second = (curves(side.over_time(key)) for side in (self.a, self.b))
        return Picture(first, second, self.pair(key) if self.counted else None)

    def _over(self, side: Runs, key: str, by: str | None = None, group: int = 0) -> Values:
        return side.window(key, self.window, by)[:, group]

    def pair(self, key: str, by: str | None = None, group: int = 0) -> Pair | None:
        """An outcome over the window on both sides, of all or of one group."""
        a, b = (self._over(side, key, by, group) for side in (self.a, self.b))
        return pair(a, b, OUTCOMES[key].margin)

    def division(self, question: Question, by: str) -> Division:
        """The residents in groups, and the gap between the outermost two."""
        known = [key for key, outcome in OUTCOMES.items() if self._splits(key, by)]
        names = GROUP_NAMES[by]
        groups = []
        for number, (key, size) in enumerate(sizes(question, by).items(), 1):
            pictures = Lazily(known, lambda o, n=number: self._part(o, by, n))
            name = {one: names[key].name(one) for one in ("nl", "en")}
            net = self.net(*BUDGET_TOTAL, by, number) if size >= SMALL else None
            groups.append(Group(name, size, pictures if size >= SMALL else None, net))
        return Division(DIVISIONS[by], groups, Lazily(known, lambda o: self._gap(o, by)))

    def since(self, key: str) -> int | None:
        """The first quarter from which an outcome clearly differs until the end."""
        a, b = (side.over_time(key) for side in (self.a, self.b))
        return paying.since(a, b, OUTCOMES[key].margin)

    def net(self, cost: str, saved: str, by: str | None = None, group: int = 0) -> Pair | None:
        """What may be spared less what is spent, run by run, on both sides; of all or one group.

        What is called clear follows from the smallest difference in spending that matters.
        """
        a, b = (
            self._over(side, saved, by, group) - self._over(side, cost, by, group)
            for side in (self.a, self.b)
        )
        return pair(a, b, OUTCOMES[cost].margin)

    def net_since(self, cost: str, saved: str) -> int | None:
        """The first quarter from which that net clearly differs until the end."""
        a, b = (side.over_time(saved) - side.over_time(cost) for side in (self.a, self.b))
        return paying.since(a, b, OUTCOMES[cost].margin)

    def budget(self, name: Words, cost: str, saved: str, *, total: bool = False) -> Budget | None:
        """One budget: spent, possibly spared, net, and from which quarter; None if not measured."""
        spent = self.pair(cost)
        if spent is None:
            return None
        unit = declared.Outcome(OUTCOMES[cost]).unit
        spends, spares, nets = self.since(cost), self.since(saved), self.net_since(cost, saved)
        net = self.net(cost, saved)
        return Budget(name, unit, spent, self.pair(saved), total, spends, spares, net, nets)

    def _splits(self, key: str, by: str) -> bool:
        """Whether an outcome can be told apart by group."""
        return bool(np.isfinite(self.b.window(key, self.window, by)[:, 1:]).any())

    def _part(self, key: str, by: str, group: int) -> Picture:
        first, second = (curves(side.over_time(key, by, group)) for side in (self.a, self.b))
        return Picture(first, second, self.pair(key, by, group))

    def _gap(self, key: str, by: str) -> Picture:
        """The last group less the first, run by run."""
        last = len(GROUPS[by])
        first, second = (
            curves(side.over_time(key, by, last) - side.over_time(key, by, 1))
            for side in (self.a, self.b)
        )
        a, b = (
            self._over(side, key, by, last) - self._over(side, key, by, 1)
            for side in (self.a, self.b)
        )
        return Picture(first, second, pair(a, b, OUTCOMES[key].margin))


class Snapshot:
    """How far a computation is, and what it shows so far."""

    def __init__(self, question: Question, answer: live.Snapshot, quick: bool = False) -> None:
        """Keep what was asked and what there is of the answer."""
        self.question, self.quick = question, quick
        self.runs_done, self.runs_wanted = answer.runs_done, question.runs
        self.state = "running" if quick or answer.state == live.CANCELLED else answer.state
        self.failure = None
        if answer.state == live.FAILED:
            self.failure = FAILURES.get(answer.failure, "failure.unknown")
        asked = answer.question
        self._residents = asked.residents if isinstance(asked, questions.Question) else None
        names = [window.name for window in answer.a.windows]
        self.window = question.window if question.window in names else "final"
        """The weeks over which sides are compared: those asked for, where there are any."""
        enough = self.runs_done >= COUNTS_FROM
        self._sides = Sides(answer.a, answer.b, self.window, enough)

    @property
    def weeks(self) -> list[int]:
        """The moments of all curves."""
        return self._sides.a.weeks.tolist()

    @property
    def _shows(self) -> bool:
        return self.failure is None and self.runs_done > 0

    @property
    def period(self) -> tuple[int, int]:
        """From which week up to which the sides are compared."""
        found = next(window for window in self._sides.a.windows if window.name == self.window)
        return found.begin, found.end

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        """Each outcome in both worlds."""
        return Lazily(tuple(OUTCOMES) if self._shows else (), self._sides.picture)

    @cached_property
    def pairs(self) -> Mapping[str, Pair | None]:
        """Each outcome over the window, when there are runs enough for a sentence."""
        enough = self._shows and self._sides.counted
        return Lazily(tuple(OUTCOMES) if enough else (), self._sides.pair)

    @property
    def events(self) -> list[Event]:
        """What is agreed for later weeks."""
        return worlds.events(self.question)

    @cached_property
    def budgets(self) -> list[Budget]:
        """Who pays and who gains, all together last."""
        if not self.pairs:
            return []
        rows = [
            self._sides.budget({one: named.name(one) for one in ("nl", "en")}, *of_budget(key))
            for key, named in BUDGETS.items()
        ]
        rows.append(self._sides.budget(TOGETHER, *BUDGET_TOTAL, total=True))
        return [row for row in rows if row is not None]

    def since(self, outcome: str) -> int | None:
        """The first quarter from which an outcome clearly differs until the end; None if never."""
        return self._sides.since(outcome) if self.pairs else None

    @cached_property
    def divisions(self) -> Mapping[str, Division]:
        """The residents divided in groups, and the gap between the outermost two."""
        known = tuple(GROUPS) if self.pairs else ()
        return Lazily(known, partial(self._sides.division, self.question))

    @cached_property
    def sampled(self) -> tuple[int, int] | None:
        """Residents computed and residents who live there, where the place is too large."""
        living = find(self.question.place).population
        rows = min(living, self._residents or MOST_RESIDENTS)
        return (rows, living) if rows < living else None
