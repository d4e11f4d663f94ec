"""A5: mutual learning of people and a code, as March described it, with the model's own months.

Fifty people, thirty situations, three hundred periods. Nobody learns by doing, nothing changes in
what suits, and there is no network: what is left are the two rules of his model, a step at a time.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import record
from experiments.validation.runs import Runs
from model.chance import LEARNT, NEWCOMER, TURNOVER, draw, key_of
from model.compiling import compiled
from model.phases import lessons
from model.processes.organisations import learning
from model.state.axes import PRACTICE_COUNT
from model.state.kinds import Numbers, Row

PEOPLE, PERIODS, BEFORE_TURNOVER = 50, 300, 20
GROUPS = 40


@compiled
def begin(practices: Numbers, row: int, period: int, key: Numbers) -> None:
    """Somebody new, who does anything."""
    for one in range(PRACTICE_COUNT):
        even = draw(key, row, period, NEWCOMER, one)
        practices[row, one] = np.int8(int(3.0 * even) - 1)


@compiled
def periods(
    practices: Numbers, code: Numbers, count: int, key: Numbers, numbers: Numbers, p: Row
) -> None:
    """So many periods; ``numbers`` are the chance to take over and the share who is replaced."""
    people = len(practices)
    reality, members = np.ones(PRACTICE_COUNT, dtype=np.int8), np.ones(people)
    suited = np.empty(people)
    for row in range(people):
        begin(practices, row, -1, key)
    for period in range(count):
        done = practices.copy()
        for row in range(people):
            for one in range(PRACTICE_COUNT):
                even = draw(key, row, period, LEARNT, lessons.ACTING + one)
                done[row, one] = np.int8(learning.acts(practices[row, one], even))
            suited[row] = learning.suits(done[row], reality)
        for row in range(people):
            lessons.socialise(practices[row], code, numbers[0], row, period, key)
        lessons.rewrite(code, done, members, suited, reality, 0, period, key, p)
        for row in range(people):
            if draw(key, row, period, TURNOVER) < numbers[1]:
                begin(practices, row, period, key)


@cache
def knowledge(
    taking_over: float, writing_down: float, replaced: float, count: int, groups: int
) -> tuple[float, ...]:
    """The share of situations in which the code of each group suits in the end."""
    ended, p = [], record(writing_down=writing_down)
    for group in range(groups):
        practices = np.zeros((PEOPLE, PRACTICE_COUNT), dtype=np.int8)
        code = np.zeros(PRACTICE_COUNT, dtype=np.int8)
        numbers = np.array([taking_over, replaced])
        periods(practices, code, count, key_of(11, group), numbers, p)
        ended.append(float((code == 1).mean()))
    return tuple(ended)


def known(runs: Runs, taking_over: float, writing_down: float) -> Found:
    """Mean knowledge of the code after three hundred periods."""
    ended = knowledge(taking_over, writing_down, 0.0, PERIODS, GROUPS)
    return found([np.mean(ended)], "computed", GROUPS)


def with_turnover(runs: Runs, taking_over: float) -> Found:
    """What a fifth of new people each period adds to what is known after twenty periods."""
    new, old = (
        np.mean(knowledge(taking_over, 0.5, replaced, BEFORE_TURNOVER, 4 * GROUPS))
        for replaced in (0.2, 0.0)
    )
    return found([new - old], "computed", 4 * GROUPS)


MEASURES = {"march.known": known, "march.with_turnover": with_turnover}
