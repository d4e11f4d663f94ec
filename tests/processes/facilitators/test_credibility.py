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
weight_of_word = plain(credibility.weight_of_word)

P = numbers(learning=0.1, concern=0.5, loss=1.0, gain=0.5, sharpness=0.25, word=0.5, lingering=0.5)


@given(stake=shares, insured=shares)
def test_who_pays_arouses_suspicion_only_where_something_is_at_stake(stake, insured):
    assert suspected(1.0, 0.0, 0.0, 0.0, insured, 0.25) == 0.0
    assert suspected(0.0, 1.0, 0.0, stake, 0.0, 0.25) == 0.0
    assert suspected(1.0, 0.0, 0.0, stake, insured, 0.25) == stake
    assert suspected(0.0, 1.0, 0.0, stake, insured, 0.25) == insured
    assert suspected(0.0, 0.0, 0.0, stake, insured, 0.25) == 0.0


def test_organisations_that_pay_together_arouse_a_part_of_the_suspicion():
    assert suspected(0.0, 0.0, 1.0, 0.2, 0.8, 0.5) == pytest.approx(0.4)
    assert suspected(0.0, 0.0, 1.0, 0.2, 0.8, 0.25) == pytest.approx(0.2)


@given(municipality=shares, insurer=shares, organisations=shares, a=shares, b=shares)
def test_suspicion_never_exceeds_certainty_and_grows_with_dependence(
    municipality, insurer, organisations, a, b
):
    now = suspected(municipality, insurer, organisations, a, b, 0.25)
    assert 0.0 <= now <= 1.0
    assert suspected(min(1.0, municipality + 0.1), insurer, organisations, a, b, 0.25) >= now


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


@given(trust=shares, said=shares, weight=shares)
def test_a_word_can_be_good_or_bad_and_moves_trust_as_far_either_way(trust, said, weight):
    after = vouched(trust, said, weight)
    assert min(trust, said) - 1e-12 <= after <= max(trust, said) + 1e-12
    mirrored = vouched(1.0 - trust, 1.0 - said, weight)
    assert after - trust == pytest.approx(-(mirrored - (1.0 - trust)))


@given(trust=shares, weight=shares)
def test_a_word_that_says_what_one_thinks_already_changes_nothing(trust, weight):
    assert vouched(trust, trust, weight) == trust


@given(believes=inside, cred=inside, knows=inside, tie=inside)
def test_a_word_weighs_more_from_who_is_believed_and_knows_and_less_about_a_friend(
    believes, cred, knows, tie
):
    now = weight_of_word(believes, cred, knows, tie, P)
    assert 0.0 < now < P.word
    assert weight_of_word(believes + 0.01, cred, knows, tie, P) > now
    assert weight_of_word(believes, cred + 0.01, knows, tie, P) > now
    assert weight_of_word(believes, cred, knows + 0.01, tie, P) > now
    assert weight_of_word(believes, cred, knows, tie + 0.01, P) < now


def test_who_is_not_credible_or_knows_nobody_says_nothing_that_counts():
    assert weight_of_word(1.0, 0.0, 1.0, 0.0, P) == weight_of_word(1.0, 1.0, 0.0, 0.0, P) == 0.0
    assert weight_of_word(1.0, 1.0, 1.0, 1.0, P) == 0.0, "of who is known well one judges oneself"


@given(paid=inside)
def test_being_paid_for_agreements_makes_good_and_bad_words_alike_worth_less(paid):
    honest, hired = (believed(0.5, 0.5, k, P) for k in (0.0, paid))
    for said in (0.9, 0.1):
        moved = [
            abs(vouched(0.5, said, weight_of_word(b, 0.8, 0.8, 0.1, P)) - 0.5)
            for b in (honest, hired)
        ]
        assert moved[1] < moved[0]


def test_switched_off_nobodys_word_counts():
    off = neutral_of(credibility.CredibilityParameters, "word")
    assert vouched(0.3, 0.9, weight_of_word(1.0, 1.0, 1.0, 0.0, off)) == 0.3


@given(conflict=shares, prior=shares, favoured=shares, stake=amounts(1.0))
def test_switched_off_nobody_learns_who_is_served(conflict, prior, favoured, stake):
    off = neutral_of(credibility.CredibilityParameters, "learning", "suspicion", lingering=0.5)
    assert learned(conflict, prior, favoured, off) == conflict
    assert off.suspicion * suspected(1.0, 0.0, 0.0, stake, 0.0, 0.25) == 0.0
