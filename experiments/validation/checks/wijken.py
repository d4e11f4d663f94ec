"""The wijken of one town side by side: whether what clusters there clusters here too."""

from __future__ import annotations

import numpy as np

from experiments import batch, simulation
from experiments.validation.found import Found, found
from experiments.validation.runs import SEED, Runs
from model.places import PLACES, Place
from model.processes.residents.needs import LONELY
from model.state.axes import LAWS

TOWN = "Heerenveen"
WEEKS = 104
FACT = "share_low_income"
SMALLEST = 1000
"""Smaller places say little: a few households decide."""


def with_income(runs: Runs, what: str) -> Found:
    """The correlation over wijken of low income with debt, use of support, or use of youth help."""
    tables = runs.once("wijken", lambda: _tables(runs))
    income = np.array([place.facts[FACT].value for place in _places()])
    return found([np.corrcoef(income, table[what])[0, 1] for table in tables], "runs")


def against_median(runs: Runs, town: str, place: str) -> Found:
    """Severe loneliness of adults in a wijk over that in the median wijk of its town."""
    places = [each for each in PLACES.values() if each.municipality == town]
    values = [
        [_lonely(runs, each, number) for each in places] for number in range(runs.size.places)
    ]
    where = [each.id for each in places].index(place)
    return found([one[where] / max(float(np.median(one)), 1e-9) for one in values], "runs")


def _lonely(runs: Runs, place: Place, number: int) -> float:
    a_plan = simulation.plan(place.id, {}, residents=runs.size.residents, weeks=1, seed=SEED)
    rows = simulation.before_policy(a_plan, number).residents
    return float((rows["level"][:, LONELY] > 0)[rows["age_band"] > 0].mean())


def _places() -> list[Place]:
    return [
        place
        for place in PLACES.values()
        if place.municipality == TOWN
        and place.facts[FACT].status == "known"
        and place.population >= SMALLEST
    ]


def _tables(runs: Runs) -> list[dict[str, np.ndarray]]:
    return [
        {key: np.array([row[key] for row in rows]) for key in ("debt", "wmo", "youth", "welfare")}
        for rows in (_one_of_each(runs, number) for number in range(runs.size.places))
    ]


def _one_of_each(runs: Runs, number: int) -> list[dict[str, float]]:
    with batch.ThreadPoolExecutor(runs.threads or batch.THREADS) as pool:
        return list(pool.map(lambda place: _one(runs, place, number), _places()))


def _one(runs: Runs, place: Place, number: int) -> dict[str, float]:
    residents = min(place.population, 5 * runs.size.residents)
    a_plan = simulation.plan(place.id, {}, residents=residents, weeks=WEEKS, seed=SEED)
    run = simulation.run(a_plan, number)
    rows = run.state.residents
    debt = np.bincount(rows["household"], rows["level"][:, 0] > 0, len(run.state.cases)) > 0
    use = run.tally["use"].sum(axis=(0, 1)) / run.tally["residents"].sum()
    children = float((rows["age_band"] == 0).mean())
    laws = list(LAWS)
    return {
        "debt": float(debt.mean()),
        "wmo": float(use[laws.index("wmo")]),
        "youth": float(use[laws.index("youth")]) / max(children, 1e-9),
        "welfare": float((rows["level"][:, 1] > 0)[rows["age_band"] == 1].mean()),
    }


MEASURES = {"wijken.with_income": with_income, "wijken.against_median": against_median}
