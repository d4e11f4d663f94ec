"""Phases 1 and 8: who people are at work. Newcomers bring their own ways; trust gives standing."""

from __future__ import annotations

import numpy as np

from model.chance import LEARNT, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import crafts
from model.processes.professionals import repertoire
from model.state.axes import DOMAIN_COUNT, PRACTICE_COUNT, PROFESSIONAL
from model.state.kinds import Numbers, Row
from model.state.state import State

AT_FIRST = 200
"""Numbers of draws from here on are for what somebody does on the first day."""


@compiled
def take_shape(state: State, p: Parameters, key: Numbers) -> None:
    """Each professional's habits and drive this week; somebody new in a seat has others.

    Drive is engagement, with what own motives and visible progress add to it.
    """
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role != PROFESSIONAL:
            continue
        if actor.person != actor.id:
            repertoire.comes_to_work(actor, key, p.repertoire)
            does_as_before(actor, key)
            actor.person = actor.id
            actor.faith, actor.standing = np.float32(0.0), np.float32(p.trust.between)
            choices_end(state, row)
            crafts.begins_anew(actor)
        repertoire.works_as(actor, p.repertoire)
        own = repertoire.brings(actor, repertoire.PASSION, p.repertoire)
        actor.drive = np.float32(min(1.0, max(0.0, actor.engagement + own + actor.faith)))


@compiled
def choices_end(state: State, row: int) -> None:
    """Whoever takes over a seat was not chosen for the situations of who sat there."""
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        for domain in range(DOMAIN_COUNT):
            if case.teamed and case.worker[domain] == row:
                case.teamed &= np.uint8(255 - (1 << domain))


@compiled
def does_as_before(actor: Row, key: Numbers) -> None:
    """What somebody new does in each situation: learnt elsewhere, so anything."""
    for one in range(PRACTICE_COUNT):
        even = draw(key, actor.id, 0, LEARNT, AT_FIRST + one)
        actor.practices[one] = np.int8(int(3.0 * even) - 1)


@compiled
def gain_standing(state: State) -> None:
    """How far other professionals trust each one, by how well they know each other."""
    for j in range(len(state.actors)):
        if state.actors[j].role != PROFESSIONAL:
            continue
        total, ties = 0.0, 0.0
        for i in range(len(state.actors)):
            if i != j and state.actors[i].role == PROFESSIONAL:
                total += state.pairs[i, j].strength * state.pairs[i, j].trust
                ties += state.pairs[i, j].strength
        if ties > 0.0:
            state.actors[j].standing = np.float32(total / ties)
