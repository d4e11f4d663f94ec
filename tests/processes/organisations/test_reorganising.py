"""Reorganising (M14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import reorganising
from model.processes.organisations.reorganising import ReorganisingParameters
from tests.generators import numbers, plain, shares

is_due, goes_elsewhere = plain(reorganising.is_due), plain(reorganising.goes_elsewhere)


@pytest.mark.parametrize(("times", "weeks"), [(1, [520]), (2, [260, 520]), (3, [173, 346, 519])])
def test_reorganisations_lie_evenly_over_ten_years(times: int, weeks: list[int]):
    p = numbers(times=float(times))
    assert [week for week in range(-104, 521) if is_due(week, p)] == weeks


@given(week=st.integers(-104, 520))
def test_without_any_no_week_is_special(week):
    assert not is_due(week, ReorganisingParameters())


@given(even=shares)
def test_who_moves_is_a_matter_of_chance(even):
    assert goes_elsewhere(even, numbers(moved=0.5)) == (even < 0.5)
