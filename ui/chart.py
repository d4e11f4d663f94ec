"""One chart: it takes an outcome and plain lists, and draws both worlds with what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import reacton.ipyvuetify as vuetify
import solara

from ui import chart_file, words
from ui.doubt_told import doubt_told, edges
from ui.markup import element
from ui.provider import Curves, Event, Outcome, Picture, Unit
from ui.telling import Period, counted, sentence, verdict


@dataclass(frozen=True)
class Frame:
    """What all charts of one page share."""

    language: str
    weeks: Sequence[int]
    weeks_per_year: int
    events: Sequence[Event]
    names: Mapping[str, str]
    """What the sides are called: `a` and `b`."""
    runs: int
    seed: int
    version: str
    medians: bool
    early: bool
    """Whether there are too few runs for any sentence."""
    period: Period
    """The weeks over which the sentences compare."""
    around: Sequence[str]
    """What a picture that leaves the page says besides: the place, and what was moved."""
    check: str
    """Differs when anything about the question differs."""
    axis_key: str
    """While this stays the same an axis may grow but never shrink or shift."""
    doubted: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures with what nobody knows drawn anew, where they were asked for, and how many."""
    draws: int = 0
    runs_drawn: bool = True
    """Whether thin lines of single runs stand beside the bands."""
    put_in: frozenset[str] = frozenset()
    """The outcomes that only repeat what was set differently in A and B."""
    why: str = ""
    """Where it is told why A and B differ, but for the outcome; nothing where that is not told."""


@solara.component_vue("chart.vue", vuetify=False)
def _Chart(
    id: str,
    title: str,
    meaning: str,
    better: str,
    unit: str,
    scale: float,
    digits: int,
    between: tuple[float, float],
    weeks: list[int],
    weeks_per_year: int,
    a: dict[str, Any],
    b: dict[str, Any],
    ghost: dict[str, list[float | None]] | None,
    unknown: dict[str, list[list[float | None]]] | None,
    unknown_said: str,
    compared: tuple[int, int] | None,
    flags: list[dict[str, Any]],
    names: dict[str, str],
    medians: bool,
    runs_drawn: bool,
    provisional: bool,
    axis_key: str,
    reach: tuple[float, float] | None,
    summary: str,
    verdict: str,
    sentence: str,
    caption: str,
    stamp: str,
    language: str,
    texts: dict[str, str],
) -> None:
    """The drawing in the browser."""


@solara.component_vue("download.vue", vuetify=False)
def _Download(
    of: str,
    title: str,
    above: list[str],
    below: list[str],
    file: str,
    figures: str,
    texts: dict[str, str],
) -> None:
    """Buttons that save the drawing with its warning inside, and the figures behind it."""


CHART_TEXTS = (
    *("start", "year", "week", "after", "one_year", "many_years", "read", "table", "moment"),
    *("middle", "range", "ghost", "to", "compared"),
)


def plain(curves: Curves) -> dict[str, Any]:
    """Curves as lists that travel to the browser."""
    return {
        "median": list(curves.median),
        "runs": [list(run) for run in curves.runs],
        "half": [list(edge) for edge in curves.half] if curves.half else None,
        "wide": [list(edge) for edge in curves.wide] if curves.wide else None,
    }


def last(curves: Curves) -> float | None:
    """Where the middle line ends, if it does anywhere."""
    return next((value for value in reversed(curves.median) if value is not None), None)


def written(value: float | None, unit: Unit, language: str) -> str:
    """A value as it stands beside its unit, finer below one; a dash where there is none."""
    if value is None:
        return "–"
    shown = value * unit.scale
    return words.number(shown, language, max(unit.digits, 2 if abs(shown) < 1 else 0))


def caption(picture: Picture, frame: Frame) -> str:
    """What every picture says about itself: its range, runs, seed, version, and what it is not."""
    kind = "wide" if picture.a.wide else "half" if picture.a.half else "runs"
    return " · ".join(
        (
            words.say(f"chart.kind.{kind}", frame.language),
            words.say("chart.runs", frame.language, runs=frame.runs),
            words.say("chart.seed", frame.language, seed=frame.seed),
            words.say("chart.version", frame.language, version=frame.version),
            words.say("badge", frame.language),
        )
    )


def summary(outcome: Outcome, picture: Picture, frame: Frame, title: str) -> str:
    """The chart in one or two sentences, for those who do not see it."""
    unit = outcome.unit
    ends = {
        side: written(last(curves), unit, frame.language)
        for side, curves in (("a", picture.a), ("b", picture.b))
    }
    return words.say(
        "chart.summary",
        frame.language,
        title=title,
        unit=unit.label(frame.language),
        years=round(frame.weeks[-1] / frame.weeks_per_year),
        sentence=told(outcome, picture, frame),
        **ends,
    )


def told(outcome: Outcome, picture: Picture, frame: Frame) -> str:
    """The sentence below a picture."""
    return sentence(picture.pair, outcome, frame.period, frame.language, frame.early)


