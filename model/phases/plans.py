"""Phase 6, second half: whose move it is, who pays, and which form the plan takes."""

from __future__ import annotations

import math

import numpy as np

from model.chance import OWNERSHIP, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import joining, placing
from model.processes.facilitators import contract, credibility
from model.processes.facilitators.contract import ContractParameters
from model.processes.organisations import ownership, pockets
from model.processes.professionals import repertoire, vision
from model.processes.residents import helping
from model.state.axes import BUDGET_OF_DOMAIN, BUDGET_OF_ORGANISATION, DOMAIN_COUNT, SEATS
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import JOINT, NOT_ASKED, OPEN, PARALLEL, SINGLE


@compiled
def decide(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """For every open case: helpers for new needs, an owner, and a form for the plan.

    All read the time that holders had when the week began, so no case is favoured by its row.
    """
    residents, cases, tallies = state.residents, state.cases, state.tally
    actors, pairs, organisations = state.actors, state.pairs, state.organisations
    contracts, neighbourhood = state.contracts, state.neighbourhoods[0]
    around = (actors, pairs, organisations, contracts)
    agreed = state.municipalities[0].agreement
    weight = neighbourhood.weight
    ownerless = 0.0
    clear = ownership.clarity(agreed, p.ownership)
    appointed = min(1.0, neighbourhood.appointing / max(1.0, neighbourhood.ownerless))
    pooled = pockets.pooled_share(agreed, p.pockets)
    pooled = min(1.0, pooled + say_over_budgets(contracts, p))
    for number in range(neighbourhood.active):
        row = state.active[number]
        case = cases[row]
        if case.mode != OPEN:
            continue
        tally = tallies[case.cell]
        if placing.has_unplaced(case):
            placing.place_all(case, residents, actors, pairs, tally, weight, week, key, p)
        parties = count_parties(case, actors)
        if case.owned == 0:
            ownerless += weight if parties > 1 else 0.0
            chance = chance_of_owner(parties, clear, appointed, p)
            if draw(key, residents[case.start].id, week, OWNERSHIP) < chance:
                case.owned = np.uint8(1)
            else:
                go_without_owner(case, neighbourhood, tally, weight, p)
        if is_up_for_talk(case, parties):
            case.decided = np.uint8(p.pockets.again)
            choose_form(case, parties, pooled, residents, around, neighbourhood, p)
    neighbourhood.ownerless = np.float32(ownerless)
    remember_words(actors, pairs, contracts, weight, p)


@compiled
def count_parties(case: Row, actors: Table) -> int:
    """Organisations that help or were asked to help in this case."""
    seen, count = 0, 0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED:
            bit = 1 << actors[case.worker[domain]].organisation
            count += 0 if seen & bit else 1
            seen |= bit
    return count


@compiled
def chance_of_owner(parties: int, clear: float, appointed: float, p: Parameters) -> float:
    """The chance that somebody takes the whole question this week, by oneself or appointed."""
    chance = ownership.taken(clear, max(1, parties), p.ownership)
    if parties > 1:
        chance = 1.0 - (1.0 - chance) * (1.0 - appointed)
    return chance


@compiled
def go_without_owner(
    case: Row, neighbourhood: Row, tally: Row, weight: float, p: Parameters
) -> None:
    """Another week in which the whole question is nobody's; after long, it is heard above."""
    case.ownerless += np.uint16(1)
    if has_several(case):
        tally.ownerless_several += weight
        if case.ownerless == np.uint16(p.ownership.long):
            neighbourhood.items[2] += np.float32(weight)
    else:
        tally.ownerless_single += weight


@compiled
def is_up_for_talk(case: Row, parties: int) -> bool:
    """Whether helpers who each go their own way, with an owner, talk this week about one plan."""
    if parties < 2:
        case.form = np.uint8(SINGLE)
    elif case.form == SINGLE:
        case.form, case.decided = np.uint8(PARALLEL), np.uint8(0)
    if case.decided > 0:
        case.decided -= np.uint8(1)
    return case.form == PARALLEL and case.owned != 0 and case.decided == 0


@compiled
def has_several(case: Row) -> bool:
    """Whether a case holds needs in more than one domain."""
    bits = case.domains
    return bits & (bits - 1) != 0


@compiled
def choose_form(
    case: Row,
    parties: int,
    pooled: float,
    residents: Table,
    around: tuple[Table, Table, Table, Table],
    neighbourhood: Row,
    p: Parameters,
) -> None:
    """Joint when every party sees an advantage and the holder has time for it; else parallel.

    ``around`` are the tables of actors, pairs, organisations and contracts.
    """
    actors, pairs, organisations, contracts = around
    weight = neighbourhood.weight
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == NOT_ASKED:
            continue
        trusting = trust_in_others(case, domain, actors, pairs, contracts, weight, p)
        sees = sees_in_it(case, domain, pooled, trusting, residents, actors, organisations, p)
        if sees < 0.0:
            neighbourhood.items[0] += np.float32(weight)
            return
    if not joining.all_put_in_enough(case, actors, organisations, p):
        return
    holder = actors[case.holder]
    each = helping.coordination(parties, p.helping) / parties * weight
    if each <= holder.slack + max(0.0, holder.capacity - holder.committed):
        case.form = np.uint8(JOINT)
        case.joined = np.uint8(1)


@compiled
def sees_in_it(
    case: Row,
    domain: int,
    pooled: float,
    trusting: float,
    residents: Table,
    actors: Table,
    organisations: Table,
    p: Parameters,
) -> float:
    """What the organisation behind one helper sees in a joint plan, per euro of its cost."""
    actor = actors[case.worker[domain]]
    budget = BUDGET_OF_ORGANISATION[actor.organisation]
    own_hours, levels, credited, alike = 0.0, 0.0, 0.0, 0
    seen = 0
    for other in range(DOMAIN_COUNT):
        if case.stage[other] == NOT_ASKED:
            continue
        level = float(placing.highest_known(residents, case, other))
        party = actors[case.worker[other]].organisation
        own_hours += level if party == actor.organisation else 0.0
        levels += level
        credited += level if BUDGET_OF_DOMAIN[other] == budget else 0.0
        if BUDGET_OF_ORGANISATION[party] == budget and not seen & (1 << party):
            alike += 1
        seen |= 1 << party
    if levels == 0.0:
        return 0.0
    close = pockets.close(vision.distance(actor.vision, actors[case.holder].vision), p.pockets)
    whole = repertoire.brings(actor, repertoire.WHOLE, p.repertoire)
    return pockets.advantage(
        pooled,
        organisations[actor.organisation].expected_saving,
        credited / levels / max(1, alike),
        own_hours / levels,
        p.pockets.admin,
        p.pockets.risk * (1.0 - trusting),
        p.pockets.drive * actor.drive * close * math.exp(whole),
    )


@compiled
def say_over_budgets(contracts: Table, p: Parameters) -> float:
    """The share of budgets that facilitators with a say over them bring together."""
    say = 0.0
    for seat in range(SEATS):
        terms = p.facilitator if seat == 0 else p.second_facilitator
        if contracts[seat].hours > 0.0:
            say = max(say, contract.has_budget_say(terms.mandate) * p.pockets.facilitator_pools)
    return say


@compiled
def trust_in_others(
    case: Row,
    domain: int,
    actors: Table,
    pairs: Table,
    contracts: Table,
    weight: float,
    p: Parameters,
) -> float:
    """Mean trust of one helper in the other helpers, with a facilitator's word where there is."""
    own = case.worker[domain]
    total, count = 0.0, 0
    for other in range(DOMAIN_COUNT):
        if case.stage[other] == NOT_ASKED or case.worker[other] == own:
            continue
        total += with_voucher(own, case.worker[other], actors, pairs, contracts, weight, p)
        count += 1
    return total / count if count > 0 else 1.0


@compiled
def with_voucher(
    i: int, j: int, actors: Table, pairs: Table, contracts: Table, weight: float, p: Parameters
) -> float:
    """Trust of i in j, moved by what facilitators say of j in so far as there is time to ask."""
    trust = float(pairs[i, j].trust)
    if actors[i].organisation == actors[j].organisation:
        return trust  # of a colleague nobody asks an outsider
    asked = np.float32(0.0)
    for seat in range(SEATS):
        agreed = contracts[seat]
        if agreed.connecting_hours > 0.0:
            agreed.vouches += np.float32(weight)
            asked = np.float32(1.0)
            word = weight_of_word(i, j, seat, actors, pairs, contracts, p)
            trust = credibility.vouched(trust, float(pairs[agreed.actor, j].trust), word)
    pairs[i, j].vouched += asked
    return trust


@compiled
def weight_of_word(
    i: int, j: int, seat: int, actors: Table, pairs: Table, contracts: Table, p: Parameters
) -> float:
    """How much what one facilitator says of j weighs with i, in so far as there is time to ask."""
    f = contracts[seat].actor
    terms = p.facilitator if seat == 0 else p.second_facilitator
    cares_i = credibility.cares(paid_by(actors, i, terms), p.credibility)
    cares_j = credibility.cares(paid_by(actors, j, terms), p.credibility)
    believes = credibility.believed(cares_i, cares_j, terms.pay_per_agreement, p.credibility)
    credible = credibility.credible(pairs[i, f].trust, pairs[i, f].conflict)
    knows, tie = float(pairs[f, j].strength), float(pairs[i, j].strength)
    word = credibility.weight_of_word(believes, credible, knows, tie, p.credibility)
    return contracts[seat].vouching * word


@compiled
def remember_words(
    actors: Table, pairs: Table, contracts: Table, weight: float, p: Parameters
) -> None:
    """Trust stays moved by what was said, until experience says otherwise.

    Written down when all have asked, so that nobody's row decides what another hears.
    """
    if contracts[0].connecting_hours <= 0.0 and contracts[1].connecting_hours <= 0.0:
        return
    for i in range(len(actors)):
        for j in range(len(actors)):
            pair = pairs[i, j]
            if pair.vouched <= 0.0:
                continue
            asked = weight * pair.vouched / max(1.0, actors[i].colleagues)
            for seat in range(SEATS):
                if contracts[seat].connecting_hours > 0.0:
                    said = float(pairs[contracts[seat].actor, j].trust)
                    word = weight_of_word(i, j, seat, actors, pairs, contracts, p)
                    stays = 1.0 - (1.0 - word) ** asked
                    pair.trust = np.float32(credibility.vouched(float(pair.trust), said, stays))
            pair.vouched = np.float32(0.0)


@compiled
def paid_by(actors: Table, row: int, terms: ContractParameters) -> float:
    """The share of a facilitator's income that the payer of this actor's organisation controls."""
    budget = BUDGET_OF_ORGANISATION[actors[row].organisation]
    if budget < 4:
        return contract.depends(terms.paid_by_municipality, terms.other_clients)
    if budget == 4:
        return contract.depends(terms.paid_by_insurer, terms.other_clients)
    return contract.depends(terms.paid_by_organisations, terms.other_clients)
