"""Figures of what an analysis found, one function for each kind; ``draw`` knows which.

Each is made of a ``Found`` alone. What is told by colour is told by shape, place or words as well,
so that nothing is lost in grey or to a reader who does not see colours apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from experiments.analysis import (
    cells,
    discovery,
    enough,
    pairs,
    robustness,
    scoring,
    sensitivities,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found


def draw(found: Found, language: str = "en") -> Figure:
    """The figure of this analysis in "nl" or "en"; nothing is shown on a screen."""
    from experiments.analysis.figures import bars, boxes, heat, intervals, narrowing, options

    drawing: Mapping[str, Callable[[Found, str], Figure]] = {
        pairs.KIND: intervals.effects,
        sensitivities.KIND: bars.sensitivity,
        scoring.KIND: bars.features,
        discovery.KIND: boxes.discovery,
        robustness.KIND: options.robustness,
        cells.KIND: heat.heatmap,
        enough.KIND: narrowing.convergence,
    }
    return drawing[found.kind](found, language)
