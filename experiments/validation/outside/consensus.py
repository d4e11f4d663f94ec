"""A3: talking, reduced to DeGroot's and to Friedkin and Johnsen's model."""

from __future__ import annotations

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import record
from experiments.validation.runs import Runs
from model.processes.professionals import vision
from model.state.axes import PROFESSIONAL
from model.state.tables import ACTORS, ORGANISATIONS, PAIRS

PEOPLE = 6
START = np.array([0.05, 0.2, 0.45, 0.5, 0.8, 0.95])


def weights(seed: int) -> np.ndarray:
    """Row-stochastic, nobody listens to oneself; everybody hears everybody."""
    drawn = np.random.default_rng(seed).uniform(0.2, 1.0, (PEOPLE, PEOPLE))
    np.fill_diagonal(drawn, 0.0)
    return drawn / drawn.sum(axis=1, keepdims=True)


def talk_until_nothing_moves(ties: np.ndarray, anchor: float) -> np.ndarray:
    """Each person in an organisation of her own, whose vision is her own at the start."""
    actors = np.zeros(PEOPLE, dtype=ACTORS)
    actors["role"], actors["organisation"] = PROFESSIONAL, np.arange(PEOPLE)
    actors["vision"] = START[:, None]
    organisations = np.zeros(PEOPLE, dtype=ORGANISATIONS)
    organisations["vision"] = START[:, None]
    pairs = np.zeros((PEOPLE, PEOPLE), dtype=PAIRS)
    pairs["strength"] = ties / ties.max()
    pairs["trust"] = 1.0
    p = record(influence=1.0, anchor=anchor, tolerance=1.0, dialogue=0.0)
    no_facilitator = np.zeros((PEOPLE, PEOPLE))
    for _ in range(300):
        vision.talk(actors, organisations, pairs, no_facilitator, p)
    return actors["vision"][:, 0].astype(float)


def consensus(ties: np.ndarray) -> float:
    """DeGroot: the left eigenvector of the weights, times the positions at the start."""
    value, vector = np.linalg.eig(ties.T)
    heard = np.real(vector[:, np.argmin(abs(value - 1.0))])
    return float(heard @ START / heard.sum())


def fixed_point(ties: np.ndarray, anchor: float) -> np.ndarray:
    """Friedkin and Johnsen: where anchored people end."""
    unmoved = np.eye(PEOPLE) - (1.0 - anchor) * ties
    return np.linalg.solve(unmoved, anchor * START)


def off_consensus(runs: Runs) -> Found:
    """The largest distance from DeGroot's limit, in three groups of people."""
    errors = [
        np.abs(talk_until_nothing_moves(weights(seed), 0.0) - consensus(weights(seed))).max()
        for seed in (1, 2, 3)
    ]
    return found([max(errors)], "computed", len(errors))


def off_fixed_point(runs: Runs) -> Found:
    """The largest distance from Friedkin and Johnsen's limit, for three anchors."""
    errors = [
        np.abs(talk_until_nothing_moves(weights(4), anchor) - fixed_point(weights(4), anchor)).max()
        for anchor in (0.05, 0.3, 0.8)
    ]
    return found([max(errors)], "computed", len(errors))


MEASURES = {
    "consensus.off_consensus": off_consensus,
    "consensus.off_fixed_point": off_fixed_point,
}
