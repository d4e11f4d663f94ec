"""Phases 4, 6 and 8: experts by experience, in a learning network and at a first meeting."""

from __future__ import annotations

import numpy as np

from model.chance import EXPERT, draw
from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.organisations import lived_experience
from model.state.axes import PRACTICE_COUNT, PROFESSIONAL, TEAM
from model.state.kinds import Numbers, Row, Table
from model.state.state import State

SPEAKING, SUITING, MEETING = 10, 50, 200
"""Where numbers of draws begin: whether an expert speaks, whether it suits, and a first meeting."""


@compiled
def present(week: int, key: Numbers, p: Parameters) -> Numbers:
    """Numbers of the experts whose places are filled this month."""
    count = int(p.lived_experience.experts)
    found, filled = np.empty(count, dtype=np.int64), 0
    month = week // MONTH
    for seat in range(count):
        if lived_experience.is_there(draw(key, seat, month, EXPERT), p.lived_experience):
            found[filled] = seat
            filled += 1
    return found[:filled]


@compiled
def come_along(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """The chance this week that an expert goes along to a first meeting, by last week's number."""
    neighbourhood = state.neighbourhoods[0]
    chance = 0.0
    if p.lived_experience.experts > 0.0:
        there = float(len(present(week, key, p)))
        households = float(neighbourhood.first_meetings)
        chance = lived_experience.seen_together(there, households, p.lived_experience)
    neighbourhood.along, neighbourhood.first_meetings = np.float32(chance), np.float32(0.0)


@compiled
def guide(state: State, p: Parameters) -> None:
    """Hours of the team that go to guiding experts, set aside by each of its posts alike."""
    if p.lived_experience.experts <= 0.0:
        return
    posts = 0.0
    for actor in state.actors:
        if actor.role == PROFESSIONAL and actor.organisation == TEAM and actor.vacant == 0:
            posts += actor.colleagues
    hours = lived_experience.guiding_hours(p.lived_experience.experts, MONTH, p.lived_experience)
    for actor in state.actors:
        if actor.role == PROFESSIONAL and actor.organisation == TEAM and actor.vacant == 0:
            actor.aside += np.float32(hours * actor.colleagues / posts)


@compiled
def first_meeting(
    case: Row, residents: Table, neighbourhood: Row, week: int, key: Numbers, p: Parameters
) -> None:
    """A household is seen for the first time by the team, perhaps with an expert beside."""
    neighbourhood.first_meetings += np.float32(neighbourhood.weight)
    if neighbourhood.along <= 0.0:
        return
    who = residents[case.start].id
    if draw(key, who, week, EXPERT, MEETING) >= neighbourhood.along:
        return
    even = draw(key, who, week, EXPERT, MEETING + 1)
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        if resident.needs > 0:
            after = lived_experience.opened(resident.trust, even, p.lived_experience)
            resident.trust = np.float32(after)


@compiled
def sit_in(
    done: Numbers,
    members: Numbers,
    suited: Numbers,
    reality: Numbers,
    week: int,
    key: Numbers,
    p: Parameters,
) -> tuple[Numbers, Numbers, Numbers]:
    """What is done, who is a member and how well it suits, with experts as rows at the end.

    An expert is believed as far as what he or she says suits; silence says nothing.
    """
    there = present(week, key, p)
    count = len(done)
    all_done = np.zeros((count + len(there), PRACTICE_COUNT), dtype=np.int8)
    all_members, all_suited = np.ones(count + len(there)), np.zeros(count + len(there))
    all_done[:count], all_members[:count], all_suited[:count] = done, members, suited
    month = week // MONTH
    for number in range(len(there)):
        right, said = 0.0, 0.0
        for one in range(PRACTICE_COUNT):
            first = draw(key, there[number], 0, EXPERT, SPEAKING + one)
            second = draw(key, there[number], month, EXPERT, SUITING + one)
            says = lived_experience.says(first, second, p.lived_experience)
            all_done[count + number, one] = np.int8(says * reality[one])
            right += 1.0 if says > 0 else 0.0
            said += 1.0 if says != 0 else 0.0
        all_suited[count + number] = right / said if said > 0.0 else 0.0
    return all_done, all_members, all_suited
