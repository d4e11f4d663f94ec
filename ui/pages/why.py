"""Why: which rules make A and B differ, what is left without one, and one household in both."""

from __future__ import annotations

import solara

from ui.guard import Guarded
from ui.markup import element
from ui.provider import Provider, current
from ui.pursuit import Pursuit
from ui.sections.around import Notices
from ui.sections.why.around import Address, Footer, Heading, TakeAlong
from ui.sections.why.chain import Sum
from ui.sections.why.difference import Difference
from ui.sections.why.off import Off
from ui.sections.why.rules import Rules
from ui.sections.why.story import Story
from ui.why_memory import Why, asked_why
from ui.why_provider import ChainSnapshot, LeftSnapshot, Progress, StorySnapshot


@solara.component
def Following(why: Why, provider: Provider) -> solara.Element:
    """Keeps the work going for what is asked now: the sum, the rules that are off, the story."""
    explaining, question = provider.explaining, why.question
    opened, off, household = why.opened.value, frozenset(why.off.value), why.household.value

    def chain_look(snapshot: Progress) -> object:
        found: ChainSnapshot = snapshot  # type: ignore[assignment]  # pyright: ignore
        inside = found.chain(why.outcome.peek())
        inner = inside.inside if inside else None
        return (found.state, found.stage, inner and (inner.pairs, inner.orders))

    def left_look(snapshot: Progress) -> object:
        found: LeftSnapshot = snapshot  # type: ignore[assignment]  # pyright: ignore
        return (found.state, found.pairs)

    def story_look(snapshot: Progress) -> object:
        found: StorySnapshot = snapshot  # type: ignore[assignment]  # pyright: ignore
        return (found.state, found.told is not None)

    asked_left = (question, off) if off else None
    return element(
        "div",
        [
            Pursuit(
                why.story,
                (question, household),
                lambda: explaining.story(question, household),
                story_look,
            ),
            Pursuit(
                why.chain,
                (question, opened),
                lambda: explaining.chain(question, opened),
                chain_look,
            ),
            Pursuit(why.left, asked_left, lambda: explaining.left(question, off), left_look),
        ],
        hidden=True,
    )


@solara.component
def Page() -> solara.Element:
    """The page itself; it reads no state, so that a choice redraws only what shows it."""
    provider = current()
    search = solara.use_router().search
    why = solara.use_memo(lambda: asked_why(search, provider), [])
    main = element(
        "main",
        [
            Notices(why),
            Guarded(why, provider, Difference),
            Guarded(why, provider, Sum),
            Guarded(why, provider, Rules),
            Guarded(why, provider, Off),
            Guarded(why, provider, Story),
            TakeAlong(why, provider),
        ],
    )
    return element(
        "div",
        [
            Address(why, provider),
            Following(why, provider),
            Heading(why, provider),
            main,
            Footer(why, provider),
        ],
        "page",
    )
