"""Who begins to get help from whom, by which gate and after how long; and how the worst-off stand.

Seen week by week in a followed run (``histories.py``): the weekly counts do not tell a start with
one organisation from a start with another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.state.axes import DOMAIN_COUNT, TEAM
from model.state.state import State
from model.state.tables import ASKED, ASKED_DIRECTLY, ASKED_TEAM, HELPING, OPEN, WAITING

DEBT = 0
BY_TEAM, BY_ITSELF, BY_OTHERS = 0, 1, 2
"""Gates: the team sent or took the request; people went there, the GP included; all others."""
UNKNOWN = -1
MANY_DOMAINS, HEAVY_DOMAINS, HEAVY = 4, 2, 2
"""Many and complex: needs in four domains or more, of which two are heavy, in a home with
children. Sources count by signals in registers; this is our nearest reading of them."""


@dataclass(frozen=True)
class Starts:
    """What was seen of starts in one run.

    One entry in ``week``, ``organisation``, ``gate`` and ``waited`` for each need of a household
    with which somebody begins to help; ``debt_after`` holds years from the beginning of a debt to
    its first help, for those helped, and ``debt_week`` when; ``many`` is the yearly share of
    households with many and complex needs, ``euros_many`` and ``euros_single`` what a week of help
    to one of them costs, and to a helped household with a single need.
    """

    week: NDArray[np.int64]
    organisation: NDArray[np.int64]
    gate: NDArray[np.int64]
    waited: NDArray[np.int64]
    debt_week: NDArray[np.int64]
    debt_after: NDArray[np.float64]
    many: NDArray[np.float64]
    euros_many: NDArray[np.float64]
    euros_single: NDArray[np.float64]


class StartsEye:
    """What is remembered of starts; a need that is helped when looking begins is no start."""

    def __init__(self, state: State) -> None:
        self.rows: list[NDArray[np.int64]] = []
        self.in_debt = _debts(state)
        self.debt_since = np.where(self.in_debt, UNKNOWN, 0)
        self.debts: list[NDArray[np.int64]] = []
        self.yearly: list[tuple[float, float, float]] = []
        self._remember(state)
        self.helped_with_debt = self.helping[:, DEBT].copy()

    def _remember(self, state: State) -> None:
        cases = state.cases
        self.helping = _helping(state)
        self.stage = cases["stage"].copy()
        self.weeks, self.waiting = cases["weeks"].copy(), cases["waiting"].copy()
        self.mode, self.asker = cases["mode"].copy(), cases["asker"].copy()

    def look(self, state: State, number: int, fresh: NDArray[np.bool_]) -> None:
        """Remember this week; ``fresh`` are households into which somebody new moved."""
        now = _helping(state)
        case, domain = np.nonzero(now & ~self.helping)
        worker = state.cases["worker"][case, domain]
        organisation = state.actors["organisation"][worker].astype(np.int64)
        was_asked = self.stage[case, domain] == ASKED
        asker = np.where(was_asked, self.asker[case, domain], -1)
        gate = gate_of(asker, state.actors["organisation"], state.cases["came"][case])
        at_gate = np.where(self.mode[case] == WAITING, self.waiting[case], 0)
        waited = np.where(was_asked, self.weeks[case, domain], at_gate).astype(np.int64)
        when = np.full(len(case), number)
        self.rows.append(np.stack([when, organisation, gate, waited], axis=1))
        self._debts(state, number, now[:, DEBT], fresh)
        self._remember(state)

    def _debts(
        self, state: State, number: int, helped: NDArray[np.bool_], fresh: NDArray[np.bool_]
    ) -> None:
        debt = _debts(state)
        began = debt & ~self.in_debt
        self.debt_since[began] = number
        self.helped_with_debt[began | fresh] = False
        # how long newcomers were in debt before they came is not known: they are left out
        self.debt_since[debt & fresh] = number
        self.helped_with_debt[debt & fresh] = True
        first = np.flatnonzero(helped & debt & ~self.helped_with_debt)
        since = self.debt_since[first]
        lasted = np.where(since == UNKNOWN, number + 1, number - since)
        self.debts.append(np.stack([np.full(len(first), number), lasted], axis=1))
        self.helped_with_debt |= helped
        self.in_debt = debt

    def end_of_year(self, state: State) -> None:
        """How households with many and complex needs stand, and what help to them costs."""
        cases = state.cases
        levels = np.zeros((len(cases), DOMAIN_COUNT), dtype=np.int64)
        np.maximum.at(levels, state.residents["household"], state.residents["level"])
        children = np.bincount(
            state.residents["household"], state.residents["age_band"] == 0, len(cases)
        )
        domains = (levels > 0).sum(axis=1)
        heavy = (levels >= HEAVY).sum(axis=1)
        many = (children > 0) & (domains >= MANY_DOMAINS) & (heavy >= HEAVY_DOMAINS)
        price = state.organisations["price"][state.actors["organisation"][cases["worker"]]]
        euros = np.where(_helping(state), cases["hours"] * price, 0.0).sum(axis=1)
        single = (domains == 1) & (euros > 0)
        self.yearly.append((float(many.mean()), _mean(euros[many]), _mean(euros[single])))

    def seen(self) -> Starts:
        """All of it."""
        rows = np.concatenate(self.rows)
        debts = np.concatenate(self.debts)
        many, euros_many, euros_single = np.array(self.yearly).T
        return Starts(
            *rows.T, debt_week=debts[:, 0], debt_after=debts[:, 1] / 52.0,
            many=many, euros_many=euros_many, euros_single=euros_single,
        )  # fmt: skip


def gate_of(
    asker: NDArray[np.int64], organisations: NDArray[np.int8], came: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """By which gate each came: who asked counts before how the household once came in."""
    asked = asker >= 0
    of_asker = organisations[np.maximum(asker, 0)]
    by_team = np.where(asked, of_asker == TEAM, came == ASKED_TEAM)
    itself = ~asked & (came == ASKED_DIRECTLY)
    return np.where(by_team, BY_TEAM, np.where(itself, BY_ITSELF, BY_OTHERS)).astype(np.int64)


def _helping(state: State) -> NDArray[np.bool_]:
    cases = state.cases
    return (cases["mode"] == OPEN)[:, None] & (cases["stage"] == HELPING)


def _debts(state: State) -> NDArray[np.bool_]:
    residents = state.residents
    return (
        np.bincount(residents["household"], residents["level"][:, DEBT] > 0, len(state.cases)) > 0
    )


def _mean(values: NDArray[np.float64]) -> float:
    return float(values.mean()) if len(values) else np.nan
