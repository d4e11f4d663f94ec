"""One question in worlds without some mechanisms: which runs it takes, and what they came to.

Few residents and few pairs, for every world needs long runs of its own before week 0. What runs
came to is kept on disk by the identity of their plans, so that asking again goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments import effects, picture
from experiments.batch import Window
from experiments.explaining import groups
from experiments.explaining.kept import Kept
from experiments.explaining.worlds import Worlds
from experiments.front.asking import asked
from experiments.front.errands import Piece
from experiments.front.shapes import Question
from experiments.simulation import Plan
from model.outcomes import OUTCOMES

RESIDENTS = 1_000
"""Residents of each run: as many as the command ``explain`` takes."""
MARGINS = np.array([outcome.margin for outcome in OUTCOMES.values()])
KEPT = Kept()

World = frozenset[str]
"""The mechanisms that are in the world."""
Found = Mapping[Any, NDArray[np.float64]]
"""What pieces came to [side, outcome], by key."""


class Comparison:
    """A and B of one question, in any world."""

    def __init__(self, question: Question) -> None:
        """Read the question; raises UnknownPlace, KeyError or ValueError."""
        self.question = question
        computed = asked(question, residents=RESIDENTS)
        self.a, self.b = computed.sides()
        self.window = _window(question, computed.weeks, computed.values_a, computed.values_b)
        self.everything: World = groups.everything()
        self._worlds = Worlds(
            a=self.a, b=self.b, players=sorted(self.everything), outcomes=tuple(OUTCOMES),
            window=self.window, replicates=1, kept=KEPT,
        )  # fmt: skip
        self._name = (self.a.identity, self.b.identity, self.window)

    @property
    def plans(self) -> tuple[Plan, Plan]:
        """The plans of A and B."""
        return self.a, self.b

    def pieces(self, worlds: Iterable[World], pairs: Iterable[int]) -> list[Piece]:
        """The runs of A and B in each of these worlds, pair by pair."""
        wanted = list(worlds)
        return [self._piece(world, pair) for pair in pairs for world in wanted]

    def _piece(self, world: World, pair: int) -> Piece:
        return Piece(self.key(world, pair), lambda: self._worlds.pair(world, pair))

    def key(self, world: World, pair: int) -> tuple[object, ...]:
        """What a pair of runs in a world is called."""
        return (*self._name, world, pair)

    def has(self, found: Found, worlds: Iterable[World], pairs: int) -> bool:
        """Whether all these worlds have so many pairs."""
        return all(self.key(world, n) in found for world in worlds for n in range(pairs))

    def sides(self, found: Found, world: World, pairs: int) -> NDArray[np.float64]:
        """What A and B came to in the first pairs of a world [side, pair, outcome]."""
        each = np.array([found[self.key(world, n)] for n in range(pairs)])
        return each.reshape(pairs, 2, len(OUTCOMES)).swapaxes(0, 1)

    def difference(self, found: Found, world: World, pairs: int) -> NDArray[np.float64]:
        """B − A in the first pairs of a world [pair, outcome]."""
        a, b = self.sides(found, world, pairs)
        return effects.difference(a, b, MARGINS)  # pyright: ignore[reportArgumentType]


def _window(
    question: Question, weeks: int, a: Mapping[str, float], b: Mapping[str, float]
) -> Window:
    """The weeks that are compared: those asked for where there are any, else the last year."""
    known = {window.name: window for window in picture.windows(weeks, a, b)}
    return known.get(question.window, known["final"])


@lru_cache(maxsize=64)
def comparison(question: Question) -> Comparison:
    """The comparison of a question, made once."""
    return Comparison(question)
