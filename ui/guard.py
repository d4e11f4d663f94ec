"""A fault while a part is drawn: a sentence stands in its place, and the rest of the page lives on.

What an answer holds is worked out when it is looked at, so a fault in it shows only now. It goes
to the log whole; the visitor reads that there is no picture, and gets the part back with the next
answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Protocol, cast

import reacton
import solara

from ui import words
from ui.markup import element, paragraph
from ui.provider import Provider

logger = logging.getLogger(__name__)

Part = Callable[[Any, Provider], solara.Element]


class Visited(Protocol):
    """What is asked of the memory of any page."""

    @property
    def language(self) -> solara.Reactive[str]: ...
    def newest(self) -> object:
        """What the parts are drawn from; another one is a reason to draw a faulty part again."""
        ...


@solara.component
def Guarded(memory: Visited, provider: Provider, part: Part) -> solara.Element:
    """The part, or a sentence where drawing it went wrong."""
    fault, clear = reacton.use_exception()
    told = solara.use_ref(cast("BaseException | None", None))
    broken = solara.use_ref(cast("object", None))
    newest = memory.newest() if fault is not None else None

    def try_again() -> None:
        if fault is None:
            return
        if told.current is not fault:
            logger.error("A part of the page could not be drawn", exc_info=fault)
            told.current, broken.current = fault, newest
        elif broken.current != newest:
            clear()

    solara.use_effect(try_again, [fault, newest])
    if fault is not None:
        said = words.say("failure.unknown", memory.language.value)
        return element("div", [paragraph(said, "notice", role="status")], "card")
    return element("div", [cast("Any", part)(memory, provider)], "guarded")
