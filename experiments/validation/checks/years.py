"""Use, debt and help over years, for people who are followed (``histories.py``)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from experiments import batch
from experiments.validation import histories
from experiments.validation.declared import World
from experiments.validation.found import Found, found
from experiments.validation.histories import DEBT, MENTAL, TAILORED, TEAM_ITSELF, History
from experiments.validation.runs import Runs, plan
from model.state.axes import DOMAINS, LAWS

PANEL = 7
"""Years in which registers were followed (2012 to 2018)."""
YEAR = 52


def all_of(runs: Runs) -> list[History]:
    """The followed runs of the world as it is now."""

    def make() -> list[History]:
        a_plan = plan(World(), runs.size.followed, histories.YEARS * YEAR)
        with batch.ThreadPoolExecutor(runs.threads or batch.THREADS) as pool:
            numbers = range(runs.size.histories)
            return list(pool.map(lambda number: histories.follow(a_plan, number), numbers))

    return runs.once("histories", make)


def _each(runs: Runs, measure: Callable[[History], float]) -> Found:
    return found([measure(history) for history in all_of(runs)], "runs")


def _share(top: ArrayLike, bottom: ArrayLike) -> float:
    return float(np.sum(top) / np.sum(bottom)) if np.sum(bottom) else np.nan


def households_using(runs: Runs) -> Found:
    """Share of households in which somebody used one of the three laws in a year."""
    return _each(runs, lambda one: float(_households(one).any(axis=2).mean()))


def households_several(runs: Runs) -> Found:
    """Share of using households with more than one of the three laws in a year."""

    def measure(one: History) -> float:
        laws = _households(one)
        return _share(laws.sum(axis=2) > 1, laws.any(axis=2))

    return _each(runs, measure)


def _households(one: History) -> np.ndarray:
    """Which of the three laws each household used in each year [year, household, law]."""
    count = int(one.household.max()) + 1
    laws = np.zeros((len(one.used), count, len(TAILORED)), dtype=bool)
    for year, used in enumerate(one.used):
        for column, law in enumerate(TAILORED):
            laws[year, :, column] = np.bincount(one.household, used[:, law], count) > 0
    return laws


def people_several(runs: Runs) -> Found:
    """Residents for each 1,000 who used more than one of the three laws in a year."""
    return _each(
        runs, lambda one: 1000.0 * float((one.used[:, :, TAILORED].sum(axis=2) > 1).mean())
    )


def team_users(runs: Runs) -> Found:
    """Households that the team itself helped at some time in a year, for each resident.

    A client of the team in registers is a case; so one household counts once.
    """

    def measure(one: History) -> float:
        households = [np.unique(one.household[used]).size for used in one.used[:, :, TEAM_ITSELF]]
        return float(np.mean(households) / one.used.shape[1])

    return _each(runs, measure)


def team_load(runs: Runs) -> Found:
    """Households for each full-time post of the team."""
    return _each(runs, lambda one: float(one.team_load.mean()))


def _law(name: str) -> int:
    return list(LAWS).index(name)


def every_year(runs: Runs, law: str) -> Found:
    """Share of those who used a law in seven years who used it in each of them."""

    def measure(one: History) -> float:
        there = one.stayed[:PANEL].all(axis=0)
        used = one.used[:PANEL, there, _law(law)]
        return _share(used.all(axis=0), used.any(axis=0))

    return _each(runs, measure)


def came_back(runs: Runs, law: str) -> Found:
    """Share of those who left, a year without use, who used it again within the seven years."""

    def measure(one: History) -> float:
        there = one.stayed[:PANEL].all(axis=0)
        used = one.used[:PANEL, there, _law(law)]
        left = used[:-2] & ~used[1:-1]
        again = np.array([used[year + 2 :].any(axis=0) for year in range(PANEL - 2)])
        return _share(left & again, left)

    return _each(runs, measure)


def debt_three_years(runs: Runs) -> Found:
    """Share of people in debt who were so at the beginning of the two years before too."""

    def measure(one: History) -> float:
        there = one.stayed[:-1] & one.stayed[1:]
        debt = one.need[:, :, DEBT]
        now = debt[2:] & there
        return _share(now & debt[1:-1] & debt[:-2], now)

    return _each(runs, measure)


def debt_inflow(runs: Runs) -> Found:
    """Percentage of households that enter debt in a month."""

    def measure(one: History) -> float:
        households = int(one.household.max()) + 1
        return 100.0 * one.entered_debt / (households * len(one.used) * 12)

    return _each(runs, measure)


def debt_stay(runs: Runs) -> Found:
    """Years in debt that stock and inflow imply."""

    def measure(one: History) -> float:
        count = int(one.household.max()) + 1
        stock = [(np.bincount(one.household, d, count) > 0).sum() for d in one.need[:, :, DEBT]]
        return float(np.mean(stock) / (one.entered_debt / len(one.used)))

    return _each(runs, measure)


def stays(runs: Runs, longer: str, shorter: str) -> Found:
    """How much more of one need than of another is still there a year later."""

    def kept(one: History, domain: str) -> float:
        need = one.need[:, :, list(DOMAINS).index(domain)]
        began = need[:-1] & one.stayed
        return _share(began & need[1:], began)

    return _each(runs, lambda one: kept(one, longer) - kept(one, shorter))


def debt_to_mental(runs: Runs) -> Found:
    """Odds of a new mental need in three years, in heavy debt against none, within equal groups.

    Mantel and Haenszel's ratio over terciles of disadvantage and household types.
    """

    def measure(one: History) -> float:
        top = bottom = 0.0
        for year in range(len(one.used) - 2):
            there = one.stayed[year : year + 3].all(axis=0) & one.adult
            free = there & ~one.need[year, :, MENTAL]
            fell = one.mental_met[year : year + 3].any(axis=0)
            heavy, none = one.heavy_debt[year], ~one.need[year, :, DEBT]
            for cell in np.unique(one.cell):
                here = free & (one.cell == cell)
                a, b = (here & heavy & fell).sum(), (here & heavy & ~fell).sum()
                c, d = (here & none & fell).sum(), (here & none & ~fell).sum()
                total = max(a + b + c + d, 1)
                top, bottom = top + a * d / total, bottom + b * c / total
        return top / bottom if bottom else np.nan

    return _each(runs, measure)


def youth_months(runs: Runs) -> Found:
    """Median months that help to children lasted, of what ended."""
    return _each(runs, lambda one: float(np.median(_months(one))) if len(_months(one)) else np.nan)


def youth_between(runs: Runs, low: float, high: float) -> Found:
    """Share of ended help to children that lasted from ``low`` up to ``high`` months."""
    return _each(runs, lambda one: float(((_months(one) >= low) & (_months(one) < high)).mean()))


def _months(one: History) -> np.ndarray:
    return one.youth_weeks * 12.0 / YEAR


def tie_half_life(runs: Runs) -> Found:
    """Years after which half of ties of resident and professional are cut by moving or leaving."""
    leaving = float(np.median(runs.values("now", "turnover", "whole")))
    return _each(runs, lambda one: float(np.log(2) / -np.log(one.stayed.mean() * (1.0 - leaving))))


MEASURES = {
    f"years.{each.__name__}": each
    for each in (
        households_using, households_several, people_several, team_users, team_load, every_year,
        came_back, debt_three_years, debt_inflow, debt_stay, stays, debt_to_mental, youth_months,
        youth_between, tie_half_life,
    )
}  # fmt: skip
