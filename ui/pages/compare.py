"""Compare: up to three ways beside a baseline, pair by pair, and whether it holds."""

from __future__ import annotations

import solara

from ui.compare import link
from ui.compare.follow import Follow
from ui.compare.memory import Memory
from ui.guard import Guarded
from ui.markup import element
from ui.provider import Provider, current
from ui.sections.around import Notices
from ui.sections.compare.around import Address, Footer, Heading, TakeAlong
from ui.sections.compare.choose import Choose, Stand
from ui.sections.compare.doubt import Robust
from ui.sections.compare.settings import Settings
from ui.sections.compare.strips import Strips
from ui.sections.compare.twenty import Twenty


def remembered(search: str | None, provider: Provider) -> Memory:
    """A fresh memory for this visitor, as the link says or as the page starts."""
    language, comparison, front, notices = link.read(search, provider)
    return Memory(
        language=solara.reactive(language),
        comparison=solara.reactive(comparison),
        notices=solara.reactive(notices),
        front=solara.reactive(front),
    )


@solara.component
def Page() -> solara.Element:
    """The page itself; it reads no state, so that each part redraws only what it shows."""
    provider = current()
    search = solara.use_router().search
    memory = solara.use_memo(lambda: remembered(search, provider), [])
    main = element(
        "main",
        [
            Notices(memory),
            Guarded(memory, provider, Stand),
            Guarded(memory, provider, Choose),
            Guarded(memory, provider, Settings),
            Guarded(memory, provider, Strips),
            Guarded(memory, provider, Robust),
            Guarded(memory, provider, Twenty),
            TakeAlong(memory, provider),
        ],
    )
    parts = [Address(memory, provider), Follow(memory, provider.comparing())]
    parts += [Heading(memory, provider), main, Footer(memory, provider)]
    return element("div", parts, "page page--compare")
