"""Missing contact (M26)."""

import math

import numpy as np
import pytest
from hypothesis import given

from model.processes.residents import loneliness
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

longs, sooner, seeks = plain(loneliness.longs), plain(loneliness.sooner), plain(loneliness.seeks)
wants, elsewhere = plain(loneliness.wants), plain(loneliness.elsewhere)
weight, brings = plain(loneliness.weight), plain(loneliness.brings)
P = numbers(
    pull=0.3, withdrawing=0.05, growing=0.3, easing=0.15, wanted=4.5, elsewhere=1.0, neighbour=0.25,
    circle=0.35, gathering=1.0, deepest=3.0, usual=0.2,
)  # fmt: skip


def test_four_weeks_with_half_of_wanted_contact():
    assert longs(1.0, 4.0, 2.0, P) == pytest.approx(1.0 + 0.3 * 0.5 - 0.15 * 0.5)


@given(longing=amounts(3.0), wanted=amounts(7.0, 2.0), actual=amounts(7.0), more=amounts(7.0))
def test_more_contact_never_makes_longing_grow(longing, wanted, actual, more):
    before, after = (longs(longing, wanted, c, P) for c in (actual, actual + more))
    assert 0.0 <= after <= before <= 3.0


@given(wanted=amounts(7.0, 2.0), more=amounts(5.0))
def test_beyond_four_or_five_good_contacts_more_adds_little(wanted, more):
    """Nobody longs who has what is wanted, however many more there are [N07]."""
    assert longs(0.0, wanted, wanted, P) == longs(0.0, wanted, wanted + more, P) == 0.0


def settles_at(share: float, deepest: float, months: int = 4000) -> float:
    p = numbers(**vars(P) | {"deepest": deepest})
    longing = 0.0
    for _ in range(months):
        longing = longs(longing, 4.0, 4.0 * share, p)
    return longing


def test_below_a_limit_of_contacts_longing_grows_without_end():
    """The limit is a/(a+b) of what is wanted [Fontanari2021], two thirds for these numbers."""
    assert settles_at(0.68, math.inf) == 0.0
    assert settles_at(0.65, math.inf) > 20.0
    assert settles_at(0.65, math.inf, 8000) == pytest.approx(2 * settles_at(0.65, math.inf))


def test_the_pace_at_which_longing_grows_begins_at_nothing():
    """A continuous transition: just below the limit it grows as slowly as one likes."""
    paces = [settles_at(2 / 3 - gap, math.inf, 100) for gap in (0.001, 0.01, 0.1)]
    assert 0.0 < paces[0] < 0.1 * paces[2]
    assert paces == sorted(paces)


@given(longing=amounts(3.0), trust=shares, less=inside)
def test_who_longs_withdraws_and_who_distrusts_the_sooner(longing, trust, less):
    assert 0.0 <= seeks(longing, trust * less, P) <= seeks(longing, trust, P) <= 1.0


def test_the_factor_is_one_on_average_where_as_many_long_as_usual():
    assert 0.8 * sooner(0.0, P) + 0.2 * sooner(3.0, P) == pytest.approx(1.0)


def test_what_people_want_and_have_elsewhere_is_on_average_what_is_said():
    even = (np.arange(2000) + 0.5) / 2000
    assert np.mean([wants(e, P) for e in even]) == pytest.approx(4.5)
    assert np.mean([elsewhere(e, P) for e in even]) == pytest.approx(1.0, abs=1e-3)
    assert np.mean([brings(e, P) > 0.0 for e in even]) == pytest.approx(0.2)


def test_a_neighbour_counts_less_than_somebody_of_a_circle_and_that_less_than_kin():
    assert [weight(kind, P) for kind in range(4)] == [1.0, 1.0, 0.25, 0.35]


@given(longing=amounts(3.0), trust=shares)
def test_switched_off_longing_does_nothing(longing, trust):
    off = neutral_of(
        loneliness.LonelinessParameters, "pull", "withdrawing", "gathering", usual=0.2, deepest=3.0
    )
    assert sooner(longing, off) == 1.0
    assert seeks(longing, trust, off) == 1.0
