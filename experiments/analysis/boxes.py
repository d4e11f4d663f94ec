"""Boxes of worlds: found by PRIM or CART of the EMA workbench, told in words."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from inspect import signature
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.analysis import found
from experiments.analysis.names import ONE_PLACE, Names, quoted
from experiments.analysis.tables import Frame
from model.place_facts import Text

SMALLEST = 0.05
"""The least part of all worlds that a box may hold."""
SURE = 0.05
"""A limit with a larger chance of being one by luck alone is said to be unsure; as is usual."""
LEAVES = 8
"""Leaves of a tree: more cannot be told in words; chosen."""


@dataclass(frozen=True)
class Box:
    """Worlds between limits: ``limits`` holds (low, high) of each factor that is limited.

    An end that does not limit is infinite. ``by_chance`` has, by factor, how likely each end is
    by luck alone (NaN where nobody asked).
    """

    limits: Mapping[str, tuple[float, float]]
    density: float
    coverage: float
    worlds: int
    failing: int
    by_chance: Mapping[str, tuple[float, float]]

    def holds(self, at: Frame) -> NDArray[np.bool_]:
        """Which of these worlds lie in the box."""
        inside = np.ones(len(at), dtype=bool)
        for name, (low, high) in self.limits.items():
            value = at[name].to_numpy(dtype=np.float64)
            inside &= (value >= low) & (value <= high)
        return inside

    def rows(self, method: str, number: int) -> Iterator[dict[str, Any]]:
        """A row for each limit of the box; one without a factor for a box that limits nothing."""
        whole = {
            "method": method,
            "box": number,
            "density": self.density,
            "coverage": self.coverage,
            "worlds_in_box": self.worlds,
            "failing_in_box": self.failing,
        }
        if not self.limits:
            yield whole | {"factor": "", "low": np.nan, "high": np.nan, "chance": np.nan}
        for name, (low, high) in self.limits.items():
            chance = self.by_chance.get(name, (np.nan, np.nan))
            known = [each for each in chance if np.isfinite(each)]
            yield whole | {
                "factor": name,
                "low": low,
                "high": high,
                "chance": max(known) if known else np.nan,
            }


def by_prim(at: Frame, y: NDArray[np.float64], density: float) -> tuple[Box, Frame]:
    """The box that covers most with at least this density, and how density and coverage trade off.

    Where none is so dense, the densest. ``y`` is 1 where a world fails and 0 elsewhere. The second
    that comes back has a row for each box on the way: coverage, density, mass and res_dim.
    """
    with _quietly():
        from ema_workbench.analysis import prim  # here: it takes seconds to load

        # Up to version 2 it wants a threshold, which is also where its count of failures begins.
        old: Any = {"threshold": 1e-6} if "threshold" in signature(prim.Prim).parameters else {}
        found_box = prim.Prim(at.astype(float), y, peel_alpha=0.05, mass_min=SMALLEST, **old)
        peeled: Any = found_box.find_box()
        path = peeled.peeling_trajectory.reset_index(drop=True)
    dense = path[path["density"] >= density]
    if len(dense):
        best = dense.sort_values(["coverage", "density"], ascending=False).index[0]
    else:
        best = path.sort_values(["density", "coverage"], ascending=False).index[0]
    chances = peeled.p_values if hasattr(peeled, "p_values") else peeled.qp  # 3, and before
    chance = _chances(chances[best])
    return _measured(peeled.box_lims[best], at, y, chance), path


def _chances(told: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """How likely each limit is by luck alone; what was not asked is −1 there and NaN here."""
    return {
        str(name): tuple(float(each) if each >= 0 else np.nan for each in ends)  # type: ignore[misc]
        for name, ends in told.items()
    }


def by_cart(at: Frame, y: NDArray[np.float64], seed: int) -> list[Box]:
    """The leaves of a tree of at most LEAVES in which more fail than overall; densest first."""
    with _quietly():
        from ema_workbench.analysis import cart
        from sklearn.tree import DecisionTreeClassifier

        made = cart.CART(at.astype(float), y, mass_min=SMALLEST)
        # grown here, not there: with a seed, and no larger than can be told
        made.clf = DecisionTreeClassifier(
            min_samples_leaf=max(1, int(SMALLEST * len(y))),
            max_leaf_nodes=LEAVES,
            random_state=seed,
        ).fit(at.to_numpy(dtype=np.float64), y)
        if made.clf.tree_.node_count == 1:
            return []
        leaves = [_measured(limits, at, y, {}) for limits in made.boxes]
    dense = [leaf for leaf in leaves if leaf.density > y.mean()]
    return sorted(dense, key=lambda leaf: (-leaf.density, -leaf.coverage))


def _measured(
    limits: Frame,
    at: Frame,
    y: NDArray[np.float64],
    chance: Mapping[str, tuple[float, float]],
) -> Box:
    """A box of the workbench, counted anew, without the limits that are the ends of the range."""
    narrowed = {}
    for name in at.columns:
        low, high = (float(limits[name].iloc[end]) for end in (0, 1))
        low = low if low > float(at[name].min()) else -np.inf
        high = high if high < float(at[name].max()) else np.inf
        if np.isfinite(low) or np.isfinite(high):
            narrowed[str(name)] = (low, high)
    empty = Box(narrowed, np.nan, np.nan, 0, 0, chance)
    inside = empty.holds(at)
    failing, worlds = int(y[inside].sum()), int(inside.sum())
    return Box(
        narrowed, failing / worlds if worlds else np.nan, failing / y.sum(), worlds, failing, chance
    )


def told(box: Box, known: Names) -> Text:
    """What PRIM found, as a sentence."""
    if not box.limits:
        return Text(
            "PRIM vindt geen box waarin het vaker faalt dan overal.",
            "PRIM finds no box in which it fails more often than anywhere.",
        )
    said = of_a_box(box, known)
    unsure = [
        quoted(known.factor(name))
        for name, ends in box.by_chance.items()
        if name in box.limits and np.nanmax([*ends, 0.0]) > SURE
    ]
    if not unsure:
        return Text(f"PRIM: {said.nl}", f"PRIM: {said.en}")
    nl, en = ", ".join(each.nl for each in unsure), ", ".join(each.en for each in unsure)
    return Text(
        f"PRIM: {said.nl} De grens van {nl} kan toeval zijn.",
        f"PRIM: {said.en} The limit of {en} may be luck.",
    )


def of_a_box(box: Box, known: Names) -> Text:
    """A box in words: its limits, how many in it fail, and how many of all that fail lie in it."""
    where = [_limit(known, name, low, high) for name, (low, high) in box.limits.items()]
    dense, cover = found.percent(box.density), found.percent(box.coverage)
    return Text(
        f"met {' en '.join(each.nl for each in where)} faalt het in {box.failing} van "
        f"{box.worlds} werelden ({dense.nl}); dat is {cover.nl} van alle keren dat het faalt.",
        f"with {' and '.join(each.en for each in where)} it fails in {box.failing} of "
        f"{box.worlds} worlds ({dense.en}); that is {cover.en} of all times it fails.",
    )


def _limit(known: Names, factor: str, low: float, high: float) -> Text:
    """One limit in words; of a place, which is 0 or 1, whether it is that place."""
    first, last, name = found.short(low), found.short(high), quoted(known.factor(factor))
    if factor.startswith(ONE_PLACE):
        return name if np.isinf(high) else Text(f"niet {name.nl}", f"not {name.en}")
    if np.isinf(low):
        return Text(f"{name.nl} tot {last.nl}", f"{name.en} up to {last.en}")
    if np.isinf(high):
        return Text(f"{name.nl} vanaf {first.nl}", f"{name.en} from {first.en}")
    return Text(
        f"{name.nl} van {first.nl} tot {last.nl}", f"{name.en} from {first.en} to {last.en}"
    )


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what the workbench writes and warns of while it works."""
    logger = logging.getLogger("EMA")
    level = logger.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logger.setLevel(logging.ERROR)
        try:
            yield
        finally:
            logger.setLevel(level)
