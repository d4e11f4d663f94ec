"""Phase 6, first half: who is taken up by whom. Queues, hand-overs and first plans."""

from __future__ import annotations

import numpy as np

from model.chance import DEVIATION, DISCOVERY, GIVING_UP, HANDOVER, QUEUE, REFERRAL, ROOM, draw
from model.compiling import compiled
from model.processes.professionals import mandate, trust
from model.processes.residents import getting_in, helping
from model.state.axes import DOMAIN_COUNT, ORGANISATION_OF_DOMAIN, PROFESSIONAL, TEAM
from model.state.tables import (
    ASKED,
    HELPING,
    NO_CASE,
    NO_FORM,
    NOT_ASKED,
    OPEN,
    SINGLE,
    WAITING,
)
from model.state.tally import BIN_COUNT, EDGES

HALF = 0.5
HELPED = 65535


@compiled
def bin_of(weeks):
    """The bin of a waiting-time histogram for this many weeks."""
    for number in range(BIN_COUNT - 1, -1, -1):
        if weeks >= EDGES[number]:
            return number
    return 0


@compiled
def severity(state, case, domain):
    """The highest level of this need among the members of a household, as far as known."""
    return highest_known(state.residents, case, domain)


@compiled
def heaviness(residents, case):
    """The sum of all levels of need in a household."""
    total = 0
    for row in range(case.start, case.start + case.size):
        for domain in range(DOMAIN_COUNT):
            total += residents[row].level[domain]
    return total


@compiled
def highest_known(residents, case, domain):
    """The same, from the table of residents alone."""
    highest = 0
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.known & (1 << domain) and resident.level[domain] > highest:
            highest = resident.level[domain]
    return highest


@compiled
def wait(state, p, week, key):
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
def wait_for_first(residents, case, p, week, key):
    """A household waits a week longer at a gate, is disappointed when it is too long, or gives up."""
    case.waiting += np.uint16(1)
    if case.waiting == np.uint16(p.trust.due) + 1:
        disappoint(residents, case, p)
    if draw(key, residents[case.start].id, week, GIVING_UP) < p.getting_in.giving_up:
        dissolve(residents, case)


@compiled
def wait_for_second(residents, pairs, case, p):
    """A household that is helped waits a week longer for others who were asked."""
    case.open += np.uint16(1)
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == ASKED:
            case.asked[domain] += np.uint16(1)
            if case.asked[domain] == np.uint16(p.trust.due) + 1:
                pair = pairs[case.asker[domain], case.worker[domain]]
                trust.experience(pair, False, 1.0, p.trust.explained, p.trust)
                disappoint(residents, case, p)


@compiled
def disappoint(residents, case, p):
    """The members of a household who need help trust helpers less."""
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.needs > 0:
            resident.trust = np.float32(getting_in.disappointed(resident.trust, p.getting_in))


@compiled
def serve_queues(state, p, week, key):
    """All queues, longest wait first: each is taken up by whoever has most time, if anybody has.

    Who waited equally long comes in a keyed random order. A professional takes on a question when
    at least half of the hours it asks are free, so that rounding favours neither side, whatever
    number of people a row stands for.
    """
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
    best = np.empty(len(state.organisations), dtype=np.int64)
    for organisation in range(len(state.organisations)):
        state.organisations[organisation].queue = np.float32(0.0)
        best[organisation] = with_most_time(state.actors, organisation)
    weight = state.neighbourhoods[0].weight
    for place in np.argsort(urgency[:count]):
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
            take_up(state, rows[place], actor, p, week, key)
        else:
            begin(state, rows[place], domains[place], actor, hours, p)
        best[organisation] = with_most_time(state.actors, organisation)


@compiled
def asked_of(residents, actors, case, domain, p):
    """The organisation in whose queue this place is, and the hours a week it asks; -1 if gone."""
    if domain >= 0:
        if case.stage[domain] != ASKED:
            return -1, 0.0
        hours = helping.asked_hours(highest_known(residents, case, domain), p.helping)
        return np.int64(actors[case.worker[domain]].organisation), hours
    if case.mode != WAITING:
        return -1, 0.0
    hours = 0.0
    for one in range(DOMAIN_COUNT):
        if case.domains & (1 << one):
            hours += helping.asked_hours(highest_known(residents, case, one), p.helping)
    return np.int64(case.gate), hours


@compiled
def with_most_time(actors, organisation):
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
def dissolve(residents, case):
    """A household that waited until nothing was left to ask: nobody's case any more."""
    for row in range(case.start, case.start + case.size):
        residents[row].known = np.uint8(0)
    case.mode = np.uint8(0)
    case.domains = np.uint8(0)
    case.gate = np.int8(-1)


@compiled
def take_up(state, row, actor, p, week, key):
    """A household's first helper: looks around, decides what to do and whom to ask."""
    case = state.cases[row]
    weight = state.neighbourhoods[0].weight
    tally = state.tally[case.cell]
    tally.starts += weight
    tally.waiting += weight * case.waiting
    tally.waiting_histogram[bin_of(case.waiting)] += weight
    case.mode = np.uint8(OPEN)
    case.holder = np.int16(actor)
    case.open, case.owned, case.ownerless, case.decided = 0, 0, 0, 0
    case.form = np.uint8(NO_FORM)
    if state.actors[actor].organisation == TEAM:
        tally.team_starts += weight
        look_around(state, case, p, week, key)
    several = 0
    for domain in range(DOMAIN_COUNT):
        if case.domains & (1 << domain):
            several += 1
    if several > 1:
        tally.opened_several += weight
    else:
        tally.opened_single += weight
    case.form = np.uint8(SINGLE)
    case.heaviness = np.uint8(min(255, heaviness(state.residents, case)))
    who = state.residents[case.start].id
    even = draw(key, who, week, ROOM)
    case.need_room = np.float32(mandate.room_needed(several > 1, even, p.mandate))
    make_it_fit(state, case, p, week, key)
    place_all(state, row, p, week, key)


