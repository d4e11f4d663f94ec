"""What is not the same in A and B: their settings, and who pays."""

from __future__ import annotations

from collections.abc import Sequence

import solara

from ui import words
from ui.controls import Fold, Table
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Memory, side_of
from ui.provider import Pair, Provider, Question, Unit
from ui.sections.choices import folded_away
from ui.sections.moves import Moves
from ui.telling import fitting

AT_FIRST = 10
"""Numbers that differ which are shown at once; the rest opens below."""


@solara.component
def Differences(memory: Memory, provider: Provider) -> solara.Element:
    """Only what differs between A and B, money included."""
    language, question = memory.language.value, memory.question.value
    found = provider.differences(question)
    heading = words.say("differences.heading", language)
    money, fold = spent_on_top(provider, question, language), Fold(heading, language)
    own = Moves(memory, provider)
    if not found:
        none = paragraph(words.say("differences.none", language))
        return section("differences", heading, [fold, none, money, *own], "card")
    differs = any(difference.money for difference in found)
    rows = [
        {"name": d.name[language], "cells": [d.a[language], d.b[language], d.status[language]]}
        for d in found
    ]
    head = [words.say("differences.what", language), "A", "B"]
    head.append(words.say("differences.status", language))
    posts = any(difference.posts for difference in found)
    note = words.say("differences.money" if differs else "differences.no_money", language)
    if posts:
        note = f"{note} {words.say('differences.posts', language)}"
    table = Table(heading, head, rows[:AT_FIRST], numeric=False)
    said = paragraph(note, "notice" if differs or posts else "")
    rest = folded_away(words.say("differences.rest", language, count=len(rows) - AT_FIRST),
                       [Table(heading, head, rows[AT_FIRST:], numeric=False)])  # fmt: skip
    more = [rest] if len(rows) > AT_FIRST else []
    return section("differences", heading, [fold, said, money, *own, table, *more], "card")


def spent_on_top(provider: Provider, question: Question, language: str) -> solara.Element:
    """The extra money of each side, a year for each resident and in all."""
    lines = []
    for side in SIDES:
        extra = provider.extra(question, side_of(question, side))
        told = words.say(
            "extra.some" if extra.per_resident else "extra.none",
            language,
            side=side.upper(),
            each=words.fine(extra.per_resident, language),
            year=words.rough(extra.a_year, language),
            years=words.fine(extra.weeks / provider.weeks_per_year, language),
            all=words.rough(extra.in_all, language),
        )
        lines.append(element("li", [told]))
    return element("ul", lines, "extra")


def amount(value: float, unit: Unit, language: str) -> str:
    """A number as it is written, without its unit."""
    return words.number(value * unit.scale, language, unit.digits)


MARGINS_SHOWN = 4
"""How many times the smallest difference that matters a bar has room for, at least."""


def cells_of(
    pair: Pair, unit: Unit, widest: float, language: str, margin: float = 0.0
) -> list[object]:
    """A, B and their difference, all three with the same decimals."""
    digits = fitting(pair, unit, margin)
    sides = [words.number(s.median * unit.scale, language, digits) for s in (pair.a, pair.b)]
    return [*sides, bar(pair, unit, widest, language, digits)]


def bar(
    pair: Pair, unit: Unit, widest: float, language: str, digits: int | None = None
) -> dict[str, object]:
    """A difference as text, and as shares of the widest one for the bar beside it."""
    scale = 100 / widest if widest else 0.0
    difference = pair.difference
    digits = max(unit.digits, 1) if digits is None else digits
    low, middle, high = (
        words.plus(value * unit.scale, language, digits)
        for value in (difference.low, difference.median, difference.high)
    )
    return {
        "text": words.say("money.range", language, middle=middle, low=low, high=high),
        "at": difference.median * scale,
        "low": difference.low * scale,
        "high": difference.high * scale,
    }


def reach(*pairs: Pair | None, margin: float = 0.0) -> float:
    """The largest difference in any direction, so that bars of one unit share one scale.

    It is never so small that a difference below `margin`, which does not matter, looks large.
    """
    widest = (max(abs(p.difference.low), abs(p.difference.high)) for p in pairs if p)
    return max([MARGINS_SHOWN * margin, *widest])


def widest_by_unit(rows: Sequence[tuple[Unit, float, Pair]], language: str) -> dict[str, float]:
    """What a whole bar stands for, by unit; rows are a unit, the margin and what differs."""
    widest: dict[str, float] = {}
    for unit, margin, pair in rows:
        label = unit.label(language)
        widest[label] = max(widest.get(label, 0.0), reach(pair, margin=margin))
    return widest
