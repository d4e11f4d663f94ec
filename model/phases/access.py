"""Phases 3, 4, 6 and 11: at which gate people come in, and what a formal decision asks of them."""

from __future__ import annotations

import numpy as np

from model.chance import DECISION, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.processes.organisations import decisions, direct, spending
from model.state import events
from model.state.axes import BOARD, CELL_COUNT, DOMAIN_COUNT, TEAM, WELFARE
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import ASKED_DIRECTLY, ASKED_TEAM, FOUND_OUTSIDE, SEEN_BY_OTHERS

AT_GATE = 2 * DOMAIN_COUNT
"""Draws of a household at its first gate, after those for each need and its refusal."""


@compiled
def way_in(how: int, gate: int) -> int:
    """By which of four gates a household came in, from how it was seen and where it waits."""
    if how == events.ASKED_FOR:
        return ASKED_TEAM if gate == TEAM else ASKED_DIRECTLY
    return FOUND_OUTSIDE if how == events.FOUND else SEEN_BY_OTHERS


@inlined
def open_to_all(p: Parameters) -> int:
    """Where people can go without a decision: the team, or welfare where there is no team."""
    return WELFARE if direct.no_team(p.direct) else TEAM


@inlined
def by_team(p: Parameters) -> float:
    """Part of the decisions that the team takes: none where there is no team."""
    return 0.0 if direct.no_team(p.direct) else p.decisions.by_team


@compiled
def at_the_gate(
    case: Row, resident: Row, tally: Row, weight: float, week: int, key: Numbers, p: Parameters
) -> None:
    """A household that asks outside the team: it may need a decision first, and may be refused."""
    case.undecided = np.uint8(0)
    if p.decisions.needed <= 0.0 or not decisions.covers(int(case.gate)):
        return
    who, level = resident.id, 0
    for domain in range(DOMAIN_COUNT):
        if resident.known & (1 << domain):
            level = max(level, int(resident.level[domain]))
    if decisions.asked(draw(key, who, week, DECISION, AT_GATE), level, p.decisions):
        tally.decisions += weight
        if decisions.says_no(draw(key, who, week, DECISION, AT_GATE + 1), level, p.decisions):
            tally.refused += weight
            case.gate = np.int8(open_to_all(p))
        else:
            case.undecided = np.uint8(decisions.takes(by_team(p), p.decisions))


@compiled
def decide(
    case: Row,
    domain: int,
    level: int,
    who: int,
    target: int,
    tally: Row,
    weight: float,
    week: int,
    key: Numbers,
    p: Parameters,
) -> int:
    """The organisation that helps if it needs a decision: who was to be asked, or the team."""
    if p.decisions.needed <= 0.0 or not decisions.covers(target):
        return target
    if not decisions.asked(draw(key, who, week, DECISION, domain), level, p.decisions):
        return target
    tally.decisions += weight
    even = draw(key, who, week, DECISION, DOMAIN_COUNT + domain)
    if decisions.says_no(even, level, p.decisions):
        tally.refused += weight
        return open_to_all(p)
    weeks = np.uint8(decisions.takes(by_team(p), p.decisions))
    case.deciding[domain], case.took[domain] = weeks, weeks
    return target


@inlined
def ask_anew(case: Row, domain: int) -> None:
    """A helper is sought for this need: no decision about an earlier one counts any more."""
    case.deciding[domain], case.took[domain] = np.uint8(0), np.uint8(0)


@inlined
def pending(case: Row, domain: int) -> bool:
    """Whether help with a need waits for a decision; a week less to wait, if it does."""
    if case.deciding[domain] == 0:
        return False
    case.deciding[domain] -= np.uint8(1)
    return True


@compiled
def hours_of_team(neighbourhood: Row, p: Parameters) -> float:
    """Hours that decisions of the week before take of the team."""
    return decisions.of_team(neighbourhood.decided, by_team(p), p.decisions)


@compiled
def pay_desk(state: State, p: Parameters) -> None:
    """The hours of a desk for decisions of the week before, at the price of administration."""
    hours = decisions.of_desk(float(state.neighbourhoods[0].decided), by_team(p), p.decisions)
    if hours > 0.0:
        euros = hours * p.spending.price_administration
        flows = state.flows[0].euros
        spending.pay(flows, state.budgets, 0, state.organisations, BOARD, euros)
        state.budgets[0].extra += euros
        state.system[0].extra_cost[0] += euros


@compiled
def remember(neighbourhood: Row, tallies: Table) -> None:
    """Decisions of this week, for the hours that they take in the next."""
    count = 0.0
    for cell in range(CELL_COUNT):
        count += tallies[cell].decisions
    neighbourhood.decided = np.float32(count)
