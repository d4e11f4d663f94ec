"""Phase 6, second half: whose move it is, who pays, and which form the plan takes."""

from __future__ import annotations

import math

import numpy as np

from model.chance import OWNERSHIP, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import aims, free_money, joining, leading, placing, telling, tenders, vouching
from model.processes.organisations import elsewhere, lead, mapping, ownership, pockets
from model.processes.professionals import repertoire, vision
from model.processes.residents import helping
from model.state import bits
from model.state.axes import DOMAIN_COUNT
from model.state.bits import LOWEST
from model.state.events import AGREED, COST, NO_TIME, NOBODY, NOTHING, RISK, SEAT, SPARING, TIME
from model.state.kinds import Numbers, Row, Table
from model.state.posts import budget_of, home_of, party_of
from model.state.state import State
from model.state.tables import JOINT, NOT_ASKED, OPEN, PARALLEL, SINGLE


@compiled
def decide(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """For every open case: helpers for new needs, an owner, and a form for the plan.

    All read the time that holders had when the week began, so no case is favoured by its row.
    """
    residents, cases, tallies, active = state.residents, state.cases, state.tally, state.active
    actors, pairs, organisations = state.actors, state.pairs, state.organisations
    contracts, neighbourhood = state.contracts, state.neighbourhoods[0]
    around = (actors, pairs, organisations, contracts)
    agreed = state.municipalities[0].agreement
    weight, tells, free = neighbourhood.weight, len(state.log) > 0, free_hours(actors)
    ownerless = 0.0
    clear = ownership.clarity(agreed, p.ownership)
    pooled = tenders.pooled_here(agreed, organisations, contracts, p)
    appointed = min(1.0, neighbourhood.appointing / max(1.0, neighbourhood.ownerless))
    for number in range(neighbourhood.active):
        row = active[number]
        case = cases[row]
        if case.mode != OPEN:
            continue
        tally = tallies[case.cell]
        if placing.has_unplaced(case):
            needs = telling.unplaced(state, case) if tells else 0
            placing.place_all(case, residents, actors, pairs, tally, weight, week, key, p)
            if needs:
                telling.placed(state, case, needs)
        parties = count_parties(case, actors)
        if case.owned == 0:
            ownerless += weight if parties > 1 else 0.0
            seen = mapping.clearer(clear, float(actors[case.holder].overview), p.mapping)
            if not finds_owner(state, case, parties, (seen, appointed), free, week, key, p):
                go_without_owner(case, neighbourhood, tally, weight, p)
        if is_up_for_talk(case, parties):
            case.decided = np.uint8(p.pockets.again)
            against = choose_form(case, parties, pooled, free, residents, around, neighbourhood, p)
            if case.form == JOINT:
                free_money.spend(state, case, p)
            aims.began(case, against, tally, weight)
            if tells:
                telling.form(state, case, parties, against)
    neighbourhood.ownerless = np.float32(ownerless)
    vouching.remember_words(actors, pairs, contracts, weight, p)


@compiled
def free_hours(actors: Table) -> Numbers:
    """Hours a week that each has left before anybody decides, by actor."""
    free = np.empty(len(actors))
    for row in range(len(actors)):
        actor = actors[row]
        free[row] = actor.slack + max(0.0, float(actor.capacity - actor.committed))
    return free


@inlined
def count_parties(case: Row, actors: Table) -> int:
    """Organisations that help or were asked to help in this case."""
    seen, count, left = 0, 0, bits.asked(case)
    if left and not bits.several(left):
        return 1
    while left:
        domain, left = LOWEST[left], left & (left - 1)
        bit = 1 << party_of(actors[case.worker[domain]])
        count += 0 if seen & bit else 1
        seen |= bit
    return count


@compiled
def finds_owner(
    state: State,
    case: Row,
    parties: int,
    chances: tuple[float, float],
    free: Numbers,
    week: int,
    key: Numbers,
    p: Parameters,
) -> bool:
    """Whether the whole question is somebody's from this week on, as was agreed or by oneself.

    ``chances`` are how clear it is who does what, and the chance to be appointed.
    """
    clear, appointed = chances
    who = state.residents[case.start].id
    even = draw(key, who, week, OWNERSHIP)
    way = leading.way_of(who, parties, key, p)
    if way == lead.OPEN_TO_ALL:
        found = even < chance_of_owner(parties, clear, appointed, p)
        leader = int(case.holder) if found else NOBODY
    else:
        leader = leading.who_leads(state, case, way, appointed, even, free, key, p)
    if leader < 0:
        return False
    case.owned = np.uint8(1)
    leading.take_over(state, case, leader, week, key, p)
    telling.owned(state, case, even, parties, clear, way != lead.OPEN_TO_ALL, p)
    return True


@inlined
def chance_of_owner(parties: int, clear: float, appointed: float, p: Parameters) -> float:
    """The chance that somebody takes the whole question this week, by oneself or appointed."""
    chance = ownership.taken(clear, max(1, parties), p.ownership)
    if parties > 1:
        chance = 1.0 - (1.0 - chance) * (1.0 - appointed)
    return chance


@inlined
def go_without_owner(
    case: Row, neighbourhood: Row, tally: Row, weight: float, p: Parameters
) -> None:
    """Another week in which the whole question is nobody's; after long, it is heard above."""
    case.ownerless += np.uint16(1)
    if placing.has_several(case):
        tally.ownerless_several += weight
        if case.ownerless == np.uint16(p.ownership.long):
            neighbourhood.items[2] += np.float32(weight)
    else:
        tally.ownerless_single += weight


@inlined
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
def choose_form(
    case: Row,
    parties: int,
    pooled: Numbers,
    free: Numbers,
    residents: Table,
    around: tuple[Table, Table, Table, Table],
    neighbourhood: Row,
    p: Parameters,
) -> tuple[int, int]:
    """Joint when every party sees an advantage and the holder has time for it; else parallel.

    ``pooled`` is the share of the pot by organisation, ``free`` are hours a week that each had when
    the week began; ``around`` are the tables of actors, pairs, organisations and contracts.
    Returns who was against it (a domain, NOBODY or NO_TIME), and why; with NOBODY, whether it is
    only because of what boards agreed.
    """
    actors, pairs, organisations, contracts = around
    weight, began = neighbourhood.weight, NOTHING
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == NOT_ASKED:
            continue
        trusting = trust_in_others(case, domain, actors, pairs, contracts, weight, p)
        party = actors[case.worker[domain]].organisation
        shared = pooled[party]
        sees = sees_in_it(case, domain, shared, trusting, residents, actors, organisations, p)
        stance = organisations[party].stance
        if not pockets.joins(stance, sees):
            neighbourhood.items[0] += np.float32(weight)
            return domain, why_not(stance, sees + p.pockets.risk * (1.0 - trusting))
        bare = tenders.pooled_of(organisations[party], 0.0, p)
        if bare < shared and began == NOTHING:
            alone = sees_in_it(case, domain, bare, trusting, residents, actors, organisations, p)
            began = NOTHING if pockets.joins(stance, alone) else AGREED
    sparing = joining.who_puts_in_too_little(case, actors, organisations, p)
    if sparing != NOBODY:
        return sparing, SPARING
    each = helping.coordination(parties, p.helping) / parties * weight
    if each <= free[case.holder]:
        case.form = np.uint8(JOINT)
        case.joined = np.uint8(1)
        return NOBODY, began
    return NO_TIME, TIME


@compiled
def why_not(stance: int, with_full_trust: float) -> int:
    """Why a party is against: it was told to be, the cost, or the risk of trusting others."""
    if stance != 0:
        return SEAT
    return COST if with_full_trust < 0.0 else RISK


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
    organisation = organisations[actor.organisation]
    own_party, budget = home_of(actor), budget_of(actor)
    own_hours, levels, credited, alike = 0.0, 0.0, 0.0, 0
    seen = 0
    for other in range(DOMAIN_COUNT):
        if case.stage[other] == NOT_ASKED:
            continue
        level = float(placing.highest_known(residents, case, other))
        party = home_of(actors[case.worker[other]])
        own_hours += level if party == own_party else 0.0
        levels += level
        credited += level * counts_on(other, budget, p)
        if budget_of(actors[case.worker[other]]) == budget and not seen & (1 << party):
            alike += 1
        seen |= 1 << party
    if levels == 0.0:
        return 0.0
    close = pockets.close(vision.distance(actor.vision, actors[case.holder].vision), p.pockets)
    whole = repertoire.brings(actor, repertoire.WHOLE, p.repertoire)
    share, own_cost = credited / levels / max(1, alike), own_hours / levels
    return pockets.advantage(
        pooled,
        organisation.expected_saving,
        pockets.after_return(share, own_cost, tenders.returned_of(organisation, p)),
        own_cost,
        p.pockets.admin,
        p.pockets.risk * (1.0 - trusting),
        p.pockets.drive * actor.drive * close * math.exp(whole),
    )


@inlined
def counts_on(domain: int, budget: int, p: Parameters) -> float:
    """The share of what a need may spare that an organisation counts on for its budget."""
    falls = elsewhere.falls_to(domain, budget, p.elsewhere)
    return elsewhere.believed(falls, domain, budget, p.elsewhere)


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
        total += vouching.with_voucher(own, case.worker[other], actors, pairs, contracts, weight, p)
        count += 1
    return total / count if count > 0 else 1.0
