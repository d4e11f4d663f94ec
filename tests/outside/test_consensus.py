"""A3: talking must reduce to DeGroot's and to Friedkin and Johnsen's model."""

import numpy as np
import pytest

from model.processes.professionals import vision
from model.state.axes import PROFESSIONAL
from model.state.tables import ACTORS, ORGANISATIONS, PAIRS
from tests.generators import record

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


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_anchors_all_end_at_the_start_weighted_by_who_is_listened_to(seed: int):
    """DeGroot: the left eigenvector of the weights, times the positions at the start."""
    ties = weights(seed)
    value, vector = np.linalg.eig(ties.T)
    heard = np.real(vector[:, np.argmin(abs(value - 1.0))])
    consensus = heard @ START / heard.sum()
    assert talk_until_nothing_moves(ties, 0.0) == pytest.approx(
        np.full(PEOPLE, consensus), abs=1e-6
    )


@pytest.mark.parametrize("anchor", [0.05, 0.3, 0.8])
def test_anchored_people_end_at_the_fixed_point_of_friedkin_and_johnsen(anchor: float):
    ties = weights(4)
    unmoved = np.eye(PEOPLE) - (1.0 - anchor) * ties
    fixed_point = np.linalg.solve(unmoved, anchor * START)
    assert talk_until_nothing_moves(ties, anchor) == pytest.approx(fixed_point, abs=1e-6)


def test_the_stronger_the_anchors_the_further_people_stay_apart():
    spreads = [np.ptp(talk_until_nothing_moves(weights(4), anchor)) for anchor in (0.0, 0.1, 0.5)]
    assert spreads == sorted(spreads)
    assert spreads[0] < 1e-6 < 0.01 < spreads[1]
