"""What one visitor asks on the page with the two boards."""

from __future__ import annotations

from dataclasses import dataclass

import solara

from ui.link import link, read_link
from ui.provider import Provider, Question
from ui.pursuit import Pursued
from ui.short import shortened


@dataclass
class Boards:
    """One visitor's state."""

    language: solara.Reactive[str]
    question: Question
    notices: solara.Reactive[tuple[str, ...]]
    film: Pursued

    def newest(self) -> object:
        """What the page is drawn from: the latest runs."""
        return self.film.seen.value

    def link(self, version: str) -> str:
        """The part of an address behind the question mark that restores this page."""
        return shortened(link(self.question, self.language.value, version))


def asked_boards(search: str | None, provider: Provider) -> Boards:
    """What a link asks for, held against what there is."""
    language, question, notices = read_link(search, provider)
    return Boards(
        language=solara.reactive(language),
        question=question,
        notices=solara.reactive(notices),
        film=Pursued.nothing(),
    )
