"""Being able to ask (M16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.residents import able_to_ask
from tests.generators import amounts, inside, neutral_of, numbers, plain

able, beforehand = plain(able_to_ask.able), plain(able_to_ask.beforehand)
counts, steps = st.integers(1, 7), amounts(2.5, -2.5)


def numbers_of(each_need: float = 0.75, each_step: float = 0.85, distrust: float = 0.03):
    return numbers(each_need=each_need, usual=1.3, each_step=each_step, distrust=distrust)


P = numbers_of()


def test_one_need_more_and_one_step_more_count_as_they_are_declared():
    assert able(3, 0.0, P) == pytest.approx(0.75 * able(2, 0.0, P))
    assert able(2, 1.5, P) == pytest.approx(0.85 * able(2, 0.5, P))


def test_with_the_usual_number_of_needs_at_the_mean_somebody_asks_as_was_fitted():
    usual = numbers(each_need=0.5, usual=2.0, each_step=0.5)
    assert able(2, 0.0, usual) == 1.0
    assert able(1, 0.0, P) > 1.0 > able(2, 0.0, P)


@given(needs=counts, step=steps, factor=amounts(1.3, 0.4))
def test_who_has_more_at_once_asks_less_or_more_readily_as_the_number_says(needs, step, factor):
    p = numbers_of(each_need=factor)
    less = able(needs + 1, step, p) - able(needs, step, p)
    assert less * (factor - 1.0) >= 0.0, "either sign is possible"
    assert able(needs, step, p) > 0.0


@given(step=steps, expected=inside, distrust=amounts(0.12, -0.03))
def test_trust_beforehand_is_a_share_and_falls_or_rises_with_disadvantage(step, expected, distrust):
    p = numbers_of(distrust=distrust)
    trust, further = beforehand(step, expected, p), beforehand(step + 1.0, expected, p)
    assert 0.0 <= trust <= 1.0
    assert (further - trust) * distrust <= 0.0


@given(needs=counts, step=steps, expected=inside)
def test_switched_off_all_ask_and_trust_alike(needs, step, expected):
    off = neutral_of(
        able_to_ask.AbleToAskParameters, "each_need", "each_step", "distrust", usual=1.3
    )
    assert able(needs, step, off) == 1.0
    assert beforehand(step, expected, off) == expected
