"""A neighbourhood that a visitor fills in or brings in a file, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from experiments import own_figures, own_place, own_rows, own_table
from experiments.front.stories import Place
from model.places import Place as ModelPlace
from scenarios.faults import Fault, Refused

PERCENT = "%"
MOST_TOLD = own_rows.MOST_FAULTS + 1
"""Faults that are told at once, and that the rest was not read; who mends these hears of that."""
MOST_ROWS = 200
"""Neighbourhoods that are taken from a file on a screen: no list to choose from is longer."""


@dataclass(frozen=True)
class Field:
    """One figure that a form asks for."""

    figure: own_figures.Figure

    @property
    def key(self) -> str:
        """Its key."""
        return self.figure.key

    @property
    def unit(self) -> str:
        """What stands behind the field: a sign for percentages, else nothing."""
        return PERCENT if self.figure.percent else ""

    @property
    def between(self) -> tuple[float, float]:
        """What it may be, as it is filled in."""
        return self.figure.low, self.figure.high

    @property
    def column(self) -> str:
        """Its column in a file."""
        return self.figure.column

    def name(self, language: str) -> str:
        """What it is called."""
        return self.figure.name.say(language)

    def told(self, key: str) -> str:
        """What was filled in for the place with this key; empty where nothing was."""
        if not own_place.is_own(key):
            return ""
        place = own_place.find(key)
        if self.key == "population":
            return str(place.population)
        fact = place.facts[self.key]
        return self.figure.written(fact.value) if fact.status == "unchecked" else ""


@dataclass(frozen=True)
class Filled:
    """The neighbourhoods that were filled in, or why they cannot be used."""

    places: tuple[Place, ...] = ()
    faults: tuple[Fault, ...] = ()

    def told(self, language: str) -> list[tuple[str, str]]:
        """The first faults, each with the key of its field, or nothing where it has none."""
        fields = {figure.name.en: key for key, figure in own_figures.FIGURES.items()}
        return [
            (fields.get(str(fault.where), ""), _sentence(fault, language))
            for fault in self.faults[:MOST_TOLD]
        ]

    @property
    def untold(self) -> int:
        """How many faults there are beside the first."""
        return max(0, len(self.faults) - MOST_TOLD)


class Filling:
    """What a screen asks in order to let somebody fill in a neighbourhood."""

    def fields(self) -> list[Field]:
        """The figures that a form asks for."""
        return [Field(own_figures.FIGURES[key]) for key in own_figures.ASKED]

    def columns(self) -> list[Field]:
        """Everything that a file may hold."""
        return [Field(figure) for figure in own_figures.FIGURES.values()]

    def fill(self, name: str, written: Mapping[str, str]) -> Filled:
        """The neighbourhood that was typed."""
        known = {key: text for key, text in written.items() if key in own_figures.FIGURES}
        return _tried(lambda: (own_table.filled(name, known),))

    def read(self, text: str, file: str) -> Filled:
        """The neighbourhoods in the text of a file."""
        return _tried(lambda: own_table.read(text, own_figures.shown(file) or "CSV", MOST_ROWS))

    def is_own(self, key: str) -> bool:
        """Whether this is the key of a place that somebody filled in."""
        return own_place.is_own(key)


def _sentence(fault: Fault, language: str) -> str:
    """The fault in one line."""
    said, _, allowed = (part.strip() for part in fault.told(language).partition("\n"))
    return f"{said}{'' if said.endswith('?') else '.'} {allowed[:1].upper()}{allowed[1:]}."


def _tried(make: Callable[[], tuple[ModelPlace, ...]]) -> Filled:
    try:
        return Filled(tuple(Place(place) for place in make()))
    except Refused as refused:
        return Filled(faults=tuple(refused.faults))
