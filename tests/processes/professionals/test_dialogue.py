"""Dialogue on vision (M7)."""

import math

import pytest
from hypothesis import given

from model.processes.professionals import dialogue
from tests.generators import amounts, neutral_of, numbers, plain, shares

moved, hours_a_week = plain(dialogue.moved), plain(dialogue.hours_a_week)

P = numbers(hours=4.0, full=4.0, influence=0.2, hardening=0.1)
SAID = 1.0 - math.exp(-1.0)


def test_who_is_heard_pulls_and_who_is_not_pushes():
    assert moved(0.5, 0.2, 0.0, 1.0, P) == pytest.approx(0.5 + SAID * 0.2 * 0.2)
    assert moved(0.5, 0.0, 0.4, 0.0, P) == pytest.approx(0.5 - SAID * 0.1 * 0.4)


@given(own=shares, heard=amounts(1.0, -1.0), unheard=amounts(1.0, -1.0), share=shares)
def test_a_position_stays_on_the_scale(own, heard, unheard, share):
    assert 0.0 <= moved(own, heard, unheard, share, P) <= 1.0


@given(own=shares, heard=amounts(1.0, -1.0), unheard=amounts(1.0, -1.0), share=shares)
def test_without_hours_or_force_nothing_moves_and_nothing_is_spent(own, heard, unheard, share):
    none = neutral_of(dialogue.DialogueParameters, "hours", full=4.0, influence=0.2, hardening=0.1)
    weak = neutral_of(dialogue.DialogueParameters, "influence", "hardening", hours=4.0, full=4.0)
    assert moved(own, heard, unheard, share, none) == own
    assert moved(own, heard, unheard, share, weak) == own
    assert hours_a_week(3.0, 4.0, none) == 0.0
    assert hours_a_week(3.0, 4.0, weak) == 3.0
