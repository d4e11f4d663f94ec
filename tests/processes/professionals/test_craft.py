"""Craft that grows with use (M18)."""

import pytest
from hypothesis import given

from model.processes.professionals import craft
from tests.generators import amounts, neutral_of, numbers, plain, shares

practised, grown, use = plain(craft.practised), plain(craft.grown), plain(craft.use)
known_for, stands_out = plain(craft.known_for), plain(craft.stands_out)

P = numbers(full=6.0, half_life=52.0, growth=0.4, visible=0.5)
uses = amounts(1.0, -1.0)


def test_a_year_of_nothing_else_brings_somebody_half_of_the_way():
    now = 0.0
    for _ in range(13):
        now = practised(now, use(6.0, P), 0.5, P)
    assert now == pytest.approx(0.25)
    assert grown(0.6, now, P) == pytest.approx(0.7)


@given(before=uses, needs=amounts(20.0), usual=shares)
def test_use_stays_between_none_and_all_and_more_of_it_never_lessens_a_craft(before, needs, usual):
    after = practised(before, use(needs, P), usual, P)
    assert -1.0 - 1e-12 <= after <= 1.0 + 1e-12
    assert practised(before, use(needs + 1.0, P), usual, P) >= after


@given(drawn=shares, practised=uses)
def test_a_craft_is_a_share_whatever_was_practised(drawn, practised):
    assert 0.0 <= grown(drawn, practised, P) <= 1.0


@given(practised=uses, even=shares)
def test_a_name_tells_strangers_most_and_friends_nothing(practised, even):
    assert known_for(practised, 1.0, P) == 0.0
    assert abs(known_for(practised, 0.0, P)) >= abs(known_for(practised, 0.5, P))
    assert stands_out(even, 1.0, P) >= stands_out(even, practised, P)


@given(drawn=shares, practised=uses, strength=shares, even=shares)
def test_neutral_numbers_leave_crafts_as_drawn_and_strangers_to_chance(
    drawn, practised, strength, even
):
    off = neutral_of(craft.CraftParameters, "growth", "visible")
    assert grown(drawn, practised, off) == drawn
    assert known_for(practised, strength, off) == 0.0
    assert stands_out(even, practised, off) == even
