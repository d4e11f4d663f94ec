"""A neighbourhood that somebody fills in: its figures, what may be filled in, and how it is run.

Such a place is never kept: all of it stands in its own id, which travels in a link, a file and a
question. ``own:De Hoek;population=4200;share_social_rent=0.4`` is a whole place. What is not
filled in is estimated as it is for any other place, and says so. The model runs it as a place of
its own table with other people in it: facts and a number of residents are all that a place is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from experiments.own_figures import (
    FIGURES,
    NEEDS,
    ROUNDING,
    at,
    name_fault,
    nobody,
    shown,
    value_fault,
    whole_faults,
)
from model import places
from model.place_facts import FACTS, NATIONAL, Fact, Text
from model.place_filling import fill
from model.places import PLACES, Place, UnknownPlace
from scenarios.faults import Both, Fault, Refused

MARK = "own:"
"""How the id of such a place begins."""
LONGEST_ID = 700
PLACE = Both("place", "plek")
TOLD = Text("ingevuld door de gebruiker, niet geijkt", "filled in by the user, not calibrated")


def is_own(text: str) -> bool:
    """Whether this is the id of a place that somebody filled in."""
    return text.startswith(MARK)


def named(name: str, figures: Mapping[str, float]) -> str:
    """The id of the place with this name and these figures; shares from 0 to 1."""
    parts = [f"{key}={figures[key]:.6g}" for key in FIGURES if key in figures]
    return MARK + ";".join([name, *parts])


def checked(name: str, figures: Mapping[str, float], where: str = PLACE) -> Place:
    """The place with these figures, kept shares and numbers; Refused with every fault."""
    faults = [fault] if (fault := name_fault(name, where)) else []
    for key, value in figures.items():
        figure = FIGURES[key]
        written = value * 100 if figure.percent else value
        fault = value_fault(figure, round(written, 6), at(where, figure.column), f"{written:.6g}")
        faults += [fault] if fault else []
    if "population" not in figures:
        faults.append(nobody(at(where, "population")))
    faults += whole_faults(figures, where)
    if faults:
        raise Refused(faults)
    return _made(named(name, figures))


@lru_cache(maxsize=256)
def _made(own: str) -> Place:
    """The place in an id that was checked, with estimates for what was not filled in."""
    name, figures = _parts(own)
    facts = {key: _filled_in(key, figures[key]) for key in FACTS if key in figures}
    estimates = fill(figures)
    return Place(
        id=own, code="", name=name, name_status="as_in_source", municipality="", level="wijk",
        year="", population=round(figures["population"]),
        facts=MappingProxyType({key: facts.get(key) or estimates[key] for key in FACTS}),
        recorded_use=MappingProxyType({}), source=TOLD, licence=Text("–", "–"),
        caveat=Text(
            "Deze cijfers zijn ingevuld door de gebruiker. Het model is er niet op geijkt.",
            "These figures were filled in by the user. The model was not calibrated on them.",
        ),
    )  # fmt: skip


def _filled_in(key: str, value: float) -> Fact:
    """A figure as somebody filled it in: nobody checked it, and it was rounded."""
    national = NATIONAL[key].value if key in NEEDS else None
    margin = ROUNDING.get(key, 0.005)
    least = value - margin if key == "ses_woa" else max(0.0, value - margin)
    return Fact(value, least, value + margin, "unchecked", TOLD, national)


def coverage(place: Place) -> Text:
    """How much of a place is known; of one that was filled in, how much of it was."""
    if not is_own(place.id):
        return place.coverage
    facts = place.facts.values()
    given, rest = (sum(fact.status == kind for fact in facts) for kind in ("unchecked", "filled"))
    return Text(
        f"{TOLD.nl}: {given} van {len(FACTS)} feiten ingevuld, {rest} door het model geschat",
        f"{TOLD.en}: {given} of {len(FACTS)} facts filled in, {rest} estimated by the model",
    )


def _parts(own: str) -> tuple[str, dict[str, float]]:
    """Name and figures in an id; ValueError where they cannot be read."""
    if len(own) > LONGEST_ID:
        raise ValueError("too long")
    name, *rest = own.removeprefix(MARK).split(";")
    figures: dict[str, float] = {}
    for part in rest:
        key, _, text = part.partition("=")
        if (
            key not in FIGURES
            or key in figures
            or not re.fullmatch(r"-?\d+(\.\d+)?(e[+-]\d+)?", text)
        ):
            raise ValueError(part)
        figures[key] = float(text)
    return name, figures


def read(own: str) -> Place:
    """The place in an id, whoever wrote it; Refused with what is wrong."""
    try:
        name, figures = _parts(own)
    except ValueError:
        problem = Both("this neighbourhood cannot be read", "deze wijk is niet te lezen")
        allowed = Both("a place as the page wrote it", "een plek zoals de pagina hem schreef")
        raise Refused([Fault(PLACE, shown(own), allowed, None, problem)]) from None
    return checked(name, figures)


def find(text: str) -> Place:
    """The place with this id, name or code, or the one that is filled in; UnknownPlace if none."""
    if not is_own(text):
        return places.find(text)
    try:
        return read(text)
    except Refused as refused:
        fault = refused.faults[0]
        raise UnknownPlace(Text(fault.told("nl"), fault.told("en"))) from refused


class Whereabouts(NamedTuple):
    """A place as a run has it: one of the table, with other facts and people where filled in."""

    place: str
    residents: int
    population: int | None
    facts: Mapping[str, float]


def whereabouts(text: str, population: int | None = None) -> Whereabouts:
    """How the place with this id is run; UnknownPlace if there is none."""
    found = find(text)
    if not is_own(text):
        return Whereabouts(found.id, population or found.population, population, {})
    lives = population or found.population
    return Whereabouts(_stand_in(_told(found)), lives, lives, found.values())


def _told(place: Place) -> frozenset[str]:
    """The levels of need that are told of a place, rather than estimated."""
    return frozenset(need for need in NEEDS if place.facts[need].status != "filled")


@lru_cache(maxsize=8)
def _stand_in(told: frozenset[str]) -> str:
    """A place of the table of which the same levels of need are told, against today's average.

    The model weighs a level that is told otherwise than one that is estimated; nothing else of the
    stand-in is left once its facts and its people are replaced.
    """
    alike = (
        place.id
        for place in PLACES.values()
        if _told(place) == told
        and all(place.facts[need].national == NATIONAL[need].value for need in told)
    )
    return next(alike)
