"""The figure of effects: differences with their band by context, and in how many pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Patch

from experiments.analysis import pairs
from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from experiments.analysis.names import Names, value
from model.place_facts import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found
    from experiments.analysis.tables import Column, Frame

PARTS = {
    "low": Text("laag", "low"),
    "middle": Text("midden", "middle"),
    "high": Text("hoog", "high"),
}


SIDES = (
    ("clearly_higher", Text("hoger", "higher"), style.DARK, "white", ""),
    ("within_margin", Text("ongeveer gelijk", "about equal"), style.LIGHT, "black", ""),
    ("clearly_lower", Text("lager", "lower"), style.MIDDLE, "black", "////"),
)
MOST = 8
"""Contexts shown; more do not fit on a page."""
ROOM = 0.12
"""A share of the bar in which a number fits."""


def effects(found: Found, language: str) -> Figure:
    """The paired difference and its band, on the whole and by context; beside it the counts."""
    about, table = found.about, _shown(found.table)
    parts = [_part(row, about.names, language) for _, row in table.iterrows()]
    with style.sheet(found, language, about.headed, 1.6 + style.deep(parts, 0.26)) as figure:
        left, right = figure.subplots(1, 2, sharey=True, width_ratios=[3, 2])
        at = np.arange(len(table))
        left.hlines(at, table["p05"], table["p95"], color=style.MIDDLE, linewidth=3)
        left.plot(table["median"], at, "o", color=style.DARK, markersize=5)
        style.zero(left)
        left.set_title(
            say(
                language,
                "verschil: midden en 90% van de paren",
                "difference: median and 90% of pairs",
            )
        )
        style.rows(left, parts)
        _counts(right, table, language)
    return figure


def _shown(table: Frame) -> Frame:
    """The whole and the contexts that turn it most; all stand in the table."""
    first = pairs.turning(table).head(MOST).index
    return table[table["context"].isin([pairs.EVERYWHERE, *first])].reset_index(drop=True)


def _part(row: Column, names: Names, language: str) -> str:
    """What a row is of: all, a place, a value of a factor, or a third of its range."""
    context, part = str(row["context"]), str(row["part"])
    if context == pairs.EVERYWHERE:
        return say(language, "alles samen", "all together")
    if context == pairs.PLACE:
        return names.place(part).say(language)
    low, high = (value(context, float(row[end])).say(language) for end in ("from", "to"))
    name = names.factor(context).say(language)
    if part in PARTS:
        to = say(language, "tot", "to")
        return f"{name}: {PARTS[part].say(language)}, {low} {to} {high}"
    return f"{name}: {low}"


def _counts(axes: Axes, table: Frame, language: str) -> None:
    """Of all pairs the share in which B is higher, about equal and lower, with the counts in it."""
    start = np.zeros(len(table))
    keys = []
    for column, words, colour, ink, hatch in SIDES:
        share = (table[column] / table["pairs"]).to_numpy()
        keys.append(Patch(facecolor=colour, hatch=hatch, edgecolor="white",
                          label=words.say(language)))  # fmt: skip
        axes.barh(np.arange(len(table)), share, left=start, color=colour, hatch=hatch,
                  edgecolor="white", height=0.7)  # fmt: skip
        for row in np.flatnonzero(share > ROOM).tolist():
            axes.text(start[row] + share[row] / 2, row, str(table[column].iloc[row]), ha="center",
                      va="center", fontsize=7.5, color=ink,
                      bbox={"facecolor": colour, "edgecolor": "none", "pad": 0.8})  # fmt: skip
        start = start + share
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(left=False)
    axes.set_title(say(language, "in hoeveel paren", "in how many pairs"))
    axes.legend(handles=keys, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=3, frameon=False,
                fontsize=7.5, handlelength=1.2, columnspacing=0.9)  # fmt: skip
