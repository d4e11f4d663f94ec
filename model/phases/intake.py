"""Phase 6, first half: queues. Who waits, who gives up, and who is taken up by whom."""

from __future__ import annotations

import numpy as np

from model.chance import GIVING_UP, QUEUE, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import placing
from model.processes.professionals import trust
from model.processes.residents import helping
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import ASKED, NO_CASE, OPEN, WAITING

HALF = 0.5


@compiled
def wait(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A week longer for all who wait; broken promises where asked help has not begun in time."""
    count = 0
    for row in range(len(state.cases)):
        case = state.cases[row]
        if case.since_closed < 65000:
            case.since_closed += np.uint16(1)
        if case.mode == NO_CASE:
            continue
        if case.mode == WAITING:
            wait_for_first(state.residents, case, p, week, key)
        else:
            wait_for_second(state.residents, state.pairs, case, p)
        if case.mode != NO_CASE:
            state.active[count] = row
            count += 1
    state.neighbourhoods[0].active = np.int32(count)


@compiled
def wait_for_first(residents: Table, case: Row, p: Parameters, week: int, key: Numbers) -> None:
    """A household waits a week longer at a gate, is disappointed after too long, or gives up."""
    case.waiting += np.uint16(1)
    if case.waiting == np.uint16(p.trust.due) + 1:
        placing.disappoint(residents, case, p)
    if draw(key, residents[case.start].id, week, GIVING_UP) < p.getting_in.giving_up:
        dissolve(residents, case)


@compiled
def wait_for_second(residents: Table, pairs: Table, case: Row, p: Parameters) -> None:
    """A household that is helped waits a week longer for others who were asked."""
    case.open += np.uint16(1)
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == ASKED:
            case.asked[domain] += np.uint16(1)
            if case.asked[domain] == np.uint16(p.trust.due) + 1:
                pair = pairs[case.asker[domain], case.worker[domain]]
                trust.experience(pair, False, 1.0, p.trust.explained, p.trust)
                placing.disappoint(residents, case, p)


@compiled
def serve_queues(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """All queues, longest wait first: each is taken up by whoever has most time, if anybody has.

    Who waited equally long comes in a keyed random order. A professional takes on a question when
    at least half of the hours it asks are free, so that rounding favours neither side, whatever
    number of people a row stands for.
    """
    rows, domains, urgency = line_up(state, week, key)
    best = np.empty(len(state.organisations), dtype=np.int64)
    for organisation in range(len(state.organisations)):
        state.organisations[organisation].queue = np.float32(0.0)
        best[organisation] = with_most_time(state.actors, organisation)
    weight = state.neighbourhoods[0].weight
    for place in np.argsort(urgency):
        case = state.cases[rows[place]]
        organisation, hours = asked_of(state.residents, state.actors, case, domains[place], p)
        if organisation < 0:
            continue
        if hours == 0.0:
            if domains[place] < 0:
                dissolve(state.residents, case)
            continue
        actor, free = best[organisation], 0.0
        if actor >= 0:
            free = state.actors[actor].capacity - state.actors[actor].committed
        if actor < 0 or free < HALF * hours * weight:
            state.organisations[organisation].queue += np.float32(hours * weight)
            continue
        if domains[place] < 0:
            placing.take_up(state, rows[place], actor, p, week, key)
        else:
            placing.begin(state, rows[place], domains[place], actor, hours, p)
        best[organisation] = with_most_time(state.actors, organisation)


@compiled
def line_up(state: State, week: int, key: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """All places in queues: household, domain or -1 for a household, and what to sort them by."""
    size = 2 * state.neighbourhoods[0].active
    rows = np.empty(size, dtype=np.int64)
    domains = np.empty(size, dtype=np.int64)
    urgency = np.empty(size)
    count = 0
    for number in range(state.neighbourhoods[0].active):
        row = state.active[number]
        case = state.cases[row]
        who = state.residents[case.start].id
        if case.mode == WAITING and count < size:
            rows[count], domains[count] = row, -1
            urgency[count] = draw(key, who, week, QUEUE) - case.waiting
            count += 1
        elif case.mode == OPEN:
            for domain in range(DOMAIN_COUNT):
                if case.stage[domain] == ASKED and count < size:
                    rows[count], domains[count] = row, domain
                    urgency[count] = draw(key, who, week, QUEUE, 1 + domain) - case.asked[domain]
                    count += 1
    return rows[:count], domains[:count], urgency[:count]


@compiled
def asked_of(
    residents: Table, actors: Table, case: Row, domain: int, p: Parameters
) -> tuple[int, float]:
    """The organisation in whose queue this place is, and the hours a week it asks; -1 if gone."""
    if domain >= 0:
        if case.stage[domain] != ASKED:
            return -1, 0.0
        hours = helping.asked_hours(placing.highest_known(residents, case, domain), p.helping)
        return int(actors[case.worker[domain]].organisation), hours
    if case.mode != WAITING:
        return -1, 0.0
    hours = 0.0
    for one in range(DOMAIN_COUNT):
        if case.domains & (1 << one):
            hours += helping.asked_hours(placing.highest_known(residents, case, one), p.helping)
    return int(case.gate), hours


@compiled
def with_most_time(actors: Table, organisation: int) -> int:
    """The professional of an organisation with most free care hours, or -1."""
    best, most = -1, -1e18
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role == PROFESSIONAL and actor.organisation == organisation and actor.vacant == 0:
            free = actor.capacity - actor.committed
            if free > most:
                best, most = row, free
    return best


@compiled
def dissolve(residents: Table, case: Row) -> None:
    """A household that waited until nothing was left to ask: nobody's case any more."""
    for row in range(case.start, case.start + case.size):
        residents[row].known = np.uint8(0)
    case.mode = np.uint8(0)
    case.domains = np.uint8(0)
    case.gate = np.int8(-1)
