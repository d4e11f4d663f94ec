"""Stays (M10)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import stays
from model.processes.organisations.stays import DOMAINS, StaysParameters
from model.state.axes import DOMAINS as NEEDS
from model.state.axes import STAYS
from tests.generators import amounts, inside, numbers, plain, shares

needs_a_place, placed = plain(stays.needs_a_place), plain(stays.placed)


def test_each_kind_of_stay_is_for_its_own_need():
    needs = list(NEEDS)
    assert list(STAYS) == ["youth", "mind", "support"]
    assert [needs[domain] for domain in DOMAINS] == [
        "parenting_and_youth",
        "mental_health",
        "physical_health",
    ]


def test_where_places_are_half_of_what_is_needed_half_have_one():
    p = numbers(places=[2.0, 1.0, 0.0])
    assert [placed(6.0, 1500.0, kind, p) for kind in range(3)] == [0.5, 0.25, 0.0]
    assert placed(0.0, 1500.0, 2, p) == 1.0, "nobody is without who needs none"


@given(wanting=amounts(50.0), places=amounts(5.0), more=amounts(5.0))
def test_more_places_never_leave_more_people_without(wanting, places, more):
    few, many = (
        placed(wanting, 1000.0, 0, numbers(places=[each])) for each in (places, places + more)
    )
    assert 0.0 <= few <= many <= 1.0
    assert wanting * few <= max(places, 0.0) + 1e-9


@given(even=shares, share=inside, kind=st.integers(0, 2))
def test_who_needs_a_place_is_a_matter_of_chance(even, share, kind):
    assert needs_a_place(even, kind, numbers(share=[share] * 3)) == (even < share)


@pytest.mark.parametrize("kind", STAYS)
@given(even=shares)
def test_without_it_everybody_is_helped_at_home(kind, even):
    neutral = StaysParameters.declarations()[f"share_{kind}"].neutral
    assert not needs_a_place(even, 0, numbers(share=[neutral]))
