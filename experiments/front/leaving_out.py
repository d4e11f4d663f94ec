"""What is left of a difference when some mechanisms are switched off in both worlds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from experiments.explaining import groups
from experiments.front import answering, chains
from experiments.front.answering import FAILURES
from experiments.front.comparing import Comparison, World, comparison
from experiments.front.errands import POOL, Errand, Pool
from experiments.front.shapes import Pair, Question
from model.outcomes import OUTCOMES
from model.places import UnknownPlace

PAIRS = 8
"""Pairs of runs in each of the two worlds; as many as the finest explanation has."""


@dataclass(frozen=True)
class Left:
    """The difference of one outcome with everything, and without what is off; means over pairs."""

    whole: Pair
    left: Pair
    whole_mean: float
    left_mean: float


@dataclass(frozen=True)
class Snapshot:
    """How far it is, for whoever switched these off."""

    question: Question
    off: frozenset[str]
    state: str
    failure: str | None
    runs_done: int
    runs_wanted: int
    pairs: int = 0
    _here: Comparison | None = field(default=None, repr=False)
    _found: Any = field(default=None, repr=False)

    def left(self, outcome: str) -> Left | None:
        """What is left of the difference of one outcome; None while nothing can be measured."""
        here = self._here
        if here is None or not self.pairs:
            return None
        column, margin = chains.PLACES[outcome], OUTCOMES[outcome].margin
        pairs, means = [], []
        for world in (here.everything, here.everything - self.off):
            a, b = here.sides(self._found, world, self.pairs)[:, :, column]
            found = answering.pair(a, b, margin)
            if found is None:
                return None
            pairs.append(found)
            means.append(float(np.nanmean(b - a)))
        return Left(pairs[0], pairs[1], means[0], means[1])


class Ticket:
    """One visitor's interest in a world without some mechanisms."""

    def __init__(self, question: Question, off: Collection[str], pool: Pool = POOL) -> None:
        """Ask for both worlds; what is no mechanism in a group is not taken out."""
        self.question, self._off = question, frozenset(off) & groups.everything()
        self._errand: Errand | None = None
        self._refused = ""
        try:
            self._here = comparison(question)
        except UnknownPlace:
            self._refused = FAILURES["place_unknown"]
        except (KeyError, ValueError):
            self._refused = FAILURES["value_refused"]
        else:
            self._errand = pool.ask(self._here.pieces(self._worlds(), range(PAIRS)))

    def _worlds(self) -> list[World]:
        everything = self._here.everything
        return [everything, everything - self._off]

    def wait(self, more_than: int, timeout: float) -> Snapshot:
        """A snapshot as soon as there are more runs than these, or at timeout."""
        if self._errand is not None:
            self._errand.wait(more_than // 2, timeout)
        return self.snapshot()

    def snapshot(self) -> Snapshot:
        """What there is now, over the pairs that both worlds have."""
        errand = self._errand
        if errand is None:
            return Snapshot(self.question, self._off, "failed", self._refused, 0, 0)
        found, state = errand.known(), errand.state
        failed = state == "failed"
        there = range(PAIRS + 1)
        pairs = max(n for n in there if self._here.has(found, self._worlds(), n))
        return Snapshot(
            question=self.question,
            off=self._off,
            state=state,
            failure="why.failed" if failed else None,
            runs_done=2 * len(found),
            runs_wanted=2 * len(errand.pieces),
            pairs=0 if failed else pairs,
            _here=self._here,
            _found=found,
        )

    def cancel(self) -> None:
        """Ask for no more runs than others wait for."""
        if self._errand is not None:
            self._errand.cancel()
