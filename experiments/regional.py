"""One run of a region: a plan for each neighbourhood, and the numbers that hold for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from experiments import simulation
from experiments.simulation import Plan
from model import region as regions
from model.outcomes import OUTCOMES, Sheet
from model.parameters import ADDRESSES
from model.state.state import State
from scenarios import library
from scenarios.library import Resolved
from scenarios.scenario import Municipality, Scenario

MUNICIPALITY = "municipality"
MOST_RESIDENTS = 20_000
"""Rows simulated in a whole region unless asked otherwise."""
FEWEST_ROWS = 100
"""Rows in one neighbourhood, however small its part of the region."""
APART = 2**32
"""Between the seeds of neighbourhoods: more than any seed that can be asked for."""


@dataclass(frozen=True)
class RegionPlan:
    """What to run in each neighbourhood, in which municipality it lies, and the region's numbers.

    ``own`` are, for each neighbourhood, the addresses that its scenario settles itself: draws of
    what nobody knows leave them alone. ``shared`` has the numbers of the region as a whole.
    """

    shared: Plan
    members: tuple[Plan, ...]
    municipality: tuple[int, ...]
    names: tuple[str, ...]
    own: tuple[frozenset[str], ...] = ()

    @property
    def weeks(self) -> int:
        """The length after week 0."""
        return self.shared.weeks

    @property
    def residents(self) -> int:
        """Rows simulated in all neighbourhoods together."""
        return sum(member.residents for member in self.members)

    @property
    def identity(self) -> str:
        """A short text that two plans share only if they give the same runs."""
        return "/".join((self.shared.identity, *(each.identity for each in self.members)))

    def drawn(self, draw: Mapping[str, float]) -> RegionPlan:
        """The same with these values where the scenario does not say otherwise."""
        own = self.own or tuple(frozenset() for _ in self.members)
        members = tuple(
            _with(member, {a: v for a, v in draw.items() if a not in kept})
            for member, kept in zip(self.members, own, strict=True)
        )
        return replace(self, shared=_with(self.shared, draw), members=members)


def _with(plan: Plan, draw: Mapping[str, float]) -> Plan:
    before = {a: value for a, value in draw.items() if ADDRESSES[a].since == "context"}
    policy = {a: value for a, value in draw.items() if a not in before}
    context = dict(plan.context) | before
    return replace(plan, context=context, values=policy | dict(plan.values))


def member(plan: Plan, number: int) -> Plan:
    """The plan of one neighbourhood of several: with luck of its own, but for the first."""
    return replace(plan, seed=plan.seed + APART * number)


def plan_of(
    region: Sequence[Municipality],
    found: tuple[tuple[Resolved, ...], ...],
    shared: Resolved,
    *,
    residents: int | None,
    weeks: int,
    seed: int,
    always: Mapping[str, float],
) -> RegionPlan:
    """What is to be run in a region for one side."""
    population = sum(wijk.residents for each in region for wijk in each.neighbourhoods)
    rows = min(population, residents or MOST_RESIDENTS)
    members, rows_of, own = [], [], []
    for row, (municipality, settled) in enumerate(zip(region, found, strict=True)):
        for wijk, its in zip(municipality.neighbourhoods, settled, strict=True):
            one = simulation.plan(
                wijk.place, its.values, weeks=weeks, seed=seed, timeline=its.timeline,
                always=always, population=wijk.residents,
                residents=max(FEWEST_ROWS, round(rows * wijk.residents / population)),
            )  # fmt: skip
            members.append(member(one, len(members)))
            rows_of.append(row)
            own.append(frozenset(municipality.choices) | frozenset(wijk.choices))
    first = region[0].neighbourhoods[0].place
    whole = simulation.plan(
        first, shared.values, weeks=weeks, seed=seed, timeline=shared.timeline, always=always
    )
    names = tuple(each.name for each in region)
    return RegionPlan(whole, tuple(members), tuple(rows_of), names, tuple(own))


def of_scenario(
    scenario: Scenario,
    values: Mapping[str, float] | None = None,
    *,
    weeks: int,
    residents: int | None = None,
    seed: int = 1,
) -> RegionPlan:
    """What is to be run for a scenario with several places, with these values on top."""
    found = library.resolve_region(scenario, values)
    shared = library.resolve(scenario, values)
    return plan_of(
        scenario.region, found, shared, residents=residents, weeks=weeks, seed=seed, always={}
    )


@dataclass(frozen=True)
class RegionRun:
    """The weekly counts of each neighbourhood, and the region as it is at the end."""

    plan: RegionPlan
    written: tuple[tuple[np.ndarray, np.ndarray], ...]
    region: regions.Region

    @property
    def system(self) -> np.ndarray:
        """The counts of the system, summed over the region."""
        return _summed([systems for _, systems in self.written])

    def sheet(self, municipality: int | None = None) -> Sheet:
        """The counts of all, or of one municipality, summed."""
        parts = [
            sheets
            for sheets, row in zip(self.written, self.plan.municipality, strict=True)
            if municipality in (None, row)
        ]
        return Sheet(_summed([part[0] for part in parts]), _summed([part[1] for part in parts]))

    def measure(
        self, begin: NDArray, end: NDArray, by: str | None
    ) -> dict[str, NDArray[np.float64]]:
        """Every outcome over each window, for all and for each group [window, 1 + group]."""
        whole = self.sheet()
        if by != MUNICIPALITY:
            return {k: whole.measure(outcome, begin, end, by) for k, outcome in OUTCOMES.items()}
        sheets = [whole, *(self.sheet(row) for row in range(len(self.plan.names)))]
        return {
            key: np.hstack([sheet.measure(outcome, begin, end) for sheet in sheets])
            for key, outcome in OUTCOMES.items()
        }


def _summed(tables: Sequence[np.ndarray]) -> np.ndarray:
    """Tables added up column by column, in their order."""
    total = tables[0].copy()
    for table in tables[1:]:
        for name in total.dtype.names or ():
            total[name] += table[name]
    return total


def run(plan: RegionPlan, replicate: int, threads: int = 1) -> RegionRun:
    """One run of a region from week 0, with its own chance; the same bytes each time."""
    states = [simulation.before_policy(member, replicate) for member in plan.members]
    return run_from(plan, states, threads)


def run_from(plan: RegionPlan, states: Sequence[State], threads: int = 1) -> RegionRun:
    """A run from these states at week 0, which are written on."""

    @cache
    def numbers(week: int) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
        own = tuple(simulation.parameters(each, week).record() for each in plan.members)
        return simulation.parameters(plan.shared, week).record(), own

    turns = sorted({w for each in (plan.shared, *plan.members) for w in simulation.turns(each)})

    def in_force(week: int) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
        return numbers(max(turn for turn in turns if turn <= week))

    region = regions.gather(states, plan.municipality, in_force(0)[0])
    written = regions.run(region, in_force, plan.weeks, turns, threads)
    return RegionRun(plan, written, region)
