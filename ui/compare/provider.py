"""What the page of comparisons asks of the rest of the house, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from experiments.front.compared import LINES, Comparison, Doubt, Strip

__all__ = [
    "LINES", "Comparing", "Comparison", "Doubt", "Fitted", "Ready", "Snapshot", "Strip", "Ticket",
]  # fmt: skip


class Ready(Protocol):
    """A comparison that stands ready."""

    @property
    def key(self) -> str: ...
    @property
    def baseline(self) -> str: ...
    @property
    def others(self) -> Sequence[str]: ...
    @property
    def window(self) -> str: ...
    def name(self, language: str) -> str: ...


class Fitted(Protocol):
    """The sets of numbers that are not too far from what is known."""

    @property
    def sets(self) -> int: ...


class Snapshot(Protocol):
    """How far a comparison is, and what it shows so far."""

    @property
    def state(self) -> str: ...
    @property
    def failure(self) -> str | None: ...
    @property
    def runs_done(self) -> int: ...
    @property
    def runs_wanted(self) -> int: ...
    @property
    def weeks(self) -> Sequence[int]: ...
    @property
    def window(self) -> str: ...
    @property
    def period(self) -> tuple[int, int]: ...
    @property
    def strips(self) -> Mapping[str, Sequence[Strip | None]]:
        """For each outcome the differences of each scenario from the baseline."""
        ...

    def lines(self, key: str) -> Sequence[Sequence[Sequence[float | None]]]:
        """The first runs of one outcome [side][run][moment]."""
        ...

    @property
    def doubt(self) -> Doubt | None: ...
    @property
    def sampled(self) -> tuple[int, int] | None: ...


class Ticket(Protocol):
    """One visitor's interest in one comparison."""

    def snapshot(self) -> Snapshot: ...
    def wait(self, timeout: float) -> Snapshot: ...
    def cancel(self) -> None: ...


class Comparing(Protocol):
    """Everything the page of comparisons can ask for."""

    most: int
    """Scenarios beside the baseline, at most."""
    draws: int
    """How often what nobody knows is drawn anew, at most."""

    def ready(self) -> Sequence[Ready]: ...
    def start(self) -> Comparison: ...
    def fitted(self) -> Fitted | None:
        """The sets of numbers that fit; None where none ship with this version."""
        ...

    def request(self, comparison: Comparison) -> Ticket: ...
    def table(self, comparison: Comparison, language: str) -> str:
        """The figures as CSV, with a heading that says what was run."""
        ...
