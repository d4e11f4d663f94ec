"""Phase 7: who pays for hours and for staff, each from the budget that pays for the people."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.organisations import spending
from model.processes.professionals import hours as hours_rule
from model.state.axes import (
    BOARD,
    BUDGET_COUNT,
    BUDGET_OF_ORGANISATION,
    ORGANISATION_COUNT,
    PROFESSIONAL,
    TEAM,
)
from model.state.kinds import Numbers
from model.state.posts import budget_of, paid_as
from model.state.state import State


@compiled
def pay_for_hours(state: State, p: Parameters) -> None:
    """The price of delivered hours, for organisations that are paid by the hour.

    Each budget pays for the part of the contract hours there that it has. Who was moved from the
    team is paid for being there, as before, so that the money of the team stays as much.
    """
    flows = state.flows[0].euros
    for row in range(ORGANISATION_COUNT):
        organisation = state.organisations[row]
        if row == BOARD or organisation.lump_sum == 1:
            continue
        euros = organisation.delivered * organisation.price
        posted, moved = contract_hours(state, row, p)
        total = posted.sum() + moved
        if moved > 0.0:
            pays = BUDGET_OF_ORGANISATION[TEAM]
            stays = moved * organisation.price
            spending.pay(flows, state.budgets, pays, state.organisations, row, stays)
        for budget in range(BUDGET_COUNT):
            if total > 0.0 and posted[budget] > 0.0:
                part = euros * (posted[budget] / total)
                spending.pay(flows, state.budgets, budget, state.organisations, row, part)


@compiled
def contract_hours(state: State, row: int, p: Parameters) -> tuple[Numbers, float]:
    """Contract hours of an organisation's people, array [budget that pays]; of who was moved."""
    posted, moved = np.zeros(BUDGET_COUNT), 0.0
    for actor in state.actors:
        if actor.role != PROFESSIONAL or actor.organisation != row:
            continue
        seat = hours_rule.of_seat(actor.hours, paid_as(actor), p.hours)
        if actor.moved:
            moved += seat
        else:
            posted[budget_of(actor)] += seat
    return posted, moved


@compiled
def pay_for_staff(state: State, p: Parameters) -> None:
    """The price of staff, for organisations that are paid for being there."""
    flows = state.flows[0].euros
    for row in range(ORGANISATION_COUNT):
        if row == BOARD or state.organisations[row].lump_sum == 0:
            continue
        hours = np.zeros(BUDGET_COUNT)
        for actor in state.actors:
            if actor.organisation == row:
                hours[budget_of(actor)] += hours_rule.of_seat(actor.hours, row, p.hours)
        for budget in range(BUDGET_COUNT):
            euros = hours[budget] * state.organisations[row].price
            if euros > 0.0:
                spending.pay(flows, state.budgets, budget, state.organisations, row, euros)
