"""What stands around the answer: the question and the warning, what to take along, the footer."""

from __future__ import annotations

import solara

from ui import words
from ui.controls import Choice, Document, Press, Save, Share
from ui.markup import element, paragraph, section
from ui.memory import Memory, link
from ui.provider import Provider


@solara.component
def Address(memory: Memory, provider: Provider) -> solara.Element:
    """Language, title and address of the document itself."""
    language = memory.language.value
    return Document(
        language=language,
        title=words.say("title", language),
        link=link(memory.question.value, language, provider.version),
    )


@solara.component
def Heading(memory: Memory) -> solara.Element:
    """Name, language, question and warning."""
    language = memory.language.value
    switch = Choice(
        "language",
        words.say("language.label", language),
        [
            {"value": one, "label": words.say(f"language.{one}", language), "lang": one}
            for one in words.LANGUAGES
        ],
        language,
        memory.language.set,
        kind="radio",
    )
    skip = element("a", [words.say("skip", language)], "skip", href="#choose")
    top = element("div", [paragraph(words.say("name", language), "name"), switch], "top")
    question = element("h1", [words.say("question", language)])
    badge = element("strong", [words.say("badge", language) + "."], "badge")
    told = [words.say("introduction", language), " ", badge, " ", words.say("badge_more", language)]
    return element("header", [skip, top, question, element("p", told, "lead")], "heading")


@solara.component
def Notices(memory: Memory) -> solara.Element:
    """What a link asked for and could not be given."""
    language, notices = memory.language.value, memory.notices.value
    if not notices:
        return element("div", [])
    lines = [element("li", [notice]) for notice in notices]
    heading = words.say("link.heading", language)
    lead = [paragraph(words.say("link.lead", language))] if len(notices) > 1 else []
    return section("notices", heading, [*lead, element("ul", lines)], "card notice")


@solara.component
def TakeAlong(memory: Memory, provider: Provider) -> solara.Element:
    """Link, figures and print."""
    language, question = memory.language.value, memory.question.value
    figures = Save(
        words.say("take.csv", language),
        words.say("take.preparing", language),
        "samenspel.csv",
        "text/csv;charset=utf-8",
        lambda: provider.table(memory.question.value, memory.language.value),
    )
    printing = Press(words.say("take.print", language), browser="print")
    lesson = element(
        "a",
        [words.say("take.lesson", language)],
        href=f"/lesson?lang={language}",
        target="_blank",
        rel="noopener",
    )
    return section(
        "take",
        words.say("take.heading", language),
        [
            Share(link(question, language, provider.version), language),
            element("div", [figures, printing], "buttons"),
            element("p", [lesson]),
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
            paragraph(words.say("footer.histories", language, histories=provider.histories)),
            paragraph(words.say("footer.limits", language)),
        ],
        "footer",
    )
