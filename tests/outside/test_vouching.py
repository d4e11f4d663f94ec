"""A12: who is believed when vouching for another [Kydd2003] [Kydd2006]."""

import pytest
from hypothesis import given

from model.processes.facilitators import credibility
from tests.generators import amounts, numbers, plain, shares

believed, cares = plain(credibility.believed), plain(credibility.cares)

P = numbers(loss=1.0, gain=0.8, sharpness=0.1, concern=0.5)
CERTAIN = numbers(loss=1.0, gain=0.8, sharpness=0.001, concern=0.5)


@given(listener=shares, other=shares, paid=shares)
def test_a_word_has_influence_only_where_lying_would_not_pay(listener, other, paid):
    """More than even where κ + w_j g < w_i L, less where it is the other way round."""
    margin = listener * P.loss - (paid + other * P.gain)
    word = believed(listener, other, paid, P)
    assert (word > 0.5) == (margin > 0) or abs(margin) < 1e-9


def test_where_motives_are_beyond_doubt_a_word_is_gold_or_nothing():
    assert believed(0.5, 0.1, 0.3, CERTAIN) == pytest.approx(1.0)
    assert believed(0.5, 0.4, 0.3, CERTAIN) == pytest.approx(0.0)


def test_a_neutral_mediator_who_cares_little_is_worthless_once_paid_for_agreements():
    before, after = (believed(0.1, 0.1, paid, P) for paid in (0.0, 0.5))
    assert before > 0.5, "caring a little for both is enough while nothing is paid"
    assert after < 0.02


def test_a_mediator_who_leans_to_the_listener_is_believed_even_when_paid():
    assert believed(0.9, 0.1, 0.5, P) > 0.9
    assert believed(0.1, 0.9, 0.5, P) < 0.01


def test_a_small_bias_towards_the_other_is_tolerable_and_a_large_one_is_not():
    words = [believed(0.5, 0.5 + bias, 0.0, P) for bias in (0.0, 0.05, 0.5)]
    assert words[0] > words[1] > 0.5 > words[2]


@given(paid=amounts(1.0))
def test_who_cares_for_nobody_is_never_believed_for_certain(paid):
    assert believed(0.0, 0.0, paid, P) <= 0.5


def test_being_paid_by_the_listener_makes_a_word_more_believed_and_by_the_other_less():
    """Placement works through who pays; being paid by nobody is in between."""
    own, nobody, other = (
        believed(cares(i, P), cares(j, P), 0.0, P) for i, j in ((1, 0), (0, 0), (0, 1))
    )
    assert own > nobody > other
