"""Phase 5: meetings, every four weeks. Who meets whom, and what talking does to visions."""

from __future__ import annotations

import numpy as np

from model.clock import MONTH
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import conversing
from model.processes.facilitators import brokering, credibility
from model.processes.professionals import meeting, vision
from model.state.axes import ALDERMAN, FACILITATOR, INSURER, POLICY, PROFESSIONAL, SEATS
from model.state.kinds import Numbers, Row
from model.state.state import State


@compiled
def meet(state: State, p: Parameters) -> None:
    """A month of meeting and talking."""
    introduced = introductions(state, p)
    for actor in state.actors:
        actor.meeting = np.float32(0.0)
    for seat in range(SEATS):
        ask_for_hours(state, state.contracts[seat], p)
    keep_appointments(state, p)
    meeting.meet(state.actors, state.pairs, introduced, p.meeting)
    for seat in range(SEATS):
        get_around(state, state.contracts[seat], p)
    meet_each_other(state, p)
    widened = dialogues(state, p)
    vision.talk(state.actors, state.organisations, state.pairs, widened, p.vision)
    conversing.converse(state, widened, p)


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


@inlined
def gap(state: State, f: int, i: int, j: int) -> float:
    """How much a facilitator has to gain from bringing these two together."""
    if i == j or state.actors[i].role != PROFESSIONAL or state.actors[j].role != PROFESSIONAL:
        return 0.0
    ties = state.pairs[f, i].strength * state.pairs[f, j].strength
    return ties * (1.0 - state.pairs[i, j].strength)


@compiled
def ask_for_hours(state: State, agreed: Row, p: Parameters) -> None:
    """Whom a facilitator wants to see this month, on either board; answering is among it."""
    if agreed.hours > 0.0:
        among = MONTH * (agreed.connecting_hours + agreed.answered)
        spread_hours(state, agreed.actor, float(among), True, p)
        spread_hours(state, agreed.actor, float(MONTH * agreed.board_hours), False, p)


@compiled
def spread_hours(
    state: State, f: int, hours: float, among_professionals: bool, p: Parameters
) -> None:
    """Hours of a facilitator over the people on one board, more for those known a little."""
    total = 0.0
    for row in range(len(state.actors)):
        if row != f and on_board_of(state.actors[row].role, among_professionals):
            total += p.meeting.strangers + state.pairs[f, row].strength
    for row in range(len(state.actors)):
        if row != f and on_board_of(state.actors[row].role, among_professionals):
            wanted = hours * (p.meeting.strangers + state.pairs[f, row].strength) / total
            state.pairs[f, row].together = np.float32(wanted)


@compiled
def keep_appointments(state: State, p: Parameters) -> None:
    """An appointment costs the other as much, and goes before meeting others of oneself.

    Nobody gives more than there is; where two facilitators want more than that, each gets a like
    part. What one has no time for does not go to another. A seat may stand for several people, who
    then come one after another.
    """
    first, second = state.contracts[0].actor, state.contracts[1].actor
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role == FACILITATOR:
            continue
        one, other = state.pairs[first, row], state.pairs[second, row]
        wanted = float(one.together + other.together)
        if wanted <= 0.0:
            continue
        time = actor.slack if actor.role == PROFESSIONAL else p.commitment.reachable
        given = min(wanted, MONTH * max(0.0, time - actor.meeting))
        actor.meeting += np.float32(given / MONTH)
        each = given / wanted / max(1.0, actor.colleagues)
        one.together = np.float32(one.together * each)
        other.together = np.float32(other.together * each)


@compiled
def get_around(state: State, agreed: Row, p: Parameters) -> None:
    """The facilitator's own ties and languages after a month; without hours ties only fade."""
    f = agreed.actor
    for row in range(len(state.actors)):
        if row != f and state.actors[row].role != FACILITATOR:
            hours = float(state.pairs[f, row].together)
            meeting.update(state.pairs[f, row], hours, p.meeting)
            meeting.update(state.pairs[row, f], hours, p.meeting)
    actor = state.actors[f]
    heard = MONTH * agreed.neighbourhood_hours
    actor.language_neighbourhood = np.float32(
        brokering.spoken(actor.language_neighbourhood, heard, p.brokering)
    )
    actor.language_board = np.float32(
        brokering.spoken(actor.language_board, MONTH * agreed.board_hours, p.brokering)
    )


@compiled
def on_board_of(role: int, among_professionals: bool) -> bool:
    """Whether somebody with this role is found among professionals, or among those who decide."""
    return role == PROFESSIONAL if among_professionals else role in (POLICY, ALDERMAN, INSURER)


@compiled
def meet_each_other(state: State, p: Parameters) -> None:
    """Two facilitators who both work meet every week; else their tie fades as others do."""
    first, second = state.contracts[0], state.contracts[1]
    both = first.hours > 0.0 and second.hours > 0.0
    hours = MONTH * p.brokering.of_the_pair if both else 0.0
    meeting.update(state.pairs[first.actor, second.actor], hours, p.meeting)
    meeting.update(state.pairs[second.actor, first.actor], hours, p.meeting)


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
        effort = min(1.0, left * agreed.connecting_hours / p.brokering.full_day)
        for i in range(count):
            first = credibility.credible(state.pairs[i, f].trust, state.pairs[i, f].conflict)
            for j in range(count):
                second = credibility.credible(state.pairs[j, f].trust, state.pairs[j, f].conflict)
                widened[i, j] = max(widened[i, j], effort * min(first, second))
    return widened
