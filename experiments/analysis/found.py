"""What an analysis gives: a table, sentences in two languages, and how much it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from experiments import numerals
from experiments.analysis import origin
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Frame
from experiments.version import version
from model.place_facts import Text


@dataclass(frozen=True)
class Found:
    """The answer of one analysis.

    ``table`` is what is published, tidy, columns in English; ``said`` what may be concluded, with
    counts. ``runs`` counts the runs it rests on and ``left_out`` the units without a value.
    ``drawn`` holds what only the figure needs, ``asked`` the options with which it was made.
    """

    kind: str
    about: Subject
    table: Frame
    said: tuple[Text, ...]
    runs: int
    left_out: int = 0
    version: str = field(default_factory=version)
    drawn: Mapping[str, Any] = field(default_factory=dict)
    asked: Sequence[tuple[str, str]] = ()


def made_by(results: Results) -> str:
    """The version that made the runs, which may be another than this one."""
    return origin.version_of(results.manifest) or version()


def headed(table: Frame, about: Subject) -> Frame:
    """The table with what it is of in front: outcome, window, of."""
    for column, value in (("of", about.of.en), ("window", about.window),
                          ("outcome", about.outcome)):  # fmt: skip
        table.insert(0, column, value)
    return table


def runs_in(frame: Frame, about: Subject) -> int:
    """How many runs stand behind these rows: two for each where B is compared with A."""
    return len(frame) * (1 if about.a is None else 2)


def short(value: float) -> Text:
    """A number as each language writes it."""
    return Text(numerals.short(value, "nl"), numerals.short(value, "en"))


def percent(share: float) -> Text:
    """A share as each language writes it."""
    return Text(f"{100 * share:.0f}%", f"{100 * share:.0f}%")


def left_out(count: int, en: str, nl: str) -> tuple[Text, ...]:
    """The sentence on what was left out; none where nothing was."""
    if not count:
        return ()
    return (
        Text(
            f"{count} {nl} zonder waarde {'is' if count == 1 else 'zijn'} weggelaten.",
            f"{count} {en} without a value {'was' if count == 1 else 'were'} left out.",
        ),
    )
