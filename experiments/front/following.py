"""One household in both worlds of a question: what happened to it, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from experiments.explaining import stories
from experiments.explaining.stories import Story, UnknownRow, Watched
from experiments.front.answering import FAILURES
from experiments.front.comparing import comparison
from experiments.front.errands import POOL, Errand, Piece, Pool
from experiments.front.shapes import Question
from experiments.simulation import Plan
from model.places import UnknownPlace

WEIGHT = 1_000
"""What a watched world weighs beside a pair of runs, of which only sums are kept."""
REPLICATE = 0
"""The run that is followed: the first, so that a link tells the same story again."""


@dataclass(frozen=True)
class Told:
    """The stories of one household in A and in B, and where they part.

    ``parts_in_week`` is None where the stories are the same; ``households`` says how many there
    are to choose from, ``typical`` which of them is the usual one.
    """

    household: int
    typical: int
    households: int
    a: Story
    b: Story
    parts_in_week: int | None
    differing: int
    """How many households fare differently in A and in B."""
    telling: int
    """One of those with several needs, about whom most is told; the usual one if there is none."""


@dataclass(frozen=True)
class Snapshot:
    """How far it is, and the stories when both worlds are there."""

    question: Question
    household: int | None
    state: str
    failure: str | None
    runs_done: int
    runs_wanted: int = 2
    told: Told | None = None


def watched(plan: Plan) -> Watched:
    """A run of which the events are kept, and not the room for more."""
    seen = stories.watch(plan, REPLICATE)
    slim = replace(seen.run, tally=seen.run.tally[:0], system=seen.run.system[:0])
    last = seen.run.state
    return replace(seen, run=replace(slim, state=last._replace(log=last.log[: len(seen.log) + 1])))


class Ticket:
    """One visitor's interest in one household; None is the typical one."""

    def __init__(self, question: Question, household: int | None = None, pool: Pool = POOL) -> None:
        """Ask for both worlds, in which everything that happens is noted."""
        self.question, self._household = question, household
        self._errand: Errand | None = None
        self._refused, self._told = "", None
        try:
            plans = comparison(question).plans
        except UnknownPlace:
            self._refused = FAILURES["place_unknown"]
        except (KeyError, ValueError):
            self._refused = FAILURES["value_refused"]
        else:
            self._keys = [("watched", plan.identity, REPLICATE) for plan in plans]
            pieces = [
                Piece(key, partial(watched, plan), WEIGHT)
                for key, plan in zip(self._keys, plans, strict=True)
            ]
            self._errand = pool.ask(pieces)

    def wait(self, more_than: int, timeout: float) -> Snapshot:
        """A snapshot as soon as more worlds than these are there, or at timeout."""
        if self._errand is not None:
            self._errand.wait(more_than, timeout)
        return self.snapshot()

    def snapshot(self) -> Snapshot:
        """What there is of it now."""
        asked, errand = (self.question, self._household), self._errand
        if errand is None:
            return Snapshot(*asked, "failed", self._refused, 0)
        found, state = errand.known(), errand.state
        if state == "failed":
            return Snapshot(*asked, state, "why.failed", len(found))
        if state == "done" and self._told is None:
            worlds = [found[key] for key in self._keys]
            self._told = told(worlds[0], worlds[-1], self._household)
        wanted = len(errand.pieces)
        return Snapshot(*asked, state, None, len(found), wanted, self._told)

    def cancel(self) -> None:
        """Ask for no more than others wait for."""
        if self._errand is not None:
            self._errand.cancel()


def told(a: Watched, b: Watched, household: int | None) -> Told:
    """The stories of this household, or of a typical one where there is none of this number."""
    usual = stories.typical(a, b)
    row = usual if household is None else household
    try:
        first, second = stories.household(a, row), stories.household(b, row)
    except UnknownRow:
        row = usual
        first, second = stories.household(a, row), stories.household(b, row)
    parted = differing(a, b)
    return Told(
        household=row,
        typical=usual,
        households=len(a.start.cases),
        a=first,
        b=second,
        parts_in_week=parting(first, second),
        differing=len(parted),
        telling=_telling(a, b, parted, usual),
    )


def differing(a: Watched, b: Watched) -> list[int]:
    """The households to which something else happens, or in another week; whoever did it."""
    first, second = _courses(a), _courses(b)
    rows = sorted(first.keys() | second.keys())
    return [row for row in rows if first.get(row) != second.get(row)]


def _courses(watched: Watched) -> dict[int, list[tuple[int, ...]]]:
    """What happened to each household, without who did it."""
    log = watched.log[watched.log["household"] >= 0]
    columns = [log[name].tolist() for name in ("household", "week", "kind", "domain", "reason")]
    found: dict[int, list[tuple[int, ...]]] = {}
    for row, *event in zip(*columns, strict=True):
        found.setdefault(row, []).append(tuple(event))
    return {row: sorted(events) for row, events in found.items()}


def _telling(a: Watched, b: Watched, parted: list[int], usual: int) -> int:
    """Of these the household with about as many events as the usual one, and most of them other."""
    first, second = _courses(a), _courses(b)
    much = len(first.get(usual, ())) + len(second.get(usual, ()))

    def unlike(row: int) -> tuple[float, int]:
        one, other = (set(each.get(row, ())) for each in (first, second))
        size = max(1, len(one) + len(other))
        return abs(size - much) / max(1, much) - len(one ^ other) / size, row

    return min(parted, key=unlike, default=usual)


def parting(a: Story, b: Story) -> int | None:
    """The first week in which the stories differ; None where they do not."""
    for n in range(max(len(a.moments), len(b.moments))):
        here = [story.moments[n] if n < len(story.moments) else None for story in (a, b)]
        if here[0] != here[1]:
            return min(each.week for each in here if each)
    return None
