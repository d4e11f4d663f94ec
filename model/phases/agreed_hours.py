"""Phase 4: facilitators. Hours that are bought, requests answered, and the agenda that is left."""

from __future__ import annotations

import numpy as np

from model.clock import YEAR
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.facilitators import attention, contract
from model.processes.facilitators.contract import ContractParameters
from model.processes.organisations import monitoring, spending
from model.state.axes import BOARD, SEATS
from model.state.kinds import Row
from model.state.state import State


@compiled
def facilitators_week(
    state: State, agreed: Row, terms: ContractParameters, p: Parameters, week: int
) -> None:
    """Hours bought for one facilitator, requests answered, and the agenda that is left."""
    neighbourhood = state.neighbourhoods[0]
    share = p.spending.on_facilitation * terms.money
    euros = spending.weekly(p.spending.extra, neighbourhood.residents, share, week, p.spending)
    price = p.spending.price[BOARD]
    agreed.hours = np.float32(attention.bought_hours(YEAR * euros, terms.tariff, price))
    pay_facilitator(state, terms, euros)
    actor = state.actors[agreed.actor]
    if agreed.hours <= 0.0:
        actor.outreach = np.float32(0.0)
        stand_still(agreed)
        return
    ties = known_well(state, agreed.actor, p)
    stuck = float(neighbourhood.ownerless)
    agreed.queue += np.float32(attention.asked(ties, stuck, p.attention.scope, p.attention))
    bought = float(agreed.hours)
    answered = attention.answered(agreed.queue, bought, p.attention)
    agreed.queue -= np.float32(answered)
    agreed.answered = np.float32(answered)
    agreed.left = np.float32(bought - answered)
    left = set_apart(state, agreed, p)
    agreed.timeliness = np.float32(attention.timeliness(agreed.queue, bought, p.attention))
    board = contract.board_hours(left, terms.board)
    outreach = contract.going_out(left, terms.board, terms.outreach)
    agreed.board_hours = np.float32(board)
    agreed.neighbourhood_hours = np.float32(left - board)
    agreed.connecting_hours = np.float32(left - board - outreach)
    actor.outreach = np.float32(outreach)
    time_to_vouch = p.attention.vouching * agreed.connecting_hours
    asked = p.attention.a_word * agreed.vouches
    agreed.vouching = np.float32(min(1.0, time_to_vouch / max(1e-6, asked)))
    agreed.vouches = np.float32(0.0)
    state.system[0].facilitation_hours += agreed.hours
    unused = max(0.0, time_to_vouch - asked) + not_appointing(state, agreed, terms, p)
    agreed.unused = np.float32(unused)
    write_hours(state, agreed)


@compiled
def set_apart(state: State, agreed: Row, p: Parameters) -> float:
    """Hours that are left for both boards, after reports, telling on purpose and guiding learning.

    Reports come first; two facilitators each make a part of them, by their hours.
    """
    left = float(agreed.left)
    both = state.contracts[0].hours + state.contracts[1].hours
    part = agreed.hours / max(float(agreed.hours), float(both))
    reporting = min(left, part * monitoring.reporting_hours(p.monitoring))
    rest = left - reporting
    telling = p.informing.on_purpose * rest
    guiding = p.attention.learning * (rest - telling)
    agreed.reporting, agreed.telling = np.float32(reporting), np.float32(telling)
    agreed.guiding = np.float32(guiding)
    return rest - telling - guiding


@compiled
def known_well(state: State, f: int, p: Parameters) -> float:
    """People who know this facilitator well enough to ask."""
    ties = 0.0
    for other in range(len(state.actors)):
        if state.pairs[f, other].strength > p.attention.known_well:
            ties += state.actors[other].colleagues
    return ties


@compiled
def not_appointing(state: State, agreed: Row, terms: ContractParameters, p: Parameters) -> float:
    """Hours kept to appoint owners that nobody needs, or that the mandate does not allow."""
    kept = p.attention.appointing * agreed.connecting_hours
    needed = state.neighbourhoods[0].ownerless * p.ownership.appointing
    return max(0.0, kept - contract.leads_process(terms.mandate) * needed)


@compiled
def write_hours(state: State, agreed: Row) -> None:
    """Where a facilitator's hours go this week: each hour bought, once."""
    system = state.system[0]
    system.facilitation_requests += agreed.answered
    system.facilitation_board += agreed.board_hours
    system.facilitation_outreach += state.actors[agreed.actor].outreach
    system.facilitation_connecting += agreed.connecting_hours - agreed.unused
    system.facilitation_unused += agreed.unused
    system.facilitation_telling += agreed.telling
    system.facilitation_guiding += agreed.guiding
    system.facilitation_reporting += agreed.reporting


@compiled
def stand_still(agreed: Row) -> None:
    """No hours: nothing is asked, carried, or vouched for."""
    agreed.answered = np.float32(0.0)
    agreed.unused = np.float32(0.0)
    agreed.left = np.float32(0.0)
    agreed.queue = np.float32(0.0)
    agreed.timeliness = np.float32(0.0)
    agreed.board_hours = np.float32(0.0)
    agreed.neighbourhood_hours = np.float32(0.0)
    agreed.connecting_hours = np.float32(0.0)
    agreed.vouching = np.float32(0.0)
    agreed.telling, agreed.guiding = np.float32(0.0), np.float32(0.0)
    agreed.reporting = np.float32(0.0)


@compiled
def pay_facilitator(state: State, terms: ContractParameters, euros: float) -> None:
    """The cost of a facilitator, over who pays; what other clients pay is outside the books."""
    flows = state.flows[0].euros
    shares = (terms.paid_by_municipality, terms.paid_by_insurer, terms.paid_by_organisations)
    total = shares[0] + shares[1] + shares[2]
    for payer, budget in ((0, 0), (1, 4), (2, 5)):
        # where nobody is named to pay, the municipality does: no hour is free
        share = shares[payer] / total if total > 0.0 else 1.0 if payer == 0 else 0.0
        spending.pay(flows, state.budgets, budget, state.organisations, BOARD, euros * share)
        state.budgets[budget].extra += euros * share
        state.system[0].facilitation_cost[budget] += euros * share


@compiled
def appoint(state: State, p: Parameters) -> None:
    """Owners that facilitators who lead the process can appoint this week."""
    total = 0.0
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        terms = p.facilitator if seat == 0 else p.second_facilitator
        hours_for_it = p.attention.appointing * agreed.connecting_hours
        total += contract.leads_process(terms.mandate) * hours_for_it / p.ownership.appointing
    state.neighbourhoods[0].appointing = np.float32(total)
