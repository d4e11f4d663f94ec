"""Team leaders of a region who meet (M21)."""

import pytest
from hypothesis import given

from model.processes.organisations import team_leaders as rule
from model.processes.organisations.team_leaders import TeamLeadersParameters
from tests.generators import amounts, neutral_of, numbers, plain, shares

taken_over, noticed, attended = plain(rule.taken_over), plain(rule.noticed), plain(rule.attended)
OFF = neutral_of(TeamLeadersParameters, "meetings", "told")


def test_fewer_meetings_that_each_tell_more_take_over_as_much():
    monthly, quarterly = numbers(told=0.1, meetings=13.0), numbers(told=0.271, meetings=13.0 / 3.0)
    assert taken_over(monthly) == pytest.approx(taken_over(quarterly))


@given(told=shares, meetings=amounts(24.0), more=amounts(24.0))
def test_more_meetings_never_spread_less(told, meetings, more):
    few, many = (numbers(told=told, meetings=n) for n in (meetings, meetings + more))
    assert 0.0 <= taken_over(few) <= taken_over(many) <= 1.0


@given(usual=amounts(52.0), meetings=amounts(24.0))
def test_a_deviation_is_never_seen_later_for_a_meeting(usual, meetings):
    assert noticed(usual, numbers(meetings=meetings)) <= usual


def test_a_monthly_meeting_of_eight_hours_takes_nearly_two_hours_a_week():
    assert attended(numbers(meetings=12.0, hours=8.0)) == pytest.approx(96.0 / 52.0)


@given(usual=amounts(52.0))
def test_switched_off_nothing_goes_round_and_nobody_meets(usual):
    assert taken_over(OFF) == attended(numbers(meetings=OFF.meetings, hours=8.0)) == 0.0
    assert noticed(usual, OFF) == usual
