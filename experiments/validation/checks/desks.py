"""Starts of help by gate and organisation, and households with much at once, in followed runs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from experiments import batch
from experiments.validation import histories
from experiments.validation.checks.years import all_of
from experiments.validation.declared import worlds
from experiments.validation.found import Found, found
from experiments.validation.histories import YEAR
from experiments.validation.runs import Runs, plan
from experiments.validation.starts import BY_ITSELF, BY_OTHERS, BY_TEAM, Starts
from model.state.axes import ORGANISATIONS, TEAM, WELFARE

GATES = {"team": BY_TEAM, "itself": BY_ITSELF, "others": BY_OTHERS}
SHORT = 3
"""Years that are followed where two worlds are compared."""
LAST = 3
"""Years at the end in which the first help with a debt is looked at."""


def _each(runs: Runs, measure: Callable[[Starts], float]) -> Found:
    return found([measure(history.starts) for history in all_of(runs)], "runs")


def _number(organisation: str) -> int:
    return list(ORGANISATIONS).index(organisation)


def through(runs: Runs, organisation: str, gate: str) -> Found:
    """The share of starts with an organisation that came by a gate."""

    def measure(one: Starts) -> float:
        here = one.organisation == _number(organisation)
        return float((one.gate[here] == GATES[gate]).mean()) if here.any() else np.nan

    return _each(runs, measure)


def weeks_before(runs: Runs, organisation: str) -> Found:
    """Mean weeks between being asked, or asking, and the start with an organisation."""

    def measure(one: Starts) -> float:
        here = one.organisation == _number(organisation)
        return float(one.waited[here].mean()) if here.any() else np.nan

    return _each(runs, measure)


def years_in_debt_before(runs: Runs) -> Found:
    """Median years in debt before the first help with it, of who was helped in the last years.

    A debt that was there when looking began counts as the years that it was seen at least.
    """

    def measure(one: Starts) -> float:
        late = one.debt_week >= (histories.YEARS - LAST) * YEAR
        return float(np.median(one.debt_after[late])) if late.any() else np.nan

    return _each(runs, measure)


def many_at_once(runs: Runs) -> Found:
    """Share of households with children and many and complex needs, in per cent of all."""
    return _each(runs, lambda one: 100.0 * float(one.many.mean()))


def times_single(runs: Runs) -> Found:
    """How many times a helped household with one need those with many cost in a week of help."""
    return _each(runs, lambda one: float(np.nanmean(one.euros_many) / np.nanmean(one.euros_single)))


def team_share(runs: Runs) -> Found:
    """The team's share of the gates to specialists."""
    return found([_by_team(one) for one in _short(runs, "now")], "runs")


def moved_over_share(runs: Runs, world: str) -> Found:
    """How far a world moves all starts with specialists, over the team's share of the gates."""
    pairs = zip(_short(runs, "now"), _short(runs, world), strict=True)
    moved = [abs(len(b) / max(1, len(a)) - 1.0) / max(_by_team(a), 1e-9) for a, b in pairs]
    return found(moved, "pairs")


def _by_team(gates: np.ndarray) -> float:
    return float((gates == BY_TEAM).mean()) if len(gates) else np.nan


def _short(runs: Runs, world: str) -> list[np.ndarray]:
    """The gate of each start with specialists in the first years of a world, in each run."""

    def one(number: int) -> Starts:
        a_plan = plan(worlds()[world], runs.size.followed, SHORT * YEAR)
        return histories.follow(a_plan, number, SHORT).starts

    def make() -> list[Starts]:
        with batch.ThreadPoolExecutor(runs.threads or batch.THREADS) as pool:
            return list(pool.map(one, range(runs.size.histories)))

    if world == "now":  # followed for longer anyway
        return [_to_specialists(history.starts) for history in all_of(runs)]
    return [_to_specialists(each) for each in runs.once(("short", world), make)]


def _to_specialists(one: Starts) -> np.ndarray:
    here = (one.organisation != TEAM) & (one.organisation != WELFARE)
    return one.gate[here & (one.week < SHORT * YEAR)]


MEASURES = {
    f"desks.{each.__name__}": each
    for each in (
        through, weeks_before, years_in_debt_before, many_at_once, times_single, team_share,
        moved_over_share,
    )
}  # fmt: skip
