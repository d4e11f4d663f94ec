"""How far a comparison is, in words, with the button that stops it."""

from __future__ import annotations

import solara

from ui import words
from ui.compare.memory import Memory
from ui.compare.provider import Snapshot
from ui.controls import Press
from ui.markup import element, paragraph
from ui.sections.progress import sampled


@solara.component
def Progress(memory: Memory) -> solara.Element:
    """How far the computation is, and the button that stops it."""
    language, answer = memory.language.value, memory.answer.value
    stopped, stalled = memory.stopped.value, memory.stalled.value
    snapshot = answer.snapshot if answer else None
    stage = stage_of(snapshot, stopped)
    filled = {"runs": snapshot.runs_done if snapshot else 0}
    draws = snapshot.doubt.draws_done if snapshot and snapshot.doubt else 0
    if stage == "failed" and snapshot is not None:
        said = words.say(snapshot.failure or "failure.unknown", language)
    else:
        said = words.say(f"compare.stage.{stage}", language, draws=draws, **filled)
    parts = [paragraph(said, "stage__said", role="status")]
    parts.append(paragraph(counts_of(snapshot, language), "stage__counts"))
    busy = stage not in ("done", "failed")
    if busy:
        label = words.say("compare.go_on" if stopped else "compare.stop", language)
        turn = Press(label, lambda: memory.stopped.set(not memory.stopped.value), look="quiet")
        parts.append(element("div", [turn]))
    if stalled and busy and not stopped:
        parts.append(paragraph(words.say("compare.stalled", language), "notice"))
    return element("div", parts, "stage" + (" stage--failed" if stage == "failed" else ""))


def stage_of(snapshot: Snapshot | None, stopped: bool) -> str:
    """The present stage, by the id of its sentence."""
    if snapshot is not None and snapshot.state == "failed":
        return "failed"
    if snapshot is not None and snapshot.state == "done" and snapshot.doubt is not None:
        if snapshot.doubt.state in ("done", "failed"):
            return "done"
        return "stopped" if stopped else "draws"
    if stopped:
        return "stopped"
    if snapshot is None or not snapshot.runs_done:
        return "waiting"
    return "runs" if snapshot.state != "done" else "draws"


def counts_of(snapshot: Snapshot | None, language: str) -> str:
    """Runs and draws made so far, and what was sampled."""
    if snapshot is None or snapshot.state == "failed":
        return ""
    done, wanted = snapshot.runs_done, snapshot.runs_wanted
    parts = []
    if done < wanted:
        parts.append(words.say("compare.progress.runs", language, done=done, wanted=wanted))
    doubt = snapshot.doubt
    if doubt is not None and doubt.draws_done < doubt.draws_wanted:
        told = {"done": doubt.draws_done, "wanted": doubt.draws_wanted}
        parts.append(words.say("compare.progress.draws", language, **told))
    if snapshot.sampled:
        parts.append(sampled(*snapshot.sampled, language))
    return ". ".join(parts)
