"""Words follow numbers: counts on arrays made by hand."""

import numpy as np
import pytest

from experiments.effects import (
    MORE_OFTEN,
    MOSTLY,
    NEARLY_ALWAYS,
    NO_CLEAR_DIFFERENCE,
    difference,
    paired,
    quantiles,
    verdict,
)

NAN = float("nan")


def test_pairs_are_counted_exactly_and_those_without_a_number_left_out():
    effect = paired([1.0, 2.0, 3.0, NAN, 5.0], [2.0, 2.0, 2.9, 4.0, NAN], margin=0.5)
    assert (effect.n, effect.b_higher, effect.b_lower, effect.equal) == (3, 1, 1, 1)
    assert effect.within_margin == 2
    assert effect.median == 0.0


def test_no_pairs_give_no_numbers_and_no_clear_difference():
    effect = paired([NAN], [1.0], margin=0.5)
    assert effect.n == 0
    assert np.isnan(effect.median)
    assert verdict(effect).id == NO_CLEAR_DIFFERENCE


def test_unequal_numbers_of_runs_are_no_pairs():
    with pytest.raises(ValueError, match="pairs need equal numbers"):
        paired([1.0], [1.0, 2.0], margin=0.5)


def test_quantiles_are_linear_and_pass_over_what_is_not_there():
    table = np.array([[1.0, NAN], [2.0, NAN], [NAN, NAN], [3.0, NAN]])
    found = quantiles(table, (0.25, 0.5))
    assert found[:, 0].tolist() == [1.5, 2.0]
    assert np.isnan(found[:, 1]).all()
    assert np.isnan(quantiles(np.empty((0, 2)))).all()


@pytest.mark.parametrize(
    ("higher", "word"),
    [(59, NO_CLEAR_DIFFERENCE), (60, MORE_OFTEN), (79, MORE_OFTEN), (80, MOSTLY),
     (94, MOSTLY), (95, NEARLY_ALWAYS), (100, NEARLY_ALWAYS)],
)  # fmt: skip
@pytest.mark.parametrize("sign", [1, -1])
def test_the_word_follows_the_count_of_a_hundred(higher: int, word: str, sign: int):
    b = sign * np.where(np.arange(100) < higher, 2.0, -2.0)
    said = verdict(paired(np.zeros(100), b, margin=1.0))
    assert said.id == word
    if word != NO_CLEAR_DIFFERENCE:
        assert (said.count, said.n) == (higher, 100)
        assert said.direction == ("higher" if sign > 0 else "lower")


def test_a_sure_but_small_difference_is_no_clear_difference():
    said = verdict(paired(np.zeros(100), np.full(100, 0.4), margin=0.5))
    assert (said.id, said.direction, said.count) == (NO_CLEAR_DIFFERENCE, "", 0)


def test_the_last_digits_of_sums_are_no_difference():
    a = np.array([0.1 + 0.2, 9.0, NAN, 5.0])
    b = np.array([0.3, 9.0 + 7.1e-15, 1.0, 5.001])
    assert difference(a, b, margin=0.1)[[0, 1, 3]].tolist() == [0.0, 0.0, pytest.approx(0.001)]
    assert np.isnan(difference(a, b, margin=0.1)[2])
    effect = paired(a, b, margin=0.1)
    assert (effect.n, effect.equal, effect.b_higher, effect.b_lower) == (3, 2, 1, 0)


@pytest.mark.parametrize("margin", [0.0, 0.5, 1.0])
def test_the_counts_behind_a_word_add_up_and_carry_it(margin: float):
    """What a reader sees beside "no clear difference" must never look like a clear one."""
    luck = np.random.default_rng(3)
    for shift in np.linspace(-1, 1, 21):
        effect = paired(np.zeros(50), luck.normal(shift, 0.6, 50).round(1), margin)
        counted = effect.clearly_higher + effect.clearly_lower + effect.within_margin
        assert counted == effect.n == 50
        said = verdict(effect)
        assert (said.id == NO_CLEAR_DIFFERENCE) == (said.count < 30)
