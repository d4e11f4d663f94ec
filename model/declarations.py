"""The words in which everything with a size or a meaning is declared, once (house, section 3).

Numbers that may be set are a *lever* (somebody decides), an *uncertainty* (nobody knows) or a
*setting*; numbers that come out are an *outcome*; a mechanism is a *rule*. Whatever shows, checks,
sweeps or explains a number finds all it needs here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import Enum
from typing import Any, TypeVar

Language = str
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Unit(Enum):
    """A unit of measurement, with the words that stand beside a number."""

    SHARE = ("share", "deel (0 tot 1)", "share (0–1)")
    PERCENT = ("percent", "%", "%")
    COUNT = ("count", "aantal", "count")
    LEVEL_WEEKS = ("level_weeks", "weken maal ernst, per 1.000 bewoners per jaar",
                   "level-weeks per 1,000 residents per year")  # fmt: skip
    PER_THOUSAND = ("per_thousand", "per 1.000 bewoners", "per 1,000 residents")
    WEEKS = ("weeks", "weken", "weeks")
    YEARS = ("years", "jaar", "years")
    HOURS = ("hours", "uur", "hours")
    HOURS_PER_WEEK = ("hours_per_week", "uur per week", "hours per week")
    PER_WEEK = ("per_week", "per week", "per week")
    PER_YEAR = ("per_year", "per jaar", "per year")
    FTE = ("fte", "fte per 10.000 bewoners", "fte per 10,000 residents")
    EURO = ("euro", "euro per bewoner per jaar", "euro per resident per year")
    EURO_PER_PLAN = ("euro_per_plan", "euro per plan", "euro per plan")
    EURO_PER_HOUR = ("euro_per_hour", "euro per uur", "euro per hour")
    EURO_PER_WEEK = ("euro_per_week", "euro per week", "euro per week")
    FACTOR = ("factor", "keer", "times")
    SCORE = ("score", "punt (0–1)", "points (0–1)")
    LOG_ODDS = ("log_odds", "log-odds", "log-odds")

    def label(self, language: Language) -> str:
        """The words for this unit in one language."""
        return self.value[1 if language == "nl" else 2]

    @property
    def key(self) -> str:
        """The unit's name for machines."""
        return self.value[0]


class Status(Enum):
    """What the size of a number rests on, from strongest to weakest (interface H2)."""

    MEASURED = ("measured", "gemeten", "measured")
    PUBLISHED = ("published", "literatuur", "published")
    EXPERT = ("expert", "expert", "expert")
    FITTED = ("fitted", "aanname (geijkt)", "assumption (fitted)")
    ASSUMED = ("assumed", "aanname", "assumption")
    CHOSEN = ("chosen", "keuze", "choice")

    def label(self, language: Language) -> str:
        """The badge in one language."""
        return self.value[1 if language == "nl" else 2]


@dataclass(frozen=True)
class Basis:
    """What a size rests on. It cannot be given without its reason."""

    status: Status
    reason: str
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.reason) < 12 and not self.evidence:
            raise ValueError(f"a basis needs its reason; this one says {self.reason!r}")


def measured(*evidence: str, reason: str = "") -> Basis:
    """Measured in Dutch neighbourhoods: rows of evidence.csv."""
    return Basis(Status.MEASURED, reason, evidence)


def published(*evidence: str, reason: str = "") -> Basis:
    """Published for another place or group: rows of evidence.csv or keys of sources.yaml."""
    return Basis(Status.PUBLISHED, reason, evidence)


def expert(reason: str, *evidence: str) -> Basis:
    """Named practitioners, among them the five seed documents (as document:line)."""
    return Basis(Status.EXPERT, reason, evidence)


def fitted(reason: str, *evidence: str) -> Basis:
    """Set so that the model reaches measured facts; says which."""
    return Basis(Status.FITTED, reason, evidence)


def assumed(reason: str) -> Basis:
    """No source has it: says why this size, and the range is swept."""
    return Basis(Status.ASSUMED, reason)


