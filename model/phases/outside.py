"""Phase 1: events from outside. Contracts end, people leave, boards change, households move."""

from __future__ import annotations

import numpy as np

from model.chance import COMMITMENT, ELECTION, REORGANISING, draw
from model.clock import TERM, YEAR
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import telling, tenders
from model.processes.organisations import commitment, reorganising, tendering
from model.processes.professionals import hours
from model.processes.residents import able_to_ask, moving
from model.state import events
from model.state.axes import ALDERMAN, BOARD, PROFESSIONAL, TEAM
from model.state.kinds import Numbers, Table
from model.state.posts import home_of
from model.state.state import State


@compiled
def happen(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """The outside events of one week."""
    tenders.settle(state.organisations, p, week)
    lost = tendering.calendar(state.organisations, week, key, p.tendering)
    losers_leave(state, lost, p, week, key)
    reorganise(state, p, week, key)
    system = state.system[0]
    hours.turn_over(state.actors, state.pairs, week, key, p.trust, system, p.hours)
    if len(state.log) > 0:
        telling.departures(state)
        telling.moves(state, p, week, key)
    administrators_change(state, p, week)
    neighbourhood = state.neighbourhoods[0]
    moving.move(
        state.residents,
        state.cases,
        state.tally,
        week,
        key,
        trust_beforehand(state.residents, p),
        neighbourhood.weight,
        p.moving,
    )
    if week % YEAR == 0:
        turn_of_year(state, p)


@compiled
def trust_beforehand(residents: Table, p: Parameters) -> Numbers:
    """The trust in helpers that whoever comes to live in each place begins with [resident]."""
    trust, expected = np.empty(len(residents)), p.getting_in.expected_trust
    for row in range(len(residents)):
        trust[row] = able_to_ask.beforehand(
            float(residents[row].disadvantage), expected, p.able_to_ask
        )
    return trust


@compiled
def losers_leave(state: State, lost: Numbers, p: Parameters, week: int, key: Numbers) -> None:
    """Professionals of organisations that lost a tender, of whom a part leaves."""
    tells = len(state.log) > 0
    for row in range(len(lost)):
        if tells and lost[row]:
            telling.elsewhere(state, events.TENDER_LOST, 0, -1, -1, row, 0.0)
    for row in range(len(state.actors)):
        actor = state.actors[row]
        affected = actor.role == PROFESSIONAL and lost[home_of(actor)]
        if affected and tendering.goes(actor.id, week, key, p.tendering):
            state.system[0].left += actor.colleagues
            if tells:
                party = int(actor.organisation)
                telling.elsewhere(state, events.LEFT, events.TENDER, row, -1, party, 0.0)
            hours.succeed(state.actors, state.pairs, row, p.trust, p.hours.vacancy)


@compiled
def reorganise(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """The team is divided anew: some seats go to people who know nobody here yet."""
    if not reorganising.is_due(week, p.reorganising):
        return
    tells = len(state.log) > 0
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role != PROFESSIONAL or actor.organisation != TEAM or actor.vacant > 0:
            continue
        even = draw(key, actor.id, week, REORGANISING)
        if reorganising.goes_elsewhere(even, p.reorganising):
            hours.succeed(state.actors, state.pairs, row, p.trust, 0.0)
            if tells:
                telling.elsewhere(state, events.LEFT, events.NOTHING, row, -1, TEAM, 0.0)


@compiled
def administrators_change(state: State, p: Parameters, week: int) -> None:
    """A new alderman, with a commitment of one's own; unanchored agreements suffer."""
    for row in range(len(state.municipalities)):
        municipality = state.municipalities[row]
        key = municipality.key
        even = draw(key, row, week, ELECTION)
        if commitment.departs(even, week, municipality.election, p.commitment):
            fresh = 2.0 * p.commitment.start * draw(key, row, week, COMMITMENT)
            municipality.commitment = np.float32(min(1.0, fresh))
            succeed_alderman(state, p)
            if len(state.log) > 0:
                begins = float(municipality.commitment)
                telling.elsewhere(state, events.ALDERMAN_LEFT, 0, -1, -1, BOARD, begins)
            municipality.agreement = np.float32(
                commitment.after_departure(
                    municipality.agreement, municipality.anchored, p.commitment
                )
            )
        while municipality.election <= week:
            municipality.election += np.int32(TERM)


@compiled
def succeed_alderman(state: State, p: Parameters) -> None:
    """Another alderman in the seat: whoever knew the one before must begin anew."""
    for row in range(len(state.actors)):
        if state.actors[row].role == ALDERMAN:
            hours.succeed(state.actors, state.pairs, row, p.trust, 0.0)


@compiled
def turn_of_year(state: State, p: Parameters) -> None:
    """Agreements are anchored in next year's budgets, and the books are opened anew."""
    for municipality in state.municipalities:
        municipality.anchored = np.float32(
            commitment.anchored_more(municipality.anchored, municipality.agreement, p.commitment)
        )
    for budget in state.budgets:
        budget.year = 0.0
        budget.granted = 0.0