@compiled
def look_around(state, case, p, week, key):
    """A generalist asks about all of life, and sees most of what members need."""
    for row in range(case.start, case.start + case.size):
        resident = state.residents[row]
        for domain in range(DOMAIN_COUNT):
            bit = np.uint8(1 << domain)
            if resident.level[domain] > 0 and not resident.known & bit:
                if draw(key, resident.id, week, DISCOVERY, domain) < p.helping.seeing_all:
                    resident.known |= bit
                    case.domains |= bit


@compiled
def make_it_fit(state, case, p, week, key):
    """How well the plan will fit: enough room, asking upwards, deviating, or what rules allow."""
    actor = state.actors[case.holder]
    agreed = state.municipalities[0].agreement * actor.engagement
    given = mandate.mandate_of(agreed, p.mandate)
    lacking = mandate.shortage(given, actor.skill, case.need_room)
    case.escalated = np.uint16(0)
    case.fit = np.float32(1.0)
    if lacking <= 0.0:
        return
    weight = state.neighbourhoods[0].weight
    who = state.residents[case.start].id
    state.neighbourhoods[0].items[1] += np.float32(weight)
    if draw(key, who, week, DEVIATION) < mandate.deviates(lacking, actor.engagement, p.mandate):
        return
    if draw(key, who, week, DEVIATION, 1) < p.mandate.escalation:
        case.escalated = np.uint16(p.mandate.answer)
        return
    case.fit = np.float32(mandate.rule_based_fit(lacking))


@compiled
def has_unplaced(case):
    """Whether a need in the case has no helper yet."""
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == NOT_ASKED and case.domains & (1 << domain):
            return True
    return False


@compiled
def place_all(state, row, p, week, key):
    """Find a helper for each need in the case that has none yet."""
    case = state.cases[row]
    for domain in range(DOMAIN_COUNT):
        if case.domains & (1 << domain) and case.stage[domain] == NOT_ASKED:
            level = severity(state, case, domain)
            if level == 0:
                case.domains &= np.uint8(255 - (1 << domain))
            else:
                place(state, row, domain, level, p, week, key)


@compiled
def place(state, row, domain, level, p, week, key):
    """One need: helped by the holder, or asked of somebody else who may or may not be reached."""
    case = state.cases[row]
    own = state.actors[case.holder].organisation
    trade = ORGANISATION_OF_DOMAIN[domain]
    who = state.residents[case.start].id
    target = trade
    if own == TEAM:
        asks_specialist = helping.refers(level, p.helping)
        if draw(key, who, week, REFERRAL, domain) >= asks_specialist:
            target = TEAM
    elif trade != own and level < 2:
        target = TEAM
    hours = helping.asked_hours(level, p.helping)
    if target == own:
        begin(state, row, domain, case.holder, hours, p)
        return
    if own == TEAM and case.sent_on == 0:
        state.tally[case.cell].team_referred += state.neighbourhoods[0].weight
    contact = best_known(state, case.holder, target)
    weight = state.neighbourhoods[0].weight
    case.sent_on += np.uint8(1)
    state.tally[case.cell].sent_on += weight
    strength = state.pairs[case.holder, contact].strength
    arrives = getting_in.handed_over(strength, p.getting_in)
    if draw(key, who, week, HANDOVER, domain) < arrives:
        case.stage[domain] = np.uint8(ASKED)
        case.worker[domain] = np.int16(contact)
        case.asker[domain] = case.holder
        case.asked[domain] = np.uint16(0)
    else:
        lose_sight(state, case, domain, p)


@compiled
def lose_sight(state, case, domain, p):
    """A resident who was sent on and did not arrive: the need is out of view again."""
    bit = np.uint8(255 - (1 << domain))
    case.domains &= bit
    for row in range(case.start, case.start + case.size):
        state.residents[row].known &= bit
    disappoint(state.residents, case, p)


@compiled
def best_known(state, holder, organisation):
    """The professional of an organisation whom this one knows best."""
    best, most = -1, -1.0
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role == PROFESSIONAL and actor.organisation == organisation:
            if state.pairs[holder, row].strength > most and row != holder:
                best, most = row, state.pairs[holder, row].strength
    return best


@compiled
def begin(state, row, domain, actor, hours, p):
    """Help with one need begins; the promise to do so in time was kept, or already broken."""
    case = state.cases[row]
    weight = state.neighbourhoods[0].weight
    if case.stage[domain] == ASKED and case.asked[domain] <= p.trust.due and case.asker[domain] >= 0:
        asker = case.asker[domain]
        if asker != actor:
            trust.experience(state.pairs[asker, actor], True, 1.0, 0.0, p.trust)
    case.stage[domain] = np.uint8(HELPING)
    case.worker[domain] = np.int16(actor)
    case.hours[domain] = np.float32(hours)
    state.actors[actor].committed += np.float32(hours * weight)
    tally = state.tally[case.cell]
    for member in range(case.start, case.start + case.size):
        resident = state.residents[member]
        if resident.known & (1 << domain) and resident.unhelped != HELPED and resident.needs > 0:
            tally.first_helps += weight
            tally.time_to_help += weight * resident.unhelped
            tally.time_histogram[bin_of(resident.unhelped)] += weight
            resident.unhelped = np.uint16(HELPED)
        if resident.known & (1 << domain) and resident.level[domain] > 0:
            if state.actors[actor].organisation == TEAM:
                tally.team_helps += weight
