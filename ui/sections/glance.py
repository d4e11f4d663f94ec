"""One line of results under the levers, for whoever has no room for both."""

from __future__ import annotations

import solara

from ui import words
from ui.chart import last, written
from ui.families import in_order
from ui.markup import element
from ui.memory import Answer, Memory
from ui.provider import Outcome, Provider
from ui.sections.results import put_in


def telling(answer: Answer, provider: Provider, ahead: tuple[str, ...]) -> str:
    """The first outcome in which A and B clearly differ; empty where there is none."""
    repeated, pairs = put_in(provider, answer.question), answer.snapshot.pairs
    for outcome in in_order(provider.outcomes(), ahead):
        pair = pairs.get(outcome.key)
        if outcome.key not in repeated and pair is not None and pair.counts.direction:
            return outcome.key
    return ""


def ends(outcome: Outcome, answer: Answer, language: str) -> str:
    """Where the lines of one outcome end."""
    picture, unit = answer.snapshot.pictures[outcome.key], outcome.unit
    return words.say(
        "glance.ends",
        language,
        name=outcome.name(language),
        a=written(last(picture.a), unit, language),
        b=written(last(picture.b), unit, language),
        unit=unit.label(language),
    )


@solara.component
def Glance(memory: Memory, provider: Provider) -> solara.Element:
    """One outcome that differs, so that on a small screen a lever shows what it does."""
    language, answer = memory.language.value, memory.answer.value
    kept = solara.use_ref("")
    if answer is None or not answer.snapshot.pictures:
        return element("div", [], "glance")
    # Which outcome it is changes only with a comparison: not while the first few runs come in.
    if answer.snapshot.pairs:
        kept.current = telling(answer, provider, memory.front.value)
    known = {outcome.key: outcome for outcome in provider.outcomes()}
    if kept.current:
        text = ends(known[kept.current], answer, language)
    else:
        text = words.say("glance.nothing" if answer.snapshot.pairs else "glance.early", language)
    parts = [text, words.say("chart.earlier", language)] if memory.is_old() else [text]
    link = element("a", [words.say("chart.glance", language)], href="#results")
    return element("div", [element("p", [" ".join(parts), " ", link])], "glance")
