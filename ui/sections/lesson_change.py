"""The step of a lesson in which one thing is changed: first a guess, then the model."""

from __future__ import annotations

from dataclasses import replace

import solara

from ui import words
from ui.controls import Press, Table
from ui.follow import Follow
from ui.markup import element, paragraph
from ui.memory import Memory, moved, side_of
from ui.provider import Change, Lesson, Provider, Question, Side, Snapshot
from ui.sections.lesson_parts import Progress, memory_for, outcome_of, snapshot_of, step
from ui.sections.lesson_told import basis, cells
from ui.telling import period_of

EXPECTED = ("higher", "none", "lower")


def changed_question(question: Question, change: Change, provider: Provider) -> Question:
    """The question after the one thing that is changed."""
    if change.b:
        question = replace(question, b=Side(change.b))
    for name in ("a", "b") if change.on == "both" else (change.on,):
        side = side_of(question, name)
        for address, value in change.sets:
            side = moved(provider, side, address, value)
        question = replace(question, **{name: side})
    return question


@solara.component
def Changes(taught: Lesson, memory: Memory, provider: Provider) -> solara.Element:
    """One thing to change: first what somebody expects, then what the model shows."""
    language = memory.language.value
    chosen, set_chosen = solara.use_state("")
    expected, set_expected = solara.use_state("")
    outcome = outcome_of(provider, taught.draw)

    def choose(change: Change) -> None:
        set_chosen(change.key)
        set_expected("")

    buttons = [
        Press(
            each.told(language),
            lambda each=each: choose(each),
            look="question",
            pressed=chosen == each.key,
        )
        for each in taught.changes
    ]
    parts = [
        paragraph(words.say("lessons.change_hint", language)),
        element("div", buttons, "questions lessons__changes"),
    ]
    change = next((each for each in taught.changes if each.key == chosen), None)
    if change is not None:
        said = words.say("lessons.expect", language, name=outcome.name(language))
        guesses = [
            Press(
                words.say(f"lessons.expected.{way}", language),
                lambda way=way: set_expected(way),
                look="quiet",
                pressed=expected == way,
            )
            for way in EXPECTED
        ]
        parts.append(element("div", [paragraph(said), element("div", guesses, "buttons")]))
        if expected:
            parts.append(Changed(taught, change, memory, provider, expected).key(change.key))
    return step("change", 5, parts, language)


@solara.component
def Changed(
    taught: Lesson, change: Change, before: Memory, provider: Provider, expected: str
) -> solara.Element:
    """What the model shows after the change, beside what it showed before."""
    language = before.language.value
    asked = changed_question(before.question.value, change, provider)
    memory = solara.use_memo(lambda: memory_for(asked, language, provider), [change.key])
    solara.use_effect(lambda: memory.language.set(language), [language])
    now, then = snapshot_of(memory), snapshot_of(before)
    parts = [Follow(memory, provider), Progress(memory)]
    if now is not None and then is not None and now.pairs and then.pairs:
        guess = words.say(f"lessons.expected.{expected}", language)
        parts.append(paragraph(words.say("lessons.you_expected", language, guess=guess)))
        parts += side_by_side(taught, then, now, provider, language)
        parts.append(basis(now, asked.place, provider, language))
    return element("div", parts)


def side_by_side(
    taught: Lesson, then: Snapshot, now: Snapshot, provider: Provider, language: str
) -> list[solara.Element]:
    """What the model saw before and what it sees now, each in a word and in counts of runs."""
    rows = [
        {
            "name": outcome_of(provider, key).name(language),
            "cells": [" ".join(cells(each.pairs.get(key), language)) for each in (then, now)],
        }
        for key in (taught.draw, *taught.also)
    ]
    head = [words.say(f"lessons.column.{part}", language) for part in ("outcome", "before", "now")]
    title = words.say("lessons.after_change", language)
    return [*periods(then, now, provider, language), Table(title, head, rows, numeric=False)]


def periods(
    then: Snapshot, now: Snapshot, provider: Provider, language: str
) -> list[solara.Element]:
    """Over which weeks each was compared, where these are not the same."""
    if (then.window, then.period) == (now.window, now.period):
        return []
    year = provider.weeks_per_year
    before, after = (period_of(each, year).told(language) for each in (then, now))
    return [paragraph(words.say("lessons.periods", language, before=before, now=after))]
