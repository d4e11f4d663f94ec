"""Phase 11: what people think and do is written down: practices, visions, and equal plans."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.processes.professionals import vision
from model.state import bits
from model.state.axes import BOARD, PROFESSIONAL
from model.state.state import State
from model.state.tables import OPEN

ALIKE = 0.15
"""Visions nearer than this to the first of a camp belong to it: the definition of a camp."""
A_CAMP = 0.02
"""A camp holds at least this share of the posts: fewer is somebody alone."""
CLASSES = 3


@compiled
def write(state: State) -> None:
    """What professionals do that suits, what they put in, how they agree, and equal plans."""
    system = state.system[0]
    for actor in state.actors:
        if actor.role == PROFESSIONAL:
            system.suited += actor.suited * actor.colleagues
    for row in range(BOARD):
        if state.organisations[row].member:
            system.given += state.organisations[row].gives
            system.at_table += 1.0
    agreement(state)
    camps(state)
    equal_plans(state)


@compiled
def agreement(state: State) -> None:
    """How near visions of people in different organisations are, 1 where they are the same.

    A seat counts for the posts it stands for: a small organisation weighs no more than it has.
    """
    system, actors = state.system[0], state.actors
    agreeing, compared = system.agreeing, system.compared
    for i in range(len(actors)):
        if actors[i].role != PROFESSIONAL:
            continue
        for j in range(i):
            if actors[j].role == PROFESSIONAL and actors[j].organisation != actors[i].organisation:
                pairs = float(actors[i].colleagues) * float(actors[j].colleagues)
                agreeing += pairs * (1.0 - vision.distance(actors[i].vision, actors[j].vision))
                compared += pairs
    system.agreeing, system.compared = agreeing, compared


@compiled
def camps(state: State) -> None:
    """How many camps there are: each begins with somebody who stands near no camp before."""
    actors = state.actors
    first = np.empty(len(actors), dtype=np.int64)
    posts = np.zeros(len(actors))
    found, total = 0, 0.0
    for row in range(len(actors)):
        if actors[row].role != PROFESSIONAL:
            continue
        total += actors[row].colleagues
        own = -1
        for camp in range(found):
            if own < 0 and vision.distance(actors[row].vision, actors[first[camp]].vision) < ALIKE:
                own = camp
        if own < 0:
            own, first[found] = found, row
            found += 1
        posts[own] += actors[row].colleagues
    for camp in range(found):
        state.system[0].camps += 1.0 if posts[camp] >= A_CAMP * total else 0.0


@compiled
def equal_plans(state: State) -> None:
    """How differently plans fit for households with needs in as many domains, this week."""
    weight, system = state.neighbourhoods[0].weight, state.system[0]
    count, total, squares = np.zeros(CLASSES), np.zeros(CLASSES), np.zeros(CLASSES)
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        kind = min(CLASSES, max(1, bits.size(case.domains))) - 1
        count[kind] += weight
        total[kind] += weight * case.fit
        squares[kind] += weight * case.fit * case.fit
    for kind in range(CLASSES):
        if count[kind] > 0.0:
            apart = squares[kind] - total[kind] * total[kind] / count[kind]
            system.equal_spread += max(0.0, apart)
            system.fit_counted += count[kind]
