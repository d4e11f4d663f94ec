"""Phase 8: who used which craft this month, by who helps with what."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.professionals import craft
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL
from model.state.kinds import Row
from model.state.state import State
from model.state.tables import HELPING, OPEN


@compiled
def practise(state: State, p: Parameters) -> None:
    """A month of practice in each craft, for everybody.

    Needs are counted first, so that the order of cases makes no difference.
    """
    if p.craft.growth <= 0.0 and p.craft.visible <= 0.0:
        return
    actors, weight = state.actors, state.neighbourhoods[0].weight
    needs = np.zeros((len(actors), DOMAIN_COUNT))
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        for domain in range(DOMAIN_COUNT):
            if case.stage[domain] == HELPING:
                needs[case.worker[domain], domain] += 1.0
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role != PROFESSIONAL:
            continue
        for domain in range(DOMAIN_COUNT):
            each = needs[row, domain] * weight / max(1e-9, float(actor.colleagues))
            after = craft.practised(float(actor.practised[domain]), each, p.craft)
            actor.practised[domain] = np.float32(after)


@compiled
def begins_anew(actor: Row) -> None:
    """Somebody new in a seat practised elsewhere: as much of each craft as is usual."""
    for domain in range(DOMAIN_COUNT):
        actor.practised[domain] = np.float32(0.0)
