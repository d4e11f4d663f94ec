"""A study that was read and checked, and the runs that it asks for; nothing is run here.

Runs stand replicate by replicate: the whole design once, then again. So a study that is broken off
half-way is a balanced sample, and runs that share what is in force before week 0 stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from experiments import batch, regional, simulation
from experiments.batch import Window
from experiments.regional import RegionPlan
from experiments.simulation import Plan
from experiments.studies import designs
from experiments.studies.designs import Design, Points
from experiments.studies.factors import LEVERS, UNCERTAINTIES, Factor
from experiments.studies.identity import run_id
from model.parameters import ADDRESSES
from model.place_facts import Text
from scenarios import library
from scenarios.library import Resolved
from scenarios.scenario import Municipality, Scenario

REGION = "region"
"""What stands for the place where a scenario names its own places."""
AnyPlan = Plan | RegionPlan


@dataclass(frozen=True)
class Task:
    """One run of a study, by where it stands in it."""

    run_id: str
    point: int
    replicate: int
    scenario: str
    place: str
    plan: AnyPlan


@dataclass(frozen=True)
class Study:
    """A study file, read: all that decides its runs, and the words and text of the file itself.

    ``design`` maps what it varies to a method: one for all (``None``), or one for the levers and
    one for the uncertainties, which are crossed. ``fixed`` are values on top of every scenario,
    ``off`` values that switch mechanisms off, ``region`` the places of a scenario that has its own.
    """

    name: str
    text: str
    question: Text
    scenarios: tuple[Scenario, ...]
    places: tuple[str, ...]
    factors: tuple[Factor, ...]
    design: Mapping[str | None, Design]
    replicates: int
    seed: int
    weeks: int
    residents: int | None
    outcomes: tuple[str, ...]
    window_names: Mapping[str, tuple[int, int] | None]
    fixed: Mapping[str, float] = field(default_factory=dict)
    off: Mapping[str, float] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    region: tuple[Municipality, ...] = ()

    @property
    def method(self) -> str:
        """The name of the design: a method, or that of two that are crossed."""
        return self.design[None].method if None in self.design else designs.PRODUCT

    @cached_property
    def points(self) -> Points:
        """The points of the design, in order; one without values where nothing is varied."""
        if None in self.design:
            return designs.points(self.design[None], self.factors, self.seed)
        parts = [
            designs.points(self.design[kind], self.of_kind(kind), self.seed)
            for kind in (LEVERS, UNCERTAINTIES)
        ]
        return designs.product(*parts, factors=self.factors)

    def of_kind(self, kind: str) -> tuple[Factor, ...]:
        """The factors that stand under this heading."""
        return tuple(factor for factor in self.factors if factor.kind == kind)

    @property
    def cells(self) -> int:
        """Combinations of a scenario and a place."""
        return len(self.scenarios) * len(self.places)

    @property
    def runs(self) -> int:
        """How many runs all of it takes."""
        return len(self.points) * self.replicates * self.cells

    def overrides(self, point: int) -> dict[str, float]:
        """What is set on top of a scenario at this point."""
        return dict(self.fixed) | self.points.values[point]

    @property
    def foreign(self) -> tuple[str, ...]:
        """Files with points of which nobody knows whether they are of this model."""
        return tuple(each.file for each in self.design.values() if not each.own_model)

    @property
    def overruled(self) -> dict[str, tuple[str, ...]]:
        """The scenarios that set an address themselves which the study sets or varies, by address.

        The study wins; where that was not meant, scenarios differ less than they seem to.
        """
        addresses = [*self.fixed, *(factor.address for factor in self.factors)]
        found = {a: tuple(s.key for s in self.scenarios if a in s.values) for a in addresses}
        return {address: keys for address, keys in found.items() if keys}

    def settled(self, scenario: Scenario, point: int) -> Resolved:
        """What this scenario comes to at a point; Refused where values do not go together."""
        key = (scenario.key, point)
        if key not in self._settled:
            self._settled[key] = library.resolve(scenario, self.overrides(point))
        return self._settled[key]

    @cached_property
    def _settled(self) -> dict[tuple[str, int], Resolved]:
        return {}

    def value(self, scenario: Scenario, point: int, address: str) -> float:
        """What a factor is at a point: as the design has it, or else as the scenario has it."""
        values = scenario.values | self.overrides(point)
        return values[address] if address in values else ADDRESSES[address].default

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The weeks over which outcomes are told, the same for all runs.

        ``during`` and ``after`` are those of all that is compared. What has no weeks is left out.
        """
        found: dict[str, Window] = {}
        for name, weeks in self.window_names.items():
            if weeks is not None:
                found[name] = Window(name, *weeks)
            elif name == YEARS:
                found |= {each.name: each for each in batch.yearly(self.weeks)}
            elif name == FINAL:
                found[name] = batch.final(self.weeks)
            else:
                found |= {each.name: each for each in self._contract if each.name == name}
        return tuple(found.values())

    @cached_property
    def _contract(self) -> tuple[Window, ...]:
        points = range(len(self.points))
        values = [self.settled(each, point).values for each in self.scenarios for point in points]
        return batch.contract(self.weeks, *values)

    def plan(self, scenario: Scenario, place: str, point: int) -> AnyPlan:
        """What is run for one scenario in one place, or in the region, at one point."""
        if place == REGION:
            return self._region_plan(scenario, point)
        values, timeline = self.settled(scenario, point)
        return simulation.plan(
            place, values, residents=self.residents, weeks=self.weeks, seed=self.seed,
            timeline=timeline, always=self.off,
        )  # fmt: skip

    def _region_plan(self, scenario: Scenario, point: int) -> RegionPlan:
        """Uncertain numbers are drawn in a region where none of its places knows better."""
        drawn = {
            address: value
            for address, value in self.points.values[point].items()
            if ADDRESSES[address].role == "uncertainty"
        }
        rest = {a: v for a, v in self.overrides(point).items() if a not in drawn}
        region = () if scenario.region else self.region
        plan = regional.plan_of(
            self.region, library.resolve_region(scenario, rest, region),
            library.resolve(scenario, rest), residents=self.residents, weeks=self.weeks,
            seed=self.seed, always=self.off,
        )  # fmt: skip
        return plan.drawn(drawn) if drawn else plan

    def tasks(self, replicates: int | None = None) -> Iterator[Task]:
        """Every run, replicate by replicate; of the first few replicates where that is said."""
        plans = {
            (scenario.key, place, point): self.plan(scenario, place, point)
            for place in self.places
            for point in range(len(self.points))
            for scenario in self.scenarios
        }
        parts = {key: (plan, run_id(plan)) for key, plan in plans.items()}
        for replicate in range(self.replicates if replicates is None else replicates):
            for (scenario, place, point), (plan, identity) in parts.items():
                yield Task(identity(replicate), point, replicate, scenario, place, plan)

    def smaller(self, replicates: int) -> Study:
        """The same with fewer replicates."""
        return replace(self, replicates=replicates)


FINAL, DURING, AFTER, YEARS = "final", "during", "after", "years"
PREDEFINED = (FINAL, DURING, AFTER, YEARS)
"""Windows with a name of their own; ``years`` is a window for each year of the run."""
