"""A11 and B7: who pays for a joint plan, by the rule of pockets alone."""

from __future__ import annotations

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import written
from experiments.validation.runs import Runs
from model.processes.organisations import pockets

advantage = written(pockets.advantage)
SILOS = 4
RANGES = {
    "pooled": (0.0, 1.0), "saving": (0.7, 2.5), "drive": (0.0, 0.8), "risk": (0.0, 0.4),
    "admin": (0.0, 0.3),
}  # fmt: skip
"""What is varied for B7: the pooled share, benefit for a euro, engagement, risk, administration."""


def threshold(pooled: float, silos: int) -> float:
    """The benefit for a euro at which a lone payer, for a gain that all share, breaks even."""
    low, high = 0.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        pays = advantage(pooled, middle, 1 / silos, 1.0, 0.0, 0.0, 0.0) >= 0.0
        low, high = (low, middle) if pays else (middle, high)
    return high


def ratio_needed(runs: Runs, pooled: float) -> Found:
    """The threshold for four silos."""
    return found([threshold(pooled, SILOS)], "computed")


def steepest(runs: Runs, saving: float) -> Found:
    """The largest rise in the share of payers, over one twentieth of pooling."""
    return found([np.diff(_share_paid(saving)).max()], "computed")


def flattest(runs: Runs, saving: float) -> Found:
    """The rise over the first twentieth of pooling."""
    return found([np.diff(_share_paid(saving))[0]], "computed")


def _share_paid(saving: float) -> np.ndarray:
    """The share of lone payers who would pay, over the pooled share from 0 to 1.

    What falls to the payer's own budget differs from plan to plan, around a quarter.
    """
    credited = np.random.default_rng(3).dirichlet(np.full(SILOS, 8.0), 4000)[:, 0]
    pooled = np.linspace(0.0, 1.0, 21)[:, None]
    return (advantage(pooled, saving, credited, 1.0, 0.0, 0.0, 0.0) >= 0).mean(axis=1)


def lead_of_saving(runs: Runs) -> Found:
    """Total-order sensitivity of joint plans to benefit for a euro, over that to the next."""
    return found([runs.once("B7", lambda: _lead(2048 * runs.size.effort))], "computed")


def _lead(points: int) -> float:
    """Jansen's estimate, from two samples and one with a column exchanged for each number."""
    chance = np.random.default_rng(11)
    first, second = (chance.random((points, len(RANGES))) for _ in range(2))
    base = _joint(first)
    total = {}
    for column, name in enumerate(RANGES):
        mixed = first.copy()
        mixed[:, column] = second[:, column]
        total[name] = float(np.mean((base - _joint(mixed)) ** 2) / (2.0 * max(base.var(), 1e-12)))
    return total["saving"] / max(value for name, value in total.items() if name != "saving")


def _joint(shares: np.ndarray) -> np.ndarray:
    """Whether four payers, a quarter of the cost and of the gain each, would all take part."""
    low, high = (np.array(ends) for ends in zip(*RANGES.values(), strict=True))
    pooled, saving, drive, risk, admin = (low + shares * (high - low)).T
    gains = advantage(pooled, saving, 1 / SILOS, 1.0, admin, risk, drive)
    return (gains >= 0.0).astype(float)


MEASURES = {
    "wrong_pocket.ratio_needed": ratio_needed,
    "wrong_pocket.steepest": steepest,
    "wrong_pocket.flattest": flattest,
    "wrong_pocket.lead_of_saving": lead_of_saving,
}
