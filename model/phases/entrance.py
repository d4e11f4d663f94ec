"""Phase 3: getting in. Who asks, is seen or is found comes into view, at one of the gates."""

from __future__ import annotations

import math

import numpy as np

from model.chance import GATE, GETTING_IN, draw, draws
from model.clock import YEAR
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import access, outreach, telling
from model.processes.facilitators import brokering
from model.processes.organisations import direct
from model.processes.professionals import repertoire
from model.processes.residents import able_to_ask, getting_in
from model.state import events
from model.state.axes import (
    DOMAIN_COUNT,
    FACILITATOR,
    ORGANISATION_OF_DOMAIN,
    PROFESSIONAL,
    TEAM,
)
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import NO_CASE, OPEN, WAITING


@compiled
def come_into_view(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """Residents with a need that helpers do not know, and the ways in which they come to."""
    neighbourhood = state.neighbourhoods[0]
    reached = reached_by_all(state, p)
    sought = getting_in.sought(reached, neighbourhood.hidden)
    neighbourhood.sought = np.float32(sought)
    adults = 2.0 * p.getting_in.asking
    adults *= max(1.0, p.getting_in.ease_other, p.getting_in.ease_loneliness)
    children = 2.0 * p.getting_in.asking * p.getting_in.ease_youth
    sooner = outreach.by_cell(state.residents, p)
    otherwise = p.getting_in.noticing + outreach.most(sought, sooner)
    residents, cases, active, tallies = state.residents, state.cases, state.active, state.tally
    rows, numbers = not_all_in_view(residents)
    evens = draws(key, numbers, week, GETTING_IN)
    for number in range(len(rows)):
        resident, even = residents[rows[number]], evens[number]
        # a bound that is cheap to find: above it nothing can bring this person into view
        easiest = children if resident.age_band == 0 else adults
        passed_on = p.getting_in.signalling * (1.0 + resident.noticed)
        able = able_to_ask.able(resident.needs, float(resident.disadvantage), p.able_to_ask)
        if even >= easiest * able * resident.trust * resident.needs + passed_on + otherwise:
            continue
        unknown = int(getting_in.visible_domains(resident) & ~np.int64(resident.known))
        case = cases[resident.household]
        gate, readiness, how = seen_or_not(
            resident,
            case,
            unknown,
            even,
            able,
            outreach.found(sought, sooner[resident.cell]),
            neighbourhood,
            p,
            week,
            key,
        )
        if gate >= 0:
            report(resident, case, gate, how, neighbourhood, active, tallies, week, key, p)
            if readiness > 0.0:
                say_more(resident, case, unknown, able, readiness, p, week, key)
            telling.seen(state, resident, unknown, gate, how)


@compiled
def not_all_in_view(residents: Table) -> tuple[Numbers, Numbers]:
    """Rows of residents with a need that no helper knows, and their permanent numbers."""
    rows = np.empty(len(residents), dtype=np.int32)
    numbers = np.empty(len(residents), dtype=np.uint32)
    count = 0
    for row in range(len(residents)):
        resident = residents[row]
        if resident.needs > 0 and getting_in.visible_domains(resident) & ~np.int64(resident.known):
            rows[count], numbers[count] = row, resident.id
            count += 1
    return rows[:count], numbers[:count]


@compiled
def reached_by_all(state: State, p: Parameters) -> float:
    """People whom all who go out can find this week, each by what they know of the neighbourhood.

    The team goes by the ties of others with it; a facilitator by the own language and ties.
    """
    total = 0.0
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.outreach > 0.0:
            knows = float(state.neighbourhoods[0].signal)
            if actor.role == FACILITATOR:
                tie = mean_tie(state, row)
                knows = 0.5 * (actor.language_neighbourhood + brokering.heard_of(tie, p.brokering))
            when = math.exp(repertoire.brings(actor, repertoire.ANY_HOUR, p.repertoire))
            total += when * getting_in.reached(actor.outreach, knows, p.getting_in)
    return total


@compiled
def mean_tie(state: State, f: int) -> float:
    """The mean tie of a facilitator with professionals, 0 to 1."""
    total, count = 0.0, 0
    for row in range(len(state.actors)):
        if state.actors[row].role == PROFESSIONAL:
            total += state.pairs[f, row].strength
            count += 1
    return total / max(1, count)


@compiled
def seen_or_not(
    resident: Row, case: Row, unknown: int, even: float, able: float, sought: float,
    neighbourhood: Row, p: Parameters, week: int, key: Numbers,
) -> tuple[int, float, int]:  # fmt: skip
    """One resident this week: the chances in four ways, and the gate to which they lead, or -1.

    And how readily somebody asks who asks, 0 where the need was seen by others; and in which way.
    ``able`` is how readily this person asks against others, ``sought`` the chance to be found.
    """
    silent, asking, worst = 1.0, 0.0, -1
    willing = resident.trust * able
    readiness = p.getting_in.again if week - case.closed <= YEAR else 1.0
    for domain in range(DOMAIN_COUNT):
        if unknown & (1 << domain):
            chance = readiness * getting_in.asks(
                resident.level[domain], willing, domain, p.getting_in
            )
            silent *= 1.0 - chance
            asking += chance
            if worst < 0 or resident.level[domain] > resident.level[worst]:
                worst = domain
    hidden = resident.known == 0
    signal = 0.0
    if hidden:
        paths = neighbourhood.signal * (1.0 + resident.noticed)
        signal = min(1.0, p.getting_in.signalling * paths)
    noticed = p.getting_in.noticing if case.mode == OPEN else 0.0
    found = sought if hidden else 0.0
    known = getting_in.becomes_known(1.0 - silent, signal, noticed, found)
    if even >= known:
        return -1, 0.0, events.NOTHING
    which = draw(key, resident.id, week, GATE) * (asking + signal + noticed + found)
    if which < asking:
        domain = asked_for(resident, unknown, able, which / readiness, p)
        gate = gate_for(domain, draw(key, resident.id, week, GATE, 1), p)
        come_to_be_known(resident, case, domain)
        return gate, readiness, events.ASKED_FOR
    come_to_be_known(resident, case, worst)
    return gate_for(worst, -1.0, p), 0.0, how_seen(which - asking, signal, noticed)


@compiled
def gate_for(domain: int, even: float, p: Parameters) -> int:
    """The team's gate, or the trade's, for an even draw; whom others see comes to the team."""
    if even < p.getting_in.team_gate and not direct.no_team(p.direct):
        return TEAM
    return ORGANISATION_OF_DOMAIN[domain]


@compiled
def how_seen(which: float, signal: float, noticed: float) -> int:
    """In which way somebody who did not ask came into view."""
    if which < signal:
        return events.SIGNALLED
    return events.NOTICED if which < signal + noticed else events.FOUND


@compiled
def come_to_be_known(resident: Row, case: Row, domain: int) -> None:
    """A need that helpers know from now on."""
    resident.known |= np.uint8(1 << domain)
    case.domains |= np.uint8(1 << domain)


@compiled
def say_more(
    resident: Row,
    case: Row,
    unknown: int,
    able: float,
    readiness: float,
    p: Parameters,
    week: int,
    key: Numbers,
) -> None:
    """Whoever asks for one thing brings up each other need with the chance it has by itself."""
    for domain in range(DOMAIN_COUNT):
        bit = 1 << domain
        if unknown & bit and not resident.known & bit:
            level, willing = resident.level[domain], resident.trust * able
            chance = readiness * getting_in.asks(level, willing, domain, p.getting_in)
            if draw(key, resident.id, week, GATE, 2 + domain) < chance:
                resident.known |= np.uint8(bit)
                case.domains |= np.uint8(bit)


@compiled
def asked_for(resident: Row, unknown: int, able: float, which: float, p: Parameters) -> int:
    """The domain that a resident brings up, in proportion to how readily each is."""
    last = 0
    for domain in range(DOMAIN_COUNT):
        if unknown & (1 << domain):
            last = domain
            willing = resident.trust * able
            which -= getting_in.asks(resident.level[domain], willing, domain, p.getting_in)
            if which < 0.0:
                break
    return last


@compiled
def report(
    resident: Row,
    case: Row,
    gate: int,
    how: int,
    neighbourhood: Row,
    active: Numbers,
    tallies: Table,
    week: int,
    key: Numbers,
    p: Parameters,
) -> None:
    """A household with a need that is now known waits at a gate, if nobody helps it yet."""
    if case.mode != NO_CASE:
        return
    case.mode = np.uint8(WAITING)
    case.gate = np.int8(gate)
    case.waiting = np.uint16(0)
    case.sent_on = np.uint8(0)
    case.came = np.uint8(access.way_in(how, gate))
    access.at_the_gate(case, resident, tallies[case.cell], neighbourhood.weight, week, key, p)
    if case.listed == 0:
        case.listed = np.uint8(1)
        active[neighbourhood.active] = resident.household
        neighbourhood.active += np.int32(1)
    if week - case.closed <= YEAR:
        tallies[case.cell].reentered += neighbourhood.weight


@compiled
def measure_signal(state: State, p: Parameters) -> None:
    """The mean tie of other helpers to the team: the path along which worries travel.

    Without a team worries travel between the organisations.
    """
    teamless = direct.no_team(p.direct)
    total, count = 0.0, 0
    for i in range(len(state.actors)):
        if state.actors[i].role != PROFESSIONAL or state.actors[i].organisation == TEAM:
            continue
        for j in range(len(state.actors)):
            other = state.actors[j]
            to_whom = other.organisation == TEAM
            if teamless:
                to_whom = other.organisation != state.actors[i].organisation
            if other.role == PROFESSIONAL and to_whom:
                total += state.pairs[i, j].strength
                count += 1
    state.neighbourhoods[0].signal = np.float32(total / count if count > 0 else 0.0)
