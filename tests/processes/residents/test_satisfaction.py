"""Satisfaction that is reported (M17)."""

import pytest
from hypothesis import given

from model.processes.residents import satisfaction
from model.processes.residents.satisfaction import SatisfactionParameters
from tests.generators import amounts, neutral_of, numbers, plain, shares

reported, relieved = plain(satisfaction.reported), plain(satisfaction.relieved)
P = numbers(contact=0.4, fitting=0.2, kindness=0.5)


def test_who_trusts_a_helper_may_be_content_though_nothing_is_better():
    assert reported(0.0, 0.9, 0.8, P) == pytest.approx(0.5 + 0.5 * (0.4 * 0.9 + 0.2 * 0.8))
    assert reported(0.6, 0.1, 0.1, P) < reported(0.0, 0.9, 0.8, P)


def test_what_is_gone_is_a_share_of_what_there_was():
    assert [relieved(left, 4.0) for left in (0.0, 1.0, 4.0, 6.0)] == [1.0, 0.75, 0.0, 0.0]


@given(gone=shares, trust=shares, fit=shares, better=shares)
def test_being_helped_better_never_makes_people_say_less(gone, trust, fit, better):
    assert reported(max(gone, better), trust, fit, P) >= reported(gone, trust, fit, P) - 1e-12
    assert 0.5 <= reported(gone, trust, fit, P) <= 1.0


@given(gone=shares, trust=shares, fit=shares)
def test_without_it_people_say_what_is_gone(gone, trust, fit):
    off = neutral_of(SatisfactionParameters, "contact", "fitting", "kindness")
    assert reported(gone, trust, fit, off) == pytest.approx(gone)


@given(left=amounts(24.0), at_first=amounts(24.0, 1.0))
def test_nobody_is_relieved_of_less_than_nothing(left, at_first):
    assert 0.0 <= relieved(left, at_first) <= 1.0
