"""What one visitor compares, and the answer to exactly that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import solara

from ui.compare.provider import Comparison, Snapshot
from ui.provider import Question, Side

LETTERS = "ABCD"
"""The baseline is A."""


@dataclass(frozen=True, eq=False)
class Answer:
    """A snapshot and the comparison it answers."""

    comparison: Comparison
    snapshot: Snapshot


@dataclass
class Memory:
    """One visitor's state; each part is read only by the components that show it."""

    language: solara.Reactive[str]
    comparison: solara.Reactive[Comparison]
    notices: solara.Reactive[tuple[str, ...]]
    front: solara.Reactive[tuple[str, ...]]
    """The outcomes that a link put in front."""
    answer: solara.Reactive[Answer | None] = field(default_factory=lambda: solara.reactive(None))
    stopped: solara.Reactive[bool] = field(default_factory=lambda: solara.reactive(False))
    """Whether the visitor asked for no more runs."""
    stalled: solara.Reactive[bool] = field(default_factory=lambda: solara.reactive(False))
    """Whether nothing new has come for a while."""
    past: list[Comparison] = field(default_factory=list)

    def newest(self) -> object:
        """What the page is drawn from: the comparison and its latest snapshot."""
        return self.comparison.value, self.answer.value

    def ask(self, comparison: Comparison) -> None:
        """Another comparison from now on; nothing of the one before stays on the screen."""
        if comparison == self.comparison.value:
            return
        self.past.append(self.comparison.value)
        self._show(comparison)

    def undo(self) -> None:
        """Back to the comparison before this one."""
        if self.past:
            self._show(self.past.pop())

    def _show(self, comparison: Comparison) -> None:
        self.answer.value = None
        self.stalled.value = False
        self.stopped.value = False
        self.comparison.value = comparison


def with_other(comparison: Comparison, number: int, side: Side | None) -> Comparison:
    """The comparison with another scenario in this place, or with that place empty."""
    others = list(comparison.others)
    if side is None:
        others = [each for n, each in enumerate(others) if n != number]
    elif number < len(others):
        others[number] = side
    else:
        others.append(side)
    return replace(comparison, others=tuple(others)) if others else comparison


def lettered(comparison: Comparison) -> Sequence[tuple[str, Side]]:
    """All sides with their letters, the baseline first."""
    return tuple(zip(LETTERS, comparison.sides, strict=False))


def pair_of(comparison: Comparison, side: Side) -> Question:
    """The baseline with one scenario, as the page of two ways asks it."""
    return Question(
        comparison.place, comparison.baseline, side, comparison.runs, comparison.seed,
        comparison.window, comparison.prices,
    )  # fmt: skip
