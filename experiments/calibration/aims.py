"""What is known and may rule a set of numbers out: levels of the fit, and Dutch registers.

Each aim has two sorts of doubt. That of the observation is a quarter of the range in which the
source may lie, so that the range holds two standard deviations on either side. That of the model
(its discrepancy) is stated here, because a model of one neighbourhood does not have to meet a
national figure: a tenth of the aim where the model counts the same thing, a quarter where it
counts something near it. Both parts are assumed. Every fifth aim is held out: it rules nothing
out, and says afterwards whether what is left holds for more than it was chosen on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments import fitting, simulation
from experiments.sensitivity import world
from experiments.sensitivity.studies import Evaluate
from experiments.validation import declared, histories
from experiments.validation.checks import years
from experiments.validation.runs import Runs
from experiments.validation.sizes import Size

SAME, NEAR = 0.10, 0.25
"""Discrepancy of the model as a part of the aim: counts the same, counts something near it."""
EVERY = 5
"""One in so many aims is held out, counted in the order below, before any result was seen."""
REGISTERS = "C"
"""Rows of this family that are measured on people who are followed become aims."""
NEARLY = ("C3a", "C3b", "C4", "C5.2", "C6.0")
"""Rows that count the participation act: the registers count benefits, the model help."""
OF_OTHER_RUNS = ("years.tie_half_life",)
"""Measures that also need runs which are not made here."""


@dataclass(frozen=True)
class Aim:
    """A number the model should come near: ``value``, doubt as standard deviations, and whence."""

    key: str
    value: float
    observed: float
    discrepancy: float
    source: str
    held_out: bool = False

    @property
    def variance(self) -> float:
        """Both sorts of doubt together; that of luck comes on top."""
        return self.observed**2 + self.discrepancy**2


@cache
def aims() -> tuple[Aim, ...]:
    """Every aim, those of the fit first."""
    found = [*_of_the_fit(), *(aim for aim, _, _ in _of_registers())]
    return tuple(
        Aim(each.key, each.value, each.observed, each.discrepancy, each.source,
            held_out=number % EVERY == EVERY - 1)
        for number, each in enumerate(found)
    )  # fmt: skip


def _of_the_fit() -> list[Aim]:
    return [
        _aim(each.key, each.value, each.low, each.high, each.source,
             NEAR if each.source.startswith("assumed") else SAME)
        for each in fitting.TARGETS
    ]  # fmt: skip


def _aim(key: str, value: float, low: float, high: float, source: str, discrepancy: float) -> Aim:
    return Aim(key, value, (high - low) / 4.0, discrepancy * abs(value), source)


@cache
def _of_registers() -> tuple[tuple[Aim, str, dict[str, Any]], ...]:
    """Aims from rows on registers, with the measure of each and what it is given."""
    found = []
    for row in declared.rows():
        for number, part in enumerate(row.parts):
            if row.kind != "dutch" or row.key[0] != REGISTERS:
                continue
            if part.measure not in years.MEASURES or part.measure in OF_OTHER_RUNS:
                continue
            low, high = (float(end) for end in part.between)
            key = f"{row.key}.{number}" if len(row.parts) > 1 else row.key
            discrepancy = NEAR if key in NEARLY else SAME
            aim = _aim(key, (low + high) / 2.0, low, high, row.source, discrepancy)
            found.append((aim, part.measure, dict(part.given)))
    return tuple(found)


def evaluate(names: Sequence[str], residents: int) -> Evaluate:
    """What one run of a set of numbers comes to, aim by aim; NaN where it cannot be measured."""

    def outcomes(shares: NDArray[np.float64], replicate: int) -> NDArray[np.float64]:
        values = world.values_at(names, shares)
        plan = simulation.plan(
            fitting.PLACE, values, residents=residents, weeks=fitting.YEARS * fitting.WEEKS,
            always=values,
        )  # fmt: skip
        levels = fitting.reached_in(plan, replicate)
        size = Size("calibration", 1, 1, residents, 1, residents, 1, 1, 1)
        runs = Runs(size)
        runs.once("histories", lambda: [histories.follow(plan, replicate)])
        told = [levels[target.key] for target in fitting.TARGETS]
        told += [
            years.MEASURES[measure](runs, **given).median for _, measure, given in _of_registers()
        ]
        return np.array(told, dtype=np.float64)

    return outcomes
