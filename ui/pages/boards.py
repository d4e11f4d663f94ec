"""Two boards: the network and the neighbourhood through time, in A, in B, and without."""

from __future__ import annotations

import solara

from ui import words
from ui.addresses import BOARDS
from ui.boards_memory import Boards, asked_boards
from ui.controls import Document
from ui.guard import Guarded
from ui.head import states_of, top
from ui.markup import element, paragraph
from ui.provider import Provider, current
from ui.pursuit import Pursuit
from ui.sections.around import Notices
from ui.sections.boards.picture import Picture, TakeAlong
from ui.sections.why.around import compared
from ui.why_provider import BoardsSnapshot, Progress


@solara.component
def Address(boards: Boards, provider: Provider) -> solara.Element:
    """Language, title and address of the document itself."""
    language = boards.language.value
    title = words.say("boards.title", language)
    return Document(language=language, title=title, link=boards.link(provider.version))


@solara.component
def Heading(boards: Boards, provider: Provider) -> solara.Element:
    """Name, language, question and warning; the pages at the top keep all that was set."""
    language, question = boards.language.value, boards.question
    states = states_of(question, language, provider.version)
    above = top(language, boards.language.set, BOARDS, states)
    badge = element("strong", [words.say("badge", language) + "."], "badge")
    lead = [words.say("boards.introduction", language), " ", badge, " "]
    return element(
        "header",
        [
            element("a", [words.say("boards.skip", language)], "skip", href="#boards"),
            above,
            element("h1", [words.say("boards.question", language)]),
            element("p", [*lead, words.say("badge_more", language)], "lead"),
            compared(provider, question, language),
        ],
        "heading",
    )


@solara.component
def Footer(boards: Boards, provider: Provider) -> solara.Element:
    """Version and seed, and what this page does not do."""
    language, seen = boards.language.value, boards.film.seen.value
    runs = seen.snapshot.runs_done if seen else 0
    made = words.say(
        "print.made", language, version=provider.version, seed=boards.question.seed, runs=runs
    )
    parts = [
        paragraph(f"{words.say('badge', language)}. {made}", "stamp"),
        paragraph(words.say("footer.limits", language)),
    ]
    return element("footer", parts, "footer")


def look(snapshot: Progress) -> object:
    """What is worth drawing anew: the picture, and one more pair of runs that is counted."""
    found: BoardsSnapshot = snapshot  # type: ignore[assignment]  # pyright: ignore
    return (found.state, found.data is not None, found.pairs)


@solara.component
def Page() -> solara.Element:
    """The page itself."""
    provider = current()
    search = solara.use_router().search
    boards = solara.use_memo(lambda: asked_boards(search, provider), [])
    question = boards.question
    main = element(
        "main", [Notices(boards), Guarded(boards, provider, Picture), TakeAlong(boards, provider)]
    )
    return element(
        "div",
        [
            Address(boards, provider),
            Pursuit(boards.film, question, lambda: provider.explaining.boards(question), look),
            Heading(boards, provider),
            main,
            Footer(boards, provider),
        ],
        "page",
    )
