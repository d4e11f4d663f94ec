"""How far a computation is, in a sentence that is spoken when there is something new to see."""

from __future__ import annotations

import solara

from ui import words
from ui.markup import element, paragraph
from ui.memory import Memory
from ui.provider import Snapshot


@solara.component
def Progress(memory: Memory) -> solara.Element:
    """How far the computation is; spoken aloud only when something new can be seen."""
    language, question, answer = memory.language.value, memory.question.value, memory.answer.value
    old = answer is None or answer.question != question
    if answer is None or old:
        shown = answer is not None and bool(answer.snapshot.pictures)
        stage = words.say("status.old" if shown else "status.waiting", language)
        counts = words.say("status.slow", language) if memory.slow.value == question else ""
    else:
        stage, counts = stage_of(answer.snapshot, language), counts_of(answer.snapshot, language)
    failed = not old and answer is not None and answer.snapshot.state == "failed"
    return element(
        "div",
        [paragraph(stage, "stage__said", role="status"), paragraph(counts)],
        "stage" + (" stage--old" if old else "") + (" stage--failed" if failed else ""),
    )


def stage_of(snapshot: Snapshot, language: str) -> str:
    """The present stage as a sentence that changes only when there is something new to see."""
    if snapshot.state == "failed":
        return words.say(snapshot.failure or "failure.unknown", language)
    if snapshot.state == "done":
        return words.say("status.done", language, runs=snapshot.runs_done)
    if snapshot.quick:
        return words.say("status.quick", language)
    return words.say("status.half" if snapshot.pairs else "status.running", language)


def counts_of(snapshot: Snapshot, language: str) -> str:
    """Runs made so far, and what was sampled."""
    parts = []
    if snapshot.state == "running":
        done, wanted = snapshot.runs_done, snapshot.runs_wanted
        parts.append(words.say("status.progress", language, done=done, wanted=wanted))
    if snapshot.sampled:
        parts.append(sampled(*snapshot.sampled, language))
    return ". ".join(parts)


def sampled(computed: int, living: int, language: str) -> str:
    """That not all residents were computed, and how many stand for how many."""
    told = {"computed": words.number(computed, language), "living": words.number(living, language)}
    return words.say("status.sampled", language, each=round(living / computed), **told)
