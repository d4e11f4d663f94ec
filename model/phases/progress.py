"""Phases 4 and 8: what is seen of progress, and who is told what. Time for it, and what it does."""

from __future__ import annotations

import numpy as np

from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import entrance
from model.processes.facilitators import brokering
from model.processes.organisations import informing
from model.processes.professionals import small_wins
from model.processes.residents import helping
from model.state.axes import DOMAIN_COUNT, ORGANISATION_COUNT, PROFESSIONAL, SEATS
from model.state.kinds import Numbers, Row
from model.state.state import State
from model.state.tables import ASKED, HELPING, JOINT, OPEN, WAITING

HALF = 0.5
"""What usual progress weighs."""


@compiled
def take_time(state: State, p: Parameters) -> None:
    """Every agenda begins anew, with hours for celebrating and for telling those who wait."""
    celebrating = small_wins.celebrating_hours(p.small_wins)
    for actor in state.actors:
        actor.committed, actor.cases = 0.0, 0.0
        actor.coordination = celebrating * actor.colleagues if actor.role == PROFESSIONAL else 0.0
    if p.informing.residents > 0.0:
        tell_who_wait(state, p)


@compiled
def tell_who_wait(state: State, p: Parameters) -> None:
    """Hours to tell households that wait where they stand, of who is there at their gate."""
    weight = state.neighbourhoods[0].weight
    waiting, posts = np.zeros(ORGANISATION_COUNT), np.zeros(ORGANISATION_COUNT)
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == WAITING:
            waiting[case.gate] += weight
        elif case.mode == OPEN:
            for domain in range(DOMAIN_COUNT):
                if case.stage[domain] == ASKED:
                    waiting[state.actors[case.worker[domain]].organisation] += weight
    for actor in state.actors:
        if actor.role == PROFESSIONAL and actor.vacant == 0:
            posts[actor.organisation] += actor.colleagues
    for actor in state.actors:
        if actor.role == PROFESSIONAL and actor.vacant == 0:
            row = actor.organisation
            share = actor.colleagues / max(1e-9, posts[row])
            actor.coordination += share * informing.messages(float(waiting[row]), p.informing)


@compiled
def inform(state: State, p: Parameters) -> None:
    """How many hear in time what they must know, and the time that all of them read."""
    neighbourhood, posts = state.neighbourhoods[0], 0.0
    for actor in state.actors:
        if actor.role == PROFESSIONAL:
            posts += actor.colleagues
    missed = 1.0 - informing.read(posts, p.informing)
    hours = 0.0
    for seat in range(SEATS):
        agreed = state.contracts[seat]
        knows = brokering.heard_of(entrance.mean_tie(state, agreed.actor), p.brokering)
        missed *= 1.0 - informing.told(float(agreed.telling), posts, knows, p.informing)
        hours += agreed.telling
    neighbourhood.told_on_purpose = np.float32(hours)
    neighbourhood.informed = np.float32(1.0 - missed)
    neighbourhood.reading = np.float32(informing.reading_hours(posts, p.informing))
    state.system[0].informed += 1.0 - missed


@compiled
def judge(state: State, p: Parameters) -> None:
    """What a month of joint plans does to the heart of those who work in them, and of all others.

    Progress in all plans is found before anybody judges, because celebrations show all of it.
    """
    actors, neighbourhood, few = state.actors, state.neighbourhoods[0], p.small_wins
    common = seen_in_all(state, p)
    if neighbourhood.shown == 0.0:
        neighbourhood.shown = np.float32(few.usual)
    shown = small_wins.judged(float(neighbourhood.shown), common, MONTH, few.patience)
    neighbourhood.shown = np.float32(shown)
    plans, weights = np.zeros(len(actors)), np.zeros(len(actors))
    for number in range(neighbourhood.active):
        case = state.cases[state.active[number]]
        if case.mode == OPEN and case.form == JOINT:
            judge_one(case, common, plans, weights, p)
        else:
            case.judged, case.judged_usual = np.float32(0.0), np.float32(0.0)
        case.progress = np.float32(0.0)
    of_others = small_wins.shown(few) * (small_wins.weighs(shown, few.usual) - HALF)
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role == PROFESSIONAL:
            weight = weights[row] / plans[row] if plans[row] > 0.0 else of_others
            actor.faith = np.float32(small_wins.faith(weight, shown, few))
            state.system[0].faith += actor.faith * actor.colleagues
            state.system[0].posts += actor.colleagues


@compiled
def seen_in_all(state: State, p: Parameters) -> float:
    """Mean progress that can be seen this month in all joint plans, 0 where there are none."""
    total, count = 0.0, 0.0
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == OPEN and case.form == JOINT:
            total += small_wins.visible(float(case.progress), coming(case), p.small_wins)
            count += 1.0
    return total / max(1.0, count)


@compiled
def coming(case: Row) -> float:
    """Levels that help may be expected to take away in a month, as it is now."""
    total = 0.0
    for domain in range(DOMAIN_COUNT):
        total += MONTH * case.relief[domain]
    return total


@compiled
def judge_one(case: Row, common: float, plans: Numbers, weights: Numbers, p: Parameters) -> None:
    """One joint plan as its helpers judge it, against how they would as things are usually."""
    few = p.small_wins
    if case.judged_usual == 0.0:
        case.judged, case.judged_usual = np.float32(few.usual), np.float32(few.usual)
    eased, reach = float(case.progress), small_wins.shown(few)
    seen = (1.0 - reach) * small_wins.visible(eased, coming(case), few) + reach * common
    now = small_wins.judged(float(case.judged), seen, MONTH, few.patience)
    then = small_wins.judged(float(case.judged_usual), eased, MONTH, few.usual_patience)
    case.judged, case.judged_usual = np.float32(now), np.float32(then)
    gained = small_wins.weighs(now, few.usual) - small_wins.weighs(then, few.usual)
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == HELPING and helping.first_of_worker(case, domain):
            plans[case.worker[domain]] += 1.0
            weights[case.worker[domain]] += gained
