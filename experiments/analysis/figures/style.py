"""What all figures share: letters, colours that are told apart in grey, and what stands below."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from experiments import numerals
from experiments.version import NOTE
from model.place_facts import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from experiments.analysis.found import Found

DARK, MIDDLE, LIGHT = "#08306b", "#2f83c4", "#c7dcef"
"""One hue in three degrees of darkness: told apart by everyone, and in grey."""
WARN = "#d55e00"
"""Against those three, beside a shape of its own."""
SCALE = "cividis"
"""From dark to light, evenly, for everyone."""
WIDTH, MARGIN = 7.2, 0.9
LETTERS, LETTERS_ABOVE, NAMES = 100, 70, 32
"""Letters on a line: below the figure, in its title, and in the name of a row."""
LINE = 0.15
"""Inches from one line of a name to the next."""
RESOLUTION = 200
SETTINGS: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 9,
    "axes.titlelocation": "left",
    "figure.facecolor": "white",
    "svg.fonttype": "none",
    "svg.hashsalt": "samenspel",
}
"""``none`` keeps words in an SVG words; the salt gives the same bytes each time."""


def say(language: str, nl: str, en: str) -> str:
    """The words in this language."""
    return nl if language == "nl" else en


@contextmanager
def sheet(found: Found, language: str, title: Text, height: float) -> Iterator[Figure]:
    """A sheet to draw on: title above, and below what kind of knowledge this is and how much."""
    with mpl.rc_context(SETTINGS):
        above = wrapped(title.say(language), LETTERS_ABOVE)
        below = wrapped(below_it(found, language), LETTERS)
        height += 0.2 * (above.count("\n") + below.count("\n"))
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        FigureCanvasAgg(figure)
        figure.suptitle(above, x=0.01, ha="left", fontsize=10.5, fontweight="bold")
        yield figure
        figure.supxlabel(below, x=0.01, ha="left", fontsize=7.5, color="#333333")
        _numerals(figure, language)


def below_it(found: Found, language: str) -> str:
    """What every figure says of itself: a thinking model, how many runs, of what, which version."""
    runs = numerals.whole(found.runs, language)
    about = found.about
    window, of = about.names.window(about.window).say(language), about.origin.said.say(language)
    said = [
        NOTE.say(language),
        say(language, f"{runs} doorrekeningen", f"{runs} runs"),
        say(language, f"venster: {window}", f"window: {window}"),
        say(language, f"Samenspel, versie {found.version}", f"Samenspel, version {found.version}"),
    ]
    if of:
        said.append(of)
    if found.left_out:
        said.insert(
            2,
            say(
                language,
                f"{found.left_out} zonder waarde weggelaten",
                f"{found.left_out} without a value left out",
            ),
        )
    return " · ".join(said)


def _numerals(figure: Figure, language: str) -> None:
    """Numbers along the axes as the language writes them, where an axis shows numbers."""
    if language != "nl":
        return
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            if type(axis.get_major_formatter()).__name__ == "ScalarFormatter":
                axis.set_major_formatter(FuncFormatter(lambda value, _: _dutch(value)))


def _dutch(value: float) -> str:
    return numerals.numeral(f"{value:,.6g}".replace("-", "−"), "nl")


def wrapped(text: str, letters: int) -> str:
    """The text on lines of at most so many letters, where it can be cut."""
    return "\n".join(textwrap.wrap(text, letters, break_long_words=False))


def deep(names: Sequence[str], one: float, letters: int = NAMES) -> float:
    """Inches that rows with these names take, of which a row with one line takes ``one``."""
    lines = [wrapped(each, letters).count("\n") + 1 for each in names]
    return sum(max(one, LINE * each + 0.08) for each in lines)


def zero(axes: Axes, vertical: bool = True) -> None:
    """A line where there is no difference."""
    draw = axes.axvline if vertical else axes.axhline
    draw(0.0, color="#555555", linewidth=0.8, zorder=0)


def rows(axes: Axes, names: list[str], letters: int = NAMES) -> None:
    """Names of rows, the first above, long ones on more lines."""
    axes.set_yticks(range(len(names)), [wrapped(each, letters) for each in names], fontsize=8)
    axes.invert_yaxis()
    axes.set_ylim(len(names) - 0.4, -0.6)
