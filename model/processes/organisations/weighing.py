r"""Weighing (maatschappelijke kosten en baten): ODD 7.5, bookkeeping for M27.

A Dutch sheet of social costs and benefits adds up all that help may have spared, at all budgets,
and sets it against all that was paid. What comes later counts for less:

.. math::
    \frac{\sum_t (1+r)^{-t/52}\, \text{possibly spared}_t}
         {\sum_t (1+r)^{-t/52}\, \text{paid}_t}

======  ==============  ================================================================
symbol  here            meaning
======  ==============  ================================================================
t       ``week``        weeks since the start of policy
r       ``p.discount``  discount rate, a year
======  ==============  ================================================================

This is what such a sheet would say, with its faults: it credits to help every need that eased
while help was given, also what would have eased without it, and it holds each spared hour for a
euro. It is here to be laid beside the same world without what was tried.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import YEAR
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, setting


@compiled
@rule(
    "M27",
    nl="Kosten en baten: een euro later telt minder dan een euro nu",
    en="Costs and benefits: a euro later counts for less than a euro now",
    seeds=("0:45",),
    without="A euro in four years counts for as much as a euro now.",
)
def worth(week: int, p: WeighingParameters) -> float:
    """What a euro of this week counts for on the sheet.

    >>> class p: discount = 0.25
    >>> [worth.py_func(week, p) for week in (-10, 0, 52)]
    [1.0, 1.0, 0.8]
    """
    return (1.0 + p.discount) ** (-max(0, week) / YEAR)


@dataclass(frozen=True, kw_only=True)
class WeighingParameters(ParameterSet):
    """The numbers in this rule."""

    discount: float = setting(
        0.0225,
        Unit.SHARE,
        between=(0.0, 0.06),
        neutral=0.0,
        basis=assumed("recalled: the rate for public projects has been set near this since 2020"),
        nl="Discontovoet: zoveel minder telt een euro per jaar later op de kosten-batenlijst",
        en="Discount rate: so much less a euro counts for each year later on the sheet",
    )
