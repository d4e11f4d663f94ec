"""Mechanisms in groups, and what a group and its members contribute when groups stay together.

An order adds one group after another, and in each group one mechanism after another. Averaged over
orders each gets its share (Owen, 1977): members add up to their group, groups to the whole. So a
rough answer about nine groups can be had first, and be made finer where somebody looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from experiments.explaining import shares
from experiments.explaining.shares import Order, Share, Value
from model.declarations import Named

FILE = Path(__file__).parent / "groups.yaml"


@dataclass(frozen=True)
class Group:
    """Mechanisms that belong together, under one name."""

    key: str
    named: Named
    mechanisms: tuple[str, ...]


@cache
def groups() -> Mapping[str, Group]:
    """All groups by key, in the order in which they are shown."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        row["key"]: Group(
            row["key"], Named(nl=row["nl"], en=row["en"]), tuple(sorted(row["mechanisms"]))
        )
        for row in rows
    }


@cache
def everything() -> frozenset[str]:
    """Every mechanism that stands in a group."""
    return frozenset(name for group in groups().values() for name in group.mechanisms)


def members(keys: frozenset[str]) -> frozenset[str]:
    """All mechanisms of these groups together."""
    return frozenset(name for key in keys for name in groups()[key].mechanisms)


def of_groups(value: Value) -> Value:
    """The same value, asked by group."""
    return lambda keys: value(members(keys))


def inner(group: Group, outer: Sequence[Order], seed: int = 1) -> list[Order]:
    """For each order of groups an order of the members; a reverse has the reverse inside too."""
    found: list[Order] = []
    for number, order in enumerate(outer):
        chance = np.random.default_rng([seed, number // 2, *map(ord, group.key)])
        mixed = tuple(
            group.mechanisms[place] for place in chance.permutation(len(group.mechanisms))
        )
        backwards = number % 2 == 1 and order == outer[number - 1][::-1]
        found.append(mixed[::-1] if backwards else mixed)
    return found


def steps_of(group: Group, outer: Order, within: Order) -> list[frozenset[str]]:
    """What is in the world before this group is added, and after each of its members."""
    before = members(frozenset(outer[: outer.index(group.key)]))
    return [before | frozenset(within[:count]) for count in range(len(within) + 1)]


def inside(value: Value, group: Group, outer: Sequence[Order]) -> dict[str, Share]:
    """The shares of the members of one group: they add up to the share of the group."""
    made = []
    for order, within in zip(outer, inner(group, outer), strict=True):
        values = [value(present) for present in steps_of(group, order, within)]
        step = {name: values[n + 1] - values[n] for n, name in enumerate(within)}
        made.append([step[name] for name in group.mechanisms])
    return shares.averaged(np.array(made), group.mechanisms, exact=False)
