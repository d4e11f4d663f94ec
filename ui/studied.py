"""What the page asks for and waits for: a ticket, draws, and what earlier studies found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from experiments.front.shapes import Question

if TYPE_CHECKING:
    from ui.provider import Snapshot


class Ticket(Protocol):
    """One visitor's interest in one computation."""

    def snapshot(self) -> Snapshot: ...
    def wait(self, timeout: float) -> Snapshot:
        """The same, as soon as there is a picture, or at timeout."""
        ...

    def cancel(self) -> None: ...


class Mover(Protocol):
    """A mechanism whose unknown numbers move an outcome."""

    @property
    def assumed(self) -> bool:
        """Whether those numbers are assumed, rather than fitted or found."""
        ...

    def name(self, language: str) -> str: ...


class Studied(Protocol):
    """The part of a provider that tells what is not known."""

    def movers(self, key: str) -> Sequence[Mover]:
        """What moves an outcome most, as the latest study found; empty where none did."""
        ...

    def doubt(self, question: Question) -> Ticket:
        """A ticket for the same question with every number that nobody knows drawn anew."""
        ...
