"""What the page asks of the rest of the house, and nothing more.

The page knows no quantity by name. Everything with a size or a meaning comes through these
shapes: from the declarations of the model, from the library of scenarios, and from the service
that computes for all visitors together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from experiments.front.filling import Filled, Filling
from experiments.front.shapes import (
    HALF_FROM,
    WIDE_FROM,
    Budget,
    Counts,
    Curves,
    Difference,
    Division,
    Estimate,
    Event,
    Extra,
    Group,
    Pair,
    Picture,
    Question,
    Side,
    Unit,
    Words,
)
from experiments.lessons import Change, Lesson
from ui.compare.provider import Comparing
from ui.studied import Studied, Ticket

if TYPE_CHECKING:
    from ui.why_provider import Explaining

__all__ = [
    "HALF_FROM", "WIDE_FROM", "Budget", "Change", "Counts", "Curves", "Declaration", "Difference",
    "Division", "Estimate", "Event", "Extra", "Filled", "Filling", "Group", "Keyed", "Lesson",
    "Named", "Opening", "Outcome", "Pair", "Picture", "Place", "Provider", "Question", "Scenario",
    "Side", "Snapshot", "State", "Ticket", "Unit", "Words", "current", "use",
]  # fmt: skip

State = Literal["waiting", "running", "done", "failed"]


class Named(Protocol):
    """Anything with a name and a meaning in both languages."""

    def name(self, language: str) -> str: ...
    def meaning(self, language: str) -> str: ...


class Keyed(Named, Protocol):
    """One of a list that a visitor chooses from."""

    @property
    def key(self) -> str: ...


class Declaration(Named, Protocol):
    """A number that a scenario may set."""

    @property
    def address(self) -> str: ...
    @property
    def unit(self) -> Unit: ...
    @property
    def between(self) -> tuple[float, float]: ...
    @property
    def step(self) -> float: ...
    @property
    def default(self) -> float: ...
    @property
    def choices(self) -> Sequence[tuple[float, Mapping[str, str]]]:
        """Empty for a number on a scale; else each allowed value with its label per language."""
        ...

    def status(self, language: str) -> str: ...
    def basis(self, language: str) -> str: ...


class Outcome(Keyed, Protocol):
    """A number that the model reports."""

    @property
    def unit(self) -> Unit: ...
    @property
    def better(self) -> str: ...
    @property
    def between(self) -> tuple[float, float]: ...
    @property
    def margin(self) -> float:
        """The smallest difference that matters."""
        ...


class Known(Protocol):
    """One fact about a place, in words."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def basis(self) -> str: ...


class Place(Keyed, Protocol):
    """A neighbourhood, real or made up; `meaning` says how much of it is known."""

    def group(self, language: str) -> str: ...
    def caveat(self, language: str) -> str: ...
    def facts(self, language: str) -> Sequence[Known]: ...


class Scenario(Keyed, Protocol):
    """A story that can be A or B; `meaning` is the story."""

    def group(self, language: str) -> str: ...
    def notice(self, language: str) -> Sequence[str]: ...
    def attempt(self, language: str) -> Sequence[str]: ...
    def sources(self) -> Sequence[str]: ...


class Opening(Keyed, Protocol):
    """A question that sets A, B, and the weeks over which they are compared."""

    @property
    def a(self) -> str: ...
    @property
    def b(self) -> str: ...
    @property
    def window(self) -> str: ...
    @property
    def charts(self) -> Sequence[str]:
        """The outcomes whose charts come first with this question; empty for the usual ones."""
        ...

    @property
    def lesson(self) -> str:
        """The key of the lesson about this question; empty where there is none."""
        ...


class Snapshot(Protocol):
    """How far a computation is, and what it shows so far."""

    @property
    def state(self) -> str: ...
    @property
    def quick(self) -> bool:
        """True for a first look at fewer residents."""
        ...

    @property
    def runs_done(self) -> int: ...
    @property
    def runs_wanted(self) -> int: ...
    @property
    def failure(self) -> str | None:
        """The id of a sentence in the words of the interface."""
        ...

    @property
    def window(self) -> str:
        """The weeks over which the pairs were compared."""
        ...

    @property
    def period(self) -> tuple[int, int]:
        """From which week up to which those are."""
        ...

    @property
    def weeks(self) -> Sequence[int]: ...
    @property
    def pictures(self) -> Mapping[str, Picture]: ...
    @property
    def pairs(self) -> Mapping[str, Pair | None]: ...
    @property
    def events(self) -> Sequence[Event]: ...
    @property
    def budgets(self) -> Sequence[Budget]: ...
    @property
    def divisions(self) -> Mapping[str, Division]: ...
    def since(self, outcome: str) -> int | None:
        """The first quarter from which an outcome clearly differs until the end, if any."""
        ...

    @property
    def sampled(self) -> tuple[int, int] | None:
        """Residents computed and residents who live there, where the place is too large."""
        ...


class Provider(Studied, Protocol):
    """Everything the page can ask for."""

    runs: int
    """How many runs a question asks for when the visitor did not say."""
    seed: int
    weeks_per_year: int
    histories: int
    """From how many histories of the place the runs start in turn."""

    @property
    def version(self) -> str: ...
    @property
    def explaining(self) -> Explaining:
        """Everything about why two worlds differ."""
        ...

    def places(self) -> Sequence[Place]: ...
    def place(self, key: str) -> Place:
        """The place with this key, also one that a visitor filled in; LookupError if none."""
        ...

    def filling(self) -> Filling: ...
    def scenarios(self) -> Sequence[Scenario]: ...
    def elsewhere(self) -> Sequence[Scenario]:
        """What exists and cannot be shown here: scenarios of several municipalities together."""
        ...

    def openings(self) -> Sequence[Opening]: ...
    def lessons(self) -> Sequence[Lesson]: ...
    def levers(self) -> Sequence[Declaration]: ...
    def prices(self) -> Sequence[Declaration]:
        """What an hour costs; a visitor may set other prices, the same for A and B."""
        ...

    def outcomes(self) -> Sequence[Outcome]: ...
    def start(self) -> Question: ...
    def value(self, side: Side, address: str) -> float: ...
    def idle(self, side: Side, address: str) -> bool:
        """Whether a lever does nothing on this side."""
        ...

    def extra(self, question: Question, side: Side) -> Extra: ...
    def differences(self, question: Question) -> Sequence[Difference]: ...
    def repeats(self, question: Question, key: str) -> bool:
        """Whether an outcome only repeats what was set differently in A and B."""
        ...

    def comparing(self) -> Comparing: ...
    def request(self, question: Question) -> Ticket: ...
    def table(self, question: Question, language: str) -> str:
        """The results as CSV, with a header that says what was run."""
        ...


WINDOWS = ("during", "after", "final")
"""The weeks over which sides can be compared."""

_current: list[Provider] = []


def use(provider: Provider) -> None:
    """From now on the pages ask this provider."""
    _current[:] = [provider]


def current() -> Provider:
    """The provider that was put in use when the server started."""
    return _current[0]
