"""Phase 5: meetings, every four weeks. Who meets whom, and what talking does to visions."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.facilitators import brokering, credibility
from model.processes.professionals import meeting, vision
from model.state.axes import ALDERMAN, FACILITATOR, INSURER, POLICY, PROFESSIONAL, SEATS
from model.state.kinds import Numbers, Row
from model.state.state import State

MONTH = 4
FULL_DAY = 8.0
AN_HOUR_TOGETHER = 1.0


@compiled
def meet(state: State, p: Parameters) -> None:
    """A month of meeting and talking."""
    introduced = introductions(state, p)
    hold_back(state)
    meeting.meet(state.actors, state.pairs, introduced, p.meeting)
    for seat in range(SEATS):
        get_around(state, state.contracts[seat], p)
    meet_each_other(state, p)
    vision.talk(state.actors, state.organisations, state.pairs, dialogues(state, p), p.vision)


@compiled
def introductions(state: State, p: Parameters) -> Numbers:
    """How strongly facilitators bring each two professionals together, matrix [actor, actor].

    They introduce people whom they know and who hardly know each other.
    """
    count = len(state.actors)
    introduced = np.zeros((count, count))
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        hours = MONTH * p.attention.introducing * agreed.connecting_hours
        number = brokering.introductions(hours, p.brokering.style, p.brokering)
        if number <= 0.0:
            continue
        total = 0.0
        for i in range(count):
            for j in range(count):
                total += gap(state, agreed.actor, i, j)
        if total <= 0.0:
            continue
        for i in range(count):
            for j in range(count):
                introduced[i, j] += number * 2.0 * gap(state, agreed.actor, i, j) / total
    return introduced


@compiled
def gap(state: State, f: int, i: int, j: int) -> float:
    """How much a facilitator has to gain from bringing these two together."""
    if i == j or state.actors[i].role != PROFESSIONAL or state.actors[j].role != PROFESSIONAL:
        return 0.0
    ties = state.pairs[f, i].strength * state.pairs[f, j].strength
    return ties * (1.0 - state.pairs[i, j].strength)


@compiled
def hold_back(state: State) -> None:
    """Who stands in a tender meets others less: slack is kept for the own organisation."""
    for actor in state.actors:
        if actor.role == PROFESSIONAL:
            held = state.organisations[actor.organisation].opposition
            actor.slack = np.float32(actor.slack * (1.0 - held))


@compiled
def get_around(state: State, agreed: Row, p: Parameters) -> None:
    """The facilitator's own ties grow with hours among professionals and at the board."""
    if agreed.hours <= 0.0:
        forget(state, agreed.actor, p)
        return
    spread_hours(state, agreed.actor, MONTH * agreed.connecting_hours, True, p)
    spread_hours(state, agreed.actor, MONTH * agreed.board_hours, False, p)
    actor = state.actors[agreed.actor]
    heard = MONTH * agreed.neighbourhood_hours
    actor.language_neighbourhood = np.float32(
        brokering.spoken(actor.language_neighbourhood, heard, p.brokering)
    )
    actor.language_board = np.float32(
        brokering.spoken(actor.language_board, MONTH * agreed.board_hours, p.brokering)
    )


@compiled
def spread_hours(
    state: State, f: int, hours: float, among_professionals: bool, p: Parameters
) -> None:
    """Hours of a facilitator over the people on one board, more for those known a little."""
    total = 0.0
    for row in range(len(state.actors)):
        if row != f and on_board_of(state.actors[row].role, among_professionals):
            total += 0.2 + state.pairs[f, row].strength
    for row in range(len(state.actors)):
        if row != f and on_board_of(state.actors[row].role, among_professionals):
            share = (0.2 + state.pairs[f, row].strength) / total
            meeting.update(state.pairs[f, row], hours * share, p.meeting)
            meeting.update(state.pairs[row, f], hours * share, p.meeting)


@compiled
def on_board_of(role: int, among_professionals: bool) -> bool:
    """Whether somebody with this role is found among professionals, or among those who decide."""
    return role == PROFESSIONAL if among_professionals else role in (POLICY, ALDERMAN, INSURER)


@compiled
def meet_each_other(state: State, p: Parameters) -> None:
    """Two facilitators who both work meet an hour a week; else their tie fades as others do."""
    first, second = state.contracts[0], state.contracts[1]
    both = first.hours > 0.0 and second.hours > 0.0
    hours = MONTH * AN_HOUR_TOGETHER if both else 0.0
    meeting.update(state.pairs[first.actor, second.actor], hours, p.meeting)
    meeting.update(state.pairs[second.actor, first.actor], hours, p.meeting)


@compiled
def forget(state: State, f: int, p: Parameters) -> None:
    """Without hours a facilitator's ties fade, as all ties do."""
    for row in range(len(state.actors)):
        if row != f and state.actors[row].role != FACILITATOR:
            meeting.update(state.pairs[f, row], 0.0, p.meeting)
            meeting.update(state.pairs[row, f], 0.0, p.meeting)


@compiled
def dialogues(state: State, p: Parameters) -> Numbers:
    """How far facilitated dialogue widens the hearing of each two, matrix [actor, actor]."""
    count = len(state.actors)
    widened = np.zeros((count, count))
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        if agreed.connecting_hours <= 0.0:
            continue
        f = agreed.actor
        left = 1.0 - p.attention.introducing - p.attention.vouching - p.attention.appointing
        effort = min(1.0, left * agreed.connecting_hours / FULL_DAY)
        for i in range(count):
            first = credibility.credible(state.pairs[i, f].trust, state.pairs[i, f].conflict)
            for j in range(count):
                second = credibility.credible(state.pairs[j, f].trust, state.pairs[j, f].conflict)
                widened[i, j] = max(widened[i, j], effort * min(first, second))
    return widened
