"""One line of results beside the levers, for whoever has no room for both."""

from __future__ import annotations

import solara

from ui import words
from ui.chart import last, written
from ui.families import first_outcomes
from ui.markup import element
from ui.memory import Memory
from ui.provider import Provider


@solara.component
def Glance(memory: Memory, provider: Provider) -> solara.Element:
    """The first outcome in one line, so that on a small screen a lever shows what it does."""
    language, answer = memory.language.value, memory.answer.value
    outcome = first_outcomes(provider.outcomes())[0]
    if answer is None or outcome.key not in answer.snapshot.pictures:
        return element("div", [], "glance")
    picture = answer.snapshot.pictures[outcome.key]
    unit = outcome.unit
    ends = (
        f"{side}: {written(last(curves), unit, language)}"
        for side, curves in (("A", picture.a), ("B", picture.b))
    )
    link = element("a", [words.say("chart.glance", language)], href="#results")
    text = f"{outcome.name(language)}. {', '.join(ends)} {unit.label(language)}. "
    if memory.is_old():
        text += words.say("chart.earlier", language) + " "
    return element("div", [element("p", [text, link])], "glance")
