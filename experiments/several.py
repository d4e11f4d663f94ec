"""Several plans side by side: each run of one stands beside a run of every other, with its luck.

A question for ``live``, as a question of two sides is one: what is equal is computed once, and a
question takes its turns among those of all visitors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from experiments import picture, simulation
from experiments.batch import Draw, Window
from experiments.question import Timeline, Values
from experiments.simulation import Plan


@dataclass(frozen=True)
class World:
    """The numbers of one plan, what changes later, and what its replicates draw in turn."""

    values: Values
    timeline: Timeline = ()
    draws: Sequence[Draw] = ()


@dataclass(frozen=True)
class Several:
    """Two or more worlds in one place, the baseline first, and how many runs of each."""

    place: str
    worlds: tuple[World, ...]
    weeks: int
    seed: int
    replicates: int
    residents: int | None = None

    def sides(self) -> tuple[Plan, ...]:
        """The plan of each world; raises UnknownPlace, KeyError or ValueError."""
        return tuple(self._plan(world) for world in self.worlds)

    def windows(self) -> tuple[Window, ...]:
        """The last year, and the weeks during and after the extra money of all worlds together."""
        return picture.windows(self.weeks, *(world.values for world in self.worlds))

    def draws(self) -> tuple[Sequence[Draw], ...]:
        """What the replicates of each world draw in turn."""
        return tuple(world.draws for world in self.worlds)

    def _plan(self, world: World) -> Plan:
        plan = simulation.plan(
            self.place, world.values, residents=self.residents, weeks=self.weeks,
            seed=self.seed, timeline=world.timeline,
        )  # fmt: skip
        for week in (-1, 0, *(week for week, _ in world.timeline)):
            simulation.parameters(plan, week)  # refuses what is out of range
        return plan
