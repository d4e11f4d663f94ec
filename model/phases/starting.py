"""Phase 10: residents' initiatives begin, lose or find a leader, and end."""

from __future__ import annotations

import numpy as np

from model.chance import INITIATIVE, draw
from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.residents import initiatives
from model.state.kinds import Numbers, Row, Table
from model.state.state import State

TWO_YEARS = 104
MONTHS = 26
"""Months of four weeks in two years."""


@compiled
def supported(neighbourhood: Row, p: Parameters) -> float:
    """Hours a week that support initiatives: bought, and fallen free elsewhere."""
    return neighbourhood.supporting + p.responsibility.redeployed * neighbourhood.withdrawn


@compiled
def carry_on(state: State, week: int, key: Numbers, p: Parameters) -> None:
    """Four weeks of initiatives, after everybody has decided whether to take part."""
    people, started = state.people, state.initiatives
    come_of_age(state, week)
    members = members_of(people, len(started))
    for slot in range(len(started)):
        if started[slot].leader >= 0:
            lives_on(state, slot, members[slot], week, key, p)
    join_friends(people, state.ties, state.ties_begin)
    begin_in_turn(state, week, key, p)
    share_work(state, p)


@compiled
def join_friends(people: Table, ties: Table, begin: Numbers) -> None:
    """Who takes part and is free joins a friend's initiative; all look before anybody joins."""
    before = np.empty(len(people), dtype=np.int16)
    for place in range(len(people)):
        before[place] = people[place].initiative
    for place in range(len(people)):
        if people[place].active and before[place] < 0:
            people[place].initiative = np.int16(of_a_friend(before, ties, begin, place))


@compiled
def begin_in_turn(state: State, week: int, key: Numbers, p: Parameters) -> None:
    """Who could lead and is free tries to begin something, in the order of a draw by name."""
    people = state.people
    free, lots = np.empty(len(people), dtype=np.int64), np.empty(len(people))
    count = 0
    for place in range(len(people)):
        person = people[place]
        if person.active and person.leads and person.initiative < 0:
            free[count] = place
            lots[count] = draw(key, person.id, week, INITIATIVE, 3)
            count += 1
    for number in np.argsort(lots[:count]):
        place = int(free[number])
        if people[place].initiative < 0:
            try_to_begin(state, place, week, key, p)


@compiled
def of_a_friend(initiative: Numbers, ties: Table, begin: Numbers, place: int) -> int:
    """The ``initiative`` of the nearest of one's people who is in one, or -1."""
    for number in range(begin[place], begin[place + 1]):
        found = initiative[ties[number].other]
        if found >= 0:
            return found
    return -1


@compiled
def members_of(people: Table, slots: int) -> Numbers:
    """How many members each initiative has, array [slot]."""
    members = np.zeros(slots, dtype=np.int64)
    for person in people:
        if person.initiative >= 0:
            members[person.initiative] += 1
    return members


@compiled
def lives_on(state: State, slot: int, members: int, week: int, key: Numbers, p: Parameters) -> None:
    """One initiative: whether it has enough people and a leader, and how old it is."""
    one, system, neighbourhood = state.initiatives[slot], state.system[0], state.neighbourhoods[0]
    weight, age = neighbourhood.weight, week - one.began
    if state.people[one.leader].initiative != slot:
        one.leader = successor(state.people, slot, week, key, p)
    if one.leader < 0 or not initiatives.goes_on(members, p.initiatives):
        for person in state.people:
            if person.initiative == slot:
                person.initiative = np.int16(-1)
        one.leader = np.int32(-1)
        if age >= TWO_YEARS:
            system.judged += weight if age < TWO_YEARS + MONTH else 0.0
        else:
            neighbourhood.ended_young[month_of(one.began)] += np.float32(weight)
        return
    one.members = np.float32(members)
    system.initiatives += weight
    if TWO_YEARS <= age < TWO_YEARS + MONTH:
        system.judged += weight
        system.alive_after_two += weight


@compiled
def month_of(week: int) -> int:
    """Where those are counted that began in this month: the place comes back after two years."""
    return int(week) // MONTH % MONTHS


@compiled
def come_of_age(state: State, week: int) -> None:
    """Those that began two years ago and ended since count now, with those that live.

    Counted when they ended, a window would hold ends of those whose lasting nobody knows yet.
    """
    ended = state.neighbourhoods[0].ended_young
    state.system[0].judged += ended[month_of(week)]
    ended[month_of(week)] = np.float32(0.0)


@compiled
def successor(people: Table, slot: int, week: int, key: Numbers, p: Parameters) -> int:
    """The member who leads from now on, or -1: whoever draws the lowest lot, if anybody will."""
    chosen, lowest = -1, 2.0
    for place in range(len(people)):
        if people[place].initiative == slot:
            lot = draw(key, people[place].id, week, INITIATIVE, 1)
            if lot < lowest:
                chosen, lowest = place, lot
    if chosen < 0:
        return -1
    will = draw(key, people[chosen].id, week, INITIATIVE, 2)
    return chosen if will < p.initiatives.succession else -1


@compiled
def try_to_begin(state: State, place: int, week: int, key: Numbers, p: Parameters) -> None:
    """Somebody who can lead and is free looks around for people who take part and are free."""
    people, started = state.people, state.initiatives
    slot = free_slot(started)
    if slot < 0:
        return
    around = reached(state, place)
    supporters = 0
    for other in around:
        supporters += 1 if people[other].active and people[other].initiative < 0 else 0
    chance = initiatives.begins(True, supporters, p.initiatives)
    if draw(key, people[place].id, week, INITIATIVE) >= chance:
        return
    one = started[slot]
    one.leader, one.began = np.int32(place), np.int32(week)
    one.members = np.float32(1 + supporters)
    people[place].initiative = np.int16(slot)
    for other in around:
        if people[other].active and people[other].initiative < 0:
            people[other].initiative = np.int16(slot)
    state.system[0].initiatives += state.neighbourhoods[0].weight


@compiled
def free_slot(started: Table) -> int:
    """The first free row, or -1 when there is none."""
    for slot in range(len(started)):
        if started[slot].leader < 0:
            return slot
    return -1


@compiled
def reached(state: State, place: int) -> Numbers:
    """Whom somebody knows, and whom those know, each once; the own place left out."""
    ties, begin = state.ties, state.ties_begin
    total = 0
    for near in range(begin[place], begin[place + 1]):
        other = ties[near].other
        total += 1 + begin[other + 1] - begin[other]
    found = np.empty(total, dtype=np.int64)
    count = 0
    for near in range(begin[place], begin[place + 1]):
        other = ties[near].other
        found[count] = other
        count += 1
        for number in range(begin[other], begin[other + 1]):
            found[count] = ties[number].other
            count += 1
    found = np.unique(found[:count])
    return found[found != place]


@compiled
def share_work(state: State, p: Parameters) -> None:
    """Support and fund, over the initiatives that are alive; and the work that is left."""
    neighbourhood, alive = state.neighbourhoods[0], 0
    for one in state.initiatives:
        alive += 1 if one.leader >= 0 else 0
    each = 1.0 / max(1.0, alive * neighbourhood.weight)
    hours, euros = supported(neighbourhood, p) * each, neighbourhood.fund * each
    takeover = p.initiatives.takeover
    for one in state.initiatives:
        if one.leader >= 0:
            left = initiatives.work_left(one.members, hours, euros, takeover, p.initiatives)
            one.load = np.float32(left)
