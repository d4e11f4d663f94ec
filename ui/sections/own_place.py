"""My neighbourhood: look one up, fill one in, or bring a file. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import solara

from ui import words
from ui.addresses import OWN
from ui.markup import element
from ui.memory import Memory
from ui.provider import Filled, Place, Provider

LARGEST = 2_000_000
"""Bytes of a file that is read at all."""
TEXTS = (
    *("lead", "search", "search_label", "search_hint", "none", "matches", "fill", "fill_hint"),
    *(
        "name",
        "use",
        "file",
        "file_label",
        "file_hint",
        "bring",
        "example",
        "which",
        "choose",
        "faults",
    ),
    "at_fields",
)


@solara.component_vue("../own_place.vue", vuetify=False)
def _OwnPlace(
    anchor: str,
    largest: int,
    places: list[dict[str, str]],
    fields: list[dict[str, str]],
    filled: dict[str, Any],
    found: list[dict[str, str]],
    faults: list[dict[str, str]],
    done: str,
    example: dict[str, str],
    texts: dict[str, str],
    event_choose: Callable[[str], None],
    event_fill: Callable[[dict[str, Any]], None],
    event_upload: Callable[[dict[str, Any]], None],
) -> None:
    """The three ways, in the browser."""


@solara.component
def OwnPlace(memory: Memory, provider: Provider) -> solara.Element:
    """The three ways to a neighbourhood of one's own, folded away."""
    language = memory.language.value
    answer, set_answer = solara.use_state(Filled())
    done, set_done = solara.use_state("")

    def choose(key: str) -> None:
        set_answer(Filled(places=answer.places))
        set_done(chosen(memory, provider, key))

    def take(filled: Filled) -> None:
        set_answer(filled)
        set_done(taken(memory, provider, filled))

    inside = _OwnPlace(
        anchor=OWN,
        largest=LARGEST,
        places=[option(place, language) for place in provider.places()],
        fields=fields_of(provider, language),
        filled=filled_of(memory, provider, language),
        found=[option(place, language) for place in answer.places],
        faults=faults_of(answer, language),
        done=done,
        example=example(provider),
        texts={text: words.say(f"own_place.{text}", language) for text in TEXTS},
        event_choose=choose,
        event_fill=lambda data: take(typed(provider, data)),
        event_upload=lambda data: take(brought(provider, data)),
    )
    summary = element("summary", [words.say("own_place.heading", language)])
    return element("details", [summary, inside], "folded", id=OWN)


def chosen(memory: Memory, provider: Provider, key: str) -> str:
    """Ask the question in this place from now on; says so."""
    memory.ask(replace(memory.question.value, place=key))
    language = memory.language.value
    return words.say("own_place.chosen", language, name=provider.place(key).name(language))


def taken(memory: Memory, provider: Provider, filled: Filled) -> str:
    """Keep the places in the memory of this page, and go to the only one; says what was done."""
    if not filled.places:
        return ""
    memory.own.set(tuple(dict.fromkeys((*memory.own.value, *keys(filled)))))
    if len(filled.places) == 1:
        return chosen(memory, provider, filled.places[0].key)
    return words.say("own_place.several", memory.language.value, count=len(filled.places))


def typed(provider: Provider, data: dict[str, Any]) -> Filled:
    """What somebody typed in the form."""
    written = {str(key): str(text) for key, text in dict(data.get("written") or {}).items()}
    return provider.filling().fill(str(data.get("name", "")), written)


def brought(provider: Provider, data: dict[str, Any]) -> Filled:
    """What somebody brought in a file; one that is too large was never read."""
    text = "x" * (LARGEST + 1) if data.get("large") else str(data.get("text", ""))
    return provider.filling().read(text, str(data.get("name", "")))


def keys(filled: Filled) -> list[str]:
    """The keys of the places that were filled in."""
    return [place.key for place in filled.places]


def option(place: Place, language: str) -> dict[str, str]:
    """A place as something to choose."""
    return {"value": place.key, "label": place.name(language), "group": place.group(language)}


def fields_of(provider: Provider, language: str) -> list[dict[str, str]]:
    """The fields of the form, each with what it may be."""
    made = []
    for field in provider.filling().fields():
        low, high = (words.fine(end, language) for end in field.between)
        hint = words.say("own_place.between", language, low=low, high=high, unit=field.unit)
        label = field.name(language)
        made.append({"key": field.key, "label": label, "unit": field.unit, "hint": hint.strip()})
    return made


def filled_of(memory: Memory, provider: Provider, language: str) -> dict[str, Any]:
    """What stands in the form: the present place, where it is one that somebody filled in."""
    fields = provider.filling().fields()
    if not provider.filling().is_own(memory.question.value.place):
        return {"name": "", "written": {field.key: "" for field in fields}}
    place = provider.place(memory.question.value.place)
    written = {field.key: field.told(place.key) for field in fields}
    if language == "nl":
        written = {key: text.replace(".", ",") for key, text in written.items()}
    return {"name": place.name(language), "written": written}


def faults_of(answer: Filled, language: str) -> list[dict[str, str]]:
    """What is wrong, with the field it is about."""
    told = [{"field": field, "text": text} for field, text in answer.told(language)]
    if answer.untold:
        text = words.say("own_place.untold", language, count=answer.untold)
        told.append({"field": "", "text": text})
    return told


def example(provider: Provider) -> dict[str, str]:
    """A file to begin with: the names of all columns, made in the browser."""
    head = ",".join(("name", *(field.column for field in provider.filling().columns())))
    return {"name": "samenspel-wijken.csv", "href": "data:text/csv;charset=utf-8," + quote(head)}
