"""Phases 4, 7 and 8: helpers of one household who have no joint plan, and call each other.

Pairs are counted over all households first, so that the order of households makes no difference
to a sum of hours.
"""

from __future__ import annotations

import numpy as np

from model.clock import MONTH
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.processes.professionals import alongside
from model.processes.residents import helping
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import HELPING, JOINT, OPEN


@compiled
def count_pairs(case: Row, pairs: Table, count: Numbers) -> None:
    """Each two who help here, into a matrix [actor, actor]; how well they know each other."""
    total, number = 0.0, 0
    for first in range(DOMAIN_COUNT):
        if case.stage[first] != HELPING or not helping.first_of_worker(case, first):
            continue
        for second in range(first):
            if case.stage[second] != HELPING or not helping.first_of_worker(case, second):
                continue
            i, j = case.worker[first], case.worker[second]
            count[min(i, j), max(i, j)] += 1.0
            total += tie(pairs, i, j)
            number += 1
    case.touch = np.float32(total / number if number > 0 else 0.0)


@inlined
def tie(pairs: Table, i: int, j: int) -> float:
    """How well two people know each other, over both."""
    return 0.5 * (float(pairs[i, j].strength) + float(pairs[j, i].strength))


@compiled
def spend(state: State, count: Numbers, p: Parameters) -> None:
    """Hours a week of calls, as coordination of both."""
    actors, weight = state.actors, state.neighbourhoods[0].weight
    for i in range(len(actors)):
        for j in range(i + 1, len(actors)):
            if count[i, j] > 0.0:
                hours = alongside.calls(tie(state.pairs, i, j), p.alongside) / MONTH
                actors[i].coordination += count[i, j] * hours * weight
                actors[j].coordination += count[i, j] * hours * weight


@compiled
def attending(case: Row, shares: Numbers, p: Parameters) -> float:
    """The share of help that a household takes up, with what its helpers settle in calls."""
    count = helping.demands(case)
    if case.form == JOINT or case.touch <= 0.0:
        return float(shares[count])
    left = alongside.demands(float(count), float(case.touch), p.alongside)
    return helping.attendance(left, p.helping)


@compiled
def get_to_know(state: State, p: Parameters) -> None:
    """A month in which calls made people know each other a little better."""
    if p.alongside.calling <= 0.0:
        return
    actors, pairs, weight = state.actors, state.pairs, state.neighbourhoods[0].weight
    count = np.zeros((len(actors), len(actors)))
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode == OPEN and case.form != JOINT and case.touch > 0.0:
            count_pairs(case, pairs, count)
    for i in range(len(actors)):
        for j in range(i + 1, len(actors)):
            if count[i, j] > 0.0:
                people = max(1.0, max(actors[i].colleagues, actors[j].colleagues))
                each = alongside.calls(tie(pairs, i, j), p.alongside) * weight / people
                pairs[i, j].together += np.float32(count[i, j] * each)
                pairs[j, i].together += np.float32(count[i, j] * each)
