"""From a request to results: one ensemble for each side in each place."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from experiments import batch, resuming, uncertainty
from experiments.batch import Results, Window
from experiments.command_line import writing
from experiments.command_line.progress import Progress
from experiments.command_line.request import Request, Side
from experiments.regional import MUNICIPALITY, RegionPlan
from experiments.resuming import CannotResume, Saved
from experiments.simulation import Plan, Run
from model.outcomes import GROUPS
from model.places import Place, find
from model.population import draw_population, terciles
from scenarios.faults import Both, Fault, Refused


@dataclass(frozen=True)
class Answer:
    """The results in one place, one for each side, and the residents in each group."""

    place: Place
    residents: int
    results: tuple[Results, ...]
    group_sizes: dict[str, float]
    unsaved: Fault | None = None

    @property
    def weight(self) -> float:
        """People of the place that one simulated resident stands for."""
        return self.place.population / self.residents


@dataclass(frozen=True)
class Answers:
    """What was made: an answer for each place, how many draws, and the seconds it took."""

    places: tuple[Answer, ...]
    draws: int
    seconds: float
    resumed: int | None = None


def make(request: Request) -> Answers:
    """Run what was asked for, telling on stderr how far it is."""
    began = time.perf_counter()
    windows = _windows(request)
    wanted = request.replicates * len(request.sides) * len(request.places)
    begun = _earlier(request)
    with Progress(wanted) as progress:
        answers = tuple(
            _in_one_place(request, place, windows, progress, begun) for place in request.places
        )
    resumed = begun.week if begun else None
    return Answers(answers, request.draws, time.perf_counter() - began, resumed)


def _earlier(request: Request) -> Saved | None:
    """The runs to go on with, if any; Refused where they are not of this world."""
    if request.resume is None:
        return None
    try:
        return resuming.load(Path(request.resume), _plans(request, request.places[0]))
    except CannotResume as reason:
        raise Refused([_not_this(request, reason)]) from None


def _not_this(request: Request, reason: CannotResume) -> Fault:
    """What is the matter with the state, or with the option that does not go with it."""
    problem = Both(reason.why.en, reason.why.nl)
    if reason.option:
        right = str(reason.right)
        allowed = Both(f"{right}, as in the state", f"{right}, zoals in de stand")
        typed = str(getattr(request, reason.option))
        return Fault(f"--{reason.option}", typed, allowed, right, problem)
    allowed = Both(
        "a file that --save made of the same place, people and luck, by this version",
        "een bestand dat --save maakte van dezelfde wijk, mensen en geluk, met deze versie",
    )
    return Fault("--resume", request.resume or "", allowed, None, problem)


def _plans(request: Request, place: Place) -> dict[int, Plan]:
    """The plan of each replicate of the first side, with what it draws."""
    side = request.sides[0]
    plan, draws = request.plan_of_one(side, place), draws_of(request, side, place)
    return {each: batch.drawn(plan, each, draws) for each in range(request.replicates)}


def _in_one_place(
    request: Request,
    place: Place,
    windows: tuple[Window, ...],
    progress: Progress,
    begun: Saved | None,
) -> Answer:
    plans = [request.plan(side, place) for side in request.sides]
    draws = [draws_of(request, side, place) for side in request.sides]
    ended: dict[int, tuple[Plan, Run]] = {}

    def keep(replicate: int, plan: Plan, run: Run) -> None:
        ended[replicate] = (plan, run)

    results = tuple(
        batch.ensemble(
            plan,
            request.replicates,
            windows=windows,
            by=request.by,
            threads=request.threads,
            on_run=progress.one_more,
            draws=drawn or None,
            earlier=begun.runs if begun else None,
            on_end=keep if request.save else None,
        )
        for plan, drawn in zip(plans, draws, strict=True)
    )
    unsaved = _save(request.save, ended) if request.save else None
    residents = plans[0].residents
    made = [batch.drawn(plans[0], replicate, draws[0]) for replicate in range(request.replicates)]
    return Answer(place, residents, results, _group_sizes(request, place, made), unsaved)


def _save(name: str, ended: dict[int, tuple[Plan, Run]]) -> Fault | None:
    """Keep the runs; why that could not be, for which no result need be lost."""
    try:
        resuming.save(Path(name), ended)
    except OSError as reason:
        return writing.unwritten("--save", name, reason)
    return None


def _windows(request: Request) -> tuple[Window, ...]:
    """All windows that have weeks: the years, then those with a name."""
    return (*request.years, *(window for window in request.windows.values() if window))


def draws_of(request: Request, side: Side, place: Place) -> list[dict[str, float]]:
    """What nobody knows, drawn for each replicate as it holds for one side; none unless asked for.

    What somebody set stays as it is. No scenario sets a fact of a place: both sides always have
    the same.
    """
    if request.uncertainty == "none":
        return []
    settled = {*side.overrides, *request.always}
    settled |= {address for _, sets in side.resolved.timeline for address in sets}
    of_the_place = None if request.region else place
    return uncertainty.of_scenario(
        request.replicates, request.seed, request.uncertainty, side.scenario, settled, of_the_place
    )


def _group_sizes(
    request: Request, place: Place, plans: list[Plan | RegionPlan]
) -> dict[str, float]:
    """Residents of the place in each group, mean over the replicates; empty without groups."""
    if request.by == MUNICIPALITY:
        return {
            each.name: float(sum(wijk.residents for wijk in each.neighbourhoods))
            for each in request.region
        }
    if request.by not in GROUPS:
        return {}
    names = GROUPS[request.by]
    counts = np.zeros(len(names))
    for replicate, plan in enumerate(plans):
        members = plan.members if isinstance(plan, RegionPlan) else (plan,)
        for one in members:
            where = replace(find(one.place), population=one.population or place.population)
            population = draw_population(where, one.residents, one.seed, replicate, one.facts)
            member: NDArray = population.household_type
            if request.by == "disadvantage":
                member = terciles(population)
            counts += np.bincount(member, minlength=len(names)) * population.weight
    return dict(zip(names, (counts / len(plans)).tolist(), strict=True))