def chosen(reason: str) -> Basis:
    """A judgement of value or of presentation: says whose."""
    return Basis(Status.CHOSEN, reason)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A name and what it means, in one line for each language; a colon stands between them."""

    nl: str
    en: str

    def name(self, language: Language) -> str:
        """The part before the colon."""
        return getattr(self, language).split(":", 1)[0].strip()

    def meaning(self, language: Language) -> str:
        """The part after the colon."""
        return getattr(self, language).split(":", 1)[-1].strip()


@dataclass(frozen=True, kw_only=True)
class Quantity(Named):
    """A named number with a unit and the range in which it is plausible."""

    unit: Unit
    between: tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Parameter(Quantity):
    """A number that a scenario may set."""

    role: str
    default: float
    basis: Basis
    neutral: float
    since: str
    step: float
    choices: tuple[tuple[float, str, str], ...] = ()
    shares: str = ""
    first_day: bool = False
    """Whether the number is looked at only before week 0, so that no later week can change it."""
    address: str = ""

    def allowed(self, value: float) -> bool:
        """Whether the value lies in the plausible range, or is the neutral one."""
        low, high = self.between
        return (low <= value <= high) or value == self.neutral

    def at(self, share: float) -> float:
        """The value at a share of the range, whole where the steps are whole."""
        low, high = self.between
        value = min(high, max(low, low + share * (high - low)))
        return float(round(value)) if self.step == 1 else value


@dataclass(frozen=True, kw_only=True)
class Rule(Named):
    """A mechanism: its number in the model description and the seed lines it comes from."""

    mechanism: str
    seeds: tuple[str, ...]
    without: str
    module: str
    function: str


Function = TypeVar("Function", bound=Callable[..., Any])
RULE_MARK = "__samenspel_rule__"


def rule(
    mechanism: str, *, nl: str, en: str, without: str, seeds: tuple[str, ...] = ()
) -> Callable[[Function], Function]:
    """Tie the words of a mechanism to the function that carries it out.

    ``without`` says in one sentence what the world is like when the mechanism is off. The function
    is returned unchanged but for that mark, so a compiled one must be marked before it is compiled.
    """

    def mark(function: Function) -> Function:
        declaration = Rule(
            nl=nl,
            en=en,
            mechanism=mechanism,
            seeds=seeds,
            without=without,
            module=function.__module__,
            function=function.__name__,
        )
        setattr(function, RULE_MARK, declaration)
        return function

    return mark


def _parameter(role: str, default: float, unit: Unit, **words: Any) -> Any:
    low, high = words["between"]
    words.setdefault("step", 1 if unit in (Unit.WEEKS, Unit.COUNT) else (high - low) / 100)
    words.setdefault("since", "policy" if role == "lever" else "context")
    words.setdefault("neutral", math.nan)
    declaration = Parameter(role=role, default=default, unit=unit, **words)
    return field(default=default, metadata={"parameter": declaration})


def lever(default: float, unit: Unit, **words: Any) -> Any:
    """A number someone may decide on; in force from week 0 unless ``since="context"``."""
    return _parameter("lever", default, unit, **words)


def uncertainty(default: float, unit: Unit, **words: Any) -> Any:
    """A number nobody knows exactly; drawn over its range, in force before week 0 too."""
    return _parameter("uncertainty", default, unit, **words)


def setting(default: float, unit: Unit, **words: Any) -> Any:
    """A number that is fixed unless a researcher changes it (a price, a share of staff)."""
    return _parameter("setting", default, unit, **words)


@dataclass(frozen=True, kw_only=True)
class ParameterSet:
    """The numbers of one mechanism: frozen, and in range from the first moment."""

    def __post_init__(self) -> None:
        for name, declaration in self.declarations().items():
            value = getattr(self, name)
            if not declaration.allowed(value):
                low, high = declaration.between
                raise ValueError(f"{name} is {value:g}; it must stay between {low:g} and {high:g}")

    @classmethod
    def declarations(cls) -> Mapping[str, Parameter]:
        """The declaration of each number, by its name in this set."""
        return {f.name: _declared(f) for f in fields(cls)}


def _declared(declared_field: Field[Any]) -> Parameter:
    if declared_field.default is MISSING or "parameter" not in declared_field.metadata:
        raise TypeError(f"{declared_field.name} is not declared as lever, uncertainty or setting")
    return declared_field.metadata["parameter"]


@dataclass(frozen=True, kw_only=True)
class Outcome(Quantity):
    """A number the model reports: the sum of one measure over the sum of another.

    ``top`` and ``bottom`` name columns of the weekly tally; value = scale · Σ top / Σ bottom, over
    a week, a year or a window. ``over_time`` says how: ``mean`` is that value, ``spread`` its
    square root (``top`` then sums squared distances to the mean of the week), and ``quantile`` is a
    quantile of the histogram column ``top`` instead. Where a column exists for the whole system
    only, ``group_top`` names the one that can be split by residents; ``payer_top`` names the one
    that is kept by the budget that pays. ``margin`` is the smallest difference that matters; it
    is chosen.
    """

    key: str
    better: str
    over_time: str
    top: str
    bottom: str
    scale: float = 1.0
    margin: float
    quantile: float = math.nan
    index: int = -1
    by_group: bool = True
    group_top: str = ""
    payer_top: str = ""
    family: str = ""
