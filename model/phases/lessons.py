"""Phases 4 and 8: learning. Hours for it, and once in four weeks what it changes."""

from __future__ import annotations

import math

import numpy as np

from model.chance import CODE, LEARNT, REALITY, draw
from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import at_tables, experts
from model.processes.facilitators import attention
from model.processes.organisations import learning, mapping
from model.processes.organisations.learning import LearningParameters
from model.processes.professionals import dialogue, repertoire
from model.state.axes import BOARD, PRACTICE_COUNT, PROFESSIONAL, TEAM
from model.state.kinds import Numbers, Row, Table
from model.state.state import State

MONTHS = 12.0
BY_DOING, IN_NETWORK, ACTING = 30, 60, 90
"""Where numbers of draws begin: finding out by doing, lessons of a network, acting either way."""


@compiled
def set_aside(state: State, p: Parameters, week: int) -> None:
    """Hours a week that professionals keep apart.

    To look back, for a learning network, to talk about vision, to write down who does what, and to
    sit at tables.
    """
    joined = members_of(state.actors, p.learning)
    for row in range(len(state.actors)):
        actor = state.actors[row]
        actor.aside = np.float32(0.0)
        if actor.role == PROFESSIONAL and actor.vacant == 0:
            each = p.learning.reflection * actor.colleagues
            each += dialogue.hours_a_week(actor.colleagues, MONTH, p.dialogue)
            each += mapping.hours_this_week(week, actor.colleagues, p.mapping)
            each += at_tables.hours_of(state, actor, p)
            actor.aside = np.float32(each + joined[row] * p.learning.time / MONTH)


@compiled
def members_of(actors: Table, p: LearningParameters) -> Numbers:
    """1 for each professional in the learning network: first the team's, then all in turn.

    Where an organisation has nobody left to send, the next one does.
    """
    joined = np.zeros(len(actors))
    for number in range(int(p.network)):
        from_team = number + 0.5 < p.network * (1.0 - p.mix)
        first = TEAM if from_team else number % BOARD
        for turn in range(BOARD):
            row = not_yet(actors, joined, (first + turn) % BOARD)
            if row >= 0:
                joined[row] = 1.0
                break
    return joined


@compiled
def not_yet(actors: Table, joined: Numbers, organisation: int) -> int:
    """The first professional of an organisation who has not joined yet, or -1."""
    for row in range(len(actors)):
        free = actors[row].role == PROFESSIONAL and joined[row] == 0.0
        if free and actors[row].organisation == organisation:
            return row
    return -1


