"""Phase 6: a case is opened. The first helper looks around and makes a plan that fits, or less."""

from __future__ import annotations

import numpy as np

from model.chance import DEVIATION, DISCOVERY, ROOM, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import placing, telling
from model.processes.professionals import mandate
from model.state.axes import DOMAIN_COUNT, TEAM
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import OPEN, SINGLE


@compiled
def take_up(state: State, row: int, actor: int, p: Parameters, week: int, key: Numbers) -> None:
    """A household's first helper: looks around, decides what to do and whom to ask."""
    residents, actors, neighbourhood = state.residents, state.actors, state.neighbourhoods[0]
    case, weight = state.cases[row], neighbourhood.weight
    tally = state.tally[case.cell]
    tally.starts += weight
    waited = max(0, int(case.waiting) - 1)  # whole weeks, the one in which it begins left out
    tally.waiting += weight * waited
    tally.waiting_histogram[placing.bin_of(waited)] += weight
    open_case(case, actor)
    if actors[actor].organisation == TEAM:
        tally.team_starts += weight
        look_around(case, residents, week, key, p)
    several = 0
    for domain in range(DOMAIN_COUNT):
        if case.domains & (1 << domain):
            several += 1
    if several > 1:
        tally.opened_several += weight
    else:
        tally.opened_single += weight
    case.heaviness = np.uint8(min(255, placing.heaviness(residents, case)))
    who = residents[case.start].id
    even = draw(key, who, week, ROOM)
    case.need_room = np.float32(mandate.room_needed(several > 1, even, p.mandate))
    make_it_fit(case, who, state.municipalities[0], neighbourhood, actors, week, key, p)
    needs = 0
    if len(state.log) > 0:
        telling.taken_up(state, case)
        needs = telling.unplaced(state, case)
    placing.place_all(case, residents, actors, state.pairs, tally, weight, week, key, p)
    if needs:
        telling.placed(state, case, needs)


@compiled
def open_case(case: Row, actor: int) -> None:
    """The first page of a case."""
    case.mode = np.uint8(OPEN)
    case.form = np.uint8(SINGLE)
    case.holder = np.int16(actor)
    case.open, case.owned, case.ownerless, case.decided = 0, 0, 0, 0


@compiled
def look_around(case: Row, residents: Table, week: int, key: Numbers, p: Parameters) -> None:
    """A generalist asks about all of life, and sees most of what members need."""
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        for domain in range(DOMAIN_COUNT):
            bit = np.uint8(1 << domain)
            if resident.level[domain] == 0 or resident.known & bit:
                continue
            if draw(key, resident.id, week, DISCOVERY, domain) < p.helping.seeing_all:
                resident.known |= bit
                case.domains |= bit


@compiled
def make_it_fit(
    case: Row,
    who: int,
    municipality: Row,
    neighbourhood: Row,
    actors: Table,
    week: int,
    key: Numbers,
    p: Parameters,
) -> None:
    """How well the plan will fit: enough room, asking upwards, deviating, or what rules allow."""
    actor = actors[case.holder]
    given = mandate.mandate_of(municipality.agreement * actor.engagement, p.mandate)
    lacking = mandate.shortage(given, actor.skill, case.need_room)
    case.escalated = np.uint16(0)
    case.fit = np.float32(1.0)
    if lacking <= 0.0:
        return
    neighbourhood.items[1] += np.float32(neighbourhood.weight)
    by_the_rules = np.float32(mandate.rule_based_fit(lacking))
    if draw(key, who, week, DEVIATION) < mandate.deviates(lacking, actor.engagement, p.mandate):
        if draw(key, who, week, DEVIATION, 2) < p.mandate.goes_wrong:
            case.fit = by_the_rules
            more = neighbourhood.weight * mandate.punished(p.mandate) / max(1.0, actor.colleagues)
            actor.strain = np.float32(min(1.0, actor.strain + more))
        return
    if draw(key, who, week, DEVIATION, 1) < p.mandate.escalation:
        case.escalated = np.uint16(p.mandate.answer)
        if draw(key, who, week, DEVIATION, 3) >= p.mandate.granted:
            case.fit = by_the_rules
        return
    case.fit = by_the_rules
