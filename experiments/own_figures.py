"""The figures that somebody may fill in about a neighbourhood, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.place_facts import NATIONAL, Text
from scenarios.faults import Both, Fault, in_language

LONGEST_NAME = 60
NAME = re.compile(r"[^\W_][\w .,'’()/&+-]*")
"""What a name may look like: it stands in links, tables and files, and is never anything else."""
NEEDS = ("share_severely_lonely", "share_anxiety_depression", "share_physical_limitation")


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
