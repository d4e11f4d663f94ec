"""Phase 9: the board, every few weeks. What arrives there, what is decided, what that changes."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.phases import at_tables, entrance, telling
from model.processes.facilitators import brokering, contract, credibility
from model.processes.organisations import commitment, monitoring
from model.processes.professionals import small_wins
from model.state.axes import BOARD, FACILITATOR, MUNICIPAL_BUDGETS, PROFESSIONAL, SEATS
from model.state.events import BOARD_DECIDED
from model.state.kinds import Row
from model.state.state import State


@compiled
def convene(state: State, p: Parameters) -> None:
    """One meeting of the board."""
    municipality, neighbourhood = state.municipalities[0], state.neighbourhoods[0]
    overspend(state)
    stuck = neighbourhood.items[0] + neighbourhood.items[1] + neighbourhood.items[2]
    arriving = arrives(state, stuck, p)
    decided = min(arriving, p.commitment.items) * (1.0 - municipality.withheld)
    if len(state.log) > 0:
        telling.elsewhere(state, BOARD_DECIDED, 0, -1, -1, BOARD, float(decided))
    eased = municipality.wins / neighbourhood.residents
    result, hears = commitment.visible(eased, p.commitment), hears_of_results(state, p)
    told = small_wins.told(monitoring.heard(hears, p.monitoring), p.small_wins)
    seen = monitoring.flattered(result, p.monitoring) * told
    committed = commitment.commitment(
        municipality.commitment, seen, decided, municipality.overspend, p.commitment
    )
    committed += judges(municipality, seen, result * hears, p)
    committed -= monitoring.sobers(result, p.monitoring)
    municipality.commitment = np.float32(min(1.0, max(0.0, committed)))
    committed = float(municipality.commitment)
    municipality.agreement = np.float32(
        commitment.agreement(municipality.agreement, committed, decided, p.commitment)
    )
    municipality.decided = np.float32(decided)
    municipality.wins = np.float32(0.0)
    for kind in range(3):
        neighbourhood.items[kind] = np.float32(0.0)
    at_tables.give_back(state, p)


@compiled
def judges(municipality: Row, seen: float, usually: float, p: Parameters) -> float:
    """What patience and news add to commitment, against a board that judges as usual."""
    weeks, few = p.commitment.interval, p.small_wins
    now = small_wins.judged(municipality.judged, seen, weeks, few.patience)
    then = small_wins.judged(municipality.judged_usual, usually, weeks, few.usual_patience)
    municipality.judged, municipality.judged_usual = np.float32(now), np.float32(then)
    return small_wins.board_swings(now, then, few)


@compiled
def arrives(state: State, stuck: float, p: Parameters) -> float:
    """Items that reach the board: up the line, and carried by facilitators; no more than there are.

    What is stuck is counted in cases; one item tells of many alike, so it saturates.
    """
    problems = commitment.problems(stuck, p.commitment)
    arriving = p.brokering.hierarchy * problems
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        hours = agreed.board_hours * p.commitment.interval
        fidelity = fidelity_of(state, seat, p) * believed_there(state, agreed.actor, p)
        terms = p.facilitator if seat == 0 else p.second_facilitator
        may = terms.mandate >= contract.AGENDA_RIGHT
        arriving += brokering.carried(hours, fidelity, agreed.timeliness, may, p.brokering)
    return min(arriving, problems)


@compiled
def fidelity_of(state: State, seat: int, p: Parameters) -> float:
    """Fidelity of what this facilitator brings to the board: alone, or handed over by the other."""
    agreed = state.contracts[seat]
    actor = state.actors[agreed.actor]
    best = brokering.alone(actor.language_neighbourhood, actor.language_board)
    best *= knows_professionals(state, agreed.actor, p)
    for other in range(SEATS):
        if other == seat or state.contracts[other].hours <= 0.0:
            continue
        collector = state.contracts[other].actor
        heard = state.actors[collector].language_neighbourhood * knows_professionals(
            state, collector, p
        )
        strength = state.pairs[collector, agreed.actor].strength
        best = max(best, brokering.together(heard, strength, actor.language_board, p.brokering))
    return best


@compiled
def knows_professionals(state: State, f: int, p: Parameters) -> float:
    """How much a facilitator hears among professionals, 0 to 1: who knows nobody hears nothing."""
    return brokering.heard_of(entrance.mean_tie(state, f), p.brokering)


@compiled
def believed_there(state: State, f: int, p: Parameters) -> float:
    """Mean credibility of a facilitator with those who decide, times the tie, 0 to 1."""
    total, count = 0.0, 0
    for row in range(len(state.actors)):
        if state.actors[row].role not in (PROFESSIONAL, FACILITATOR):
            pair = state.pairs[row, f]
            total += pair.strength * credibility.credible(pair.trust, pair.conflict)
            count += 1
    return brokering.heard_of(total / max(1, count), p.brokering)


@compiled
def hears_of_results(state: State, p: Parameters) -> float:
    """How well results are heard at the board: up the line, or through a facilitator."""
    best = p.brokering.hierarchy
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        if agreed.board_hours > 0.0:
            fidelity = fidelity_of(state, seat, p) * believed_there(state, agreed.actor, p)
            hours = agreed.board_hours * p.commitment.interval
            best = max(best, brokering.told(hours, fidelity, p.brokering))
    return best


@compiled
def overspend(state: State) -> None:
    """By which share the municipality's budgets are overspent so far this year.

    Extra money was granted by whoever pays it, so spending it is not overspending.
    """
    paid, granted = 0.0, 0.0
    for budget in range(MUNICIPAL_BUDGETS):
        paid += state.budgets[budget].year
        granted += state.budgets[budget].granted
    share = paid / granted - 1.0 if granted > 0.0 and state.budgets[0].amount > 0.0 else 0.0
    state.municipalities[0].overspend = np.float32(share)
