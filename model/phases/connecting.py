"""Phase 10: connectors are counted afterwards, by what ties look like and what was passed on.

Nobody is made one. A resident or professional is a connector whose ties join groups that would
otherwise not meet, and who passed something on of late: a need among one's people that came into
view, or a household that was sent on.
"""

from __future__ import annotations

import numpy as np

from model.clock import QUARTER
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.processes.residents import participation
from model.state.axes import PROFESSIONAL
from model.state.kinds import Numbers, Table
from model.state.state import State
from model.state.strengths import CAN_FIND
from model.state.tables import NO_CASE, OPEN
from model.state.together import KIN


@compiled
def count(state: State, where: Numbers, p: Parameters) -> None:
    """Connectors among residents and among professionals."""
    people, ties, begin = state.people, state.ties, state.ties_begin
    weight = state.neighbourhoods[0].weight
    passed = passed_on(ties, begin, lately_in_view(state.residents, state.cases, where))
    groups = np.full(len(people), -1, dtype=np.int64)
    known = np.empty(len(people), dtype=np.int64)
    for place in range(len(people)):
        tally = state.tally[state.residents[where[place]].cell]
        if people[place].grown == 0:
            continue
        tally.seen += weight
        if passed[place] >= p.participation.signals:
            joined = groups_around(people, ties, begin, place, groups, known)
            if participation.connects(joined, passed[place], False, p.participation):
                tally.connectors += weight
    colleagues(state, p)


@compiled
def lately_in_view(residents: Table, cases: Table, where: Numbers) -> Numbers:
    """1 where a need of whoever lives there came into view in the last quarter, array [place]."""
    fresh = np.zeros(len(where), dtype=np.uint8)
    for place in range(len(where)):
        resident = residents[where[place]]
        if resident.known != 0:
            case = cases[resident.household]
            fresh[place] = case.mode != NO_CASE and case.waiting + case.open <= QUARTER
    return fresh


@compiled
def passed_on(ties: Table, begin: Numbers, fresh: Numbers) -> Numbers:
    """People outside of the home whose need came into view of late, array [place].

    Ties go both ways, so those few tell all who know them.
    """
    passed = np.zeros(len(fresh))
    for place in range(len(fresh)):
        if fresh[place]:
            for number in range(begin[place], begin[place + 1]):
                if ties[number].kind > 0:
                    passed[ties[number].other] += 1.0
    return passed


@inlined
def groups_around(
    people: Table, ties: Table, begin: Numbers, place: int, groups: Numbers, known: Numbers
) -> int:
    """Groups among one's people who are not tied to each other but through this one.

    Fellow members of an initiative are tied. ``groups`` is -1 everywhere, before and after; during
    the count it holds for each of them the place of somebody in the same group, or the own.
    """
    rooted, mine = people[place].rooted, people[place].initiative
    found = 0
    for number in range(begin[place], begin[place + 1]):
        other, kind = ties[number].other, ties[number].kind
        if kind <= KIN or rooted * people[other].rooted >= CAN_FIND:
            known[found] = other
            groups[other] = other
            found += 1
    separate, fellow = found, -1
    for index in range(found):
        other = known[index]
        for number in range(begin[other], begin[other + 1]):
            if groups[ties[number].other] >= 0:
                separate -= merged(groups, other, ties[number].other)
        if mine >= 0 and people[other].initiative == mine:
            separate -= merged(groups, other, fellow) if fellow >= 0 else 0
            fellow = other
    for index in range(found):
        groups[known[index]] = -1
    return separate + (1 if mine >= 0 and fellow < 0 else 0)


@inlined
def merged(groups: Numbers, one: int, other: int) -> int:
    """1 where two groups became one, 0 where they were one already."""
    while groups[one] != one:
        one = groups[one]
    while groups[other] != other:
        other = groups[other]
    if one == other:
        return 0
    groups[max(one, other)] = min(one, other)
    return 1


@compiled
def colleagues(state: State, p: Parameters) -> None:
    """Connectors among professionals: ties that join groups, and a household sent on of late."""
    count, pairs = len(state.actors), state.pairs
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
        if sent[row] < p.participation.signals:
            continue
        joined = groups_at_work(pairs, row, groups, known)
        if participation.connects(joined, sent[row], True, p.participation):
            state.system[0].connecting += actor.colleagues


@compiled
def groups_at_work(pairs: Table, row: int, groups: Numbers, known: Numbers) -> int:
    """Groups among those whom somebody knows well who do not know each other well."""
    found = 0
    for other in range(len(pairs)):
        if other != row and pairs[row, other].strength >= CAN_FIND:
            known[found] = other
            groups[other] = other
            found += 1
    separate = found
    for first in known[:found]:
        for second in known[:found]:
            if first < second and pairs[first, second].strength >= CAN_FIND:
                separate -= merged(groups, first, second)
    for other in known[:found]:
        groups[other] = -1
    return separate
