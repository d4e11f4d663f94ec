"""What is told in a lesson of a drawn line, of counts, and of what differs between A and B."""

from __future__ import annotations

from collections.abc import Sequence

import solara

from ui import words
from ui.controls import Table
from ui.markup import paragraph
from ui.provider import Outcome, Pair, Provider, Question, Snapshot
from ui.telling import Period, counted, verdict

Drawn = Sequence[float | None]


def compared(
    snapshot: Snapshot,
    outcome: Outcome,
    drawn: Drawn,
    year: int,
    period: Period,
    language: str,
) -> list[str]:
    """The drawn line and the model side by side, in sentences."""
    pair = snapshot.pairs.get(outcome.key)
    said = f"{verdict(pair.counts if pair else None, language, early=False)} "
    said += counted(pair, outcome, period, language)
    lines = [words.say("lessons.model", language, said=said)]
    expected = direction(snapshot, outcome, drawn, year)
    if expected:
        lines.insert(0, words.say(f"lessons.drew.{expected}", language))
    within, moments = inside(snapshot, outcome, drawn, year)
    if moments:
        lines.append(words.say("lessons.inside", language, within=within, of=moments))
    return lines


def direction(snapshot: Snapshot, outcome: Outcome, drawn: Drawn, year: int) -> str:
    """Whether the line ends above A, below it, or so near that the difference does not matter."""
    middle = snapshot.pictures[outcome.key].a.median[-1]
    if not drawn or drawn[-1] is None or middle is None:
        return ""
    apart = drawn[-1] / outcome.unit.scale - middle
    if abs(apart) < outcome.margin:
        return "none"
    return "higher" if apart > 0 else "lower"


def inside(snapshot: Snapshot, outcome: Outcome, drawn: Drawn, year: int) -> tuple[int, int]:
    """At how many of the drawn moments the line lies within the band of B, and of how many."""
    band = snapshot.pictures[outcome.key].b.wide
    if band is None:
        return 0, 0
    weeks = list(snapshot.weeks)
    held = []
    for number, value in enumerate(drawn, 1):
        at = weeks.index(number * year) if number * year in weeks else -1
        low, high = (edge[at] for edge in band)
        if value is not None and at >= 0 and low is not None and high is not None:
            held.append(low <= value / outcome.unit.scale <= high)
    return sum(held), len(held)


def cells(pair: Pair | None, language: str) -> list[str]:
    """What the model sees of an outcome, and in how many runs."""
    if pair is None:
        return [words.say("sentence.nothing", language), "–"]
    told = pair.counts
    said = verdict(told, language, early=False)
    shown = {"higher": told.higher, "lower": told.lower, "within": told.within_margin}
    return [said, words.say("lessons.counts", language, of=told.of, **shown)]


def basis(snapshot: Snapshot, place: str, provider: Provider, language: str) -> solara.Element:
    """How many runs a table rests on, where, of which version, and that it is no forecast."""
    runs = words.say(
        "lessons.runs",
        language,
        runs=snapshot.runs_done,
        place=provider.place(place).name(language),
        version=provider.version,
    )
    return paragraph(f"{runs} {words.say('badge', language)}.", "hint")


def differences(question: Question, provider: Provider, language: str) -> list[solara.Element]:
    """A table of what is not the same in A and in B, with what each number rests on."""
    found = provider.differences(question)
    if not found:
        return [paragraph(words.say("differences.none", language))]
    title = words.say("lessons.differs", language)
    head = [
        words.say("differences.what", language),
        "A",
        "B",
        words.say("differences.status", language),
    ]
    rows = [
        {
            "name": each.name[language],
            "cells": [each.a[language], each.b[language], each.status[language]],
        }
        for each in found
    ]
    told = []
    if any(each.money for each in found):
        told.append(paragraph(words.say("differences.money", language), "notice"))
    if any(each.posts for each in found):
        told.append(paragraph(words.say("differences.posts", language), "notice"))
    return [*told, Table(title, head, rows, numeric=False)]
