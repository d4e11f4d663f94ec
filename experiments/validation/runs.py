"""The runs that rows read, each made once: ensembles of worlds, and whatever else is costly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from experiments import batch, simulation, uncertainty
from experiments.batch import Results, Window
from experiments.simulation import Plan
from experiments.validation.declared import World, worlds
from experiments.validation.sizes import Size
from scenarios import library

YEAR = 52
CONTRACT_END = 156
"""Week in which the extra money of the scenarios stops."""
SEED = 1
Values = NDArray[np.float64]
Made = TypeVar("Made")


class Runs:
    """What was run, kept by name, so that rows that read the same runs share them."""

    def __init__(
        self, size: Size, threads: int | None = None, on_run: Callable[..., None] | None = None
    ) -> None:
        """Nothing is run yet."""
        self.size, self.threads, self.on_run = size, threads, on_run
        self._kept: dict[Any, Any] = {}

    def with_more(self) -> Runs:
        """The same for rows about a direction, which take more pairs; itself where not."""
        if self.size.pairs == self.size.runs:
            return self
        return Runs(replace(self.size, runs=self.size.pairs), self.threads, self.on_run)

    def once(self, name: Any, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made the first time that this name is asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def of(self, name: str) -> Results:
        """All runs of a world, with every outcome over each year and over the contract."""
        return self.once(("world", name), lambda: self._ensemble(worlds()[name]))

    def values(self, world: str, outcome: str, window: str, group: int = 0) -> Values:
        """One outcome of a world in each run; group 0 is everybody, then terciles."""
        return self.of(world).window(outcome, window, group)

    def _ensemble(self, world: World) -> Results:
        runs = self.size.draws if world.draws else self.size.runs
        a_plan = plan(world, self.size.residents)
        return batch.ensemble(
            a_plan,
            runs,
            windows=windows(world.years * YEAR),
            by="disadvantage",
            threads=self.threads,
            on_run=self.on_run,
            draws=uncertainty.draws(runs, fixed=a_plan.values) if world.draws else None,
        )


def windows(weeks: int) -> tuple[Window, ...]:
    """Each year, during and after the contract, the last year, and all of it."""
    return (
        *batch.yearly(weeks),
        *(Window(name, *limits) for name, limits in (
            ("during", (0, min(weeks, CONTRACT_END))), ("after", (CONTRACT_END, weeks)),
        ) if limits[0] < limits[1]),
        batch.final(weeks),
        Window("whole", 0, weeks),
    )  # fmt: skip


def plan(world: World, residents: int, weeks: int | None = None) -> Plan:
    """What is to be run for a world."""
    resolved = library.resolve(library.load(world.scenario), world.set)
    changes = tuple((change.week, change.set) for change in world.changes)
    return simulation.plan(
        world.place,
        resolved.values,
        residents=residents,
        weeks=weeks or world.years * YEAR,
        seed=SEED,
        timeline=(*resolved.timeline, *changes),
    )
