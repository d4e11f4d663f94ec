"""One line of results under the levers, for whoever has no room for both."""

from __future__ import annotations

import solara

from ui import words
from ui.families import in_order
from ui.markup import element
from ui.memory import Answer, Memory
from ui.provider import Provider
from ui.sections.results import put_in
from ui.telling import standout


def told(answer: Answer, provider: Provider, ahead: tuple[str, ...], language: str) -> str:
    """The first outcome in which A and B clearly differ, or that there is none."""
    repeated, pairs = put_in(provider, answer.question), answer.snapshot.pairs
    if not pairs:
        return words.say("glance.early", language)
    when = words.say(f"window.in.{answer.snapshot.window}", language)
    for outcome in in_order(provider.outcomes(), ahead):
        pair = pairs.get(outcome.key)
        if outcome.key not in repeated and pair is not None and pair.counts.direction:
            far, name = standout(outcome, pair, language), outcome.name(language)
            return words.say("glance.differs", language, name=name, far=far, window=when)
    return words.say("glance.nothing", language, window=when)


@solara.component
def Glance(memory: Memory, provider: Provider) -> solara.Element:
    """One outcome that differs, so that on a small screen a lever shows what it does."""
    language, answer = memory.language.value, memory.answer.value
    if answer is None or not answer.snapshot.pictures:
        return element("div", [], "glance")
    text = told(answer, provider, memory.front.value, language)
    parts = [text, words.say("chart.earlier", language)] if memory.is_old() else [text]
    link = element("a", [words.say("chart.glance", language)], href="#results")
    return element("div", [element("p", [" ".join(parts), " ", link])], "glance")
