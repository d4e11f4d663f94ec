"""Brokering between two boards (M6)."""

import pytest
from hypothesis import given

from model.processes.facilitators import brokering
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

alone, together = plain(brokering.alone), plain(brokering.together)
spoken, introductions = plain(brokering.spoken), plain(brokering.introductions)
carried, told, heard_of = plain(brokering.carried), plain(brokering.told), plain(brokering.heard_of)

P = numbers(learning=0.01, handover=0.8, an_introduction=3.0, an_item=6.0, unasked=0.4)


@given(first=shares, second=shares)
def test_who_speaks_only_one_language_carries_nothing_over(first, second):
    assert alone(first, 0.0) == alone(0.0, second) == 0.0
    assert alone(1.0, second) == second
    assert alone(first, second) == alone(second, first)


@given(first=shares, strength=shares, second=shares)
def test_a_pair_carries_no_more_than_its_weakest_link(first, strength, second):
    assert 0.0 <= together(first, strength, second, P) <= min(first, strength, second) + 1e-12


def test_two_specialists_beat_one_person_half_at_home_only_above_a_quality_of_hand_over():
    """Each perfect in one world, tie 0.8, against 0.7 in both: 0.49/0.8 is where they cross."""
    one = alone(0.7, 0.7)
    for handover, two_are_better in ((0.60, False), (0.62, True)):
        two = together(1.0, 0.8, 1.0, numbers(handover=handover))
        assert (two > one) == two_are_better


@given(language=inside, hours=amounts(160.0, 1.0))
def test_a_language_is_learnt_by_hours_and_the_faster_the_more_there_is_to_learn(language, hours):
    after = spoken(language, hours, P)
    assert language < after < 1.0
    assert spoken(language, hours + 1, P) > after
    assert spoken(language / 2, hours, P) - language / 2 > after - language


def test_eight_hours_teach_the_declared_share_of_what_lacks():
    assert spoken(0.4, 8.0, P) == pytest.approx(0.4 + 0.01 * 0.6)


@given(hours=amounts(160.0, 1.0), style=inside)
def test_who_stays_in_between_introduces_nobody(hours, style):
    assert introductions(hours, 0.0, P) == 0.0
    assert introductions(hours, style, P) == pytest.approx(hours * style / 3.0)


@given(hours=amounts(40.0, 1.0), fidelity=inside, worth=inside)
def test_items_arrive_by_hours_fidelity_and_news_that_is_not_stale(hours, fidelity, worth):
    items = carried(hours, fidelity, worth, True, P)
    assert items == pytest.approx(hours / 6.0 * fidelity * worth)
    assert carried(hours, fidelity, worth, False, P) == pytest.approx(0.4 * items)


@given(hours=amounts(40.0, 0.1), fidelity=inside)
def test_telling_of_results_takes_hours_and_never_says_more_than_there_is(hours, fidelity):
    assert told(0.0, fidelity, P) == 0.0
    assert told(hours, fidelity, P) <= told(hours + 1, fidelity, P) <= fidelity
    assert told(6.0, fidelity, P) == fidelity
    off = neutral_of(brokering.BrokeringParameters, "an_item")
    assert told(hours, fidelity, off) == carried(hours, fidelity, 1.0, True, off) == 0.0


@given(tie=shares)
def test_who_knows_enough_people_hears_all_and_who_knows_nobody_nothing(tie):
    assert heard_of(tie, numbers(enough=0.5)) == pytest.approx(min(1.0, 2 * tie))


@given(language=shares, hours=amounts(160.0))
def test_switched_off_nobody_learns_a_language_and_nobody_is_introduced(language, hours):
    off = neutral_of(brokering.BrokeringParameters, "learning", "style", an_introduction=3.0)
    assert spoken(language, hours, off) == language
    assert introductions(hours, off.style, off) == 0.0
