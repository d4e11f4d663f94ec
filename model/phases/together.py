"""Phase 10: once in four weeks residents meet, take part and help each other.

People are kept by place, which is the same whatever row a resident stands in; whoever moves in
takes the ties of that place and knows nobody. All look before anybody acts.
"""

from __future__ import annotations

import numpy as np

from model.chance import TAKING_PART, TRAITS, draw, draws, numbers_of
from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import connecting, own_people, starting
from model.processes.residents import (
    initiatives,
    loneliness,
    participation,
    responsibility,
)
from model.processes.residents.needs import LONELY, may_need, onset_at, slope
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.together import KIN

EVERY = 12
"""Weeks between counts that may wait: of connectors, and of care while no help is withdrawn."""
ACTIVE, MEMBER, NEEDY = 1, 2, 4
"""Marks that others can see: takes part (1, so that it counts as one), is in an initiative, has a
need."""


@compiled
def live(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """Four weeks among residents."""
    people, residents = state.people, state.residents
    where = rows_of_places(residents)
    welcome(people, residents, where, key, p)
    shifting = p.responsibility.withdrawn > 0.0 or state.neighbourhoods[0].shifted > 0.0
    shifting |= own_people.begun_with_own(state)
    if week % EVERY == 0 or shifting or p.team_choice.residents > 0.0:
        own_people.care(state, where, week, key, p)
    else:
        own_people.nobody_stands_in(state)
    adults = meet(state, where, week, key, p)
    starting.carry_on(state, week, key, p)
    if week % EVERY == 0:
        connecting.count(state, where, p)
    neighbourhood, system = state.neighbourhoods[0], state.system[0]
    hours = starting.supported(neighbourhood, p)
    neighbourhood.asked_along = np.float32(
        initiatives.asked_along(hours, p.initiatives.takeover, adults, p.initiatives)
    )
    system.months += 1.0
    system.supporting_hours += hours


@compiled
def rows_of_places(residents: Table) -> Numbers:
    """The row in which whoever lives at each place stands, array [place]."""
    count = np.uint32(len(residents))
    where = np.empty(len(residents), dtype=np.int32)
    for row in range(len(residents)):
        where[residents[row].id % count] = row
    return where


@compiled
def welcome(people: Table, residents: Table, where: Numbers, key: Numbers, p: Parameters) -> None:
    """Newcomers come as they are, and all others know the neighbourhood a little better."""
    closer = 1.0 - 2.0 ** (-MONTH / p.participation.settling)
    for place in range(len(people)):
        person = people[place]
        who = residents[where[place]].id
        if person.id != who:
            arrive(person, who, key, p)
            person.rooted = np.float32(0.0)
            residents[where[place]].lonelier = np.float32(0.0)
        else:
            person.rooted += np.float32(closer * (1.0 - person.rooted))


@compiled
def settled(people: Table, residents: Table, record: Table, key: Numbers) -> None:
    """Everybody as they come on the first day, at home here."""
    for place in range(len(people)):
        arrive(people[place], residents[place].id, key, record[0])
        people[place].rooted = np.float32(1.0)


@compiled
def arrive(person: Row, who: int, key: Numbers, p: Parameters) -> None:
    """Somebody who lives here from now on: what they bring of their own, and no past here."""
    person.id = np.uint32(who)
    person.active, person.initiative = np.uint8(0), np.int16(-1)
    first, second = draw(key, who, 0, TRAITS, 0), draw(key, who, 0, TRAITS, 1)
    person.threshold = np.float32(participation.threshold(first, second, p.participation))
    person.leads = np.uint8(draw(key, who, 0, TRAITS, 2) < p.initiatives.leaders)
    wanted = loneliness.wants(draw(key, who, 0, TRAITS, 3), p.loneliness)
    person.wanted = np.float32(wanted)
    outside = loneliness.elsewhere(draw(key, who, 0, TRAITS, 4), p.loneliness)
    person.elsewhere = np.float32(outside)
    able = responsibility.able(draw(key, who, 0, TRAITS, 5), p.responsibility)
    person.able = np.float32(able)
    longing = loneliness.brings(draw(key, who, 0, TRAITS, 6), p.loneliness)
    person.longing = np.float32(longing)
    person.contact, person.load = 0.0, 0.0


@compiled
def meet(state: State, where: Numbers, week: int, key: Numbers, p: Parameters) -> float:
    """Who sees whom, who begins or stops taking part, and who misses contact; counts adults."""
    people, residents, started = state.people, state.residents, state.initiatives
    neighbourhood, tallies = state.neighbourhoods[0], state.tally
    seeking, rooted, marks = readiness(people, residents, where, p)
    share, examples, contact, sees = look_around(
        state.ties, state.ties_begin, seeking, rooted, marks, p
    )
    after = np.zeros(len(people), dtype=np.uint8)
    even = draws(key, numbers_of(people), week, TAKING_PART)
    adults, scale, weight = 0.0, neighbourhood.scale, neighbourhood.weight
    asked = float(neighbourhood.asked_along)
    for place in range(len(people)):
        person = people[place]
        if person.grown == 0:
            continue
        resident = residents[where[place]]
        invited = sees[place] & MEMBER != 0
        if not invited and asked > 0.0:
            invited = draw(key, person.id, week, TAKING_PART, 1) < asked
        load, trust = own_load(person, started), float(resident.trust)
        after[place] = decides(person, share[place], invited, trust, load, even[place], p)
        resident.noticed = np.float32(participation.noticed(examples[place], p.participation))
        if misses(person, contact[place] * seeking[place], p) or resident.lonelier == 0.0:
            comes_of_it(resident, person.longing, scale, p)
        tell(tallies[resident.cell], person, resident, sees[place] & NEEDY != 0, weight)
        adults += weight
    for place in range(len(people)):
        people[place].active = after[place]
        if after[place] == 0:
            people[place].initiative = np.int16(-1)
    return adults


@compiled
def readiness(
    people: Table, residents: Table, where: Numbers, p: Parameters
) -> tuple[Numbers, Numbers, Numbers]:
    """What others see of each: how much one seeks others, how rooted one is, and marks [place].

    Kept close together, because everybody is looked at by all who know them.
    """
    seeking = np.ones(len(people), dtype=np.float32)
    rooted = np.empty(len(people), dtype=np.float32)
    marks = np.zeros(len(people), dtype=np.uint8)
    for place in range(len(people)):
        person, resident = people[place], residents[where[place]]
        rooted[place] = person.rooted
        if person.longing > 0.0:
            trust = float(resident.trust)
            seeking[place] = loneliness.seeks(float(person.longing), trust, p.loneliness)
        marks[place] = (
            (ACTIVE if person.active else 0)
            | (MEMBER if person.initiative >= 0 else 0)
            | (NEEDY if resident.needs > 0 else 0)
        )
    return seeking, rooted, marks


@compiled
def look_around(
    ties: Table, begin: Numbers, seeking: Numbers, rooted: Numbers, marks: Numbers, p: Parameters
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """What all see of their own people, arrays [place].

    The share who take part, how many that is, how much contact they offer, and marks: MEMBER where
    one of them is in an initiative, NEEDY where a housemate or kin has a need. For everybody in
    one go, which takes a third less time than one by one.
    """
    weights = np.array([loneliness.weight(kind, p.loneliness) for kind in range(4)])
    share, examples = np.zeros(len(rooted)), np.zeros(len(rooted))
    contact, sees = np.zeros(len(rooted)), np.zeros(len(rooted), dtype=np.uint8)
    for place in range(len(rooted)):
        total, active, offered, seen, near = 0.0, 0.0, 0.0, 0, 0
        own = rooted[place]
        for number in range(begin[place], begin[place + 1]):
            other, close = ties[number].other, ties[number].kind <= KIN
            strength = 1.0 if close else float(own * rooted[other])
            total += strength
            offered += weights[ties[number].kind] * strength * seeking[other]
            active += strength * (marks[other] & ACTIVE)
            seen |= marks[other] & MEMBER
            near |= marks[other] & NEEDY if close else 0
        share[place] = active / total if total > 0.0 else 0.0
        examples[place], contact[place], sees[place] = active, offered, seen | near
    return share, examples, contact, sees


@compiled
def own_load(person: Row, started: Table) -> float:
    """Hours a week that an initiative asks of this member; 0 for who is in none."""
    return float(started[person.initiative].load) if person.initiative >= 0 else 0.0


@compiled
def decides(
    person: Row, share: float, invited: bool, trust: float, load: float, even: float, p: Parameters
) -> bool:
    """Whether somebody takes part from now on. Who is asked too much at home does not begin."""
    if person.active:
        put_off = 1.0
        if person.initiative >= 0:
            put_off = initiatives.put_off(p.initiatives.takeover, p.initiatives)
        return even >= participation.stops(load, put_off, p.participation)
    if person.load > 1.0:
        return False
    exposed = participation.exposure(share, 1.0 if invited else 0.0, p.participation)
    chance = participation.joins(
        exposed, person.threshold, trust, p.getting_in.expected_trust, p.participation
    )
    return even < chance


@compiled
def misses(person: Row, contact: float, p: Parameters) -> bool:
    """The contact somebody had, and the longing that comes of it; whether that changed."""
    actual = person.elsewhere + contact
    if person.initiative >= 0:
        actual += p.loneliness.gathering
    person.contact = np.float32(actual)
    before = person.longing
    longing = loneliness.longs(float(before), float(person.wanted), actual, p.loneliness)
    person.longing = np.float32(longing)
    return person.longing != before


@compiled
def comes_of_it(resident: Row, longing: float, scale: Numbers, p: Parameters) -> None:
    """What longing makes of the onset of loneliness."""
    lonelier = np.float32(loneliness.sooner(float(longing), p.loneliness) - 1.0)
    if lonelier == resident.lonelier:
        return
    resident.lonelier = lonelier
    total, steep = 0.0, slope(resident.age_band, resident.disadvantage, p.needs)
    for domain in range(DOMAIN_COUNT):
        if may_need(domain, resident.age_band):
            rate = onset_at(domain, steep, p.needs, scale)
            total += rate * (1.0 + lonelier) if domain == LONELY else rate
    resident.onset = np.float32(total)


@compiled
def tell(tally: Row, person: Row, resident: Row, near: bool, weight: float) -> None:
    """One adult in the counts: in which ring, whether taking part, whether lonely."""
    tally.adults += weight
    part = weight if person.active else 0.0
    tally.taking_part += part
    if resident.needs > 0:
        tally.target += weight
        tally.target_part += part
    elif near:
        tally.around += weight
        tally.around_part += part
    else:
        tally.community += weight
        tally.community_part += part
    if resident.level[LONELY] > 0:
        tally.lonely += weight
