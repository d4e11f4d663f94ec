"""Experts by experience (M20)."""

import pytest
from hypothesis import given

from model.processes.organisations import lived_experience
from model.processes.organisations.lived_experience import LivedExperienceParameters
from tests.generators import amounts, neutral_of, numbers, plain, shares

says, is_there = plain(lived_experience.says), plain(lived_experience.is_there)
seen_together, opened = plain(lived_experience.seen_together), plain(lived_experience.opened)
guiding_hours = plain(lived_experience.guiding_hours)

P = numbers(knows=0.5, heard=0.6, general=0.7, absent=0.25, hours=3.0, along=2.0, guiding=4.0,
            opens=0.1, clashes=0.2)  # fmt: skip


def test_an_expert_speaks_of_three_in_ten_situations_and_is_right_in_seven_of_ten():
    assert [says(first, 0.5, P) for first in (0.29, 0.31)] == [1, 0]
    assert [says(0.1, second, P) for second in (0.69, 0.71)] == [1, -1]


def test_four_experts_go_along_to_six_meetings_a_week():
    assert seen_together(4.0, 12.0, P) == pytest.approx(0.5)
    assert seen_together(4.0, 3.0, P) == 1.0
    assert guiding_hours(4.0, 4.0, P) == 4.0


@given(trust=shares, even=shares)
def test_a_meeting_opens_somebody_or_goes_wrong(trust, even):
    after = opened(trust, even, P)
    assert 0.0 <= after <= 1.0
    assert (after <= trust) if even < 0.2 else (after >= trust)


@given(even=shares)
def test_a_place_is_empty_one_month_in_four(even):
    assert is_there(even, P) == (even >= 0.25)


@given(first=shares, second=shares, trust=shares, households=amounts(50.0))
def test_neutral_numbers_let_nobody_speak_or_go_along(first, second, trust, households):
    off = neutral_of(LivedExperienceParameters, "experts", "knows", "heard", "opens",
                     hours=3.0, along=2.0, guiding=4.0, general=0.7, clashes=0.2)  # fmt: skip
    assert says(first, second, off) == 0
    assert opened(trust, even=second, p=off) == trust
    assert seen_together(off.experts, households, off) == 0.0
    assert guiding_hours(off.experts, 4.0, off) == 0.0
