"""What stands around the explanation: the way back, the warning, what to take along."""

from __future__ import annotations

import solara

from ui import words
from ui.addresses import WHY
from ui.controls import Document, Press, Printed, Save, Share
from ui.head import states_of, top
from ui.markup import element, paragraph, section
from ui.provider import Provider, Question
from ui.sections.results import around, side_name
from ui.why_memory import Why


@solara.component
def Address(why: Why, provider: Provider) -> solara.Element:
    """Language, title and address of the document itself."""
    language = why.language.value
    title = words.say("why.title", language)
    return Document(language=language, title=title, link=why.link(provider.version))


def compared(provider: Provider, question: Question, language: str) -> solara.Element:
    """The place, and what A and B are, with what was moved."""
    told = [f"{s.upper()}: {side_name(provider, question, s, language)}" for s in ("a", "b")]
    lines = [*around(provider, question, language), *told]
    return element("ul", [element("li", [line]) for line in lines], "compared-with")


@solara.component
def Heading(why: Why, provider: Provider) -> solara.Element:
    """Name, language, question and warning; the pages at the top keep all that was set."""
    language, question = why.language.value, why.question
    skip = element("a", [words.say("why.skip", language)], "skip", href="#difference")
    states = states_of(question, language, provider.version)
    states[WHY] = why.link(provider.version)
    above = top(language, why.language.set, WHY, states)
    badge = element("strong", [words.say("badge", language) + "."], "badge")
    lead = [
        words.say("why.introduction", language),
        " ",
        badge,
        " ",
        words.say("badge_more", language),
    ]
    return element(
        "header",
        [
            skip,
            above,
            element("h1", [words.say("why.question", language)]),
            element("p", lead, "lead"),
            compared(provider, question, language),
        ],
        "heading",
    )


@solara.component
def TakeAlong(why: Why, provider: Provider) -> solara.Element:
    """Link, figures and print."""
    language = why.language.value

    def figures() -> str:
        seen = why.chain.seen.peek()
        if seen is None or seen.snapshot.stage is None:
            # a file of no more than its heading would be taken for the answer
            raise ValueError("there is nothing to save yet")
        outcome = why.outcome.peek()
        return provider.explaining.table(seen.snapshot, outcome, provider.version, language)

    seen = why.chain.seen.value
    there = seen is not None and seen.snapshot.stage is not None
    saving = Save(
        words.say("why.csv", language),
        language,
        "samenspel-why.csv",
        "text/csv;charset=utf-8",
        figures,
    )
    later = paragraph(words.say("why.csv_later", language))
    printing = Press(words.say("take.print", language), browser="print")
    return section(
        "take",
        words.say("why.take", language),
        [
            Share(why.link(provider.version), language),
            element("div", [saving if there else later, printing], "buttons"),
        ],
        "card",
    )


@solara.component
def Footer(why: Why, provider: Provider) -> solara.Element:
    """Version, seed and runs, and what this page does not do."""
    language, seen = why.language.value, why.chain.seen.value
    runs = seen.snapshot.runs_done if seen else 0
    made = words.say(
        "print.made", language, version=provider.version, seed=why.question.seed, runs=runs
    )
    printed = {text: words.say(f"print.{text}", language) for text in ("printed", "link")}
    return element(
        "footer",
        [
            paragraph(f"{words.say('badge', language)}. {made}", "stamp"),
            Printed(language=language, link=why.link(provider.version), texts=printed),
            paragraph(words.say("footer.limits", language)),
        ],
        "footer",
    )
