"""A3: talking must reduce to DeGroot's and to Friedkin and Johnsen's model."""

import numpy as np
import pytest

from experiments.validation.outside.consensus import (
    PEOPLE,
    consensus,
    fixed_point,
    talk_until_nothing_moves,
    weights,
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_anchors_all_end_at_the_start_weighted_by_who_is_listened_to(seed: int):
    ties = weights(seed)
    assert talk_until_nothing_moves(ties, 0.0) == pytest.approx(
        np.full(PEOPLE, consensus(ties)), abs=1e-6
    )


@pytest.mark.parametrize("anchor", [0.05, 0.3, 0.8])
def test_anchored_people_end_at_the_fixed_point_of_friedkin_and_johnsen(anchor: float):
    ties = weights(4)
    assert talk_until_nothing_moves(ties, anchor) == pytest.approx(
        fixed_point(ties, anchor), abs=1e-6
    )


def test_the_stronger_the_anchors_the_further_people_stay_apart():
    spreads = [np.ptp(talk_until_nothing_moves(weights(4), anchor)) for anchor in (0.0, 0.1, 0.5)]
    assert spreads == sorted(spreads)
    assert spreads[0] < 1e-6 < 0.01 < spreads[1]
