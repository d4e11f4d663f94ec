"""Made-up reasons for the tests of the page about why: quick, progressive, and sometimes broken."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from experiments.explaining.stories import Moment, Story
from experiments.front import answering
from experiments.front.chains import ENOUGH, STAGES, Chain, Part, Parts, Stage
from experiments.front.following import Told
from experiments.front.leaving_out import Left
from tests.ui.fake_boards import FakeBoardsSnapshot
from tests.ui.fake_results import pull
from tests.ui.fake_world import OUTCOMES, FakeNamed
from ui.provider import Pair, Question

SECONDS_PER_STAGE = 0.5
SLOWER = 6
RUNS_PER_STAGE = 50
HOUSEHOLDS = 40
TELLING = 7


@dataclass(frozen=True)
class FakeGroup(FakeNamed):
    mechanisms: Sequence[FakeNamed] = ()


class FakeNumber(NamedTuple):
    name: str
    meaning: str
    a: str
    b: str
    between: str
    status: str
    basis: str


GROUPS = [
    FakeGroup(
        "knowing",
        "Elkaar kennen: wie wie kent",
        "Knowing each other: who knows whom",
        [
            FakeNamed("meet", "Ontmoeten: wie elkaar ziet", "Meeting: who meets"),
            FakeNamed("trusting", "Vertrouwen: wie wie gelooft", "Trust: who believes whom"),
        ],
    ),
    FakeGroup(
        "paying",
        "Geld: wie wat betaalt",
        "Money: who pays what",
        [FakeNamed("pots", "Potten: ieder een eigen pot", "Pots: each their own")],
    ),
    FakeGroup(
        "timing",
        "Tijd: wie tijd heeft",
        "Time: who has time",
        [FakeNamed("clock", "Klok: uren zijn op", "Clock: hours run out")],
    ),
]
SIZES = {"knowing": 0.7, "paying": -0.2, "timing": 0.3}
INSIDE = {"meet": 0.5, "trusting": 0.2, "pots": -0.2, "clock": 0.3}


def moved(question: Question) -> float:
    """How far B lies from A in all, before the slope of an outcome."""
    return 0.5 * (pull(question.b) - pull(question.a))


def pair_of(mean: float, count: int, margin: float) -> Pair:
    a = np.linspace(0.3, 0.4, count)
    found = answering.pair(a, a + mean * np.linspace(0.9, 1.1, count), margin)
    assert found is not None
    return found


class FakeTicket:
    """An answer that comes in stages, by the clock."""

    def __init__(self, question: Question, make: Callable[[float], object]) -> None:
        slow = SLOWER if question.place == "city" else 1
        self.question, self.make = question, make
        self.each, self.begun = SECONDS_PER_STAGE * slow, time.monotonic()

    def wait(self, more_than: int, timeout: float):
        end = time.monotonic() + timeout
        while self.runs() <= more_than and time.monotonic() < end and not self.whole():
            time.sleep(0.02)
        return self.make(self.stages())

    def stages(self) -> float:
        return min(len(STAGES), (time.monotonic() - self.begun) / self.each)

    def runs(self) -> int:
        return int(self.stages() * RUNS_PER_STAGE)

    def whole(self) -> bool:
        return self.stages() >= len(STAGES)

    def cancel(self) -> None:
        cancelled.append(self.question)


cancelled: list[Question] = []


@dataclass(frozen=True, eq=False)
class FakeChainSnapshot:
    question: Question
    opened: str
    stages: float
    window: str = "final"
    period: tuple[int, int] = (156, 208)
    residents: int = 1000

    @property
    def broken(self) -> bool:
        return self.question.b.scenario == "broken" and self.stages >= 1

    @property
    def state(self) -> str:
        return "failed" if self.broken else "done" if self.stages >= len(STAGES) else "running"

    @property
    def failure(self) -> str | None:
        return "why.failed" if self.broken else None

    @property
    def runs_done(self) -> int:
        return int(self.stages * RUNS_PER_STAGE)

    @property
    def runs_wanted(self) -> int:
        return RUNS_PER_STAGE * len(STAGES)

    @property
    def stage(self) -> Stage | None:
        return STAGES[int(self.stages) - 1] if self.stages >= 1 else None

    def chain(self, outcome: str) -> Chain | None:
        stage = self.stage
        if stage is None or self.broken:
            return None
        declared = next(each for each in OUTCOMES if each.key == outcome)
        whole = declared.slope * moved(self.question)
        clear = stage.orders >= 4 and stage.pairs >= ENOUGH
        error = abs(whole) * 0.05 if clear else math.nan

        def part(key: str, share: float) -> Part:
            return Part(key, share * whole, error, 0.5 * share * whole, clear and whole != 0)

        parts = [part(key, share) for key, share in SIZES.items()]
        group = next((each for each in GROUPS if each.key == self.opened), None)
        inside = [part(rule.key, INSIDE[rule.key]) for rule in group.mechanisms] if group else []
        return Chain(
            difference=whole,
            pair=pair_of(whole, stage.pairs, declared.margin),
            of_groups=Parts(parts, *stage),
            remainder=0.2 * whole,
            together=0.4 * whole,
            inside=Parts(inside, *stage) if group else None,
        )


@dataclass(frozen=True, eq=False)
class FakeLeftSnapshot:
    question: Question
    off: frozenset[str]
    stages: float

    @property
    def state(self) -> str:
        return "done" if self.stages >= len(STAGES) else "running"

    failure = None

    @property
    def runs_done(self) -> int:
        return int(self.stages * RUNS_PER_STAGE)

    runs_wanted = RUNS_PER_STAGE * len(STAGES)

    @property
    def pairs(self) -> int:
        return STAGES[int(self.stages) - 1].pairs if self.stages >= 1 else 0

    def left(self, outcome: str) -> Left | None:
        if not self.pairs:
            return None
        if self.question.b.scenario == "crooked":
            raise RuntimeError("planted")
        declared = next(each for each in OUTCOMES if each.key == outcome)
        whole = declared.slope * moved(self.question)
        less = whole * (1 - sum(INSIDE[key] for key in self.off))
        pairs = (pair_of(mean, self.pairs, declared.margin) for mean in (whole, less))
        return Left(*pairs, whole, less)


@dataclass(frozen=True, eq=False)
class FakeStorySnapshot:
    told: Told | None
    runs_done: int
    state: str = "done"
    failure: str | None = None
    runs_wanted: int = 2


def moment(week: int, kind: str, nl: str, en: str) -> Moment:
    return Moment(week, kind, None, None, None, None, None, 1.0, nl, en)


def story(household: int | None) -> Told:
    row = 3 if household is None or household >= HOUSEHOLDS else household
    begins = ("huishouden van 2; wonen 1", "household of 2; housing 1")
    worse = moment(10, "need_grew", "Wonen: het wordt zwaarder.", "Housing: it grows heavier.")
    help_a = moment(60, "help_began", "Welzijn helpt.", "Welfare helps.")
    help_b = moment(20, "help_began", "Welzijn helpt.", "Welfare helps.")
    other = (worse, help_b) if row == TELLING else (worse, help_a)
    parts = 20 if row == TELLING else None
    first, second = Story(begins, (worse, help_a)), Story(begins, other)
    return Told(row, 3, HOUSEHOLDS, first, second, parts, differing=5, telling=TELLING)


class FakeExplaining:
    residents = 1000

    def groups(self):
        return GROUPS

    def numbers(self, question: Question, mechanism: str, language: str):
        status = "AANNAME" if language == "nl" else "ASSUMED"
        return [FakeNumber("Getal", "een getal", "1", "2", "0 – 3", status, "verzonnen")]

    def set_differently(self, question: Question):
        return {"pots": 1}

    def chain(self, question: Question, opened: str = "") -> FakeTicket:
        return FakeTicket(question, lambda stages: FakeChainSnapshot(question, opened, stages))

    def left(self, question: Question, off) -> FakeTicket:
        gone = frozenset(off)
        return FakeTicket(question, lambda stages: FakeLeftSnapshot(question, gone, stages))

    def story(self, question: Question, household: int | None = None) -> FakeTicket:
        def made(stages: float) -> FakeStorySnapshot:
            if stages < 0.5:
                return FakeStorySnapshot(None, 0, "running")
            return FakeStorySnapshot(story(household), 2)

        return FakeTicket(question, made)

    def boards(self, question: Question) -> FakeTicket:
        return FakeTicket(question, lambda stages: FakeBoardsSnapshot(question, stages))

    def boards_table(self, snapshot, version: str, language: str) -> str:
        note = "Denkmodel, geen voorspelling" if language == "nl" else "A thinking model"
        return f"# {note}\nworld,week\n"

    def table(self, snapshot, outcome: str, version: str, language: str) -> str:
        note = "Denkmodel, geen voorspelling" if language == "nl" else "A thinking model"
        return f"# {note}\noutcome,part\n{outcome},group\n"
