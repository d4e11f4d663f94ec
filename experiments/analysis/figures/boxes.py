"""The figure of discovery: the worlds in the plane of the box, and density against coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Rectangle

from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from model.place_facts import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from experiments.analysis.boxes import Box
    from experiments.analysis.found import Found
    from experiments.analysis.tables import Frame

ALONG = 36
"""Letters on a line beside an axis."""


def discovery(found: Found, language: str) -> Figure:
    """Which worlds fail, with the box of PRIM around them, and what a smaller box would give."""
    about, drawn = found.about, found.drawn
    title = Text(
        f"Waar faalt het? {about.headed.nl}",
        f"Where does it fail? {about.headed.en}",
    )
    with style.sheet(found, language, title, 3.9) as figure:
        left, right = figure.subplots(1, 2, width_ratios=[5, 4])
        x, y = _worlds(left, drawn["at"], drawn["fails"], drawn["box"], language)
        left.set_xlabel(style.wrapped(about.names.factor(x).say(language), ALONG))
        left.set_ylabel(style.wrapped(about.names.factor(y).say(language), ALONG) if y else "")
        count, worlds = int(found.table["failing"].iloc[0]), int(found.table["worlds"].iloc[0])
        when = drawn["when"].say(language)
        left.set_title(
            say(
                language,
                f"faalt ({when}) in {count} van {worlds} werelden",
                f"fails ({when}) in {count} of {worlds} worlds",
            )
        )
        _trade(right, drawn["path"], drawn["box"], language)
    return figure


def _worlds(
    axes: Axes, at: Frame, fails: NDArray[np.float64], box: Box, language: str
) -> tuple[str, str]:
    """Each world by the two factors that limit the box most; a cross where it fails.

    Back come these factors, the second empty where there is one only.
    """
    x, y = _plane(at, box)
    across = at[x].to_numpy()
    up = at[y].to_numpy() if y else np.random.default_rng(1).random(len(at))
    bad = fails > 0
    axes.plot(across[~bad], up[~bad], "o", color=style.MIDDLE, markersize=4, fillstyle="none",
              label=say(language, "gaat goed", "does not fail"))  # fmt: skip
    axes.plot(across[bad], up[bad], "x", color=style.DARK, markersize=5,
              label=say(language, "faalt", "fails"))  # fmt: skip
    if box.limits:
        low, high = _ends(at, x, box)
        bottom, top = _ends(at, y, box) if y else (0.0, 1.0)
        axes.add_patch(Rectangle((low, bottom), high - low, top - bottom, fill=False,
                                 edgecolor=style.WARN, linewidth=2))  # fmt: skip
    if not y:
        axes.set_yticks([])
    axes.legend(
        frameon=False, fontsize=7.5, loc="upper center", bbox_to_anchor=(0.5, -0.24), ncols=2
    )
    return x, y


def _plane(at: Frame, box: Box) -> tuple[str, str]:
    """The two factors to look along; those that cut away most first, others where these are few."""

    def kept(name: str) -> float:
        low, high = _ends(at, name, box)
        values = at[name].to_numpy()
        return float(((values >= low) & (values <= high)).mean())

    ordered = sorted(box.limits, key=kept) + [name for name in at.columns if name not in box.limits]
    return str(ordered[0]), str(ordered[1]) if len(ordered) > 1 else ""


def _ends(at: Frame, name: str, box: Box) -> tuple[float, float]:
    """The limits of the box along this factor, within what was run."""
    low, high = box.limits.get(name, (-np.inf, np.inf))
    return max(low, float(at[name].min())), min(high, float(at[name].max()))


def _trade(axes: Axes, path: Frame, box: Box, language: str) -> None:
    axes.plot(path["coverage"], path["density"], ".-", color=style.MIDDLE)
    axes.plot([box.coverage], [box.density], "s", color=style.WARN, markersize=8)
    axes.annotate(
        say(language, "deze box", "this box"),
        (box.coverage, box.density),
        textcoords="offset points",
        xytext=(-8, -14),
        ha="right",
        fontsize=7.5,
    )
    axes.set_xlim(0, 1.05)
    axes.set_ylim(0, 1.1)
    axes.set_xlabel(
        say(
            language,
            "dekking: deel van wat faalt dat erin ligt",
            "coverage: part of what fails that lies in it",
        )
    )
    axes.set_ylabel(
        say(language, "dichtheid: deel erin dat faalt", "density: part in it that fails")
    )
    axes.set_title(say(language, "kleinere boxen (PRIM)", "smaller and smaller boxes (PRIM)"))
