"""The difference as a sum: step by step from A to B, one step for each group of rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import solara

from ui import words
from ui.controls import Press, Table
from ui.markup import element, paragraph, section
from ui.provider import Outcome, Provider
from ui.sections.choices import folded_away
from ui.sections.why.difference import amount, shown, word_of
from ui.why_memory import Why, outcome_of
from ui.why_provider import ENOUGH, SURE, Chain, Part


@solara.component_vue("step.vue", vuetify=False)
def Step(
    begin: float, end: float, error: float, span: tuple[float, float], kind: str, clear: bool
) -> None:
    """One step of the sum as an arrow."""


@dataclass(frozen=True)
class Line:
    """One line of the sum: from where to where, of what kind, and what belongs to it."""

    kind: str
    begin: float
    end: float
    part: Part | None = None


def lines_of(chain: Chain) -> list[Line]:
    """The sum from A to B, largest groups first; what is left without any rule before them."""
    lines, at = [Line("rest", 0.0, chain.remainder)], chain.remainder
    for part in chain.of_groups.parts:
        lines.append(Line("part", at, at + part.mean, part))
        at += part.mean
    return [*lines, Line("whole", 0.0, chain.difference)]


def span_of(lines: Sequence[Line]) -> tuple[float, float]:
    """What all arrows together take, with room for what is not sure."""
    ends = [0.0]
    for line in lines:
        error = known(line.part.error) if line.part else 0.0
        ends += [line.begin, line.end - error, line.end + error]
    low, high = min(ends), max(ends)
    room = 0.03 * (high - low) or 1.0
    return low - room, high + room


def known(value: float) -> float:
    """A number, or nothing where it is not known."""
    return value if np.isfinite(value) else 0.0


def share(line: Line, chain: Chain, language: str) -> str:
    """A line as points of every hundred of the whole; empty where that may be chance.

    Of a whole that is itself not clear, no part is.
    """
    size = line.end - line.begin
    if chain.hidden(line.part) or not np.isfinite(size):
        return ""
    of_all = words.number(100 * size / chain.difference, language)
    return words.say("why.share", language, share=of_all)


@solara.component
def Sum(why: Why, provider: Provider) -> solara.Element:
    """The sum with its arrows, and the same as a table."""
    language, key = why.language.value, why.outcome.value
    outcome, snapshot = outcome_of(provider, key), shown(why)
    chain = snapshot.chain(key) if snapshot else None
    heading = words.say("why.sum", language)
    if chain is None:
        failed = why.chain.how_far((why.question, why.opened.value)).state == "failed"
        said = words.say("why.sum_failed" if failed else "why.sum_wait", language)
        return section("sum", heading, [paragraph(said)], "card")
    lines = lines_of(chain)
    span = span_of(lines)
    rows = [row_of(why, provider, line, chain, outcome, span) for line in lines]
    parts = [
        paragraph(words.say("why.sum_lead", language)),
        element("ol", rows, "sum"),
        paragraph(together(chain, outcome, language)),
        folded_away(
            words.say("why.table", language), [as_table(provider, chain, outcome, language)]
        ),
        folded_away(words.say("why.method", language), [paragraph(method(language))]),
    ]
    return section("sum", heading, parts, "card")


def method(language: str) -> str:
    """How the sum is made, and from how many pairs and how sure a step is called clear."""
    sure = words.number(100 * SURE, language)
    return words.say("why.method_told", language, enough=ENOUGH, sure=sure)


def row_of(
    why: Why,
    provider: Provider,
    line: Line,
    chain: Chain,
    outcome: Outcome,
    span: tuple[float, float],
) -> solara.Element:
    """One line of the sum: what it is, its arrow, its size, and a way into the group."""
    language, part = why.language.value, line.part
    size = line.end - line.begin
    name, meaning = told_of(line, provider, language)
    word = word_of(part, chain.of_groups, chain, language) if part else ""
    # the whole is the whole
    of_all = share(line, chain, language) if line.kind != "whole" else ""
    small = " · ".join(filter(None, (of_all, word)))
    track = Step(
        begin=line.begin,
        end=line.end,
        error=known(part.error) if part else 0.0,
        span=span,
        kind=line.kind,
        # the whole is hatched too while it is not clear itself
        clear=part.clear if part else not chain.hidden(),
    )
    more = [way_in(why, part.key, name)] if part is not None else []
    what = element("div", [element("b", [name]), element("small", [meaning])], "sum__what")
    sized = element("b", [amount(size, outcome, language)])
    told = element("div", [sized, element("small", [small])], "sum__size")
    looks = {"whole": "sum__whole", "rest": "sum__rest"}.get(line.kind, "")
    return element("li", [what, track, told, element("div", more, "sum__more")], looks)


def way_in(why: Why, group: str, name: str) -> solara.Element:
    """The button that opens the rules of a group, or closes them."""
    opened, language = why.opened.value == group, why.language.value
    label = words.say("why.close" if opened else "why.open", language)
    return Press(
        label,
        lambda: why.opened.set("" if opened else group),
        look="quiet",
        pressed=opened,
        about=name,
    )


def told_of(line: Line, provider: Provider, language: str) -> tuple[str, str]:
    """The name of a line and what it means."""
    if line.part is None:
        return (
            words.say(f"why.line.{line.kind}", language),
            words.say(f"why.line.{line.kind}_told", language),
        )
    group = next(g for g in provider.explaining.groups() if g.key == line.part.key)
    return group.name(language), words.told(group.meaning(language))


def together(chain: Chain, outcome: Outcome, language: str) -> str:
    """What the groups do only together."""
    if not np.isfinite(chain.together):
        return ""
    size = amount(chain.together, outcome, language)
    return words.say("why.together", language, size=size)


def as_table(provider: Provider, chain: Chain, outcome: Outcome, language: str) -> solara.Element:
    """All numbers of the sum."""
    rows = []
    for line in lines_of(chain):
        part, size = line.part, line.end - line.begin
        name, _ = told_of(line, provider, language)
        error = far_error(part, outcome, language)
        alone = amount(part.alone, outcome, language) if part and np.isfinite(part.alone) else "–"
        word = word_of(part, chain.of_groups, chain, language) if part else "–"
        of_all = share(line, chain, language) or words.say("why.share_unclear", language)
        cells = [amount(size, outcome, language), error, of_all, alone, word]
        rows.append({"name": name, "cells": cells, "total": line.kind == "whole"})
    columns = ("group", "contribution", "error", "part", "alone", "word")
    head = [words.say(f"why.column.{column}", language) for column in columns]
    return Table(words.say("why.sum", language), head, rows)


def far_error(part: Part | None, outcome: Outcome, language: str) -> str:
    """How unsure a part is; a dash where that is not known."""
    if part is None or not np.isfinite(part.error):
        return "–"
    return "± " + amount(part.error, outcome, language).removeprefix("+")
