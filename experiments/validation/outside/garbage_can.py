"""A7: ten choices, twenty problems and ten people, with the rules by which our tables decide.

Of the model only the questions, the tables and the time are left. Choices and problems come in an
order of chance, one and two each period; problems go to the open choice that is nearest to a
decision, people after them likewise. A decision closes a choice and ends the problems before it.
Loads, structures and spreads of energy are those of the published program, each in three ways.
"""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.processes.organisations import deciding

CHOICES, PROBLEMS, PEOPLE, PERIODS = 10, 20, 10, 20
LOADS = (1.1, 2.2, 3.3)
OPEN_TO_ALL, BY_RANK, SPECIALISED = STRUCTURES = range(3)
ORDERS = 12
ENERGIES = (np.arange(1, 11) / 10, np.full(10, 0.55), np.arange(10, 0, -1) / 10)
nearest, gathers, suffices, decided_by = (
    written(rule)
    for rule in (deciding.nearest, deciding.gathers, deciding.suffices, deciding.decided_by)
)
P = numbers(solves=0.6)


def may(structure: int, count: int) -> NDArray[np.bool_]:
    """Who has access to which choice: matrix [one of so many, choice]."""
    rank = np.arange(count) * CHOICES // count
    choice = np.arange(CHOICES)
    if structure == OPEN_TO_ALL:
        return np.ones((count, CHOICES), dtype=bool)
    if structure == BY_RANK:
        return choice >= rank[:, None]
    return choice == rank[:, None]


def played(
    load: float, access: int, decision: int, energies: NDArray[np.float64], order: int
) -> NDArray[np.int64]:
    """Decisions by resolution, oversight and flight, and problems solved, of one run."""
    chance = np.random.default_rng(order)
    comes = chance.permutation(CHOICES)
    arises = chance.permutation(PROBLEMS) // 2
    reach, sits = may(access, PROBLEMS), may(decision, PEOPLE)
    is_open, here = np.zeros(CHOICES, dtype=bool), np.zeros(PROBLEMS, dtype=bool)
    needed, gathered = np.zeros(CHOICES), np.zeros(CHOICES)
    had, counted = np.zeros(CHOICES, dtype=bool), np.zeros(4, dtype=np.int64)
    for period in range(PERIODS):
        is_open |= comes == period
        here |= arises == period
        short = needed - gathered
        at = np.array([nearest(is_open & one, short) for one in reach])
        at[~here] = deciding.NOWHERE
        needed = load * np.bincount(at[at >= 0], minlength=CHOICES)
        short = needed - gathered
        for one, hours in zip(sits, energies, strict=True):
            choice = nearest(is_open & one, short)
            if choice != deciding.NOWHERE:
                gathered[choice] = gathers(gathered[choice], hours, P)
        for choice in np.flatnonzero(is_open):
            before = at == choice
            if suffices(needed[choice], gathered[choice]):
                counted[decided_by(bool(before.any()), bool(had[choice]))] += 1
                counted[3] += before.sum()
                is_open[choice] = False
                here[before] = False
            had[choice] |= before.any()
    return counted


@cache
def organisation(load: float, access: int, decision: int) -> tuple[float, ...]:
    """The same, summed over three spreads of energy and as many orders of arrival."""
    runs = [
        played(load, access, decision, energies, order)
        for energies in ENERGIES
        for order in range(ORDERS)
    ]
    return tuple(np.sum(runs, axis=0).tolist())


def shares(
    loads: tuple[float, ...], accesses: tuple[int, ...], decisions: tuple[int, ...]
) -> NDArray[np.float64]:
    """Shares of decisions by each way, and of problems that were solved."""
    each = [organisation(*one) for one in product(loads, accesses, decisions)]
    total = np.sum(each, axis=0)
    share = np.zeros(4)
    share[:3] = total[:3] / max(1.0, float(total[:3].sum()))
    share[3] = total[3] / (len(each) * len(ENERGIES) * ORDERS * PROBLEMS)
    return share


def over_all(runs: Runs, which: str) -> Found:
    """Over all 81 structures: by resolution, oversight or flight, or problems solved."""
    share = shares(LOADS, tuple(STRUCTURES), tuple(STRUCTURES))
    place = ("resolution", "oversight", "flight", "solved").index(which)
    return found([share[place]], "computed", 81 * ORDERS)


def open_to_all(runs: Runs, load: float) -> Found:
    """Share of decisions by resolution where every problem and person may go anywhere."""
    return found([shares((load,), (0,), (0,))[0]], "computed", 3 * ORDERS)


def specialised(runs: Runs, which: str, load: float) -> Found:
    """Where each problem has one choice to go to, and people go anywhere."""
    share = shares((load,), (SPECIALISED,), (OPEN_TO_ALL,))
    place = ("resolution", "oversight", "flight").index(which)
    return found([share[place]], "computed", 3 * ORDERS)


MEASURES = {
    "garbage_can.over_all": over_all,
    "garbage_can.open_to_all": open_to_all,
    "garbage_can.specialised": specialised,
}
