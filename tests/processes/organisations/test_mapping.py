"""Mapping who does what (M9)."""

import pytest
from hypothesis import given

from model.processes.organisations import mapping
from tests.generators import neutral_of, numbers, plain, shares

is_due, hours_this_week = plain(mapping.is_due), plain(mapping.hours_this_week)
known, out_of_date = plain(mapping.known), plain(mapping.out_of_date)
clearer, arrives = plain(mapping.clearer), plain(mapping.arrives)

P = numbers(times=10.0, hours=6.0, kept=0.5, owners=0.2, directs=0.4)


@pytest.mark.parametrize(("times", "weeks"), [(1, [0, 520]), (10, list(range(0, 521, 52)))])
def test_a_map_is_made_once_or_every_year_and_never_before_the_start(times: int, weeks: list[int]):
    p = numbers(times=float(times))
    assert [week for week in range(-104, 521) if is_due(week, p)] == weeks


def test_it_takes_six_hours_of_a_post_in_the_week_in_which_it_is_made():
    assert hours_this_week(52, 2.0, P) == 12.0
    assert hours_this_week(53, 2.0, P) == 0.0


def test_half_of_it_sticks_and_with_a_fifth_of_the_people_a_fifth_of_that_is_gone():
    assert known(0.1, P) == 0.5
    assert known(0.7, P) == 0.7
    assert out_of_date(0.5, 0.2) == pytest.approx(0.4)


@given(chance=shares, overview=shares)
def test_it_makes_nothing_less_clear_and_nobody_lose_the_way(chance, overview):
    for better in (clearer(chance, overview, P), arrives(chance, overview, P)):
        assert chance <= better <= 1.0 + 1e-12


@given(chance=shares, overview=shares)
def test_neutral_numbers_make_no_map_and_a_map_of_no_use_changes_nothing(chance, overview):
    off = neutral_of(mapping.MappingParameters, "times", "owners", "directs", "kept", hours=6.0)
    assert not is_due(0, off)
    assert hours_this_week(0, 1.0, off) == 0.0
    assert clearer(chance, overview, off) == arrives(chance, overview, off) == chance
    assert known(overview, off) == overview
