"""Phase 10: connectors are counted afterwards, by what ties look like and what was passed on.

Nobody is made one. A resident or professional is a connector whose ties join groups that would
otherwise not meet, and who passed something on of late: a need among one's people that came into
view, or a household that was sent on.
"""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.residents import participation
from model.state.axes import PROFESSIONAL
from model.state.kinds import Numbers, Table
from model.state.state import State
from model.state.tables import KIN, NO_CASE, OPEN

QUARTER = 13
KNOWN_WELL = 0.25
"""A tie of professionals counts from this strength; of residents, two who are half at home here."""


@compiled
def count(state: State, where: Numbers, p: Parameters) -> None:
    """Connectors among residents and among professionals."""
    weight = state.neighbourhoods[0].weight
    fresh = lately_in_view(state, where)
    groups = np.full(len(state.people), -1, dtype=np.int64)
    for place in range(len(state.people)):
        if state.people[place].grown == 0:
            continue
        passed = passed_on(state.ties, state.ties_begin, place, fresh)
        if passed > 0.0:
            joined = groups_around(state, place, groups)
            if participation.connects(joined, passed, p.participation):
                state.tally[state.residents[where[place]].cell].connectors += weight
    colleagues(state, p)


@compiled
def lately_in_view(state: State, where: Numbers) -> Numbers:
    """1 where a need of whoever lives there came into view in the last quarter, array [place]."""
    fresh = np.zeros(len(where), dtype=np.uint8)
    for place in range(len(where)):
        resident = state.residents[where[place]]
        if resident.known != 0:
            case = state.cases[resident.household]
            fresh[place] = case.mode != NO_CASE and case.waiting + case.open <= QUARTER
    return fresh


@compiled
def passed_on(ties: Table, begin: Numbers, place: int, fresh: Numbers) -> float:
    """People outside of the home whose need came into view of late."""
    total = 0.0
    for number in range(begin[place], begin[place + 1]):
        if ties[number].kind > 0 and fresh[ties[number].other]:
            total += 1.0
    return total


@compiled
def groups_around(state: State, place: int, groups: Numbers) -> int:
    """Groups among one's people who are not tied to each other but through this one.

    Fellow members of an initiative are tied. ``groups`` is -1 everywhere, before and after.
    """
    people, ties, begin = state.people, state.ties, state.ties_begin
    rooted, mine = people[place].rooted, people[place].initiative
    known = np.empty(begin[place + 1] - begin[place], dtype=np.int64)
    found = 0
    for number in range(begin[place], begin[place + 1]):
        tie = ties[number]
        if tie.kind <= KIN or rooted * people[tie.other].rooted >= KNOWN_WELL:
            known[found] = tie.other
            groups[tie.other] = found
            found += 1
    fellows = -1
    for index in range(found):
        other = known[index]
        for number in range(begin[other], begin[other + 1]):
            merge(groups, known[:found], groups[other], groups[ties[number].other])
        if mine >= 0 and people[other].initiative == mine:
            if fellows >= 0:
                merge(groups, known[:found], groups[other], groups[fellows])
            fellows = other
    separate = 0
    for index in range(found):
        separate += 1 if groups[known[index]] == index else 0
    total = separate + (1 if mine >= 0 and fellows < 0 else 0)
    groups[known[:found]] = -1
    return total


@compiled
def merge(groups: Numbers, known: Numbers, one: int, other: int) -> None:
    """Two groups become one, under the lower number; -1 is nobody's group."""
    if other < 0 or one == other:
        return
    low, high = min(one, other), max(one, other)
    for place in known:
        if groups[place] == high:
            groups[place] = low


@compiled
def colleagues(state: State, p: Parameters) -> None:
    """Connectors among professionals: ties that join groups, and a household sent on of late."""
    count = len(state.actors)
    sent = np.zeros(count, dtype=np.int64)
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == OPEN and case.sent_on > 0 and case.open <= QUARTER:
            sent[case.holder] += 1
    known = np.empty(count, dtype=np.int64)
    groups = np.full(count, -1, dtype=np.int64)
    for row in range(count):
        actor = state.actors[row]
        if actor.role != PROFESSIONAL:
            continue
        state.system[0].colleagues += actor.colleagues
        if sent[row] == 0:
            continue
        found = 0
        for other in range(count):
            if other != row and state.pairs[row, other].strength >= KNOWN_WELL:
                known[found] = other
                groups[other] = found
                found += 1
        joined = groups_of(state.pairs, known[:found], groups)
        groups[known[:found]] = -1
        if participation.connects(joined, sent[row], p.participation):
            state.system[0].connecting += actor.colleagues


@compiled
def groups_of(pairs: Table, known: Numbers, groups: Numbers) -> int:
    """Groups among these who know each other well, of whom ``groups`` has a number each."""
    for one in known:
        for other in known:
            if one != other and pairs[one, other].strength >= KNOWN_WELL:
                merge(groups, known, groups[one], groups[other])
    separate = 0
    for index in range(len(known)):
        separate += 1 if groups[known[index]] == index else 0
    return separate
