"""The split of a difference, on functions whose Shapley values are known."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from experiments.explaining import shares
from experiments.explaining.shares import Value

NAMES = ("a", "b", "c", "d")


def of(function: Callable[[frozenset[str]], float], *more: float) -> Value:
    """The function as differences [replicate, outcome]: with noise that replicates share."""
    noise = np.array(more or (0.0,))
    return lambda present: (function(present) * (1.0 + noise))[:, None]


def found(function: Callable[[frozenset[str]], float], wanted: int = 24) -> shares.Split:
    return shares.split(of(function), NAMES, shares.orders(NAMES, wanted))


def test_what_only_adds_up_is_shared_out_as_it_is():
    sizes = {"a": 3.0, "b": -1.0, "c": 0.5, "d": 0.0}
    split = found(lambda present: 2.0 + sum(sizes[name] for name in present), wanted=2)
    assert {name: share.mean[0] for name, share in split.shares.items()} == sizes
    assert split.remainder[0] == 2.0
    assert split.together[0] == 0.0


def test_who_do_something_only_together_share_it_alike():
    split = found(lambda present: 6.0 if {"a", "b", "c"} <= present else 0.0)
    assert [split.shares[name].mean[0] for name in NAMES] == pytest.approx([2.0, 2.0, 2.0, 0.0])
    assert [split.shares[name].alone[0] for name in NAMES] == [0.0] * 4
    assert split.together[0] == pytest.approx(6.0)


def test_who_can_stand_in_for_each_other_share_it_and_overlap():
    split = found(lambda present: 4.0 if {"a", "b"} & present else 0.0)
    assert [split.shares[name].mean[0] for name in NAMES] == pytest.approx([2.0, 2.0, 0.0, 0.0])
    assert split.together[0] == pytest.approx(-4.0), "each alone did all of it"


def test_the_glove_game_has_its_published_values():
    """One left glove and two right ones: 2/3, 1/6 and 1/6 (Shapley, 1953)."""
    split = found(lambda present: 1.0 if "a" in present and {"b", "c"} & present else 0.0)
    known = [2 / 3, 1 / 6, 1 / 6, 0.0]
    assert [split.shares[name].mean[0] for name in NAMES] == pytest.approx(known)
    assert split.exact
    assert split.orders == 24


def wild(present: frozenset[str]) -> float:
    return float(np.sin(sum(ord(name) ** 2 for name in present)) * 10.0)


def test_a_sample_of_orders_comes_near_and_says_how_near():
    exact, sampled = found(wild), found(wild, wanted=12)
    assert not sampled.exact
    for name in NAMES:
        away = abs(exact.shares[name].mean[0] - sampled.shares[name].mean[0])
        assert away < 4.0 * np.nan_to_num(_error_of_orders(name)) + 1e-9


def _error_of_orders(name: str) -> float:
    split = shares.split(of(wild, 0.0, 0.0, 0.0), NAMES, shares.orders(NAMES, 12))
    return float(split.shares[name].error[0])


@pytest.mark.parametrize("wanted", [2, 6, 24])
def test_contributions_and_remainder_add_up_to_the_difference(wanted: int):
    value = of(wild, 0.3, -0.2, 0.1)
    split = shares.split(value, NAMES, shares.orders(NAMES, wanted))
    total = sum(share.mean[0] for share in split.shares.values()) + split.remainder[0]
    assert total == pytest.approx(split.difference[0], rel=1e-14)
    assert split.remainder[0] == pytest.approx(value(frozenset()).mean(), rel=1e-12)
    own = sum(share.alone[0] for share in split.shares.values())
    assert own + split.together[0] + split.remainder[0] == pytest.approx(split.difference[0])


def test_the_first_orders_stay_when_more_are_asked_and_come_with_their_reverse():
    names = tuple("abcdefgh")
    few, many = shares.orders(names, 4), shares.orders(names, 10)
    assert many[:4] == few
    assert len(many) == 10
    assert all(second == first[::-1] for first, second in zip(many[::2], many[1::2], strict=True))
    assert shares.orders(names, 4, seed=2) != few
    assert shares.orders(names[::-1], 4) == few, "the order of asking does not matter"


def test_where_there_are_few_mechanisms_all_orders_are_tried():
    assert sorted(shares.orders("abc", 6)) == sorted(itertools.permutations("abc"))
    assert shares.orders((), 4) == [()]


def test_without_mechanisms_everything_is_remainder():
    split = shares.split(of(lambda _: 5.0), (), [()])
    assert split.remainder[0] == split.difference[0] == 5.0
    assert split.shares == {}


def test_a_replicate_that_could_not_be_measured_somewhere_does_not_count():
    def value(present: frozenset[str]) -> np.ndarray:
        size = float(len(present))
        return np.array([[size], [np.nan if present == {"a"} else 100.0 * size], [3.0 * size]])

    split = shares.split(value, NAMES, shares.orders(NAMES, 24))
    assert split.pairs[0] == 2
    assert split.difference[0] == pytest.approx(8.0)


def test_the_error_of_a_share_follows_from_how_replicates_differ():
    noise = (-0.5, 0.0, 0.5)
    split = shares.split(of(lambda present: len(present), *noise), NAMES,
                         shares.orders(NAMES, 24))  # fmt: skip
    assert split.shares["a"].mean[0] == pytest.approx(1.0)
    assert split.shares["a"].error[0] == pytest.approx(0.5 / np.sqrt(3.0))
