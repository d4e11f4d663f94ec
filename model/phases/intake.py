"""Phase 6, first half: queues. Who waits, who gives up, and who is taken up by whom."""

from __future__ import annotations

import numpy as np

from model.chance import GIVING_UP, QUEUE, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import access, opening, placing, teams, telling
from model.processes.organisations import monitoring
from model.processes.residents import helping
from model.state import bits, events
from model.state.axes import DOMAIN_COUNT, PARENTING, PROFESSIONAL, TEAM
from model.state.bits import LOWEST
from model.state.kinds import Numbers, Row, Table
from model.state.posts import ADULT, WHOLE, YOUTH, YOUTH_LINE
from model.state.state import State
from model.state.tables import ASKED, NO_CASE, OPEN, WAITING

HALF = 0.5


@compiled
def wait(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A week longer for all who wait; broken promises where asked help has not begun in time.

    Households that are no longer anybody's case go off the list.
    """
    residents, cases, pairs, active = state.residents, state.cases, state.pairs, state.active
    count, tells = 0, len(state.log) > 0
    for number in range(state.neighbourhoods[0].active):
        row = active[number]
        case = cases[row]
        if case.mode == WAITING:
            wait_for_first(residents, case, p, week, key)
            if tells and case.mode == NO_CASE:
                waited = float(case.waiting)
                telling.of_case(state, case, events.GAVE_UP, events.WAITED, -1, -1, -1, waited)
        elif case.mode == OPEN:
            wait_for_second(residents, pairs, case, p)
            if tells:
                telling.waiting(state, case, p)
        if case.mode == NO_CASE:
            case.listed = np.uint8(0)
        else:
            active[count] = row
            count += 1
    state.neighbourhoods[0].active = np.int32(count)


@inlined
def wait_for_first(residents: Table, case: Row, p: Parameters, week: int, key: Numbers) -> None:
    """A household waits a week longer at a gate, is disappointed after too long, or gives up."""
    case.waiting += np.uint16(1)
    if case.undecided > 0 and case.waiting > 1:  # not yet in the week in which they ask
        case.undecided -= np.uint8(1)
    if case.waiting == np.uint16(p.trust.due) + 1:
        placing.disappoint(residents, case, True, p)
    if draw(key, residents[case.start].id, week, GIVING_UP) < p.getting_in.giving_up:
        dissolve(residents, case)


@inlined
def wait_for_second(residents: Table, pairs: Table, case: Row, p: Parameters) -> None:
    """A household that is helped: a week longer of help, and of waiting for others asked."""
    case.open += np.uint16(1)
    if case.handing > 0:
        case.handing -= np.uint8(1)
    left = bits.asked(case)
    while left:
        domain, left = LOWEST[left], left & (left - 1)
        if access.pending(case, domain):
            continue  # what is promised is promised from the decision on
        case.weeks[domain] += np.uint16(1)
        if placing.overdue(case, domain, p):
            pairs[case.asker[domain], case.worker[domain]].broken += np.float32(1.0)
            placing.disappoint(residents, case, True, p)


@compiled
def serve_queues(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """All queues, longest wait first: each is taken up by whoever has most time, if anybody has.

    Who waited equally long comes in a keyed random order. A professional takes on a question when
    at least half of the hours it asks are free, so that rounding favours neither side, whatever
    number of people a row stands for.
    """
    residents, cases, actors, pairs = state.residents, state.cases, state.actors, state.pairs
    rows, domains, urgency = line_up(
        residents, cases, state.active[: state.neighbourhoods[0].active], week, key
    )
    best = first_in_all(state, p)
    weight = state.neighbourhoods[0].weight
    for place in np.argsort(urgency):
        case = cases[rows[place]]
        organisation, hours = asked_of(residents, actors, case, domains[place], p)
        if organisation < 0:
            continue
        if hours == 0.0:
            if domains[place] < 0:
                dissolve(residents, case)
                gone, waited = events.NEED_GONE, float(case.waiting)
                telling.of_case(state, case, events.GAVE_UP, gone, -1, -1, -1, waited)
            continue
        needed = HALF * hours * weight
        line = line_of(residents, case, domains[place], organisation, p)
        usual = best[line]
        actor, free = teams.joins_oneself(case, domains[place], needed, usual, actors), 0.0
        if actor >= 0:
            free = actors[actor].capacity - actors[actor].committed
        if actor < 0 or free < needed:
            state.organisations[organisation].queue += np.float32(hours * weight)
            continue
        if domains[place] < 0:
            opening.take_up(state, rows[place], actor, p, week, key)
        else:
            telling.begun(state, case, domains[place], actor, p)
            placing.keep_promise(case, domains[place], pairs, p)
            teams.colleague_stands_in(case, domains[place], actor)
            tally = state.tally[case.cell]
            tally.asked_starts += weight
            waited = int(case.weeks[domains[place]]) + int(case.took[domains[place]])
            tally.asked_waits += weight * max(0, waited - 1)
            placing.begin(case, domains[place], actor, hours, residents, actors, tally, weight)
        best[line] = first_in(actors, line, p)


@inlined
def line_up(
    residents: Table, cases: Table, active: Numbers, week: int, key: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """All places in queues: household, domain or -1 for a household, and what to sort them by."""
    size = 2 * len(active)
    rows = np.empty(size, dtype=np.int64)
    domains = np.empty(size, dtype=np.int64)
    urgency = np.empty(size)
    count = 0
    for row in active:
        case = cases[row]
        if case.mode == WAITING and case.undecided == 0 and count < size:
            who = residents[case.start].id
            rows[count], domains[count] = row, -1
            urgency[count] = draw(key, who, week, QUEUE) - case.waiting
            count += 1
        elif case.mode == OPEN:
            left = bits.asked(case) & ~bits.helped(case)
            while left:
                domain, left = LOWEST[left], left & (left - 1)
                if count < size and case.deciding[domain] == 0:
                    who = residents[case.start].id
                    rows[count], domains[count] = row, domain
                    urgency[count] = draw(key, who, week, QUEUE, 1 + domain) - case.weeks[domain]
                    count += 1
    return rows[:count], domains[:count], urgency[:count]


@inlined
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
def line_of(residents: Table, case: Row, domain: int, organisation: int, p: Parameters) -> int:
    """Whose queue this place is in: of an organisation, or of the youth team beside the team."""
    if organisation != TEAM or p.youth_team.share <= 0.0:
        return organisation
    asked = max(0, placing.heaviest_need(case, residents)) if domain < 0 else domain
    return YOUTH_LINE if asked == PARENTING else TEAM


@compiled
def first_in_all(state: State, p: Parameters) -> Numbers:
    """Who takes up the next question in each queue, array [queue]; all queues begin empty."""
    best = np.empty(len(state.organisations) + 1, dtype=np.int64)
    for line in range(len(best)):
        best[line] = first_in(state.actors, line, p)
        if line < len(state.organisations):
            state.organisations[line].queue = np.float32(0.0)
    return best


@compiled
def first_in(actors: Table, line: int, p: Parameters) -> int:
    """Who takes up the next question in a queue, or -1."""
    if line == YOUTH_LINE:
        return with_most_time(actors, TEAM, p, YOUTH)
    apart = line == TEAM and p.youth_team.share > 0.0
    return with_most_time(actors, line, p, ADULT if apart else WHOLE)


@compiled
def with_most_time(actors: Table, organisation: int, p: Parameters, part: int = WHOLE) -> int:
    """The professional of an organisation, or of a part of it, with most free care hours, or -1.

    Where work is divided by number, an hour is what a need takes on average there. Who serves
    everybody, in a team too small to be split, serves each part.
    """
    best, most = -1, -1e18
    by_number = p.monitoring.weighted != 1.0
    each = hours_a_need(actors, organisation) if by_number else 0.0
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role == PROFESSIONAL and actor.organisation == organisation and actor.vacant == 0:
            if part != WHOLE and actor.young != WHOLE and actor.young != part:
                continue
            free = float(actor.capacity - actor.committed)
            flat = float(actor.capacity - each * actor.cases)
            free = monitoring.seems_free(free, flat, p.monitoring)
            if free > most:
                best, most = row, free
    return best


@compiled
def hours_a_need(actors: Table, organisation: int) -> float:
    """Hours a week that an organisation promised for each need that it helps with."""
    hours, cases = 0.0, 0.0
    for actor in actors:
        if actor.role == PROFESSIONAL and actor.organisation == organisation:
            hours += actor.committed
            cases += actor.cases
    return hours / max(1e-9, cases)


@compiled
def dissolve(residents: Table, case: Row) -> None:
    """A household that waited until nothing was left to ask: nobody's case any more."""
    for row in range(case.start, case.start + case.size):
        residents[row].known = np.uint8(0)
    case.mode = np.uint8(0)
    case.domains = np.uint8(0)
    case.gate = np.int8(-1)
