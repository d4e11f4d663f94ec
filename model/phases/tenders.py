"""Phases 1, 4 and 7: what contracts do. Rules on money are settled in them; hours are bid for."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.phases import posts
from model.processes.facilitators import contract
from model.processes.organisations import pockets, settling, tendering
from model.state.axes import PROFESSIONAL, SEATS
from model.state.kinds import Numbers, Row, Table
from model.state.state import State


@compiled
def promise(state: State, p: Parameters) -> None:
    """Each week anew: whoever is in a tender keeps time back, and providers promise what they bid.

    Time held back is kept for the own organisation; it serves neither meeting nor joint plans.
    """
    for actor in state.actors:
        if actor.role != PROFESSIONAL:
            continue
        held = posts.stake_of(actor, state.organisations)
        if held > 0.0:
            actor.slack = np.float32(actor.slack * (1.0 - held))
        if tendering.has_tenders(actor.organisation):
            actor.capacity = np.float32(tendering.promised(actor.capacity, p.tendering))


@compiled
def face_it(state: State, p: Parameters) -> None:
    """Cases have been taken up on what was promised; what is delivered comes from what there is."""
    for actor in state.actors:
        if actor.role == PROFESSIONAL and tendering.has_tenders(actor.organisation):
            actor.capacity = np.float32(actor.capacity / tendering.promised(1.0, p.tendering))


@compiled
def settle(organisations: Table, p: Parameters, week: int) -> None:
    """Whoever signs this week comes under the rules of now on pots and savings."""
    for row in range(len(organisations)):
        organisation = organisations[row]
        if settling.is_signed(tendering.has_tenders(row), organisation.contract_end, week):
            organisation.pooled = p.pockets.pooled
            organisation.returned = p.pockets.returned


@compiled
def pooled_of(organisation: Row, agreement: float, p: Parameters) -> float:
    """The share of budgets that is pooled for one organisation, by contract and by agreement."""
    by_rule = settling.in_force(p.pockets.pooled, organisation.pooled, p.settling)
    return pockets.pooled_share(by_rule, agreement, p.pockets)


@compiled
def returned_of(organisation: Row, p: Parameters) -> float:
    """The share of a saving that goes back to one organisation that paid for it, by contract."""
    return settling.in_force(p.pockets.returned, organisation.returned, p.settling)


@compiled
def searching_of(state: State, p: Parameters) -> Numbers:
    """Hours a week that a holder looks for money for one plan, by organisation of the holder."""
    hours = np.empty(len(state.organisations))
    for row in range(len(state.organisations)):
        pooled = pooled_of(state.organisations[row], state.municipalities[0].agreement, p)
        hours[row] = p.pockets.searching * (1.0 - pooled) / p.pockets.search_weeks
    return hours


@compiled
def pooled_here(agreement: float, organisations: Table, contracts: Table, p: Parameters) -> Numbers:
    """The share of budgets that is pooled for each organisation.

    By the rule in its contract, by agreement, and by facilitators' say.
    """
    pooled, say = np.empty(len(organisations)), say_over_budgets(contracts, p)
    for row in range(len(organisations)):
        pooled[row] = min(1.0, pooled_of(organisations[row], agreement, p) + say)
    return pooled


@compiled
def say_over_budgets(contracts: Table, p: Parameters) -> float:
    """The share of budgets that facilitators with a say over them bring together."""
    say = 0.0
    for seat in range(SEATS):
        terms = p.facilitator if seat == 0 else p.second_facilitator
        if contracts[seat].hours > 0.0:
            say = max(say, contract.has_budget_say(terms.mandate) * p.pockets.facilitator_pools)
    return say
