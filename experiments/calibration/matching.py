r"""History matching: which sets of numbers lie too far from an aim to be believed.

The implausibility of a set for an aim z is

.. math::
    I = \frac{|y - z|}{\sqrt{\sigma_z^2 + \sigma_d^2 + \sigma_l^2 + \sigma_e^2}}

with doubt of the observation, of the model, of luck and of the emulator, which is 0 where the set
was run. From 3 on a set is ruled out, as is usual; that limit is chosen. The emulator is a
parabola in each number, fitted by ridge regression: simple, told how far it is off by the points
it was not fitted on, and only used to choose what is run next. No set is accepted that was not
run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.calibration.aims import Aim

LIMIT = 3.0
RIDGE = 1e-3
FOLDS = 5

Table = NDArray[np.float64]


def luck(values: Table) -> Table:
    """Variance of the mean over replicates [aim], pooled over points; 0 with one replicate."""
    replicates = values.shape[1]
    if replicates < 2:
        return np.zeros(values.shape[2])
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.nanmean(values.var(axis=1, ddof=1), axis=0)) / replicates


def implausibility(values: Table, aims: Sequence[Aim]) -> Table:
    """How far each point lies from each aim [point, aim]; infinite where it was not measured."""
    target, variance = _aimed(aims)
    far = np.abs(values.mean(axis=1) - target) / np.sqrt(variance + luck(values))
    return np.where(np.isnan(far), np.inf, far)


def _aimed(aims: Sequence[Aim]) -> tuple[Table, Table]:
    return np.array([aim.value for aim in aims]), np.array([aim.variance for aim in aims])


def worst(far: Table, aims: Sequence[Aim], held_out: bool = False) -> Table:
    """The largest implausibility of each point over the aims of one sort [point]."""
    chosen = np.array([aim.held_out == held_out for aim in aims], dtype=bool)
    return far[:, chosen].max(axis=1) if chosen.any() else np.zeros(len(far))


@dataclass(frozen=True)
class Emulator:
    """Parabolas that stand in for the model, one for each aim, and how far they are off."""

    weights: Table
    variance: Table
    luck: Table

    def implausibility(self, shares: Table, aims: Sequence[Aim]) -> Table:
        """How far each point would lie from each aim, with what the emulator does not know."""
        target, variance = _aimed(aims)
        told = _terms(shares) @ self.weights
        return np.abs(told - target) / np.sqrt(variance + self.luck + self.variance)


def emulator(shares: Table, values: Table) -> Emulator:
    """The parabolas through these points; raises ValueError with too few that were measured."""
    means = values.mean(axis=1)
    whole = np.isfinite(means).all(axis=1)
    points, told = _terms(shares[whole]), means[whole]
    if len(points) < 2 * FOLDS:
        raise ValueError(f"{len(points)} points are too few for an emulator")
    fold = np.arange(len(points)) % FOLDS
    missed = np.empty_like(told)
    for number in range(FOLDS):
        weights = _fitted(points[fold != number], told[fold != number])
        missed[fold == number] = told[fold == number] - points[fold == number] @ weights
    return Emulator(_fitted(points, told), (missed**2).mean(axis=0), luck(values[whole]))


def _terms(shares: Table) -> Table:
    centred = 2.0 * shares - 1.0
    return np.hstack([np.ones((len(shares), 1)), centred, centred**2])


def _fitted(points: Table, told: Table) -> Table:
    """Ridge regression on scaled aims, so that euros are held back no more than shares."""
    scale = np.maximum(told.std(axis=0), 1e-12)
    penalty = RIDGE * len(points) * np.eye(points.shape[1])
    penalty[0, 0] = 0.0
    middle = told.mean(axis=0)
    weights = (
        np.linalg.solve(points.T @ points + penalty, points.T @ ((told - middle) / scale)) * scale
    )
    weights[0] += middle
    return weights


def not_ruled_out(pool: Table, emulators: Sequence[Emulator], aims: Sequence[Aim]) -> Table:
    """The points of a pool that no wave rules out; the whole pool before the first."""
    for each in emulators:
        if len(pool):
            pool = pool[worst(each.implausibility(pool, aims), aims) < LIMIT]
    return pool
