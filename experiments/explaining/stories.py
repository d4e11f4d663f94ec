"""One household, or one who works here, followed in one world or in two: what happened, and when.

A story is a plain list of moments, in the order of the weeks; the sentences stand beside the
declarations of the events. Both worlds have the same people and the same luck, so where the stories
part, the difference between the worlds made them part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from experiments import simulation
from experiments.explaining import saying
from experiments.simulation import Plan, Run
from model.declarations import Language
from model.state import events
from model.state.axes import DOMAINS, ORGANISATIONS
from model.state.kinds import Row, Table
from model.state.state import State
from model.state.tables import HELPING, NOT_ASKED, OPEN, WAITING

ROOM = 1_000_000
"""Events that a log has room for: those of 5,000 residents in four years are a tenth of it."""


class UnknownRow(ValueError):  # noqa: N818  (it names what is the matter)
    """There is no such household or seat; says how many there are."""

    def __init__(self, what: str, asked: int, count: int) -> None:
        """Remember how many there are."""
        super().__init__(f"there is no {what} {asked}; there are 0 to {count - 1}")
        self.count = count


@dataclass(frozen=True)
class Moment:
    """One event, in words and for machines; what does not apply is None."""

    week: int
    kind: str
    reason: str | None
    domain: str | None
    who: int | None
    whom: int | None
    organisation: str | None
    number: float
    nl: str
    en: str

    def said(self, language: Language) -> str:
        """The sentence in one language."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class Story:
    """What happened to one household or seat in one world: how it was at week 0, and since."""

    begins: tuple[str, str]
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Watched:
    """A run of which all events were noted, and how it was at week 0."""

    start: State
    run: Run

    @property
    def log(self) -> Table:
        """All events, in order."""
        return events.noted(self.run.state.log)

    @property
    def complete(self) -> bool:
        """Whether the log had room for all of them."""
        return events.offered(self.run.state.log) == len(self.log)


def watch(plan: Plan, replicate: int, room: int = ROOM) -> Watched:
    """Run a plan once and note all that happens; the same run as without looking."""
    start = simulation.before_policy(plan, replicate)
    return Watched(start, simulation.run(plan, replicate, log=room))


def household(watched: Watched, row: int) -> Story:
    """The story of one household; raises UnknownRow."""
    cases = watched.start.cases
    if not 0 <= row < len(cases):
        raise UnknownRow("household", row, len(cases))
    log = watched.log
    mine = log[log["household"] == row]
    return Story(begins=_at_first(watched.start, row), moments=_moments(watched, mine))


def seat(watched: Watched, row: int) -> Story:
    """The story of one who works here, with those who came after in the same seat."""
    actors = watched.start.actors
    if not 0 <= row < len(actors):
        raise UnknownRow("seat", row, len(actors))
    log, organisation = watched.log, int(actors["organisation"][row])
    everybody = (log["who"] < 0) & (log["household"] < 0) & (log["organisation"] == organisation)
    mine = log[(log["who"] == row) | (log["whom"] == row) | everybody]
    begins = tuple(saying.actor(watched.start, row, language) for language in ("nl", "en"))
    return Story(begins=(begins[0], begins[1]), moments=_moments(watched, mine))


def typical(*watched: Watched) -> int:
    """A household with several needs to which about as much happens as to most such households.

    The one nearest to the median number of events, in all worlds together, of households that were
    taken up and had needs in more than one domain; the first of those that are as near.
    """
    counts = np.array([_count(each) for each in watched])
    several = np.any([_several(each) for each in watched], axis=0)
    if not several.any():
        several = counts.sum(axis=0) > 0
    rows = np.flatnonzero(several) if several.any() else np.arange(1)
    found = counts[:, rows]
    away = np.abs(found - np.median(found, axis=1, keepdims=True)).sum(axis=0)
    return int(rows[np.argmin(away)])


def _count(watched: Watched) -> np.ndarray:
    rows = watched.log["household"]
    return np.bincount(rows[rows >= 0], minlength=len(watched.start.cases))


def _several(watched: Watched) -> np.ndarray:
    """Households that were taken up and had more than one need in view [household]."""
    log, count = watched.log, len(watched.start.cases)
    taken = np.zeros(count, dtype=bool)
    taken[log["household"][log["kind"] == events.TAKEN_UP]] = True
    helped = log[log["kind"] == events.HELP_BEGAN]
    domains = np.zeros((count, len(DOMAINS)), dtype=bool)
    domains[helped["household"], helped["domain"]] = True
    return taken & (domains.sum(axis=1) > 1)


def _moments(watched: Watched, rows: Table) -> tuple[Moment, ...]:
    """The events as moments, by week and then as they come in a week."""
    rows = rows[np.lexsort((rows["kind"], rows["week"]))]
    return tuple(_moment(watched.start, row) for row in rows)


def _moment(state: State, row: Row) -> Moment:
    kind = list(events.KINDS)[row["kind"]]
    reason = list(events.REASONS)[row["reason"]]
    return Moment(
        week=int(row["week"]),
        kind=kind,
        reason=None if row["reason"] == events.NOTHING else reason,
        domain=list(DOMAINS)[row["domain"]] if row["domain"] >= 0 else None,
        who=_someone(row["who"]),
        whom=_someone(row["whom"]),
        organisation=list(ORGANISATIONS)[row["organisation"]] if row["organisation"] >= 0 else None,
        number=float(row["number"]),
        nl=saying.sentence(state, row, "nl"),
        en=saying.sentence(state, row, "en"),
    )


def _someone(row: int) -> int | None:
    return int(row) if row >= 0 else None


def _at_first(state: State, row: int) -> tuple[str, str]:
    """How a household is at week 0, in Dutch and in English."""
    case = state.cases[row]
    people = state.residents[case["start"] : case["start"] + case["size"]]
    levels = people["level"].max(axis=0)
    said = []
    for language in ("nl", "en"):
        needs = [
            f"{named.name(language).lower()} {level}"
            for named, level in zip(DOMAINS.values(), levels, strict=True)
            if level > 0
        ]
        words = saying.AT_FIRST[language]
        parts = [words["people"].format(len(people)), ", ".join(needs) or words["none"]]
        parts += list(_case_at_first(state, case, language))
        said.append("; ".join(parts))
    return said[0], said[1]


def _case_at_first(state: State, case: Row, language: Language) -> Iterator[str]:
    words = saying.AT_FIRST[language]
    if case["mode"] == WAITING:
        yield words["waits"].format(saying.organisation(int(case["gate"]), language))
    elif case["mode"] == OPEN:
        yield words["held"].format(saying.actor(state, int(case["holder"]), language))
        for domain, stage in enumerate(case["stage"]):
            if stage != NOT_ASKED:
                named = list(DOMAINS.values())[domain].name(language).lower()
                helper = saying.actor(state, int(case["worker"][domain]), language)
                yield words["helps" if stage == HELPING else "asked"].format(helper, named)
    else:
        yield words["unknown"]
