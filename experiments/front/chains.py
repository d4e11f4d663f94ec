"""Why B differs from A, as it becomes known: first roughly, by group, then finer and inside one.

Each stage takes more pairs of runs or more orders than the one before. A stage is shown when all
its runs are there, so that all numbers on a screen rest on the same runs; their count is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from scipy import stats

from experiments.explaining import groups, shares
from experiments.explaining.groups import Group
from experiments.explaining.shares import Order, Share, Split, Value
from experiments.front import answering
from experiments.front.answering import FAILURES
from experiments.front.comparing import Comparison, Found, World, comparison
from experiments.front.errands import POOL, Errand, Piece, Pool
from experiments.front.shapes import Pair, Question
from model.outcomes import OUTCOMES
from model.places import UnknownPlace

ENOUGH = 8
"""Measured pairs from which anything is called clear: with fewer, chance alone often looks so."""
SURE = 0.95
"""How sure the range of a share must be that leaves out nothing, for the share to be clear."""
SEED = 1
"""Of the orders in which groups are added; the same for every question."""
PLACES = {key: place for place, key in enumerate(OUTCOMES)}


class Stage(NamedTuple):
    """So many pairs of runs in the worlds of so many orders."""

    pairs: int
    orders: int


STAGES = (Stage(1, 2), Stage(2, 2), Stage(4, 2), Stage(4, 4), Stage(8, 4))
"""How the answer becomes finer: an order and its reverse of one pair, and so on."""


@dataclass(frozen=True)
class Part:
    """What one group or mechanism contributes to the mean difference of one outcome.

    ``clear`` says whether it can be told apart from chance; ``alone`` is what it does with no
    other group in the world. NaN where it is not known.
    """

    key: str
    mean: float
    error: float
    alone: float
    clear: bool


@dataclass(frozen=True)
class Parts:
    """Parts with the runs that they rest on."""

    parts: Sequence[Part]
    pairs: int
    orders: int


@dataclass(frozen=True)
class Chain:
    """The mean difference of one outcome as a sum: the parts, and what is left without any.

    ``together`` is what groups do only together, a part of the sum; NaN while it is not known.
    ``inside`` holds the mechanisms of the opened group.
    """

    difference: float
    pair: Pair | None
    of_groups: Parts
    remainder: float
    together: float
    inside: Parts | None = None

    def hidden(self, part: Part | None = None, of: Parts | None = None) -> str:
        """Why no share of the whole may be told of a part; empty where it may be.

        ``few_pairs``, ``whole_unclear`` (of such a whole no part is known either) or
        ``part_unclear``. Without a part: of what is left, and of the whole itself.
        ``of`` are the parts that it belongs to, the groups if not told.
        """
        if (of or self.of_groups).pairs < ENOUGH:
            return "few_pairs"
        if self.pair is None or not self.pair.counts.direction or not self.difference:
            return "whole_unclear"
        return "part_unclear" if part is not None and not part.clear else ""


@dataclass(frozen=True)
class Snapshot:
    """How far an explanation is, and what it shows so far."""

    question: Question
    state: str
    failure: str | None
    runs_done: int
    runs_wanted: int
    period: tuple[int, int] = (0, 0)
    window: str = "final"
    residents: int = 0
    stage: Stage | None = None
    _known: Known | None = field(default=None, repr=False)

    def chain(self, outcome: str) -> Chain | None:
        """The explanation of one outcome; None while there is none, or nothing to measure."""
        return self._known.chain(outcome) if self._known else None


class Known:
    """The latest stages that are whole, and the splits over them."""

    def __init__(self, here: Comparison, found: Found, group: Group | None) -> None:
        self._here, self._found, self._group = here, found, group
        self.stage = _latest(lambda s: here.has(found, worlds_of(s), s.pairs))
        self._inner = None
        if group:
            self._inner = _latest(lambda s: here.has(found, inner_of(group, s), s.pairs))
        self._split: Split | None = None
        self._shares: Mapping[str, Share] = {}
        if self.stage:
            value = groups.of_groups(self._value(self.stage.pairs))
            self._split = shares.split(value, tuple(groups.groups()), orders(self.stage))
        if group and self._inner:
            tried = orders(self._inner)
            self._shares = groups.inside(self._value(self._inner.pairs), group, tried)

    def _value(self, pairs: int) -> Value:
        return lambda world: self._here.difference(self._found, world, pairs)

    def chain(self, outcome: str) -> Chain | None:
        """The explanation of one outcome; None where nothing could be measured."""
        stage, split = self.stage, self._split
        if stage is None or split is None:
            return None
        column = PLACES[outcome]
        if not split.pairs[column]:
            return None
        a, b = self._here.sides(self._found, self._here.everything, stage.pairs)[:, :, column]
        inside = None
        if self._inner:
            # what groups could not be measured in, their mechanisms could not either
            pairs = min(int(split.pairs[column]), self._inner.pairs)
            inside = Parts(_parts(self._shares, column, pairs), *self._inner)
        return Chain(
            difference=float(split.difference[column]),
            pair=answering.pair(a, b, OUTCOMES[outcome].margin),
            of_groups=Parts(_parts(split.shares, column, int(split.pairs[column])), *stage),
            remainder=float(split.remainder[column]),
            together=float(split.together[column]),
            inside=inside,
        )


def errors_away(pairs: int) -> float:
    """Standard errors that a share must be away from nothing to be clear; endless for few pairs."""
    return float(stats.t.ppf((1 + SURE) / 2, pairs - 1)) if pairs >= ENOUGH else np.inf


def _parts(found: Mapping[str, Share], column: int, pairs: int) -> list[Part]:
    made, least = [], errors_away(pairs)
    for key, share in found.items():
        mean, error = float(share.mean[column]), float(share.error[column])
        clear = pairs >= ENOUGH and abs(mean) > least * np.nan_to_num(error, nan=np.inf)
        made.append(Part(key, mean, error, float(share.alone[column]), bool(clear)))
    return sorted(made, key=lambda part: -abs(part.mean))


def _latest(whole: Callable[[Stage], bool]) -> Stage | None:
    return next((stage for stage in reversed(STAGES) if whole(stage)), None)


def orders(stage: Stage) -> list[Order]:
    """The orders of groups of a stage."""
    return shares.orders(tuple(groups.groups()), stage.orders, SEED)


def worlds_of(stage: Stage) -> list[World]:
    """The worlds of a stage of groups."""
    needed = shares.needed(tuple(groups.groups()), orders(stage))
    return [groups.members(keys) for keys in needed]


def inner_of(group: Group, stage: Stage) -> list[World]:
    """The worlds of a stage inside one group."""
    tried = orders(stage)
    found = [
        world
        for order, within in zip(tried, groups.inner(group, tried), strict=True)
        for world in groups.steps_of(group, order, within)
    ]
    return list(dict.fromkeys(found))


def wanted(here: Comparison, group: Group | None) -> Iterator[Piece]:
    """All pieces of an explanation, stage by stage, those of an opened group right behind."""
    for stage in STAGES:
        yield from here.pieces(worlds_of(stage), range(stage.pairs))
        if group:
            yield from here.pieces(inner_of(group, stage), range(stage.pairs))


class Ticket:
    """One visitor's interest in one explanation."""

    def __init__(self, question: Question, opened: str = "", pool: Pool = POOL) -> None:
        """Ask for it, and for the mechanisms of one group where that is opened."""
        self.question, self._group = question, groups.groups().get(opened)
        self._errand: Errand | None = None
        self._refused, self._latest = "", (0, Snapshot(question, "running", None, 0, 0))
        try:
            self._here = comparison(question)
        except UnknownPlace:
            self._refused = FAILURES["place_unknown"]
        except (KeyError, ValueError):
            self._refused = FAILURES["value_refused"]
        else:
            self._errand = pool.ask(list(wanted(self._here, self._group)))

    def wait(self, more_than: int, timeout: float) -> Snapshot:
        """A snapshot as soon as there are more runs than these, or at timeout."""
        if self._errand is not None:
            self._errand.wait(more_than // 2, timeout)
        return self.snapshot()

    def snapshot(self) -> Snapshot:
        """What there is of the explanation now; the same one until there is more."""
        errand = self._errand
        if errand is None:
            return Snapshot(self.question, "failed", self._refused, 0, 0)
        known, state = errand.known(), errand.state
        count, latest = self._latest
        if count == len(known) and latest.state == state and count:
            return latest
        failed = state == "failed"
        made = None if failed else Known(self._here, known, self._group)
        window = self._here.window
        snapshot = Snapshot(
            question=self.question,
            state=state,
            failure="why.failed" if failed else None,
            runs_done=2 * len(known),
            runs_wanted=2 * len(errand.pieces),
            period=(window.begin, window.end),
            window=window.name,
            residents=self._here.a.residents,
            stage=made.stage if made else None,
            _known=made,
        )
        self._latest = (len(known), snapshot)
        return snapshot

    def cancel(self) -> None:
        """Ask for no more runs than others wait for."""
        if self._errand is not None:
            self._errand.cancel()
