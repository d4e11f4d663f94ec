"""Nine outcomes at a glance: both worlds in small, the word, and the counts it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import solara

from ui import words
from ui.controls import Fold
from ui.families import card_outcomes
from ui.markup import element, paragraph
from ui.memory import Memory
from ui.provider import Curves, Outcome, Pair, Picture, Provider
from ui.telling import fitting, verdict


@solara.component_vue("../cards.vue", vuetify=False)
def _Cards(
    cards: list[dict[str, Any]],
    texts: dict[str, str],
    event_show: Callable[[str], None],
) -> None:
    """The cards in the browser."""


def bands(curves: Curves) -> list[list[list[float | None]]]:
    """The bands of one side, the wide one first; none while there are too few runs."""
    return [[list(edge) for edge in band] for band in (curves.wide, curves.half) if band]


def one_card(
    outcome: Outcome, picture: Picture, pair: Pair, shown: bool, language: str
) -> dict[str, Any]:
    """What one card shows: two small fans, the middle values, the word and the counts."""
    counts, unit = pair.counts, outcome.unit
    digits = fitting(pair, unit, outcome.margin)
    a, b = (words.number(s.median * unit.scale, language, digits) for s in (pair.a, pair.b))
    shares = {"higher": counts.higher, "lower": counts.lower, "within": counts.within_margin}
    return {
        "key": outcome.key,
        "name": outcome.name(language),
        "unit": unit.label(language),
        "a": list(picture.a.median),
        "b": list(picture.b.median),
        "bands_a": bands(picture.a),
        "bands_b": bands(picture.b),
        "from": a,
        "to": b,
        "verdict": verdict(counts, language),
        "counts": words.say("cards.counts", language, of=counts.of, **shares),
        "clear": bool(counts.direction),
        "open": shown,
    }


@solara.component
def Cards(memory: Memory, provider: Provider) -> solara.Element:
    """The cards once there are runs enough for bands and counts; each opens its chart below."""
    language, answer = memory.language.value, memory.answer.value
    front = memory.front.value
    if answer is None or not answer.snapshot.pictures:
        return element("div", [])
    pairs, pictures = answer.snapshot.pairs, answer.snapshot.pictures
    if not pairs:
        return element("div", [paragraph(words.say("cards.waiting", language), "hint")])
    outcomes = card_outcomes(provider.outcomes())
    made = [
        one_card(each, pictures[each.key], pair, each.key in front, language)
        for each in outcomes
        if (pair := pairs.get(each.key)) is not None
    ]

    def show(key: str) -> None:
        now = memory.front.value
        memory.front.value = tuple(k for k in now if k != key) if key in now else (key, *now)[:8]

    label = words.say("cards.heading", language, count=len(made))
    about = words.say("cards.about", language, runs=answer.snapshot.runs_done)
    texts = {"label": label}
    return element(
        "div",
        [
            Fold(label, language, label=label),
            paragraph(about, "hint"),
            _Cards(cards=made, texts=texts, event_show=show),
        ],
        "cards__all",
    )
