"""What travels between the model and a screen: plain data without behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Verdict = Literal["no_clear_difference", "more_often", "mostly", "nearly_always"]
Words = Mapping[str, str]
"""The same words by language."""

HALF_FROM, WIDE_FROM = 20, 60
"""Runs from which the middle half, and 90 in every 100, may be drawn (decision 6; chosen)."""


class Unit(Protocol):
    """How a quantity is written on a screen."""

    @property
    def scale(self) -> float:
        """What a stored value is multiplied by: 100 where a share is shown as a percentage."""
        ...

    @property
    def digits(self) -> int:
        """Digits after the comma."""
        ...

    def label(self, language: str) -> str:
        """The words beside the number."""
        ...

    def apart(self, language: str, one: bool = False) -> str:
        """The words beside a difference of two such numbers; of exactly one, when asked."""
        ...

    @property
    def resource(self) -> str:
        """What such a number uses up: `money`, `time`, or nothing at all."""
        ...

    @property
    def swaps(self) -> bool:
        """Whether two numbers with this unit come out of the same purse or the same week."""
        ...


@dataclass(frozen=True)
class Side:
    """One of the two worlds: a scenario, and the levers that the visitor moved away from it."""

    scenario: str
    values: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Question:
    """All that an answer depends on; what is equal in two questions is computed once."""

    place: str
    a: Side
    b: Side
    runs: int
    seed: int
    window: str = "final"
    """The weeks over which the sentences compare: the last year, during or after the contract."""
    prices: tuple[tuple[str, float], ...] = ()
    """Prices that the visitor set, the same in both worlds."""


@dataclass(frozen=True)
class Curves:
    """One side of one outcome over time; a band is absent while there are too few runs for it.

    None stands where there was nothing to measure.
    """

    median: Sequence[float | None]
    runs: Sequence[Sequence[float | None]] = ()
    half: tuple[Sequence[float | None], Sequence[float | None]] | None = None
    wide: tuple[Sequence[float | None], Sequence[float | None]] | None = None


@dataclass(frozen=True)
class Counts:
    """In how many pairs of runs B differs from A by the smallest difference that matters, or more.

    Higher, lower and within the margin add up to all pairs, and the verdict follows from them.
    """

    higher: int
    lower: int
    within_margin: int
    of: int
    verdict: Verdict
    direction: Literal["higher", "lower", ""] = ""
    identical: bool = False
    """Whether no pair differs at all."""


@dataclass(frozen=True)
class Estimate:
    """A middle value and the range in which 90 % of the runs lie."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Pair:
    """One number in A and in B over the window, with the paired difference and its counts."""

    a: Estimate
    b: Estimate
    difference: Estimate
    counts: Counts


@dataclass(frozen=True)
class Picture:
    """One outcome in both worlds."""

    a: Curves
    b: Curves
    pair: Pair | None = None
    """Absent while there are too few runs for a sentence, or nothing to compare."""


@dataclass(frozen=True)
class Group:
    """Part of the residents; without pictures where it is too small to say anything about."""

    name: Words
    residents: int
    pictures: Mapping[str, Picture] | None
    net: Pair | None = None
    """What help to them may have spared all budgets, less what was spent on helping them."""


@dataclass(frozen=True)
class Division:
    """Residents divided in groups, and the gap: the last group less the first."""

    name: Words
    groups: Sequence[Group]
    gap: Mapping[str, Picture]


@dataclass(frozen=True)
class Budget:
    """Who pays and who gains: what a payer spends, and what help may have spared it."""

    name: Words
    unit: Unit
    spent: Pair
    spared: Pair | None = None
    total: bool = False
    spends_since: int | None = None
    """The first quarter from which what it spends clearly differs until the end, if any."""
    spares_since: int | None = None
    """The same for what help may have spared it."""
    net: Pair | None = None
    """What help may have spared it less what it spends, run by run: higher is better off."""
    net_since: int | None = None
    """The same for the net."""


@dataclass(frozen=True)
class Event:
    """Something agreed for a week, shown as a flag on the time axis."""

    week: int
    text: Words
    sides: Sequence[Literal["a", "b"]]


@dataclass(frozen=True)
class Difference:
    """One number that is not the same in A and in B."""

    name: Words
    a: Words
    b: Words
    status: Words
    money: bool = False
    """True where the two differ in their extra money."""
    posts: bool = False
    """True where the two differ in posts, which cost money beside the extra money."""


@dataclass(frozen=True)
class Extra:
    """The extra money of one side: a year for each resident, and in all over its term."""

    per_resident: float
    a_year: float
    weeks: int
    in_all: float
