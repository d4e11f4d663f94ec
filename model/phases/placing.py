"""Phase 6: who helps with what. A first helper looks around, and asks others for what remains."""

from __future__ import annotations

import numpy as np

from model.chance import DEVIATION, DISCOVERY, HANDOVER, REFERRAL, ROOM, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.professionals import mandate, trust
from model.processes.residents import getting_in, helping
from model.state.axes import DOMAIN_COUNT, ORGANISATION_OF_DOMAIN, PROFESSIONAL, TEAM
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import ASKED, HELPING, NO_FORM, NOT_ASKED, OPEN, SINGLE
from model.state.tally import BIN_COUNT, EDGES

HELPED = 65535


@compiled
def bin_of(weeks: int) -> int:
    """The bin of a waiting-time histogram for this many weeks."""
    for number in range(BIN_COUNT - 1, -1, -1):
        if weeks >= EDGES[number]:
            return number
    return 0


@compiled
def severity(state: State, case: Row, domain: int) -> int:
    """The highest level of this need among the members of a household, as far as known."""
    return highest_known(state.residents, case, domain)


@compiled
def heaviness(residents: Table, case: Row) -> int:
    """The sum of all levels of need in a household."""
    total = 0
    for row in range(case.start, case.start + case.size):
        for domain in range(DOMAIN_COUNT):
            total += residents[row].level[domain]
    return total


@compiled
def highest_known(residents: Table, case: Row, domain: int) -> int:
    """The same, from the table of residents alone."""
    highest = 0
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.known & (1 << domain) and resident.level[domain] > highest:
            highest = resident.level[domain]
    return highest


@compiled
def disappoint(residents: Table, case: Row, p: Parameters) -> None:
    """The members of a household who need help trust helpers less."""
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.needs > 0:
            resident.trust = np.float32(getting_in.disappointed(resident.trust, p.getting_in))


@compiled
def take_up(state: State, row: int, actor: int, p: Parameters, week: int, key: Numbers) -> None:
    """A household's first helper: looks around, decides what to do and whom to ask."""
    case = state.cases[row]
    weight = state.neighbourhoods[0].weight
    tally = state.tally[case.cell]
    tally.starts += weight
    waited = max(0, int(case.waiting) - 1)  # whole weeks, the one in which it begins left out
    tally.waiting += weight * waited
    tally.waiting_histogram[bin_of(waited)] += weight
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
def look_around(state: State, case: Row, p: Parameters, week: int, key: Numbers) -> None:
    """A generalist asks about all of life, and sees most of what members need."""
    for row in range(case.start, case.start + case.size):
        resident = state.residents[row]
        for domain in range(DOMAIN_COUNT):
            bit = np.uint8(1 << domain)
            if resident.level[domain] == 0 or resident.known & bit:
                continue
            if draw(key, resident.id, week, DISCOVERY, domain) < p.helping.seeing_all:
                resident.known |= bit
                case.domains |= bit


@compiled
def make_it_fit(state: State, case: Row, p: Parameters, week: int, key: Numbers) -> None:
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
def has_unplaced(case: Row) -> bool:
    """Whether a need in the case has no helper yet."""
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == NOT_ASKED and case.domains & (1 << domain):
            return True
    return False


@compiled
def place_all(state: State, row: int, p: Parameters, week: int, key: Numbers) -> None:
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
def place(
    state: State, row: int, domain: int, level: int, p: Parameters, week: int, key: Numbers
) -> None:
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
def lose_sight(state: State, case: Row, domain: int, p: Parameters) -> None:
    """A resident who was sent on and did not arrive: the need is out of view again."""
    bit = np.uint8(255 - (1 << domain))
    case.domains &= bit
    for row in range(case.start, case.start + case.size):
        state.residents[row].known &= bit
    disappoint(state.residents, case, p)


@compiled
def best_known(state: State, holder: int, organisation: int) -> int:
    """The professional of an organisation whom this one knows best."""
    best, most = -1, -1.0
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role != PROFESSIONAL or actor.organisation != organisation or row == holder:
            continue
        if state.pairs[holder, row].strength > most:
            best, most = row, state.pairs[holder, row].strength
    return best


@compiled
def begin(state: State, row: int, domain: int, actor: int, hours: float, p: Parameters) -> None:
    """Help with one need begins; the promise to do so in time was kept, or already broken."""
    case = state.cases[row]
    weight = state.neighbourhoods[0].weight
    if (
        case.stage[domain] == ASKED
        and case.asked[domain] <= p.trust.due
        and case.asker[domain] >= 0
    ):
        # who was asked gets the credit, as who was asked gets the blame, whoever takes it up
        asker, promised = case.asker[domain], case.worker[domain]
        if asker != promised:
            trust.experience(state.pairs[asker, promised], True, 1.0, 0.0, p.trust)
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
        in_need = resident.known & (1 << domain) and resident.level[domain] > 0
        if in_need and state.actors[actor].organisation == TEAM:
            tally.team_helps += weight
