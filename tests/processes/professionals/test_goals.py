"""Whose goal it is (M7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.professionals import goals
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

whose, wishes = plain(goals.whose), plain(goals.wishes)
pulled, drifted, counts_for = plain(goals.pulled), plain(goals.drifted), plain(goals.counts_for)

P = numbers(wish=0.6, pressing=0.2, counting=0.3, holding=0.1, lost=0.5, felt=0.4)


def test_a_goal_goes_to_who_wishes_and_is_let_then_to_who_has_room_then_to_the_organisation():
    assert whose(True, 0.7, 0.5, 0.6, 0.0) == goals.RESIDENT
    assert whose(True, 0.7, 0.5, 0.8, 0.4) == goals.OF_PROFESSIONAL
    assert whose(False, 1.0, 0.5, 0.0, 0.6) == goals.OF_ORGANISATION


@given(lead=shares, mandate=shares, first=inside, second=inside)
def test_who_does_not_wish_sets_no_goal_and_full_room_leaves_none_to_the_organisation(
    lead, mandate, first, second
):
    assert whose(False, lead, mandate, first, second) != goals.RESIDENT
    assert whose(True, lead, 1.0, first, second) != goals.OF_ORGANISATION


def test_a_goal_half_drifted_is_pulled_further_and_brought_back():
    pull = pulled(1.5, 0.5, P)
    assert pull == pytest.approx(0.2 * 0.5 + 0.3 * 0.5)
    assert drifted(0.5, pull, False, P) == pytest.approx(0.5 + 0.25 * 0.5 - 0.1 * 0.75 * 0.5)
    assert drifted(0.5, 0.0, True, P) == pytest.approx(0.45 + 0.5 * 0.55)


@given(drift=shares, load=amounts(3.0), pressure=shares, new=st.booleans())
def test_drift_stays_a_share_and_more_pull_never_brings_it_back(drift, load, pressure, new):
    after = drifted(drift, pulled(load, pressure, P), new, P)
    assert 0.0 <= after <= 1.0
    assert after >= drifted(drift, 0.0, new, P) - 1e-12


@given(own=st.booleans(), wished=st.booleans(), drift=shares)
def test_help_counts_for_less_where_the_wish_is_passed_by(own, wished, drift):
    counts = counts_for(own, wished, drift, P)
    assert 0.6 - 1e-12 <= counts <= 1.0
    assert counts >= counts_for(False, True, drift, P)


@given(drift=shares, load=amounts(3.0), pressure=shares, even=shares)
def test_neutral_numbers_give_nobody_a_goal_and_let_none_drift(drift, load, pressure, even):
    off = neutral_of(goals.GoalsParameters, "wish", "pressing", "counting", "lost", "felt",
                     holding=0.1)  # fmt: skip
    assert not wishes(even, off)
    assert drifted(0.0, pulled(load, pressure, off), True, off) == 0.0
    assert counts_for(False, True, drift, off) == 1.0
