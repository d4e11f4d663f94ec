r"""Flexible budget for a plan (vrij te besteden budget): ODD 7.5, mechanism M10.

Members of a joint plan may spend so much without asking anybody. Part of what keeps a plan from
fitting is a rule about money: a deposit, a fee, a washing machine. That part they can buy away:

.. math::
    e = \min(b,\; k\, \beta\, \ell), \qquad \ell' = \ell - e / k

======  ==============  ==================================================================
symbol  here            meaning
======  ==============  ==================================================================
ℓ       ``lacking``     room that the plan lacks when it becomes joint, 0 to 1
b e     ``euros``,      most that may be spent on one plan; what is spent
        ``spends``
β       ``buyable``     part of what is lacking that money can mend
k       ``price``       euros that all the room a plan may need would cost
======  ==============  ==================================================================

Those in the plan pay alike, each from the budget that pays for them, so it is never free: it adds
to cost and perhaps to overspending. Without a joint plan there is no such budget.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty


@compiled
@rule(
    "M10",
    nl="Vrij budget: een gezamenlijk plan mag iets uitgeven zonder het te vragen",
    en="Free budget: a joint plan may spend something without asking",
    seeds=("3:34", "3:13"),
    without="No plan has money of its own; what rules do not allow cannot be bought.",
)
def spends(lacking: float, p: FlexibleBudgetParameters) -> float:
    """Euros that a plan spends which lacks so much room.

    >>> class p: euros, buyable, price = 1000.0, 0.5, 5000.0
    >>> spends.py_func(0.2, p), spends.py_func(0.8, p)
    (500.0, 1000.0)
    """
    return min(p.euros, p.price * p.buyable * lacking)


@compiled
def still_lacking(lacking: float, spent: float, p: FlexibleBudgetParameters) -> float:
    """Room that is lacking after these euros.

    >>> class p: price = 5000.0
    >>> still_lacking.py_func(0.5, 1000.0, p)
    0.3
    """
    return max(0.0, lacking - spent / p.price)


@dataclass(frozen=True, kw_only=True)
class FlexibleBudgetParameters(ParameterSet):
    """The numbers in this rule."""

    euros: float = lever(
        0.0,
        Unit.EURO_PER_PLAN,
        between=(0.0, 5000.0),
        neutral=0.0,
        basis=chosen("none: what some places try is an exception, not how things are"),
        nl="Vrij budget: euro die een gezamenlijk plan zonder vragen mag uitgeven",
        en="Free budget: euros that a joint plan may spend without asking",
    )
    buyable: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.0, 0.8),
        basis=assumed("less than half of what does not fit is about money; may be nothing"),
        nl="Te koop: deel van wat aan een plan ontbreekt dat geld kan oplossen",
        en="Can be bought: part of what a plan lacks that money can mend",
    )
    price: float = uncertainty(
        5000.0,
        Unit.EURO_PER_PLAN,
        between=(1000.0, 20000.0),
        basis=assumed("a plan that fits in nothing takes a few thousand euros to mend; a guess"),
        nl="Prijs van passend: euro die het kost als een plan nergens binnen de regels past",
        en="Price of fitting: euros it takes where a plan fits the rules in nothing",
    )
