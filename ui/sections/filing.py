"""The setting as a file: saved on the visitor's own machine, and loaded from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import solara

from ui import words
from ui.controls import Save
from ui.link import charts_asked, link, read_link
from ui.markup import element
from ui.memory import Memory
from ui.provider import Provider
from ui.state_file import LONGEST, Unreadable, search_of, written


@solara.component_vue("../load.vue", vuetify=False)
def _Load(
    texts: dict[str, str], said: str, longest: int, event_take: Callable[[dict[str, Any]], None]
) -> None:
    """A field in which a file is chosen."""


def loaded(memory: Memory, provider: Provider, text: str) -> str:
    """Have what a file asks for on the page; the id of the sentence that tells how it went."""
    try:
        search = search_of(text)
    except Unreadable as fault:
        return str(fault)
    language, question, notices = read_link(search, provider)
    memory.language.value = language
    memory.notices.value = notices
    memory.front.value = charts_asked(search, provider)
    memory.ask(question)
    return "file.loaded_partly" if notices else "file.loaded"


@solara.component
def Filing(memory: Memory, provider: Provider) -> solara.Element:
    """A button that saves the setting, and a field that loads one."""
    language = memory.language.value
    told, tell = solara.use_state("")

    def text() -> str:
        front = memory.front.value
        here = link(memory.question.value, memory.language.value, provider.version, front)
        return written(here, provider.version, memory.language.value)

    def take(data: dict[str, Any]) -> None:
        tell("file.too_large" if data["large"] else loaded(memory, provider, data["text"]))

    save = Save(
        words.say("file.save", language),
        language,
        "samenspel.json",
        "application/json",
        text,
    )
    load = _Load(
        texts={text: words.say(f"file.{text}", language) for text in ("load", "bring")},
        said=words.say(told, language) if told else "",
        longest=LONGEST,
        event_take=take,
    )
    return element("div", [element("div", [save], "buttons"), load], "filing")
