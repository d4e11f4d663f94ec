"""What stands around the answer: the question and the warning, what to take along, the footer."""

from __future__ import annotations

from typing import Protocol

import solara

from ui import words
from ui.addresses import BOARDS, LIVE, to
from ui.controls import Document, Press, Printed, Save, Share, beside
from ui.head import states_of, top
from ui.link import link
from ui.markup import element, paragraph, section
from ui.memory import Memory
from ui.provider import Provider, Question
from ui.sections.filing import Filing
from ui.short import shortened


class Noticed(Protocol):
    """What a visitor of any page has: a language, and what a link could not be given."""

    @property
    def language(self) -> solara.Reactive[str]: ...
    @property
    def notices(self) -> solara.Reactive[tuple[str, ...]]: ...


@solara.component
def Address(memory: Memory, provider: Provider) -> solara.Element:
    """Language, title and address of the document itself."""
    return Document(
        language=memory.language.value,
        title=words.say("title", memory.language.value),
        link=link_of(memory, provider),
    )


def link_of(memory: Memory, provider: Provider) -> str:
    """The link that restores what this visitor has before them."""
    language, front = memory.language.value, memory.front.value
    return shortened(link(memory.question.value, language, provider.version, front))


@solara.component
def Heading(memory: Memory, provider: Provider) -> solara.Element:
    """Name, language, question and warning."""
    language = memory.language.value
    skip = element("a", [words.say("skip", language)], "skip", href="#choose")
    states = states_of(memory.question.value, language, provider.version, memory.front.value)
    above = top(language, memory.language.set, LIVE, states)
    question = element("h1", [words.say("question", language)])
    badge = element("strong", [words.say("badge", language) + "."], "badge")
    rests = beside("foundations.lead", f"/foundations?lang={language}", language)
    told = [words.say("introduction", language), " ", badge, " ", words.say("badge_more", language)]
    told += [" ", rests]
    return element("header", [skip, above, question, element("p", told, "lead")], "heading")


@solara.component
def Notices(memory: Noticed) -> solara.Element:
    """What a link asked for and could not be given."""
    language, notices = memory.language.value, memory.notices.value
    if not notices:
        return element("div", [])
    lines = [element("li", [notice]) for notice in notices]
    heading = words.say("link.heading", language)
    lead = [paragraph(words.say("link.lead", language))] if len(notices) > 1 else []
    return section("notices", heading, [*lead, element("ul", lines)], "card notice")


def onward(provider: Provider, question: Question, language: str) -> solara.Element:
    """The way to the two boards of a question."""
    way = to(BOARDS, link(question, language, provider.version))
    boards = element("a", [words.say("boards.link", language)], href=way)
    return element("p", [boards], "onward skipprint")


@solara.component
def TakeAlong(memory: Memory, provider: Provider) -> solara.Element:
    """Link, figures and print."""
    language = memory.language.value
    figures = Save(
        words.say("take.csv", language),
        language,
        "samenspel.csv",
        "text/csv;charset=utf-8",
        lambda: provider.table(memory.question.value, memory.language.value),
    )
    printing = Press(words.say("take.print", language), browser="print")
    return section(
        "take",
        words.say("take.heading", language),
        [
            Share(link_of(memory, provider), language),
            element("div", [figures, printing], "buttons"),
            Filing(memory, provider),
        ],
        "card",
    )


@solara.component
def Footer(memory: Memory, provider: Provider) -> solara.Element:
    """Version and what this page does not do; on paper also with what it was made."""
    language, question, answer = memory.language.value, memory.question.value, memory.answer.value
    made = words.say(
        "print.made",
        language,
        version=provider.version,
        seed=question.seed,
        runs=answer.snapshot.runs_done if answer else 0,
    )
    return element(
        "footer",
        [
            paragraph(f"{words.say('badge', language)}. {made}", "stamp"),
            Printed(
                language=language,
                link=link_of(memory, provider),
                texts={text: words.say(f"print.{text}", language) for text in ("printed", "link")},
            ),
            paragraph(words.say("footer.histories", language, histories=provider.histories)),
            paragraph(words.say("footer.limits", language)),
            element("p", [beside("foundations.link", f"/foundations?lang={language}", language)]),
        ],
        "footer",
    )
