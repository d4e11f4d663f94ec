"""Staff: the people there are (M14)."""

import numpy as np
import pytest

from model.initialisation import seats
from model.parameters import Parameters
from model.processes.organisations.staffing import (
    FEWEST_SEATS,
    MOST_OTHER_SEATS,
    MOST_TEAM_SEATS,
    StaffingParameters,
)
from model.state.axes import BOARD, ORGANISATIONS, TEAM


def seats_for(residents: float, heavier: float = 1.0, **posts: float):
    values = {f"staffing.{name}": size for name, size in posts.items()}
    record = Parameters.of(values).record()
    return {row: (count, each) for row, count, each in seats(residents, heavier, record)}


@pytest.mark.parametrize("residents", [500.0, 6_000.0, 40_000.0])
def test_seats_together_stand_for_exactly_the_posts_there_are(residents: float):
    record = Parameters().record()
    for row, (count, each) in seats_for(residents).items():
        posts = record["staffing"][tuple(ORGANISATIONS)[row]][0] * residents / 10_000
        assert count * each == pytest.approx(posts)


@pytest.mark.parametrize("residents", [500.0, 6_000.0, 40_000.0])
def test_the_network_stays_of_a_size_one_can_know(residents: float):
    found = seats_for(residents)
    assert BOARD not in found
    for row, (count, _) in found.items():
        assert FEWEST_SEATS <= count <= (MOST_TEAM_SEATS if row == TEAM else MOST_OTHER_SEATS)


def test_twice_the_posts_are_twice_the_hours():
    few, many = (seats_for(10_000.0, team=size)[TEAM] for size in (5.0, 10.0))
    assert np.prod(many) == pytest.approx(2 * np.prod(few))


def test_every_organisation_but_the_board_has_staff():
    names = set(StaffingParameters.declarations()) - {"follows_need"}
    assert names == set(ORGANISATIONS) - {"board"}


def test_where_need_is_heavier_staff_follow_it_as_far_as_declared():
    usual = np.prod(seats_for(10_000.0)[TEAM])
    half = np.prod(seats_for(10_000.0, 2.25, follows_need=0.5)[TEAM])
    wholly = np.prod(seats_for(10_000.0, 1.5, follows_need=1.0)[TEAM])
    assert half == pytest.approx(1.5 * usual)
    assert wholly == pytest.approx(1.5 * usual)
