"""A region of seven municipalities: who leads, who follows, and what a facilitator changes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments import batch, regional
from experiments.batch import Results
from experiments.validation.found import Found, found
from experiments.validation.runs import SEED, YEAR, Runs
from scenarios import library

REGION = "eemland_together"
YEARS = 4
ROWS = 2_000
"""In all neighbourhoods together: ways of working are not sampled, people are."""
FEWEST_RUNS = 4


def _results(runs: Runs, hours: float | None = None) -> Results:
    """Runs of the region by municipality; with these hours of the facilitator, or its own."""

    def make() -> Results:
        weeks = YEARS * YEAR
        values = {} if hours is None else {"region.hours": hours}
        plan = regional.of_scenario(
            library.load(REGION), values, weeks=weeks, residents=ROWS, seed=SEED
        )
        windows = (*batch.yearly(weeks), batch.Window("whole", 0, weeks))
        by = regional.MUNICIPALITY
        count = max(FEWEST_RUNS, runs.size.runs // 4)
        return batch.ensemble(plan, count, windows=windows, by=by, threads=runs.threads)

    return runs.once((REGION, hours), make)


def _of(runs: Runs, outcome: str, window: str, hours: float | None = None) -> NDArray[np.float64]:
    """An outcome in each run [replicate, 1 + municipality]; the city is the first."""
    results = _results(runs, hours)
    names = [each.name for each in results.windows]
    return results.values[outcome][:, names.index(window)]


def city_leads(runs: Runs) -> Found:
    """How much more of what the region asks the city really does than the others on average."""
    paper = _of(runs, "on_paper", "whole")
    return found(list(paper[:, 2:].mean(axis=1) - paper[:, 1]), "runs")


def remain_apart(runs: Runs) -> Found:
    """The share of ways of working in which two municipalities still differ in the last year."""
    return found(list(1.0 - _of(runs, "uniformity", f"year_{YEARS}")[:, 0]), "runs")


def facilitator_joins(runs: Runs) -> Found:
    """How much more alike they are in the last year than without the hours of a facilitator."""
    with_one, without = (_of(runs, "uniformity", f"year_{YEARS}", hours) for hours in (None, 0.0))
    return found(list(with_one[:, 0] - without[:, 0]), "pairs")


MEASURES = {
    f"between.{each.__name__}": each for each in (city_leads, remain_apart, facilitator_joins)
}
