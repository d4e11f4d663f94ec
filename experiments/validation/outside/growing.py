"""A8: a table that starts large, grows with newcomers who are told, or with those who guess.

Twelve who do not know each other, full trust, ample time: what is left is what each expects of the
least, what it tries beyond that, and how it falls short.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.processes.organisations import contribution

LARGE, SMALL = 12, 2
ROUNDS, ONE_MORE_EACH, AT_FIRST = 60, 3, 10
EFFICIENT = 0.8
GROUPS = 200
SIZES = {"learning": 0.5, "optimism": 0.3, "slip": 0.055, "near": 0.1, "guess": 0.5}

contributes, expects = written(contribution.contributes), written(contribution.expects)
was_met, at_first = written(contribution.was_met), written(contribution.at_first)


def ends_at(start: int, informed: float, seed: int) -> float:
    """The least that somebody gives in the last rounds, when all twelve are there."""
    chance = np.random.default_rng(seed)
    p = numbers(informed=informed, **SIZES)
    expected = [2.0 * p.guess * chance.random() for _ in range(start)]
    met, least, seen = [p.guess] * start, 0.0, []
    for round_ in range(ROUNDS):
        grows = round_ >= AT_FIRST and (round_ - AT_FIRST) % ONE_MORE_EACH == 0
        if grows and len(expected) < LARGE:
            expected.append(at_first(least, chance.random(), p))
            met.append(at_first(1.0, p.guess, p))
        given = [
            contributes(e, q, 0.0, 1.0, chance.random(), p)
            for e, q in zip(expected, met, strict=True)
        ]
        least = min(given)
        met = [was_met(q, own, least, p) for q, own in zip(met, given, strict=True)]
        expected = [expects(e, least, p) for e in expected]
        seen.append(least)
    return float(np.median(seen[-10:]))


@cache
def efficient(start: int, informed: float) -> float:
    """The share of groups that end high."""
    ends = [ends_at(start, informed, seed) for seed in range(GROUPS)]
    return float(np.mean([end >= EFFICIENT for end in ends]))


def share_efficient(runs: Runs, start: int, informed: float) -> Found:
    """The share of groups that end high."""
    return found([efficient(start, informed)], "computed", GROUPS)


MEASURES = {"growing.efficient": share_efficient}
