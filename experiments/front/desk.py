"""Where a screen asks: everything to choose from, and a ticket for every question."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

from experiments import live
from experiments.front import declared, doubting, figures, given, moving, stories, ways, worlds
from experiments.front.answering import Snapshot
from experiments.front.asking import asked
from experiments.front.explaining import Explainer
from experiments.front.filling import Filling
from experiments.front.shapes import Difference, Extra, Question, Side
from experiments.lessons import Lesson, lessons
from experiments.own_place import find
from model.beginning import HISTORIES
from model.places import DEFAULT_PLACE

QUICK_RESIDENTS, QUICK_RUNS = 1_500, 2
"""A first look at a sample of the sample, shown until the first whole pair of runs is there."""


@cache
def version() -> str:
    """The version of this checkout, or of the installed project where there is none."""
    project = Path(__file__).parents[2] / "pyproject.toml"
    if project.is_file():
        return tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"]
    return metadata.version("samenspel")


class Ticket:
    """One visitor's interest in one answer."""

    def __init__(self, question: Question) -> None:
        """Ask for the answer, and in a large place for a first look before it."""
        self.question = question
        self._quick = None
        # First the small one: a thread that has begun a large run cannot be called back.
        if find(question.place).population > QUICK_RESIDENTS:
            self._quick = live.request(asked(question, QUICK_RESIDENTS, QUICK_RUNS))
        self._whole = live.request(asked(question))
        if self._quick is not None and self._whole.snapshot().runs_done:
            self._quick.cancel()
            self._quick = None

    def snapshot(self) -> Snapshot:
        """What there is of the answer now."""
        return self.wait(0.0)

    def wait(self, timeout: float) -> Snapshot:
        """The same, as soon as there is a picture, or when it failed, or at timeout."""
        if self._quick is None:
            return Snapshot(self.question, self._whole.wait(0, timeout))
        first = self._quick.wait(0, timeout)
        whole = self._whole.wait(0, 0.0)
        if whole.runs_done or whole.failure or not first.runs_done:
            return Snapshot(self.question, whole)
        return Snapshot(self.question, first, quick=True)

    def cancel(self) -> None:
        """Ask for no more runs than others wait for."""
        for ticket in (self._quick, self._whole):
            if ticket is not None:
                ticket.cancel()


class Desk:
    """Everything a screen can ask for."""

    runs = 100
    seed = 1
    weeks_per_year = worlds.YEAR
    explaining = Explainer()
    histories = HISTORIES

    @property
    def version(self) -> str:
        """The version of the project."""
        return version()

    def places(self) -> Sequence[stories.Place]:
        """Every place, by municipality."""
        return stories.places()

    def place(self, key: str) -> stories.Place:
        """The place with this key, also one that a visitor filled in; UnknownPlace if none."""
        return stories.place(key)

    def filling(self) -> Filling:
        """How a visitor fills in a neighbourhood."""
        return Filling()

    def scenarios(self) -> Sequence[stories.Scenario]:
        """Every scenario of one neighbourhood."""
        return stories.scenarios()

    def elsewhere(self) -> Sequence[stories.Scenario]:
        """Every scenario that a page of one neighbourhood cannot show."""
        return stories.elsewhere()

    def openings(self) -> Sequence[stories.Opening]:
        """The questions that set A and B."""
        return stories.openings()

    def lessons(self) -> Sequence[Lesson]:
        """The guided lessons."""
        return lessons()

    def levers(self) -> Sequence[declared.Lever]:
        """Every lever."""
        return declared.levers()

    def prices(self) -> Sequence[declared.Lever]:
        """What an hour costs."""
        return declared.prices()

    def outcomes(self) -> Sequence[declared.Outcome]:
        """Every outcome."""
        return declared.outcomes()

    def start(self) -> Question:
        """The question that stands there when nobody has asked anything."""
        first = stories.openings()[0]
        return Question(
            DEFAULT_PLACE, Side(first.a), Side(first.b), self.runs, self.seed, first.window
        )

    def value(self, side: Side, address: str) -> float:
        """What a lever stands at on a side."""
        return worlds.value(side, address)

    def idle(self, side: Side, address: str) -> bool:
        """Whether a lever does nothing on this side."""
        return worlds.idle(side, address)

    def extra(self, question: Question, side: Side) -> Extra:
        """The extra money of a side."""
        return worlds.extra(side, question.place)

    def differences(self, question: Question) -> Sequence[Difference]:
        """What is not the same in A and B."""
        return worlds.differences(question)

    def repeats(self, question: Question, key: str) -> bool:
        """Whether an outcome only repeats what was set differently in A and B."""
        return given.repeats(key, worlds.differing(question))

    def comparing(self) -> ways.Service:
        """What the page of comparisons asks."""
        return ways.Service()

    def request(self, question: Question) -> Ticket:
        """A ticket for this question."""
        return Ticket(question)

    def movers(self, key: str) -> Sequence[moving.Mover]:
        """What moves an outcome most, as the latest study found."""
        return moving.movers().get(key, ())

    def doubt(self, question: Question) -> doubting.Ticket:
        """A ticket for the same question with every number that nobody knows drawn anew."""
        return doubting.Ticket(question)

    def table(self, question: Question, language: str) -> str:
        """The results as CSV: of the runs that there are now, and at least of one pair.

        Who wants all of them saves once more later; the file says how many it holds.
        """
        ticket = live.request(asked(question))
        try:
            answer = ticket.wait(timeout=None)
        finally:
            ticket.cancel()
        return figures.table(question, answer, self.version, language)
