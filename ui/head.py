"""The top of every page: the name that leads home, the languages, and the ways to each page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import solara

from ui import words
from ui.addresses import BOARDS, COMPARE, FIRST, LESSONS, LIVE, PAGES, WHY, to
from ui.compare.link import from_two
from ui.controls import Choice
from ui.link import link
from ui.markup import element
from ui.provider import Question


def top(
    language: str, choose: Callable[[str], None], here: str, states: Mapping[str, str]
) -> solara.Element:
    """The top of the page at this address; each other page gets its part of `states`."""
    home = element("a", [words.say("name", language)], href=to(FIRST, f"lang={language}"))
    switch = Choice(
        "language",
        words.say("language.label", language),
        [
            {"value": one, "label": words.say(f"language.{one}", language), "lang": one}
            for one in words.LANGUAGES
        ],
        language,
        choose,
        kind="radio",
    )
    links: list[solara.Element | str] = [
        way(page, page == here, states.get(page, ""), language) for page in PAGES
    ]
    label = words.say("pages.label", language)
    named = element("div", [element("p", [home], "name"), switch], "top")
    ways = element("nav", links, "ways pages skipprint", aria_label=label)
    return element("div", [named, ways])


def way(page: str, present: bool, state: str, language: str) -> solara.Element:
    """The link to a page in this state; the page that is open is said to be so."""
    name = words.say(f"pages.{page.strip('/')}", language)
    address = to(page, state or f"lang={language}")
    if present:
        return element("a", [name], href=address, aria_current="page")
    return element("a", [name], href=address)


def states_of(
    question: Question, language: str, version: str, front: Sequence[str] = ()
) -> dict[str, str]:
    """What stands behind the question mark of each page to ask the same there."""
    plain = link(question, language, version)
    return {
        LIVE: link(question, language, version, front),
        COMPARE: from_two(question, language, version, front),
        WHY: plain,
        BOARDS: plain,
        LESSONS: f"lang={language}",
    }
