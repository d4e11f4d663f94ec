"""Phase 11: what people think and do is written down: practices, visions, and equal plans."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.processes.professionals import vision
from model.state import bits
from model.state.axes import BOARD, PROFESSIONAL
from model.state.kinds import Numbers
from model.state.state import State
from model.state.tables import OPEN

ALIKE = 0.15
"""Who have visions nearer than this stand in one camp: the definition of a camp."""
A_CAMP = 0.02
"""A camp holds at least this share of the posts: fewer is somebody alone."""
CLASSES = 3
NOWHERE = -1
"""The camp of who is no professional."""


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
    """How many camps there are: who is near another stands in one camp with all who are near that.

    Chains count, so that a camp is the same whoever comes first in the list.
    """
    actors = state.actors
    camp = np.full(len(actors), NOWHERE)
    posts = np.zeros(len(actors))
    total = 0.0
    for row in range(len(actors)):
        if actors[row].role != PROFESSIONAL:
            continue
        camp[row] = row
        total += actors[row].colleagues
        for other in range(row):
            apart = camp[other] != NOWHERE and camp[other] != camp[row]
            if apart and vision.distance(actors[row].vision, actors[other].vision) < ALIKE:
                join(camp, camp[other], camp[row])
    for row in range(len(actors)):
        if camp[row] != NOWHERE:
            posts[camp[row]] += actors[row].colleagues
    for row in range(len(actors)):
        large = posts[row] > 0.0 and posts[row] >= A_CAMP * total
        state.system[0].camps += 1.0 if large else 0.0


@compiled
def join(camp: Numbers, one: int, other: int) -> None:
    """Two camps become one."""
    for row in range(len(camp)):
        if camp[row] == one:
            camp[row] = other


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
