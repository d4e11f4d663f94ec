"""Figures of bars: sensitivity by factor, and feature scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from experiments.analysis import scoring, sensitivities
from experiments.analysis.figures import style
from experiments.analysis.figures.style import say
from experiments.analysis.names import Names
from experiments.sensitivity.designs import MORRIS, SOBOL
from model.place_facts import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from experiments.analysis.found import Found
    from experiments.analysis.tables import Frame

MOST = 20
"""Factors shown; all stand in the table."""


def sensitivity(found: Found, language: str) -> Figure:
    """What each factor does, by the method that was used, and the share of luck; place by place."""
    method, about = found.drawn["method"], found.about
    title = Text(
        f"Wat telt ({method})? {about.headed.nl}", f"What matters ({method})? {about.headed.en}"
    )
    places = list(found.table.groupby("place", sort=True))
    ordered = [
        rows.sort_values(sensitivities.SIZES[method], ascending=False).head(MOST)
        for _, rows in places
    ]
    named = [_factors(about.names, order, language) for order in ordered]
    deep = max(style.deep(each, 0.3) for each in named)
    with style.sheet(found, language, title, (1.5 + deep) * len(places)) as figure:
        grid = figure.subplots(len(places), 1, squeeze=False)[:, 0]
        for (place, _), order, called, axes in zip(places, ordered, named, grid, strict=True):
            DRAWN[method](axes, order, language)
            style.rows(axes, called)
            at = about.names.place(str(place)).say(language)
            axes.set_title(f"{at}; {_noise(order, language)}")
    return figure


def _factors(names: Names, rows: Frame, language: str) -> list[str]:
    """The factors of these rows in words; of the one that does nothing that it is pure chance."""
    nobody = say(language, "(puur toeval)", "(pure chance)")
    return [
        nobody if each == scoring.NOBODY else names.factor(str(each)).say(language)
        for each in rows["factor"]
    ]


def _noise(rows: Frame, language: str) -> str:
    share = float(rows["noise_share"].iloc[0])
    if np.isnan(share):
        return say(
            language,
            "aandeel toeval onbekend (één herhaling)",
            "share of luck unknown (one replicate)",
        )
    own = float(rows["own_noise_share"].iloc[0])
    return say(
        language,
        f"toeval {100 * share:.0f}% van de spreiding, {100 * own:.0f}% niet gedeeld",
        f"luck {100 * share:.0f}% of the spread, {100 * own:.0f}% not shared",
    )


def _morris(axes: Axes, rows: Frame, language: str) -> None:
    at = np.arange(len(rows))
    axes.barh(
        at,
        rows["mu_star"],
        xerr=rows["confidence"],
        color=style.LIGHT,
        height=0.65,
        label=say(language, "mu*: hoe ver gemiddeld (95%)", "mu*: how far on average (95%)"),
        error_kw={"ecolor": style.DARK, "capsize": 2},
    )
    axes.plot(
        rows["sigma"],
        at,
        "D",
        color=style.DARK,
        markersize=4,
        label=say(
            language,
            "sigma: hoezeer het van de rest afhangt",
            "sigma: how much it depends on the rest",
        ),
    )
    if rows["luck"].notna().any():
        axes.plot(
            rows["luck"],
            at,
            "|",
            color=style.WARN,
            markersize=11,
            markeredgewidth=2,
            label=say(language, "wat toeval alleen geeft", "what luck alone gives"),
        )
    _key(axes)


def _sobol(axes: Axes, rows: Frame, language: str) -> None:
    at = np.arange(len(rows))
    axes.barh(
        at + 0.2,
        rows["total"],
        xerr=rows["total_confidence"],
        height=0.36,
        color=style.LIGHT,
        label=say(language, "ook samen met andere (totaal)", "with others too (total)"),
        error_kw={"ecolor": style.DARK, "capsize": 2},
    )
    axes.barh(
        at - 0.2,
        rows["first"],
        xerr=rows["first_confidence"],
        height=0.36,
        color=style.MIDDLE,
        hatch="///",
        edgecolor="white",
        label=say(language, "alleen (eerste orde)", "alone (first order)"),
        error_kw={"ecolor": style.DARK, "capsize": 2},
    )
    axes.set_xlabel(say(language, "deel van de variantie", "part of the variance"))
    style.zero(axes)
    _key(axes)


def _pawn(axes: Axes, rows: Frame, language: str) -> None:
    at = np.arange(len(rows))
    axes.hlines(
        at,
        rows["minimum"],
        rows["maximum"],
        color=style.LIGHT,
        linewidth=5,
        label=say(
            language, "kleinste tot grootste over de plakken", "least to most over the slices"
        ),
    )
    axes.plot(
        rows["median"],
        at,
        "o",
        color=style.DARK,
        label=say(language, "PAWN (midden)", "PAWN (median)"),
    )
    nobody = rows.loc[rows["factor"] == sensitivities.NOBODY, "maximum"]
    if len(nobody):
        axes.axvline(
            float(nobody.iloc[0]),
            color=style.WARN,
            linestyle=":",
            label=say(language, "zo hoog komt puur toeval", "as high as pure chance comes"),
        )
    axes.set_xlim(0, 1)
    _key(axes)


DRAWN: dict[str, Any] = {MORRIS: _morris, SOBOL: _sobol, sensitivities.PAWN: _pawn}


def features(found: Found, language: str) -> Figure:
    """Scores over a few forests, least to most, with the factor of pure chance beside them."""
    about, table = found.about, found.table.head(MOST)
    told, points = float(found.table["explained"].iloc[0]), int(found.table["points"].iloc[0])
    title = Text(
        f"Wat hebben de bomen nodig? {about.headed.nl}", f"What do trees need? {about.headed.en}"
    )
    named = _factors(about.names, table, language)
    with style.sheet(found, language, title, 1.5 + style.deep(named, 0.26)) as figure:
        axes = figure.subplots()
        at = np.arange(len(table))
        axes.barh(at, table["score"], color=style.LIGHT, height=0.65)
        axes.hlines(at, table["lowest"], table["highest"], color=style.DARK, linewidth=2)
        nobody = float(found.table.loc[found.table["factor"] == scoring.NOBODY, "highest"].iloc[0])
        axes.axvline(
            nobody,
            color=style.WARN,
            linestyle=":",
            label=say(language, "hoogste score van puur toeval", "highest score of pure chance"),
        )
        style.rows(axes, named)
        explained = f"{100 * max(0.0, told):.0f}%"
        axes.set_title(
            say(
                language,
                f"verklaard in niet geziene punten: {explained} ({points} punten)",
                f"explained in points not seen: {explained} ({points} points)",
            )
        )
        axes.set_xlabel(
            say(language, "deel van wat de bomen winnen", "share of what the trees gain")
        )
        _key(axes)
    return figure


def _key(axes: Axes) -> None:
    axes.legend(frameon=False, fontsize=7.5, loc="lower right")
