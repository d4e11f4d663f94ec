"""What the page about why asks of the rest of the house."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from experiments.front.chains import ENOUGH, SURE, Chain, Part, Parts, Stage
from experiments.front.following import Told
from experiments.front.leaving_out import Left
from ui.provider import Keyed, Question

__all__ = [
    "ENOUGH",
    "SURE",
    "BoardsSnapshot",
    "Chain",
    "ChainSnapshot",
    "Explaining",
    "Left",
    "LeftSnapshot",
    "Number",
    "Part",
    "Parts",
    "RuleGroup",
    "Stage",
    "StorySnapshot",
    "Ticket",
    "Told",
]


class Progress(Protocol):
    """How far a computation is."""

    @property
    def state(self) -> str:
        """Running, done or failed."""
        ...

    @property
    def failure(self) -> str | None: ...
    @property
    def runs_done(self) -> int: ...
    @property
    def runs_wanted(self) -> int: ...


class ChainSnapshot(Progress, Protocol):
    """An explanation as far as it is."""

    @property
    def stage(self) -> Stage | None: ...
    @property
    def window(self) -> str: ...
    @property
    def period(self) -> tuple[int, int]: ...
    @property
    def residents(self) -> int: ...
    def chain(self, outcome: str) -> Chain | None: ...


class LeftSnapshot(Progress, Protocol):
    """What is left of a difference, as far as it is known."""

    @property
    def pairs(self) -> int: ...
    def left(self, outcome: str) -> Left | None: ...


class StorySnapshot(Progress, Protocol):
    """One household in both worlds, once both are there."""

    @property
    def told(self) -> Told | None: ...


class BoardsSnapshot(Progress, Protocol):
    """The two boards, once the runs that are drawn are there."""

    @property
    def data(self) -> Mapping[str, Any] | None: ...
    @property
    def apart(self) -> Mapping[str, Any] | None: ...
    @property
    def pairs(self) -> int: ...
    @property
    def residents(self) -> int: ...


class Ticket(Protocol):
    """One visitor's interest in one of these."""

    def wait(self, more_than: int, timeout: float) -> Progress: ...
    def cancel(self) -> None: ...


class Number(Protocol):
    """One number of a rule, and what its size rests on."""

    @property
    def name(self) -> str: ...
    @property
    def meaning(self) -> str: ...
    @property
    def a(self) -> str: ...
    @property
    def b(self) -> str: ...
    @property
    def between(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def basis(self) -> str: ...


class RuleGroup(Keyed, Protocol):
    """Rules that belong together."""

    @property
    def mechanisms(self) -> Sequence[Keyed]: ...


class Explaining(Protocol):
    """Everything that the page about why can ask for."""

    @property
    def residents(self) -> int: ...
    def groups(self) -> Sequence[RuleGroup]: ...
    def numbers(self, question: Question, mechanism: str, language: str) -> Sequence[Number]: ...
    def set_differently(self, question: Question) -> Mapping[str, int]: ...
    def chain(self, question: Question, opened: str = "") -> Ticket: ...
    def left(self, question: Question, off: Collection[str]) -> Ticket: ...
    def story(self, question: Question, household: int | None = None) -> Ticket: ...
    def table(self, snapshot: ChainSnapshot, outcome: str, version: str, language: str) -> str: ...
    def boards(self, question: Question) -> Ticket: ...
    def boards_table(self, snapshot: BoardsSnapshot, version: str, language: str) -> str: ...
