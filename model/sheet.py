"""Weekly counts summed over a window of weeks and a group of residents, and outcomes of them."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from model.declarations import Outcome
from model.state.axes import BUDGET_COUNT, CELL_COUNT
from model.state.tally import BIN_COUNT, EDGES


@cache
def cells_of(by: str | None) -> tuple[NDArray[np.int64], ...]:
    """The cells of all residents, and of each group of a split."""
    cell = np.arange(CELL_COUNT)
    cells = [cell]
    if by is not None:
        member = cell // 3 if by == "disadvantage" else cell % 3
        cells += [np.flatnonzero(member == group) for group in range(3)]
    for each in cells:  # kept, and so shared
        each.setflags(write=False)
    return tuple(cells)


class Sheet:
    """The weekly counts of one run, ready to be summed over any window and group."""

    def __init__(self, tally: np.ndarray, system: np.ndarray) -> None:
        self._tally, self._system = tally, system
        self._sums: dict[tuple[str, bytes, bytes], NDArray[np.float64]] = {}
        self._totals: dict[tuple[str, bytes, bytes, str | None], NDArray[np.float64]] = {}

    @property
    def written(self) -> tuple[np.ndarray, np.ndarray]:
        """The counts themselves, by cell and of the system as a whole."""
        return self._tally, self._system

    def total(self, name: str, begin: NDArray, end: NDArray, by: str | None) -> NDArray:
        """Sums of a column over windows of weeks and groups of a split [window, 1 + group, ...].

        Plain sums in a fixed order, so that equal weeks give equal numbers to the last digit.
        They are kept, because many outcomes share them: not to be written on.
        """
        key = (name, begin.tobytes(), end.tobytes(), by)
        if key not in self._totals:
            windows, groups = self._windows(name, begin, end), cells_of(by)
            if name.startswith("system."):
                total = np.repeat(windows[:, None], len(groups), axis=1)
            else:
                total = np.stack([windows[:, cells].sum(axis=1) for cells in groups], axis=1)
            total.setflags(write=False)
            self._totals[key] = total
        return self._totals[key]

    def _windows(self, name: str, begin: NDArray, end: NDArray) -> NDArray[np.float64]:
        key = (name, begin.tobytes(), end.tobytes())
        if key not in self._sums:
            weekly = self._column(name)
            sums = [weekly[first:last].sum(axis=0) for first, last in zip(begin, end, strict=True)]
            self._sums[key] = np.array(sums)
        return self._sums[key]

    def _column(self, name: str) -> NDArray[np.float64]:
        if not name.startswith("system."):
            return self._tally[name]
        name = name.removeprefix("system.")
        if name == "gained":
            return self._system["savings"].sum(axis=2)
        if name == "elsewhere":
            own = np.diagonal(self._system["savings"], axis1=1, axis2=2)
            return self._system["savings"].sum(axis=2) - own
        return self._system[name]

    def measure(
        self, outcome: Outcome, begin: NDArray, end: NDArray, by: str | None = None
    ) -> NDArray[np.float64]:
        """The outcome over each window for all residents and each group [window, 1 + group].

        With ``by="payer"`` the groups are the budgets. NaN where there was nothing to measure, or
        where the outcome knows no such groups.
        """
        if by == "payer":
            whole = self.measure(outcome, begin, end)
            return np.hstack([whole, self._payers(outcome, begin, end)])
        top = self.total(outcome.top, begin, end, by)
        if outcome.over_time == "quantile":
            values = quantiles(top, outcome.quantile)
        else:
            bottom = self.total(outcome.bottom, begin, end, by)
            values = _ratio(outcome, top, bottom)
        if by is not None:
            values[:, 1:] = self._groups(outcome, begin, end, by)[:, 1:]
        return values

    def _groups(
        self, outcome: Outcome, begin: NDArray, end: NDArray, by: str
    ) -> NDArray[np.float64]:
        top = outcome.group_top or ("" if outcome.top.startswith("system.") else outcome.top)
        if not outcome.by_group or not top:
            return np.full((len(begin), len(cells_of(by))), np.nan)
        counted = self.total(top, begin, end, by)
        if outcome.over_time == "quantile":
            return quantiles(counted, outcome.quantile)
        return _ratio(outcome, counted, self.total(outcome.bottom, begin, end, by))

    def _payers(self, outcome: Outcome, begin: NDArray, end: NDArray) -> NDArray[np.float64]:
        """What each budget paid of this outcome [window, budget]."""
        if not outcome.payer_top:
            return np.full((len(begin), BUDGET_COUNT), np.nan)
        paid, bottom = (
            self.total(name, begin, end, None)[:, 0] for name in (outcome.payer_top, outcome.bottom)
        )
        if paid.ndim > 2:  # who paid, who gains
            paid = paid[..., outcome.index]
        elif outcome.index >= 0:  # a cost to one budget has one payer
            others = np.arange(BUDGET_COUNT) != outcome.index
            paid = np.where(others, np.nan, paid)
        bottom = bottom if bottom.ndim > 1 else bottom[:, None]
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(bottom > 0, outcome.scale * paid / bottom, np.nan)


def _ratio(outcome: Outcome, top: NDArray, bottom: NDArray) -> NDArray[np.float64]:
    if top.ndim > 2:
        top = top[..., outcome.index] if outcome.index >= 0 else top.sum(axis=-1)
    if bottom.ndim > 2:
        bottom = bottom.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(bottom > 0, outcome.scale * top / bottom, np.nan)
    return np.sqrt(value) if outcome.over_time == "spread" else value


def quantiles(histogram: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """The quantile of waiting times counted in bins (..., bin), even within a bin; NaN if empty."""
    edges = np.asarray(EDGES, dtype=float)
    total = histogram.sum(axis=-1)
    below = np.concatenate([np.zeros((*total.shape, 1)), np.cumsum(histogram, axis=-1)], axis=-1)
    target = share * total
    bin_ = np.clip((below[..., 1:] < target[..., None]).sum(axis=-1), 0, BIN_COUNT - 1)
    low = np.take_along_axis(below, bin_[..., None], axis=-1)[..., 0]
    count = np.take_along_axis(histogram, bin_[..., None], axis=-1)[..., 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        within = np.where(count > 0, (target - low) / count, 0.0)
    value = edges[bin_] + within * (edges[bin_ + 1] - edges[bin_])
    return np.where(total > 0, value, np.nan)
