"""Phase 6: a case is opened. The first helper looks around and makes a plan that fits, or less."""

from __future__ import annotations

import math

import numpy as np

from model.chance import (
    DEVIATION,
    DISCOVERY,
    EXCEPTION,
    IMPROVISING,
    ROOM,
    WAY_OF_HELPING,
    draw,
)
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import aims, experts, placing, telling
from model.processes.professionals import mandate, repertoire
from model.processes.residents import doctrine
from model.state.axes import DOMAIN_COUNT, TEAM
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import OPEN, SINGLE

HALF = 0.5
HEAVY = 3


@compiled
def take_up(state: State, row: int, actor: int, p: Parameters, week: int, key: Numbers) -> None:
    """A household's first helper: looks around, decides what to do and whom to ask."""
    residents, actors, neighbourhood = state.residents, state.actors, state.neighbourhoods[0]
    case, weight = state.cases[row], neighbourhood.weight
    tally = state.tally[case.cell]
    tally.starts += weight
    if case.came > 0:
        tally.entered[case.came - 1] += weight
    waited = max(0, int(case.waiting) - 1)  # whole weeks, the one in which it begins left out
    tally.waiting += weight * waited
    tally.waiting_histogram[placing.bin_of(waited)] += weight
    open_case(case, actor)
    if actors[actor].organisation == TEAM:
        tally.team_starts += weight
        look_around(case, residents, actors[actor], week, key, p)
        experts.first_meeting(case, residents, neighbourhood, week, key, p)
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
    aims.agree(case, who, state.municipalities[0].agreement, actors[actor], week, key, p)
    needs = 0
    if len(state.log) > 0:
        telling.taken_up(state, case)
        needs = telling.unplaced(state, case)
    # told before: where help begins is no shortage by rules
    choose_way(case, draw(key, who, week, WAY_OF_HELPING), p)
    placing.place_all(case, residents, actors, state.pairs, tally, weight, week, key, p)
    if needs:
        telling.placed(state, case, needs)


@inlined
def choose_way(case: Row, even: float, p: Parameters) -> None:
    """Where help begins: with what there is, what is asked, what people can do, or as usual."""
    case.way = np.uint8(doctrine.AS_USUAL)
    if doctrine.at_work(p.doctrine):
        way = doctrine.begins(even, p.doctrine)
        case.way = np.uint8(way)
        begin_as_chosen(case, p)


@inlined
def begin_as_chosen(case: Row, p: Parameters) -> None:
    """What the way in which help begins here does to how well a plan that was just made fits."""
    case.fit = np.float32(doctrine.fits(int(case.way), float(case.fit), p.doctrine))


@compiled
def open_case(case: Row, actor: int) -> None:
    """The first page of a case."""
    case.mode = np.uint8(OPEN)
    case.form = np.uint8(SINGLE)
    case.holder = np.int16(actor)
    case.open, case.owned, case.ownerless, case.decided = 0, 0, 0, 0
    case.led_before, case.handing, case.table = np.int16(-1), np.uint8(0), np.uint8(0)
    case.spared = np.uint8(1)  # help is whole until own people have been asked


