"""Who is responsible (M25)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.residents import responsibility
from tests.generators import amounts, inside, levels, neutral_of, numbers, plain, shares

in_force, formal = plain(responsibility.in_force), plain(responsibility.formal)
left_out, given_ = plain(responsibility.left_out), plain(responsibility.given)
can_give, able = plain(responsibility.can_give), plain(responsibility.able)
follows_wish, wishes = plain(responsibility.follows_wish), plain(responsibility.wishes)
P = numbers(
    willing=0.33, hours=2.5, offered=0.5, wearing=0.2, usual_care=0.25, nearby=0.5, refusing=0.25,
    withdrawn=0.4, begin=0.0, phase_in=104.0, redeployed=0.0,
)  # fmt: skip


@given(week=st.integers(-104, 400), later=st.integers(0, 100))
def test_the_shift_comes_step_by_step_and_never_back(week, later):
    now, then = in_force(week, P), in_force(week + later, P)
    assert 0.0 <= now <= then <= 0.4


@given(hours=amounts(3.0), level=levels, shifted=st.floats(0.0, 0.6))
def test_only_light_help_steps_back(hours, level, shifted):
    left = formal(hours, level, shifted)
    assert left == (hours if level > 1 else pytest.approx(hours * (1.0 - shifted)))


@given(shifted=st.floats(0.01, 0.6))
def test_what_was_withdrawn_is_what_is_missing(shifted):
    left = formal(0.5, 1, shifted)
    assert left_out(left, shifted) == pytest.approx(0.5 - left)


@given(hours=amounts(10.0), asked=amounts(40.0, 0.1))
def test_nobody_gives_more_than_there_is_or_than_is_asked(hours, asked):
    assert given_(hours, asked) * asked <= min(hours, asked) + 1e-9


@given(load=amounts(4.0), more=amounts(4.0))
def test_who_was_asked_too_much_has_less_to_give(load, more):
    assert can_give(2.5, False, load + more, P) <= can_give(2.5, False, load, P)
    assert can_give(2.5, True, 0.5, P) == pytest.approx(3.0)


def test_twice_too_much_takes_a_fifth_of_what_somebody_gives():
    assert can_give(2.5, False, 2.0, P) == pytest.approx(2.0)


@given(room=inside, rule=inside)
def test_more_room_and_less_rule_make_the_wish_count(room, rule):
    assert follows_wish(room, rule) <= follows_wish(room, 0.5 * rule)
    assert follows_wish(0.5 * room, rule) <= follows_wish(room, rule)
    assert follows_wish(room, 1.0) == 0.0


@given(even=shares)
def test_a_third_can_care_and_a_quarter_would_rather_not_be_cared_for(even):
    assert able(even, P) == (2.5 if even < 0.33 else 0.0)
    assert wishes(even, P) == (even < 0.25)


@given(week=st.integers(-104, 400), hours=amounts(3.0), level=levels)
def test_switched_off_no_help_is_withdrawn(week, hours, level):
    off = neutral_of(
        responsibility.ResponsibilityParameters,
        *("offered", "wearing", "refusing", "withdrawn", "redeployed"),
        begin=0.0, phase_in=52.0,
    )  # fmt: skip
    assert in_force(week, off) == 0.0
    assert formal(hours, level, in_force(week, off)) == hours
    assert left_out(hours, 0.0) == 0.0
    assert not wishes(0.0, off)
