"""Who employs the team (M10)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import employer
from tests.generators import inside, neutral_of, numbers, plain, shares

asks_own, room = plain(employer.asks_own), plain(employer.room)
seats, lender = plain(employer.seats), plain(employer.lender)


@given(asks=shares, interest=st.floats(0.0, 0.2))
def test_own_interest_only_shows_where_the_specialist_is_of_the_own_employer(asks, interest):
    p = numbers(own_interest=interest)
    assert asks_own(asks, False, p) == asks
    assert asks - 1e-12 <= asks_own(asks, True, p) <= 1.0


@given(even=inside, rules=st.floats(0.0, 0.3))
def test_house_rules_give_room_as_readily_as_they_take_it(even, rules):
    p = numbers(house_rules=rules)
    assert room(even, p) == pytest.approx(-room(1.0 - even, p))
    assert abs(room(even, p)) <= rules


@given(total=st.integers(1, 24), first=shares, second=shares)
def test_employers_never_have_more_seats_than_there_are(total, first, second):
    p = numbers(municipality=0.1, foundation=first, providers=second)
    founded = seats(total, first, total, p)
    assert 0 <= founded <= total
    assert 0 <= seats(total, second, total - founded, p) <= total - founded


def test_every_lender_is_as_likely():
    found = [lender((number + 0.5) / 8) for number in range(8)]
    assert found == [3, 3, 4, 4, 5, 5, 6, 6]


@given(total=st.integers(1, 24))
def test_switched_off_all_are_with_the_municipality(total):
    names = ("municipality", "foundation", "providers")
    off = neutral_of(employer.EmployerParameters, *names)
    shares_of = (off.foundation, off.providers)
    assert [seats(total, share, total, off) for share in shares_of] == [0, 0]
