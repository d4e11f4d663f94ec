"""Why B differs from A: mechanisms without influence screened out, the rest weighed step by step.

First each mechanism is taken out of the world alone. Where that moves the difference of no asked
outcome by more than ``NO_INFLUENCE`` of it (or of the smallest that matters, where that is more),
the mechanism stays in the world and is not weighed. That it may do something once another is gone
as well is not seen; what was screened out is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from experiments import effects
from experiments.effects import Effect
from experiments.explaining import shares
from experiments.explaining.shares import Split
from experiments.explaining.worlds import Worlds
from model.outcomes import OUTCOMES

NO_INFLUENCE = 0.02
"""Share of a difference below which a mechanism taken out alone counts as idle (basis: chosen)."""


@dataclass(frozen=True)
class Screening:
    """What taking out each mechanism alone does: the mean change of the difference [outcome]."""

    effects: dict[str, Effect]
    goes: dict[str, np.ndarray]
    weighed: tuple[str, ...]
    idle: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """How far it is: the screening, and the split over as many orders as were tried."""

    screening: Screening
    split: Split
    tried: int
    wanted: int


def screen(worlds: Worlds) -> Screening:
    """Take out each mechanism alone, and see which then matter."""
    everything = frozenset(worlds.players)
    whole = worlds.value(everything)
    zeros = np.zeros(len(whole))
    found = {
        key: effects.paired(zeros, whole[:, column], OUTCOMES[key].margin)
        for column, key in enumerate(worlds.outcomes)
    }
    goes = {name: mean(whole - worlds.value(everything - {name})) for name in worlds.players}
    margins = np.array([OUTCOMES[key].margin for key in worlds.outcomes])
    least = NO_INFLUENCE * np.maximum(margins, np.nan_to_num(np.abs(mean(whole))))
    matters = {name: bool((np.nan_to_num(np.abs(gone)) >= least).any())
               for name, gone in goes.items()}  # fmt: skip
    return Screening(
        effects=found,
        goes=goes,
        weighed=tuple(name for name in worlds.players if matters[name]),
        idle=tuple(name for name in worlds.players if not matters[name]),
    )


def explain(
    worlds: Worlds, screening: Screening, wanted: int, seed: int = 1
) -> Iterator[Explanation]:
    """The explanation after each two orders, until so many were tried; the last is the answer."""
    idle = frozenset(screening.idle)

    def value(present: frozenset[str]) -> np.ndarray:
        return worlds.value(present | idle)

    orders = plan(screening.weighed, wanted, seed)
    step = 2 if len(orders) % 2 == 0 else 1
    for tried in range(step, len(orders) + 1, step):
        split = shares.split(value, screening.weighed, orders[:tried])
        yield Explanation(screening, split, tried, len(orders))


def plan(weighed: Sequence[str], wanted: int, seed: int) -> list[shares.Order]:
    """The orders in which the mechanisms are added."""
    return shares.orders(weighed, wanted, seed)


def mean(values: np.ndarray) -> np.ndarray:
    """The mean over replicates of each outcome, those without a value left out."""
    there = ~np.isnan(values)
    count = np.maximum(1, there.sum(axis=0))
    return np.where(there.any(axis=0), np.where(there, values, 0.0).sum(axis=0) / count, np.nan)
