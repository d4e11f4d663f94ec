"""What the visitor sets: the place, A and B, and the levers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import solara

from ui import words
from ui.controls import Choice, Press
from ui.lever import Lever
from ui.markup import element, section
from ui.memory import SIDES, Memory, scenario_value, side_of, turn, value_of
from ui.provider import Declaration, Keyed, Provider, Question, Side


def options(things: Sequence[Keyed], language: str) -> list[dict[str, str]]:
    """Things with a key and a name as the options of a list."""
    return [{"value": thing.key, "label": thing.name(language)} for thing in things]


def meaning(things: Sequence[Keyed], key: str, language: str) -> str:
    """What the chosen thing means."""
    return next(words.told(thing.meaning(language)) for thing in things if thing.key == key)


@solara.component
def Choices(memory: Memory, provider: Provider) -> solara.Element:
    """Place, A and B."""
    language, question = memory.language.value, memory.question.value
    places, scenarios = provider.places(), provider.scenarios()

    def choose_side(side: str, key: str) -> None:
        memory.ask(replace(memory.question.value, **{side: Side(key)}))

    def swap() -> None:
        now = memory.question.value
        memory.ask(replace(now, a=now.b, b=now.a))

    place = Choice(
        "place",
        words.say("choose.place", language),
        options(places, language),
        question.place,
        lambda key: memory.ask(replace(memory.question.value, place=key)),
        hint=meaning(places, question.place, language),
    )
    sides = [
        Choice(
            f"side-{side}",
            words.say(f"choose.{side}", language),
            options(scenarios, language),
            side_of(question, side).scenario,
            lambda key, side=side: choose_side(side, key),
            hint=meaning(scenarios, side_of(question, side).scenario, language),
        )
        for side in SIDES
    ]
    swapping = Press(words.say("choose.swap", language), swap, look="quiet")
    return section(
        "choose",
        words.say("choose.heading", language),
        [element("div", [place, *sides], "choices"), swapping],
    )


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
    controls = [one_lever(memory, provider, d, question, turned) for d in provider.levers()]
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
    return section("levers", heading, [side, buttons, element("div", controls, "levers")])


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
        language=memory.language.value,
        on_release=release,
    )
