"""New rules in running contracts (M11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import settling
from model.processes.organisations.settling import SettlingParameters
from tests.generators import neutral_of, numbers, plain, shares

in_force, is_signed = plain(settling.in_force), plain(settling.is_signed)


def test_a_contract_that_binds_for_four_fifths_lets_a_fifth_of_the_change_through():
    assert in_force(0.5, 0.0, numbers(binds=0.8)) == pytest.approx(0.1)
    assert in_force(0.0, 0.5, numbers(binds=0.8)) == pytest.approx(0.4), "the way back too"


@given(rule=shares, settled=shares, binds=shares)
def test_what_holds_lies_between_what_was_and_what_is_wanted(rule, settled, binds):
    found = in_force(rule, settled, numbers(binds=binds))
    assert min(rule, settled) - 1e-12 <= found <= max(rule, settled) + 1e-12


@given(rule=shares, settled=shares)
def test_without_it_everybody_follows_at_once(rule, settled):
    assert in_force(rule, settled, neutral_of(SettlingParameters, "binds")) == rule


@given(rule=shares, binds=shares)
def test_where_nothing_changed_a_contract_changes_nothing(rule, binds):
    assert in_force(rule, rule, numbers(binds=binds)) == rule


@given(end=st.integers(-100, 520), week=st.integers(-100, 520))
def test_a_provider_signs_at_the_end_of_its_contract_and_the_team_at_the_turn_of_the_year(
    end, week
):
    assert is_signed(True, end, week) == (end <= week)
    assert is_signed(False, end, week) == (week % 52 == 0)
