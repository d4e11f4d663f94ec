"""B3: tables of twelve who may talk first, and decide by one of our rules.

Members stand anywhere on one question, within a spread that is the conflict; one of them proposes
the own position. Success is a proposal that passes; acceptability is nearness to what was proposed
after talk; unequal is how much that differs between members.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.parameters import Parameters
from model.processes.organisations import deciding

MEMBERS, TABLES = 12, 2_000
ACCEPTABLE, HALVES = 0.15, 2.0
"""Numbers of this set-up: conflict from far below to far beyond what members can live with."""
after_talk, agrees, passes = (
    written(rule) for rule in (deciding.after_talk, deciding.agrees, deciding.passes)
)


@cache
def tables(rule: float, hours: float, conflict: float) -> tuple[float, float, float]:
    """Share of tables that succeed, mean acceptability and its mean spread within a table."""
    p = numbers(
        rule=rule,
        deliberation=hours,
        halves=HALVES,
        acceptable=ACCEPTABLE,
    )
    chance, ended = np.random.default_rng(3), []
    for _ in range(TABLES):
        stands = 0.5 + conflict * (chance.random(MEMBERS) - 0.5)
        hearing = Parameters().vision.tolerance
        apart = np.array([after_talk(abs(one - stands[0]), hearing, p) for one in stands])
        success = passes(sum(agrees(one, p) for one in apart), MEMBERS, p)
        ended.append((success, 1.0 - apart[1:].mean(), apart[1:].std()))
    success, acceptable, unequal = np.mean(ended, axis=0).tolist()
    return success, acceptable, unequal


def gain(runs: Runs, which: str, rule: float, conflict: float) -> Found:
    """What four hours of talk add to success, acceptability, or how unequal it is."""
    place = ("success", "acceptability", "unequal").index(which)
    talked, not_ = (tables(rule, hours, conflict)[place] for hours in (4.0, 0.0))
    return found([talked - not_], "computed", TABLES)


def two_thirds_over_all(runs: Runs, conflict: float, hours: float) -> Found:
    """How much more often two thirds succeed than unanimity."""
    most, all_ = (tables(rule, hours, conflict)[0] for rule in (2.0, 3.0))
    return found([most - all_], "computed", TABLES)


MEASURES = {"voting.gain": gain, "voting.two_thirds": two_thirds_over_all}
