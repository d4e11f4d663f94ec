"""What a screen needs of one run: each outcome by quarter and over a few windows, also by group.

Quarter points stand 13 weeks apart from week 0 on: 17 of them in four years. The value at a point
is taken over the 13 weeks before it, so the first shows how things were before policy began, and
is the same for two plans that share their context.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments import batch
from experiments.batch import Window
from experiments.simulation import QUARTER, Run
from model.outcomes import GROUPS, OUTCOMES

ROWS = {key: row for row, key in enumerate(OUTCOMES)}
SPLITS = {by: 1 + number * 3 for number, by in enumerate(GROUPS)}
"""Where the three groups of each split begin, after all residents."""
GROUP_COUNT = 1 + 3 * len(GROUPS)


@dataclass(frozen=True)
class Picture:
    """Runs of one side, side by side: ``values`` [run, outcome, column].

    ``weeks`` [point] are the quarter points. Each moment, a quarter point or a window, has a
    column for all residents and one for each group of each split.
    """

    values: NDArray[np.float64]
    weeks: NDArray[np.int64]
    windows: tuple[Window, ...]

    def over_time(self, outcome: str, by: str | None = None, group: int = 0) -> NDArray[np.float64]:
        """The outcome at each quarter point, for all residents or group 1, 2 … [run, point]."""
        column = SPLITS[by] + group - 1 if by is not None and group else 0
        moments = np.arange(len(self.weeks)) * GROUP_COUNT
        return self.values[:, ROWS[outcome]][:, moments + column]

    def window(
        self, outcome: str, name: str = "final", by: str | None = None
    ) -> NDArray[np.float64]:
        """The outcome over a window: all residents, then the groups of a split [run, 1 + group]."""
        names = [window.name for window in self.windows]
        first = (len(self.weeks) + names.index(name)) * GROUP_COUNT
        columns = [first]
        if by is not None:
            columns += range(first + SPLITS[by], first + SPLITS[by] + len(GROUPS[by]))
        return self.values[:, ROWS[outcome]][:, columns]


def windows(weeks: int, *values: Mapping[str, float]) -> tuple[Window, ...]:
    """The last year, and the weeks during and after the extra money of these sets of values."""
    return (batch.final(weeks), *batch.contract(weeks, *values))


def points(weeks: int) -> NDArray[np.int64]:
    """The weeks of the quarter points of a run, 0 among them [point]."""
    return np.arange(0, weeks + 1, QUARTER, dtype=np.int64)


def of(run: Run, chosen: Sequence[Window]) -> NDArray[np.float64]:
    """One run as a row of a picture [outcome, column]: quarter points, then windows, by group."""
    ends = points(len(run.tally))
    quarters = [Window("", int(end) - QUARTER, int(end)) for end in ends[1:]]
    parts = [(run.before, [Window("", 0, 1)]), (run.sheet, [*quarters, *chosen])]
    split = [[batch.measure(sheet, moments, by) for sheet, moments in parts] for by in GROUPS]
    rows = []
    for key in OUTCOMES:
        by_split = [np.vstack([part[key] for part in each]) for each in split]
        groups = np.hstack([by_split[0][:, :1], *(each[:, 1:] for each in by_split)])
        rows.append(groups.ravel())
    return np.stack(rows)


def together(
    runs: Sequence[NDArray[np.float64]], weeks: int, chosen: tuple[Window, ...]
) -> Picture:
    """Runs side by side; a picture of no runs at all has the same form."""
    at = points(weeks)
    empty = np.empty((0, len(OUTCOMES), GROUP_COUNT * (len(at) + len(chosen))))
    return Picture(np.stack(runs) if runs else empty, at, chosen)
