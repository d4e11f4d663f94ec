"""A1 and A9: who joins when others do, by the rule of taking part alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.processes.residents import participation

PEOPLE, MEAN = 100_000, 0.25
RING, SIDE = 1_000, 4
MOST_STEPS = 1_000
joins_one = written(participation.joins)
joins = np.vectorize(joins_one, excluded=["p"])
threshold = np.vectorize(written(participation.threshold), excluded=["p"])


def everybody_in_view(spread: float, people: int = PEOPLE, seed: int = 1) -> float:
    """The share who take part in the end, where all see all and nobody stops."""
    p = numbers(mean=MEAN, spread=spread, distrust=0.0, deciding=1.0, unasked=0.0)
    even = np.random.default_rng(seed).random((2, people))
    wanted = np.sort(threshold(even[0], even[1], p=p))
    active = 0
    while active < people and joins_one(active / people, wanted[active], 0.5, 0.5, p) > 0.0:
        active += 1
    return active / people


def on_a_ring(examples: int, rewired: float, unasked: float, seed: int) -> tuple[float, int]:
    """The share who take part in the end, and the steps until nine in ten do.

    A thousand people on a ring, eight neighbours each, of whose ties a share goes anywhere; one and
    the own neighbours begin. Thresholds are numbers of examples.
    """
    p = numbers(distrust=0.0, deciding=1.0, unasked=unasked)
    chance = np.random.default_rng(seed)
    knows = _ring(rewired, chance)
    active = np.zeros(RING, dtype=bool)
    active[: 2 * SIDE + 1] = True
    for step in range(1, MOST_STEPS + 1):
        seen = knows @ active
        by_count = joins(np.arange(seen.max() + 1), examples, 0.5, 0.5, p=p)
        after = active | (chance.random(RING) < by_count[seen])
        if after.mean() >= 0.9:
            return float(after.mean()), step
        if unasked == 0.0 and (after == active).all():
            break
        active = after
    return float(active.mean()), MOST_STEPS


def _ring(rewired: float, chance: np.random.Generator) -> NDArray[np.int64]:
    knows = np.zeros((RING, RING), dtype=np.int64)
    for one in range(RING):
        for further in range(1, SIDE + 1):
            other = (one + further) % RING
            if chance.random() < rewired:
                other = int(chance.integers(RING))
            if other != one:
                knows[one, other] = knows[other, one] = 1
    return knows


def share(runs: Runs, spread: float) -> Found:
    """Share who take part in the end, everybody in view of everybody."""
    return found([everybody_in_view(spread)], "computed")


def steps(runs: Runs, examples: int, rewired: float, unasked: float = 0.0) -> Found:
    """Steps on a ring until nine in ten take part."""
    each = [on_a_ring(examples, rewired, unasked, seed)[1] for seed in range(5)]
    return found(each, "computed")


def reached(runs: Runs, examples: int, rewired: float) -> Found:
    """Share who take part in the end on a ring."""
    each = [on_a_ring(examples, rewired, 0.0, seed)[0] for seed in range(5)]
    return found(each, "computed")


MEASURES = {"threshold.share": share, "threshold.steps": steps, "threshold.reached": reached}
