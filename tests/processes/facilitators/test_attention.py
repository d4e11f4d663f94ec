"""Attention of a hub (M2)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.facilitators import attention
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

bought_hours, asked = plain(attention.bought_hours), plain(attention.asked)
answered, timeliness = plain(attention.answered), plain(attention.timeliness)
keeps_promise = plain(attention.keeps_promise)

P = numbers(
    always=1.0, each_tie=0.1, each_stuck=0.05, outside=0.5, a_request=2.0, patience=4.0, most=0.5
)


def test_a_years_money_buys_fewer_hours_at_a_higher_tariff():
    assert bought_hours(52 * 900.0, 1.0, 90.0) == pytest.approx(10.0)
    assert bought_hours(52 * 900.0, 2.0, 90.0) == pytest.approx(5.0)


@given(ties=st.integers(0, 60), scope=inside)
def test_who_is_tied_to_more_people_is_asked_for_more_hours(ties, scope):
    hours = asked(ties, 3.0, scope, P)
    assert asked(ties + 1, 3.0, scope, P) > hours > 0.0
    assert asked(ties, 3.0, scope + 0.01, P) > hours


def test_who_keeps_to_the_assignment_answers_the_part_that_belongs_to_it():
    assert asked(10, 3.0, 0.0, P) == pytest.approx(asked(10, 3.0, 1.0, P) * (1 - P.outside))


@given(queue=amounts(100.0), hours=amounts(40.0))
def test_requests_take_at_most_half_of_the_week_and_never_more_than_wait(queue, hours):
    assert answered(queue, hours, P) == min(queue, 0.5 * hours)


@given(queue=amounts(100.0), hours=amounts(40.0, 1.0))
def test_the_longer_the_queue_the_less_its_news_is_worth_and_the_fewer_promises_hold(queue, hours):
    assert 0.0 < timeliness(queue, hours, P) <= 1.0
    assert timeliness(queue + 1, hours, P) < timeliness(queue, hours, P)
    assert keeps_promise(queue + 1, hours) < keeps_promise(queue, hours) <= 1.0
    assert timeliness(queue + 1, hours + 1, P) > timeliness(queue + 1, hours, P)


def test_news_that_waits_as_long_as_its_shelf_life_keeps_37_percent_of_its_worth():
    """Forty hours of requests, ten a week: four weeks."""
    assert timeliness(40.0, 20.0, P) == pytest.approx(1 / math.e)


def test_a_queue_of_one_week_breaks_half_of_the_promises():
    assert keeps_promise(8.0, 8.0) == 0.5
    assert keeps_promise(0.0, 8.0) == 1.0


@given(queue=amounts(100.0))
def test_without_hours_nothing_arrives_and_nothing_is_kept(queue):
    assert timeliness(queue, 0.0, P) == keeps_promise(queue, 0.0) == 0.0


@given(ties=st.integers(0, 60), share=shares)
def test_switched_off_nobody_asks_anything(ties, share):
    off = neutral_of(
        attention.AttentionParameters, "always", "each_tie", "each_stuck", "scope",
        outside=share, a_request=1.0,
    )  # fmt: skip
    assert asked(ties, 3.0, off.scope, off) == 0.0


def test_hours_for_learning_guide_as_many_members_as_they_reach():
    guides = plain(attention.guides)
    p = numbers(guiding=0.25)
    assert guides(0.0, 10, p) == 0.0
    assert guides(1.25, 10, p) == 0.5
    assert guides(40.0, 10, p) == guides(1.0, 0, p) == 1.0
