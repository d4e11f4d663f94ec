"""Studies made of functions of which the answer is known, in the shape that an analysis reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from experiments.sensitivity.designs import MORRIS, SOBOL, Design

KEY = "value_of_a_test"
"""An outcome that the model does not have, so that no margin is hidden in it."""


@dataclass(frozen=True)
class Made:
    """A study that was never run."""

    runs: pd.DataFrame
    outcomes: pd.DataFrame
    factors: list[str]
    bounds: Mapping[str, tuple[float, float]]
    design: str = "lhs"
    manifest: Mapping[str, Any] = field(default_factory=lambda: {"version": "0.0.0"})

    def without(self, *runs: str) -> Made:
        """The same, as if these runs had broken off."""
        broken = self.runs["run_id"].isin(runs)
        assert broken.sum() == len(runs)
        status = self.runs["status"].mask(broken, "failed")
        kept = self.outcomes[~self.outcomes["run_id"].isin(runs)]
        return replace(self, runs=self.runs.assign(status=status), outcomes=kept)

    def holding(self, run: str, value: float) -> Made:
        """The same, with another value of one run."""
        told = self.outcomes["value"].mask(self.outcomes["run_id"] == run, value)
        return replace(self, outcomes=self.outcomes.assign(value=told))


def study(
    value: Callable[..., float],
    at: pd.DataFrame,
    replicates: int = 1,
    scenarios: Sequence[str] = ("a",),
    places: Sequence[str] = ("here",),
    outcome: str = KEY,
    **about: Any,
) -> Made:
    """A study in which ``value(row, scenario, place, replicate)`` is what each run comes to."""
    rows, told = [], []
    for place, (point, row), replicate, scenario in product(
        places, enumerate(at.to_dict("records")), range(replicates), scenarios
    ):
        run = f"{scenario}-{place}-{point}-{replicate}"
        rows.append({"run_id": run, "point": point, "replicate": replicate, "scenario": scenario,
                     "place": place, "status": "done", **row})  # fmt: skip
        number = value(row, scenario=scenario, place=place, replicate=replicate)
        told.append({"run_id": run, "outcome": outcome, "window": "final", "value": number})
    bounds = {name: (float(at[name].min()), float(at[name].max())) for name in at.columns}
    return Made(pd.DataFrame(rows), pd.DataFrame(told), list(at.columns),
                about.pop("bounds", bounds), **about)  # fmt: skip


def drawn(count: int, names: Sequence[str], seed: int = 1, **bounds: tuple[float, float]):
    """Points drawn evenly, from 0 to 1 unless said."""
    shares = np.random.default_rng(seed).random((count, len(names)))
    ends = [bounds.get(name, (0.0, 1.0)) for name in names]
    return pd.DataFrame(
        {n: low + shares[:, i] * (high - low)
         for i, (n, (low, high)) in enumerate(zip(names, ends, strict=True))}
    )  # fmt: skip


def blocks(method: str, names: Sequence[str], count: int, low: float, high: float) -> pd.DataFrame:
    """The points of a design of Morris or Saltelli over one range for all."""
    assert method in (MORRIS, SOBOL)
    shares = Design(method, tuple(names)).blocks(count).reshape(-1, len(names))
    return pd.DataFrame(low + shares * (high - low), columns=list(names))


def ishigami(row: Mapping[str, float], **_: Any) -> float:
    """The usual test of the field, a = 7 and b = 0.1; a fourth number does nothing."""
    x = [row[name] for name in ("x1", "x2", "x3")]
    return float(np.sin(x[0]) + 7.0 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0]))


def luck(place: str, replicate: int, scale: float = 1.0) -> float:
    """A draw that all points and scenarios of a replicate share."""
    return scale * float(np.random.default_rng([len(place), replicate]).normal())
