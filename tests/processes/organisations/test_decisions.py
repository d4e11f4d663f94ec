"""Decisions (M16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import decisions
from model.state.axes import ORGANISATIONS
from tests.generators import amounts, neutral_of, numbers, plain, shares

asked, says_no, takes = plain(decisions.asked), plain(decisions.says_no), plain(decisions.takes)
of_team, of_desk = plain(decisions.of_team), plain(decisions.of_desk)
severity = st.integers(1, 3)


def test_the_municipality_decides_on_income_support_at_home_and_youth_care_only():
    about = [name for row, name in enumerate(ORGANISATIONS) if plain(decisions.covers)(row)]
    assert about == ["income", "support", "youth"]


@given(even=shares, level=severity, needed=shares, least=st.integers(1, 3))
def test_light_help_may_be_free_where_heavier_help_is_not(even, level, needed, least):
    p = numbers(needed=needed, least=float(least))
    assert asked(even, level, p) == (level >= least and even < needed)


@given(even=shares, level=st.integers(1, 2), refused=amounts(0.5))
def test_a_heavier_need_is_never_refused_where_a_lighter_one_is_not(even, level, refused):
    p = numbers(refused=refused)
    assert says_no(even, level, p) >= says_no(even, level + 1, p)


def test_one_in_five_one_in_twenty_five_and_less_than_one_in_a_hundred_is_refused():
    p = numbers(refused=0.2)
    assert [says_no(0.19, level, p) for level in (1, 2, 3)] == [True, False, False]
    assert [says_no(0.039, level, p) for level in (1, 2, 3)] == [True, True, False]
    assert says_no(0.007, 3, p)


@pytest.mark.parametrize(
    ("by_team", "near", "weeks"), [(0.0, 0.5, 6), (1.0, 0.5, 3), (0.5, 0.5, 5), (1.0, 1.2, 7)]
)
def test_a_decision_takes_whole_weeks_less_or_more_where_the_team_decides(by_team, near, weeks):
    assert takes(by_team, numbers(weeks=6.0, near=near)) == weeks


@given(count=amounts(100.0), by_team=shares, hours=amounts(10.0, 1.0))
def test_every_hour_of_a_decision_is_of_the_team_or_of_the_desk(count, by_team, hours):
    p = numbers(hours=hours)
    team, desk = of_team(count, by_team, p), of_desk(count, by_team, p)
    assert team + desk == pytest.approx(hours * count)
    assert min(team, desk) >= 0.0


@given(even=shares, level=severity)
def test_switched_off_nothing_needs_a_decision_and_nothing_is_refused(even, level):
    off = neutral_of(decisions.DecisionsParameters, "needed", "refused", least=1.0)
    assert not asked(even, level, off)
    assert not says_no(even, level, off)
