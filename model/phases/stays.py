"""Phase 7: places away from home, for whom specialists help with a need at its worst."""

from __future__ import annotations

import numpy as np

from model.chance import STAY, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.organisations import spending, stays
from model.state.axes import (
    BUDGET_OF_DOMAIN,
    CELL_COUNT,
    ORGANISATION_OF_DOMAIN,
    STAY_COUNT,
)
from model.state.kinds import Numbers
from model.state.state import State
from model.state.tables import HELPING, OPEN


@compiled
def pay(state: State, p: Parameters, key: Numbers) -> None:
    """A week of all stays: who has a place, and what the budget of the law pays for it."""
    wanted = np.zeros((STAY_COUNT, CELL_COUNT))
    count(state, p, key, wanted)
    flows, system = state.flows[0].euros, state.system[0]
    for kind in range(STAY_COUNT):
        wanting = wanted[kind].sum()
        share = stays.placed(wanting, state.neighbourhoods[0].residents, kind, p.stays)
        domain = stays.DOMAINS[kind]
        budget, provider = BUDGET_OF_DOMAIN[domain], ORGANISATION_OF_DOMAIN[domain]
        each = share * p.stays.price[kind]
        for cell in range(CELL_COUNT):
            tally = state.tally[cell]
            tally.stays_wanted[kind] += wanted[kind, cell]
            tally.stays[kind] += share * wanted[kind, cell]
            tally.spent[budget] += each * wanted[kind, cell]
        system.stay_cost[budget] += each * wanting
        spending.pay(flows, state.budgets, budget, state.organisations, provider, each * wanting)


@compiled
def count(state: State, p: Parameters, key: Numbers, wanted: Numbers) -> None:
    """Residents who cannot be helped at home, added to ``wanted`` [kind, cell].

    One and the same person does or does not as long as the need stays at its worst.
    """
    weight = state.neighbourhoods[0].weight
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        for kind in range(STAY_COUNT):
            domain = stays.DOMAINS[kind]
            if case.stage[domain] != HELPING:
                continue
            if state.actors[case.worker[domain]].organisation != ORGANISATION_OF_DOMAIN[domain]:
                continue
            for row in range(case.start, case.start + case.size):
                resident = state.residents[row]
                if resident.level[domain] < stays.HIGHEST or not resident.known & (1 << domain):
                    continue
                even = draw(key, resident.id, int(resident.since[domain]), STAY, domain)
                if stays.needs_a_place(even, kind, p.stays):
                    wanted[kind, case.cell] += weight
