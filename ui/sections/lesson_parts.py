"""What all steps of a lesson share: its memory, a numbered step, how far the model is."""

from __future__ import annotations

from collections.abc import Sequence

import solara

from ui import words
from ui.markup import paragraph, section
from ui.memory import Memory
from ui.provider import Outcome, Provider, Question, Snapshot


def memory_for(question: Question, language: str, provider: Provider) -> Memory:
    """What a lesson remembers while the page is open, and nowhere else."""
    return Memory(
        language=solara.reactive(language),
        question=solara.reactive(question),
        turned=solara.reactive("b"),
        notices=solara.reactive(()),
        answer=solara.reactive(None),
        medians=solara.reactive(True),
        request=provider.request,
        front=solara.reactive(()),
    )


def outcome_of(provider: Provider, key: str) -> Outcome:
    """The outcome with this key."""
    return next(each for each in provider.outcomes() if each.key == key)


def step(
    name: str, number: int, children: Sequence[solara.Element], language: str
) -> solara.Element:
    """One step with its number and its heading."""
    title = f"{number}. {words.say(f'lessons.step.{name}', language)}"
    return section(f"step-{name}", title, children, "card")


def snapshot_of(memory: Memory) -> Snapshot | None:
    """What there is of the answer, where there is a picture."""
    answer = memory.answer.value
    return answer.snapshot if answer and answer.snapshot.pictures else None


@solara.component
def Progress(memory: Memory) -> solara.Element:
    """How many runs there are of how many; that it went wrong, where it did."""
    language, answer = memory.language.value, memory.answer.value
    if answer is not None and answer.snapshot.state == "failed":
        return paragraph(words.say("sentence.failed", language), "notice", role="alert")
    said = words.say("status.waiting", language)
    if answer is not None and answer.snapshot.runs_done and not answer.snapshot.quick:
        done, wanted = answer.snapshot.runs_done, answer.snapshot.runs_wanted
        said = words.say("status.progress", language, done=done, wanted=wanted)
    return paragraph(said, "hint lessons__progress", aria_live="polite")
