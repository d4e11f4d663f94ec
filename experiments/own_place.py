"""A neighbourhood that somebody fills in: its figures, what may be filled in, and how it is run.

Such a place is never kept: all of it stands in its own id, which travels in a link, a file and a
question. ``own:De Hoek;population=4200;share_social_rent=0.4`` is a whole place. What is not
filled in is estimated as it is for any other place, and says so. The model runs it as a place of
its own table with other people in it: facts and a number of residents are all that a place is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from model import places
from model.place_facts import FACTS, NATIONAL, Fact, Text
from model.place_filling import fill
from model.places import PLACES, Place, UnknownPlace
from scenarios.faults import Both, Fault, Refused, in_language

MARK = "own:"
"""How the id of such a place begins."""
LONGEST_NAME, LONGEST_ID = 60, 700
NAME = re.compile(r"[^\W_][\w .,'’()/&+-]*")
"""What a name may look like: it stands in links, tables and files, and is never anything else."""
NEEDS = ("share_severely_lonely", "share_anxiety_depression", "share_physical_limitation")
PLACE = Both("place", "plek")
TOLD = Text("ingevuld door de gebruiker, niet geijkt", "filled in by the user, not calibrated")


@dataclass(frozen=True)
class Figure:
    """A number that may be filled in: its names, its column in a file, and what it may be."""

    key: str
    column: str
    name: Text
    low: float
    high: float
    percent: bool = True
    """Whether it is written as a percentage and kept as a share."""

    def written(self, value: float) -> str:
        """A kept value as it is filled in."""
        return f"{value * (100 if self.percent else 1):.6g}"


def _of(key: str, column: str, low: float, high: float, percent: bool = True) -> Figure:
    """The figure of one of the twelve facts."""
    return Figure(key, column, NATIONAL[key].name, low, high, percent)


FIGURES = MappingProxyType(
    {
        figure.key: figure
        for figure in (
            Figure("population", "population", Text("Bewoners", "Residents"), 300, 150_000, False),
            _of("mean_household_size", "avg_hh_size", 1.1, 4.5, False),
            _of("share_age_0_14", "pct_age_0_14", 1, 45),
            _of("share_age_65plus", "pct_age_65plus", 1, 80),
            _of("share_single_households", "pct_1person_hh", 2, 95),
            _of("share_social_rent", "pct_housing_corp_rent", 0, 100),
            _of("share_welfare", "pct_welfare", 0, 40),
            _of("share_low_income", "pct_lowest20_income_hh", 1, 90),
            _of("share_households_with_children", "pct_hh_with_children", 1, 90),
            _of("ses_woa", "ses_woa", -2, 1.5, False),
            _of("share_severely_lonely", "pct_severe_lonely", 2, 50),
            _of("share_anxiety_depression", "pct_risk_anx_dep", 1, 35),
            _of("share_physical_limitation", "pct_phys_limitation", 2, 50),
        )
    }
)
"""The number of residents and the twelve facts, with the ranges beyond which we doubt a figure:
wider than Dutch neighbourhoods show; chosen."""

ROUNDING = {"mean_household_size": 0.05, "ses_woa": 0.1, **dict.fromkeys(NEEDS, 0.015)}
"""How far a figure may be off on either side; half a percentage point where nothing is said. The
same margins as for published figures (``model/places.py``)."""
ASKED = tuple(FIGURES)[:8]
"""The eight that a form asks for; a file may hold them all."""
WHOLES = (
    ("share_age_0_14", "share_age_65plus"),
    ("share_single_households", "share_households_with_children"),
)
"""Shares of the same people or households: together they are at most all of them."""


def is_own(text: str) -> bool:
    """Whether this is the id of a place that somebody filled in."""
    return text.startswith(MARK)


def named(name: str, figures: Mapping[str, float]) -> str:
    """The id of the place with this name and these figures; shares from 0 to 1."""
    parts = [f"{key}={figures[key]:.6g}" for key in FIGURES if key in figures]
    return MARK + ";".join([name, *parts])


def name_fault(name: str, where: str) -> Fault | None:
    """What is wrong with a name, if anything is."""
    allowed = Both(
        f"1 to {LONGEST_NAME} letters, digits, spaces and . , ' ( ) / & + -",
        f"1 tot {LONGEST_NAME} letters, cijfers, spaties en . , ' ( ) / & + -",
    )
    if not name:
        return Fault(where, "", allowed, None, Both("there is no name", "er is geen naam"))
    if len(name) > LONGEST_NAME:
        problem = Both("this name is too long", "deze naam is te lang")
        return Fault(where, shown(name), allowed, None, problem)
    if not NAME.fullmatch(name):
        problem = Both("this name cannot be used", "deze naam kan niet")
        return Fault(where, shown(name), allowed, None, problem)
    return None


def shown(text: str) -> str:
    """What somebody wrote as it may be shown: short, and without what cannot be seen."""
    unseen = "\N{REPLACEMENT CHARACTER}"
    plain = "".join(letter if letter.isprintable() else unseen for letter in text)
    return plain if len(plain) <= 40 else plain[:39] + "…"


def value_fault(figure: Figure, value: float, where: str, written: str) -> Fault | None:
    """What is wrong with a value as it was filled in: in percent where it is written so."""
    if figure.low <= value <= figure.high:
        return None
    sign = " %" if figure.percent else ""
    low, high = f"{figure.low:g}", f"{figure.high:g}"
    allowed = Both(f"{low} to {high}{sign}", f"{low} tot en met {high}{sign}".replace(".", ","))
    problem = Both("this number cannot be right", "dit getal kan niet kloppen")
    nearest = None
    if figure.percent and 0 < value < 1 and figure.low <= value * 100 <= figure.high:
        nearest = f"{value * 100:g}"  # a share where a percentage is asked
    return Fault(where, shown(written), allowed, nearest, problem)


def whole_faults(figures: Mapping[str, float], where: str) -> list[Fault]:
    """Figures that are each possible and cannot stand together."""
    faults = []
    for members in WHOLES:
        total = sum(figures.get(member, 0.0) for member in members)
        if total > 1:
            first, second = (FIGURES[member].name for member in members)
            problem = Both(
                f"together more than everybody: {first.en}; {second.en}",
                f"samen meer dan iedereen: {first.nl}; {second.nl}",
            )
            allowed = Both("at most 100 % together", "samen hooguit 100 %")
            faults.append(Fault(where, f"{total * 100:.4g} %", allowed, None, problem))
    given = {need for need in NEEDS if need in figures}
    if given and given not in (set(NEEDS), {NEEDS[0]}):
        problem = Both(
            "health figures that do not go together", "gezondheidscijfers die niet samengaan"
        )
        allowed = Both(
            "all three health figures, only loneliness, or none",
            "alle drie de gezondheidscijfers, alleen eenzaamheid, of geen",
        )
        faults.append(Fault(where, ", ".join(FIGURES[n].column for n in sorted(given)),
                            allowed, None, problem))  # fmt: skip
    return faults


def nobody(where: str) -> Fault:
    """That nobody said how many people live there."""
    limit = FIGURES["population"]
    problem = Both("the number of residents is missing", "het aantal bewoners ontbreekt")
    allowed = Both(f"{limit.low:g} to {limit.high:g}", f"{limit.low:g} tot en met {limit.high:g}")
    return Fault(where, "", allowed, None, problem)


def at(where: str, en: str, nl: str | None = None) -> Both:
    """A place within a place, as a fault says where it is."""
    return Both(f"{where}, {en}", f"{in_language(where, 'nl')}, {nl or en}")


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
