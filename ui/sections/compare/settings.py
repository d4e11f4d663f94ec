"""What is set differently in the ways that are compared, money first."""

from __future__ import annotations

from collections.abc import Sequence

import solara

from ui import words
from ui.compare.memory import Memory, lettered, pair_of
from ui.compare.provider import Comparison
from ui.controls import Fold, Table
from ui.markup import element, paragraph, section
from ui.provider import Difference, Extra, Provider
from ui.sections.choices import folded_away


@solara.component
def Settings(memory: Memory, provider: Provider) -> solara.Element:
    """The extra money of every way, and a table of all that is not the same everywhere."""
    language, comparison = memory.language.value, memory.comparison.value
    heading = words.say("compare.settings.heading", language)
    amounts = [
        provider.extra(pair_of(comparison, comparison.others[0]), side).in_all
        for side in comparison.sides
    ]
    same = max(amounts) - min(amounts) < 1
    note = words.say(f"compare.settings.{'same' if same else 'other'}_money", language)
    posts = other_posts(comparison, provider)
    if posts:
        told = words.say("compare.settings.posts", language, sides=", ".join(posts))
        note = f"{note} {told}"
    parts = [
        Fold(heading, language),
        paragraph(note, "" if same and not posts else "notice"),
        extra_money(comparison, provider, language),
        element("div", [table_of(comparison, provider, language)]),
    ]
    return section("settings", heading, parts, "card")


def other_posts(comparison: Comparison, provider: Provider) -> list[str]:
    """The letters of the ways with other posts than A, which cost money beside the extra money."""
    return [
        letter
        for letter, side in lettered(comparison)[1:]
        if any(each.posts for each in provider.differences(pair_of(comparison, side)))
    ]


def extra_money(comparison: Comparison, provider: Provider, language: str) -> solara.Element:
    """The extra money of each way, a year for each resident and in all."""
    alike: dict[Extra, list[str]] = {}
    for letter, side in lettered(comparison):
        extra = provider.extra(pair_of(comparison, comparison.others[0]), side)
        alike.setdefault(extra, []).append(letter)
    lines = []
    for extra, letters in alike.items():
        told = words.say(
            "extra.some" if extra.per_resident else "extra.none",
            language,
            side=", ".join(letters),
            each=words.fine(extra.per_resident, language),
            year=words.rough(extra.a_year, language),
            years=words.fine(extra.weeks / provider.weeks_per_year, language),
            all=words.rough(extra.in_all, language),
        )
        lines.append(element("li", [told]))
    return element("ul", lines, "extra")


def table_of(comparison: Comparison, provider: Provider, language: str) -> solara.Element:
    """A row for each number that differs anywhere, folded away."""
    found = [provider.differences(pair_of(comparison, side)) for side in comparison.others]
    rows = rows_of(found, language)
    if not rows:
        return paragraph(words.say("compare.settings.none", language))
    letters = [letter for letter, _ in lettered(comparison)]
    status = words.say("differences.status", language)
    head = [words.say("differences.what", language), *letters, status]
    title = words.say("compare.settings.table", language, count=len(rows))
    return folded_away(title, [Table(title, head, rows, numeric=False)])


def rows_of(found: Sequence[Sequence[Difference]], language: str) -> list[dict[str, object]]:
    """Rows by name, in the order in which they are first found; “as A” where nothing differs."""
    named: dict[str, dict[int, Difference]] = {}
    for number, differences in enumerate(found):
        for difference in differences:
            named.setdefault(difference.name[language], {})[number] = difference
    as_baseline = words.say("compare.settings.as_a", language)
    rows = []
    for name, by_number in named.items():
        first = next(iter(by_number.values()))
        others = [
            by_number[number].b[language] if number in by_number else as_baseline
            for number in range(len(found))
        ]
        rows.append({"name": name, "cells": [first.a[language], *others, first.status[language]]})
    return rows
