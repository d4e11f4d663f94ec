"""A side with its moved levers: always one that the model can run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.front import declared, stories, worlds
from experiments.front.answering import counts, curves
from experiments.front.desk import Desk, asked
from experiments.front.shapes import Question, Side
from model.place_facts import Text
from scenarios import checking

LEVERS = declared.levers()
KEYS = [scenario.key for scenario in stories.scenarios()]


@st.composite
def sides(draw) -> Side:
    """A scenario with any few levers anywhere."""
    moved = {}
    for lever in draw(st.lists(st.sampled_from(LEVERS), max_size=6)):
        low, high = lever.between
        steps = draw(st.integers(0, int((high - low) / lever.step)))
        choices = [value for value, _ in lever.choices]
        value = min(high, float(f"{low + steps * lever.step:.9g}"))
        moved[lever.address] = draw(st.sampled_from(choices)) if choices else value
    return Side(draw(st.sampled_from(KEYS)), tuple(sorted(moved.items())))


@settings(max_examples=25, deadline=None)
@given(sides())
def test_any_setting_of_the_levers_can_be_run(side):
    values = worlds.resolved(side).values
    assert not checking.together_faults(values, lambda address: address)
    asked(Question("doorsnee", side, side, 1, 1)).sides()


@settings(max_examples=25, deadline=None)
@given(sides())
def test_a_side_does_not_differ_from_itself(side):
    assert worlds.differences(Question("doorsnee", side, side, 1, 1)) == []


def test_a_moved_share_makes_the_others_give_way():
    side = Side("facilitator_external", (("spending.on_team_hours", 0.25),))
    assert worlds.value(side, "spending.on_facilitation") == pytest.approx(0.75)


def test_a_lever_of_somebody_who_is_not_paid_is_idle():
    assert worlds.idle(Side("more_team_hours"), "facilitator.board")
    assert not worlds.idle(Side("facilitator_split"), "facilitator.board")
    assert not worlds.idle(Side("as_it_is_now"), "hours.protected")


def test_the_money_of_a_side_is_told_each_year_and_in_all():
    extra = worlds.extra(Side("more_team_hours"), "doorsnee")
    assert (extra.per_resident, extra.a_year, extra.weeks, extra.in_all) == (9, 54000, 156, 162000)


@pytest.mark.parametrize(("runs", "half", "wide"), [(19, 0, 0), (20, 1, 0), (59, 1, 0), (60, 1, 1)])
def test_bands_come_when_there_are_runs_enough(runs, half, wide):
    drawn = curves(np.random.default_rng(1).random((runs, 5)))
    assert (drawn.half is not None, drawn.wide is not None) == (bool(half), bool(wide))


def test_nothing_measured_is_nothing_to_compare():
    nothing = np.full(30, np.nan)
    assert counts(nothing, np.ones(30), 0.1) is None
    assert curves(np.full((30, 2), np.nan)).median == [None, None]


@pytest.mark.parametrize(("step", "handy"), [(0.08, 0.05), (0.0025, 0.002), (1, 1), (0.5, 0.5)])
def test_steps_are_handy(step, handy):
    assert declared.handy(step) == handy


def test_every_opening_asks_for_what_exists():
    for opening in Desk().openings():
        assert {opening.a, opening.b} <= set(KEYS)
        assert opening.name("nl") != opening.name("en")


def test_places_stand_under_their_municipality_the_made_up_ones_last():
    places = stories.places()
    assert isinstance(places[0].place.caveat, Text)
    assert places[0].group("nl") == "Utrecht"
    assert places[-1].place.stylised


def test_posts_are_told_to_cost_money_too():
    side = Side("as_it_is_now")
    more = Side("as_it_is_now", (("staffing.team", 15.0),))
    (found,) = worlds.differences(Question("doorsnee", side, more, 1, 1))
    assert (found.money, found.posts) == (False, True)
