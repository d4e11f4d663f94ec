"""Care by own people, by hand: who is asked, in which turn, and how much they give."""

from types import SimpleNamespace

import numpy as np
import pytest

from model.phases import own_people
from model.processes.residents import doctrine
from model.state.tables import NO_CASE
from model.state.together import CIRCLE, HOUSEMATE, KIN, STREET
from tests.phases.by_hand import DEBT, INCOME, KEY, helped, needs, numbers, plain
from tests.phases.by_hand import state as by_hand

FATHER, DAUGHTER, AUNT, NEIGHBOUR, TEACHER = range(5)
"""A father lives with his daughter; the aunt, the neighbour and the teacher live alone."""
HOMES = ((FATHER, 2), (AUNT, 1), (NEIGHBOUR, 1), (TEACHER, 1))
TIES = (
    ((FATHER, DAUGHTER, HOUSEMATE), (FATHER, AUNT, KIN), (FATHER, NEIGHBOUR, STREET)),
    ((DAUGHTER, FATHER, HOUSEMATE), (DAUGHTER, TEACHER, CIRCLE)),
    ((AUNT, FATHER, KIN),),
    ((NEIGHBOUR, FATHER, STREET),),
    ((TEACHER, DAUGHTER, CIRCLE),),
)


def found(
    able: list[float], well: list[float], troubled: int = 0, other: int | None = None
) -> tuple[list[int], list[int]]:
    """Who is close and nearby for the troubled home, or for another; one home is troubled."""
    cases = [
        SimpleNamespace(place=place, size=size, troubled=int(home == troubled), mode=NO_CASE)
        for home, (place, size) in enumerate(HOMES)
    ]
    ties = [SimpleNamespace(other=b, kind=kind) for each in TIES for _, b, kind in each]
    begin = np.cumsum([0, *map(len, TIES)])
    state = SimpleNamespace(cases=cases, ties=ties, ties_begin=begin)
    everybody = np.array(able), np.array(well)
    lists = plain(own_people.who_can_help)(state, np.arange(len(HOMES)), *everybody)
    first_close, close, first_nearby, nearby = lists
    home = troubled if other is None else other
    return tuple(
        list(who[first[home] : first[home + 1]])
        for first, who in ((first_close, close), (first_nearby, nearby))
    )


def test_close_are_housemates_without_a_need_and_kin_and_nearby_the_street_and_the_circle():
    close, nearby = found(able=[2.0, 2.0, 3.0, 1.0, 1.0], well=[0.0, 1.0, 1.0, 1.0, 1.0])
    assert close == [AUNT, DAUGHTER]
    assert nearby == [NEIGHBOUR, TEACHER]


def test_kin_and_neighbours_with_a_need_of_their_own_are_still_asked_but_no_housemate_is():
    close, nearby = found(able=[2.0, 2.0, 3.0, 1.0, 1.0], well=[0.0, 0.0, 0.0, 0.0, 0.0])
    assert close == [AUNT]
    assert nearby == [NEIGHBOUR, TEACHER]


def test_who_has_no_hours_is_not_asked():
    close, nearby = found(able=[0.0, 0.0, 0.0, 1.0, 0.0], well=[0.0, 1.0, 1.0, 1.0, 1.0])
    assert (close, nearby) == ([], [NEIGHBOUR])


def test_a_home_without_need_and_without_case_asks_nobody():
    everybody_can = [2.0] * 5
    close, nearby = found(able=everybody_can, well=[0.0, 0.0, 1.0, 1.0, 1.0], troubled=0)
    assert close + nearby == [AUNT, NEIGHBOUR, TEACHER]
    assert found(everybody_can, [1.0] * 5, troubled=0, other=3) == ([], [])


def given(need: list[float], able: list[float], around: list[list[int]], taken=None):
    """What each home gets, and what was asked and taken of each person."""
    first = np.cumsum([0, *map(len, around)])
    who = np.array([place for each in around for place in each], dtype=np.int64)
    asked, gone = np.zeros(len(able)), np.array(taken or [0.0] * len(able))
    got = plain(own_people.turn)(first, who, np.array(need), np.array(able), asked, gone)
    return got, asked, gone


def test_one_home_spreads_what_it_needs_over_those_around_by_what_they_can_give():
    got, asked, gone = given([3.0], [1.0, 2.0], [[0, 1]])
    assert got == pytest.approx([3.0])
    assert asked == pytest.approx([1.0, 2.0])
    assert gone == pytest.approx([1.0, 2.0])


def test_nobody_gives_more_than_there_is():
    got, asked, gone = given([6.0], [1.0, 2.0], [[0, 1]])
    assert got == pytest.approx([3.0])
    assert asked == pytest.approx([2.0, 4.0])
    assert gone == pytest.approx([1.0, 2.0])


def test_two_homes_that_share_a_helper_share_the_hours_by_what_they_ask():
    # The second person is asked 2 by the first home (which has another) and 3 by the second home.
    got, asked, gone = given([4.0, 3.0], [2.0, 2.0], [[0, 1], [1]])
    assert asked == pytest.approx([2.0, 5.0])
    assert gone == pytest.approx([2.0, 2.0])
    assert got == pytest.approx([2.0 + 2.0 * 2.0 / 5.0, 3.0 * 2.0 / 5.0])


def test_what_an_earlier_turn_took_is_gone():
    got, _, gone = given([2.0], [2.0], [[0]], taken=[1.5])
    assert got == pytest.approx([0.5])
    assert gone == pytest.approx([2.0])


def test_a_home_with_nobody_around_gets_nothing_and_one_without_need_asks_nothing():
    got, asked, _ = given([2.0, 0.0], [1.0], [[], [0]])
    assert list(got) == [0.0, 0.0]
    assert list(asked) == [0.0]


def test_no_hours_are_made_or_lost_between_giving_and_getting():
    luck = np.random.default_rng(7)
    able, need = luck.random(12) * 3, luck.random(5) * 4
    around = [list(luck.choice(12, size=4, replace=False)) for _ in range(5)]
    got, asked, gone = given(list(need), list(able), around)
    assert got.sum() == pytest.approx(gone.sum())
    assert asked.sum() == pytest.approx(need.sum())
    assert np.all(gone <= able + 1e-12)
    assert np.all(got <= need + 1e-12)


@pytest.mark.parametrize("way", [doctrine.AS_USUAL, doctrine.SUPPLY, doctrine.STRENGTH])
def test_own_people_stay_asked_where_help_began_with_them_after_nobody_begins_so_any_more(way: int):
    values = {"doctrine.strength": 0.0, "doctrine.own": 0.5, "responsibility.refusing": 0.0}
    p, world = numbers(values), by_hand(2)
    needs(world, 0, debt=1)
    case = helped(world, 0, INCOME, debt=INCOME)
    case.way, case.light = way, 1 << DEBT
    world.people["able"] = 10.0
    assert plain(own_people.begun_with_own)(world) == (way == doctrine.STRENGTH)
    plain(own_people.care, 0.99)(world, np.arange(2), 52, KEY, p)
    left_out = world.tally[0].withdrawn
    assert (left_out > 0.0) == (way == doctrine.STRENGTH)
    assert case.informal == pytest.approx(left_out)
