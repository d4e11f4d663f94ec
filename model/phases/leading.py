"""Phase 6: who leads around a household, where people agreed how that is settled."""

from __future__ import annotations

import math

import numpy as np

from model.chance import FIXED_LEAD, LEAD, draw
from model.clock import MONTH
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import opening, placing
from model.processes.organisations import lead
from model.processes.professionals import repertoire
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL, TEAM
from model.state.events import NOBODY
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import HELPING, OPEN


@inlined
def way_of(who: int, parties: int, key: Numbers, p: Parameters) -> int:
    """How the lead is settled for this household; open to all where one organisation helps."""
    if parties < 2 or lead.agreed(p.lead) <= 0.0:
        return lead.OPEN_TO_ALL
    return lead.way(draw(key, who, 0, LEAD), p.lead)


@compiled
def who_leads(
    state: State,
    case: Row,
    way: int,
    appointed: float,
    even: float,
    free: Numbers,
    key: Numbers,
    p: Parameters,
) -> int:
    """Who leads from this week on, for an even draw; NOBODY while that person is not reached.

    ``appointed`` is the chance that a facilitator tells them; ``free`` the hours each had left.
    """
    residents, actors, pairs = state.residents, state.actors, state.pairs
    candidate = candidate_of(case, way, residents, actors, key, p)
    if candidate < 0:
        return NOBODY
    reached = 1.0
    if way == lead.CHOSEN:
        reached = trust_of(case, residents)
    elif candidate != case.holder:
        reached = lead.hears(float(pairs[case.holder, candidate].strength), p.lead)
    reached = 1.0 - (1.0 - reached) * (1.0 - appointed)
    hours = 0.0
    if candidate != case.holder:
        hours = lead.handing_hours(p.lead) * state.neighbourhoods[0].weight
    return candidate if even < reached and lead.has_time(free[candidate], hours) else NOBODY


@compiled
def candidate_of(
    case: Row, way: int, residents: Table, actors: Table, key: Numbers, p: Parameters
) -> int:
    """Who should lead; NOBODY where there is no such person yet."""
    if way == lead.FIXED:
        return fixed_person(actors, residents[case.start].id, key)
    if way == lead.FIRST:
        return int(case.holder)
    if way == lead.TRADE:
        return of_heaviest(case, residents)
    return nearest(case, actors, p)


@compiled
def fixed_person(actors: Table, who: int, key: Numbers) -> int:
    """The one of the team for this household, whatever it asks; a successor is another."""
    best, most = NOBODY, -1.0
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role == PROFESSIONAL and actor.organisation == TEAM and actor.vacant == 0:
            score = draw(key, actor.id, 0, FIXED_LEAD, who)
            if score > most:
                best, most = row, score
    return best


@compiled
def of_heaviest(case: Row, residents: Table) -> int:
    """Who helps with the heaviest need that is known; NOBODY while that help has not begun."""
    worst = placing.heaviest_need(case, residents)
    return int(case.worker[worst]) if worst >= 0 and case.stage[worst] == HELPING else NOBODY


@compiled
def nearest(case: Row, actors: Table, p: Parameters) -> int:
    """Whom residents know best: who has helped them longest, more so the more engaged."""
    best, most = NOBODY, 0.0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != HELPING or actors[case.worker[domain]].vacant > 0:
            continue
        actor = actors[case.worker[domain]]
        warm = math.exp(repertoire.brings(actor, repertoire.ENGAGED, p.repertoire))
        score = warm * (1.0 + case.weeks[domain])
        if score > most:
            best, most = int(case.worker[domain]), score
    return best


@compiled
def trust_of(case: Row, residents: Table) -> float:
    """Mean trust in helpers of the members of a household who need help."""
    total, count = 0.0, 0
    for row in range(case.start, case.start + case.size):
        if residents[row].needs > 0:
            total += residents[row].trust
            count += 1
    return total / count if count > 0 else 0.0


@compiled
def take_over(state: State, case: Row, leader: int, week: int, key: Numbers, p: Parameters) -> None:
    """Another than the holder leads from now on: the plan is made anew, by that person."""
    residents, actors, pairs = state.residents, state.actors, state.pairs
    if leader == case.holder:
        return
    if not helps(case, leader):
        for row in range(case.start, case.start + case.size):
            if residents[row].needs > 0:
                trust = lead.told_again(residents[row].trust, p.lead)
                residents[row].trust = np.float32(trust)
    before = int(case.holder)
    case.led_before, case.handing = np.int16(before), np.uint8(MONTH)
    people = max(1.0, max(actors[before].colleagues, actors[leader].colleagues))
    hours = MONTH * lead.handing_hours(p.lead) * state.neighbourhoods[0].weight / people
    pairs[before, leader].together += np.float32(hours)
    pairs[leader, before].together += np.float32(hours)
    case.holder = np.int16(leader)
    if actors[leader].organisation == TEAM:
        opening.look_around(case, residents, actors[leader], week, key, p, 1)
    who, around = residents[case.start].id, state.neighbourhoods[0]
    opening.make_it_fit(case, who, state.municipalities[0], around, actors, week, key, p, 1)
    opening.begin_as_chosen(case, p)


@compiled
def helps(case: Row, actor: int) -> bool:
    """Whether somebody helps in a case already."""
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == HELPING and case.worker[domain] == actor:
            return True
    return False


@compiled
def spend(state: State, p: Parameters) -> None:
    """Hours a week of handing over, of both; counted first, so that order makes no difference."""
    if lead.agreed(p.lead) <= 0.0:
        return
    actors, weight = state.actors, state.neighbourhoods[0].weight
    count = np.zeros(len(actors))
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == OPEN and case.handing > 0:
            count[case.led_before] += 1.0
            count[case.holder] += 1.0
    for row in range(len(actors)):
        actors[row].coordination += count[row] * lead.handing_hours(p.lead) * weight
