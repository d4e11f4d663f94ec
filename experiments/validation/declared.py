"""The rows: what is expected, where that comes from, and how it is measured; read from YAML.

A row has parts; each part is a number that is measured and a range in which its median must lie.
A row without parts is not judged, and says why: what it needs that the model does not have, or
why it is no yardstick. A row that is given parts later is judged from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

FOLDER = Path(__file__).parent / "rows"
WORLDS = "worlds"
KINDS: dict[str, tuple[str, str]] = {
    "pattern": ("Patroon uit onderzoek", "Pattern from research"),
    "exact": ("Bekend model, uitgekleed", "Known model, stripped"),
    "direction": ("Richting uit een model of studie", "Direction from a model or study"),
    "dutch": ("Nederlands getal", "Dutch number"),
    "fitted": ("IJkpunt van de beginwaarden", "Target of the starting values"),
}
"""Kinds of row, in the order in which they are shown."""
RESTS: dict[str, tuple[str, str]] = {
    "test": ("toets: hierop is niets ingesteld", "test: nothing was set to reach it"),
    "rule": ("regel alleen, los van de rest van het model", "rule alone, apart from the model"),
    "fitted": ("hierop is een getal ingesteld", "a number was set to reach it"),
    "input": ("invoer, of vlak erna", "input, or close to it"),
    "shown": (
        "volgt uit een aanname die hiervoor is gedaan",
        "follows from an assumption made for it",
    ),
}
"""What a hit says of the model, from much to little."""

Range = tuple[float, float]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Frozen):
    """The same words in both languages."""

    nl: Annotated[str, Field(min_length=2)]
    en: Annotated[str, Field(min_length=2)]


class Part(_Frozen):
    """A number that is measured, and the range in which its median must lie."""

    what: Words
    measure: str
    given: dict[str, Any] = {}
    between: Range

    @model_validator(mode="after")
    def _in_order(self) -> Part:
        if not self.between[0] <= self.between[1]:
            raise ValueError(f"between is {self.between}; the first must not exceed the second")
        return self


class Row(_Frozen):
    """One thing the outside says, and how the model is held against it.

    ``rests`` says what a hit is worth; left out it is a test, or the rule alone for a known model.
    ``needs`` names what must exist before it can be judged: a mechanism (M24), or an outcome,
    lever or scenario by a word of its own. ``says`` is a paragraph on what a miss tells about the
    model, or what a hit does not, written after it was found. ``changed`` owns up to a measure that
    was mended after its first results were seen.
    """

    key: str
    kind: Literal["pattern", "exact", "direction", "dutch", "fitted"]
    source: str
    expect: Words
    rests: Literal["test", "rule", "fitted", "input", "shown"] | None = None
    parts: tuple[Part, ...] = ()
    needs: tuple[str, ...] = ()
    reason: Words | None = None
    says: Words | None = None
    changed: Words | None = None

    @model_validator(mode="after")
    def _judged_or_not(self) -> Row:
        if bool(self.parts) == bool(self.reason):
            raise ValueError("a row has parts, or a reason why it has none")
        if self.parts and self.needs:
            raise ValueError("a row that is judged needs nothing more")
        return self

    @property
    def stands_on(self) -> str:
        """What a hit rests on: one of ``RESTS``."""
        return self.rests or ("rule" if self.kind == "exact" else "test")


class Change(_Frozen):
    """What is set from a week on, over what the scenario sets."""

    week: int
    set: dict[str, float]


class World(_Frozen):
    """A scenario somewhere, with what is set on top of it."""

    scenario: str = "as_it_is_now"
    place: str = "doorsnee"
    years: int = 6
    set: dict[str, float] = {}
    changes: tuple[Change, ...] = ()
    draws: bool = False
    """Whether each run draws what nobody knows from its range."""


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def worlds() -> dict[str, World]:
    """The worlds that rows compare, by name."""
    return {name: World(**(told or {})) for name, told in _read(FOLDER / f"{WORLDS}.yaml").items()}


@cache
def rows() -> tuple[Row, ...]:
    """Every row, in the order of the kinds and of the files."""
    from experiments.validation.targets import fitted_rows  # here: it loads the compiled week

    found = [*_written(), *fitted_rows()]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda row: order.index(row.kind)))


def _written() -> Iterator[Row]:
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem == WORLDS:
            continue
        for told in _read(path):
            try:
                yield Row(**told)
            except ValueError as wrong:
                where = f"{path.name}, {told.get('key', 'a row without key')}"
                raise ValueError(f"{where}: {wrong}") from wrong


def chosen(words: Iterable[str]) -> tuple[Row, ...]:
    """The rows with these keys; a key without its last letter stands for all that begin so."""
    asked = set(words)
    return tuple(row for row in rows() if row.key in asked or _family(row.key) in asked)


def names() -> tuple[str, ...]:
    """Every word that chooses rows."""
    families = (_family(row.key) for row in rows())
    return tuple(dict.fromkeys([*(row.key for row in rows()), *families]))


def _family(key: str) -> str:
    """P5 for P5a; the key itself where it ends on no letter after a digit."""
    return key[:-1] if len(key) > 2 and key[-1].islower() and key[-2].isdigit() else key
