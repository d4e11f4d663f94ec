"""The two boards: everything is sent to the browser once, which plays it without the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import solara

from ui import words
from ui.boards_memory import Boards
from ui.controls import Press, Save, Share
from ui.markup import Child, element, paragraph, section
from ui.provider import Provider
from ui.sections.results import side_name
from ui.sections.why.difference import Working
from ui.why_provider import BoardsSnapshot

COUNTS = ("between", "bridges", "linked", "apart", "connectors", "joint", "nobody")
PLAIN = (
    *("time", "play", "pause", "back", "ahead", "quarter", "show", "both", "a", "b", "lines"),
    *("lines_between", "lines_bridges", "lines_all", "without", "nobody", "less", "above", "below"),
    *("homes", "tied", "close", "bridge", "facilitator", "apart", "apart_lead", "apart_title"),
    *("in_pairs", "table", "caption", "summary", "moment", "start", "calm"),
    "connectors",
)
OPEN = ("side", "pairs", "moment", "fewer", "more", "year", "quarter", "facilitators", *COUNTS)
"""Places that the browser fills in: they are left as they are."""
STATES = ("well", "alone", "waits", "helped", "joint")
HEAD = ("pair", "ties", "close")
APART_HEAD = ("what", "with", "without", "pairs")


@solara.component_vue("boards.vue", vuetify=False)
def _Boards(
    id: str,
    film: Mapping[str, Any],
    falls: Mapping[str, Any],
    pairs: int,
    names: dict[str, str],
    language: str,
    texts: dict[str, Any],
) -> None:
    """The drawing in the browser."""


def texts_of(language: str) -> dict[str, Any]:
    """Every sentence of the picture; what the browser fills in stands open."""
    kept = {name: f"{{{name}}}" for name in OPEN}
    said: dict[str, Any] = {name: words.say(f"boards.{name}", language, **kept) for name in PLAIN}
    said["states"] = [words.say(f"boards.state.{state}", language) for state in STATES]
    said["counts"] = {key: words.say(f"boards.count.{key}", language) for key in COUNTS}
    said["head"] = [words.say(f"boards.head.{name}", language) for name in HEAD]
    said["apart_head"] = [words.say(f"boards.apart_head.{name}", language) for name in APART_HEAD]
    return said


@solara.component
def Picture(boards: Boards, provider: Provider) -> solara.Element:
    """How far the work is, and the boards as soon as their runs are there."""
    language, question = boards.language.value, boards.question
    working = Working(boards.film, question, language)
    snapshot: BoardsSnapshot | None = boards.film.answer(question)
    heading = words.say("boards.heading", language)
    parts: list[Child] = [paragraph(words.say("boards.lead", language)), working]
    if snapshot is None or snapshot.data is None:
        failed = boards.film.how_far(question).state == "failed"
        wait = [] if failed else [paragraph(words.say("boards.wait", language))]
        return section("boards", heading, [*parts, *wait])
    picture = _Boards(
        id="film",
        film=snapshot.data,
        falls=snapshot.apart or {},
        pairs=snapshot.pairs,
        names={s: side_name(provider, question, s, language) for s in ("a", "b")},
        language=language,
        texts=texts_of(language),
    )
    rests = words.say(
        "boards.rests",
        language,
        residents=words.number(snapshot.residents, language),
        households=snapshot.data["households"],
        seed=question.seed,
        pairs=snapshot.pairs,
    )
    notes = [paragraph(rests, "hint"), paragraph(words.say("boards.made_up", language), "hint")]
    return section("boards", heading, [*parts, picture, *notes])


@solara.component
def TakeAlong(boards: Boards, provider: Provider) -> solara.Element:
    """Link, every tie as a file, and print."""
    language, question = boards.language.value, boards.question

    def ties() -> str:
        seen = boards.film.seen.peek()
        if seen is None or seen.asked != question or seen.snapshot.data is None:
            # a file of no more than its heading would be taken for the answer
            raise ValueError("there is nothing to save yet")
        return provider.explaining.boards_table(seen.snapshot, provider.version, language)

    snapshot: BoardsSnapshot | None = boards.film.answer(question)
    there = snapshot is not None and snapshot.data is not None
    saving = Save(
        words.say("boards.csv", language),
        language,
        "samenspel-boards.csv",
        "text/csv;charset=utf-8",
        ties,
    )
    later = paragraph(words.say("why.csv_later", language))
    printing = Press(words.say("take.print", language), browser="print")
    parts = [
        Share(boards.link(provider.version), language),
        element("div", [saving if there else later, printing], "buttons"),
    ]
    return section("take", words.say("boards.take", language), parts, "card")
