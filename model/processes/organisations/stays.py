r"""Stays (verblijf): ODD 7.5, mechanism M10.

Some who are helped by a specialist with a need at its worst cannot be helped at home: a child in a
foster home or institution, somebody taken into a clinic or into sheltered living. That asks a
place, and money each week on top of the hours of those who help:

.. math::
    \text{stays}_k = \min(\sigma_k\, H_k,\; \kappa_k N), \qquad
    \text{euros}_k = \pi_k\, \text{stays}_k

======  =============  ==================================================================
symbol  here           meaning, for each kind k: youth, clinic, sheltered living
======  =============  ==================================================================
H       ``wanting``    residents at the highest level whom a specialist helps
σ       ``p.share``    share of them who cannot be helped at home
κ N     ``p.places``   places for 1,000 residents, times residents
π       ``p.price``    euros a week
======  =============  ==================================================================

A stay is money and a place and no more: whether a place heals or harms is left out, and so is who
comes first when places are few. Whoever has none is helped at home for hours as before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from model.compiling import compiled
from model.declarations import (
    Basis,
    ParameterSet,
    Unit,
    assumed,
    lever,
    published,
    rule,
    uncertainty,
)
from model.state.axes import STAYS
from model.state.kinds import Numbers

DOMAINS = (5, 3, 4)
"""The need for which each kind of stay is: youth, mental health, physical health."""
HIGHEST = 3


@compiled
@rule(
    "M10",
    nl="Verblijf: wie niet thuis geholpen kan worden kost een plek en geld per week",
    en="Stays: who cannot be helped at home takes a place and costs money each week",
    seeds=("0:27",),
    without="Everybody is helped at home: only hours of help cost money.",
)
def needs_a_place(even: float, kind: int, p: StaysParameters) -> bool:
    """Whether somebody at the highest level cannot be helped at home, for an even draw.

    >>> class p: share = [0.5, 0.1, 0.1]
    >>> [needs_a_place.py_func(0.3, kind, p) for kind in (0, 1)]
    [True, False]
    """
    return even < p.share[kind]


@compiled
def placed(wanting: float, residents: float, kind: int, p: StaysParameters) -> float:
    """The share of those who need a place for whom there is one.

    >>> class p: places = [2.0, 1.0, 1.0]
    >>> [placed.py_func(wanting, 1000.0, 0, p) for wanting in (0.0, 1.0, 4.0)]
    [1.0, 1.0, 0.5]
    """
    there = p.places[kind] * residents / 1000.0
    return 1.0 if wanting <= there else there / wanting


def _share(default: float, high: float, why: str, nl: str, en: str) -> float:
    return uncertainty(
        default,
        Unit.SHARE,
        between=(0.0, high),
        neutral=0.0,
        basis=assumed(why),
        nl=nl,
        en=en,
    )


def _price(default: float, low: float, high: float, basis: Basis, nl: str, en: str) -> float:
    return uncertainty(
        default,
        Unit.EURO_PER_WEEK,
        between=(low, high),
        basis=basis,
        nl=nl,
        en=en,
    )


def _places(default: float, high: float, nl: str, en: str) -> float:
    return lever(
        default,
        Unit.PER_THOUSAND,
        between=(0.0, high),
        step=0.1,
        basis=assumed("recalled order of size of those who stay in the whole country, and room"),
        nl=nl,
        en=en,
    )


@dataclass(frozen=True, kw_only=True)
class StaysParameters(ParameterSet):
    """The numbers in this rule, by kind of stay."""

    share: ClassVar[Numbers]
    price: ClassVar[Numbers]
    places: ClassVar[Numbers]
    """By kind, in the compiled record only (``VECTORS``)."""

    share_youth: float = _share(
        0.5,
        0.8,
        "recalled: about one in ten young clients lives elsewhere, who are among the heaviest",
        "Verblijf jeugd: deel van de zwaarst geholpen jeugd dat niet thuis woont",
        "Stay of youth: share of young people helped at the highest level who live elsewhere",
    )
    share_mind: float = _share(
        0.1,
        0.25,
        "recalled: few who are treated for their mind are taken in, and mostly for a short time",
        "Opname ggz: deel van de zwaarst geholpenen in een kliniek",
        "Clinic: share of those helped at the highest level of mind who are taken in",
    )
    share_support: float = _share(
        0.05,
        0.15,
        "recalled: some in a hundred users of support live in sheltered housing; a guess of size",
        "Beschermd wonen: deel van de zwaarst ondersteunden dat beschermd woont",
        "Sheltered living: share of those supported at the highest level who live sheltered",
    )
    price_youth: float = _price(
        770.0,
        400.0,
        1800.0,
        published(
            "C01", reason="some 40,000 a year for each child placed out of home; foster less"
        ),
        "Prijs verblijf jeugd: euro per week",
        "Price of a stay of youth: euros a week",
    )
    price_mind: float = _price(
        2000.0,
        1200.0,
        3000.0,
        assumed("recalled: some hundreds of euros for a day in a clinic"),
        "Prijs opname ggz: euro per week",
        "Price of a clinic: euros a week",
    )
    price_support: float = _price(
        850.0,
        500.0,
        1300.0,
        assumed("recalled: some 40 to 50 thousand euros a year for sheltered living"),
        "Prijs beschermd wonen: euro per week",
        "Price of sheltered living: euros a week",
    )
    places_youth: float = _places(
        4.0,
        8.0,
        "Plekken jeugd: in pleeggezin en instelling, per 1.000 bewoners",
        "Places for youth: in foster homes and institutions, for 1,000 residents",
    )
    places_mind: float = _places(
        2.0,
        4.0,
        "Plekken ggz: bedden in klinieken, per 1.000 bewoners",
        "Places for the mind: beds in clinics, for 1,000 residents",
    )
    places_support: float = _places(
        2.5,
        5.0,
        "Plekken beschermd wonen: per 1.000 bewoners",
        "Places of sheltered living: for 1,000 residents",
    )


VECTORS = {name: tuple(f"{name}_{kind}" for kind in STAYS) for name in ("share", "price", "places")}
"""Numbers by kind of stay in arrays of the compiled record."""
