"""The lessons: read a case, draw what you expect, let the model run, compare, and talk."""

from __future__ import annotations

from collections.abc import Callable

import solara

from ui import words
from ui.addresses import GUIDE, LESSON, LESSONS, LIVE
from ui.controls import Document
from ui.head import states_of, top
from ui.link import link, parts_of
from ui.markup import element, paragraph
from ui.pages.explore import Layout
from ui.provider import Lesson, Provider, current
from ui.sections.lesson import Steps, lesson_question

__all__ = ["Layout", "Page"]


@solara.component
def Page() -> solara.Element:
    """The lesson that the address names; without one, all of them to choose from."""
    provider = current()
    asked = dict(parts_of(solara.use_router().search or "")[0])
    spoken = asked.get("lang", words.LANGUAGES[0])
    language, set_language = solara.use_state(
        spoken if spoken in words.LANGUAGES else words.LANGUAGES[0]
    )
    taught = next((each for each in provider.lessons() if each.key == asked.get(LESSON)), None)
    unknown = asked.get(LESSON) is not None and taught is None
    title = taught.title(language) if taught else words.say("lessons.heading", language)
    query = f"lang={language}" + (f"&{LESSON}={taught.key}" if taught else "")
    main = Steps(taught, language, provider) if taught else every(provider, language, unknown)
    return element(
        "div",
        [
            Document(language=language, title=f"{title} – Samenspel", link=query),
            heading(taught, title, language, set_language, provider),
            element("main", [main]),
            element("footer", [paragraph(words.say("footer.limits", language))], "footer"),
        ],
        "page lessons",
    )


def heading(
    taught: Lesson | None,
    title: str,
    language: str,
    set_language: Callable[[str], None],
    provider: Provider,
) -> solara.Element:
    """The name, the languages, the lesson, and the ways from here."""
    states = {LESSONS: f"lang={language}"}
    if taught is not None:
        states = states_of(lesson_question(taught, provider), language, provider.version)
    above = top(language, set_language, LESSONS, states)
    ways = [element("a", [words.say("lessons.home", language)], href=f"./?lang={language}")]
    if taught is not None:
        every_one = words.say("lessons.all", language)
        ways.append(element("a", [every_one], href=f".{LESSONS}?lang={language}"))
        guide = f".{GUIDE}?lang={language}&{LESSON}={taught.key}"
        said = words.say("lessons.guide", language)
        ways.append(element("a", [said], href=guide, target="_blank", rel="noopener"))
        ways.append(to_live(taught, language, provider))
    badge = element("strong", [words.say("badge", language) + "."], "badge")
    lead = [badge, " ", words.say("lessons.lead", language)]
    return element(
        "header",
        [above, element("h1", [title]), element("p", lead, "lead"), element("nav", ways, "ways")],
        "heading",
    )


def to_live(taught: Lesson, language: str, provider: Provider) -> solara.Element:
    """The way to the live page, with the question of this lesson."""
    charts = (taught.draw, *taught.also)
    state = link(lesson_question(taught, provider), language, provider.version, charts)
    return element("a", [words.say("lesson.start", language)], href=f".{LIVE}?{state}")


def every(provider: Provider, language: str, unknown: bool) -> solara.Element:
    """All lessons, each with what it is for and how long it takes."""
    cards = []
    for number, each in enumerate(provider.lessons(), 1):
        way = element(
            "a", [each.title(language)], href=f".{LESSONS}?lang={language}&{LESSON}={each.key}"
        )
        guide = element(
            "a",
            [words.say("lessons.guide_of", language, number=number)],
            href=f".{GUIDE}?lang={language}&{LESSON}={each.key}",
        )
        length = words.say("lessons.minutes", language, minutes=each.minutes)
        cards.append(
            element(
                "li",
                [
                    element("h2", [f"{number}. ", way]),
                    paragraph(each.goal(language)),
                    element("p", [length, " ", guide], "hint"),
                ],
            )
        )
    told = [paragraph(words.say("lessons.unknown", language), "notice")] if unknown else []
    return element("div", [*told, element("ol", cards, "lessons__all")])
