"""Whose move is it (M9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import ownership
from tests.generators import inside, neutral_of, numbers, plain, shares

clarity, taken = plain(ownership.clarity), plain(ownership.taken)

P = numbers(clarity=0.3, diffusion=0.5, agreement_clears=0.4)


@given(clear=inside, parties=st.integers(1, 9))
def test_the_more_parties_the_longer_nobody_takes_the_whole(clear, parties):
    chance = taken(clear, parties, P)
    assert 0.0 < chance <= clear
    assert taken(clear, parties + 1, P) < chance
    assert taken(clear + 0.01, parties, P) > chance


def test_four_parties_halve_the_chance_when_responsibility_is_half_diffused():
    assert taken(0.3, 4, P) == pytest.approx(0.15)
    assert taken(0.3, 4, numbers(diffusion=1.0)) == pytest.approx(0.075)


@given(agreement=inside)
def test_agreements_clear_up_who_does_what(agreement):
    clear = clarity(agreement, P)
    assert P.clarity <= clear <= 1.0
    assert clarity(agreement + 0.01, P) > clear
    assert clear == pytest.approx(0.3 + 0.7 * 0.4 * agreement)


@given(agreement=shares, parties=st.integers(1, 9))
def test_switched_off_every_question_has_an_owner_at_once(agreement, parties):
    off = neutral_of(ownership.OwnershipParameters, "clarity", "diffusion", "agreement_clears")
    assert taken(clarity(agreement, off), parties, off) == 1.0
