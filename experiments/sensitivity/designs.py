"""Which points to run, in blocks: a path of Morris, or a row of Sobol. Nothing is run here.

A point is a share of the range of each number, from 0 to 1. A block is the least that may be
analysed. The first blocks stay the same when more are asked.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MORRIS, SOBOL = "morris", "sobol"
METHODS = (MORRIS, SOBOL)
LEVELS = 4
"""Places on each axis where a path may halt; with four, a step is two thirds of the range."""
STEP = LEVELS / (2 * (LEVELS - 1))

Shares = NDArray[np.float64]


@dataclass(frozen=True)
class Design:
    """What is varied: ``names`` of the numbers, and with Morris the group that each moves with.

    ``groups`` is empty where every number moves alone, else as long as ``names``.
    """

    method: str
    names: tuple[str, ...]
    groups: tuple[str, ...] = ()
    seed: int = 1
    second_order: bool = False
    """With Sobol: whether rows are there to tell what two factors do together."""

    @property
    def factors(self) -> tuple[str, ...]:
        """What moves on its own: the groups in order of appearance, or else the numbers."""
        return tuple(dict.fromkeys(self.groups)) or self.names

    @property
    def points(self) -> int:
        """Points in one block."""
        if self.method == MORRIS:
            return len(self.factors) + 1
        return len(self.factors) * (2 if self.second_order else 1) + 2

    def problem(self) -> dict[str, Any]:
        """The same in the words of SALib."""
        names = list(self.names)
        asked: dict[str, Any] = {
            "num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names),
        }  # fmt: skip
        return asked | ({"groups": list(self.groups)} if self.groups else {})

    def blocks(self, count: int) -> Shares:
        """The first ``count`` blocks [block, point, number]."""
        made = self._paths(count) if self.method == MORRIS else self._rows(count)
        return made.reshape(count, self.points, len(self.names))

    def _paths(self, count: int) -> Shares:
        """Each path is sampled alone, with a seed of its own, so that one more changes none."""
        from SALib.sample import morris  # here: it loads drawing libraries

        problem = self.problem()
        return np.stack(
            [
                morris.sample(problem, 1, num_levels=LEVELS, seed=_seed(self.seed, number))
                for number in range(count)
            ]
        )

    def _rows(self, count: int) -> Shares:
        """Rows of a scrambled Sobol sequence, which is the same whatever length is asked."""
        from SALib.sample import sobol

        whole = 1 << max(0, count - 1).bit_length()
        rows = sobol.sample(
            self.problem(), whole, calc_second_order=self.second_order, seed=self.seed
        )
        return rows[: count * self.points]


def _seed(seed: int, number: int) -> int:
    return int(np.random.SeedSequence([seed, number]).generate_state(1)[0])


def moved(design: Design, path: Shares) -> list[tuple[str, float]]:
    """Which factor each step of a path moves, and how far [point − 1].

    The sign of a group is that of its first number: the others may move the other way.
    """
    group = dict(zip(design.names, design.groups or design.names, strict=True))
    steps = []
    for before, after in itertools.pairwise(path):
        change = after - before
        changed = np.flatnonzero(np.abs(change) > STEP / 2)
        factors = {group[design.names[number]] for number in changed}
        if len(factors) != 1:
            raise ValueError(f"a step of a path must move one factor, not {sorted(factors)}")
        steps.append((factors.pop(), float(change[changed[0]])))
    return steps
