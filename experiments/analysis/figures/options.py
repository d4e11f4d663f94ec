"""The figure of robustness: how each option does over all worlds, and how much one regrets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D

from experiments.analysis import robustness as robust
from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from model.place_facts import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found
    from experiments.analysis.tables import Frame


def robustness(found: Found, language: str) -> Figure:
    """Values of each option with their spread over worlds; beside it the regret."""
    table, name = found.table, found.about.name
    worlds = int(table["worlds"].iloc[0])
    title = Text(f"{name.nl}; over {worlds} werelden", f"{name.en}; over {worlds} worlds")
    options = found.drawn["options"]
    names = [robust.in_words(found.about.names, options[str(each)]).say(language)
             for each in table[robust.OPTION]]  # fmt: skip
    with style.sheet(found, language, title, 1.7 + style.deep(names, 0.34)) as figure:
        left, right = figure.subplots(1, 2, sharey=True)
        _values(left, table, language)
        style.rows(left, names)
        _regret(right, table, language)
    return figure


def _values(axes: Axes, table: Frame, language: str) -> None:
    at = np.arange(len(table))
    axes.hlines(at, table["p05"], table["p95"], color=style.LIGHT, linewidth=7)
    axes.hlines(at, table["p25"], table["p75"], color=style.MIDDLE, linewidth=4)
    axes.plot(table["median"], at, "o", color=style.DARK, markersize=5)
    axes.plot(table["worst"], at, "x", color=style.WARN, markersize=6)
    axes.set_title(say(language, "waarde: midden, 50%, 90%", "value: median, 50%, 90%"))
    worst = Line2D([], [], marker="x", color=style.WARN, linestyle="",
                   label=say(language, "slechtste wereld", "worst world"))  # fmt: skip
    axes.legend(handles=[worst], loc="upper left", bbox_to_anchor=(0.0, -0.12), frameon=False,
                fontsize=7.5)  # fmt: skip


def _regret(axes: Axes, table: Frame, language: str) -> None:
    at = np.arange(len(table))
    axes.barh(at, table["largest_regret"], color=style.LIGHT, height=0.6)
    axes.barh(at, table["mean_regret"], color=style.DARK, height=0.25)
    axes.set_title(say(language, "spijt: grootste; gemiddeld (smal)",
                       "regret: largest; mean (narrow)"))  # fmt: skip
    for row, (largest, near) in enumerate(
        zip(table["largest_regret"], table["worlds_near_best"], strict=True)
    ):
        said = say(language, f" {near}× bij de beste", f" {near}× near best")
        axes.text(float(largest), row, said, va="center", fontsize=7.5)
    axes.margins(x=0.4)
    axes.set_xlim(left=0)
