"""Phase 11: the week is written down, and the books are balanced."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.processes.facilitators import credibility
from model.state.axes import (
    BUDGET_COUNT,
    CELL_COUNT,
    DOMAIN_COUNT,
    ORGANISATION_COUNT,
    PROFESSIONAL,
    SEATS,
)
from model.state.kinds import Row
from model.state.posts import party_of
from model.state.state import State
from model.state.tables import JOINT, NOT_ASKED, OPEN

HELPED = 65535


@compiled
def write(state: State) -> None:
    """Counts of residents, cases, people who work there and money, at the end of a week."""
    residents(state)
    cases(state)
    people(state)
    money(state)
    hours(state)
    system, municipality = state.system[0], state.municipalities[0]
    system.weeks += 1.0
    system.commitment += municipality.commitment
    system.agreement += municipality.agreement
    system.anchored += municipality.anchored


@compiled
def residents(state: State) -> None:
    """Needs, hidden needs and trust, by cell; and how long people have gone without help.

    Nobody is lost: the rows stand for all residents, and for each who leaves another comes.
    """
    neighbourhood = state.neighbourhoods[0]
    weight = neighbourhood.weight
    counted = np.zeros(CELL_COUNT)
    trusting = np.zeros(CELL_COUNT)
    hidden = 0.0
    for resident in state.residents:
        counted[resident.cell] += 1.0
        trusting[resident.cell] += resident.trust
        if resident.needs == 0:
            continue
        tally = state.tally[resident.cell]
        levels = 0
        for domain in range(DOMAIN_COUNT):
            levels += resident.level[domain]
        tally.burden += weight * levels
        tally.need_any += weight
        if resident.needs > 1:
            tally.need_two += weight
        if resident.needs > 2:
            tally.need_three += weight
        if resident.known == 0:
            tally.hidden += weight
            hidden += weight
        case = state.cases[resident.household]
        if case.relapsed == 1:
            case.relapsed = np.uint8(2)
            tally.relapsed += weight
        if resident.unhelped < 60000:
            resident.unhelped += np.uint16(1)
    neighbourhood.hidden = np.float32(hidden)
    total, moved = 0.0, 0.0
    for cell in range(CELL_COUNT):
        moved += state.tally[cell].movers_in - state.tally[cell].movers_out
        state.tally[cell].residents += weight * counted[cell]
        state.tally[cell].trust += weight * trusting[cell]
        total += weight * counted[cell]
    state.system[0].people_error += abs(total - neighbourhood.residents) + abs(moved)


@compiled
def cases(state: State) -> None:
    """Households with several needs: one plan, one holder. And how plans differ in fit."""
    weight = state.neighbourhoods[0].weight
    fits, squares, opened = 0.0, 0.0, 0.0
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        fits += weight * case.fit
        squares += weight * case.fit * case.fit
        opened += weight
        helpers = 0
        for domain in range(DOMAIN_COUNT):
            if case.stage[domain] != NOT_ASKED:
                helpers += 1
        if helpers > 1:
            tally = state.tally[case.cell]
            tally.several += weight
            one = case.form == JOINT or one_organisation(state, case)
            tally.one_plan += weight if one else 0.0
            tally.one_holder += weight if case.owned else 0.0
    state.system[0].fit_spread += spread(squares, fits, opened)
    state.system[0].opened += opened


@compiled
def one_organisation(state: State, case: Row) -> bool:
    """Whether everybody who helps in a case works for the same organisation."""
    first = -1
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED:
            party = party_of(state.actors[case.worker[domain]])
            if first >= 0 and party != first:
                return False
            first = party
    return True


@compiled
def people(state: State) -> None:
    """Trust within and between organisations, in facilitators, and strain.

    The spread is taken around the mean of this week, so that a slow change of that mean over a
    window is not mistaken for people who disagree.
    """
    system = state.system[0]
    within, between, credited = 0.0, 0.0, 0.0
    for i in range(len(state.actors)):
        actor = state.actors[i]
        if actor.role != PROFESSIONAL:
            continue
        system.strain += actor.strain * actor.colleagues
        for j in range(len(state.actors)):
            other = state.actors[j]
            if i == j or other.role != PROFESSIONAL:
                continue
            tie, trust = float(state.pairs[i, j].strength), float(state.pairs[i, j].trust)
            if actor.organisation == other.organisation:
                system.trust_within += tie * trust
                system.within += tie
                within += tie * trust * trust
            else:
                system.trust_between += tie * trust
                system.between += tie
                between += tie * trust * trust
        for seat in range(SEATS):
            agreed = state.contracts[seat]
            if agreed.hours > 0.0:
                pair = state.pairs[i, agreed.actor]
                believed = credibility.credible(pair.trust, pair.conflict)
                system.credibility += believed
                system.credited += 1.0
                credited += believed * believed
    system.trust_within_spread += spread(within, system.trust_within, system.within)
    system.trust_between_spread += spread(between, system.trust_between, system.between)
    system.credibility_spread += spread(credited, system.credibility, system.credited)


@compiled
def spread(squares: float, total: float, weight: float) -> float:
    """The weighted sum of squared distances to the mean, from the sums of squares and of values.

    >>> spread.py_func(1.0 + 9.0, 1.0 + 3.0, 2.0)
    2.0
    """
    return max(0.0, squares - total * total / weight) if weight > 0.0 else 0.0


@compiled
def money(state: State) -> None:
    """What each budget paid; every euro paid must have been received."""
    system = state.system[0]
    paid, received, flowed = 0.0, 0.0, 0.0
    for budget in range(BUDGET_COUNT):
        row = state.budgets[budget]
        # extra money was granted by whoever pays it: it can neither cause nor hide a deficit
        row.year += row.paid - row.extra
        row.granted += row.amount
        system.spent[budget] += row.paid
        system.amount[budget] += row.amount + row.extra
        paid += row.paid
        row.paid = 0.0
        row.extra = 0.0
        for organisation in range(ORGANISATION_COUNT):
            flowed += state.flows[0].euros[budget, organisation]
            state.flows[0].euros[budget, organisation] = 0.0
    for organisation in state.organisations:
        received += organisation.received
        organisation.received = 0.0
    system.euro_error += max(abs(paid - received), abs(paid - flowed))


@compiled
def hours(state: State) -> None:
    """Every hour of work once: of professionals, of facilitators, and as help that arrived.

    What is left over may not be less than nothing, nor time with others more than there was.
    """
    system = state.system[0]
    used = system.admin_hours + system.care_hours + system.coordination_hours
    used += (
        system.learning_hours
        + system.meeting_hours
        + system.outreach_hours
        + system.idle_hours
        + system.absent_hours
    )
    delivered = 0.0
    for cell in range(CELL_COUNT):
        delivered += state.tally[cell].care_hours
    error = abs(system.available_hours + system.overtime_hours - used)
    error = max(error, abs(delivered - system.care_hours))
    error = max(error, -system.idle_hours)
    bought = system.facilitation_requests + system.facilitation_board
    bought += system.facilitation_outreach + system.facilitation_connecting
    error = max(error, abs(system.facilitation_hours - bought - system.facilitation_unused))
    for actor in state.actors:
        if actor.role == PROFESSIONAL:
            week = actor.hours + state.neighbourhoods[0].added
            error = max(error, float(actor.meeting + actor.outreach - week))
    system.hour_error += error
