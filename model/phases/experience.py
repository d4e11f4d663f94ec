"""Phase 8: experience, every four weeks. Promises kept and broken, and whom to believe."""

from __future__ import annotations

import numpy as np

from model.chance import FACILITATOR as FACILITATORS_PROMISE
from model.chance import PROMISE, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.facilitators import attention, contract, credibility
from model.processes.facilitators.contract import ContractParameters
from model.processes.professionals import trust
from model.processes.residents import helping
from model.state.axes import BUDGET_OF_ORGANISATION, DOMAIN_COUNT, PROFESSIONAL, SEATS
from model.state.kinds import Numbers, Row
from model.state.state import State
from model.state.tables import HELPING, JOINT, OPEN

MINOR = 0.5


@compiled
def learn(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A month of experience with each other."""
    work_together(state, p, week, key)
    trust.month(state.actors, state.pairs, p.trust)
    for seat in range(SEATS):
        judge_facilitator(state, seat, p, week, key)


@compiled
def work_together(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """In joint plans people spend hours together, and see whether the other delivers."""
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN or case.form != JOINT:
            continue
        for first in range(DOMAIN_COUNT):
            if case.stage[first] != HELPING:
                continue
            for second in range(DOMAIN_COUNT):
                if case.stage[second] != HELPING or case.worker[first] == case.worker[second]:
                    continue
                if not helping.first_of_worker(case, first):
                    continue
                if not helping.first_of_worker(case, second):
                    continue
                i, j = case.worker[first], case.worker[second]
                state.pairs[i, j].together += np.float32(
                    p.helping.linking + p.helping.meeting / 2.0
                )
                delivers(state, case, i, j, second, p, week, key)


@compiled
def delivers(
    state: State, case: Row, i: int, j: int, domain: int, p: Parameters, week: int, key: Numbers
) -> None:
    """Whether j, in the eyes of i, delivered this month what was promised for this need."""
    ratio = state.organisations[state.actors[j].organisation].ratio
    who = state.residents[case.start].id
    even = draw(key, who, week, PROMISE, domain)
    trust.experience(state.pairs[i, j], even < ratio, MINOR, p.trust.explained, p.trust)


@compiled
def judge_facilitator(state: State, seat: int, p: Parameters, week: int, key: Numbers) -> None:
    """What each actor learns of a facilitator: promises kept, and whom the agenda served."""
    agreed = state.contracts[seat]
    if agreed.hours <= 0.0:
        return
    terms = p.facilitator if seat == 0 else p.second_facilitator
    f = agreed.actor
    keeps = attention.keeps_promise(agreed.queue, agreed.hours)
    # whoever pays sits on the board of those who decide: what matters is time given to it
    depends = contract.depends(1.0, terms.other_clients)
    agreed.served_payer = np.float32(depends * terms.board)
    favoured = credibility.favour(float(agreed.served_payer), depends * p.credibility.due)
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
        # those who decide are not put off by time that was given to them
        seen = favoured if state.actors[i].role == PROFESSIONAL else 0.0
        pair.conflict = np.float32(credibility.learned(pair.conflict, prior, seen, p.credibility))


@compiled
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


@compiled
def suspicion(state: State, row: int, terms: ContractParameters, p: Parameters) -> float:
    """What is at stake now between this actor and who pays the facilitator, 0 to 1."""
    actor = state.actors[row]
    stake = state.organisations[actor.organisation].opposition
    insured = BUDGET_OF_ORGANISATION[actor.organisation] == 4
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
