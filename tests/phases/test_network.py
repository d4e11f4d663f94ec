"""Phase 11 by hand: ties across organisations, and how much they lean on one person."""

import numpy as np
import pytest

from model.phases import network
from tests.phases.by_hand import (
    ALDERMAN,
    HUB,
    INCOME,
    LANDLORD,
    MENTAL,
    PROFESSIONALS,
    SUPPORT,
    TEAM_A,
    TEAM_B,
    plain,
    state,
)  # fmt: skip

OTHERS = (INCOME, LANDLORD, MENTAL, SUPPORT)
CROSSING = 6 * 5 - 2
"""Ordered pairs of the six who help, but for the two colleagues of the team."""


def written(*ties: tuple[int, int], week: int = 13, strength: float = 0.5):
    world = state()
    for one, other in ties:
        world.pairs["strength"][one, other] = world.pairs["strength"][other, one] = strength
    plain(network.write)(world, week)
    return world.system[0]


def star(middle: int, around: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(middle, other) for other in around]


def test_where_nobody_knows_anybody_nobody_is_reached_and_nobody_missed():
    system = written()
    assert (system.crossing, system.reaching, system.leaning) == (CROSSING, 0.0, 0.0)
    assert (system.ties, system.apart) == (0.0, CROSSING)


def test_all_who_know_one_person_find_each_other_through_that_person_alone():
    system = written(*star(TEAM_A, OTHERS))
    # four around the middle: 8 direct ways and 12 ways through the middle
    assert (system.reaching, system.leaning) == (20.0, 12.0)
    assert system.ties == pytest.approx(8 * 0.5)


def test_a_second_person_who_knows_all_makes_nobody_hard_to_miss():
    assert written(*star(TEAM_A, OTHERS), *star(TEAM_B, OTHERS)).leaning == 0.0


def test_a_facilitator_may_stand_in_between_and_an_alderman_does_not():
    assert written(*star(HUB, OTHERS)).reaching == written(*star(HUB, OTHERS)).leaning == 12.0
    assert written(*star(ALDERMAN, OTHERS)).reaching == 0.0


def test_faint_ties_count_as_ties_but_nobody_is_found_by_them():
    system = written(*star(TEAM_A, OTHERS), strength=0.2)
    assert system.reaching == 0.0
    assert system.ties == pytest.approx(8 * 0.2)


def test_reach_is_found_once_a_quarter_and_ties_every_week():
    system = written(*star(TEAM_A, OTHERS), week=14)
    assert (system.crossing, system.apart) == (0.0, CROSSING)


def test_who_sits_in_which_row_makes_no_difference():
    luck = np.random.default_rng(1)
    known = luck.random((8, 8)) < 0.3
    crossing = ~np.eye(8, dtype=bool)
    order = luck.permutation(8)
    found = plain(network.leaning)(known, crossing)
    assert found == plain(network.leaning)(known[order][:, order], crossing)
    assert len(PROFESSIONALS) == 6
