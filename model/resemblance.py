"""Starting like a long run of the same place: how needs, ties and trust settle (ODD section 5).

One long run of the place under the usual policy shows how things settle. Every replicate starts
from people like those in it, drawn anew, and has a burn-in of its own before week 0
(``experiments/simulation.py``).
"""

from __future__ import annotations

import numpy as np

from model.chance import POPULATION, draw
from model.compiling import compiled
from model.initialisation import BURN_IN
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.state import State

LONG_RUN = 1300
"""Weeks of the long run that shows how things settle: twenty-five years."""
NEARBY = 20.0
"""How many households around the like one may be drawn instead: a choice of method."""


@compiled
def settle_like(
    residents: Table,
    cases: Table,
    earlier_residents: Table,
    earlier_cases: Table,
    people: Table,
    earlier_people: Table,
    order: Numbers,
    earlier_order: Numbers,
    key: Numbers,
) -> None:
    """Give each household the needs of one like it in an earlier run of the same place.

    ``order`` lists households by type, size and disadvantage, and ``earlier_order`` those of the
    earlier run; the place in one tells where to look in the other, give or take a few.
    """
    for rank in range(len(order)):
        case = cases[order[rank]]
        even = draw(key, case.id, -BURN_IN, POPULATION, DOMAIN_COUNT) - 0.5
        there = int(len(earlier_order) * (rank + 0.5) / len(order) + NEARBY * even)
        there = min(len(earlier_order) - 1, max(0, there))
        earlier = earlier_cases[earlier_order[there]]
        case.troubled = np.uint8(0)
        for member in range(np.int64(case.size)):
            resident = residents[case.start + member]
            like = earlier_residents[earlier.start + min(member, np.int64(earlier.size) - 1)]
            resident.needs = np.uint8(0)
            same_kind = (resident.age_band == 0) == (like.age_band == 0)
            resident.frailty = like.frailty
            resident.lasting = like.lasting if same_kind else np.uint8(0)
            for domain in range(DOMAIN_COUNT):
                level = like.level[domain] if same_kind else np.uint8(0)
                resident.level[domain] = level
                # the earlier run ended in week 0, this one begins with its burn-in
                resident.since[domain] = np.int16(max(-32000, like.since[domain] - LONG_RUN))
                resident.needs += np.uint8(level > 0)
            resident.trust = like.trust
            earlier_place = np.int64(like.id) % len(earlier_people)
            person = people[np.int64(resident.id) % len(people)]
            if person.grown and same_kind:
                take_part_like(person, earlier_people[earlier_place])
            case.troubled += np.uint8(resident.needs > 0)


@compiled
def take_part_like(person: Row, like: Row) -> None:
    """How somebody stands among others, as one who is alike: but in no initiative yet."""
    person.active = like.active
    person.rooted = like.rooted
    person.contact = like.contact
    person.longing = like.longing
    person.load = like.load


def resemble(state: State, earlier: State) -> None:
    """Start where a long run of the same place ended: needs, trust, ties, strain, agreement."""
    settle_like(
        state.residents, state.cases, earlier.residents, earlier.cases,
        state.people, earlier.people,
        _order(state), _order(earlier), np.ascontiguousarray(state.period["key"][0]),
    )  # fmt: skip
    state.pairs[:] = earlier.pairs
    for name in ("strain", "vision", "tenure", "nature", "practices", "suited", "standing"):
        state.actors[name] = earlier.actors[name]
    state.actors["person"] = state.actors["id"]  # the same people, under the numbers of this run
    for name in ("vision", "expected_saving", "member", "expects", "met", "gives", "code"):
        state.organisations[name] = earlier.organisations[name]
    for name in ("months", "least", "code"):
        state.tables[name] = earlier.tables[name]
    state.neighbourhoods["reality"] = earlier.neighbourhoods["reality"]
    state.municipalities["agreement"] = earlier.municipalities["agreement"]
    state.municipalities["anchored"] = earlier.municipalities["anchored"]


def _order(state: State) -> np.ndarray:
    """Households by type, size and disadvantage: their rows in that order."""
    cases = state.cases
    mean = np.add.reduceat(state.residents["disadvantage"], cases["start"]) / cases["size"]
    order = np.lexsort((mean, cases["size"], cases["cell"] % 3))
    return np.ascontiguousarray(order.astype(np.int64))
