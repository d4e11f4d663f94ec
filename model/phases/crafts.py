"""Phase 8: who used which craft this month, by who helps with what."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.professionals import craft
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL
from model.state.kinds import Numbers, Row
from model.state.state import State
from model.state.tables import HELPING, OPEN


@compiled
def practise(state: State, p: Parameters) -> None:
    """A month of practice in each craft, for everybody.

    Needs are counted first, so that the order of cases makes no difference.
    """
    if p.craft.growth <= 0.0 and p.craft.visible <= 0.0:
        return
    actors, weight, needs = state.actors, state.neighbourhoods[0].weight, helped_by(state)
    used = np.zeros((len(actors), DOMAIN_COUNT))
    for row in range(len(actors)):
        posts = max(1e-9, float(actors[row].colleagues))
        for domain in range(DOMAIN_COUNT):
            used[row, domain] = craft.use(needs[row, domain] * weight / posts, p.craft)
    for domain in range(DOMAIN_COUNT):
        usual = usual_use(needs[:, domain], used[:, domain])
        for row in range(len(actors)):
            actor = actors[row]
            if actor.role == PROFESSIONAL:
                before = float(actor.practised[domain])
                after = craft.practised(before, used[row, domain], usual, p.craft)
                actor.practised[domain] = np.float32(after)


@compiled
def helped_by(state: State) -> Numbers:
    """Needs that each helps with now, array [actor, domain]."""
    needs = np.zeros((len(state.actors), DOMAIN_COUNT))
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        for domain in range(DOMAIN_COUNT):
            if case.stage[domain] == HELPING:
                needs[case.worker[domain], domain] += 1.0
    return needs


@compiled
def usual_use(needs: Numbers, used: Numbers) -> float:
    """The use of one craft by who helps, on average over the needs of its kind; 0 without any."""
    total, weighed = 0.0, 0.0
    for row in range(len(needs)):
        total += needs[row]
        weighed += needs[row] * used[row]
    return weighed / total if total > 0.0 else 0.0


@compiled
def begins_anew(actor: Row) -> None:
    """Somebody new in a seat practised elsewhere: as much of each craft as is usual."""
    for domain in range(DOMAIN_COUNT):
        actor.practised[domain] = np.float32(0.0)
