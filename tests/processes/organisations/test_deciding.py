"""Deciding at tables (M9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import deciding
from model.processes.organisations.deciding import FLIGHT, OVERSIGHT, RESOLUTION
from tests.generators import neutral_of, numbers, plain, shares

at_work, hours_a_week = plain(deciding.at_work), plain(deciding.hours_a_week)
needs, gathers, suffices = (plain(f) for f in (deciding.needs, deciding.gathers, deciding.suffices))
nearest, after_talk = plain(deciding.nearest), plain(deciding.after_talk)
agrees, passes, decided_by = (
    plain(f) for f in (deciding.agrees, deciding.passes, deciding.decided_by)
)

P = numbers(
    rule=2.0,
    hours=0.25,
    effort=1.0,
    widens=2.0,
    deliberation=2.0,
    halves=2.0,
    solves=0.6,
    acceptable=0.15,
)


def test_three_fields_and_two_organisations_a_quarter_apart_ask_eight_and_a_half_hours():
    assert needs(3, 2, 0.25, P) == 8.5
    assert gathers(1.0, 10.0, P) == 7.0
    assert suffices(8.5, 8.5)
    assert not suffices(8.5, 8.4)


@given(domains=st.integers(1, 8), parties=st.integers(2, 8), apart=shares)
def test_more_fields_parties_and_distance_never_ask_less(domains: int, parties: int, apart: float):
    least = needs(domains, parties, apart, P)
    assert needs(domains + 1, parties, apart, P) > least
    assert needs(domains, parties + 1, apart, P) > least
    assert needs(domains, parties, min(1.0, apart + 0.1), P) >= least


@given(agreeing=st.integers(0, 8), more=st.integers(0, 8))
def test_what_all_allow_two_thirds_allow_and_what_they_allow_who_leads_allows(agreeing, more):
    parties = max(1, agreeing + more)
    each = [passes(agreeing, parties, numbers(rule=float(rule))) for rule in (1, 2, 3)]
    assert each == sorted(each, reverse=True)
    assert passes(parties, parties, numbers(rule=3.0))


@given(apart=shares, hearing=shares)
def test_talk_never_drives_apart_and_who_cannot_hear_stays(apart: float, hearing: float):
    after = after_talk(apart, hearing, P)
    assert after == (apart / 2.0 if apart < hearing else apart)
    assert agrees(after, P) or not agrees(apart, P)


def test_the_nearest_table_is_the_first_of_equals_among_those_allowed():
    assert nearest([0, 1, 1], [-5.0, 2.0, 2.0]) == 1
    assert nearest([0, 0, 0], [1.0, 2.0, 3.0]) == deciding.NOWHERE


def test_a_decision_resolves_or_has_no_question_left_or_never_had_one():
    assert decided_by(True, True) == RESOLUTION
    assert decided_by(False, True) == FLIGHT
    assert decided_by(False, False) == OVERSIGHT


@given(gives=shares, posts=st.floats(0.0, 50.0))
def test_with_neutral_numbers_no_table_decides_and_no_hour_goes_there(gives: float, posts: float):
    off = neutral_of(deciding.DecidingParameters, "rule", "overruled", hours=0.25)
    assert not at_work(off)
    assert hours_a_week(gives, posts, off) == off.overruled == 0.0
    assert pytest.approx(hours_a_week(gives, posts, P)) == gives * posts / 4.0
