"""The figure of convergence: how the interval narrows with more replicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments import numerals
from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from model.place_facts import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found
    from experiments.analysis.tables import Frame


def convergence(found: Found, language: str) -> Figure:
    """The mean with its interval, and the half-width against what was asked for, place by place."""
    about = found.about
    title = Text(
        f"Zijn er genoeg herhalingen? {about.headed.nl}",
        f"Are there enough replicates? {about.headed.en}",
    )
    places = list(found.table.groupby("place", sort=True))
    with style.sheet(found, language, title, 0.7 + 2.5 * len(places)) as figure:
        grid = figure.subplots(len(places), 2, squeeze=False)
        for (place, rows), (left, right) in zip(places, grid, strict=True):
            _mean(left, rows, language)
            left.set_title(
                f"{about.names.place(str(place)).say(language)}: {left.get_title(loc='left')}"
            )
            _half_width(right, rows, language)
            for axes in (left, right):
                axes.set_xlabel(say(language, "herhalingen", "replicates"))
    return figure


def _mean(axes: Axes, rows: Frame, language: str) -> None:
    n, mean, near = rows["replicates"], rows["mean"], rows["half_width"]
    axes.fill_between(n, mean - near, mean + near, color=style.LIGHT)
    axes.plot(n, mean, color=style.DARK)
    style.zero(axes, vertical=False)
    axes.set_title(say(language, "gemiddelde en 95%-interval", "mean and 95% interval"))


def _half_width(axes: Axes, rows: Frame, language: str) -> None:
    axes.plot(rows["replicates"], rows["half_width"], color=style.DARK,
              label=say(language, "zoals het ging", "as it went"))  # fmt: skip
    axes.plot(rows["replicates"], rows["expected"], "--", color=style.MIDDLE,
              label=say(language, "verwacht", "expected"))  # fmt: skip
    wanted = float(rows["wanted"].iloc[0])
    axes.axhline(wanted, color=style.WARN, linestyle=":")
    told = numerals.short(wanted, language)
    axes.annotate(say(language, f"gevraagd: {told}", f"asked for: {told}"), (1.0, wanted),
                  xycoords=("axes fraction", "data"), ha="right", va="bottom",
                  fontsize=7.5)  # fmt: skip
    axes.set_ylim(bottom=0, top=_top(rows, wanted))
    axes.set_title(say(language, "halve breedte van dat interval", "half-width of it"))
    axes.legend(frameon=False, fontsize=7.5)


def _top(rows: Frame, wanted: float) -> float:
    """A top that shows the line asked for, and does not lose the rest to the first few."""
    later = rows[rows["replicates"] >= min(5, int(rows["replicates"].max()))]
    return 1.25 * max(float(later["half_width"].max()), wanted)
