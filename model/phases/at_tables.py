"""Phase 5: tables, every four weeks. Questions that are stuck come there and are decided."""

from __future__ import annotations

import numpy as np

from model.chance import TABLE, draw
from model.clock import MONTH
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import leading, plans, telling
from model.processes.organisations import deciding, lead
from model.processes.professionals import vision
from model.state import bits
from model.state.axes import BOARD, DOMAIN_COUNT, PROFESSIONAL, SITS_AT, TABLE_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import NOT_ASKED, OPEN, PARALLEL

NOWHERE, AT_BOARD = 0, TABLE_COUNT + 1


@compiled
def decide(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A month at the tables: questions are brought, time is given, and what can be is decided.

    All look at how near each table was to a decision a month ago, so nobody's row counts.
    """
    if not deciding.at_work(p.deciding):
        return
    short = np.empty(TABLE_COUNT)
    for number in range(TABLE_COUNT):
        table = state.tables[number]
        short[number] = table.needed - table.gathered
        table.needed = 0.0
    bring(state, short, week, key, p)
    gather(state, p)
    for number in range(int(p.deciding.tables)):
        table = state.tables[number]
        if table.gathered > 0.0 and deciding.suffices(table.needed, table.gathered):
            resolved = table.needed > 0.0 and settle(state, number + 1, week, p)
            write_down(state, deciding.decided_by(resolved, table.had > 0))
            table.gathered, table.needed, table.had = 0.0, 0.0, np.uint8(0)


@compiled
def bring(state: State, short: Numbers, week: int, key: Numbers, p: Parameters) -> None:
    """Each question that is stuck goes to a table, stays there, or tries a quicker one."""
    weight, actors = state.neighbourhoods[0].weight, state.actors
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        who = state.residents[case.start].id
        if not is_question(case, actors, who, key, p):
            case.table = np.uint8(NOWHERE)
        elif case.table != AT_BOARD:
            if case.table == NOWHERE or draw(key, who, week, TABLE) < p.deciding.hops:
                best = deciding.nearest(may_go_to(case, actors, p), short)
                case.table = np.uint8(best + 1)
            concerned, apart = mean_distance(case, actors)
            table = state.tables[case.table - 1]
            asks = deciding.needs(bits.size(case.domains), concerned, apart, p.deciding)
            table.needed += weight * asks
            table.had = np.uint8(1)


@compiled
def is_question(case: Row, actors: Table, who: int, key: Numbers, p: Parameters) -> bool:
    """Whether several help and are stuck: one plan was declined, or nobody owns the whole.

    Where it was agreed how the lead is settled, no table is asked for an owner.
    """
    if case.mode != OPEN:
        return False
    parties = plans.count_parties(case, actors)
    if case.owned != 0:
        return parties > 1 and case.form == PARALLEL and case.decided > 0
    return parties > 1 and leading.way_of(who, parties, key, p) == lead.OPEN_TO_ALL


@compiled
def organisations_in(case: Row, actors: Table) -> int:
    """Bits: organisations that help in this case or were asked to."""
    found = 0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED:
            found |= 1 << int(actors[case.worker[domain]].organisation)
    return found


@compiled
def may_go_to(case: Row, actors: Table, p: Parameters) -> Numbers:
    """Which tables a question may come before: that of all, and where two concerned have a seat."""
    allowed, concerned = np.zeros(TABLE_COUNT), organisations_in(case, actors)
    for number in range(int(p.deciding.tables)):
        allowed[number] = number == 0 or bits.several(concerned & SITS_AT[number])
    return allowed


@compiled
def mean_distance(case: Row, actors: Table) -> tuple[int, float]:
    """How many organisations are concerned, and how far their people stand from the holder."""
    total, helpers = 0.0, 0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED and case.worker[domain] != case.holder:
            worker = actors[case.worker[domain]]
            total += vision.distance(worker.vision, actors[case.holder].vision)
            helpers += 1
    return bits.size(organisations_in(case, actors)), total / max(1, helpers)


@compiled
def gather(state: State, p: Parameters) -> None:
    """Members divide the time they put in over those of their tables that have something on."""
    for row in range(BOARD):
        hours = 0.0
        for actor in state.actors:
            if actor.organisation == row:
                hours += MONTH * hours_of(state, actor, p)
        if hours > 0.0:
            spread(state, row, hours, p)


@compiled
def spread(state: State, row: int, hours: float, p: Parameters) -> None:
    """The hours of one organisation over its tables: those with questions, or else all alike."""
    seats, busy = 0, 0
    for number in range(int(p.deciding.tables)):
        if SITS_AT[number] & (1 << row):
            seats += 1
            busy += 1 if state.tables[number].needed > 0.0 else 0
    for number in range(int(p.deciding.tables)):
        table = state.tables[number]
        if SITS_AT[number] & (1 << row) and (busy == 0 or table.needed > 0.0):
            part = hours / (busy if busy > 0 else seats)
            table.gathered = deciding.gathers(table.gathered, part, p.deciding)


@inlined
def hours_of(state: State, actor: Row, p: Parameters) -> float:
    """Hours a week that somebody spends at tables: as much as the own organisation puts in."""
    if actor.role != PROFESSIONAL or actor.vacant > 0:
        return 0.0
    one = state.organisations[actor.organisation]
    gives = float(one.gives) if one.member else 0.0
    return deciding.hours_a_week(gives, float(actor.colleagues), p.deciding)


@compiled
def settle(state: State, number: int, week: int, p: Parameters) -> bool:
    """All questions before a table are put to the vote; whether any of them is settled by it.

    One that passes has an owner, and one plan is talked about anew this week.

    What the rule does not allow goes to the board, and comes back after it met.
    """
    neighbourhood, any_settled = state.neighbourhoods[0], False
    for place in range(neighbourhood.active):
        case = state.cases[state.active[place]]
        if case.table != number:
            continue
        agreeing, parties = vote(state, case, p)
        if deciding.passes(agreeing, parties, p.deciding):
            any_settled = True
            case.table, case.decided = np.uint8(NOWHERE), np.uint8(0)
            if case.owned == 0:
                case.owned = np.uint8(1)
                telling.owned(state, case, 1.0, parties, 0.0, True, p)
            overrule(state, case, p)
        else:
            case.table = np.uint8(AT_BOARD)
            neighbourhood.items[2] += np.float32(neighbourhood.weight)
    return any_settled


@compiled
def agrees(case: Row, domain: int, actors: Table, p: Parameters) -> bool:
    """Whether one helper, having talked, can live with what the holder proposes."""
    worker, holder = actors[case.worker[domain]], actors[case.holder]
    apart = vision.distance(worker.vision, holder.vision)
    return deciding.agrees(deciding.after_talk(apart, p.vision.tolerance, p.deciding), p.deciding)


@compiled
def vote(state: State, case: Row, p: Parameters) -> tuple[int, int]:
    """How many organisations agree, as all their people do, and how many are concerned."""
    against, system, weight = 0, state.system[0], state.neighbourhoods[0].weight
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED and not agrees(case, domain, state.actors, p):
            against |= 1 << int(state.actors[case.worker[domain]].organisation)
    parties = bits.size(organisations_in(case, state.actors))
    agreeing = parties - bits.size(against)
    system.voted += weight * parties
    system.voted_for += weight * agreeing
    return agreeing, parties


@compiled
def overrule(state: State, case: Row, p: Parameters) -> None:
    """Who did not agree counts on the owner a little less, as after part of a broken promise."""
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == NOT_ASKED or case.worker[domain] == case.holder:
            continue
        if not agrees(case, domain, state.actors, p):
            pair = state.pairs[case.worker[domain], case.holder]
            pair.broken += np.float32(p.deciding.overruled)


@compiled
def write_down(state: State, how: int) -> None:
    """One decision of a table more, by how it came about."""
    system = state.system[0]
    system.at_tables += 1.0
    system.resolved += 1.0 if how == deciding.RESOLUTION else 0.0
    system.overseen += 1.0 if how == deciding.OVERSIGHT else 0.0
    system.fled += 1.0 if how == deciding.FLIGHT else 0.0


@compiled
def give_back(state: State, p: Parameters) -> None:
    """The board has met: what came before it is a question for the tables again."""
    if not deciding.at_work(p.deciding):
        return
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.table == AT_BOARD:
            case.table = np.uint8(NOWHERE)
