"""Direct access without a team (M16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import direct
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

seats, no_team = plain(direct.seats), plain(direct.no_team)
same_money, goes_to = plain(direct.same_money), plain(direct.goes_to)


@given(hours=amounts(40.0, 1.0), price=amounts(150.0, 40.0), there=amounts(150.0, 40.0))
def test_the_money_stays_the_same_and_comes_back_the_same(hours, price, there):
    moved = same_money(hours, price, there)
    assert moved * there == pytest.approx(hours * price)
    assert same_money(moved, there, price) == pytest.approx(hours)


@given(total=st.integers(0, 24), share=shares)
def test_seats_that_move_are_never_more_than_there_are(total, share):
    p = numbers(share=share)
    assert 0 <= seats(total, p) <= total
    assert no_team(p) == (share >= 1.0)
    assert seats(total, numbers(share=1.0)) == total


@given(even=inside, posts=st.lists(amounts(20.0), min_size=2, max_size=8))
def test_a_seat_goes_where_there_are_posts(even, posts):
    if sum(posts) > 1e-6:
        assert posts[goes_to(even, posts)] > 0.0


def test_seats_go_by_posts():
    found = [goes_to((number + 0.5) / 4, (0.0, 1.0, 3.0)) for number in range(4)]
    assert found == [1, 2, 2, 2]


@given(total=st.integers(0, 24))
def test_switched_off_all_seats_are_in_the_team(total):
    off = neutral_of(direct.DirectParameters, "share")
    assert seats(total, off) == 0
    assert not no_team(off)
