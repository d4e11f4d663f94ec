"""Weighing costs and benefits (M27)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import weighing
from model.processes.organisations.weighing import WeighingParameters
from tests.generators import amounts, neutral_of, numbers, plain

worth = plain(weighing.worth)
weeks = st.integers(-104, 520)


def test_after_two_years_at_a_tenth_a_euro_counts_for_less_than_five_sixths():
    assert worth(104, numbers(discount=0.1)) == pytest.approx(1 / 1.21)
    assert worth(26, numbers(discount=0.21)) == pytest.approx(1 / 1.1), "half a year, half of it"


@given(week=weeks, discount=amounts(0.06))
def test_later_never_counts_for_more_and_before_the_start_all_counts(week, discount):
    p = numbers(discount=discount)
    assert 0.0 < worth(week + 1, p) <= worth(week, p) <= 1.0
    assert week > 0 or worth(week, p) == 1.0


@given(week=weeks)
def test_without_it_a_euro_is_a_euro(week):
    assert worth(week, neutral_of(WeighingParameters, "discount")) == 1.0
