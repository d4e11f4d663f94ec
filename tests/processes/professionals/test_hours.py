"""Hours (M14)."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.chance import key_of
from model.processes.professionals import hours
from model.state.axes import FACILITATOR, PROFESSIONAL, TEAM, WELFARE
from model.state.tables import ACTORS, PAIRS
from model.state.tally import SYSTEM
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares, table

care_capacity, strained = plain(hours.care_capacity), plain(hours.strained)
leaves, pushed = plain(hours.leaves), plain(hours.pushed)
turn_over = plain(hours.turn_over)

P = numbers(
    straining=0.02, resting=0.02, leaving=0.12, strain_leaves=1.5, overtime=0.05, vacancy=8.0
)
EXPECTED = numbers(within=0.7, between=0.4)
KEY = key_of(1, 1)


def test_a_week_of_36_hours_leaves_21_for_care():
    assert care_capacity(36.0, 0.37, 1.0, 0.68) == pytest.approx(21.0)


@given(week=amounts(40, 1), admin=inside, protected=amounts(8), coordination=amounts(8))
def test_every_hour_of_paperwork_meetings_and_coordination_comes_out_of_care(
    week, admin, protected, coordination
):
    now = care_capacity(week, admin, protected, coordination)
    assert 0.0 <= now <= week
    assert care_capacity(week, admin + 0.01, protected, coordination) <= now
    assert care_capacity(week, admin, protected + 1, coordination) == pytest.approx(max(0, now - 1))
    assert care_capacity(week, admin, protected, coordination + 1) == pytest.approx(max(0, now - 1))
    assert care_capacity(week + 1, admin, protected, coordination) >= now


@given(strain=shares, load=amounts(5.0))
def test_strain_stays_on_its_scale_and_grows_only_with_overload(strain, load):
    after = strained(strain, load, P)
    assert 0.0 <= after <= 1.0
    assert load > 1.0 or after <= strain
    assert strained(strain, load + 1.0, P) >= after


def test_strain_settles_where_growth_and_rest_balance():
    """At a load of 1.5 growth is half of rest: one third of full strain."""
    strain = 0.0
    for _ in range(2000):
        strain = strained(strain, 1.5, P)
    assert strain == pytest.approx(0.01 / 0.03)


def test_half_of_strain_is_gone_after_35_weeks_of_normal_load():
    strain = 1.0
    for _ in range(35):
        strain = strained(strain, 1.0, P)
    assert strain == pytest.approx(0.5, abs=0.01)


@given(even=shares, strain=inside)
def test_who_leaves_unstrained_also_leaves_strained(even, strain):
    assert leaves(strain, even, P) or not leaves(0.0, even, P)


def test_weekly_chances_add_up_to_the_yearly_turnover():
    chance = -math.expm1(-0.12 / 52)
    assert leaves(0.0, chance * 0.999, P)
    assert not leaves(0.0, chance * 1.001, P)
    strained_chance = -math.expm1(-0.12 / 52 * math.exp(1.5))
    assert leaves(1.0, strained_chance * 0.999, P)
    assert not leaves(1.0, strained_chance * 1.001, P)


@given(load=amounts(5.0))
def test_overtime_starts_at_overload_and_stops_at_its_limit(load):
    share = pushed(load, P)
    assert 0.0 <= share <= P.overtime
    assert (share > 0.0) == (load > 1.0) or load - 1 < 1e-9
    assert pushed(1.02, P) == pytest.approx(0.02)


def team(count: int = 6):
    actors = table(
        ACTORS, count, role=PROFESSIONAL, colleagues=2.0, tenure=30, strain=0.5,
        id=np.arange(count), organisation=np.arange(count) % 2,
    )  # fmt: skip
    actors[count - 1].role = FACILITATOR
    return actors, table(PAIRS, count, count, strength=0.6, familiarity=9.0, trust=0.9, together=1)


def a_week(actors, pairs, **changes):
    system = table(SYSTEM, 1)[0]
    p = numbers(**vars(P) | changes)
    turn_over(actors, pairs, 5, KEY, EXPECTED, system, p)
    return system


def test_a_successor_is_somebody_else_unknown_to_all_and_trusted_as_expected():
    actors, pairs = team()
    system = a_week(actors, pairs, leaving=1e6)
    assert actors["id"].tolist() == [6, 7, 8, 9, 10, 5], "facilitators leave by contract only"
    assert actors["vacant"].tolist() == [8, 8, 8, 8, 8, 0]
    assert actors["strain"][0] == 0.0
    assert actors["tenure"][0] == 0
    assert (pairs["strength"][0, 1:] == 0.0).all()
    assert (pairs["strength"][1:, 0] == 0.0).all()
    assert (pairs["familiarity"][0, 1:] == 0.0).all()
    assert (pairs["together"][1:, 0] == 0.0).all()
    assert pairs["trust"][0, 1:4] == pytest.approx([0.4, 0.7, 0.4])
    assert pairs["trust"][1:4, 0] == pytest.approx([0.4, 0.7, 0.4])
    assert system.left == system.staff == 10.0, "two posts for each of five seats"


def test_who_stays_keeps_ties_and_grows_in_tenure_and_a_vacancy_runs_out():
    actors, pairs = team()
    actors[0].vacant = 2
    system = a_week(actors, pairs, leaving=0.0)
    assert (pairs["strength"] == np.float32(0.6)).all()
    assert actors["tenure"].tolist() == [31, 31, 31, 31, 31, 30]
    assert actors["vacant"].tolist() == [1, 0, 0, 0, 0, 0]
    assert system.left == 0.0


@given(strain=shares, load=amounts(5.0), even=shares)
def test_switched_off_nobody_is_strained_works_over_or_leaves_because_of_load(strain, load, even):
    off = neutral_of(
        hours.HoursParameters, "straining", "strain_leaves", "overtime", resting=0.02, leaving=0.1
    )
    assert strained(strain, load, off) <= strain
    assert leaves(strain, even, off) == leaves(0.0, even, off)
    assert pushed(load, off) == 0.0


def test_nobody_leaves_an_empty_seat():
    actors, pairs = team()
    actors["vacant"] = 5
    assert a_week(actors, pairs, leaving=1e6).left == 0.0


def test_a_successor_has_not_seen_what_the_one_before_saw_in_a_facilitator():
    actors, pairs = team()
    pairs["conflict"] = 0.5
    a_week(actors, pairs, leaving=1e6)
    assert (pairs["conflict"][0, 1:] == 0.0).all()


@given(week=amounts(40, 1), times=amounts(1.25, 0.5), organisation=st.integers(0, 7))
def test_room_at_specialists_is_not_of_the_team_and_welfare(week, times, organisation):
    seat = plain(hours.of_seat)(week, organisation, numbers(specialists=times))
    assert seat == (week if organisation in (TEAM, WELFARE) else week * times)
    assert plain(hours.of_seat)(week, organisation, numbers(specialists=1.0)) == week
