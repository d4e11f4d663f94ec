"""Helpers side by side without one plan (M17)."""

import pytest
from hypothesis import given

from model.processes.professionals import alongside
from tests.generators import amounts, neutral_of, numbers, plain, shares

calls, demands = plain(alongside.calls), plain(alongside.demands)


@given(strength=shares, calling=amounts(3.0))
def test_who_knows_the_other_better_calls_more_and_strangers_never(strength, calling):
    p = numbers(calling=calling)
    assert 0.0 <= calls(strength, p) <= calling
    assert calls(0.0, p) == 0.0


@given(count=amounts(8.0, 1.0), touch=shares, settling=amounts(0.5))
def test_calls_settle_a_part_of_what_is_asked_twice_and_never_the_first(count, touch, settling):
    left = demands(count, touch, numbers(calling=1.0, settling=settling))
    assert 1.0 <= left <= count + 1e-12


def test_three_helpers_who_half_know_each_other():
    p = numbers(calling=2.0, settling=0.2)
    assert calls(0.5, p) == 1.0
    assert demands(3.0, 0.5, p) == pytest.approx(2.8)


@given(count=amounts(8.0, 1.0), touch=shares)
def test_switched_off_nobody_calls_and_nothing_is_settled(count, touch):
    off = neutral_of(alongside.AlongsideParameters, "calling", "settling")
    assert calls(touch, off) == 0.0
    assert demands(count, touch, off) == count
