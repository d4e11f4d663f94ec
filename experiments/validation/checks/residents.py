"""People told apart within a run: by who takes part, by contacts; and visions that are shared."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from experiments import batch, simulation
from experiments.validation.declared import worlds
from experiments.validation.found import Found, found, share
from experiments.validation.runs import Runs, plan
from model.processes.residents.needs import LONELY
from model.state.axes import PROFESSIONAL
from model.state.state import State

TWO_YEARS, THREE_YEARS, QUARTER = 104, 156, 13
FEW, ENOUGH = 2.0, 4.0
"""Good contacts: at most so many are few, from so many on there are enough (as in P39)."""
FEWEST_RUNS = 2
Values = NDArray[np.float64]


def _many(runs: Runs) -> range:
    return range(max(FEWEST_RUNS, runs.size.runs // 2))


def lonely_of_participants(runs: Runs, world: str) -> Found:
    """How much more severe loneliness rose in two years among who takes part than among others.

    As a study of participants would find it: whoever takes part in the end, against who does not.
    """

    def one(number: int) -> float:
        a_plan = plan(worlds()[world], runs.size.followed, TWO_YEARS)
        before = simulation.before_policy(a_plan, number)
        after = simulation.run(a_plan, number).state
        stayed = (before.residents["id"] == after.residents["id"]) & (
            after.residents["age_band"] > 0
        )
        place = after.residents["id"] % len(after.residents)
        part = after.people["active"][place] > 0
        rose = _lonely(after) - _lonely(before)
        return _mean(rose[stayed & part]) - _mean(rose[stayed & ~part])

    return found(_run_all(runs, one), "runs")


def few_ties_lose_more(runs: Runs, a: str, b: str) -> Found:
    """In which share of pairs b adds more need among adults with few contacts than with enough."""

    def one(number: int) -> float:
        first, second = (_need_by_contact(runs, world, number) for world in (a, b))
        return float((second[0] - first[0]) - (second[1] - first[1]))

    extra = _run_all(runs, one)
    extra = extra[~np.isnan(extra)]
    return share(extra > 0, "pairs", float(np.median(extra)) if len(extra) else np.nan)


def _need_by_contact(runs: Runs, world: str, number: int) -> Values:
    """Mean sum of levels in the third year: of adults with few contacts at first, and enough."""
    a_plan = plan(worlds()[world], runs.size.followed, THREE_YEARS)
    before = simulation.before_policy(a_plan, number)
    adults = before.residents["age_band"] > 0
    contact = before.people["contact"][before.residents["id"] % len(before.residents)]
    groups = adults & (contact <= FEW), adults & (contact >= ENOUGH)
    sums, seen = np.zeros(2), 0

    def look(state: State) -> None:
        nonlocal seen
        if state.week < TWO_YEARS:
            return
        stayed = state.residents["id"] == before.residents["id"]
        need = state.residents["level"].sum(axis=1)
        sums[:] += [_mean(need[group & stayed]) for group in groups]
        seen += 1

    simulation.run(a_plan, number, look=look, every=QUARTER)
    return sums / max(1, seen)


def vision_spread(runs: Runs, a: str, b: str) -> Found:
    """In which share of pairs professionals stand nearer to each other in b after two years."""
    nearer = [second[0] - first[0] for first, second in _visions(runs, a, b)]
    return share(np.array(nearer) < 0, "pairs", float(np.median(nearer)))


def vision_shift(runs: Runs, a: str, b: str) -> Found:
    """How far the mean position in b lies from that in a, against the spread in a."""
    moved = [
        np.abs(second[1:] - first[1:]).mean() / first[0] for first, second in _visions(runs, a, b)
    ]
    return found(moved, "pairs")


def _visions(runs: Runs, a: str, b: str) -> list[tuple[Values, Values]]:
    def one(number: int) -> tuple[Values, Values]:
        first, second = (_positions(runs, world, number) for world in (a, b))
        return first, second

    return runs.once(("visions", a, b), lambda: [one(number) for number in _many(runs)])


def _positions(runs: Runs, world: str, number: int) -> Values:
    """Spread of the visions of professionals, and the mean of each coordinate."""
    state = simulation.run(plan(worlds()[world], runs.size.residents, TWO_YEARS), number).state
    visions = state.actors["vision"][state.actors["role"] == PROFESSIONAL].astype(float)
    return np.array([visions.std(axis=0).mean(), *visions.mean(axis=0)])


def _run_all(runs: Runs, one: Callable[[int], float]) -> Values:
    with batch.ThreadPoolExecutor(runs.threads or batch.THREADS) as pool:
        return np.array(list(pool.map(one, _many(runs))), dtype=float)


def _lonely(state: State) -> Values:
    return (state.residents["level"][:, LONELY] > 0).astype(float)


def _mean(values: NDArray) -> float:
    return float(values.mean()) if len(values) else np.nan


MEASURES = {
    f"residents.{each.__name__}": each
    for each in (lonely_of_participants, few_ties_lose_more, vision_spread, vision_shift)
}