@compiled
def look_around(
    case: Row,
    residents: Table,
    actor: Row,
    week: int,
    key: Numbers,
    p: Parameters,
    again: int = 0,
) -> None:
    """A generalist asks about all of life, and sees most of what members need.

    Who looks for chances first, may miss what is heavy. ``again`` is 1 for whoever looks after
    somebody else did: perhaps in the same week, and with luck of one's own.
    """
    overlooks = math.exp(-repertoire.takes(actor, repertoire.CHANCES, p.repertoire))
    for row in range(case.start, case.start + case.size):
        resident = residents[row]
        for domain in range(DOMAIN_COUNT):
            bit = np.uint8(1 << domain)
            if resident.level[domain] == 0 or resident.known & bit:
                continue
            sees = p.helping.seeing_all * (overlooks if resident.level[domain] == HEAVY else 1.0)
            look = again * DOMAIN_COUNT + domain
            if draw(key, resident.id, week, DISCOVERY, look) < sees:
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
    again: int = 0,
) -> None:
    """How well the plan will fit: enough room, asking upwards, deviating, or what rules allow.

    ``again`` is 1 for a plan that another makes anew, with luck of one's own.
    """
    actor, habits = actors[case.holder], p.repertoire
    case.escalated, case.fit = np.uint16(0), np.float32(1.0)
    if case.need_room <= 0.0:
        return
    given = room_given(actor, municipality, p)
    lacking = room_lacking(case, actor, given, draw(key, who, week, EXCEPTION, again), p)
    if lacking > 0.0:
        neighbourhood.items[1] += np.float32(neighbourhood.weight)
        if dares_or_asks(case, who, lacking, actor, neighbourhood, week, key, p, again):
            lacking = 0.0
    lacking *= math.exp(-repertoire.brings(actor, repertoire.OUTSIDE_IN, habits))
    unusual = 2.0 * (case.need_room - HALF)
    even = 2.0 * draw(key, who, week, IMPROVISING, again) - 1.0
    fit = mandate.rule_based_fit(min(1.0, lacking))
    judged = draw(key, who, week, EXCEPTION, 2 + again)
    fit -= mandate.strays(given, actor.skill, judged, p.mandate)
    fit += repertoire.brings(actor, repertoire.IMPROVISES, habits) * unusual
    fit += repertoire.takes(actor, repertoire.IMPROVISES, habits) * even
    case.fit = np.float32(min(1.0, max(0.0, fit)))


@compiled
def dares_or_asks(
    case: Row,
    who: int,
    lacking: float,
    actor: Row,
    neighbourhood: Row,
    week: int,
    key: Numbers,
    p: Parameters,
    again: int = 0,
) -> bool:
    """Whether room that is lacking is taken, or asked for and given; what is taken may cost."""
    first = 4 * again
    if draw(key, who, week, DEVIATION, first) < deviates(actor, lacking, p):
        if draw(key, who, week, DEVIATION, first + 2) >= turned_back(actor, p):
            return True
        more = neighbourhood.weight * mandate.punished(p.mandate) / max(1.0, actor.colleagues)
        actor.strain = np.float32(min(1.0, actor.strain + more))
        return False
    if draw(key, who, week, DEVIATION, first + 1) < p.mandate.escalation:
        case.escalated = np.uint16(p.mandate.answer)
        return draw(key, who, week, DEVIATION, first + 3) < p.mandate.granted
    return False


@compiled
def room_given(actor: Row, municipality: Row, p: Parameters) -> float:
    """The room somebody has, 0 to 1: by rules, by agreement, by standing and within the house."""
    habits = p.repertoire
    given = mandate.mandate_of(municipality.agreement * actor.drive, p.mandate)
    given *= 1.0 - repertoire.takes(actor, repertoire.AUTHORITY, habits)
    given += repertoire.brings(actor, repertoire.AUTHORITY, habits) * actor.standing
    return min(1.0, max(0.0, given + actor.house))


@compiled
def room_lacking(case: Row, actor: Row, given: float, even: float, p: Parameters) -> float:
    """How much room is lacking for this plan; some of it is found in an exception."""
    habits = p.repertoire
    found = repertoire.brings(actor, repertoire.EXCEPTIONS, habits)
    found += repertoire.takes(actor, repertoire.EXCEPTIONS, habits) * (2.0 * even - 1.0)
    needs = max(0.0, case.need_room - found)
    return mandate.shortage(given, actor.skill, needs)


@compiled
def deviates(actor: Row, lacking: float, p: Parameters) -> float:
    """The chance that this professional deviates: readier, the more it does what is needed."""
    chance = mandate.deviates(lacking, actor.drive, p.mandate)
    readier = math.exp(repertoire.brings(actor, repertoire.NEEDED, p.repertoire))
    return chance * readier / (1.0 - chance + chance * readier)


@compiled
def turned_back(actor: Row, p: Parameters) -> float:
    """The chance that a deviation is turned back: by itself, or from the bold without backing."""
    price = max(0.0, repertoire.takes(actor, repertoire.NEEDED, p.repertoire))
    return 1.0 - (1.0 - p.mandate.goes_wrong) * (1.0 - price * (1.0 - p.mandate.backing))
