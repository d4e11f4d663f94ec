"""Phase 7: help. Hours are delivered and paid for, needs find relief, cases come to an end."""

from __future__ import annotations

import numpy as np

from model.chance import CLOSING, draw
from model.compiling import compiled
from model.phases import intake
from model.processes.organisations import pockets, spending
from model.processes.residents import getting_in, helping, moving
from model.state.axes import (
    BOARD,
    BUDGET_OF_DOMAIN,
    BUDGET_OF_ORGANISATION,
    DOMAIN_COUNT,
    LAW_OF_DOMAIN,
    ORGANISATION_COUNT,
    ORGANISATION_OF_DOMAIN,
    TEAM,
)
from model.state.tables import HELPING, NOT_ASKED, OPEN


@compiled
def give(state, p, week, key):
    """A week of help in all open cases."""
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        if anything_eased(case):
            count_savings(state, case, p)
        if case.escalated > 0:
            case.escalated -= np.uint16(1)
        help_one(state, case, p)
        if case.open >= p.helping.review:
            let_go(state, case, p, week, key)
        if case.domains == 0:
            close(state, case, p)
    pay_for_staff(state, p)


@compiled
def help_one(state, case, p):
    """One case: hours, relief, and what it does to trust of the household."""
    weight = state.neighbourhoods[0].weight
    tally = state.tally[case.cell]
    attending = helping.attendance(helping.demands(case), p.helping)
    helped = 0.0
    for domain in range(DOMAIN_COUNT):
        case.relief[domain] = np.float32(0.0)
        if case.stage[domain] != HELPING:
            continue
        organisation = state.actors[case.worker[domain]].organisation
        hours = case.hours[domain] * state.organisations[organisation].ratio
        tally.care_hours += hours * weight
        charge(state, case.cell, organisation, hours * weight)
        case.parties |= np.uint16(1 << organisation)
        if case.escalated > 0:
            continue
        fit = case.fit * (p.helping.generalist_fit if organisation == TEAM else 1.0)
        relief = helping.effect(hours, fit, attending, p.helping)
        case.relief[domain] = np.float32(relief)
        helped = max(helped, fit)
    if helped > 0.0:
        for row in range(case.start, case.start + case.size):
            resident = state.residents[row]
            if resident.needs > 0:
                resident.trust = np.float32(
                    getting_in.encouraged(resident.trust, helped, p.getting_in)
                )
    tally.open += weight
    tally.fit += weight * case.fit


@compiled
def charge(state, cell, organisation, hours):
    """The price of delivered hours, for organisations that are paid by the hour."""
    receiver = state.organisations[organisation]
    euros = hours * receiver.price
    budget = BUDGET_OF_ORGANISATION[organisation]
    state.tally[cell].spent[budget] += euros
    if receiver.lump_sum == 0:
        flows = state.flows[0].euros
        spending.pay(flows, state.budgets, budget, state.organisations, organisation, euros)


@compiled
def pay_for_staff(state, p):
    """The price of staff, for organisations that are paid for being there."""
    flows = state.flows[0].euros
    for organisation in range(ORGANISATION_COUNT):
        if organisation == BOARD or state.organisations[organisation].lump_sum == 0:
            continue
        hours = 0.0
        for actor in state.actors:
            if actor.organisation == organisation:
                hours += actor.hours
        euros = hours * state.organisations[organisation].price
        budget = BUDGET_OF_ORGANISATION[organisation]
        spending.pay(flows, state.budgets, budget, state.organisations, organisation, euros)


@compiled
def anything_eased(case):
    """Whether help took away a level of need in this case this week."""
    for domain in range(DOMAIN_COUNT):
        if case.eased[domain] > 0.0:
            return True
    return False


@compiled
def count_savings(state, case, p):
    """What needs that fell through help spare each budget, and who had paid for that help."""
    weight = state.neighbourhoods[0].weight
    for domain in range(DOMAIN_COUNT):
        eased = case.eased[domain]
        if eased <= 0.0:
            continue
        case.eased[domain] = np.float32(0.0)
        price = state.organisations[ORGANISATION_OF_DOMAIN[domain]].price
        euros = spending.saved(eased * weight, p.helping.hours_a_level, price, p.spending)
        gains = BUDGET_OF_DOMAIN[domain]
        payer = gains
        if case.worker[domain] >= 0:
            payer = BUDGET_OF_ORGANISATION[state.actors[case.worker[domain]].organisation]
        state.system[0].savings[payer, gains] += euros
        state.tally[case.cell].saved[gains] += euros
        state.municipalities[0].wins += np.float32(eased * weight)


@compiled
def learn_saving(state, case, p):
    """Organisations in a joint plan see what is left of the needs, and expect that of the next."""
    if case.joined == 0 or case.heaviness == 0:
        return
    left = float(intake.heaviness(state.residents, case))
    realised = pockets.realised(left / case.heaviness, p.pockets)
    for row in range(ORGANISATION_COUNT):
        if case.parties & np.uint16(1 << row):
            organisation = state.organisations[row]
            organisation.expected_saving = np.float32(
                pockets.learned(organisation.expected_saving, realised, p.pockets)
            )


@compiled
def let_go(state, case, p, week, key):
    """Help with one need that ends after the review: light enough, or long enough.

    At most one in a week; the rates of all needs in the case compete for one draw.
    """
    even = draw(key, state.residents[case.start].id, week, CLOSING)
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != HELPING:
            continue
        level = intake.severity(state, case, domain)
        team = state.actors[case.worker[domain]].organisation == TEAM
        even -= helping.ends(level, team, domain, p.helping)
        if even < 0.0:
            stop(state, case, domain)
            return


@compiled
def stop(state, case, domain):
    """Help with one need stops; helpers no longer keep it in view."""
    bit = np.uint8(255 - (1 << domain))
    case.stage[domain] = np.uint8(NOT_ASKED)
    case.relief[domain] = np.float32(0.0)
    case.domains &= bit
    for row in range(case.start, case.start + case.size):
        state.residents[row].known &= bit


@compiled
def close(state, case, p):
    """The end of a case: what helpers knew is put away, and the household may come back."""
    learn_saving(state, case, p)
    state.tally[case.cell].closed += state.neighbourhoods[0].weight
    moving.forget(case)
    case.since_closed = np.uint16(0)
    for row in range(case.start, case.start + case.size):
        state.residents[row].known = np.uint8(0)


@compiled
def count_use(state):
    """Residents who are helped under each law this week, under any, and under several."""
    weight = state.neighbourhoods[0].weight
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN:
            continue
        tally = state.tally[case.cell]
        for row in range(case.start, case.start + case.size):
            count_person(state, case, state.residents[row], tally, weight)


@compiled
def count_person(state, case, resident, tally, weight):
    """One helped resident, by law. Help from the team itself is a general provision."""
    laws = 0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == HELPING and resident.known & (1 << domain):
            team = state.actors[case.worker[domain]].organisation == TEAM
            laws |= 1 << (4 if team else LAW_OF_DOMAIN[domain])
    several = 0
    for law in range(5):
        if laws & (1 << law):
            tally.use[law] += weight
            several += 1
    if several > 0:
        tally.use_any += weight
    if several > 1:
        tally.use_two += weight
