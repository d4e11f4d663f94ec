"""The ten questions of teams, alone and together: which binds first in which neighbourhood.

Each question is a scenario that sets a package of levers. Every package is run alone, all are run
together, and all but one, on the same pairs of chance. A question can bind in two ways: answered
alone it gives most, or left out of all answers it is missed most. They need not be the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from experiments import batch, effects
from experiments.batch import Draw, Window
from experiments.effects import Effect
from experiments.simulation import Plan
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library

Package = Mapping[str, float]
Values = NDArray[np.float64]
World = frozenset[str]
"""The packages that are in force together."""

NOW: World = frozenset()


class Opposite(ValueError):  # noqa: N818  (it names what is the matter)
    """Packages that move one number in opposite directions cannot be in force together."""

    def __init__(self, address: str, keys: Sequence[str]) -> None:
        """Keep which number, and which packages."""
        super().__init__(f"{address} is moved in opposite directions by {', '.join(keys)}")
        self.address = address
        self.keys = tuple(keys)


def questions() -> tuple[str, ...]:
    """The keys of the ten scenarios, in the order of the document."""
    return tuple(key for key in library.stories() if key.startswith("question_"))


def package(key: str) -> dict[str, float]:
    """What one question sets that is not as usual."""
    values, timeline = library.resolve(library.load(key))
    if timeline:
        raise ValueError(f"{key} changes numbers later on: such packages cannot be put together")
    return {a: value for a, value in values.items() if value != ADDRESSES[a].default}


def together(packages: Mapping[str, Package]) -> dict[str, float]:
    """All packages in force at once; of two that set one number, the larger change counts.

    Raises Opposite where they move it in opposite directions: then neither is what was asked.
    """
    values: dict[str, float] = {}
    for address in dict.fromkeys(a for each in packages.values() for a in each):
        usual = ADDRESSES[address].default
        moved = {key: each[address] for key, each in packages.items() if address in each}
        if min(moved.values()) < usual < max(moved.values()):
            raise Opposite(address, list(moved))
        values[address] = max(moved.values(), key=lambda value: abs(value - usual))
    return values


def shared(packages: Mapping[str, Package], pair: Iterable[str]) -> tuple[str, ...]:
    """The numbers that both of a pair set: their effects cannot simply add up."""
    first, second = (packages[key] for key in pair)
    return tuple(address for address in first if address in second)


def worlds(keys: Sequence[str], pairs: bool = False) -> tuple[World, ...]:
    """Every world that is needed: as it is, each alone, all, all but one, and perhaps each two."""
    everything = frozenset(keys)
    wanted = [NOW, *(frozenset([key]) for key in keys), everything]
    wanted += [everything - {key} for key in keys]
    if pairs:
        wanted += [frozenset(pair) for pair in combinations(keys, 2)]
    return tuple(dict.fromkeys(wanted))


@dataclass(frozen=True)
class Asked:
    """What is run: the packages on top of one plan, so often, and what is looked at."""

    plan: Plan
    packages: Mapping[str, Package]
    outcomes: Sequence[str]
    window: Window
    replicates: int
    draws: Sequence[Draw] = ()
    threads: int | None = None
    pairs: bool = False


@dataclass(frozen=True)
class Measured:
    """Each outcome in each world [replicate], and what may be said of the differences."""

    values: Mapping[World, Mapping[str, Values]]
    keys: tuple[str, ...]

    def together(self, outcome: str) -> Effect:
        """What all packages at once change."""
        return self._paired(outcome, NOW, frozenset(self.keys))

    def alone(self, outcome: str, key: str) -> Effect:
        """What one package changes where nothing else does."""
        return self._paired(outcome, NOW, frozenset([key]))

    def last(self, outcome: str, key: str) -> Effect:
        """What one package adds where all others are there; what its removal loses."""
        everything = frozenset(self.keys)
        return self._paired(outcome, everything - {key}, everything)

    def interplay(self, outcome: str, pair: Sequence[str]) -> Effect:
        """What two packages do together, less the sum of what each does alone."""
        now, first, second = (
            self.values[each][outcome] for each in (NOW, frozenset(pair[:1]), frozenset(pair[1:]))
        )
        summed = first + second - now
        margin = OUTCOMES[outcome].margin
        return effects.paired(summed, self.values[frozenset(pair)][outcome], margin)

    def _paired(self, outcome: str, a: World, b: World) -> Effect:
        first, second = self.values[a][outcome], self.values[b][outcome]
        return effects.paired(first, second, OUTCOMES[outcome].margin)


def measure(asked: Asked, on_run: Callable[[int, int], None] | None = None) -> Measured:
    """Run every world; the same replicates, with the same luck and draws, in each."""
    keys = tuple(asked.packages)
    plans = {world: _plan(asked, world) for world in worlds(keys, asked.pairs)}
    values: dict[World, dict[str, Values]] = {}
    for world, plan in plans.items():
        results = batch.ensemble(
            plan, asked.replicates, windows=(asked.window,), threads=asked.threads,
            on_run=on_run, draws=list(asked.draws) or None,
        )  # fmt: skip
        values[world] = {key: results.window(key, asked.window.name) for key in asked.outcomes}
    return Measured(values, keys)


def _plan(asked: Asked, world: World) -> Plan:
    there = {key: each for key, each in asked.packages.items() if key in world}
    return replace(asked.plan, values=dict(asked.plan.values) | together(there))


def worth(outcome: str, effect: Effect) -> float:
    """The median of a change, counted as positive where it is for the better.

    NaN where nothing could be measured; the size alone where neither way is better.
    """
    better = OUTCOMES[outcome].better
    return abs(effect.median) if better == "neither" else _sign(better) * effect.median


def times_better(outcome: str, effect: Effect) -> int | None:
    """In how many pairs it went for the better, however little; None where neither way is."""
    better = OUTCOMES[outcome].better
    if better == "neither":
        return None
    return effect.b_higher if better == "higher" else effect.b_lower


def binds_first(outcome: str, found: Mapping[str, Effect]) -> str | None:
    """The package that gives most for the better; None where none gives a clear difference."""
    better = OUTCOMES[outcome].better
    if better == "neither":
        return None
    clear = {
        key: worth(outcome, effect)
        for key, effect in found.items()
        if effects.verdict(effect).direction == better
    }
    return max(clear, key=lambda key: clear[key], default=None)


def _sign(better: str) -> float:
    return 1.0 if better == "higher" else -1.0
