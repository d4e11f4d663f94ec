"""What a scenario is once it has been read: values with reasons, events, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.parameters import ADDRESSES
from model.place_facts import Text


@dataclass(frozen=True)
class Choice:
    """A value at an address: its reason, the range it may lie in as well, and who says so."""

    value: float
    between: tuple[float, float] | None
    because: Text | None
    scenario: str
    where: str


@dataclass(frozen=True)
class Event:
    """Something that happens in a week, why, and what it sets.

    ``moment`` is the week as written: a number, or the address that holds it.
    """

    week: int
    moment: int | str
    kind: str
    nl: str
    en: str
    sets: Mapping[str, float]


@dataclass(frozen=True)
class Neighbourhood:
    """A neighbourhood of a region: its place by id, people there, and what is different in it."""

    place: str
    residents: int
    choices: Mapping[str, Choice]


@dataclass(frozen=True)
class Municipality:
    """A municipality of a region: what it is like (``choices``) and what is done there (``does``).

    What is done are scenarios by themselves; the whole scenario, what the municipality is like and
    what a neighbourhood is like come over them, in that order.
    """

    name: str
    does: tuple[Scenario, ...]
    choices: Mapping[str, Choice]
    neighbourhoods: tuple[Neighbourhood, ...]


@dataclass(frozen=True)
class Scenario:
    """A difference from the defaults, told with its reasons."""

    key: str
    title: Text
    story: Text
    choices: Mapping[str, Choice]
    events: tuple[Event, ...]
    things_to_notice: tuple[Text, ...]
    things_to_try: tuple[Text, ...]
    seeds: tuple[str, ...]
    sources: tuple[str, ...]
    builds_on: tuple[str, ...]
    file: str
    region: tuple[Municipality, ...] = ()

    @property
    def values(self) -> dict[str, float]:
        """What is in force from week 0, by address."""
        return {address: choice.value for address, choice in self.choices.items()}

    @property
    def timeline(self) -> tuple[tuple[int, dict[str, float]], ...]:
        """What changes later, as (week, values), in order of weeks."""
        return tuple((event.week, dict(event.sets)) for event in self.events if event.sets)

    @property
    def extra_money(self) -> float:
        """Euros for each resident a year on top of the usual budgets."""
        return self.values.get("spending.extra", ADDRESSES["spending.extra"].default)


def week_of(moment: int | str, values: Mapping[str, float]) -> int:
    """The week that is written as a number, or held by an address."""
    if isinstance(moment, int):
        return moment
    return round(values.get(moment, ADDRESSES[moment].default))
