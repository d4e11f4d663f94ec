"""Declarations as a screen shows them: shares as percentages, steps that a hand can use."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from experiments import reasons
from model import declarations
from model.declarations import Parameter
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.region_outcomes import REGION

DIGITS = {
    declarations.Unit.SCORE: 2,
    declarations.Unit.WEEKS: 1,
    declarations.Unit.HOURS: 1,
    declarations.Unit.HOURS_PER_WEEK: 1,
    declarations.Unit.PER_THOUSAND: 1,
    declarations.Unit.PER_YEAR: 2,
    declarations.Unit.FACTOR: 2,
    declarations.Unit.COUNT: 2,
}
"""Digits after the comma of an outcome; none where nothing is said."""
POINTS = {"nl": "procentpunt", "en": "percentage points"}
APART = {
    declarations.Unit.SHARE: POINTS,
    declarations.Unit.PERCENT: POINTS,
    declarations.Unit.SCORE: {"nl": "punt", "en": "points"},
}
"""How a difference is written where the unit of the number itself would mislead."""
ONE = {
    "weken": "week", "weeks": "week", "hours": "hour", "years": "year", "points": "point",
    "percentage points": "percentage point",
}  # fmt: skip
"""What becomes of a unit beside exactly one."""

RESOURCES = {
    **dict.fromkeys((declarations.Unit.EURO, declarations.Unit.EURO_PER_PLAN), "money"),
    **dict.fromkeys(
        (declarations.Unit.HOURS_PER_WEEK, declarations.Unit.HOURS, declarations.Unit.FTE), "time"
    ),
}
"""What a number with this unit uses up. A share of money or hours only divides what there is."""
SWAPS = (declarations.Unit.EURO, declarations.Unit.HOURS_PER_WEEK)
"""Units of one purse or one week, so that one lever can give what another takes."""


@dataclass(frozen=True)
class Unit:
    """A unit as it is written on a screen."""

    unit: declarations.Unit
    digits: int = 0

    @property
    def scale(self) -> float:
        """100 where a share is shown as a percentage."""
        return 100.0 if self.unit is declarations.Unit.SHARE else 1.0

    def label(self, language: str) -> str:
        """The words beside a number."""
        shown = self.unit
        if shown is declarations.Unit.SHARE:
            shown = declarations.Unit.PERCENT
        return "" if shown is declarations.Unit.COUNT else shown.label(language)

    def apart(self, language: str, one: bool = False) -> str:
        """The words beside a difference: points where the number itself is a share or a score."""
        said = APART.get(self.unit, {}).get(language) or self.label(language)
        return ONE.get(said, said) if one else said

    @property
    def resource(self) -> str:
        """Money, time, or nothing at all."""
        return RESOURCES.get(self.unit, "")

    @property
    def swaps(self) -> bool:
        """Whether two such numbers come out of the same purse or the same week."""
        return self.unit in SWAPS


def handy(step: float) -> float:
    """The nearest step of 1, 2 or 5 times a power of ten that is not coarser."""
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    return float(f"{max(n for n in (1, 2, 5) if n * power <= step * 1.0001) * power:.6g}")


@dataclass(frozen=True)
class Lever:
    """A number that a visitor may set."""

    declaration: Parameter

    @property
    def address(self) -> str:
        """Where the number stands in the model."""
        return self.declaration.address

    @property
    def between(self) -> tuple[float, float]:
        """The range in which it is plausible."""
        return self.declaration.between

    @property
    def default(self) -> float:
        """What it is when no scenario says otherwise."""
        return self.declaration.default

    @property
    def step(self) -> float:
        """How far one press of a key goes."""
        return handy(self.declaration.step)

    @property
    def unit(self) -> Unit:
        """Its unit, with as many digits as a step needs."""
        unit = Unit(self.declaration.unit)
        digits = max(0, math.ceil(-math.log10(self.step * unit.scale) - 1e-9))
        return Unit(self.declaration.unit, digits)

    @property
    def choices(self) -> list[tuple[float, Mapping[str, str]]]:
        """Each allowed value with its label, where only some are allowed."""
        return [(value, {"nl": nl, "en": en}) for value, nl, en in self.declaration.choices]

    def name(self, language: str) -> str:
        """Its name; the seat is said where two people may hold the same role."""
        name = self.declaration.name(language)
        if self.address.startswith("second_"):
            return name + {"nl": " (tweede begeleider)", "en": " (second facilitator)"}[language]
        return name

    def meaning(self, language: str) -> str:
        """What it means."""
        return self.declaration.meaning(language)

    def status(self, language: str) -> str:
        """What its size rests on, in a word."""
        return self.declaration.basis.status.label(language)

    def basis(self, language: str) -> str:
        """Why it has this size, with the sources by name."""
        return reasons.told(self.declaration.basis, language)

    def written(self, value: float, language: str) -> str:
        """A value with its unit."""
        named = dict(self.choices)
        if value in named:
            return named[value][language]
        text = f"{value * self.unit.scale:.{self.unit.digits}f}"
        if language == "nl":
            text = text.replace(".", ",")
        return f"{text} {self.unit.label(language)}".strip()


@dataclass(frozen=True)
class Outcome:
    """A number that the model reports, as a chart shows it."""

    declaration: declarations.Outcome

    @property
    def key(self) -> str:
        """Its key in tables and files."""
        return self.declaration.key

    @property
    def better(self) -> str:
        """Whether higher is better: higher, lower or neither."""
        return self.declaration.better

    @property
    def between(self) -> tuple[float, float]:
        """The range in which it can lie."""
        return self.declaration.between

    @property
    def margin(self) -> float:
        """The smallest difference that matters; a choice, told as such."""
        return self.declaration.margin

    @property
    def family(self) -> str:
        """The family of outcomes it belongs to."""
        return self.declaration.family

    @property
    def unit(self) -> Unit:
        """Its unit."""
        return Unit(self.declaration.unit, DIGITS.get(self.declaration.unit, 0))

    def name(self, language: str) -> str:
        """Its name."""
        return self.declaration.name(language)

    def meaning(self, language: str) -> str:
        """What it means."""
        return self.declaration.meaning(language)


OF_A_REGION = ("region.", "sharing.", "tempo.", "team_leaders.")
"""Numbers that only matter between municipalities."""


@cache
def levers() -> tuple[Lever, ...]:
    """Every lever that one neighbourhood has, in the order of its mechanisms."""
    there = [each for a, each in ADDRESSES.items() if not a.startswith(OF_A_REGION)]
    return tuple(Lever(each) for each in there if each.role == "lever")


@cache
def prices() -> tuple[Lever, ...]:
    """The price list: what an hour costs, and what that rests on."""
    hour = declarations.Unit.EURO_PER_HOUR
    return tuple(Lever(each) for each in ADDRESSES.values() if each.unit is hour)


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Every outcome of one neighbourhood, in the order in which charts and tables show them."""
    return tuple(Outcome(each) for each in OUTCOMES.values() if each not in REGION)
