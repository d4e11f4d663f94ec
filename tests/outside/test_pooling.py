"""A10: waiting must be that of M/M/c, and one pool must wait less than four silos."""

import pytest

from experiments.validation.outside.queueing import TRADES, erlang, in_whole_weeks, mean_wait
from model.state.axes import ORGANISATION_OF_DOMAIN, TEAM


def test_the_yardstick_gives_the_published_waits():
    published = {(10, 0.90): 17.4, (40, 0.90): 2.7, (10, 0.95): 42.9, (160, 0.95): 1.3}
    for (places, load), weeks in published.items():
        assert erlang(places, load) == pytest.approx(weeks, abs=0.06)


def test_whole_weeks_make_a_wait_two_per_cent_shorter_than_the_theory():
    """What rows/exact.yaml says beside A10."""
    for places, weeks in ((10, 17.05), (40, 2.62)):
        assert in_whole_weeks(places, 0.90) == pytest.approx(weeks, abs=0.006)
        assert 0.975 < in_whole_weeks(places, 0.90) / erlang(places, 0.90) < 0.985


def test_nobody_waits_where_there_is_always_somebody_free():
    wait, _ = mean_wait({TEAM: 40}, 0.10, 2_000)
    assert wait == 0.0


@pytest.mark.parametrize(("places", "weeks"), [(10, 150_000), (40, 80_000)])
def test_a_team_at_nine_tenths_of_its_load_waits_as_queueing_theory_says(places: int, weeks: int):
    wait, error = mean_wait({TEAM: places}, 0.90, weeks)
    assert error < 0.15 * erlang(places, 0.90), "long enough to say anything"
    assert abs(wait - erlang(places, 0.90)) < 3 * error


def test_four_silos_wait_longer_than_one_pool_of_the_same_people():
    """Nobody cooperates in either: this part of the gain has nothing to do with cooperation."""
    silos, error = mean_wait({ORGANISATION_OF_DOMAIN[d]: 10 for d in TRADES}, 0.90, 40_000)
    pool, _ = mean_wait({TEAM: 40}, 0.90, 40_000)
    assert abs(silos - erlang(10, 0.90)) < 3 * error
    assert silos > 4 * pool
