"""Phase 8: experience, every four weeks. Promises kept and broken, and whom to believe."""

from __future__ import annotations

import numpy as np

from model.chance import FACILITATOR as FACILITATORS_PROMISE
from model.chance import PROMISE, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import posts, side_by_side, teams, telling
from model.processes.facilitators import attention, contract, credibility
from model.processes.facilitators.contract import ContractParameters
from model.processes.organisations import informing, pockets
from model.processes.professionals import trust
from model.processes.residents import helping
from model.state import events
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL, SEATS
from model.state.kinds import Numbers, Row
from model.state.posts import budget_of
from model.state.state import State
from model.state.tables import HELPING, JOINT, OPEN


@compiled
def learn(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A month of experience with each other."""
    work_together(state, p, week, key)
    teams.get_acquainted(state, p)
    side_by_side.get_to_know(state, p)
    neighbourhood = state.neighbourhoods[0]
    explained = informing.explained(p.trust.explained, float(neighbourhood.informed))
    trust.month(state.actors, state.pairs, neighbourhood.weight, explained, p.trust)
    learn_savings(state, p)
    for seat in range(SEATS):
        judge_facilitator(state, seat, p, week, key)


@compiled
def work_together(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """In joint plans people spend hours together, and see whether the other delivers."""
    residents, cases, actors, pairs = state.residents, state.cases, state.actors, state.pairs
    weight = state.neighbourhoods[0].weight
    hours = weight * (p.helping.linking + p.helping.meeting / 2.0)
    for number in range(state.neighbourhoods[0].active):
        case = cases[state.active[number]]
        if case.mode != OPEN or case.form != JOINT:
            continue
        who = residents[case.start].id
        for first in range(DOMAIN_COUNT):
            if case.stage[first] != HELPING or not helping.first_of_worker(case, first):
                continue
            for second in range(DOMAIN_COUNT):
                if case.stage[second] != HELPING or case.worker[first] == case.worker[second]:
                    continue
                if not helping.first_of_worker(case, second):
                    continue
                i, j = case.worker[first], case.worker[second]
                people = max(1.0, max(actors[i].colleagues, actors[j].colleagues))
                pairs[i, j].together += np.float32(hours / people)
                # whether j, in the eyes of i, delivered this month what was promised
                even = draw(key, who, week, PROMISE, second)
                kept = even < state.organisations[actors[j].organisation].ratio
                if kept:
                    pairs[i, j].kept += np.float32(p.trust.delivery)
                else:
                    pairs[i, j].broken += np.float32(p.trust.delivery)
                if len(state.log) > 0:
                    kind = events.PROMISE_KEPT if kept else events.PROMISE_BROKEN
                    reason = events.DELIVERY
                    telling.of_case(state, case, kind, reason, second, int(i), int(j), 0.0)


@compiled
def learn_savings(state: State, p: Parameters) -> None:
    """Organisations expect of the next joint plan what those that ended this month left undone.

    Each plan is seen by the people who were in it, so what an organisation expects as a whole
    moves with the number of plans for each post.
    """
    for row in range(len(state.organisations)):
        organisation = state.organisations[row]
        if organisation.finished <= 0.0:
            continue
        posts = 0.0
        for actor in state.actors:
            if actor.role == PROFESSIONAL and actor.organisation == row:
                posts += actor.colleagues
        realised = pockets.realised(organisation.left / organisation.finished, p.pockets)
        plans = organisation.finished / max(1.0, posts)
        organisation.expected_saving = np.float32(
            pockets.learned(organisation.expected_saving, realised, plans, p.pockets)
        )
        organisation.finished, organisation.left = 0.0, 0.0


@compiled
def judge_facilitator(state: State, seat: int, p: Parameters, week: int, key: Numbers) -> None:
    """What each actor learns of a facilitator: promises kept, and whom the agenda served."""
    agreed = state.contracts[seat]
    if agreed.hours <= 0.0:
        return
    terms = p.facilitator if seat == 0 else p.second_facilitator
    f = agreed.actor
    keeps = attention.keeps_promise(agreed.queue, agreed.hours)
    by_board, by_organisations = served(agreed, terms, p)
    agreed.served_payer = np.float32(max(by_board, by_organisations))
    for i in range(len(state.actors)):
        if i == f:
            continue
        pair = state.pairs[i, f]
        if pair.strength > p.credibility.acquainted:
            even = draw(key, state.actors[i].id, week, FACILITATORS_PROMISE, seat)
            stake = p.credibility.promise * pair.strength
            explained = max(p.trust.explained, p.credibility.announced * agreed.timeliness)
            trust.experience(pair, even < keeps, stake, explained, p.trust)
        judged_by_facilitator(state, seat, i, p, week, key)
        prior = suspicion(state, i, terms, p)
        # nobody is put off by time that was given to those who sit beside them
        seen = by_board if state.actors[i].role == PROFESSIONAL else by_organisations
        pair.conflict = np.float32(credibility.learned(pair.conflict, prior, seen, p.credibility))


@compiled
def served(agreed: Row, terms: ContractParameters, p: Parameters) -> tuple[float, float]:
    """Favour that an agenda shows to payers who decide, and to organisations that pay.

    Municipality and insurer sit on the board of those who decide, so they get the hours spent
    there; organisations get the hours of answering and connecting. Each is due a part of what it
    pays for.
    """
    hours = float(agreed.hours)
    board = agreed.board_hours / hours
    among = (agreed.connecting_hours + agreed.answered) / hours
    deciding = contract.depends(terms.paid_by_municipality, terms.other_clients)
    deciding += contract.depends(terms.paid_by_insurer, terms.other_clients)
    organised = contract.depends(terms.paid_by_organisations, terms.other_clients)
    return (
        credibility.favour(deciding * board, deciding * p.credibility.due),
        credibility.favour(organised * among, organised * p.credibility.due),
    )


@inlined
def judged_by_facilitator(
    state: State, seat: int, j: int, p: Parameters, week: int, key: Numbers
) -> None:
    """What a facilitator learns of a professional: whether the promised hours are delivered.

    Out of this comes what it says when it is asked about j.
    """
    pair = state.pairs[state.contracts[seat].actor, j]
    actor = state.actors[j]
    if actor.role != PROFESSIONAL or pair.strength <= p.credibility.acquainted:
        return
    even = draw(key, actor.id, week, FACILITATORS_PROMISE, SEATS + seat)
    kept = even < state.organisations[actor.organisation].ratio
    stake = p.credibility.promise * pair.strength
    trust.experience(pair, kept, stake, p.trust.explained, p.trust)


@inlined
def suspicion(state: State, row: int, terms: ContractParameters, p: Parameters) -> float:
    """What is at stake now between this actor and who pays the facilitator, 0 to 1."""
    actor = state.actors[row]
    stake = posts.stake_of(actor, state.organisations)
    insured = budget_of(actor) == 4
    if actor.role == PROFESSIONAL and not insured:
        stake = max(stake, min(1.0, max(0.0, float(state.municipalities[0].overspend))))
    return p.credibility.suspicion * credibility.suspected(
        contract.depends(terms.paid_by_municipality, terms.other_clients),
        contract.depends(terms.paid_by_insurer, terms.other_clients),
        contract.depends(terms.paid_by_organisations, terms.other_clients),
        0.0 if insured else stake,
        stake if insured else 0.0,
        p.credibility.jointly,
    )
