"""Groups of mechanisms: each in one, and shares that add up inside and out."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from experiments.audits import knock_outs
from experiments.explaining import groups, shares


def worth(world: frozenset[str]) -> np.ndarray:
    """A made-up value with things that mechanisms do only together [replicate, outcome]."""
    sizes = np.array([[len(name) for name in sorted(world)]], dtype=float)
    alone = sizes.sum() + 3.0 * ("trust" in world and "meeting" in world)
    return np.array([[alone, 0.5 * len(world)], [alone + 1.0, len(world) * ("hours" in world)]])


def test_every_mechanism_that_can_be_taken_out_stands_in_one_group():
    counted = Counter(name for group in groups.groups().values() for name in group.mechanisms)
    assert set(counted) == set(knock_outs.mechanisms())
    assert set(counted.values()) == {1}


def test_groups_and_what_is_left_without_them_add_up_to_the_difference():
    orders = shares.orders(tuple(groups.groups()), 4)
    found = shares.split(groups.of_groups(worth), tuple(groups.groups()), orders)
    total = sum(share.mean for share in found.shares.values()) + found.remainder
    assert total == pytest.approx(worth(groups.everything()).mean(axis=0))


@pytest.mark.parametrize("key", ["ties", "facilitating"])
def test_the_rules_of_a_group_add_up_to_their_group(key: str):
    orders = shares.orders(tuple(groups.groups()), 4)
    split = shares.split(groups.of_groups(worth), tuple(groups.groups()), orders)
    inside = groups.inside(worth, groups.groups()[key], orders)
    total = sum(share.mean for share in inside.values())
    assert total == pytest.approx(split.shares[key].mean)


def test_a_reversed_order_is_reversed_inside_its_groups_too():
    group = groups.groups()["ties"]
    orders = shares.orders(tuple(groups.groups()), 4)
    first, second, *_ = groups.inner(group, orders)
    assert second == first[::-1]


def test_a_mechanism_with_two_pairs_that_agree_has_no_error_from_chance():
    group = groups.groups()["money"]
    orders = shares.orders(tuple(groups.groups()), 4)
    alike = groups.inside(lambda world: np.full((2, 1), float(len(world))), group, orders)
    assert all(share.mean == 1.0 and share.error == 0.0 for share in alike.values())
