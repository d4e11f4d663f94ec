"""Credibility and who pays (M5)."""

import math

import pytest
from hypothesis import given

from model.processes.facilitators import credibility
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

suspected, favour, learned = (
    plain(credibility.suspected), plain(credibility.favour), plain(credibility.learned)
)  # fmt: skip
credible, cares = plain(credibility.credible), plain(credibility.cares)
believed, vouched = plain(credibility.believed), plain(credibility.vouched)

P = numbers(learning=0.1, concern=0.5, loss=1.0, gain=0.5, sharpness=0.25)


@given(stake=shares, insured=shares)
def test_who_pays_arouses_suspicion_only_where_something_is_at_stake(stake, insured):
    assert suspected(1.0, 0.0, 0.0, 0.0, insured) == 0.0
    assert suspected(0.0, 1.0, 0.0, stake, 0.0) == 0.0
    assert suspected(1.0, 0.0, 0.0, stake, insured) == stake
    assert suspected(0.0, 1.0, 0.0, stake, insured) == insured
    assert suspected(0.0, 0.0, 0.0, stake, insured) == 0.0


def test_organisations_that_pay_together_arouse_a_quarter_of_the_suspicion():
    assert suspected(0.0, 0.0, 1.0, 0.2, 0.8) == pytest.approx(0.2)


@given(municipality=shares, insurer=shares, organisations=shares, a=shares, b=shares)
def test_suspicion_never_exceeds_certainty_and_grows_with_dependence(
    municipality, insurer, organisations, a, b
):
    now = suspected(municipality, insurer, organisations, a, b)
    assert 0.0 <= now <= 1.0
    assert suspected(min(1.0, municipality + 0.1), insurer, organisations, a, b) >= now


@given(served=shares, due=shares)
def test_only_what_serves_the_payer_beyond_its_due_is_favour(served, due):
    assert favour(served, due) == max(0.0, served - due)


@given(conflict=shares, prior=shares, favoured=shares)
def test_the_picture_moves_towards_what_is_seen_and_stays_a_share(conflict, prior, favoured):
    after = learned(conflict, prior, favoured, P)
    assert 0.0 <= after <= 1.0
    more = learned(conflict, prior, min(1.0, favoured + 0.1), P)
    assert more >= after - 1e-12
    assert learned(conflict, min(1.0, prior + 0.1), favoured, P) >= after - 1e-12


def test_a_fair_agenda_wears_suspicion_down_and_an_unfair_one_confirms_it():
    assert learned(0.8, 0.4, 0.0, P) == pytest.approx(0.8 + 0.1 * (0.2 - 0.8))
    assert learned(0.2, 0.1, 0.5, P) == pytest.approx(0.2 + 0.1 * (0.5 - 0.2))


@given(trust=inside, conflict=inside)
def test_credible_is_who_is_trusted_and_wears_no_second_hat(trust, conflict):
    assert 0.0 <= credible(trust, conflict) <= trust
    assert credible(trust + 0.01, conflict) > credible(trust, conflict)
    assert credible(trust, conflict + 0.01) < credible(trust, conflict)
    assert credible(trust, 1.0) == 0.0


@given(depends=shares)
def test_pay_adds_to_own_concern_and_never_beyond_caring_fully(depends):
    assert P.concern <= cares(depends, P) <= 1.0
    assert cares(1.0, P) == 1.0
    assert cares(0.5, P) == pytest.approx(0.75)


@given(listener=inside, other=inside, paid=inside)
def test_a_word_is_believed_more_from_who_cares_and_less_from_who_gains(listener, other, paid):
    now = believed(listener, other, paid, P)
    assert 0.0 < now < 1.0
    assert believed(listener + 0.05, other, paid, P) > now
    assert believed(listener, other + 0.05, paid, P) < now
    assert believed(listener, other, paid + 0.05, P) < now


def test_what_is_lost_and_gained_counts_as_often_as_it_is_cared_for():
    p = numbers(loss=1.5, gain=0.8, sharpness=0.25)
    margin = 0.5 * 1.5 - 0.2 * 0.8 - 0.1
    assert believed(0.5, 0.2, 0.1, p) == pytest.approx(1 / (1 + math.exp(-margin / 0.25)))


@given(trust=shares, believes=shares, first=shares, second=shares)
def test_vouching_can_add_trust_and_never_take_it(trust, believes, first, second):
    after = vouched(trust, believes, first, second)
    assert after >= trust
    assert after == trust or after <= min(first, second)


def test_a_word_counts_for_as_much_as_the_one_who_believes_least():
    assert vouched(0.2, 1.0, 0.9, 0.6) == pytest.approx(0.6)
    assert vouched(0.2, 0.5, 0.9, 0.6) == pytest.approx(0.3)


@given(conflict=shares, prior=shares, favoured=shares, stake=amounts(1.0))
def test_switched_off_nobody_learns_who_is_served(conflict, prior, favoured, stake):
    off = neutral_of(credibility.CredibilityParameters, "learning", "suspicion")
    assert learned(conflict, prior, favoured, off) == conflict
    assert off.suspicion * suspected(1.0, 0.0, 0.0, stake, 0.0) == 0.0
