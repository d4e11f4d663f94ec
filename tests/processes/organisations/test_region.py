"""Ways of working in a region (M21)."""

import pytest
from hypothesis import given

from model.processes.organisations import region as rule
from model.processes.organisations.region import RegionParameters
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

persuaded, adapts, slips = plain(rule.persuaded), plain(rule.adapts), plain(rule.slips)
usual_fit, trained = plain(rule.usual_fit), plain(rule.trained)
suspected, strengthened = plain(rule.suspected), plain(rule.strengthened)

P = numbers(adapting=52.0, slipping=156.0, worth=0.3)
OFF = neutral_of(RegionParameters, "adapting", "slipping", "worth", "principles", "training")


def test_half_of_what_does_not_fit_is_mended_in_a_year():
    left = (1.0 - adapts(P)) ** 13
    assert left == pytest.approx(0.5)


def test_half_of_ways_of_working_is_lost_in_three_years_of_people_leaving():
    assert (1.0 - slips(P)) ** 39 == pytest.approx(0.5)


def test_ways_settle_where_as_many_are_mended_as_are_lost():
    fit = usual_fit(P)
    assert fit * 0.5 * slips(P) == pytest.approx((1.0 - fit) * adapts(P))


@given(credible=shares, importance=shares, reason=inside, more=shares)
def test_who_is_believed_more_persuades_at_least_as_often(credible, importance, reason, more):
    if persuaded(credible, importance, reason):
        assert persuaded(max(credible, more), importance, reason)


@given(importance=shares, reason=shares)
def test_nobody_is_persuaded_by_somebody_they_do_not_believe(importance, reason):
    assert not persuaded(0.0, importance, reason)


def test_a_year_of_training_takes_away_the_share_it_says():
    assert (1.0 - trained(0.6)) ** 13 == pytest.approx(0.4)


@given(paid=shares, share=inside, suspicion=shares)
def test_who_pays_its_own_part_sees_no_double_hats(paid, share, suspicion):
    hats = suspected(paid, share, suspicion)
    assert 0.0 <= hats <= suspicion
    if paid >= share:
        assert hats == 0.0


@given(fit=shares, usual=shares, more=shares)
def test_more_that_fits_never_weakens_help(fit, usual, more):
    assert strengthened(max(fit, more), usual, P) >= strengthened(fit, usual, P) >= 0.0


@given(fit=shares, usual=shares)
def test_switched_off_ways_of_working_change_nothing(fit, usual):
    assert adapts(OFF) == slips(OFF) == trained(OFF.training) == 0.0
    assert strengthened(fit, usual, OFF) == 1.0


@given(worth=amounts(0.6))
def test_at_the_usual_fit_help_is_as_strong_as_usual(worth):
    assert strengthened(0.8, 0.8, numbers(worth=worth)) == 1.0
