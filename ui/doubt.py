"""What nobody knows: the same question with the unknown numbers drawn anew, when asked for.

It begins when the runs with the numbers as they stand are all in, so that it never holds up a
first picture, and ends when the visitor asks something else or closes it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import reacton.ipyvuetify as vuetify
import solara

from ui import errand, words
from ui.follow import Nothing
from ui.memory import Answer, Memory
from ui.presence import presence
from ui.provider import HALF_FROM, WIDE_FROM, Provider, Question, Snapshot, Ticket

LOOK = 0.5
STEPS = (1, HALF_FROM, 40, WIDE_FROM)
"""Draws at which there is something new to see."""
logger = logging.getLogger(__name__)


def follow(
    memory: Memory,
    provider: Provider,
    question: Question,
    left: threading.Event,
    here: Callable[[], bool] = lambda: True,
) -> None:
    """Show the draws as they grow by bands; that it went wrong, where it did."""
    try:
        # who was away for a moment, as on a bad line, gets the rest after all
        errand.keep(
            lambda: provider.doubt(question),
            lambda ticket: look(memory, question, ticket, left, here),
            *(left, here, LOOK),
        )
    except Exception:
        logger.exception("The draws could not be followed")
        if not left.is_set():
            memory.doubted.value = Answer(question, Nothing("failure.unknown"))


def look(
    memory: Memory,
    question: Question,
    ticket: Ticket,
    left: threading.Event,
    here: Callable[[], bool],
) -> bool:
    """Show each band as soon as there is one; whether there is nothing more to come."""
    shown = -1
    while not left.is_set():
        snapshot = ticket.snapshot()
        now = sum(snapshot.runs_done >= needed for needed in STEPS)
        over = snapshot.state in ("done", "failed")
        if (now != shown or over) and not left.is_set():
            shown = now
            memory.doubted.value = Answer(question, snapshot)
        if over or not here():
            return over
        left.wait(LOOK)
    return True


@solara.component
def Doubt(memory: Memory, provider: Provider) -> solara.Element:
    """Nothing to see: keeps a thread on the draws while they are asked for."""
    question, answer, asked = memory.question.value, memory.answer.value, memory.doubt.value
    ready = (
        asked
        and answer is not None
        and answer.question == question
        and answer.snapshot.state == "done"
        and not answer.snapshot.quick
    )
    here = presence()

    def start() -> Callable[[], None] | None:
        if not ready:
            return None
        left = threading.Event()
        thread = threading.Thread(
            target=follow, args=(memory, provider, question, left, here), name="doubt", daemon=True
        )
        thread.start()
        return left.set

    solara.use_effect(start, [question, ready])
    return vuetify.Html(tag="span", attributes={"hidden": True})


def drawn(memory: Memory, question: Question) -> Answer | None:
    """The draws for this very question, if they are asked for and there are any."""
    answer = memory.doubted.value
    if not memory.doubt.value or answer is None or answer.question != question:
        return None
    return answer if answer.snapshot.pictures else None


def how_far(memory: Memory, language: str) -> str:
    """Where the draws are that were asked for; empty where nothing is left to say of them."""
    question, answer, doubted = memory.question.value, memory.answer.value, memory.doubted.value
    if not memory.doubt.value or answer is None or answer.question != question:
        return ""
    if doubted is not None and doubted.question == question:
        return stand_of(doubted.snapshot, language)
    whole = answer.snapshot.state == "done" and not answer.snapshot.quick
    if answer.snapshot.state == "failed":
        return ""
    return words.say("doubt.begins" if whole else "doubt.after", language)


def stand_of(snapshot: Snapshot, language: str) -> str:
    """How many draws there are of how many, or that they could not be made."""
    if snapshot.state == "failed":
        return words.say("doubt.failed", language)
    done, wanted = snapshot.runs_done, snapshot.runs_wanted
    if snapshot.state == "done":
        return ""
    return words.say(
        "doubt.progress" if done else "doubt.begins", language, done=done, wanted=wanted
    )
