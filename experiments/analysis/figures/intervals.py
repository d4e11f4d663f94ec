"""Figures of dots with intervals: effects by context, robustness of options, and convergence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from experiments import numerals
from experiments.analysis import pairs
from experiments.analysis import robustness as robust
from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from model.place_facts import Text

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found

PARTS = {
    "low": Text("laag", "low"),
    "middle": Text("midden", "middle"),
    "high": Text("hoog", "high"),
}


def effects(found: Found, language: str) -> Figure:
    """The paired difference and its band, on the whole and by context; beside it the counts."""
    table, about = found.table, found.about
    title = Text(f"{about.of.nl}: {about.name.nl}", f"{about.of.en}: {about.name.en}")
    with style.sheet(found, language, title, 1.6 + 0.26 * len(table)) as figure:
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
        style.rows(left, [_part(row, language) for _, row in table.iterrows()])
        _counts(right, table, language)
    return figure


def _part(row: pd.Series, language: str) -> str:
    if row["context"] == pairs.EVERYWHERE:
        return say(language, "alles samen", "all together")
    part = PARTS[row["part"]].say(language) if row["part"] in PARTS else str(row["part"])
    return f"{row['context']}: {part}"


def _counts(axes: Axes, table: pd.DataFrame, language: str) -> None:
    """Of all pairs the share in which B is higher, about equal and lower, with the counts in it."""
    at, start = np.arange(len(table)), np.zeros(len(table))
    shown = (
        ("clearly_higher", say(language, "hoger", "higher"), style.DARK, "white", ""),
        (
            "within_margin",
            say(language, "ongeveer gelijk", "about equal"),
            style.LIGHT,
            "black",
            "",
        ),
        ("clearly_lower", say(language, "lager", "lower"), style.MIDDLE, "black", "////"),
    )
    for column, _, colour, ink, hatch in shown:
        share = (table[column] / table["pairs"]).to_numpy()
        axes.barh(at, share, left=start, color=colour, hatch=hatch, edgecolor="white", height=0.7)
        for row, width in enumerate(share):
            if width > 0.12:
                box = {"facecolor": colour, "edgecolor": "none", "pad": 0.8}
                axes.text(
                    start[row] + width / 2,
                    row,
                    str(table[column].iloc[row]),
                    ha="center",
                    va="center",
                    fontsize=7.5,
                    color=ink,
                    bbox=box,
                )
        start = start + share
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(left=False)
    axes.set_title(say(language, "in hoeveel paren", "in how many pairs"))
    keys = [
        Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=label)
        for _, label, colour, _, hatch in shown
    ]
    axes.legend(
        handles=keys,
        loc="upper center",
        bbox_to_anchor=(0.5, 0.0),
        ncols=3,
        frameon=False,
        fontsize=7.5,
        handlelength=1.2,
        columnspacing=0.9,
    )


def robustness(found: Found, language: str) -> Figure:
    """How each option does over all worlds, and the regret it gives."""
    table, about = found.table, found.about
    worlds = int(table["worlds"].iloc[0])
    title = Text(
        f"{about.name.nl}: over {worlds} werelden", f"{about.name.en}: over {worlds} worlds"
    )
    with style.sheet(found, language, title, 1.7 + 0.34 * len(table)) as figure:
        left, right = figure.subplots(1, 2, sharey=True)
        at = np.arange(len(table))
        left.hlines(at, table["p05"], table["p95"], color=style.LIGHT, linewidth=7)
        left.hlines(at, table["p25"], table["p75"], color=style.MIDDLE, linewidth=4)
        left.plot(table["median"], at, "o", color=style.DARK, markersize=5)
        left.plot(table["worst"], at, "x", color=style.WARN, markersize=6)
        left.set_title(
            say(
                language,
                "waarde: midden, 50%, 90%",
                "value: median, 50%, 90%",
            )
        )
        style.rows(left, list(table[robust.OPTION]))
        right.barh(at, table["largest_regret"], color=style.LIGHT, height=0.6)
        right.barh(at, table["mean_regret"], color=style.DARK, height=0.25)
        right.set_title(
            say(
                language,
                "spijt: grootste; gemiddeld (smal)",
                "regret: largest; mean (narrow)",
            )
        )
        for row in range(len(table)):
            near = int(table["worlds_near_best"].iloc[row])
            said = say(language, f" {near}× bij de beste", f" {near}× near best")
            right.text(
                float(table["largest_regret"].iloc[row]), row, said, va="center", fontsize=7.5
            )
        right.margins(x=0.35)
        right.set_xlim(left=0)
        worst = Line2D(
            [],
            [],
            marker="x",
            color=style.WARN,
            linestyle="",
            label=say(language, "slechtste wereld", "worst world"),
        )
        left.legend(
            handles=[worst],
            loc="upper left",
            bbox_to_anchor=(0.0, -0.12),
            frameon=False,
            fontsize=7.5,
        )
    return figure


def convergence(found: Found, language: str) -> Figure:
    """The mean with its interval, and the half-width against what was asked for, place by place."""
    about = found.about
    title = Text(
        f"Zijn er genoeg herhalingen? {about.of.nl}: {about.name.nl}",
        f"Are there enough replicates? {about.of.en}: {about.name.en}",
    )
    places = list(found.table.groupby("place", sort=True))
    with style.sheet(found, language, title, 0.7 + 2.5 * len(places)) as figure:
        grid = figure.subplots(len(places), 2, squeeze=False)
        for (place, rows), (left, right) in zip(places, grid, strict=True):
            n = rows["replicates"]
            left.fill_between(
                n,
                rows["mean"] - rows["half_width"],
                rows["mean"] + rows["half_width"],
                color=style.LIGHT,
            )
            left.plot(n, rows["mean"], color=style.DARK)
            style.zero(left, vertical=False)
            left.set_title(
                f"{place}: " + say(language, "gemiddelde en 95%-interval", "mean and 95% interval")
            )
            right.plot(
                n,
                rows["half_width"],
                color=style.DARK,
                label=say(language, "zoals het ging", "as it went"),
            )
            right.plot(
                n,
                rows["expected"],
                "--",
                color=style.MIDDLE,
                label=say(language, "verwacht", "expected"),
            )
            wanted = float(rows["wanted"].iloc[0])
            right.axhline(wanted, color=style.WARN, linestyle=":")
            told = numerals.short(wanted, language)
            right.annotate(
                say(language, f"gevraagd: {told}", f"asked for: {told}"),
                (1.0, wanted),
                xycoords=("axes fraction", "data"),
                ha="right",
                va="bottom",
                fontsize=7.5,
            )
            right.set_ylim(bottom=0, top=_top(rows, wanted))
            right.set_title(say(language, "halve breedte van dat interval", "half-width of it"))
            right.legend(frameon=False, fontsize=7.5)
            for axes in (left, right):
                axes.set_xlabel(say(language, "herhalingen", "replicates"))
    return figure


def _top(rows: pd.DataFrame, wanted: float) -> float:
    """A top that shows the line asked for, and does not lose the rest to the first few."""
    later = rows[rows["replicates"] >= min(5, int(rows["replicates"].max()))]
    return 1.25 * max(float(later["half_width"].max()), wanted)
