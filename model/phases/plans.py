"""Phase 6, second half: whose move it is, who pays, and which form the plan takes."""

from __future__ import annotations

import numpy as np

from model.chance import OWNERSHIP, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import placing
from model.processes.facilitators import contract, credibility
from model.processes.facilitators.contract import ContractParameters
from model.processes.organisations import ownership, pockets
from model.processes.professionals import vision
from model.processes.residents import helping
from model.state.axes import (
    BUDGET_OF_DOMAIN,
    BUDGET_OF_ORGANISATION,
    DOMAIN_COUNT,
    SEATS,
)
from model.state.kinds import Numbers, Row
from model.state.state import State
from model.state.tables import JOINT, NOT_ASKED, OPEN, PARALLEL, SINGLE

AGAIN = 13
LONG_WITHOUT_OWNER = 13


@compiled
def decide(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """For every open case: helpers for new needs, an owner, and a form for the plan."""
    neighbourhood = state.neighbourhoods[0]
    ownerless = 0.0
    clear = ownership.clarity(state.municipalities[0].agreement, p.ownership)
    appointed = min(1.0, neighbourhood.appointing / max(1.0, neighbourhood.ownerless))
    for number in range(neighbourhood.active):
        row = state.active[number]
        case = state.cases[row]
        if case.mode != OPEN:
            continue
        if placing.has_unplaced(case):
            placing.place_all(state, row, p, week, key)
        parties = count_parties(state, case)
        if case.owned == 0:
            if parties > 1:
                ownerless += neighbourhood.weight
            find_owner(state, case, parties, clear, appointed, p, week, key)
        if parties < 2:
            case.form = np.uint8(SINGLE)
        elif case.form == SINGLE:
            case.form, case.decided = np.uint8(PARALLEL), np.uint8(0)
        if case.decided > 0:
            case.decided -= np.uint8(1)
        if case.form == PARALLEL and case.owned and case.decided == 0:
            case.decided = np.uint8(AGAIN)
            choose_form(state, case, parties, p)
    neighbourhood.ownerless = np.float32(ownerless)


@compiled
def count_parties(state: State, case: Row) -> int:
    """Organisations that help or were asked to help in this case."""
    seen, count = 0, 0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED:
            bit = 1 << state.actors[case.worker[domain]].organisation
            count += 0 if seen & bit else 1
            seen |= bit
    return count


@compiled
def find_owner(
    state: State,
    case: Row,
    parties: int,
    clear: float,
    appointed: float,
    p: Parameters,
    week: int,
    key: Numbers,
) -> None:
    """Somebody takes the whole question, by oneself or appointed; or another week goes by."""
    tally = state.tally[case.cell]
    weight = state.neighbourhoods[0].weight
    chance = ownership.taken(clear, max(1, parties), p.ownership)
    if parties > 1:
        chance = 1.0 - (1.0 - chance) * (1.0 - appointed)
    if draw(key, state.residents[case.start].id, week, OWNERSHIP) < chance:
        case.owned = np.uint8(1)
        return
    case.ownerless += np.uint16(1)
    if has_several(case):
        tally.ownerless_several += weight
        if case.ownerless == LONG_WITHOUT_OWNER:
            state.neighbourhoods[0].items[2] += np.float32(weight)
    else:
        tally.ownerless_single += weight


@compiled
def has_several(case: Row) -> bool:
    """Whether a case holds needs in more than one domain."""
    bits = case.domains
    return bits & (bits - 1) != 0


@compiled
def choose_form(state: State, case: Row, parties: int, p: Parameters) -> None:
    """Joint when every party sees an advantage and the holder has time for it; else parallel."""
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED and sees_in_it(state, case, domain, p) < 0.0:
            state.neighbourhoods[0].items[0] += np.float32(state.neighbourhoods[0].weight)
            return
    weight = state.neighbourhoods[0].weight
    holder = state.actors[case.holder]
    each = helping.coordination(parties, p.helping) / parties * weight
    if each <= holder.slack + max(0.0, holder.capacity - holder.committed):
        case.form = np.uint8(JOINT)
        case.joined = np.uint8(1)
        holder.slack = np.float32(max(0.0, holder.slack - each))


@compiled
def sees_in_it(state: State, case: Row, domain: int, p: Parameters) -> float:
    """What the organisation behind one helper sees in a joint plan, per euro of its cost."""
    actor = state.actors[case.worker[domain]]
    organisation = state.organisations[actor.organisation]
    budget = BUDGET_OF_ORGANISATION[actor.organisation]
    hours, own_hours, levels, credited, alike = 0.0, 0.0, 0.0, 0.0, 0
    seen = 0
    for other in range(DOMAIN_COUNT):
        if case.stage[other] == NOT_ASKED:
            continue
        level = float(placing.severity(state, case, other))
        party = state.actors[case.worker[other]].organisation
        hours += level
        own_hours += level if party == actor.organisation else 0.0
        levels += level
        credited += level if BUDGET_OF_DOMAIN[other] == budget else 0.0
        if BUDGET_OF_ORGANISATION[party] == budget and not seen & (1 << party):
            alike += 1
        seen |= 1 << party
    if levels == 0.0:
        return 0.0
    pooled = pockets.pooled_share(state.municipalities[0].agreement, p.pockets)
    pooled = min(1.0, pooled + say_over_budgets(state, p))
    drive = p.pockets.drive * actor.engagement * closeness(state, case, domain)
    risk = p.pockets.risk * (1.0 - trust_in_others(state, case, domain, p))
    return pockets.advantage(
        pooled,
        organisation.expected_saving,
        credited / levels / max(1, alike),
        own_hours / hours,
        p.pockets.admin,
        risk,
        drive,
    )


@compiled
def say_over_budgets(state: State, p: Parameters) -> float:
    """The share of budgets that facilitators with a say over them bring together."""
    say = 0.0
    for seat in range(SEATS):
        terms = p.facilitator if seat == 0 else p.second_facilitator
        if state.contracts[seat].hours > 0.0:
            say = max(say, contract.has_budget_say(terms.mandate) * p.pockets.facilitator_pools)
    return say


@compiled
def closeness(state: State, case: Row, domain: int) -> float:
    """How close the visions of a helper and the holder are, 0 to 1."""
    first = state.actors[case.worker[domain]].vision
    second = state.actors[case.holder].vision
    return max(0.0, 1.0 - 2.0 * vision.distance(first, second))


@compiled
def trust_in_others(state: State, case: Row, domain: int, p: Parameters) -> float:
    """Mean trust of one helper in the other helpers, with a facilitator's word where there is."""
    own = case.worker[domain]
    total, count = 0.0, 0
    for other in range(DOMAIN_COUNT):
        if case.stage[other] == NOT_ASKED or case.worker[other] == own:
            continue
        total += with_voucher(state, own, case.worker[other], p)
        count += 1
    return total / count if count > 0 else 1.0


@compiled
def with_voucher(state: State, i: int, j: int, p: Parameters) -> float:
    """Trust of i in j, moved by what facilitators say of j in so far as there is time to ask.

    It stays moved, until experience says otherwise. Of a colleague nobody asks an outsider.
    """
    trust = float(state.pairs[i, j].trust)
    if state.actors[i].organisation == state.actors[j].organisation:
        return trust
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        if agreed.connecting_hours <= 0.0:
            continue
        agreed.vouches += np.float32(state.neighbourhoods[0].weight)
        terms = p.facilitator if seat == 0 else p.second_facilitator
        f = agreed.actor
        cares_i = credibility.cares(paid_by(state, i, terms), p.credibility)
        cares_j = credibility.cares(paid_by(state, j, terms), p.credibility)
        believes = credibility.believed(cares_i, cares_j, terms.pay_per_agreement, p.credibility)
        credible = credibility.credible(state.pairs[i, f].trust, state.pairs[i, f].conflict)
        knows, tie = float(state.pairs[f, j].strength), float(state.pairs[i, j].strength)
        weight = credibility.weight_of_word(believes, credible, knows, tie, p.credibility)
        said = float(state.pairs[f, j].trust)
        trust = credibility.vouched(trust, said, agreed.vouching * weight)
    state.pairs[i, j].trust = np.float32(trust)
    return trust


@compiled
def paid_by(state: State, row: int, terms: ContractParameters) -> float:
    """The share of a facilitator's income that the payer of this actor's organisation controls."""
    budget = BUDGET_OF_ORGANISATION[state.actors[row].organisation]
    if budget < 4:
        return contract.depends(terms.paid_by_municipality, terms.other_clients)
    if budget == 4:
        return contract.depends(terms.paid_by_insurer, terms.other_clients)
    return contract.depends(terms.paid_by_organisations, terms.other_clients)
