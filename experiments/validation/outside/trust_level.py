"""A4: where trust settles when a share of promises is kept, and how fast it comes back."""

from __future__ import annotations

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.processes.professionals import trust

kept, broken = written(trust.kept), written(trust.broken)
PEOPLE, PROMISES = 400, 600


def settled(promised: float, ratio: float) -> np.ndarray:
    """Trust of many, each long after the start, when promises are kept with this chance."""
    p = numbers(gain=0.02, loss_ratio=ratio)
    chance = np.random.default_rng(1)
    now = np.full(PEOPLE, 0.3)
    for _ in range(PROMISES):
        keeps = chance.random(PEOPLE) < promised
        now = np.where(keeps, kept(now, 1.0, p), broken(now, 1.0, 0.0, p))
    return now


def promises_to_return(ratio: float) -> int:
    """Promises to keep after one break before trust is back at 0.8."""
    p = numbers(gain=0.05, loss_ratio=ratio)
    now, count = broken(0.8, 1.0, 0.0, p), 0
    while now < 0.8 - 1e-12:
        now, count = kept(now, 1.0, p), count + 1
    return count


def level(runs: Runs, promised: float, ratio: float) -> Found:
    """The mean level."""
    return found([settled(promised, ratio).mean()], "computed", PEOPLE)


def slower_by(runs: Runs) -> Found:
    """The smallest step in promises needed, from each weight of a break to the next."""
    counts = [promises_to_return(ratio) for ratio in (1, 2, 3, 4, 5)]
    return found([min(np.diff(counts))], "computed")


MEASURES = {"trust.level": level, "trust.slower_by": slower_by}
