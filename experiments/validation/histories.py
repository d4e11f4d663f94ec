"""Everybody followed for ten years: who used which law, who was in debt, how long help lasted.

Weekly counts do not say whether it is the same people; registers do. So the model's own week is
run week by week here, and looked at after each. People who move out are lost from sight, as are
people who come in: what is said of several years is said of those who stayed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments import simulation
from experiments.simulation import Plan
from experiments.validation.starts import Starts, StartsEye
from model import week
from model.state.axes import (
    CELL_COUNT,
    DOMAIN_COUNT,
    LAW_COUNT,
    LAW_OF_DOMAIN,
    PARENTING,
    PROFESSIONAL,
    TEAM,
)
from model.state.state import State
from model.state.tables import HELPING, OPEN
from model.state.tally import SYSTEM, TALLY

YEARS, YEAR = 10, 52
DEBT, MENTAL = 0, 3
GENERAL, TEAM_ITSELF = 4, LAW_COUNT
"""The law of help by the team itself, and of other general provisions."""
TAILORED = (0, 1, 2)
"""Laws with a decision of the municipality: support, youth, participation."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class History:
    """One run of ten years, told by resident and year.

    ``stayed`` [year, resident] says who lived there all year; ``used`` [year, resident, law] who
    was helped at some time, with the team's own help in a last column; ``need`` [year + 1,
    resident, domain] and ``heavy_debt`` how people stood when each year began; ``mental_met``
    [year, resident] who had such a need at some time; ``youth_weeks`` how long each help to
    children lasted that ended, the team's own left out; ``entered_debt`` counts households;
    ``team_load`` is taken once a year, in households for each post. ``starts`` are told apart
    (``starts.py``).
    """

    stayed: Flags
    used: Flags
    need: Flags
    heavy_debt: Flags
    mental_met: Flags
    adult: Flags
    cell: NDArray[np.int64]
    household: NDArray[np.int64]
    youth_weeks: NDArray[np.int64]
    entered_debt: int
    team_load: NDArray[np.float64]
    starts: Starts


def follow(plan: Plan, replicate: int, years: int = YEARS) -> History:
    """Run one replicate and look at everybody each week."""
    state = simulation.before_policy(plan, replicate)
    record = simulation.parameters(plan, 0).record()
    eye = _Eye(state, years)
    tally, system = np.zeros((1, CELL_COUNT), dtype=TALLY), np.zeros(1, dtype=SYSTEM)
    for number in range(years * YEAR):
        week.run(state, record, 1, tally, system)
        eye.look(state, number)
    return eye.history(state)


class _Eye:
    """What is remembered of what was seen so far."""

    def __init__(self, state: State, years: int) -> None:
        people = len(state.residents)
        self.ids = state.residents["id"].copy()
        self.stayed = np.ones((years, people), dtype=bool)
        self.used = np.zeros((years, people, LAW_COUNT + 1), dtype=bool)
        self.levels = np.zeros((years + 1, people, DOMAIN_COUNT), dtype=np.uint8)
        self.levels[0] = state.residents["level"]
        self.met = np.zeros((years, people), dtype=bool)
        self.youth_since = np.full(len(state.cases), -1)
        self.youth_weeks: list[int] = []
        self.in_debt = _any_in(state, state.residents["level"][:, DEBT] > 0)
        self.entered_debt = 0
        self.loads: list[float] = []
        self.starts = StartsEye(state)

    def look(self, state: State, number: int) -> None:
        """Remember this week."""
        year, residents = number // YEAR, state.residents
        moved = residents["id"] != self.ids
        self.stayed[year, moved] = False
        self.ids = residents["id"].copy()
        self.used[year] |= laws_of(state)
        self.met[year] |= residents["level"][:, MENTAL] > 0
        now = _any_in(state, residents["level"][:, DEBT] > 0)
        fresh = _any_in(state, moved)
        self.entered_debt += int((now & ~self.in_debt & ~fresh).sum())
        self.in_debt = now
        self._children(state, number)
        self.starts.look(state, number, fresh)
        if (number + 1) % YEAR == 0:
            self.levels[year + 1] = residents["level"]
            self.loads.append(_team_load(state))
            self.starts.end_of_year(state)

    def _children(self, state: State, number: int) -> None:
        cases = state.cases
        by_team = state.actors["organisation"][cases["worker"][:, PARENTING]] == TEAM
        helped = (cases["mode"] == OPEN) & (cases["stage"][:, PARENTING] == HELPING) & ~by_team
        ended = ~helped & (self.youth_since >= 0)
        self.youth_weeks += (number - self.youth_since[ended]).tolist()
        began = helped & (self.youth_since < 0)
        self.youth_since[began] = number
        self.youth_since[~helped] = -1
        if number == 0:
            self.youth_since[helped] = -1  # began before anybody looked

    def history(self, state: State) -> History:
        """What was seen, in the words of the rows."""
        return History(
            stayed=self.stayed,
            used=self.used,
            need=self.levels > 0,
            heavy_debt=self.levels[:, :, DEBT] > 1,
            mental_met=self.met,
            adult=state.residents["age_band"] > 0,
            cell=state.residents["cell"].astype(np.int64),
            household=state.residents["household"].astype(np.int64),
            youth_weeks=np.array(self.youth_weeks, dtype=np.int64),
            entered_debt=self.entered_debt,
            team_load=np.array(self.loads),
            starts=self.starts.seen(),
        )


def laws_of(state: State) -> Flags:
    """Under which laws each resident is helped this week, as the model counts it [resident, law].

    Help from the team itself is a general provision; it stands in a last column too.
    """
    residents, cases = state.residents, state.cases
    case = cases[residents["household"]]
    known = (residents["known"][:, None] >> np.arange(DOMAIN_COUNT)) & 1
    helped = (case["mode"] == OPEN)[:, None] & (case["stage"] == HELPING) & (known > 0)
    by_team = state.actors["organisation"][case["worker"]] == TEAM
    found = np.zeros((len(residents), LAW_COUNT + 1), dtype=bool)
    for domain in range(DOMAIN_COUNT):
        found[:, LAW_OF_DOMAIN[domain]] |= helped[:, domain] & ~by_team[:, domain]
        found[:, GENERAL] |= helped[:, domain] & by_team[:, domain]
        found[:, TEAM_ITSELF] |= helped[:, domain] & by_team[:, domain]
    return found


def _any_in(state: State, people: Flags) -> Flags:
    """The households in which this holds of somebody."""
    return np.bincount(state.residents["household"], people, len(state.cases)) > 0


def _team_load(state: State) -> float:
    """Households that the team helps, for each full-time post."""
    actors, cases = state.actors, state.cases
    at_team = (actors["organisation"] == TEAM) & (actors["role"] == PROFESSIONAL)
    posts = float(actors["colleagues"][at_team].sum())
    helping = (cases["stage"] == HELPING) & at_team[cases["worker"]]
    households = ((cases["mode"] == OPEN) & helping.any(axis=1)).sum()
    return float(households * state.neighbourhoods["weight"][0] / max(posts, 1e-9))