def ghost_of(picture: Picture | None, weeks: Sequence[int]) -> dict[str, list[float | None]] | None:
    """The middle lines of an earlier setting, where they fit this time axis."""
    if picture is None or len(picture.a.median) != len(weeks):
        return None
    return {"a": list(picture.a.median), "b": list(picture.b.median)}


def Chart(
    outcome: Outcome,
    picture: Picture,
    frame: Frame,
    *,
    ghost: Picture | None = None,
    part: str = "",
    key: str = "",
    span: tuple[float, float] | None = None,
) -> solara.Element:
    """The figure of one outcome: drawing, readout, sentence, table and downloads.

    `part` names the group of residents where it is not all of them; `key` tells such charts of
    one outcome apart; `span` is what their axes show at least, so that they can be compared.
    """
    name = outcome.name(frame.language)
    title = part or name
    identity = "chart-" + "-".join(filter(None, (outcome.key.replace("_", "-"), key)))
    before = ghost_of(ghost, frame.weeks)
    whole = f"{name}: {part}" if part else name
    doubted = about_doubt(outcome, frame, part)
    drawing = _Chart(
        id=identity,
        title=title,
        a=plain(picture.a),
        b=plain(picture.b),
        ghost=before,
        **doubted,
        provisional=frame.early,
        reach=span,
        summary=summary(outcome, picture, frame, whole),
        verdict=verdict(
            picture.pair.counts if picture.pair else None, frame.language, early=frame.early
        ),
        sentence=counted(picture.pair, outcome, frame.period, frame.language),
        caption=caption(picture, frame),
        **about_outcome(outcome, frame),
        **about_frame(frame),
    )
    ghosted = words.say("chart.ghost_drawn", frame.language) if before else ""
    notes = [ghosted, doubted["unknown_said"]]
    download = saving(identity, whole, outcome, picture, frame, notes)
    parts = [drawing, download, *([] if part else onward(outcome, frame))]
    return vuetify.Html(tag="figure", class_="card", children=parts)


def onward(outcome: Outcome, frame: Frame) -> list[solara.Element]:
    """The way to why A and B differ in this outcome."""
    if not frame.why:
        return []
    label = words.say("why.link", frame.language)
    said = f"{label} {outcome.name(frame.language)}"
    way = f"{frame.why}&outcome={outcome.key}"
    link = element("a", [label], href=way, aria_label=said)
    return [element("p", [link], "onward skipprint")]


def about_doubt(outcome: Outcome, frame: Frame, part: str) -> dict[str, Any]:
    """The band over the draws of what nobody knows, and the counts over those draws."""
    drawn = frame.doubted.get(outcome.key) if frame.doubted and not part else None
    if drawn is None:
        return {"unknown": None, "unknown_said": ""}
    return {
        "unknown": edges(drawn) or None,
        "unknown_said": doubt_told(drawn, frame.draws, outcome, frame.period, frame.language),
    }


def about_outcome(outcome: Outcome, frame: Frame) -> dict[str, Any]:
    """What the declaration says, in one language, and whether it only repeats what was set."""
    language, meaning = frame.language, words.told(outcome.meaning(frame.language))
    if outcome.key in frame.put_in:
        meaning = f"{meaning} {words.say('chart.put_in', language)}"
    return {
        "meaning": meaning,
        "better": words.say(f"chart.better.{outcome.better}", language),
        "unit": outcome.unit.label(language),
        "scale": outcome.unit.scale,
        "digits": outcome.unit.digits,
        "between": tuple(outcome.between),
    }


def about_frame(frame: Frame) -> dict[str, Any]:
    """What all charts of this page have in common."""
    return {
        "weeks": list(frame.weeks),
        "weeks_per_year": frame.weeks_per_year,
        "flags": [{"week": e.week, "text": e.text[frame.language]} for e in frame.events],
        "names": dict(frame.names),
        "medians": frame.medians,
        "runs_drawn": frame.runs_drawn,
        "compared": None if frame.early else (frame.period.begin, frame.period.end),
        "axis_key": frame.axis_key,
        "stamp": f"{frame.check}:{frame.runs}",
        "language": frame.language,
        "texts": {text: words.say(f"chart.{text}", frame.language) for text in CHART_TEXTS},
    }


def saving(
    identity: str, title: str, outcome: Outcome, picture: Picture, frame: Frame, notes: list[str]
) -> solara.Element:
    """The buttons that save the picture, and the lines that travel inside it.

    `notes` are what else is drawn, empty where it is not: an earlier setting, the unknown.
    """
    language, (ghosted, unknown) = frame.language, notes
    unit = words.say("chart.unit", language, unit=outcome.unit.label(language))
    above = [unit, *(f"{side.upper()}: {frame.names[side]}" for side in ("a", "b"))]
    above += filter(None, (*frame.around, ghosted))
    below = [*filter(None, (told(outcome, picture, frame), unknown)), caption(picture, frame)]
    figures = chart_file.table(picture, frame.weeks, outcome.unit, [title, *above, *below])
    return _Download(
        of=identity,
        title=title,
        above=above,
        below=below,
        figures=figures,
        file=f"samenspel-{identity.removeprefix('chart-')}",
        texts={kind: words.say(f"chart.{kind}", language) for kind in ("png", "svg", "csv")},
    )
