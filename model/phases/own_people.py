"""Phase 10: what own people do, and what they can take over from light formal help.

What is asked of people is summed over all homes before anybody gives, so that no home goes first.
Homes are taken in the order of their permanent numbers.
"""

from __future__ import annotations

import numpy as np

from model.chance import WISH, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import light_help, teams
from model.processes.professionals import mandate
from model.processes.residents import doctrine, responsibility
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Table
from model.state.state import State
from model.state.tables import NO_CASE, OPEN
from model.state.together import KIN

BY_RULE = 2
"""The question of vision: what is needed, or what the rule says."""


@compiled
def care(state: State, where: Numbers, week: int, key: Numbers, p: Parameters) -> None:
    """Four weeks of care by own people, as usual and in place of helpers."""
    people, neighbourhood = state.people, state.neighbourhoods[0]
    neighbourhood.shifted = np.float32(responsibility.in_force(week, p.responsibility))
    able, well = time_of(people, p), without_need(state, where)
    homes = rows_of_homes(state.cases)
    usual, light = usual_need(state, homes, p)
    lacking, withdrawn = need_left_out(state, key, p)
    first_close, close, first_nearby, nearby = who_can_help(state, homes, able, well)
    asked, taken, taken_over = np.zeros(len(people)), np.zeros(len(people)), np.zeros(len(homes))
    own = turn(first_close, close, usual, able, asked, taken)
    leaving = lacking.sum() > 0.0
    if leaving:
        taken_over += turn(first_close, close, lacking, able, asked, taken)
    part = p.responsibility.nearby
    own += turn(first_nearby, nearby, part * (usual - own), able, asked, taken)
    if leaving:
        taken_over += turn(first_nearby, nearby, part * (lacking - taken_over), able, asked, taken)
    joining, joined = teams.asked_to_join(state, key, p), np.zeros(len(homes))
    if p.team_choice.residents > 0.0:
        joined += turn(first_close, close, joining, able, asked, taken)
        joined += turn(first_nearby, nearby, joining - joined, able, asked, taken)
    for place in range(len(people)):
        hours = able[place]
        people[place].load = np.float32(asked[place] / hours if hours > 0.0 else 0.0)
    settle(state, homes, own * light + joined, taken_over, joined, withdrawn, p)
    tell_carers(state, where, asked)


@compiled
def time_of(people: Table, p: Parameters) -> Numbers:
    """Hours a week that each can give now, array [place]."""
    able = np.zeros(len(people))
    for place in range(len(people)):
        person = people[place]
        if person.grown:
            able[place] = responsibility.can_give(
                person.able, person.active == 1, person.load, p.responsibility
            )
    return able


@compiled
def without_need(state: State, where: Numbers) -> Numbers:
    """1 for who has no need, array [place]: nobody with a need is asked to care at home for it."""
    well = np.empty(len(where))
    for place in range(len(where)):
        well[place] = 0.0 if state.residents[where[place]].needs > 0 else 1.0
    return well


@compiled
def begun_with_own(state: State) -> bool:
    """Whether help in any open case began with own people, now or before that was ended."""
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == OPEN and case.way == doctrine.STRENGTH:
            return True
    return False


@compiled
def nobody_stands_in(state: State) -> None:
    """Own people who stood in for helpers, or joined a team, are no longer asked to."""
    for number in range(state.neighbourhoods[0].active):
        state.cases[state.active[number]].informal = np.float32(0.0)


@compiled
def rows_of_homes(cases: Table) -> Numbers:
    """The row of each home by its permanent number, array [home]."""
    rows = np.empty(len(cases), dtype=np.int64)
    for row in range(len(cases)):
        rows[cases[row].id] = row
    return rows


@compiled
def usual_need(state: State, homes: Numbers, p: Parameters) -> tuple[Numbers, Numbers]:
    """Hours a week that needs of each home ask of own people, and the share of light ones."""
    hours, light = np.zeros(len(homes)), np.zeros(len(homes))
    for home in range(len(homes)):
        case = state.cases[homes[home]]
        if case.troubled == 0:
            continue
        levels, light_ones = 0, 0
        for row in range(case.start, case.start + case.size):
            if state.residents[row].needs > 0:
                for domain in range(DOMAIN_COUNT):
                    level = state.residents[row].level[domain]
                    levels += level
                    light_ones += 1 if level == responsibility.LIGHT else 0
        hours[home] = p.responsibility.usual_care * levels
        light[home] = light_ones / levels
    return hours, light


