"""The lessons: a case, a line to draw, what is compared, and what a teacher needs, as data.

A lesson asks and the model answers: a file names scenarios, outcomes and levers, and never what
comes out of them. So a lesson still holds when the model finds no clear difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
ORDER = ("placement", "mandate_and_money", "time_and_trust", "what_stays")
SIDES = {"a": ("a",), "b": ("b",), "both": ("a", "b")}
Words = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One thing to change after the first answer: another scenario for B, or levers on a side."""

    key: str
    says: Words
    b: str | None
    on: str
    sets: tuple[tuple[str, float], ...]

    def told(self, language: str) -> str:
        """What is changed."""
        return self.says[language]


@dataclass(frozen=True)
class Step:
    """A part of the lesson in the plan of a teacher."""

    minutes: tuple[int, int]
    what: Words
    how: Words


@dataclass(frozen=True)
class Lesson:
    """A lesson; texts are by language."""

    key: str
    place: str
    a: str
    b: str
    window: str
    draw: str
    """The outcome for which a line is drawn."""
    also: tuple[str, ...]
    """The outcomes that are looked at afterwards."""
    changes: tuple[Change, ...]
    plan: tuple[Step, ...]
    texts: Mapping[str, Words]

    def title(self, language: str) -> str:
        """What the lesson is called: a question."""
        return self.texts["title"][language]

    def goal(self, language: str) -> str:
        """What somebody can do after it."""
        return self.texts["goal"][language]

    def ask(self, language: str) -> str:
        """What is to be drawn, and why one may expect this or that."""
        return self.texts["ask"][language]

    def case(self, language: str) -> Sequence[str]:
        """The case, in paragraphs."""
        return self.texts["case"][language]

    def look(self, language: str) -> Sequence[str]:
        """What to look at for an explanation."""
        return self.texts["look"][language]

    def discuss(self, language: str) -> Sequence[str]:
        """Three questions to talk about."""
        return self.texts["discuss"][language]

    def teacher(self, language: str) -> Sequence[str]:
        """What a teacher should know beforehand."""
        return self.texts["teacher"][language]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.plan[-1].minutes[1]


TEXTS = ("title", "goal", "case", "ask", "look", "discuss", "teacher")


def made(key: str, row: Mapping[str, Any], plan: Sequence[Mapping[str, Any]]) -> Lesson:
    """The lesson in a file; KeyError where a part is missing."""
    changes = tuple(
        Change(
            each["key"],
            {language: each[language] for language in ("nl", "en")},
            each.get("b"),
            each.get("on", "both"),
            tuple(sorted((address, float(v)) for address, v in each.get("set", {}).items())),
        )
        for each in row["changes"]
    )
    steps = tuple(Step((each["from"], each["to"]), each["what"], each["how"]) for each in plan)
    return Lesson(
        key=key,
        place=row["place"],
        a=row["a"],
        b=row["b"],
        window=row["window"],
        draw=row["draw"],
        also=tuple(row["also"]),
        changes=changes,
        plan=steps,
        texts={part: row[part] for part in TEXTS},
    )


@cache
def lessons() -> tuple[Lesson, ...]:
    """The lessons, in the order in which they are taught."""
    plan = _read("plan")
    return tuple(made(key, _read(key), plan) for key in ORDER)


def _read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
