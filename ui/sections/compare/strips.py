"""How far the runs are, and for each outcome every difference with the baseline as a dot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import reacton.ipyvuetify as vuetify
import solara

from ui import words
from ui.chart import _Download as Download
from ui.compare.link import check
from ui.compare.memory import Answer, Memory, lettered, pair_of
from ui.compare.provider import Comparison, Snapshot, Strip
from ui.compare.telling import counted, signed, verdict
from ui.controls import Fold, Press
from ui.families import in_order
from ui.markup import element, paragraph, section
from ui.provider import WIDE_FROM, Outcome, Provider
from ui.sections.compare.choose import moved, side_name
from ui.sections.compare.progress import Progress
from ui.sections.comparison import MARGINS_SHOWN
from ui.sections.results import changed_prices
from ui.telling import period_of, placed

AT_FIRST, MORE = 4, 8
"""Outcomes that are shown at once, and how many more each time they are asked for."""
TEXTS = ("higher", "lower", "nothing", "table")


@dataclass(frozen=True)
class Shared:
    """What all strips of one answer share."""

    language: str
    comparison: Comparison
    snapshot: Snapshot
    names: Mapping[str, str]
    caption: str
    around: Sequence[str]


@solara.component_vue("strips.vue", vuetify=False)
def _Strips(
    id: str,
    title: str,
    meaning: str,
    better: str,
    axis: str,
    rows: list[dict[str, Any]],
    reach: float,
    margin: float,
    head: list[str],
    note: str,
    summary: str,
    caption: str,
    stamp: str,
    language: str,
    texts: dict[str, str],
) -> None:
    """The drawing in the browser."""


@solara.component
def Strips(memory: Memory, provider: Provider) -> solara.Element:
    """The figures, the first few unless more are asked for, and the rule behind the words."""
    language, answer = memory.language.value, memory.answer.value
    count, set_count = solara.use_state(AT_FIRST)
    own, set_own = solara.use_state(False)
    heading = words.say("compare.strips.heading", language)
    scale = "own" if own else "shared"
    how = [words.say(f"compare.strips.{part}", language) for part in ("lead", "rule", scale)]
    label = words.say("compare.strips.rule_fold", language)
    rule = [Fold(label, language, label=label), paragraph(" ".join(how[1:]))]
    told = element("div", [paragraph(how[0]), element("div", rule)], "strips__how")
    progress = Progress(memory)
    if answer is None or not answer.snapshot.strips:
        # of the same kinds as what takes their place: a part that is used anew keeps its kind
        nothing = [paragraph(""), element("div", [], "charts"), element("div", [], "buttons")]
        return section("strips", heading, [progress, told, *nothing])
    shared = shared_by(answer, provider, language)
    outcomes = in_order(provider.outcomes(), memory.front.value)
    front = max(count, len(memory.front.value))
    shown = outcomes[:front]
    reaches = reach_by_unit(shown, answer.snapshot.strips, language, own)
    figures = [
        Figure(each, shared, provider, reaches[unit_of(each, language, own)]).key(each.key)
        for each in shown
    ]
    label = words.say("compare.strips.own_scale", language)
    buttons = [Press(label, lambda: set_own(not own), look="quiet", pressed=own)]
    if len(shown) < len(outcomes):
        label = words.say("compare.strips.more", language, shown=len(shown), all=len(outcomes))
        buttons.append(Press(label, lambda: set_count(front + MORE), look="quiet"))
    if front > AT_FIRST:
        fewer = words.say("chart.fewer", language)
        buttons.append(Press(fewer, lambda: set_count(AT_FIRST), look="quiet"))
    when = period_of(answer.snapshot, provider.weeks_per_year).told(language)  # pyright: ignore[reportArgumentType]
    over = paragraph(words.say("compare.strips.over", language, window=when))
    parts = [progress, told, over, element("div", figures, "charts")]
    return section("strips", heading, [*parts, element("div", buttons, "buttons")])


def shared_by(answer: Answer, provider: Provider, language: str) -> Shared:
    """What the figures of this answer have in common."""
    comparison, snapshot = answer.comparison, answer.snapshot
    names = {letter: side_name(provider, side, language) for letter, side in lettered(comparison)}
    around = [f"{letter}: {name}" for letter, name in names.items()]
    around.append(placed(provider.place(comparison.place), language))
    for letter, side in lettered(comparison):
        if side.values:
            levers = moved(provider, side, language)
            around.append(words.say("chart.moved", language, side=letter, levers=levers))
    around += changed_prices(provider, comparison.prices, language)
    return Shared(
        language, comparison, snapshot, names, caption(answer, provider, language), around
    )


def caption(answer: Answer, provider: Provider, language: str) -> str:
    """What every picture says about itself: what stands there, runs, seed, version, warning."""
    runs = answer.snapshot.runs_done
    kind = "wide" if runs >= WIDE_FROM else "half" if answer.snapshot.runs_done >= 20 else "runs"
    return " · ".join(
        (
            words.say(f"compare.strips.kind.{kind}", language),
            words.say("compare.strips.pairs", language, runs=runs),
            words.say("chart.seed", language, seed=answer.comparison.seed),
            words.say("chart.version", language, version=provider.version),
            words.say("badge", language),
        )
    )


def unit_of(outcome: Outcome, language: str, own: bool) -> str:
    """What outcomes share that share a scale: their unit, or nothing but themselves."""
    return outcome.key if own else outcome.unit.label(language)


def reach_by_unit(
    outcomes: Sequence[Outcome],
    strips: Mapping[str, Sequence[Strip | None]],
    language: str,
    own: bool,
) -> dict[str, float]:
    """How far the axis goes each way, by unit: as far as any dot, and a few margins at least."""
    found: dict[str, float] = {}
    for outcome in outcomes:
        widest = max(
            (abs(each) for strip in strips[outcome.key] if strip for each in strip.differences),
            default=0.0,
        )
        label, scale = unit_of(outcome, language, own), outcome.unit.scale
        least = max(widest * 1.04, MARGINS_SHOWN * outcome.margin) * scale
        found[label] = max(found.get(label, 0.0), least)
    return found


def Figure(outcome: Outcome, shared: Shared, provider: Provider, reach: float) -> solara.Element:
    """One outcome: the strips, what they say in words, a table, and downloads."""
    language, name = shared.language, outcome.name(shared.language)
    identity = "strip-" + outcome.key.replace("_", "-")
    sides = lettered(shared.comparison)[1:]
    strips = shared.snapshot.strips[outcome.key]
    rows = [
        row(letter, shared.names[letter], strip, outcome, language)
        for (letter, _), strip in zip(sides, strips, strict=True)
    ]
    note = put_in(outcome, shared, provider)
    said = [f"{one['letter']}: {one['verdict']} {one['sentence']}" for one in rows]
    unit = outcome.unit.apart(language) or outcome.unit.label(language)
    axis = words.say("compare.strips.axis", language, unit=unit).removesuffix(" ()")
    drawing = _Strips(
        id=identity,
        title=name,
        meaning=words.told(outcome.meaning(language)),
        better=words.say(f"chart.better.{outcome.better}", language),
        axis=axis,
        rows=rows,
        reach=reach,
        margin=outcome.margin * outcome.unit.scale,
        head=[words.say(f"compare.head.{part}", language) for part in HEAD],
        note=note,
        summary=f"{name}. " + " ".join(said),
        caption=shared.caption,
        stamp=f"{check(shared.comparison)}:{shared.snapshot.runs_done}",
        language=language,
        texts={text: words.say(f"compare.strips.{text}", language) for text in TEXTS},
    )
    download = Download(
        of=identity,
        title=name,
        above=[*shared.around],
        below=[*said, *filter(None, [note]), shared.caption],
        figures="",  # the page has one file with the figures of all charts
        file=f"samenspel-{identity}",
        texts={kind: words.say(f"chart.{kind}", language) for kind in ("png", "svg")},
    )
    return vuetify.Html(tag="figure", class_="card", children=[drawing, download])


def put_in(outcome: Outcome, shared: Shared, provider: Provider) -> str:
    """For which ways the outcome only repeats what was set; empty for none."""
    asked = shared.comparison
    repeated = [
        letter
        for letter, side in lettered(asked)[1:]
        if provider.repeats(pair_of(asked, side), outcome.key)
    ]
    found = ", ".join(repeated)
    return words.say("compare.put_in", shared.language, sides=found) if repeated else ""


HEAD = ("side", "middle", "half", "wide", "lower", "within", "higher", "pairs")


def row(
    letter: str, name: str, strip: Strip | None, outcome: Outcome, language: str
) -> dict[str, Any]:
    """One scenario of a figure: its dots on the scale of the unit, and what they say."""
    scale = outcome.unit.scale
    if strip is None:
        nothing = words.say("sentence.nothing", language)
        empty = {"dots": [], "middle": None, "half": None, "wide": None, "cells": ["–"] * 7}
        return {"letter": letter, "name": name, "verdict": nothing, "sentence": "", **empty}
    counts = strip.pair.counts if strip.pair else None
    cells = [signed(strip.middle, strip, outcome, language)]
    for ends in (strip.half, strip.wide):
        told = [signed(each, strip, outcome, language) for each in ends] if ends else []
        cells.append(words.say("compare.strips.to", language, low=told[0], high=told[1])
                     if told else "–")  # fmt: skip
    cells += [str(n) for n in (counts.lower, counts.within_margin, counts.higher)] if counts else [
        "–"] * 3  # fmt: skip
    return {
        "letter": letter,
        "name": name,
        "dots": [float(f"{each * scale:.4g}") for each in strip.differences],
        "middle": strip.middle * scale,
        "half": [each * scale for each in strip.half] if strip.half else None,
        "wide": [each * scale for each in strip.wide] if strip.wide else None,
        "verdict": verdict(counts, letter, language),
        "sentence": counted(strip, outcome, letter, language),
        "cells": [*cells, str(len(strip.differences))],
    }
