"""Following a piece of background work: how far it is, what there is of it, and how to stop it.

A thread waits for the work and puts on the page only what answers the question that is asked now.
While nobody is connected it gives its ticket back; whoever stops it keeps what is there.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import reacton.ipyvuetify as vuetify
import solara

from ui import errand
from ui.presence import presence
from ui.why_provider import Progress, Ticket

LOOK = 0.4
"""Seconds between two looks."""
PATIENCE = 3.0
"""Seconds without a connection after which nothing more is asked for."""
SLOW = 20.0
"""Seconds without anything new after which the page says that it takes long."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Seen:
    """What there is of an answer, and what it answers."""

    asked: Hashable
    snapshot: Any


@dataclass(frozen=True)
class Stand:
    """How far the work for one question is; ``slow`` where nothing new came for a while."""

    asked: Hashable
    state: str = "running"
    failure: str | None = None
    done: int = 0
    wanted: int = 0
    slow: bool = False


@dataclass
class Pursued:
    """Two parts of a page: what is shown of the work, and how far it is."""

    seen: solara.Reactive[Seen | None]
    stand: solara.Reactive[Stand | None]
    stopped: solara.Reactive[bool]

    @classmethod
    def nothing(cls) -> Pursued:
        """Nothing asked yet."""
        return cls(solara.reactive(None), solara.reactive(None), solara.reactive(False))

    def answer(self, asked: Hashable) -> Any:
        """What is there for this question; nothing while it is of another."""
        seen = self.seen.value
        return seen.snapshot if seen is not None and seen.asked == asked else None

    def how_far(self, asked: Hashable) -> Stand:
        """How far this question is."""
        stand = self.stand.value
        return stand if stand is not None and stand.asked == asked else Stand(asked)


Look = Callable[[Progress], Hashable]
"""What of a snapshot is worth drawing anew when it changes."""


def pursue(
    pursued: Pursued,
    asked: Hashable,
    request: Callable[[], Ticket],
    look: Look,
    left: threading.Event,
    here: Callable[[], bool] = lambda: True,
) -> None:
    """Show an answer as it grows, until it is whole or nobody asks any more."""
    try:
        errand.keep(
            request,
            lambda ticket: watch(pursued, asked, ticket, look, left, here),
            *(left, here, LOOK),
        )
    except Exception:
        # Whatever went wrong, the visitor sees a sentence; the log has the rest.
        logger.exception("An explanation could not be followed")
        if not left.is_set():
            pursued.seen.value = None
            pursued.stand.value = Stand(asked, "failed", "why.failed")


def watch(
    pursued: Pursued,
    asked: Hashable,
    ticket: Ticket,
    look: Look,
    left: threading.Event,
    here: Callable[[], bool],
) -> bool:
    """Look at a ticket again and again; whether there is nothing more to come."""
    drawn: Hashable = None
    done, news, last_here = -1, time.monotonic(), time.monotonic()
    while not left.is_set():
        last_here = time.monotonic() if here() else last_here
        if time.monotonic() - last_here > PATIENCE:
            return False
        snapshot = ticket.wait(max(0, done), LOOK)
        if snapshot.runs_done != done:
            done, news = snapshot.runs_done, time.monotonic()
        if left.is_set():
            return True
        failed = snapshot.state == "failed"
        now = look(snapshot)
        if now != drawn and not failed:
            drawn, pursued.seen.value = now, Seen(asked, snapshot)
        pursued.stand.value = Stand(
            asked, snapshot.state, snapshot.failure, done, snapshot.runs_wanted,
            slow=snapshot.state == "running" and time.monotonic() - news > SLOW,
        )  # fmt: skip
        if failed:
            pursued.seen.value = None
        if failed or snapshot.state == "done":
            return True
        left.wait(LOOK)
    return True


@solara.component
def Pursuit(
    pursued: Pursued, asked: Hashable, request: Callable[[], Ticket], look: Look
) -> solara.Element:
    """Nothing to see: keeps one thread on what is asked now, unless it was stopped."""
    stopped, here = pursued.stopped.value, presence()

    def start() -> Callable[[], None] | None:
        if stopped or asked is None:
            return None
        left = threading.Event()
        # A thread that is started here knows whose page it belongs to; an executor would not.
        thread = threading.Thread(
            target=pursue, args=(pursued, asked, request, look, left, here),
            name="pursuit", daemon=True,
        )  # fmt: skip
        thread.start()
        return left.set

    solara.use_effect(start, [asked, stopped])
    return vuetify.Html(tag="span", attributes={"hidden": True})
