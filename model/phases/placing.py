"""Phase 6: who helps with what. The holder of a case helps, or asks others, need by need."""

from __future__ import annotations

import numpy as np

from model.chance import HANDOVER, REFERRAL, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import access, teams
from model.processes.organisations import direct, employer, informing, mapping
from model.processes.residents import getting_in, helping
from model.state import bits
from model.state.axes import DOMAIN_COUNT, ORGANISATION_OF_DOMAIN, PROFESSIONAL, TEAM
from model.state.events import NOBODY
from model.state.kinds import Numbers, Row, Table
from model.state.posts import serves
from model.state.tables import ASKED, HELPING, NOT_ASKED
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
def heaviness(residents: Table, case: Row) -> int:
    """The sum of all levels of need in a household."""
    total = 0
    for row in range(case.start, case.start + case.size):
        for domain in range(DOMAIN_COUNT):
            total += residents[row].level[domain]
    return total


@inlined
def highest_known(residents: Table, case: Row, domain: int) -> int:
    """The highest level of this need among the members of a household, as far as known."""
    highest = 0
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.known & (1 << domain) and resident.level[domain] > highest:
            highest = resident.level[domain]
    return highest


@compiled
def heaviest_need(case: Row, residents: Table) -> int:
    """The domain of the heaviest need that is known, of equal ones the first; NOBODY if none is."""
    worst, most = NOBODY, 0
    for domain in range(DOMAIN_COUNT):
        level = highest_known(residents, case, domain)
        if case.domains & (1 << domain) and level > most:
            worst, most = domain, level
    return worst


@compiled
def disappoint(residents: Table, case: Row, told: bool, p: Parameters) -> None:
    """The members of a household who need help trust helpers less; who was told why, less so."""
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.needs > 0:
            lower = getting_in.disappointed(resident.trust, p.getting_in)
            if told:
                lower = informing.softened(resident.trust, lower, p.informing)
            resident.trust = np.float32(lower)


@inlined
def has_unplaced(case: Row) -> bool:
    """Whether a need in the case has no helper yet."""
    return case.domains & ~bits.asked(case) != 0


@inlined
def has_several(case: Row) -> bool:
    """Whether a case holds needs in more than one domain."""
    return bits.several(case.domains)


@compiled
def place_all(
    case: Row,
    residents: Table,
    actors: Table,
    pairs: Table,
    tally: Row,
    weight: float,
    week: int,
    key: Numbers,
    p: Parameters,
) -> None:
    """Find a helper for each need in the case that has none yet."""
    for domain in range(DOMAIN_COUNT):
        if case.domains & (1 << domain) and case.stage[domain] == NOT_ASKED:
            level = highest_known(residents, case, domain)
            if level == 0:
                case.domains &= np.uint8(255 - (1 << domain))
                continue
            case.teamed &= np.uint8(255 - (1 << domain))
            access.ask_anew(case, domain)
            who, holder = residents[case.start].id, actors[case.holder]
            target = whom_to_ask(case, domain, level, who, actors, week, key, p)
            if target != holder.organisation:
                target = access.decide(
                    case, domain, level, who, target, tally, weight, week, key, p
                )
            if target == holder.organisation and serves(holder, domain):
                hours = helping.asked_hours(level, p.helping)
                begin(case, domain, case.holder, hours, residents, actors, tally, weight)
            else:
                send_on(case, domain, target, residents, actors, pairs, tally, weight, week, key, p)


@compiled
def whom_to_ask(
    case: Row,
    domain: int,
    level: int,
    who: int,
    actors: Table,
    week: int,
    key: Numbers,
    p: Parameters,
) -> int:
    """The organisation that is to help with one need: the holder's own, the trade, or the team."""
    own = actors[case.holder].organisation
    trade = ORGANISATION_OF_DOMAIN[domain]
    if own == TEAM:
        asks_specialist = max(helping.refers(level, p.helping), teams.asks_trade(case, domain, p))
        own_trade = actors[case.holder].lent == trade
        asks_specialist = employer.asks_own(asks_specialist, own_trade, p.employer)
        return trade if draw(key, who, week, REFERRAL, domain) < asks_specialist else TEAM
    light = trade != own and level < 2 and not direct.no_team(p.direct)
    return TEAM if light else trade


