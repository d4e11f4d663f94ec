"""Phase 7: help. Hours are delivered and paid for, needs find relief, cases come to an end."""

from __future__ import annotations

import math

import numpy as np

from model.chance import CLOSING, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import (
    aims,
    lasting_needs,
    light_help,
    paying,
    placing,
    side_by_side,
    stays,
    teams,
    telling,
    tenders,
    use,
)
from model.processes.organisations import elsewhere, learning, monitoring, spending, youth_team
from model.processes.professionals import repertoire
from model.processes.residents import getting_in, helping, lasting, moving
from model.state import bits, events
from model.state.axes import (
    BUDGET_COUNT,
    BUDGET_OF_DOMAIN,
    DOMAIN_COUNT,
    ORGANISATION_COUNT,
    ORGANISATION_OF_DOMAIN,
    TEAM,
)
from model.state.bits import LOWEST
from model.state.kinds import Numbers, Row, Table
from model.state.posts import WHOLE, budget_of
from model.state.state import State
from model.state.tables import NOT_ASKED, OPEN


@compiled
def give(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A week of help in all open cases, and the use that is made of it.

    Functions about one case are handed the tables they look at, not the whole state: that is what
    makes them quick (docs/decisions/0014-what-makes-a-week-cheap.md).
    """
    residents, cases, tallies = state.residents, state.cases, state.tally
    actors, organisations = state.actors, state.organisations
    neighbourhood, municipality = state.neighbourhoods[0], state.municipalities[0]
    savings, active = state.system[0].savings, state.active
    weight, tells = neighbourhood.weight, len(state.log) > 0
    ways = warmth(actors, p), attendances(p), monitoring.crowded_out(True, p.monitoring)
    most = helping.most_ends(p.helping)
    telling.eased(state)
    for organisation in organisations:
        organisation.delivered = 0.0
    for number in range(neighbourhood.active):
        case = cases[active[number]]
        if case.mode != OPEN:
            continue
        tally = tallies[case.cell]
        if anything_eased(case):
            count_savings(case, actors, organisations, municipality, tally, savings, weight, p)
        if case.escalated > 0:
            case.escalated -= np.uint16(1)
        help_one(case, residents, actors, organisations, tally, ways, weight, key, p)
        if case.open >= p.helping.review:
            needs = telling.helped(case) if tells else 0
            let_go(case, residents, actors, most, week, key, p)
            if needs:
                telling.ended(state, case, needs, events.REVIEWED)
        if case.domains == 0:
            telling.of_case(state, case, events.CLOSED, 0, -1, -1, -1, float(case.open))
            close(case, residents, organisations, tally, weight, week)
        else:
            use.count(case, residents, actors, tally, weight)
    paying.pay_for_hours(state, p)
    paying.pay_for_staff(state, p)
    stays.pay(state, p, key)


@inlined
def help_one(
    case: Row,
    residents: Table,
    actors: Table,
    organisations: Table,
    tally: Row,
    ways: tuple[Numbers, Numbers, float],
    weight: float,
    key: Numbers,
    p: Parameters,
) -> None:
    """One case: hours, relief, and what it does to trust of the household.

    ``ways`` are how warmly each actor helps, how much a household takes up by the number of those
    who ask something of it, and what figures leave of the fit where there are several needs.
    """
    warm, attendance, crowded = ways
    attending, left = side_by_side.attending(case, attendance, p), bits.helped(case)
    counted = crowded if placing.has_several(case) else 1.0
    case.relief[:], helped = np.float32(0.0), 0.0
    while left:
        domain, left = LOWEST[left], left & (left - 1)
        actor = actors[case.worker[domain]]
        row = actor.organisation
        organisation = organisations[row]
        hours = case.hours[domain] * organisation.ratio
        tally.care_hours += hours * weight
        tally.spent[budget_of(actor)] += hours * weight * organisation.price
        organisation.delivered += hours * weight
        case.parties |= np.uint16(1 << row)
        if case.escalated > 0:
            continue
        fit = case.fit * counted * by_trade(actor, p)
        if light_help.is_light(case, domain):
            hours += case.informal
        relief = helping.effect(hours, fit, attending, p.helping)
        relief *= learning.strengthens(actor.suited, p.learning)
        if case.teamed:
            relief *= teams.strengthens(case, domain, actors, key, p)
        case.relief[domain] = np.float32(relief)
        helped = max(helped, fit * warm[case.worker[domain]])
    if helped > 0.0:
        encourage(case, residents, helped * aims.counts_for(case, p), p)
    tally.open += weight
    tally.fit += weight * case.fit * counted


@inlined
def by_trade(actor: Row, p: Parameters) -> float:
    """How well help fits by what somebody takes on: all questions, one kind, or a trade.

    Who was moved from the team to a specialist's office has learnt no trade by it.
    """
    if actor.organisation != TEAM and actor.moved == 0:
        return 1.0
    fit = p.helping.generalist_fit
    return fit if actor.young == WHOLE else youth_team.fits(fit, p.youth_team)


@compiled
def warmth(actors: Table, p: Parameters) -> Numbers:
    """How much more each actor wins the trust of those who are helped, 1 as usual."""
    warm = np.empty(len(actors))
    for row in range(len(actors)):
        warm[row] = math.exp(repertoire.brings(actors[row], repertoire.ENGAGED, p.repertoire))
    return warm


@compiled
def attendances(p: Parameters) -> Numbers:
    """What part of help a household takes up, by how many ask something of it."""
    shares = np.empty(DOMAIN_COUNT + 1)
    for demands in range(len(shares)):
        shares[demands] = helping.attendance(demands, p.helping)
    return shares


@inlined
def encourage(case: Row, residents: Table, helped: float, p: Parameters) -> None:
    """Members with a need come to trust help that fits."""
    for member in range(case.start, case.start + case.size):
        resident = residents[member]
        if resident.needs > 0:
            trust = getting_in.encouraged(resident.trust, helped, p.getting_in)
            resident.trust = np.float32(trust)


@inlined
def anything_eased(case: Row) -> bool:
    """Whether help took away a level of need in this case this week."""
    total = 0.0
    for domain in range(DOMAIN_COUNT):
        total += case.eased[domain]
    return total > 0.0


@compiled
def count_savings(
    case: Row,
    actors: Table,
    organisations: Table,
    municipality: Row,
    tally: Row,
    savings: Numbers,
    weight: float,
    p: Parameters,
) -> None:
    """What needs that fell through help spare each budget, and who had paid for that help.

    What is returned counts with who paid, as the contract of whoever helped says.
    """
    for domain in range(DOMAIN_COUNT):
        eased = case.eased[domain]
        if eased <= 0.0:
            continue
        case.eased[domain] = np.float32(0.0)
        price = organisations[ORGANISATION_OF_DOMAIN[domain]].price
        euros = spending.saved(eased * weight, p.helping.hours_a_level, price, p.spending)
        payer, back = BUDGET_OF_DOMAIN[domain], 0.0
        if case.worker[domain] >= 0:
            helper = actors[case.worker[domain]]
            payer = budget_of(helper)
            back = tenders.returned_of(organisations[helper.organisation], p)
        savings[payer, payer] += back * euros
        tally.saved[payer] += back * euros
        for gains in range(BUDGET_COUNT):
            kept = (1.0 - back) * euros * elsewhere.falls_to(domain, gains, p.elsewhere)
            savings[payer, gains] += kept
            tally.saved[gains] += kept
        municipality.wins += eased * weight
        case.progress += np.float32(eased)


@compiled
def count_finished(case: Row, residents: Table, organisations: Table, weight: float) -> None:
    """Organisations in a joint plan that ends see what is left of the needs.

    They draw their lesson at the end of the month (``experience.learn_savings``), from all such
    plans together, so that the order in which plans end does not matter.
    """
    if case.joined == 0 or case.heaviness == 0:
        return
    left = placing.heaviness(residents, case) / case.heaviness
    for row in range(ORGANISATION_COUNT):
        if case.parties & np.uint16(1 << row):
            organisations[row].finished += weight
            organisations[row].left += weight * left


@inlined
def let_go(
    case: Row, residents: Table, actors: Table, most: float, week: int, key: Numbers, p: Parameters
) -> None:
    """Help with one need that ends after its review: light enough, or long enough.

    At most one in a week; the rates of all needs in the case compete for one draw. None has a
    rate above ``most``, so that levels need not be looked up for most draws.
    """
    even = draw(key, residents[case.start].id, week, CLOSING)
    left = bits.helped(case)
    if even > bits.size(left) * most:
        return
    while left:
        domain, left = LOWEST[left], left & (left - 1)
        if case.weeks[domain] < p.helping.review:
            continue
        level = placing.highest_known(residents, case, domain)
        team = actors[case.worker[domain]].organisation == TEAM
        rate = helping.ends(level, team, domain, p.helping)
        if not team and lasting_needs.helped_with(residents, case, domain):
            rate = lasting.ends(rate, p.lasting)
        even -= rate
        if even < 0.0:
            stop(case, residents, domain)
            return


@compiled
def stop(case: Row, residents: Table, domain: int) -> None:
    """Help with one need stops; helpers no longer keep it in view."""
    bit = np.uint8(255 - (1 << domain))
    case.stage[domain] = np.uint8(NOT_ASKED)
    case.relief[domain] = np.float32(0.0)
    case.domains &= bit
    for row in range(case.start, case.start + case.size):
        residents[row].known &= bit


@compiled
def close(
    case: Row, residents: Table, organisations: Table, tally: Row, weight: float, week: int
) -> None:
    """The end of a case: what helpers knew is put away, and the household may come back."""
    count_finished(case, residents, organisations, weight)
    tally.closed += weight
    moving.forget(case)
    case.closed = np.int32(week)
    case.relapsed = np.uint8(0)
    for row in range(case.start, case.start + case.size):
        residents[row].known = np.uint8(0)
