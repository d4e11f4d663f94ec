"""What the picture rests on, what would change it, and what to talk about: on screen and on A4."""

from __future__ import annotations

from collections import Counter

import solara

from ui import words
from ui.controls import Fold
from ui.families import in_order
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Memory, side_of
from ui.provider import Outcome, Provider, Question
from ui.sections.results import lines_at_first

TO_TALK = ("expected", "payers", "missing", "assumption", "left")
"""Questions that fit every comparison."""


@solara.component
def Report(memory: Memory, provider: Provider) -> solara.Element:
    """Three short lists: what moves these outcomes, what they rest on, and questions to talk about.

    It changes with what is asked, never with how far the runs are: nothing here is computed now.
    """
    language, question = memory.language.value, memory.question.value
    heading = words.say("report.heading", language)
    lines = in_order(provider.outcomes(), memory.front.value)[: lines_at_first(memory)]
    moved = [said for each in lines if (said := what_moves(provider, each, language))]
    parts: list[solara.Element] = [Fold(heading, language)]
    if moved:
        parts.append(element("h3", [words.say("report.movers", language)]))
        parts.append(paragraph(words.say("report.movers_why", language), "hint"))
        parts.append(element("ul", [element("li", [said]) for said in moved]))
    parts.append(element("h3", [words.say("report.assumptions", language)]))
    parts.append(paragraph(rests_on(provider, question, language)))
    parts.append(element("h3", [words.say("report.talk", language)]))
    asked = [words.say(f"report.ask.{each}", language) for each in TO_TALK]
    asked += to_try(provider, question, language)
    parts.append(element("ol", [element("li", [each]) for each in asked]))
    return section("report", heading, parts, "card")


def what_moves(provider: Provider, outcome: Outcome, language: str) -> str:
    """Which unknown numbers move an outcome most; empty where no study says."""
    found = [
        words.say(
            "report.assumed" if mover.assumed else "report.known",
            language,
            name=mover.name(language),
        )
        for mover in provider.movers(outcome.key)
    ]
    if not found:
        return ""
    listed = "; ".join(dict.fromkeys(found))
    return words.say("report.mover", language, name=outcome.name(language), listed=listed)


def rests_on(provider: Provider, question: Question, language: str) -> str:
    """On what the sizes rest that are not the same in A and in B."""
    kinds = Counter(each.status[language] for each in provider.differences(question))
    if not kinds:
        return words.say("report.same", language)
    listed = ", ".join(f"{count} × {status}" for status, count in kinds.most_common())
    return words.say("report.rests", language, count=kinds.total(), listed=listed)


def to_try(provider: Provider, question: Question, language: str) -> list[str]:
    """What the stories of A and B themselves suggest to try."""
    known = {scenario.key: scenario for scenario in provider.scenarios()}
    keys = dict.fromkeys(side_of(question, side).scenario for side in SIDES)
    return [line for key in keys for line in known[key].attempt(language)]
