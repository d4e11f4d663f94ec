"""The same comparison in a world without some mechanisms: paired, and the same luck.

A mechanism is taken out as the audit of knock-outs does it: all its numbers at their neutral size,
before week 0 too, on both sides. So A and B still begin from one and the same state, but from
another than the world with the mechanism does; what A or B sets of such a number is overruled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from experiments import batch, effects
from experiments.audits.knock_outs import mechanisms as can_be_taken_out
from experiments.batch import Draw, Window
from experiments.explaining.kept import Kept
from experiments.simulation import Plan
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES, MECHANISMS, without


@dataclass
class Worlds:
    """Values of sets of mechanisms: the paired difference of outcomes with only those at work.

    ``players`` are the mechanisms that may be taken out; ``draws`` of what nobody knows are those
    of each side. What is known already is not run again. ``on_run`` is told of every run.
    """

    a: Plan
    b: Plan
    players: Sequence[str]
    outcomes: Sequence[str]
    window: Window
    replicates: int
    draws: tuple[Sequence[Draw], Sequence[Draw]] = ((), ())
    threads: int | None = None
    on_run: Callable[[], None] | None = None
    kept: Kept = field(default_factory=Kept)
    known: dict[frozenset[str], NDArray[np.float64]] = field(default_factory=dict)

    def value(self, present: frozenset[str]) -> NDArray[np.float64]:
        """B − A with these mechanisms in the world [replicate, outcome]."""
        if present not in self.known:
            first, second = self.sides(present)
            found = np.empty((self.replicates, len(self.outcomes)))
            for column, key in enumerate(self.outcomes):
                place, margin = list(OUTCOMES).index(key), OUTCOMES[key].margin
                found[:, column] = effects.difference(first[:, place], second[:, place], margin)
            self.known[present] = found
        return self.known[present]

    def sides(self, present: frozenset[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Every outcome of A and of B with these mechanisms in the world [replicate, outcome]."""
        neutral = without(set(self.players) - present)
        jobs = [
            (knocked_out(plan, neutral), replicate, [_left(draw, neutral) for draw in draws])
            for plan, draws in ((self.a, self.draws[0]), (self.b, self.draws[1]))
            for replicate in range(self.replicates)
        ]
        with ThreadPoolExecutor(self.threads or batch.THREADS) as pool:
            found = np.array(list(pool.map(lambda job: self._one(*job), jobs)))
        return found[: self.replicates], found[self.replicates :]

    def pair(self, present: frozenset[str], replicate: int) -> NDArray[np.float64]:
        """Every outcome of A and of B in one pair of runs, without draws [side, outcome]."""
        neutral = without(set(self.players) - present)
        sides = (knocked_out(plan, neutral) for plan in (self.a, self.b))
        return np.array([self._one(plan, replicate, ()) for plan in sides])

    def _one(self, plan: Plan, replicate: int, draws: Sequence[Draw]) -> NDArray[np.float64]:
        drawn = batch.drawn(plan, replicate, draws or None)
        known = self.kept.find(drawn, replicate, self.window)
        if known is None:
            values = batch.summarise(drawn, replicate, (self.window,)).values
            known = np.array([values[key][0, 0] for key in OUTCOMES])
            self.kept.keep(drawn, replicate, self.window, known)
        if self.on_run:
            self.on_run()
        return known


def players(off: Iterable[str] = ()) -> tuple[str, ...]:
    """The mechanisms over which a difference can be split, but for those that are off anyway."""
    return tuple(name for name in can_be_taken_out() if name not in set(off))


def knocked_out(plan: Plan, neutral: Mapping[str, float]) -> Plan:
    """The plan in a world in which these numbers are neutral, before week 0 too."""
    return replace(
        plan,
        values=_left(plan.values, neutral),
        context=dict(plan.context) | dict(neutral),
        timeline=tuple((week, _left(values, neutral)) for week, values in plan.timeline),
    )


def set_differently(a: Plan, b: Plan, mechanism: str) -> tuple[str, ...]:
    """The numbers of a mechanism that A and B do not set alike: taking it out takes those along."""
    return tuple(
        address
        for address in MECHANISMS[mechanism]
        if _settings(a, address) != _settings(b, address)
    )


def _settings(plan: Plan, address: str) -> tuple[float, ...]:
    usual = ADDRESSES[address].default
    first = plan.context.get(address, plan.values.get(address, usual))
    return (first, *(values[address] for _, values in plan.timeline if address in values))


def _left(values: Mapping[str, float], gone: Mapping[str, float]) -> dict[str, float]:
    return {address: value for address, value in values.items() if address not in gone}
