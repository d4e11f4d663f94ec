"""Which points a study visits. Nothing is run here.

Every design gives a table of shares from 0 to 1 [point, factor], and the values that belong to
them. The first points stay the same when more are asked of ``sobol``, ``morris`` and ``saltelli``,
so that what was run before is used again; a Latin hypercube divides every range anew.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments.sensitivity.designs import Design as Blocks
from experiments.studies.factors import LEVERS, Factor

Shares = NDArray[np.float64]
Values = dict[str, float]

GRID, LIST, LATIN, SOBOL = "grid", "list", "latin_hypercube", "sobol"
MORRIS, SALTELLI, ONE = "morris", "saltelli", "one_at_a_time"
PRODUCT = "levers_x_uncertainties"
SIZES: Mapping[str, tuple[str, ...]] = {
    GRID: ("levels",),
    LIST: ("points",),
    LATIN: ("points",),
    SOBOL: ("points",),
    MORRIS: ("trajectories",),
    SALTELLI: ("rows", "second_order"),
    ONE: ("levels",),
}
"""The methods, and what each may be told beside its name."""
USUAL = {"levels": 3, "points": 64, "trajectories": 10, "rows": 64, "second_order": 0}
METHODS = tuple(SIZES)


@dataclass(frozen=True)
class Design:
    """A method with its size; ``listed`` are the points of a list as they were written.

    ``file`` is where they came from, if not from the study itself; ``own_model`` is false where
    nobody knows whether what that file holds is of this model.
    """

    method: str
    size: Mapping[str, int] = field(default_factory=dict)
    listed: tuple[Values, ...] = ()
    file: str = ""
    own_model: bool = True

    def asked(self, what: str) -> int:
        """The size asked for, or the usual one."""
        return self.size.get(what, USUAL[what])

    def told(self) -> dict[str, Any]:
        """The method and its size, for a manifest."""
        sizes = () if self.method == LIST else SIZES[self.method]
        told = {"method": self.method} | {what: self.asked(what) for what in sizes}
        return told | ({"file": self.file, "of_this_model": self.own_model} if self.file else {})


@dataclass(frozen=True)
class Points:
    """The points of a design: ``values`` by address, and ``shares`` [point, factor].

    A value that a point does not name is left as the scenario has it. ``shares`` is empty where
    the points were not drawn (grid, list, one at a time).
    """

    values: tuple[Values, ...]
    shares: Shares

    def __len__(self) -> int:
        return len(self.values)


NO_SHARES: Shares = np.empty((0, 0))


def points(design: Design, factors: Sequence[Factor], seed: int) -> Points:
    """The points of one design over these factors, in order."""
    if not factors:
        return Points(({},), NO_SHARES)
    if design.method == LIST:
        return Points(design.listed, NO_SHARES)
    if design.method == GRID:
        levels = [factor.levels(design.asked("levels")) for factor in factors]
        names = [factor.address for factor in factors]
        rows = itertools.product(*levels)
        return Points(tuple(dict(zip(names, row, strict=True)) for row in rows), NO_SHARES)
    if design.method == ONE:
        return Points(_one_at_a_time(factors, design.asked("levels")), NO_SHARES)
    shares = _DRAWN[design.method](design, factors, seed)
    return Points(tuple(_values(factors, row) for row in shares), shares)


def product(levers: Points, uncertainties: Points, factors: Sequence[Factor]) -> Points:
    """Every point of the one with every point of the other, the levers moving fastest.

    So runs that share what is in force before week 0 stand side by side.
    """
    values = tuple(one | other for other in uncertainties.values for one in levers.values)
    if not (len(levers.shares) or len(uncertainties.shares)):
        return Points(values, NO_SHARES)
    own = [number for number, factor in enumerate(factors) if factor.kind == LEVERS]
    rest = [number for number in range(len(factors)) if number not in own]
    shares = np.full((len(values), len(factors)), np.nan)
    if len(levers.shares):
        shares[:, own] = np.tile(levers.shares, (len(uncertainties), 1))
    if len(uncertainties.shares):
        shares[:, rest] = np.repeat(uncertainties.shares, len(levers), axis=0)
    return Points(values, shares)


def _values(factors: Sequence[Factor], row: NDArray[np.float64]) -> Values:
    pairs = zip(factors, row.tolist(), strict=True)
    return {factor.address: factor.at(share) for factor, share in pairs}


def _one_at_a_time(factors: Sequence[Factor], levels: int) -> tuple[Values, ...]:
    """As the scenario is, and then each factor at each of its values, the others left alone."""
    moved = ({each.address: value} for each in factors for value in each.levels(levels))
    return ({}, *moved)


def _latin(design: Design, factors: Sequence[Factor], seed: int) -> Shares:
    return qmc.LatinHypercube(len(factors), rng=seed).random(design.asked("points"))


def _sobol(design: Design, factors: Sequence[Factor], seed: int) -> Shares:
    with warnings.catch_warnings():  # balance is lost at other sizes: docs/learn/studies.md says so
        warnings.simplefilter("ignore", UserWarning)
        return qmc.Sobol(len(factors), scramble=True, rng=seed).random(design.asked("points"))


def _morris(design: Design, factors: Sequence[Factor], seed: int) -> Shares:
    return _in_blocks(Blocks("morris", _names(factors), seed=seed), design.asked("trajectories"))


def _saltelli(design: Design, factors: Sequence[Factor], seed: int) -> Shares:
    second = bool(design.asked("second_order"))
    blocks = Blocks("sobol", _names(factors), seed=seed, second_order=second)
    return _in_blocks(blocks, design.asked("rows"))


def _in_blocks(blocks: Blocks, count: int) -> Shares:
    return blocks.blocks(count).reshape(-1, len(blocks.names))


def _names(factors: Sequence[Factor]) -> tuple[str, ...]:
    return tuple(factor.address for factor in factors)


_DRAWN: Mapping[str, Callable[[Design, Sequence[Factor], int], Shares]] = {
    LATIN: _latin, SOBOL: _sobol, MORRIS: _morris, SALTELLI: _saltelli,
}  # fmt: skip
