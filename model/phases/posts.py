"""Phase 1: posts of the team. Where they sit, whom they serve, and who employs them.

Seats go from one kind to another until there are as many of each as the numbers say; which seats
they are is drawn by the people in them, so that the order of rows makes no difference.
"""

from __future__ import annotations

import math

import numpy as np

from model.chance import DIRECT, EMPLOYER, STAFF, TENDER, YOUTH_TEAM, draw
from model.clock import YEAR
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import placing, telling
from model.processes.organisations import direct, employer, tendering, youth_team
from model.processes.professionals import hours
from model.state import events
from model.state.axes import (
    BOARD,
    ORGANISATION_OF_DOMAIN,
    PROFESSIONAL,
    TEAM,
)
from model.state.kinds import Numbers, Row, Table
from model.state.posts import ADULT, FOUNDATION, MUNICIPAL, WHOLE, YOUTH
from model.state.state import State
from model.state.tables import WAITING

STAYED, MOVED = 0, 1
"""Where a seat of the team sits: with the team, or with a specialist."""
LENT = 1
"""Who employs a seat, for the lot: any provider."""
NEITHER = -9
"""Who has no seat of the team."""


@compiled
def settle(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """Each post of the team as the numbers say: with specialists, for youth, by which employer."""
    sit_with_specialists(state, p, key)
    split_in_two(state.actors, p, key)
    are_employed(state, p, key)
    end_of_foundation(state, p, week, key)


@compiled
def of_team(actor: Row) -> bool:
    """Whether this is a seat of the team, or one that was moved from it."""
    return actor.role == PROFESSIONAL and (actor.organisation == TEAM or actor.moved == 1)


@compiled
def sit_with_specialists(state: State, p: Parameters, key: Numbers) -> None:
    """Seats that move to specialists with their money, or come back."""
    actors = state.actors
    moved = seats_of(actors, DIRECT, MOVED)
    wanted = direct.seats(seats_of(actors, DIRECT, STAYED) + moved, p.direct)
    while moved < wanted:
        move(actors[by_lot(actors, DIRECT, STAYED, True, key)], state.organisations, p, key)
        moved += 1
    while moved > wanted:
        come_back(actors[by_lot(actors, DIRECT, MOVED, False, key)], state.organisations)
        moved -= 1
    if direct.no_team(p.direct):
        find_another_gate(state)


@compiled
def seats_of_the_team(actors: Table) -> int:
    """How many sit with the team."""
    count = 0
    for actor in actors:
        count += 1 if actor.role == PROFESSIONAL and actor.organisation == TEAM else 0
    return count


@compiled
def kind_of(actor: Row, matter: int) -> int:
    """Of which kind a seat is in a matter: where it sits, whom it serves, or who employs it.

    NEITHER for who has no seat of the team. A provider is kind 1, whichever it is.
    """
    if matter == DIRECT:
        return int(actor.moved) if of_team(actor) else NEITHER
    if actor.role != PROFESSIONAL or actor.organisation != TEAM:
        return NEITHER
    return int(actor.young) if matter == YOUTH_TEAM else min(1, int(actor.lent))


@compiled
def seats_of(actors: Table, matter: int, kind: int) -> int:
    """How many seats of the team are of this kind in a matter."""
    count = 0
    for actor in actors:
        count += 1 if kind_of(actor, matter) == kind else 0
    return count


@compiled
def by_lot(actors: Table, matter: int, kind: int, lowest: bool, key: Numbers) -> int:
    """The seat of this kind of whoever drew lowest, or highest."""
    best, most = -1, 2.0
    for row in range(len(actors)):
        if kind_of(actors[row], matter) == kind:
            even = draw(key, actors[row].id, 0, matter)
            even = even if lowest else 1.0 - even
            if even < most:
                best, most = row, even
    return best


@compiled
def move(actor: Row, organisations: Table, p: Parameters, key: Numbers) -> None:
    """Somebody of the team sits with a specialist from now on, for as much money."""
    there = direct.goes_to(draw(key, actor.id, 0, DIRECT, 1), posts_of_specialists(p))
    price, other = organisations[TEAM].price, organisations[there].price
    actor.hours = np.float32(direct.same_money(float(actor.hours), float(price), float(other)))
    actor.organisation, actor.moved = np.int8(there), np.uint8(1)
    actor.young, actor.lent = np.uint8(WHOLE), np.int8(MUNICIPAL)


@compiled
def come_back(actor: Row, organisations: Table) -> None:
    """Somebody who sat with a specialist is of the team again."""
    price, other = organisations[actor.organisation].price, organisations[TEAM].price
    actor.hours = np.float32(direct.same_money(float(actor.hours), float(price), float(other)))
    actor.organisation, actor.moved = np.int8(TEAM), np.uint8(0)


@compiled
def posts_of_specialists(p: Parameters) -> Numbers:
    """Full-time posts for 10,000 residents, array [organisation]; the team and the board none."""
    posts = np.zeros(BOARD)
    posts[1], posts[2], posts[3] = p.staffing.income, p.staffing.housing, p.staffing.mental
    posts[4], posts[5] = p.staffing.support, p.staffing.youth
    posts[6], posts[7] = p.staffing.welfare, p.staffing.safety
    return posts


@compiled
def find_another_gate(state: State) -> None:
    """Who waits for a team that is no more waits with the specialist of the heaviest need."""
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == WAITING and case.gate == TEAM:
            worst = placing.heaviest_need(case, state.residents)
            case.gate = np.int8(ORGANISATION_OF_DOMAIN[max(0, worst)])


@compiled
def split_in_two(actors: Table, p: Parameters, key: Numbers) -> None:
    """So many seats for youth, the others for adults; or one team."""
    young = seats_of(actors, YOUTH_TEAM, YOUTH)
    wanted = youth_team.seats(seats_of_the_team(actors), p.youth_team)
    for actor in actors:
        if actor.role == PROFESSIONAL and actor.organisation == TEAM and actor.young != YOUTH:
            actor.young = np.uint8(ADULT if wanted > 0 else WHOLE)
    while young < wanted:
        actors[by_lot(actors, YOUTH_TEAM, ADULT, True, key)].young = np.uint8(YOUTH)
        young += 1
    while young > wanted:
        row = by_lot(actors, YOUTH_TEAM, YOUTH, False, key)
        actors[row].young = np.uint8(ADULT if wanted > 0 else WHOLE)
        young -= 1


@compiled
def are_employed(state: State, p: Parameters, key: Numbers) -> None:
    """So many seats of a foundation and of providers, the others of the municipality."""
    actors = state.actors
    total = seats_of_the_team(actors)
    founded = employer.seats(total, p.employer.foundation, total, p.employer)
    lent = employer.seats(total, p.employer.providers, total - founded, p.employer)
    while seats_of(actors, EMPLOYER, FOUNDATION) > founded:
        actors[by_lot(actors, EMPLOYER, FOUNDATION, False, key)].lent = np.int8(MUNICIPAL)
    while seats_of(actors, EMPLOYER, LENT) > lent:
        actors[by_lot(actors, EMPLOYER, LENT, False, key)].lent = np.int8(MUNICIPAL)
    while seats_of(actors, EMPLOYER, FOUNDATION) < founded:
        actors[by_lot(actors, EMPLOYER, MUNICIPAL, True, key)].lent = np.int8(FOUNDATION)
    while seats_of(actors, EMPLOYER, LENT) < lent:
        row = by_lot(actors, EMPLOYER, MUNICIPAL, True, key)
        actors[row].lent = np.int8(employer.lender(draw(key, actors[row].id, 0, EMPLOYER, 1)))
        know_own_people(state, row, p)
    for actor in actors:
        house = draw(key, 1 + int(actor.lent), 0, EMPLOYER, 2) if actor.lent != 0 else 0.5
        actor.house = np.float32(employer.room(house, p.employer))


@compiled
def know_own_people(state: State, row: int, p: Parameters) -> None:
    """Whoever is lent knows the people of the lender as colleagues do at first."""
    strength = p.meeting.starting_colleagues
    for other in range(len(state.actors)):
        person = state.actors[other]
        if person.role != PROFESSIONAL or person.organisation != state.actors[row].lent:
            continue
        for pair in (state.pairs[row, other], state.pairs[other, row]):
            if pair.strength < strength:
                pair.strength = np.float32(strength)
                pair.familiarity = np.float32(-p.meeting.hours_to_tie * math.log(1.0 - strength))


@compiled
def end_of_foundation(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """The contract of the foundation: what is at stake, and who leaves if it is lost.

    The calendar runs on while there is none, so that none begins with a contract long past.
    """
    one, lost = state.organisations[TEAM], False
    founded = seats_of(state.actors, EMPLOYER, FOUNDATION) > 0
    if founded and p.tendering.stake * p.tendering.overlap > 0.0 and one.contract_end <= week:
        lost = tendering.loses(draw(key, TEAM, week, TENDER), p.tendering)
    while one.contract_end <= week:
        one.contract_end += np.int32(p.tendering.contract_years * YEAR)
    stake = tendering.opposition(one.contract_end - week, p.tendering) if founded else 0.0
    one.opposition = np.float32(stake)
    if lost:
        its_people_leave(state, p, week, key)


@compiled
def its_people_leave(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """Those of a foundation that lost its contract, of whom a part leaves."""
    tells = len(state.log) > 0
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role != PROFESSIONAL or actor.organisation != TEAM or actor.lent != FOUNDATION:
            continue
        if draw(key, actor.id, week, STAFF, 1) < p.tendering.staff_lost:
            state.system[0].left += actor.colleagues
            if tells:
                telling.elsewhere(state, events.LEFT, events.TENDER, row, -1, TEAM, 0.0)
            hours.succeed(state.actors, state.pairs, row, p.trust, p.hours.vacancy)


@compiled
def stake_of(actor: Row, organisations: Table) -> float:
    """What is at stake now for whoever employs somebody, 0 to 1."""
    if actor.lent > 0:
        return float(organisations[actor.lent].opposition)
    if actor.organisation == TEAM and actor.lent != FOUNDATION:
        return 0.0
    return float(organisations[actor.organisation].opposition)
