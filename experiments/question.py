"""What a visitor asks, and what there is of the answer at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from experiments import picture, simulation
from experiments.batch import Draw, Window
from experiments.picture import Picture
from experiments.simulation import Plan
from model.places import DEFAULT_PLACE

WAITING, RUNNING, DONE, FAILED, CANCELLED = "waiting", "running", "done", "failed", "cancelled"
PLACE_UNKNOWN, VALUE_REFUSED, RUN_FAILED = "place_unknown", "value_refused", "run_failed"
"""Ids of the texts that say why there is no answer."""

Values = Mapping[str, float]
Timeline = tuple[tuple[int, Values], ...]


class Asked(Protocol):
    """What can be answered: plans that are run with the same luck, side by side."""

    @property
    def weeks(self) -> int:
        """How long every run is."""
        ...

    @property
    def replicates(self) -> int:
        """How many runs of each plan."""
        ...

    def sides(self) -> tuple[Plan, ...]:
        """The plans, two or more; raises UnknownPlace, KeyError or ValueError."""
        ...

    def windows(self) -> tuple[Window, ...]:
        """The weeks over which runs are summed, the same for all plans."""
        ...

    def draws(self) -> tuple[Sequence[Draw], ...]:
        """For each plan what its replicates draw in turn; nothing where nothing is drawn."""
        ...


@dataclass(frozen=True)
class Question:
    """Two sets of values in one place, and how many runs of each."""

    place: str = DEFAULT_PLACE
    residents: int | None = None
    weeks: int = 208
    seed: int = 1
    values_a: Values = field(default_factory=dict)
    values_b: Values = field(default_factory=dict)
    timeline_a: Timeline = ()
    timeline_b: Timeline = ()
    replicates: int = 100

    def sides(self) -> tuple[Plan, Plan]:
        """The plans of A and B; raises UnknownPlace, KeyError or ValueError."""
        return (
            self._side(self.values_a, self.timeline_a),
            self._side(self.values_b, self.timeline_b),
        )

    def windows(self) -> tuple[Window, ...]:
        """The last year, and the weeks during and after the extra money of A and B."""
        return picture.windows(self.weeks, self.values_a, self.values_b)

    def draws(self) -> tuple[Sequence[Draw], ...]:
        """Nothing: numbers stand where they stand."""
        return ((), ())

    def _side(self, values: Values, timeline: Timeline) -> Plan:
        plan = simulation.plan(
            self.place,
            values,
            residents=self.residents,
            weeks=self.weeks,
            seed=self.seed,
            timeline=timeline,
        )
        for week in (-1, 0, *(week for week, _ in timeline)):
            simulation.parameters(plan, week)  # refuses what is out of range
        return plan


@dataclass(frozen=True)
class Snapshot:
    """What there is of an answer now.

    ``state`` is waiting, running, done, failed or cancelled; ``failure`` the id of a text, or "".
    ``a`` and ``b`` hold the ``runs_done`` replicates that both sides have, in the same order, so
    that row i of each is a pair; ``sides`` holds those of every plan, A and B first.
    """

    question: Asked
    state: str
    failure: str
    runs_done: int
    runs_wanted: int
    replicates: NDArray[np.int64]
    a: Picture
    b: Picture
    sides: tuple[Picture, ...] = ()
