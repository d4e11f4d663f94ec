"""The network of those who work here, quarter by quarter, each in a place that does not move.

Positions are found once for a pair of runs, from what ties are like on average over both and over
all quarters: classical scaling of the distances, so that who is close in the picture is well tied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments import simulation
from experiments.explaining import saying
from experiments.simulation import QUARTER, Plan
from model.state.axes import ORGANISATIONS
from model.state.state import State

SHOWN_FROM = 0.05
"""Strength from which a tie is in a table; a weaker one is hardly there (basis: chosen)."""
HANGS_TOGETHER = 0.05
"""How near each two are at least, so that nobody without ties flies off the picture."""


@dataclass(frozen=True)
class Frames:
    """Ties of one run: ``strength`` and ``trust`` [frame, from, to] at the end of each ``weeks``.

    ``organisation`` and ``role`` say who each seat is [seat], in the order of the model; ``names``
    the same in Dutch and English.
    """

    weeks: tuple[int, ...]
    strength: NDArray[np.float64]
    trust: NDArray[np.float64]
    organisation: NDArray[np.int64]
    role: NDArray[np.int64]
    names: tuple[tuple[str, str], ...]

    def table(self) -> pd.DataFrame:
        """One row for each tie worth showing in each frame, both ways: trust has a direction."""
        frame, i, j = np.nonzero(self.strength >= SHOWN_FROM)
        parties = np.array(list(ORGANISATIONS))
        return pd.DataFrame(
            {
                "week": np.array(self.weeks)[frame],
                "from": i,
                "to": j,
                "strength": self.strength[frame, i, j].round(4),
                "trust": self.trust[frame, i, j].round(4),
                "from_organisation": parties[self.organisation[i]],
                "to_organisation": parties[self.organisation[j]],
            }
        )


def frames(plan: Plan, replicate: int, every: int = QUARTER) -> Frames:
    """The ties at week 0 and after each quarter of one run; the same run as without looking."""
    weeks: list[int] = []
    strengths: list[np.ndarray] = []
    trusts: list[np.ndarray] = []

    def look(state: State) -> None:
        weeks.append(state.week)
        strengths.append(state.pairs["strength"].astype(float))
        trusts.append(state.pairs["trust"].astype(float))

    state = simulation.run(plan, replicate, look=look, every=every).state
    seats = range(len(state.actors))
    return Frames(
        weeks=tuple(weeks),
        strength=np.array(strengths),
        trust=np.array(trusts),
        organisation=state.actors["organisation"].astype(np.int64),
        role=state.actors["role"].astype(np.int64),
        names=tuple(
            (saying.actor(state, row, "nl"), saying.actor(state, row, "en")) for row in seats
        ),
    )


def positions(runs: Sequence[Frames]) -> NDArray[np.float64]:
    """Where each seat stands in all frames of these runs [seat, x and y], from −1 to 1."""
    tied = np.mean([each.strength.mean(axis=0) for each in runs], axis=0)
    tied = np.clip(HANGS_TOGETHER + (tied + tied.T) / 2.0, 0.0, 1.0)
    distance = np.sqrt(2.0 * (1.0 - tied))
    np.fill_diagonal(distance, 0.0)
    count = len(distance)
    centre = np.eye(count) - 1.0 / count
    sizes, axes = np.linalg.eigh(-0.5 * centre @ distance**2 @ centre)
    found = axes[:, [-1, -2]] * np.sqrt(np.maximum(0.0, sizes[[-1, -2]]))
    # a picture and its mirror image are alike: the seat farthest out is always on the right, above
    farthest = np.abs(found).round(9).argmax(axis=0)
    found = found * np.where(found[farthest, [0, 1]] < 0.0, -1.0, 1.0)
    return found / max(1e-12, float(np.abs(found).max()))


def as_data(runs: dict[str, Frames]) -> dict[str, Any]:
    """Seats with their places, and the ties of each run, quarter by quarter, in plain types."""
    first = next(iter(runs.values()))
    places = positions(list(runs.values()))
    parties = list(ORGANISATIONS)
    seats = [
        {
            "row": row,
            "organisation": parties[first.organisation[row]],
            "role": int(first.role[row]),
            "name": {"nl": nl, "en": en},
            "x": round(float(places[row, 0]), 4),
            "y": round(float(places[row, 1]), 4),
        }
        for row, (nl, en) in enumerate(first.names)
    ]
    return {"seats": seats, "ties": {label: _ties(each) for label, each in runs.items()}}


def _ties(run: Frames) -> list[dict[str, Any]]:
    table = run.table().astype(object)
    found: list[dict[str, Any]] = []
    for week in run.weeks:
        rows = table[table["week"] == week].drop(columns="week")
        names = [str(name) for name in rows.columns]
        found.append(
            {
                "week": week,
                "rows": [dict(zip(names, row, strict=True)) for row in rows.to_numpy().tolist()],
            }
        )
    return found


def as_table(runs: dict[str, Frames]) -> pd.DataFrame:
    """One row for each tie, quarter and run, with the places of both ends."""
    places = positions(list(runs.values())).round(4)
    tables = []
    for label, run in runs.items():
        table = run.table()
        for end in ("from", "to"):
            table[f"{end}_x"], table[f"{end}_y"] = places[table[end], 0], places[table[end], 1]
        table.insert(0, "run", label)
        tables.append(table)
    return pd.concat(tables, ignore_index=True)
