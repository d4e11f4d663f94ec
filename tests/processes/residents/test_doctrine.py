"""Where help begins (M17)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.residents import doctrine
from model.processes.residents.doctrine import AS_USUAL, DEMAND, STRENGTH, SUPPLY
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

begins, hours, fits = plain(doctrine.begins), plain(doctrine.hours), plain(doctrine.fits)
left_to_own, supports = plain(doctrine.left_to_own), plain(doctrine.supports)
at_work = plain(doctrine.at_work)
ways = st.sampled_from((AS_USUAL, SUPPLY, DEMAND, STRENGTH))

P = numbers(
    supply=0.2, demand=0.3, strength=0.1, ready=0.1, misses=0.2, wants=0.2, meets=0.5, own=0.5,
    support=0.3,
)  # fmt: skip


def share_of(way: int, p) -> float:
    return sum(begins((number + 0.5) / 1000.0, p) == way for number in range(1000)) / 1000.0


def test_help_begins_in_each_way_as_often_as_is_set():
    assert [share_of(way, P) for way in range(4)] == [0.4, 0.2, 0.3, 0.1]


def test_where_more_than_all_is_set_ways_keep_their_proportion():
    p = numbers(supply=1.0, demand=0.5, strength=0.5)
    assert [share_of(way, p) for way in range(4)] == [0.0, 0.5, 0.25, 0.25]


def test_a_ready_offer_saves_a_tenth_and_misses_a_fifth_by_these_numbers():
    assert hours(SUPPLY, 2.0, P) == pytest.approx(1.8)
    assert fits(SUPPLY, 0.5, P) == pytest.approx(0.4)


def test_what_is_asked_takes_a_fifth_more_and_mends_half_of_what_does_not_fit():
    assert hours(DEMAND, 2.0, P) == pytest.approx(2.4)
    assert fits(DEMAND, 0.5, P) == pytest.approx(0.75)


@given(fit=inside, number=amounts(0.6, -0.3))
def test_either_sign_is_possible(fit, number):
    p = numbers(misses=number, meets=number)
    assert (fits(SUPPLY, fit, p) - fit) * number <= 0.0
    assert (fits(DEMAND, fit, p) - fit) * number >= 0.0


@given(way=ways, fit=shares, number=amounts(0.6, -0.3))
def test_a_fit_stays_a_share(way, fit, number):
    assert 0.0 <= fits(way, fit, numbers(misses=number, meets=number)) <= 1.0


@given(shifted=st.floats(0.0, 0.6), own=st.floats(0.1, 0.9))
def test_own_strength_comes_on_top_of_what_is_withdrawn_and_leaves_the_others_alone(shifted, own):
    p = numbers(own=own)
    assert left_to_own(STRENGTH, shifted, p) == pytest.approx(1 - (1 - shifted) * (1 - own))
    assert left_to_own(DEMAND, shifted, p) == shifted


@given(freed=amounts(5.0), support=shares)
def test_support_takes_no_more_than_what_falls_free(freed, support):
    p = numbers(support=support)
    assert 0.0 <= supports(STRENGTH, freed, p) <= freed
    assert supports(SUPPLY, freed, p) == 0.0


@given(even=st.floats(0.0, 0.999), whole=amounts(3.0), fit=shares, shifted=shares)
def test_switched_off_help_begins_as_usual_and_nothing_changes(even, whole, fit, shifted):
    off = neutral_of(
        doctrine.DoctrineParameters, "supply", "demand", "strength",
        ready=0.1, misses=0.1, wants=0.1, meets=0.3, own=0.5, support=0.3,
    )  # fmt: skip
    assert not at_work(off)
    way = begins(even, off)
    assert way == AS_USUAL
    assert (hours(way, whole, off), fits(way, fit, off)) == (whole, fit)
    assert (left_to_own(way, shifted, off), supports(way, whole, off)) == (shifted, 0.0)
