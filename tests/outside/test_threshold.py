"""A1 and A9: thresholds to take part [Granovetter1978] [CentolaMacy2007]."""

import numpy as np
import pytest

from experiments.validation.outside.threshold import everybody_in_view, on_a_ring


@pytest.mark.parametrize(("spread", "low", "high"), [(0.12, 0.0, 0.1), (0.13, 0.95, 1.0)])
def test_participation_jumps_from_almost_nobody_to_all_at_a_small_difference(spread, low, high):
    """The critical spread for thresholds around a quarter is 0.1222."""
    assert low <= everybody_in_view(spread) <= high


def test_among_a_hundred_people_the_jump_is_a_matter_of_luck():
    ends = [everybody_in_view(0.1222, people=100, seed=seed) for seed in range(60)]
    tipped = np.mean([end > 0.9 for end in ends])
    assert 0.1 < tipped < 0.9


def test_one_example_spreads_along_a_street_at_its_own_pace():
    assert on_a_ring(1, 0.0, 0.0, 1)[1] == pytest.approx(111, abs=2)
    assert on_a_ring(3, 0.0, 0.0, 1)[1] == pytest.approx(223, abs=3)


def test_long_ties_speed_what_takes_one_example_and_stop_what_takes_three():
    assert on_a_ring(1, 0.1, 0.0, 1)[1] < 12
    assert on_a_ring(3, 0.3, 0.0, 1)[0] < 0.5


def test_a_few_who_join_without_enough_examples_turn_that_round():
    steps = [on_a_ring(3, rewired, 0.02, 1)[1] for rewired in (0.0, 0.1, 1.0)]
    assert steps[0] > steps[1] > steps[2]
