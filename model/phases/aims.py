"""Phases 6, 7, 8 and 11: whose goal a household's plan has, and how far it drifts."""

from __future__ import annotations

import numpy as np

from model.chance import GOAL, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.processes.organisations import monitoring
from model.processes.professionals import goals, mandate
from model.state import events
from model.state.events import NOBODY
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import OPEN

FROM_BELOW, BY_AGREEMENT, OTHERWISE = 1, 2, 3
"""How a joint plan began: from a goal of those concerned, because boards agreed, or otherwise."""
WHO_LEADS = 0
"""The question of a vision between resident-led (0) and professional-led (1)."""


@compiled
def agree(
    case: Row, who: int, agreement: float, actor: Row, week: int, key: Numbers, p: Parameters
) -> None:
    """The goal that is agreed when a household is taken up by this professional."""
    wishes = goals.wishes(draw(key, who, 0, GOAL), p.goals)
    room = min(1.0, max(0.0, mandate.mandate_of(agreement * actor.drive, p.mandate)))
    first, second = draw(key, who, week, GOAL, 1), draw(key, who, week, GOAL, 2)
    lead = 1.0 - actor.vision[WHO_LEADS]
    case.wished = np.uint8(wishes)
    case.goal = np.uint8(goals.whose(wishes, lead, room, first, second))
    case.drift, case.keeper = np.float32(0.0), actor.id
    case.begun = np.uint8(0)


@inlined
def counts_for(case: Row, p: Parameters) -> float:
    """What help in a case counts for trust, against help towards a goal of one's own."""
    if p.goals.felt <= 0.0:
        return 1.0
    own, wished = case.goal == goals.RESIDENT, case.wished != 0
    return goals.counts_for(own, wished, float(case.drift), p.goals)


@compiled
def drift(state: State, p: Parameters) -> None:
    """A month in which what is worked at may move away from what was agreed."""
    pressure = monitoring.pressure(p.monitoring)
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        holder = state.actors[case.holder]
        pull = goals.pulled(float(holder.load), pressure, p.goals)
        another = holder.id != case.keeper
        case.drift = np.float32(goals.drifted(float(case.drift), pull, another, p.goals))
        case.keeper = holder.id


@inlined
def began(case: Row, answer: tuple[int, int], tally: Row, weight: float) -> None:
    """If nobody is against it a joint plan begins: from below, or because of what boards agreed."""
    against, reason = answer
    if against != NOBODY:
        return
    from_below = case.goal == goals.RESIDENT or case.goal == goals.OF_PROFESSIONAL
    begun = FROM_BELOW if from_below else OTHERWISE
    case.begun = np.uint8(BY_AGREEMENT if reason == events.AGREED else begun)
    tally.joint_begun += weight
    tally.joint_below += weight if case.begun == FROM_BELOW else 0.0
    tally.joint_agreed += weight if case.begun == BY_AGREEMENT else 0.0


@compiled
def write(cases: Table, active: Numbers, count: int, tallies: Table, weight: float) -> None:
    """Whose goals there are in open cases, and how far they have drifted."""
    for number in range(count):
        case = cases[active[number]]
        if case.mode == OPEN and case.goal != 0:
            tally = tallies[case.cell]
            tally.goals += weight
            tally.goals_own += weight if case.goal == goals.RESIDENT else 0.0
            tally.goals_drift += weight * case.drift