@compiled
def learn(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A month of learning: all read what was done and written before anybody changes it."""
    actors, reality = state.actors, state.neighbourhoods[0].reality
    change(reality, week, key, p.learning)
    done = np.zeros((len(actors), PRACTICE_COUNT), dtype=np.int8)
    suited = np.full(len(actors), -1.0)
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role != PROFESSIONAL or actor.vacant > 0:
            continue
        for one in range(PRACTICE_COUNT):
            own = actor.practices[one]
            # who has a habit needs no luck
            even = draw(key, actor.id, week, LEARNT, ACTING + one) if own == 0 else 0.0
            done[row, one] = np.int8(learning.acts(own, even))
        suited[row] = learning.suits(done[row], reality)
    for row in range(len(actors)):
        if suited[row] >= 0.0:
            code = state.organisations[actors[row].organisation].code
            take_over_and_try(actors[row], code, reality, week, key, p)
    members = members_of(actors, p.learning) * (suited >= 0.0)
    learn_in_network(state, members, done, suited, week, key, p)
    for row in range(BOARD):
        code, own = state.organisations[row].code, np.zeros(len(actors))
        for one in range(len(actors)):
            own[one] = 1.0 if actors[one].organisation == row else 0.0
        rewrite(code, done, own, suited, reality, row, week, key, p.learning)
    for actor in actors:
        if actor.role == PROFESSIONAL:
            actor.suited = np.float32(learning.suits(actor.practices, reality))


@compiled
def change(reality: Numbers, week: int, key: Numbers, p: LearningParameters) -> None:
    """What suits in a neighbourhood changes now and then, one situation at a time."""
    for one in range(PRACTICE_COUNT):
        if draw(key, 0, week, REALITY, one) < p.changing / MONTHS:
            reality[one] = np.int8(-reality[one])


@compiled
def take_over_and_try(
    actor: Row, code: Numbers, reality: Numbers, week: int, key: Numbers, p: Parameters
) -> None:
    """What somebody does a month later: some taken over from the own organisation, some tried."""
    own_way = math.exp(-repertoire.takes(actor, repertoire.PASSION, p.repertoire))
    socialise(actor.practices, code, own_way * p.learning.taking_over, actor.id, week, key)
    busy = min(1.0, actor.committed / max(1e-9, float(actor.capacity)))
    chance = learning.finds_out(busy, p.learning)
    for one in range(PRACTICE_COUNT):
        even = draw(key, actor.id, week, LEARNT, BY_DOING + one)
        if even < chance:
            right = even < p.learning.right * chance
            lesson = reality[one] if right else -reality[one]
            actor.practices[one] = np.int8(learning.adopted(actor.practices[one], lesson, 0.0, 1.0))


@compiled
def socialise(
    practices: Numbers, code: Numbers, chance: float, who: int, week: int, key: Numbers
) -> None:
    """Steps of one person towards a code, each with the same chance."""
    for one in range(PRACTICE_COUNT):
        if code[one] != 0 and code[one] != practices[one]:
            even = draw(key, who, week, LEARNT, one)
            practices[one] = np.int8(learning.adopted(practices[one], code[one], even, chance))


@compiled
def rewrite(
    code: Numbers,
    done: Numbers,
    members: Numbers,
    suited: Numbers,
    reality: Numbers,
    who: int,
    week: int,
    key: Numbers,
    p: LearningParameters,
) -> None:
    """A code a month later: the majority of those members who do better than it."""
    own, balance = learning.suits(code, reality), np.zeros(PRACTICE_COUNT, dtype=np.int64)
    for row in range(len(done)):
        if members[row] > 0.0 and suited[row] > own:
            for one in range(PRACTICE_COUNT):
                balance[one] += done[row, one]
    for one in range(PRACTICE_COUNT):
        if balance[one] != 0:
            even = draw(key, who, week, CODE, one)
            code[one] = np.int8(learning.rewritten(code[one], balance[one], even, p))


@compiled
def learn_in_network(
    state: State,
    members: Numbers,
    done: Numbers,
    suited: Numbers,
    week: int,
    key: Numbers,
    p: Parameters,
) -> None:
    """Members of a learning network bring home part of its lessons, and get to know each other."""
    count = int(members.sum())
    if count == 0:
        return
    reality, code = state.neighbourhoods[0].reality, state.tables[0].code
    worst = done_worst(done, members, reality)
    hours = float(state.contracts[0].guiding + state.contracts[1].guiding)
    guided = attention.guides(hours, count, p.attention)
    said, sitting, worth = experts.sit_in(done, members, suited, reality, week, key, p)
    size = count + len(said) - len(done)
    chance = learning.brought_home(size, p.learning.time, p.learning, guided)
    for row in range(len(state.actors)):
        if members[row] == 0.0:
            continue
        actor = state.actors[row]
        for one in range(PRACTICE_COUNT):
            even = draw(key, actor.id, week, LEARNT, IN_NETWORK + one)
            lesson = chance * learning.attended(worst[one], p.learning)
            actor.practices[one] = np.int8(
                learning.adopted(actor.practices[one], code[one], even, lesson)
            )
    rewrite(code, said, sitting, worth, reality, BOARD, week, key, p.learning)
    spend_time(state, members, p.learning.time / max(1, count - 1))


@compiled
def done_worst(done: Numbers, members: Numbers, reality: Numbers) -> Numbers:
    """True for the situations in which fewest members do what suits."""
    right = np.zeros(PRACTICE_COUNT)
    for one in range(PRACTICE_COUNT):
        for row in range(len(done)):
            if members[row] > 0.0 and done[row, one] == reality[one]:
                right[one] += 1.0
        right[one] += one / 1000.0  # of equals the first
    limit = np.sort(right)[learning.ASKED_ABOUT]
    return right < limit


@compiled
def spend_time(state: State, members: Numbers, hours: float) -> None:
    """Hours that each two members have of each other, shared by the people in a seat."""
    for i in range(len(members)):
        for j in range(len(members)):
            if i != j and members[i] > 0.0 and members[j] > 0.0:
                one, other = state.actors[i], state.actors[j]
                people = max(1.0, max(one.colleagues, other.colleagues))
                add(state.pairs[i, j], hours / people)


@compiled
def add(pair: Row, hours: float) -> None:
    """More hours together this month, of one side of a pair."""
    pair.together += np.float32(hours)
