"""Following a comparison without holding up the page.

As on the page of two ways: a thread looks at the ticket, draws what shows something new, gives the
ticket back when the visitor leaves, stops, or asks something else, and never shows what answers an
older comparison. Where nothing new comes for a while, that is said.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import reacton.ipyvuetify as vuetify
import solara

from ui import errand
from ui.compare.memory import Answer, Memory
from ui.compare.provider import Comparing, Comparison, Doubt, Snapshot, Strip, Ticket
from ui.follow import AWAY_LOOK, FIRST_LOOK, LATER_LOOK, PATIENCE, worth_drawing
from ui.presence import presence

STALLED = 20.0
"""Seconds without anything new after which the page says so."""
OVER = ("done", "failed")

Seen = tuple[tuple[str, int, bool], tuple[str, int, bool]]

logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Nothing:
    """A snapshot without a picture: what is shown when the service itself fell over."""

    failure: str | None
    state: str = "failed"
    runs_done: int = 0
    runs_wanted: int = 0
    weeks: Sequence[int] = ()
    window: str = "final"
    period: tuple[int, int] = (0, 0)
    strips: Mapping[str, Sequence[Strip | None]] = field(default_factory=dict)
    doubt: Doubt | None = None
    sampled: tuple[int, int] | None = None

    def lines(self, key: str) -> Sequence[Sequence[Sequence[float | None]]]:
        """No lines."""
        return ()


def follow(
    memory: Memory,
    comparing: Comparing,
    comparison: Comparison,
    left: threading.Event,
    here: Callable[[], bool] = lambda: True,
) -> None:
    """Show the answer as it grows, until it is whole or nobody asks any more."""
    try:
        errand.keep(
            lambda: comparing.request(comparison),
            lambda ticket: _look(memory, comparison, ticket, left, here),
            *(left, here, AWAY_LOOK),
        )
    except Exception:
        logger.exception("The comparison could not be followed")
        show(memory, comparison, Nothing("failure.unknown"), left)


def _look(
    memory: Memory,
    comparison: Comparison,
    ticket: Ticket,
    left: threading.Event,
    here: Callable[[], bool],
) -> bool:
    """Look again and again; whether there is nothing more to come."""
    seen: Seen | None = None
    count, last_new, last_here = (-1, -1), time.monotonic(), time.monotonic()
    while not left.is_set():
        now = time.monotonic()
        last_here = now if here() else last_here
        if now - last_here > PATIENCE:
            return False
        snapshot = ticket.snapshot() if seen else ticket.wait(FIRST_LOOK)
        so_far = (snapshot.runs_done, snapshot.doubt.draws_done if snapshot.doubt else -1)
        if so_far != count:
            count, last_new = so_far, now
        stall(memory, comparison, now - last_new > STALLED, left)
        looked = stamp(snapshot)
        if seen is None or any(map(worth_drawing, seen, looked)):
            if snapshot.runs_done or snapshot.state == "failed":
                seen = looked
                show(memory, comparison, snapshot, left)
            if whole(snapshot):
                return True
        if seen:
            left.wait(LATER_LOOK)
    return True


def stamp(snapshot: Snapshot) -> Seen:
    """What decides whether another drawing shows anything new: the runs, and the draws."""
    doubt = snapshot.doubt
    draws = (doubt.state, doubt.draws_done, False) if doubt else ("waiting", 0, False)
    return (snapshot.state, snapshot.runs_done, False), draws


def whole(snapshot: Snapshot) -> bool:
    """Whether nothing more is to come."""
    if snapshot.state == "failed":
        return True
    doubt = snapshot.doubt
    return snapshot.state == "done" and doubt is not None and doubt.state in OVER


def show(memory: Memory, comparison: Comparison, snapshot: Snapshot, left: threading.Event) -> None:
    """Put a snapshot on the page, unless the visitor has moved on."""
    if left.is_set() or memory.comparison.peek() != comparison:
        return
    memory.answer.value = Answer(comparison, snapshot)


def stall(memory: Memory, comparison: Comparison, nothing_new: bool, left: threading.Event) -> None:
    """Say, or no longer say, that nothing new comes."""
    if left.is_set() or memory.comparison.peek() != comparison:
        return
    if memory.stalled.peek() != nothing_new:
        memory.stalled.value = nothing_new


@solara.component
def Follow(memory: Memory, comparing: Comparing) -> solara.Element:
    """Nothing to see: keeps one thread on the comparison that is asked now, unless stopped."""
    comparison, stopped = memory.comparison.value, memory.stopped.value
    here = presence()

    def start() -> Callable[[], None] | None:
        if stopped:
            return None
        left = threading.Event()
        # A thread that is started here knows whose page it belongs to; an executor would not.
        arguments = (memory, comparing, comparison, left, here)
        threading.Thread(target=follow, args=arguments, name="compare", daemon=True).start()
        return left.set

    solara.use_effect(start, [comparison, stopped])
    return vuetify.Html(tag="span", attributes={"hidden": True})
