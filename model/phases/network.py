"""Phase 11: the network of professionals is written down: across organisations, and by whom.

Reaching is knowing well, or knowing somebody well who knows the other well. How much a
neighbourhood leans on one person is the share of pairs that can reach each other no more when the
one who is hardest to miss is away; it is found by leaving out each in turn.
"""

from __future__ import annotations

import numpy as np

from model.clock import QUARTER
from model.compiling import compiled
from model.state.axes import FACILITATOR, PROFESSIONAL
from model.state.kinds import Numbers
from model.state.state import State
from model.state.strengths import CAN_FIND


@compiled
def write(state: State, week: int) -> None:
    """Ties across organisations each week; once a quarter, how much they lean on one person."""
    ties(state)
    if week % QUARTER == 0:
        known, crossing = who_knows_whom(state)
        reaching, most = leaning(known, crossing)
        state.system[0].reaching += reaching
        state.system[0].leaning += most
        state.system[0].crossing += crossing.sum()


@compiled
def ties(state: State) -> None:
    """Strength of all ties of professionals, and how many pairs work in different organisations."""
    system, actors = state.system[0], state.actors
    strength, apart = system.ties, system.apart
    for i in range(len(actors)):
        if actors[i].role != PROFESSIONAL:
            continue
        for j in range(len(actors)):
            if i == j or actors[j].role != PROFESSIONAL:
                continue
            strength += state.pairs[i, j].strength
            if actors[i].organisation != actors[j].organisation:
                apart += 1.0
    system.ties, system.apart = strength, apart


@compiled
def who_knows_whom(state: State) -> tuple[Numbers, Numbers]:
    """1 where two know each other well, and 1 where both help, in different organisations.

    Facilitators may stand in between; those who decide do not, for they meet no households.
    """
    count, actors = len(state.actors), state.actors
    known = np.zeros((count, count), dtype=np.uint8)
    crossing = np.zeros((count, count), dtype=np.uint8)
    for i in range(count):
        for j in range(count):
            between = actors[i].role == PROFESSIONAL or actors[i].role == FACILITATOR
            between = between and (actors[j].role == PROFESSIONAL or actors[j].role == FACILITATOR)
            if i == j or not between:
                continue
            known[i, j] = state.pairs[i, j].strength >= CAN_FIND
            crossing[i, j] = (
                actors[i].role == PROFESSIONAL
                and actors[j].role == PROFESSIONAL
                and actors[i].organisation != actors[j].organisation
            )
    return known, crossing


@compiled
def leaning(known: Numbers, crossing: Numbers) -> tuple[float, float]:
    """Pairs that reach each other, and how many of them hang on the one hardest to miss.

    A pair of which the missing one is a part is no loss of the network.
    """
    count, reaching = len(known), 0.0
    lost = np.zeros(count)
    for i in range(count):
        for j in range(count):
            if not crossing[i, j]:
                continue
            ways, only = 0, -1
            for other in range(count):
                if known[i, other] and known[other, j]:
                    ways, only = ways + 1, other
            if known[i, j] or ways > 0:
                reaching += 1.0
            if not known[i, j] and ways == 1:
                lost[only] += 1.0
    return reaching, lost.max()
