"""What the page asks of the rest of the house, and nothing more.

The page knows no quantity by name. Everything with a size or a meaning comes through these
shapes: from the declarations of the model, from the library of scenarios, and from the service
that computes for all visitors together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

State = Literal["waiting", "running", "done", "failed"]
Verdict = Literal["none", "often", "mostly", "almost"]


class Unit(Protocol):
    """How a quantity is written on a screen."""

    scale: float
    """What a stored value is multiplied by: 100 where a share is shown as a percentage."""
    digits: int

    def label(self, language: str) -> str: ...


class Named(Protocol):
    """Anything with a name and a meaning in both languages."""

    def name(self, language: str) -> str: ...
    def meaning(self, language: str) -> str: ...


class Keyed(Named, Protocol):
    """One of a list that a visitor chooses from."""

    key: str


class Declaration(Named, Protocol):
    """A number that a scenario may set."""

    address: str
    unit: Unit
    between: tuple[float, float]
    step: float
    default: float
    choices: Sequence[tuple[float, Mapping[str, str]]]
    """Empty for a number on a scale; else each allowed value with its label per language."""

    def status(self, language: str) -> str: ...
    def basis(self, language: str) -> str: ...


class Outcome(Keyed, Protocol):
    """A number that the model reports."""

    unit: Unit
    better: Literal["higher", "lower", "neither"]
    between: tuple[float, float]


class Place(Keyed, Protocol):
    """A neighbourhood, real or stylised; `meaning` says how much of it is known."""


class Scenario(Keyed, Protocol):
    """A story that can be A or B; `meaning` is the story."""

    def value(self, address: str) -> float:
        """What this scenario sets the number to when policy starts."""
        ...


@dataclass(frozen=True)
class Side:
    """One of the two worlds: a scenario, and the levers that the visitor moved away from it."""

    scenario: str
    values: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Question:
    """All that a computation depends on; equal questions share one computation."""

    place: str
    a: Side
    b: Side
    runs: int
    seed: int


@dataclass(frozen=True)
class Curves:
    """One side of one outcome over time; a band is absent while there are too few runs for it."""

    median: Sequence[float]
    runs: Sequence[Sequence[float]] = ()
    half: tuple[Sequence[float], Sequence[float]] | None = None
    wide: tuple[Sequence[float], Sequence[float]] | None = None


@dataclass(frozen=True)
class Counts:
    """In how many pairs of runs B lies above A, at the end of the time shown."""

    higher: int
    lower: int
    within_margin: int
    of: int
    verdict: Verdict


@dataclass(frozen=True)
class Picture:
    """One outcome in both worlds."""

    a: Curves
    b: Curves
    counts: Counts | None = None
    """Absent while there are too few runs for a sentence."""


@dataclass(frozen=True)
class Group:
    """Part of the residents; without a picture where it is too small to say anything about."""

    name: Mapping[str, str]
    residents: int
    pictures: Mapping[str, Picture] | None


@dataclass(frozen=True)
class Division:
    """Residents divided in groups, and the gap between the outermost two."""

    name: Mapping[str, str]
    groups: Sequence[Group]
    gap: Mapping[str, Picture]


@dataclass(frozen=True)
class Estimate:
    """A middle value and the range in which 90 % of the runs lie."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Budget:
    """Who pays: what a payer spends in A, in B, and the paired difference."""

    name: Mapping[str, str]
    unit: Unit
    a: Estimate
    b: Estimate
    difference: Estimate
    total: bool = False


@dataclass(frozen=True)
class Event:
    """Something agreed for a week, shown as a flag on the time axis."""

    week: int
    text: Mapping[str, str]
    sides: Sequence[Literal["a", "b"]]


@dataclass(frozen=True)
class Difference:
    """One number that is not the same in A and in B."""

    name: Mapping[str, str]
    a: Mapping[str, str]
    b: Mapping[str, str]
    status: Mapping[str, str]
    money: bool = False
    """True where the two differ in what they cost."""


class Snapshot(Protocol):
    """How far a computation is, and what it shows so far."""

    state: State
    runs_done: int
    runs_wanted: int
    failure: str | None
    """The id of a sentence in the words of the interface."""
    weeks: Sequence[int]
    pictures: Mapping[str, Picture]
    events: Sequence[Event]
    budgets: Sequence[Budget]
    divisions: Mapping[str, Division]
    sampled: tuple[int, int] | None
    """Residents computed and residents who live there, where the place is too large."""


class Ticket(Protocol):
    """One visitor's interest in one computation."""

    def snapshot(self) -> Snapshot | None: ...
    def cancel(self) -> None: ...


class Provider(Protocol):
    """Everything the page can ask for."""

    version: str
    runs: int
    """How many runs a question asks for when the visitor did not say."""
    seed: int
    weeks_per_year: int

    def places(self) -> Sequence[Place]: ...
    def scenarios(self) -> Sequence[Scenario]: ...
    def levers(self) -> Sequence[Declaration]: ...
    def outcomes(self) -> Sequence[Outcome]: ...
    def start(self) -> Question: ...
    def differences(self, question: Question) -> Sequence[Difference]: ...
    def request(self, question: Question) -> Ticket: ...
    def table(self, question: Question, language: str) -> str:
        """The results as CSV, with a header that says what was run."""
        ...


_current: list[Provider] = []


def use(provider: Provider) -> None:
    """From now on the pages ask this provider."""
    _current[:] = [provider]


def current() -> Provider:
    """The provider that was put in use when the server started."""
    return _current[0]
