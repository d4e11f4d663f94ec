"""What the visitor sets: the place, A and B, and the levers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import solara

from ui import words
from ui.controls import Choice, Press, Table
from ui.families import first_levers, folded
from ui.lever import Lever
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Memory, scenario_value, side_of, turn, value_of
from ui.provider import (
    Declaration,
    Keyed,
    Opening,
    Place,
    Provider,
    Question,
    Scenario,
    Side,
)


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
    return section("openings", title, [element("div", buttons, "questions")])


@solara.component
def Choices(memory: Memory, provider: Provider) -> solara.Element:
    """Place, A and B."""
    language, question = memory.language.value, memory.question.value
    places = provider.places()

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
                    about_place(next(p for p in places if p.key == question.place), language),
                    about_stories(provider, question, language),
                ],
                "more",
            ),
            *about_elsewhere(provider, language),
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
    return folded_away(words.say("story.heading", language), parts)


def folded_away(title: str, children: Sequence[solara.Element]) -> solara.Element:
    """Something that opens when asked for."""
    return element("details", [element("summary", [title]), element("div", children)], "folded")


@solara.component
def Levers(memory: Memory, provider: Provider) -> solara.Element:
    """The levers, and for which side they count."""
    language, question, turned = memory.language.value, memory.question.value, memory.turned.value
    side = Choice(
        "turned",
        words.say("lever.side", language),
        [
            {"value": which, "label": words.say(f"lever.sides.{which}", language)}
            for which in ("b", "a", "both")
        ],
        turned,
        memory.turned.set,
        kind="radio",
    )
    buttons = element(
        "div",
        [
            Press(
                words.say("lever.undo", language),
                memory.undo,
                look="quiet",
                disabled=not memory.past,
            ),
            Press(
                words.say("lever.reset_all", language),
                lambda: memory.ask(without_levers(memory.question.value)),
                look="quiet",
                disabled=not (question.a.values or question.b.values),
            ),
        ],
        "buttons",
    )
    heading = words.say("lever.heading", language)
    rest = FoldedLevers(memory, provider)
    open_ones = controls(memory, provider, first_levers(provider.levers()), question, turned)
    return section("levers", heading, [side, buttons, open_ones, rest])


@solara.component
def FoldedLevers(memory: Memory, provider: Provider) -> solara.Element:
    """All other levers by family, when asked for: most visitors need not wait for them."""
    language, question, turned = memory.language.value, memory.question.value, memory.turned.value
    everything, set_everything = solara.use_state(False)
    families = folded(provider.levers())
    parts: list[solara.Element] = []
    for family, members in families.items() if everything else ():
        parts.append(element("h3", [words.say(f"family.{family}", language)]))
        parts.append(controls(memory, provider, members, question, turned))
    more = Press(
        words.say("lever.fewer" if everything else "lever.all", language),
        lambda: set_everything(not everything),
        look="quiet",
    )
    return element("div", [*parts, more] if families else [], "levers")


def controls(
    memory: Memory,
    provider: Provider,
    members: Sequence[Declaration],
    question: Question,
    turned: str,
) -> solara.Element:
    """Some levers, one under another."""
    made = [one_lever(memory, provider, each, question, turned) for each in members]
    return element("div", made, "levers")


def without_levers(question: Question) -> Question:
    """The same place and scenarios, every lever back."""
    return replace(question, a=Side(question.a.scenario), b=Side(question.b.scenario))


def one_lever(
    memory: Memory, provider: Provider, declaration: Declaration, question: Question, turned: str
) -> solara.Element:
    """One lever as it stands on the side that is being turned."""
    side = "a" if turned == "a" else "b"
    rival = "b" if side == "a" else "a"
    address = declaration.address
    value = value_of(provider, side_of(question, side), address)
    across = value_of(provider, side_of(question, rival), address)

    def release(address: str, value: float) -> None:
        memory.ask(turn(memory.question.value, provider, memory.turned.value, address, value))

    return Lever(
        declaration,
        value=value,
        origin=scenario_value(provider, side_of(question, side).scenario, address),
        other=(rival.upper(), across) if across != value else None,
        idle=provider.idle(side_of(question, side), address),
        language=memory.language.value,
        on_release=release,
    )