@compiled
def send_on(
    case: Row,
    domain: int,
    target: int,
    residents: Table,
    actors: Table,
    pairs: Table,
    tally: Row,
    weight: float,
    week: int,
    key: Numbers,
    p: Parameters,
) -> None:
    """One need is asked of somebody else, whom the household may or may not reach."""
    if actors[case.holder].organisation == TEAM and target != TEAM and case.sent_on == 0:
        tally.team_referred += weight
    who = residents[case.start].id
    contact = teams.chosen_for(case, domain, target, who, actors, pairs, week, key, p)
    if contact < 0:
        even = draw(key, who, week, HANDOVER, DOMAIN_COUNT + domain)
        contact = best_known(case.holder, target, domain, even, actors, pairs)
    teams.count_place(case, domain, contact, pairs, tally, weight, p)
    case.sent_on += np.uint8(1)
    tally.sent_on += weight
    strength = pairs[case.holder, contact].strength
    arrives = getting_in.handed_over(strength, p.getting_in)
    arrives = mapping.arrives(arrives, float(actors[case.holder].overview), p.mapping)
    if draw(key, who, week, HANDOVER, domain) < arrives:
        case.stage[domain] = np.uint8(ASKED)
        case.worker[domain] = np.int16(contact)
        case.asker[domain] = case.holder
        case.weeks[domain] = np.uint16(0)
    else:
        lose_sight(case, domain, residents, p)


@compiled
def lose_sight(case: Row, domain: int, residents: Table, p: Parameters) -> None:
    """A resident who was sent on and did not arrive: the need is out of view again."""
    bit = np.uint8(255 - (1 << domain))
    case.domains &= bit
    for row in range(case.start, case.start + case.size):
        residents[row].known &= bit
    disappoint(residents, case, False, p)


@compiled
def best_known(
    holder: int, organisation: int, domain: int, even: float, actors: Table, pairs: Table
) -> int:
    """The professional of an organisation, for this need, whom this one knows best.

    Of those who are known alike, an even draw says which.
    """
    best, most, alike = -1, -1.0, 0.0
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role != PROFESSIONAL or actor.organisation != organisation or row == holder:
            continue
        if not serves(actor, domain):
            continue
        strength = pairs[holder, row].strength
        if strength > most:
            best, most, alike = row, strength, 1.0
        elif strength == most:
            alike += 1.0
            if even * alike < 1.0:
                best, even = row, even * alike
            else:
                even = (even * alike - 1.0) / (alike - 1.0)
    return best


@inlined
def overdue(case: Row, domain: int, p: Parameters) -> bool:
    """Whether help that was asked for has just run out of its term without beginning."""
    asked = case.stage[domain] == ASKED
    return asked and case.weeks[domain] == np.uint16(p.trust.due) + 1


@compiled
def in_time(case: Row, domain: int, p: Parameters) -> bool:
    """Whether help that was asked of another begins within its term."""
    asker = case.asker[domain]
    return case.weeks[domain] <= p.trust.due and asker >= 0 and asker != case.worker[domain]


@compiled
def keep_promise(case: Row, domain: int, pairs: Table, p: Parameters) -> None:
    """Asked help that begins within its term: a promise kept.

    Who was asked gets the credit, as who was asked gets the blame, whoever takes it up.
    """
    if in_time(case, domain, p):
        pairs[case.asker[domain], case.worker[domain]].kept += np.float32(1.0)


@compiled
def begin(
    case: Row,
    domain: int,
    actor: int,
    hours: float,
    residents: Table,
    actors: Table,
    tally: Row,
    weight: float,
) -> None:
    """Help with one need begins."""
    case.stage[domain] = np.uint8(HELPING)
    case.worker[domain] = np.int16(actor)
    case.weeks[domain] = np.uint16(0)
    case.hours[domain] = np.float32(hours)
    actors[actor].committed += hours * weight
    actors[actor].cases += weight
    for member in range(case.start, case.start + case.size):
        resident = residents[member]
        if resident.known & (1 << domain) and resident.unhelped != HELPED and resident.needs > 0:
            tally.first_helps += weight
            tally.time_to_help += weight * resident.unhelped
            tally.time_histogram[bin_of(resident.unhelped)] += weight
            resident.unhelped = np.uint16(HELPED)
        in_need = resident.known & (1 << domain) and resident.level[domain] > 0
        if in_need and actors[actor].organisation == TEAM:
            tally.team_helps += weight
