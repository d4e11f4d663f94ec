"""One lesson, step by step: the model answers a question that the lesson only asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import solara

from ui import words
from ui.addresses import WHY
from ui.chart import plain
from ui.controls import Press, Table, beside
from ui.follow import Follow
from ui.link import link
from ui.markup import element, paragraph
from ui.memory import Memory
from ui.provider import WIDE_FROM, Lesson, Outcome, Provider, Question, Side, Snapshot
from ui.sections.lesson_change import Changes
from ui.sections.lesson_parts import Progress, memory_for, outcome_of, snapshot_of, step
from ui.sections.lesson_told import basis, cells, compared, differences
from ui.telling import period_of

RUNS = WIDE_FROM
"""As many runs as a band of 90 in every 100 asks for: a class waits for them."""
DRAW_TEXTS = ("mine", "start", "year", "here", "numbers", "stop")


@solara.component_vue("../draw.vue", vuetify=False)
def _Draw(
    id: str,
    unit: str,
    scale: float,
    between: tuple[float, float],
    weeks: list[int],
    weeks_per_year: int,
    a: dict[str, Any],
    b: dict[str, Any] | None,
    stop: float | None,
    said: list[float | None],
    names: dict[str, str],
    summary: str,
    language: str,
    texts: dict[str, str],
    event_drew: Callable[[list[float | None]], None],
) -> None:
    """A sheet to draw on, with a finger or with numbers."""


def lesson_question(taught: Lesson, provider: Provider) -> Question:
    """The question that a lesson asks the model."""
    return Question(
        taught.place, Side(taught.a), Side(taught.b), RUNS, provider.seed, taught.window
    )


def scenario_name(provider: Provider, key: str, language: str) -> str:
    """What a scenario is called."""
    return next(each.name(language) for each in provider.scenarios() if each.key == key)


@solara.component
def Steps(taught: Lesson, language: str, provider: Provider) -> solara.Element:
    """All steps, one under another; B stays closed until a line has been drawn."""
    question = lesson_question(taught, provider)
    memory = solara.use_memo(lambda: memory_for(question, language, provider), [taught.key])
    drawn, set_drawn = solara.use_state([])
    open_, set_open = solara.use_state(False)
    solara.use_effect(lambda: memory.language.set(language), [language])
    # the case names its seeds by number, as the guide does, and says so
    case = [paragraph(text) for text in taught.case(language)]
    case.append(paragraph(words.say("lessons.seeds", language), "hint"))
    parts = [
        Follow(memory, provider),
        step("case", 1, case, language),
        Sheet(taught, memory, provider, drawn, set_drawn, open_, lambda: set_open(True)),
    ]
    if open_:
        parts += [
            Compared(taught, memory, provider, drawn),
            step("explain", 4, explained(taught, question, provider, language), language),
            Changes(taught, memory, provider),
            step("discuss", 6, talked(taught, language), language),
        ]
    return element("div", parts, "lessons__steps")


def talked(taught: Lesson, language: str) -> list[solara.Element]:
    """The questions to talk about."""
    asked = [element("li", [text]) for text in taught.discuss(language)]
    return [paragraph(words.say("lessons.discuss_hint", language)), element("ol", asked)]


def names_of(taught: Lesson, provider: Provider, language: str) -> dict[str, str]:
    """What A and B are called."""
    return {
        side: scenario_name(provider, key, language)
        for side, key in (("a", taught.a), ("b", taught.b))
    }


@solara.component
def Sheet(
    taught: Lesson,
    memory: Memory,
    provider: Provider,
    drawn: list[float | None],
    on_draw: Callable[[list[float | None]], None],
    open_: bool,
    on_open: Callable[[], None],
) -> solara.Element:
    """A as the model has it, and a line to draw for B; then B itself, as soon as it is asked."""
    language, snapshot = memory.language.value, snapshot_of(memory)
    outcome = outcome_of(provider, taught.draw)
    meaning = words.told(outcome.meaning(language))
    better = words.say(f"chart.better.{outcome.better}", language)
    told = [
        paragraph(taught.ask(language), "lessons__ask"),
        element("h3", [outcome.name(language)]),
        element("p", [f"{meaning} ", element("strong", [better])], "hint"),
    ]
    if snapshot is None:
        answer = memory.answer.value
        failed = answer is not None and answer.snapshot.state == "failed"
        said = "sentence.failed" if failed else "lessons.waiting"
        return step("draw", 2, [*told, paragraph(words.say(said, language), "notice")], language)
    whole = drawn and all(value is not None for value in drawn)
    button = Press(words.say("lessons.show", language), on_open, disabled=not whole)
    hint = paragraph(words.say("lessons.how", language), "hint")
    closed = [hint, sheet_of(taught, snapshot, outcome, provider, drawn, on_draw, False, language)]
    if not open_:
        needed = "" if whole else words.say("lessons.first", language)
        return step("draw", 2, [*told, *closed, button, paragraph(needed, "hint")], language)
    sheet = sheet_of(taught, snapshot, outcome, provider, drawn, on_draw, True, language)
    return step("drawn", 2, [*told, sheet, Progress(memory)], language)


def sheet_of(
    taught: Lesson,
    snapshot: Snapshot,
    outcome: Outcome,
    provider: Provider,
    drawn: list[float | None],
    on_draw: Callable[[list[float | None]], None],
    open_: bool,
    language: str,
) -> solara.Element:
    """The sheet to draw on, with B on it when that is open."""
    picture, name = snapshot.pictures[taught.draw], outcome.name(language)
    after = taught.window == "after"
    return _Draw(
        id=f"draw-{taught.key}",
        unit=outcome.unit.label(language),
        scale=outcome.unit.scale,
        between=outcome.between,
        weeks=list(snapshot.weeks),
        weeks_per_year=provider.weeks_per_year,
        a=plain(picture.a),
        b=plain(picture.b) if open_ else None,
        stop=snapshot.period[0] / provider.weeks_per_year if after else None,
        said=list(drawn),
        names=names_of(taught, provider, language),
        summary=words.say(f"lessons.sheet.{'open' if open_ else 'closed'}", language, name=name),
        language=language,
        texts={text: words.say(f"lessons.draw.{text}", language) for text in DRAW_TEXTS},
        event_drew=on_draw,
    )


@solara.component
def Compared(
    taught: Lesson, memory: Memory, provider: Provider, drawn: list[float | None]
) -> solara.Element:
    """The drawn line beside what the model shows, in counts; never a mark for who was right."""
    language, snapshot = memory.language.value, snapshot_of(memory)
    if snapshot is None or not snapshot.pairs:
        return step("compare", 3, [paragraph(words.say("lessons.counting", language))], language)
    outcome = outcome_of(provider, taught.draw)
    period = period_of(snapshot, provider.weeks_per_year)
    lines = compared(snapshot, outcome, drawn, provider.weeks_per_year, period, language)
    others = [outcome_of(provider, key) for key in taught.also]
    head = [words.say(f"sentence.{part}", language) for part in ("outcome", "verdict", "runs")]
    rows = [
        {"name": each.name(language), "cells": cells(snapshot.pairs.get(each.key), language)}
        for each in others
    ]
    also = words.say("lessons.also", language)
    return step(
        "compare",
        3,
        [
            *[paragraph(line) for line in lines],
            element("h3", [also]),
            Table(also, head, rows, numeric=False),
            basis(snapshot, taught.place, provider, language),
        ],
        language,
    )


def explained(
    taught: Lesson, question: Question, provider: Provider, language: str
) -> list[solara.Element]:
    """What differs between A and B and what that rests on, with what to look at."""
    looks = [element("li", [text]) for text in taught.look(language)]
    return [
        paragraph(words.say("lessons.look", language)),
        element("ul", looks),
        *differences(question, provider, language),
        *why(question, provider, language),
    ]


def why(question: Question, provider: Provider, language: str) -> list[solara.Element]:
    """The way to the page that says which rules make the difference, where there is one."""
    from ui.pages import routes  # here: the pages know the lessons

    if WHY.strip("/") not in {route.path for route in routes}:
        return []
    address = f".{WHY}?{link(question, language, provider.version)}"
    return [element("p", [beside("lessons.why", address, language)])]
