"""Tempo, help of the city, and expectations (M22)."""

import pytest
from hypothesis import given

from model.processes.organisations import tempo as rule
from model.processes.organisations.tempo import TempoParameters
from tests.generators import amounts, neutral_of, numbers, plain, shares

done, capacity, joined = plain(rule.done), plain(rule.capacity), plain(rule.joined)
helped, paperwork, announced = plain(rule.helped), plain(rule.paperwork), plain(rule.announced)
expected, soured = plain(rule.expected), plain(rule.soured)

P = numbers(
    pace=12.0, joining=0.2, city=3.0, capacity=12.0, paper=0.01, excites=0.1, sours=0.02,
    credit=1.0, sobering=26.0,
)  # fmt: skip
OFF = neutral_of(TempoParameters, "pace", "joining", "city", "capacity", "paper", "excites",
                 "sours", sobering=26.0, credit=1.0)  # fmt: skip


def test_a_city_with_a_department_has_time_for_three_times_as_much():
    assert capacity(True, P) == pytest.approx(3 * capacity(False, P))
    assert 13 * capacity(False, P) == pytest.approx(12.0)
    assert joined(capacity(False, P), P) == pytest.approx(0.2 * capacity(False, P))


@given(asked=amounts(5.0), time=amounts(5.0), more=amounts(5.0))
def test_nobody_does_more_than_is_asked_or_than_there_is_time_for(asked, time, more):
    real = done(asked, time, 0.0)
    assert real <= min(asked, time)
    assert done(asked, time, more) >= real


@given(wanted=amounts(5.0), spare=amounts(5.0), balance=amounts(3.0, -3.0))
def test_help_ends_where_too_much_is_owed(wanted, spare, balance):
    received = helped(wanted, spare, balance, P)
    assert 0.0 <= received <= min(wanted, spare)
    assert balance - received >= min(balance, -P.credit)


@given(now=shares, asked=amounts(5.0), results=shares)
def test_expectations_stay_on_their_scale_and_rise_with_news(now, asked, results):
    after = expected(now, announced(asked), results, P)
    assert 0.0 <= after <= 1.0
    assert expected(now, announced(asked + 1.0), results, P) >= after


def test_without_news_expectations_come_down_half_of_the_way_in_half_a_year():
    now = 0.9
    for _ in range(13):
        now = expected(now, 0.0, 0.1, numbers(excites=0.1, sobering=52.0))
    assert now == pytest.approx(0.5)


def test_news_without_results_rises_first_and_costs_commitment_later():
    """From euphoria to setback: no line says so, the course follows."""
    course, commitment = [0.0], [0.6]
    for meeting in range(39):
        news = announced(3.0) if meeting < 13 else 0.0
        course.append(expected(course[-1], news, 0.1, P))
        commitment.append(soured(commitment[-1], course[-1], 0.1, P))
    assert course.index(max(course)) == 13
    assert course[39] < 0.5 * course[13]
    assert commitment[39] < commitment[13] < commitment[0]


@given(asked=amounts(5.0), now=shares, results=shares, commitment=shares)
def test_switched_off_there_is_time_for_all_and_nobody_is_disappointed(
    asked, now, results, commitment
):
    assert done(asked, capacity(False, OFF), 0.0) == asked
    assert joined(capacity(False, OFF), OFF) == 0.0
    assert paperwork(asked, OFF) == 0.0
    assert soured(commitment, now, results, OFF) == commitment
    assert expected(now, announced(asked), results, OFF) <= max(now, results)
