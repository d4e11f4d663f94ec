"""Following a long computation without holding up the page.

A thread looks at the ticket often until there is a first picture. After that the page is drawn
again when there are a quarter more runs, when bands may be drawn that could not be before, and at
the end: each drawing takes time from the runs, and one run on eighty changes nothing to be seen.

It ends when the visitor asks something else or leaves; what an older question still delivers is
never shown. While nobody is connected it gives its ticket back, so that nothing is computed for
an empty chair, and asks again when the visitor returns: what was computed in the meantime has
been kept.
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
from ui.memory import Answer, Memory
from ui.presence import presence
from ui.provider import (
    HALF_FROM,
    WIDE_FROM,
    Budget,
    Division,
    Event,
    Pair,
    Picture,
    Provider,
    Question,
    Snapshot,
    State,
    Ticket,
)

FIRST_LOOK = 0.1
LATER_LOOK = 0.25
GROWTH = 1.25
"""How many times as many runs there must be before they are worth another drawing."""
PATIENCE = 3.0
"""Seconds without a connection after which nothing more is asked for."""
AWAY_LOOK = 0.5
SLOW = 10.0
"""Seconds without a picture after which the page says that it takes longer than usual."""
STALLED = 120.0
"""Seconds without one run more after which the page says that it stopped waiting."""

Seen = tuple[str, int, bool]
"""The state of an answer, its number of runs, and whether it is a first look at a longer one."""

logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Nothing:
    """A snapshot without a picture: what is shown when the service itself fell over."""

    failure: str | None
    state: State = "failed"
    runs_done: int = 0
    runs_wanted: int = 0
    weeks: Sequence[int] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    events: Sequence[Event] = ()
    budgets: Sequence[Budget] = ()
    divisions: Mapping[str, Division] = field(default_factory=dict)
    sampled: tuple[int, int] | None = None
    quick: bool = False
    window: str = "final"
    period: tuple[int, int] = (0, 0)
    pairs: Mapping[str, Pair | None] = field(default_factory=dict)

    def since(self, outcome: str) -> int | None:
        """Nothing is known, of no outcome."""
        return None


def follow(
    memory: Memory,
    provider: Provider,
    question: Question,
    left: threading.Event,
    here: Callable[[], bool] = lambda: True,
) -> None:
    """Show the answer to one question as it grows, until it is whole or nobody asks any more."""
    try:
        errand.keep(
            lambda: memory.taken(question) or provider.request(question),
            lambda ticket: look(memory, question, ticket, left, here),
            *(left, here, AWAY_LOOK),
        )
    except Exception:
        # Whatever went wrong, the visitor sees a sentence and no picture; the log has the rest.
        logger.exception("The computation could not be followed")
        show(memory, question, Nothing("failure.unknown"), left)


def look(
    memory: Memory,
    question: Question,
    ticket: Ticket,
    left: threading.Event,
    here: Callable[[], bool],
) -> bool:
    """Look at the ticket again and again; whether there is nothing more to come.

    Ends early when the visitor has been away for a while: a short break in the connection is
    not worth a new request.
    """
    seen: Seen | None = None
    drawn = False
    last_here, progress = time.monotonic(), Progress()
    while not left.is_set():
        last_here = time.monotonic() if here() else last_here
        if time.monotonic() - last_here > PATIENCE:
            return False
        snapshot = ticket.snapshot() if drawn else ticket.wait(FIRST_LOOK)
        now: Seen = (snapshot.state, snapshot.runs_done, snapshot.quick)
        quiet = progress.quiet(now)
        if quiet > STALLED:
            show(memory, question, Nothing("failure.too_long"), left)
            return True
        if quiet > SLOW and not drawn and not left.is_set():
            memory.slow.value = question
        if seen is None or worth_drawing(seen, now):
            seen = now
            if snapshot.pictures or snapshot.state == "failed":
                show(memory, question, snapshot, left)
            if snapshot.state == "failed" or (snapshot.state == "done" and not snapshot.quick):
                return True
            drawn = drawn or bool(snapshot.pictures)
        if drawn:
            left.wait(LATER_LOOK)
    return True


class Progress:
    """How long it has been since there was one run more."""

    def __init__(self) -> None:
        self.seen: Seen | None = None
        self.since = time.monotonic()

    def quiet(self, now: Seen) -> float:
        """Seconds since what there is last changed."""
        if now != self.seen:
            self.seen, self.since = now, time.monotonic()
        return time.monotonic() - self.since


def worth_drawing(seen: Seen, now: Seen) -> bool:
    """Whether what there is now shows something that what was drawn does not."""
    (before, shown, _), (_, runs, _) = seen, now
    if now == seen:
        return False
    same_kind = (before, seen[2]) == (now[0], now[2])
    more_bands = any(shown < needed <= runs for needed in (HALF_FROM, WIDE_FROM))
    return not same_kind or more_bands or runs >= GROWTH * shown


def show(memory: Memory, question: Question, snapshot: Snapshot, left: threading.Event) -> None:
    """Put a snapshot on the page, unless the visitor has moved on."""
    if left.is_set() or memory.question.peek() != question:
        return
    memory.answer.value = Answer(question, snapshot)


@solara.component
def Follow(memory: Memory, provider: Provider) -> solara.Element:
    """Nothing to see: keeps one thread on the question that is asked now."""
    question = memory.question.value
    here = presence()

    def start() -> Callable[[], None]:
        left = threading.Event()
        # A thread that is started here knows whose page it belongs to; an executor would not.
        thread = threading.Thread(
            target=follow, args=(memory, provider, question, left, here), name="follow", daemon=True
        )
        thread.start()
        return left.set

    solara.use_effect(start, [question])
    return vuetify.Html(tag="span", attributes={"hidden": True})
