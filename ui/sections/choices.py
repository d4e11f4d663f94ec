"""What the visitor sets: the place, A and B, and the levers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import solara

from ui import words
from ui.addresses import LESSON, LESSONS
from ui.controls import Choice, Press, Table, beside
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Memory, side_of
from ui.provider import (
    Keyed,
    Opening,
    Place,
    Provider,
    Question,
    Scenario,
    Side,
)
from ui.sections.own_place import OwnPlace


def options(things: Sequence[Keyed], language: str) -> list[dict[str, str]]:
    """Things with a key and a name as the options of a list."""
    return [{"value": thing.key, "label": thing.name(language)} for thing in things]


def place_options(places: Sequence[Place], language: str) -> list[dict[str, str]]:
    """Places as the options of a list, under their municipality."""
    return [
        {"value": place.key, "label": place.name(language), "group": place.group(language)}
        for place in places
    ]


def meaning(things: Sequence[Keyed], key: str, language: str) -> str:
    """What the chosen thing means."""
    return next(words.told(thing.meaning(language)) for thing in things if thing.key == key)


def first_sentence(text: str) -> str:
    """The first sentence; the rest of a story opens below."""
    return text.split(". ")[0].rstrip(".") + "."


def story_options(scenarios: Sequence[Scenario], language: str) -> list[dict[str, str]]:
    """Scenarios as the options of a list, under their family."""
    return [
        {"value": each.key, "label": each.name(language), "group": each.group(language)}
        for each in scenarios
    ]


def opening_of(provider: Provider, question: Question) -> Opening | None:
    """The opening question that sets the same A, B and weeks as this one does, if there is one."""
    asked = (question.a.scenario, question.b.scenario, question.window)
    found = (each for each in provider.openings() if (each.a, each.b, each.window) == asked)
    return next(found, None)


@solara.component
def Openings(memory: Memory, provider: Provider) -> solara.Element:
    """The questions that set A and B, the present one marked."""
    language, question = memory.language.value, memory.question.value

    def ask(opening: Opening) -> None:
        now = memory.question.value
        memory.front.set(tuple(opening.charts))
        sides = {"a": Side(opening.a), "b": Side(opening.b), "window": opening.window}
        memory.ask(replace(now, **sides))

    present = opening_of(provider, question)
    buttons = [
        Press(
            opening.name(language),
            lambda opening=opening: ask(opening),
            look="question",
            pressed=opening is present,
        )
        for opening in provider.openings()
    ]
    title = words.say("opening.heading", language)
    parts = [element("div", buttons, "questions")]
    if present is not None and present.lesson:
        address = f".{LESSONS}?lang={language}&{LESSON}={present.lesson}"
        lesson = beside("opening.lesson", address, language)
        parts.append(element("p", [lesson], "beside"))
    return section("openings", title, parts)


@solara.component
def Choices(memory: Memory, provider: Provider) -> solara.Element:
    """Place, A and B."""
    language, question = memory.language.value, memory.question.value
    own = tuple(dict.fromkeys((*memory.own.value, question.place)))
    filled_in = solara.use_memo(
        lambda: [provider.place(key) for key in own if provider.filling().is_own(key)], [own]
    )
    places = [*filled_in, *provider.places()]

    def swap() -> None:
        now = memory.question.value
        memory.ask(replace(now, a=now.b, b=now.a))

    place = Choice(
        "place",
        words.say("choose.place", language),
        place_options(places, language),
        question.place,
        lambda key: memory.ask(replace(memory.question.value, place=key)),
        hint=meaning(places, question.place, language),
    )
    sides = [side_choice(memory, provider, side) for side in SIDES]
    swapping = Press(words.say("choose.swap", language), swap, look="quiet")
    return section(
        "choose",
        words.say("choose.heading", language),
        [
            element("div", [place, *sides], "choices"),
            element(
                "div",
                [
                    swapping,
                    OwnPlace(memory, provider),
                    about_place(next(p for p in places if p.key == question.place), language),
                    about_stories(provider, question, language),
                ],
                "more",
            ),
        ],
    )


def side_choice(memory: Memory, provider: Provider, side: str) -> solara.Element:
    """The list in which A or B is chosen, with how its story begins."""
    language, scenarios = memory.language.value, provider.scenarios()
    chosen = side_of(memory.question.value, side).scenario
    return Choice(
        f"side-{side}",
        words.say(f"choose.{side}", language),
        story_options(scenarios, language),
        chosen,
        lambda key: memory.ask(replace(memory.question.value, **{side: Side(key)})),
        hint=first_sentence(meaning(scenarios, chosen, language)),
    )


def about_elsewhere(provider: Provider, language: str) -> list[solara.Element]:
    """That some scenarios are not in the list, and where they can be run."""
    families = dict.fromkeys(each.group(language) for each in provider.elsewhere())
    if not families:
        return []
    said = words.say("choose.elsewhere", language, families=", ".join(families))
    return [paragraph(said, "hint elsewhere")]


def about_place(place: Place, language: str) -> solara.Element:
    """What is known about the place, folded away."""
    rows = [
        {"name": fact.name, "cells": [fact.value, fact.status, fact.basis]}
        for fact in place.facts(language)
    ]
    head = [words.say(f"place.{part}", language) for part in ("fact", "value", "status", "basis")]
    title = words.say("place.facts", language, place=place.name(language))
    return folded_away(
        title, [Table(title, head, rows, numeric=False), paragraph(place.caveat(language))]
    )


def about_stories(provider: Provider, question: Question, language: str) -> solara.Element:
    """What to notice and what to try with the chosen scenarios, folded away."""
    known = {scenario.key: scenario for scenario in provider.scenarios()}
    parts: list[solara.Element] = []
    for key in dict.fromkeys((question.a.scenario, question.b.scenario)):
        story = known[key]
        parts.append(element("h3", [story.name(language)]))
        parts.append(paragraph(words.told(story.meaning(language))))
        for kind, lines in (("notice", story.notice(language)), ("try", story.attempt(language))):
            if lines:
                parts.append(paragraph(words.say(f"story.{kind}", language), "story"))
                parts.append(element("ul", [element("li", [line]) for line in lines]))
        if story.sources():
            told = words.say("story.sources", language, lines=", ".join(story.sources()))
            parts.append(paragraph(told, "hint"))
    parts += about_elsewhere(provider, language)
    return folded_away(words.say("story.heading", language), parts)


def folded_away(title: str, children: Sequence[solara.Element]) -> solara.Element:
    """Something that opens when asked for."""
    return element("details", [element("summary", [title]), element("div", children)], "folded")
