"""Team choice (M18)."""

import numpy as np
import pytest
from hypothesis import given

from model.processes.professionals import team_choice
from model.processes.professionals.team_choice import ACQUAINTANCE, NEW_FACE, PARTNER
from tests.generators import inside, neutral_of, numbers, plain, shares

place_goes_to, seems = plain(team_choice.place_goes_to), plain(team_choice.seems)
brings, costs = plain(team_choice.brings), plain(team_choice.costs)


def test_four_in_ten_places_go_to_each_kind_of_known_people_and_two_to_new_faces():
    p = numbers(incumbents=0.8, repeating=0.5)
    even = np.random.default_rng(1).random((4000, 2))
    kinds = [place_goes_to(first, second, p) for first, second in even]
    found = [kinds.count(kind) / 4000 for kind in (PARTNER, ACQUAINTANCE, NEW_FACE)]
    assert found == pytest.approx([0.4, 0.4, 0.2], abs=0.02)


def test_half_of_a_craft_shows_to_who_half_knows_somebody():
    assert seems(1.0, 0.5) == pytest.approx(0.75)
    assert seems(0.2, 0.5) == pytest.approx(0.35)


@given(craft=shares, strength=shares)
def test_what_does_not_show_seems_average_and_never_further_from_it_than_it_is(craft, strength):
    assert seems(craft, 0.0) == 0.5
    assert seems(craft, 1.0) == pytest.approx(craft)
    assert abs(seems(craft, strength) - 0.5) <= abs(craft - 0.5) + 1e-12


@given(craft=inside, size=inside)
def test_who_is_good_at_it_brings_more_and_who_is_bad_at_it_less_by_the_same_factor(craft, size):
    p = numbers(expertise=size)
    assert brings(0.5, p) == 1.0
    assert brings(craft, p) * brings(1.0 - craft, p) == pytest.approx(1.0)
    assert (brings(craft, p) > 1.0) == (craft > 0.5)


@given(strength=shares, more=shares)
def test_the_better_people_know_each_other_the_less_time_they_need(strength, more):
    p = numbers(acquainting=2.0)
    nearer = strength + more * (1.0 - strength)
    assert 0.0 <= costs(nearer, p) <= costs(strength, p) <= 2.0
    assert costs(1.0, p) == 0.0


@given(first=shares, second=shares, craft=shares, strength=shares)
def test_switched_off_the_usual_partner_is_asked_and_brings_and_costs_nothing_more(
    first, second, craft, strength
):
    names = ("incumbents", "repeating", "expertise", "acquainting")
    off = neutral_of(team_choice.TeamChoiceParameters, *names)
    if first < 1.0 and second < 1.0:  # a draw never reaches one
        assert place_goes_to(first, second, off) == PARTNER
    assert brings(craft, off) == 1.0
    assert costs(strength, off) == 0.0


def test_each_size_may_be_nothing():
    declared = team_choice.TeamChoiceParameters.declarations()
    for name in ("expertise", "acquainting"):
        assert declared[name].between[0] == declared[name].neutral == 0.0
