"""Explore: choose a place and two ways to arrange it, and see where they differ."""

from __future__ import annotations

import solara

from ui.doubt import Doubt
from ui.follow import Follow
from ui.guard import Guarded
from ui.link import charts_asked, read_link
from ui.markup import element
from ui.memory import Memory
from ui.provider import Provider, Question, current
from ui.sections.around import Address, Footer, Heading, Notices, TakeAlong
from ui.sections.choices import Choices, Openings, opening_of
from ui.sections.compare.around import Way
from ui.sections.comparison import Differences
from ui.sections.glance import Glance
from ui.sections.groups import Groups
from ui.sections.levers import Levers
from ui.sections.money import Money
from ui.sections.report import Report
from ui.sections.results import Results
from ui.sections.sentences import Sentences


def remembered(search: str | None, provider: Provider) -> Memory:
    """A fresh memory for this visitor, as the link says or as the page starts."""
    language, question, notices = read_link(search, provider)
    return Memory(
        language=solara.reactive(language),
        question=solara.reactive(question),
        turned=solara.reactive("b"),
        notices=solara.reactive(notices),
        answer=solara.reactive(None),
        medians=solara.reactive(True),
        request=provider.request,
        own=solara.reactive((question.place,) if provider.filling().is_own(question.place) else ()),
        front=solara.reactive(charts_asked(search, provider) or front_of(provider, question)),
    )


def front_of(provider: Provider, question: Question) -> tuple[str, ...]:
    """The charts that come first with the question a visitor arrives at."""
    opening = opening_of(provider, question)
    return tuple(opening.charts) if opening else ()


@solara.component
def Page() -> solara.Element:
    """The page itself; it reads no state, so that a moved lever redraws only what shows it."""
    provider = current()
    search = solara.use_router().search
    memory = solara.use_memo(lambda: remembered(search, provider), [])
    turning = element(
        "div", [Levers(memory, provider), Guarded(memory, provider, Glance)], "turning"
    )
    bench = [Guarded(memory, provider, Results), turning]
    main = element(
        "main",
        [
            Notices(memory),
            Openings(memory, provider),
            Guarded(memory, provider, Choices),
            Way(memory, provider),
            element("div", bench, "bench"),
            Guarded(memory, provider, Sentences),
            Guarded(memory, provider, Differences),
            Guarded(memory, provider, Money),
            Guarded(memory, provider, Groups),
            Guarded(memory, provider, Report),
            TakeAlong(memory, provider),
        ],
    )
    return element(
        "div",
        [
            Address(memory, provider),
            Follow(memory, provider),
            Doubt(memory, provider),
            Heading(memory, provider),
            main,
            Footer(memory, provider),
        ],
        "page",
    )


@solara.component
def Layout(children: list[solara.Element]) -> solara.Element:
    """Nothing of Solara's own around the page: no second main, no bars."""
    return element("div", children)
