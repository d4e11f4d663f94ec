"""A difference split over the mechanisms that it takes, averaged over the order of adding them.

A value is known for every set of mechanisms that are in the world: the paired difference of an
outcome, for each replicate. Adding mechanisms one by one, from none to all, gives each the step
that it makes; averaged over orders that is its share (Shapley, 1953). The steps of one order add
up to the whole, so the shares do too, but for what is there without any of them. What a mechanism
does with no other in the world is its own; the rest of its share it has only with others.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Value = Callable[[frozenset[str]], Values]
"""Mechanisms that are in the world → the difference [replicate, outcome]."""
Order = tuple[str, ...]


def orders(players: Sequence[str], wanted: int, seed: int = 1) -> list[Order]:
    """So many orders, each beside its reverse; all there are where those are no more.

    The first stay the same when more are wanted, so that work goes on where it was left.
    """
    names = tuple(sorted(players))
    if math.factorial(len(names)) <= wanted:
        return list(itertools.permutations(names))
    found: list[Order] = []
    chance = np.random.default_rng([seed, len(names)])
    for _ in range(max(1, math.ceil(wanted / 2))):
        order = tuple(names[place] for place in chance.permutation(len(names)))
        found += [order, order[::-1]]
    return found


def sets_of(order: Order) -> list[frozenset[str]]:
    """What is in the world after each step, from nothing to everything."""
    return [frozenset(order[:count]) for count in range(len(order) + 1)]


def needed(players: Sequence[str], all_orders: Iterable[Order]) -> list[frozenset[str]]:
    """Every set whose value is asked for, each once, in the order in which they are."""
    found = dict.fromkeys([frozenset(players), frozenset()])
    found |= dict.fromkeys(frozenset([name]) for name in players)
    for order in all_orders:
        found |= dict.fromkeys(sets_of(order))
    return list(found)


@dataclass(frozen=True)
class Share:
    """What one mechanism contributes to the mean difference of each outcome [outcome].

    ``alone`` is what it does while no other is in the world; ``error`` the standard error of
    ``mean``, from replicates and from orders that were not tried.
    """

    mean: Values
    error: Values
    alone: Values


@dataclass(frozen=True)
class Split:
    """A mean difference [outcome] as a sum: the shares of all mechanisms, and the remainder.

    ``remainder`` is what is left with all of them out of the world. Of the shares, ``together`` is
    what mechanisms do only together: difference − remainder − what each does alone. ``pairs`` is
    the number of replicates in which all could be measured.
    """

    difference: Values
    remainder: Values
    together: Values
    shares: dict[str, Share]
    pairs: NDArray[np.int64]
    orders: int
    exact: bool


def split(value: Value, players: Sequence[str], tried: Sequence[Order]) -> Split:
    """The split over these mechanisms, from the orders that were tried."""
    names = tuple(sorted(players))
    whole, nothing = value(frozenset(names)), value(frozenset())
    alone = np.array([value(frozenset([name])) - nothing for name in names])
    steps = np.array([_steps(value, order, names) for order in tried])
    if not names:
        alone, steps = np.zeros((0, *whole.shape)), np.zeros((1, 0, *whole.shape))
    there = ~np.isnan(whole - nothing + alone.sum(axis=0) + steps.sum(axis=(0, 1)))
    exact = len(tried) >= math.factorial(len(names))
    shares = {
        name: Share(
            mean=_mean(steps[:, row].mean(axis=0), there),
            error=_error(steps[:, row], there, exact),
            alone=_mean(alone[row], there),
        )
        for row, name in enumerate(names)
    }
    difference = _mean(whole, there)
    remainder = _mean(nothing, there)
    own = sum((share.alone for share in shares.values()), np.zeros(()))
    return Split(
        difference=difference,
        remainder=remainder,
        together=difference - remainder - own,
        shares=shares,
        pairs=there.sum(axis=0),
        orders=len(tried),
        exact=exact,
    )


def _steps(value: Value, order: Order, names: Order) -> Values:
    """The step that each mechanism makes when it is added in this order [name, replicate, …]."""
    values = [value(present) for present in sets_of(order)]
    made = {name: values[place + 1] - values[place] for place, name in enumerate(order)}
    return np.array([made[name] for name in names])


def averaged(steps: Values, names: Sequence[str], *, exact: bool) -> dict[str, Share]:
    """The share of each name from the steps that it made [order, name, replicate, outcome].

    What each does alone is not known from steps, and stands as NaN.
    """
    there = ~np.isnan(steps.sum(axis=(0, 1)))
    unknown = np.full(steps.shape[3], np.nan)
    return {
        name: Share(
            mean=_mean(steps[:, row].mean(axis=0), there),
            error=_error(steps[:, row], there, exact),
            alone=unknown,
        )
        for row, name in enumerate(names)
    }


def _mean(values: Values, there: NDArray[np.bool_]) -> Values:
    """The mean over the replicates that count [outcome]; NaN where none does."""
    total = np.where(there, values, 0.0).sum(axis=0)
    count = there.sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _error(steps: Values, there: NDArray[np.bool_], exact: bool) -> Values:
    """The standard error of a mean step: chance, and the orders that stand for all."""
    by_replicate = np.where(there, steps.mean(axis=0), np.nan)
    squares = _squared_error(by_replicate)
    if not exact:
        # an order and its reverse belong together: each two are one draw
        by_order = np.array([_mean(step, there) for step in steps])
        squares = squares + _squared_error(by_order.reshape(-1, 2, by_order.shape[1]).mean(axis=1))
    return np.sqrt(squares)


def _squared_error(draws: Values) -> Values:
    """The variance of the mean of these draws [draw, outcome]; NaN where there is but one."""
    count = (~np.isnan(draws)).sum(axis=0)
    total = np.where(np.isnan(draws), 0.0, draws)
    mean = total.sum(axis=0) / np.maximum(count, 1)
    squares = np.where(np.isnan(draws), 0.0, (draws - mean) ** 2).sum(axis=0)
    return np.where(count > 1, squares / np.maximum(count - 1, 1) / np.maximum(count, 1), np.nan)
