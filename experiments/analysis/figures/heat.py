"""The heatmap of two levers: the median, and beside it the band with the runs in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from experiments import numerals
from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from experiments.analysis.names import value

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found
    from experiments.analysis.tables import Frame

ALONG = 36
"""Letters on a line beside an axis."""
WORDS_IN = 7
"""With more columns than that the cells are too small for words."""


def heatmap(found: Found, language: str) -> Figure:
    """Two panels over the same levers: median, and width of the band with the number of runs."""
    about, x, y = found.about, found.drawn["x"], found.drawn["y"]
    shown = (
        ("median", say(language, "middelste", "median"), style.SCALE),
        (
            "band",
            say(
                language,
                "breedte van de band; n doorrekeningen",
                "width of the band (p05 to p95); n runs",
            ),
            style.SCALE,
        ),
    )
    rows = found.table[y].nunique()
    with style.sheet(found, language, about.headed, 2.3 + 0.33 * rows) as figure:
        for axes, (column, words, colours) in zip(figure.subplots(1, 2), shown, strict=True):
            _panel(axes, found.table, column, (x, y), colours, language)
            axes.set_title(words, fontsize=8.5)
            axes.set_xlabel(style.wrapped(about.names.factor(x).say(language), ALONG))
            axes.set_ylabel(style.wrapped(about.names.factor(y).say(language), ALONG))
    return figure


def _panel(
    axes: Axes,
    table: Frame,
    column: str,
    levers: tuple[str, str],
    colours: str,
    language: str,
) -> None:
    x, y = levers
    wide, runs = (table.pivot_table(each, y, x, sort=True) for each in (column, "runs"))
    cells = np.ma.masked_invalid(wide.to_numpy(dtype=np.float64))
    image = axes.imshow(cells, origin="lower", aspect="auto", cmap=colours)
    for axis, of, values in ((axes.set_xticks, x, wide.columns), (axes.set_yticks, y, wide.index)):
        told = [style.wrapped(value(of, float(each)).say(language), 14) for each in values]
        axis(range(len(values)), told, fontsize=7.5)
    middle = (float(cells.min()) + float(cells.max())) / 2
    if wide.shape[1] <= WORDS_IN:
        for row, column_number in np.ndindex(*wide.shape):
            here = float(wide.iloc[row, column_number])
            if np.isfinite(here):
                said = numerals.short(here, language)
                if column == "band":
                    said += f"\nn={int(runs.iloc[row, column_number])}"
                ink = "white" if here < middle else "black"
                axes.text(column_number, row, said, ha="center", va="center", fontsize=7, color=ink)
    bar = axes.figure.colorbar(image, ax=axes, shrink=0.85)
    bar.ax.tick_params(labelsize=7.5)
