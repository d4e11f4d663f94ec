"""The price list: what an hour costs, what that rests on, and a field to set another price."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import solara

from ui import words
from ui.markup import element, paragraph
from ui.memory import Memory, price_of, priced
from ui.provider import Declaration, Provider, Question

TEXTS = ("heading", "price", "cost", "range", "status", "basis", "reset")


@solara.component_vue("prices.vue", vuetify=False)
def _Prices(
    rows: list[dict[str, Any]],
    language: str,
    texts: dict[str, str],
    event_release: Callable[[dict[str, Any]], None],
) -> None:
    """The table in the browser."""


def row_of(price: Declaration, question: Question, language: str) -> dict[str, Any]:
    """One price as a row."""
    low, high = price.between
    written = {
        "low": words.fine(low, language),
        "high": words.fine(high, language),
        "origin": words.fine(price.default, language),
    }
    return {
        "id": "price-" + price.address.replace(".", "-").replace("_", "-"),
        "address": price.address,
        "name": price.name(language),
        "unit": price.unit.label(language),
        "low": low,
        "high": high,
        "step": price.step,
        "value": price_of(question, price),
        "origin": price.default,
        "range": words.say("price.between", language, **written),
        "status": price.status(language),
        "basis": price.basis(language),
    }


@solara.component
def Prices(memory: Memory, provider: Provider) -> solara.Element:
    """The whole list, with what another price does and does not do."""
    language, question = memory.language.value, memory.question.value
    known = {price.address: price for price in provider.prices()}

    def release(data: dict[str, Any]) -> None:
        price = known[data["address"]]
        memory.ask(priced(memory.question.value, price, float(data["value"])))

    table = _Prices(
        rows=[row_of(price, question, language) for price in known.values()],
        language=language,
        texts={text: words.say(f"price.{text}", language) for text in TEXTS},
        event_release=release,
    )
    heading = element("h3", [words.say("price.heading", language)])
    return element("div", [heading, paragraph(words.say("price.note", language)), table])
