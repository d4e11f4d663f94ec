"""Phase 6: what members of a joint plan spend without asking, so that it fits better."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.organisations import flexible_budget, spending
from model.state.axes import BUDGET_COUNT, DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.posts import budget_of
from model.state.state import State
from model.state.tables import NOT_ASKED


@compiled
def spend(state: State, case: Row, p: Parameters) -> None:
    """A plan that has just become joint buys away part of what it lacks; those in it pay alike."""
    lacking = 1.0 - float(case.fit)
    euros = flexible_budget.spends(lacking, p.flexible_budget)
    if euros <= 0.0:
        return
    case.fit = np.float32(1.0 - flexible_budget.still_lacking(lacking, euros, p.flexible_budget))
    total = euros * state.neighbourhoods[0].weight
    payers = who_pays(case, state.actors)
    receiver = int(state.actors[case.holder].organisation)
    tally, flows = state.tally[case.cell], state.flows[0].euros
    for budget in range(BUDGET_COUNT):
        if payers[budget] > 0.0:
            part = total * payers[budget]
            spending.pay(flows, state.budgets, budget, state.organisations, receiver, part)
            tally.spent[budget] += part


@compiled
def who_pays(case: Row, actors: Table) -> Numbers:
    """The part of each budget, array [budget]: budgets that pay for somebody in it pay alike."""
    parts = np.zeros(BUDGET_COUNT)
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED:
            parts[budget_of(actors[case.worker[domain]])] = 1.0
    total = parts.sum()
    return parts / total if total > 0.0 else parts
