"""What stands around a comparison: the way to it, its heading, what to take along, the footer."""

from __future__ import annotations

import solara

from ui import words
from ui.addresses import COMPARE, to
from ui.compare import link
from ui.compare.memory import Memory, pair_of
from ui.controls import Document, Press, Printed, Save, Share, beside
from ui.head import states_of, top
from ui.markup import Child, element, paragraph, section
from ui.memory import Memory as TwoWays
from ui.provider import Provider
from ui.short import shortened


@solara.component
def Way(memory: TwoWays, provider: Provider) -> solara.Element:
    """On the page of two ways: the link to this page, with the same place, ways and levers."""
    language = memory.language.value
    address = link.from_two(memory.question.value, language, provider.version, memory.front.value)
    said = words.say("compare.way", language)
    way = element("a", [said], href=to(COMPARE, address), target="_self")
    return element("p", [way, " ", words.say("compare.way_more", language)], "skipprint way")


@solara.component
def Address(memory: Memory, provider: Provider) -> solara.Element:
    """Language, title and address of the document itself."""
    language = memory.language.value
    title = words.say("compare.title", language)
    return Document(language=language, title=title, link=link_of(memory, provider))


def link_of(memory: Memory, provider: Provider) -> str:
    """The link that restores what this visitor has before them."""
    comparison, language = memory.comparison.value, memory.language.value
    return shortened(link.written(comparison, language, provider.version, memory.front.value))


@solara.component
def Heading(memory: Memory, provider: Provider) -> solara.Element:
    """Name, language, question and warning; the pages at the top keep all that was set."""
    language, comparison = memory.language.value, memory.comparison.value
    skip = element("a", [words.say("compare.skip", language)], "skip", href="#choose")
    badge = element("strong", [words.say("badge", language) + "."], "badge")
    told: list[Child] = [words.say("compare.introduction", language), " ", badge, " "]
    told += [words.say("badge_more", language), " "]
    told.append(beside("foundations.lead", f"/foundations?lang={language}", language))
    first = pair_of(comparison, comparison.others[0])
    states = states_of(first, language, provider.version, memory.front.value)
    states[COMPARE] = link_of(memory, provider)
    above = top(language, memory.language.set, COMPARE, states)
    question = element("h1", [words.say("compare.question", language)])
    return element("header", [skip, above, question, element("p", told, "lead")], "heading")


@solara.component
def TakeAlong(memory: Memory, provider: Provider) -> solara.Element:
    """Link, figures and print."""
    language = memory.language.value
    figures = Save(
        words.say("take.csv", language),
        language,
        "samenspel-compare.csv",
        "text/csv;charset=utf-8",
        lambda: provider.comparing().table(memory.comparison.value, memory.language.value),
    )
    printing = Press(words.say("take.print", language), browser="print")
    share = Share(link_of(memory, provider), language)
    heading = words.say("compare.take", language)
    parts = [share, element("div", [figures, printing], "buttons")]
    return section("take", heading, parts, "card")


@solara.component
def Footer(memory: Memory, provider: Provider) -> solara.Element:
    """Version and what this page does not do; on paper also with what it was made."""
    language, answer = memory.language.value, memory.answer.value
    doubt = answer.snapshot.doubt if answer else None
    made = words.say(
        "compare.made",
        language,
        version=provider.version,
        seed=memory.comparison.value.seed,
        runs=answer.snapshot.runs_done if answer else 0,
        draws=doubt.draws_done if doubt else 0,
    )
    printed = Printed(
        language=language,
        link=link_of(memory, provider),
        texts={text: words.say(f"print.{text}", language) for text in ("printed", "link")},
    )
    foundations = beside("foundations.link", f"/foundations?lang={language}", language)
    return element(
        "footer",
        [
            paragraph(f"{words.say('badge', language)}. {made}", "stamp"),
            printed,
            paragraph(words.say("footer.histories", language, histories=provider.histories)),
            paragraph(words.say("footer.limits", language)),
            element("p", [foundations]),
        ],
        "footer",
    )
