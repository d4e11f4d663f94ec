"""Help itself (M17)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.residents import helping
from model.state.tables import ASKED, CASES, HELPING, JOINT, PARALLEL
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares, table

effect, attendance = plain(helping.effect), plain(helping.attendance)
coordination, demands = plain(helping.coordination), plain(helping.demands)
ends, asked_hours = plain(helping.ends), plain(helping.asked_hours)
refers = plain(helping.refers)

P = numbers(
    strength=0.02, half_way=1.0, burden=0.2, can_handle=2.0, meeting=0.5, linking=0.3,
    hours_a_level=0.6, letting_go=0.1, letting_go_specialist=0.04, letting_go_support=0.006,
    heavier_longer=0.5, heavier_referred=2.0,
)  # fmt: skip


def test_at_the_saturation_point_help_has_63_percent_of_its_strength():
    assert effect(1.0, 1.0, 1.0, P) == pytest.approx(0.02 * (1 - 1 / math.e))
    slow = numbers(strength=0.02, half_way=3.0)
    assert effect(3.0, 0.5, 0.5, slow) == pytest.approx(0.005 * (1 - 1 / math.e))


@given(hours=amounts(5.0), fit=shares, attending=shares)
def test_help_never_harms_and_never_exceeds_its_strength(hours, fit, attending):
    assert 0.0 <= effect(hours, fit, attending, P) <= P.strength


@given(hours=amounts(5.0, 0.1), fit=inside, attending=inside)
def test_more_hours_a_better_fit_and_better_attendance_each_help_more(hours, fit, attending):
    now = effect(hours, fit, attending, P)
    assert effect(hours + 0.1, fit, attending, P) > now
    assert effect(hours, fit + 0.01, attending, P) > now
    assert effect(hours, fit, attending + 0.01, P) > now


def test_the_second_hour_brings_less_than_the_first():
    first, second = effect(1.0, 1.0, 1.0, P), effect(2.0, 1.0, 1.0, P)
    assert second - first < first


def test_two_helpers_too_many_leave_two_thirds_of_attendance():
    assert attendance(4.0, P) == pytest.approx(math.exp(-0.4))


@given(helpers=st.integers(0, 8))
def test_attendance_is_full_up_to_what_a_household_can_handle_and_falls_beyond(helpers):
    share = attendance(helpers, P)
    assert (share == 1.0) == (helpers <= P.can_handle)
    assert share == 1.0 or attendance(helpers + 1, P) < share


def test_coordination_grows_with_pairs_not_with_parties():
    assert coordination(2, P) == pytest.approx((0.5 + 0.3) / 4)
    assert coordination(4, P) == pytest.approx((0.5 + 6 * 0.3) / 4)


def test_a_generalist_refers_each_heavier_level_twice_as_often_and_never_more_than_always():
    chances = [refers(level, numbers(referral=0.3, heavier_referred=2.0)) for level in (1, 2, 3)]
    assert chances == pytest.approx([0.15, 0.3, 0.6])
    assert refers(3, numbers(referral=0.6, heavier_referred=2.0)) == 1.0


def test_a_severe_need_asks_three_times_the_hours_of_a_light_one():
    assert asked_hours(3, P) == pytest.approx(1.8)


def test_each_kind_of_helper_lets_go_at_its_own_pace():
    assert ends(1, True, 0, P) == P.letting_go
    assert ends(1, False, 0, P) == P.letting_go_specialist
    for lasting in helping.LASTING:
        assert ends(1, False, lasting, P) == P.letting_go_support


@given(level=st.integers(1, 2), by_team=st.booleans(), domain=st.integers(0, 7))
def test_help_with_a_heavier_need_ends_half_as_soon(level, by_team, domain):
    chance = ends(level, by_team, domain, P)
    assert ends(level + 1, by_team, domain, P) == pytest.approx(chance / 2)


def helped_by(*workers: int, form: int = PARALLEL):
    case = table(CASES, 1, form=form)[0]
    for domain, worker in enumerate(workers):
        case.stage[domain], case.worker[domain] = HELPING, worker
    return case


def test_separate_tracks_ask_as_much_as_there_are_helpers():
    assert demands(helped_by(4, 7, 9)) == 3
    assert demands(helped_by(4, 7, 4)) == 2, "one helper with two needs is one helper"


def test_a_joint_plan_asks_one_thing_and_no_help_asks_nothing():
    assert demands(helped_by(4, 7, 9, form=JOINT)) == 1
    assert demands(helped_by(form=JOINT)) == 0


def test_who_has_only_been_asked_does_not_yet_ask_anything_of_the_household():
    case = helped_by(4, 7)
    case.stage[1] = ASKED
    assert demands(case) == 1


def test_for_a_single_helper_a_joint_plan_only_costs_hours():
    """No synergy: merging one demand into one changes nothing but the time spent."""
    assert demands(helped_by(4)) == demands(helped_by(4, form=JOINT))
    assert coordination(1, P) > 0.0


@given(hours=amounts(5.0), helpers=amounts(8.0), parties=st.integers(1, 8))
def test_switched_off_help_changes_nothing_and_costs_no_coordination(hours, helpers, parties):
    off = neutral_of(
        helping.HelpingParameters, "strength", "burden", "meeting", "linking",
        half_way=1.0, can_handle=2.0,
    )  # fmt: skip
    assert effect(hours, 1.0, 1.0, off) == 0.0
    assert attendance(helpers, off) == 1.0
    assert coordination(parties, off) == 0.0
