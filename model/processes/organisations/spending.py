r"""Spending (geld): ODD 7.5, bookkeeping for M10 and M27.

Every euro that one pays another receives. Neighbourhood team and welfare are paid for their
staff, whatever they do; other organisations for the hours of help they deliver. Extra money, the
same in each rival use, buys facilitation, team hours, people who take over administration, or a
fund and support for residents' initiatives:

.. math:: \text{hours} = \frac{\text{extra} \cdot N}{52 \cdot \text{tariff} \cdot \text{price}}

A need that fell through help saves the budget of that domain the hours it would have asked for
some weeks; who paid for the help may be another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from model.clock import YEAR
from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    chosen,
    lever,
    rule,
    setting,
    uncertainty,
)
from model.state.kinds import Numbers, Table


@compiled
@rule(
    "M27",
    nl="Geld: hetzelfde bedrag koopt begeleiding, teamuren of minder administratie",
    en="Money: the same sum buys facilitation, team hours or less administration",
    seeds=("0:41", "0:45", "1:63"),
    without="There is no extra money: nobody facilitates, nobody is added.",
)
def weekly(extra: float, residents: Table, share: float, week: int, p: SpendingParameters) -> float:
    """Euros a week for one use of the extra money, 0 outside its term.

    >>> class p: begin, end = 0.0, 156.0
    >>> weekly.py_func(5.2, 10000.0, 0.5, 0, p), weekly.py_func(5.2, 10000.0, 0.5, 156, p)
    (500.0, 0.0)
    """
    return extra * residents * share / YEAR if p.begin <= week < p.end else 0.0


@compiled
def pay(
    flows: Numbers,
    budgets: Table,
    budget: int,
    organisations: Table,
    organisation: int,
    euros: float,
) -> None:
    """One payment: the payer's books, the receiver's, and the flow between them."""
    flows[budget, organisation] += euros
    budgets[budget].paid += euros
    organisations[organisation].received += euros


@compiled
def saved(level_weeks: float, hours_a_level: float, price: float, p: SpendingParameters) -> float:
    """Euros a budget is spared when help takes a need down this much."""
    return level_weeks * p.weeks_saved * hours_a_level * price


def _price(default: float, low: float, high: float, nl: str, en: str) -> float:
    return setting(
        default,
        Unit.EURO_PER_HOUR,
        between=(low, high),
        step=1,
        basis=assumed(
            "no tariff list; set from the recalled 90 euro for an hour in social work (C16), "
            "more for treatment, less for help at home and for support staff"
        ),
        nl=f"Uurprijs {nl}: kosten van een uur werk",
        en=f"Hourly price {en}: cost of an hour of work",
    )


@dataclass(frozen=True, kw_only=True)
class SpendingParameters(ParameterSet):
    """The numbers in this rule, the price list among them."""

    price: ClassVar[Numbers]
    """By organisation, in the compiled record only (``VECTORS``)."""

    extra: float = lever(
        0.0,
        Unit.EURO,
        between=(0.0, 25.0),
        neutral=0.0,
        step=0.5,
        basis=chosen("nothing extra is how it is now; 9 euro is 0.8 post for 15,000 residents"),
        nl="Extra geld: bedrag dat elk jaar boven op het gewone budget komt",
        en="Extra money: sum added to the usual budgets each year",
    )
    on_facilitation: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="use",
        basis=chosen("each scenario names one use; only matters where there is extra money"),
        nl="Aan procesbegeleiding: deel van het extra geld",
        en="On facilitation: share of the extra money",
    )
    on_team_hours: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="use",
        basis=chosen("each scenario names one use; only matters where there is extra money"),
        nl="Aan teamuren: deel van het extra geld",
        en="On team hours: share of the extra money",
    )
    on_administration: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="use",
        basis=chosen("each scenario names one use; only matters where there is extra money"),
        nl="Aan minder administratie: deel van het extra geld, voor ondersteuners",
        en="On less administration: share of the extra money, for support staff",
    )
    on_initiatives: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="use",
        basis=chosen("each scenario names one use; only matters where there is extra money"),
        nl="Aan bewonersinitiatieven: deel van het extra geld",
        en="On residents' initiatives: share of the extra money",
    )
    relieving: float = uncertainty(
        0.6,
        Unit.SHARE,
        between=(0.2, 1.0),
        basis=assumed("part of the paperwork cannot be handed over, and handing over takes time"),
        nl="Overname: uur administratie dat een uur ondersteuning wegneemt",
        en="Relief: hours of paperwork that an hour of support takes away",
    )
    begin: float = lever(
        0.0,
        Unit.WEEKS,
        between=(0.0, 104.0),
        basis=chosen("extra money comes when policy starts"),
        nl="Begin: week waarin het extra geld begint",
        en="Begin: week in which the extra money starts",
    )
    end: float = lever(
        156.0,
        Unit.WEEKS,
        between=(26.0, 520.0),
        basis=chosen(
            "three years, so that a year after shows in four; projects last about four (E11)"
        ),
        nl="Einde contract: week waarin het extra geld stopt",
        en="End of contract: week in which the extra money stops",
    )
    weeks_saved: float = uncertainty(
        52.0,
        Unit.WEEKS,
        between=(0.0, 104.0),
        basis=assumed("a year of use is avoided for each level less; may be none"),
        nl="Vermeden gebruik: weken hulp die een niveau lichter bespaart",
        en="Avoided use: weeks of help that one level less saves",
    )
    price_team: float = _price(90.0, 70.0, 120.0, "wijkteam", "neighbourhood team")
    price_income: float = _price(80.0, 60.0, 110.0, "werk en inkomen", "work and income")
    price_housing: float = _price(80.0, 60.0, 110.0, "woningcorporatie", "housing association")
    price_mental: float = _price(120.0, 90.0, 160.0, "ggz", "mental health care")
    price_support: float = _price(55.0, 35.0, 80.0, "hulp thuis", "help at home")
    price_youth: float = _price(110.0, 80.0, 150.0, "jeugdhulp", "youth care")
    price_welfare: float = _price(80.0, 60.0, 110.0, "welzijn", "welfare")
    price_safety: float = _price(90.0, 70.0, 120.0, "veiligheid", "safety")
    price_administration: float = _price(50.0, 35.0, 70.0, "ondersteuning", "support staff")


VECTORS = {
    "price": (
        *("price_team", "price_income", "price_housing", "price_mental"),
        *("price_support", "price_youth", "price_welfare", "price_safety", "price_team"),
    )
}
"""Prices by organisation in one array of the compiled record; the board's hour is the team's."""