@compiled
def need_left_out(state: State, key: Numbers, p: Parameters) -> tuple[Numbers, Numbers]:
    """Hours a week that own people are asked to take over, and that are withdrawn, by home.

    A home that does not want its own people involved asks nothing of them; the professional who
    holds its case may leave formal help whole.
    """
    count = len(state.cases)
    lacking, withdrawn = np.zeros(count), np.zeros(count)
    neighbourhood = state.neighbourhoods[0]
    neighbourhood.withdrawn = np.float32(0.0)
    for number in range(neighbourhood.active):
        case = state.cases[state.active[number]]
        case.spared = np.uint8(0)
        case.informal = np.float32(0.0)
        shifted = light_help.shifted_of(case, neighbourhood, p)
        if case.mode != OPEN or shifted <= 0.0:
            continue
        who = state.residents[case.start].id
        refuses = responsibility.wishes(draw(key, who, 0, WISH), p.responsibility)
        if refuses:
            holder = state.actors[case.holder]
            agreement = state.municipalities[0].agreement
            given = mandate.mandate_of(agreement * holder.drive, p.mandate)
            chance = responsibility.follows_wish(given * holder.skill, holder.vision[BY_RULE])
            case.spared = np.uint8(draw(key, who, 0, WISH, 1) < chance)
        if case.spared:
            continue
        hours = shifted * light_help.all_light(case, state.actors, p)[1]
        withdrawn[case.id] = hours
        lacking[case.id] = 0.0 if refuses else hours
    return lacking, withdrawn


@compiled
def who_can_help(
    state: State, homes: Numbers, able: Numbers, well: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Places of those around each home with a need or a case who have hours to give.

    Where each home begins [home] and places: first of those close, the home itself (but for who
    has a need) and kin; then of those nearby, neighbours and the circle.
    """
    cases, ties, begin, most = state.cases, state.ties, state.ties_begin, len(state.ties) + 1
    first_close = np.zeros(len(homes) + 1, dtype=np.int32)
    first_nearby = np.zeros(len(homes) + 1, dtype=np.int32)
    close, nearby = np.empty(most + len(able), dtype=np.int32), np.empty(most, dtype=np.int32)
    for home in range(len(homes)):
        case = cases[homes[home]]
        near, far = first_close[home], first_nearby[home]
        if case.troubled > 0 or case.mode != NO_CASE:
            for place in range(case.place, case.place + case.size):
                # written always and kept where it counts: a guess of the processor costs more
                close[near] = place
                near += 1 if able[place] * well[place] > 0.0 else 0
                for number in range(begin[place], begin[place + 1]):
                    other, kind = ties[number].other, ties[number].kind
                    close[near] = nearby[far] = other
                    near += 1 if kind == KIN and able[other] > 0.0 else 0
                    far += 1 if kind > KIN and able[other] > 0.0 else 0
        first_close[home + 1], first_nearby[home + 1] = near, far
    return first_close, close, first_nearby, nearby


@compiled
def turn(
    first: Numbers, who: Numbers, need: Numbers, able: Numbers, asked: Numbers, taken: Numbers
) -> Numbers:
    """One turn of asking and giving: hours a week that each home gets, array [home].

    Each home spreads what it needs over those around who can give, by how much; what is ``taken``
    of somebody is gone. ``first`` [home] is where the places around it begin in ``who``.
    """
    got, each = np.zeros(len(need)), np.zeros(len(need))
    extra, part = np.zeros(len(able)), np.zeros(len(able))
    for home in range(len(need)):
        if need[home] > 0.0:
            pool = 0.0
            for number in range(first[home], first[home + 1]):
                pool += able[who[number]]
            each[home] = need[home] / pool if pool > 0.0 else 0.0
            for number in range(first[home], first[home + 1]):
                extra[who[number]] += each[home] * able[who[number]]
    for place in range(len(able)):
        if extra[place] > 0.0:
            part[place] = responsibility.given(max(0.0, able[place] - taken[place]), extra[place])
            asked[place] += extra[place]
            taken[place] += extra[place] * part[place]
    for home in range(len(need)):
        given = 0.0
        for number in range(first[home], first[home + 1]):
            given += able[who[number]] * part[who[number]]
        got[home] = each[home] * given
    return got


@compiled
def settle(
    state: State,
    homes: Numbers,
    own: Numbers,
    taken_over: Numbers,
    joined: Numbers,
    withdrawn: Numbers,
    p: Parameters,
) -> None:
    """What each helped home gets in place of formal help, and the hours with light needs.

    ``own`` are the hours of own people with light needs, as usual and in teams they ``joined``.
    """
    neighbourhood = state.neighbourhoods[0]
    weight, left_out = neighbourhood.weight, 0.0
    for home in range(len(homes)):
        case = state.cases[homes[home]]
        if case.troubled == 0:
            continue
        tally = state.tally[case.cell]
        helped, hours = 0, 0.0
        if case.mode == OPEN:
            helped, hours = light_help.all_light(case, state.actors, p)
        if helped > 0:
            case.informal = np.float32((taken_over[home] + joined[home]) / helped)
        left_out += weight * withdrawn[home]
        tally.withdrawn += weight * withdrawn[home]
        tally.unfilled += weight * (withdrawn[home] - taken_over[home])
        formal = hours - withdrawn[home]
        informal = own[home] + taken_over[home]
        tally.light_informal += weight * informal
        tally.light_hours += weight * (informal + formal)
    neighbourhood.withdrawn = np.float32(left_out)


@compiled
def tell_carers(state: State, where: Numbers, asked: Numbers) -> None:
    """People who are asked to care for their own, and of whom too much is asked."""
    weight = state.neighbourhoods[0].weight
    for place in range(len(asked)):
        if asked[place] > 0.0:
            tally = state.tally[state.residents[where[place]].cell]
            tally.carers += weight
            if state.people[place].load > 1.0:
                tally.overloaded += weight
