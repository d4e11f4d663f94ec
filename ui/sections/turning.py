"""What stands above the levers: for which side they count, back and forth, and the locks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import solara

from ui import words
from ui.controls import Choice, Press
from ui.locking import RESOURCES, meanings, told
from ui.markup import element, paragraph
from ui.memory import SIDES, Memory, moved, side_of
from ui.provider import Declaration, Provider, Question, Side
from ui.sections.results import standing


@solara.component_vue("../keys.vue", vuetify=False)
def _Keys(
    can_undo: bool,
    can_redo: bool,
    texts: dict[str, str],
    event_undo: Callable[[Any], None],
    event_redo: Callable[[Any], None],
) -> None:
    """Undo and redo by keyboard."""


def Keys(memory: Memory) -> solara.Element:
    """Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, anywhere on the page but in a field."""
    language = memory.language.value
    return _Keys(
        can_undo=bool(memory.past),
        can_redo=bool(memory.future),
        texts={key: words.say(f"history.{key}", language) for key in ("undone", "redone")},
        event_undo=lambda _: memory.undo(),
        event_redo=lambda _: memory.redo(),
    )


def which_side(memory: Memory) -> solara.Element:
    """For which side the levers count."""
    language = memory.language.value
    return Choice(
        "turned",
        words.say("lever.side", language),
        [
            {"value": which, "label": words.say(f"lever.sides.{which}", language)}
            for which in ("b", "a", "both")
        ],
        memory.turned.value,
        memory.turned.set,
        kind="radio",
    )


def back_and_forth(memory: Memory, question: Question) -> solara.Element:
    """Undo, redo, and all levers back."""
    language = memory.language.value
    return element(
        "div",
        [
            Press(
                words.say("lever.undo", language),
                memory.undo,
                look="quiet",
                disabled=not memory.past,
            ),
            Press(
                words.say("history.redo", language),
                memory.redo,
                look="quiet",
                disabled=not memory.future,
            ),
            Press(
                words.say("lever.reset_all", language),
                lambda: memory.ask(without_levers(memory.question.value)),
                look="quiet",
                disabled=not (question.a.values or question.b.values),
            ),
            Keys(memory),
        ],
        "buttons",
    )


def without_levers(question: Question) -> Question:
    """The same place and scenarios, every lever back."""
    return replace(question, a=Side(question.a.scenario), b=Side(question.b.scenario))


def without(
    question: Question, provider: Provider, turned: str, levers: Sequence[Declaration]
) -> Question:
    """The same question with these levers back where the scenario of the side has them."""
    addresses = {each.address for each in levers}
    for side in SIDES if turned == "both" else (turned,):
        world = side_of(question, side)
        for address, _ in world.values:
            if address in addresses:
                back = provider.value(Side(world.scenario), address)
                world = moved(provider, world, address, back)
        question = replace(question, **{side: world})
    return question


def locks(memory: Memory, provider: Provider) -> solara.Element:
    """Two locks, what they mean, and what they did at the last release."""
    language, locked = memory.language.value, memory.locks.value

    def flip(resource: str) -> None:
        memory.locks.value = memory.locks.value ^ {resource}
        memory.gave.value = ()

    buttons = [
        Press(
            words.say(f"lock.{resource}", language),
            lambda resource=resource: flip(resource),
            look="quiet lock",
            pressed=resource in locked,
        )
        for resource in RESOURCES
    ]
    did = told(memory.gave.value, provider, language, standing)
    turned = memory.turned.value
    said = did or meanings(memory.question.value, provider, turned, locked, language)
    spoken = [paragraph(each, "hint") for each in said]
    label = words.say("lock.label", language)
    return element(
        "div",
        [
            element("div", buttons, "buttons", role="group", aria_label=label),
            element("div", spoken, "lock__said", role="status"),
        ],
        "locks",
    )
