"""What one visitor has set, and what stands on the screen."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import solara

from ui.provider import Declaration, Picture, Provider, Question, Side, Snapshot, Ticket

SIDES = ("a", "b")


@dataclass(frozen=True, eq=False)
class Answer:
    """A snapshot and the question it answers; while that differs from what is asked, it is old."""

    question: Question
    snapshot: Snapshot


@dataclass
class Memory:
    """One visitor's state; each part is read only by the components that show it."""

    language: solara.Reactive[str]
    question: solara.Reactive[Question]
    turned: solara.Reactive[str]
    """Which side the levers turn: `a`, `b` or `both`."""
    notices: solara.Reactive[tuple[str, ...]]
    """What a link asked for and could not be given, as sentences."""
    answer: solara.Reactive[Answer | None]
    """The latest snapshot with the question it answers."""
    medians: solara.Reactive[bool]
    front: solara.Reactive[tuple[str, ...]]
    """The outcomes whose charts a link or a question put in front; empty for the usual ones."""
    own: solara.Reactive[tuple[str, ...]] = field(default_factory=lambda: solara.reactive(()))
    """The places that this visitor filled in or brought, by key; they stand nowhere else."""
    ghost: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures of the setting before this one; drawn together with the next picture."""
    past: list[Question] = field(default_factory=list)
    """The questions before this one, the latest last."""
    future: list[Question] = field(default_factory=list)
    """The questions that were undone, the latest last; empty once something new is asked."""
    locks: solara.Reactive[frozenset[str]] = field(
        default_factory=lambda: solara.reactive(frozenset[str]())
    )
    """What must stay the same in all when a lever moves: money, hours, both or neither."""
    gave: solara.Reactive[tuple[Any, ...]] = field(default_factory=lambda: solara.reactive(()))
    """What the lock did at the last release (`ui.locking.Given`)."""
    refusals: solara.Reactive[int] = field(default_factory=lambda: solara.reactive(0))
    """How often a lock kept a lever from going where it was moved."""
    slow: solara.Reactive[Question | None] = field(default_factory=lambda: solara.reactive(None))
    """The question whose first picture takes longer than usual."""
    doubt: solara.Reactive[bool] = field(default_factory=lambda: solara.reactive(False))
    """Whether the visitor asked to draw anew what nobody knows."""
    doubted: solara.Reactive[Answer | None] = field(default_factory=lambda: solara.reactive(None))
    """The latest snapshot of those draws, with the question it is about."""
    runs_drawn: solara.Reactive[bool] = field(default_factory=lambda: solara.reactive(True))
    """Whether thin lines of single runs are drawn."""
    request: Callable[[Question], Ticket] | None = None
    """Where a question is asked, to have it begun before the page is drawn for it."""
    begun: tuple[Question, Ticket] | None = None

    def newest(self) -> object:
        """What the page is drawn from: the latest snapshot."""
        return self.answer.value

    def ask(self, question: Question) -> None:
        """Another question from now on; the present picture becomes the ghost behind it."""
        if question == self.question.value:
            return
        self.past.append(self.question.value)
        self.future.clear()
        self.show(question)

    def is_old(self) -> bool:
        """Whether what stands on the screen answers an earlier question than the present one."""
        answer = self.answer.value
        return answer is not None and answer.question != self.question.value

    def undo(self) -> None:
        """Back to the question before this one."""
        if self.past:
            self.future.append(self.question.value)
            self.gave.value = ()
            self.show(self.past.pop())

    def redo(self) -> None:
        """Forward again to the question that was undone last."""
        if self.future:
            self.past.append(self.question.value)
            self.gave.value = ()
            self.show(self.future.pop())

    def show(self, question: Question) -> None:
        """The question that is being answered, with what stood there as its ghost."""
        seen = self.answer.value
        same_scene = question.place == self.question.value.place
        if seen is not None and seen.snapshot.pictures:
            # as it is: pictures that nobody looks at are not worked out for a lever's release
            self.ghost = seen.snapshot.pictures if same_scene else {}
        self.begin(question)
        self.question.value = question

    def behind(self, key: str) -> Picture | None:
        """The picture of an outcome at the setting before this one, where there is one."""
        with suppress(Exception):  # what could not be drawn then has been told then
            return self.ghost.get(key)
        return None

    def begin(self, question: Question) -> None:
        """Have it worked out while levers and lists are still being drawn again for it."""
        left, self.begun = self.begun, None
        if left is not None:
            left[1].cancel()
        if self.request is not None:
            # what cannot be asked is told by who follows the question, not by a lever
            with suppress(Exception):
                self.begun = question, self.request(question)

    def taken(self, question: Question) -> Ticket | None:
        """The ticket of this question where it was begun already; it is given away once."""
        begun = self.begun
        if begun is None or begun[0] != question:
            return None  # a newer one stays for whoever follows that
        self.begun = None
        return begun[1]


def side_of(question: Question, side: str) -> Side:
    """The A or the B of a question."""
    return question.a if side == "a" else question.b


def value_of(provider: Provider, side: Side, address: str) -> float:
    """What a lever stands at on this side: as the visitor set it, else as the scenario has it."""
    return provider.value(side, address)


def scenario_value(provider: Provider, scenario: str, address: str) -> float:
    """What the scenario itself sets a lever to."""
    return provider.value(Side(scenario), address)


def moved(provider: Provider, side: Side, address: str, value: float) -> Side:
    """The side with one lever moved; a lever back at its scenario's value is forgotten."""
    values = {a: v for a, v in side.values if a != address}
    if value != scenario_value(provider, side.scenario, address):
        values[address] = float(value)
    return Side(side.scenario, tuple(sorted(values.items())))


def turn(
    question: Question, provider: Provider, turned: str, address: str, value: float
) -> Question:
    """The question after a lever was released."""
    for side in SIDES if turned == "both" else (turned,):
        new = moved(provider, side_of(question, side), address, value)
        question = replace(question, **{side: new})
    return question


def price_of(question: Question, price: Declaration) -> float:
    """What an hour costs: as the visitor set it, else as the model has it."""
    return dict(question.prices).get(price.address, price.default)


def priced(question: Question, price: Declaration, value: float) -> Question:
    """The question at another price; the model's own price is forgotten."""
    low, high = price.between
    prices = {address: v for address, v in question.prices if address != price.address}
    if not math.isclose(value, price.default):
        prices[price.address] = float(min(high, max(low, value)))
    return replace(question, prices=tuple(sorted(prices.items())))
