r"""Satisfaction (tevredenheid): ODD 7.4, bookkeeping for M17.

What people say of their help is another thing than what it did for them. They judge what became of
their need, how they are treated and whether help fits; and who is asked by those who help says
something kind:

.. math::
    S = k + (1 - k)\,\bigl[(1 - c - f)\, R + c\, T + f\, F\bigr]

======  ==============  ================================================================
symbol  here            meaning
======  ==============  ================================================================
S       ``reported``    satisfaction that is reported, 0 to 1
R       ``gone``        share of the need that is gone since the household was taken up
T       ``trust``       trust of the household in those who help
F       ``fit``         how well help fits
c, f    ``contact``,    weights of contact and of fit
        ``fitting``
k       ``kindness``    how far people answer kindly whatever happened
======  ==============  ================================================================

Reviews of integrated care find that it is liked better more often than it works better (E07). That
is not put in here: whether S and R move together is for each comparison to show. Nothing in the
model acts on S.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, uncertainty


@compiled
@rule(
    "M17",
    nl="Tevredenheid: wat mensen over hulp zeggen is iets anders dan wat zij deed",
    en="Satisfaction: what people say of help is another thing than what it did",
    seeds=("0:11",),
    without="What people say of their help is the share of their need that is gone.",
)
def reported(gone: float, trust: float, fit: float, p: SatisfactionParameters) -> float:
    """How satisfied a household says it is, 0 to 1.

    >>> class p: contact, fitting, kindness = 0.4, 0.2, 0.5
    >>> round(reported.py_func(0.5, 0.5, 0.5, p), 9), round(reported.py_func(0.0, 1.0, 1.0, p), 9)
    (0.75, 0.8)
    """
    judged = (1.0 - p.contact - p.fitting) * gone + p.contact * trust + p.fitting * fit
    return p.kindness + (1.0 - p.kindness) * judged


@compiled
def relieved(left: float, at_first: float) -> float:
    """The share of the need that is gone; nothing where it became worse.

    >>> relieved.py_func(1.0, 4.0), relieved.py_func(5.0, 4.0)
    (0.75, 0.0)
    """
    return max(0.0, 1.0 - left / at_first)


@dataclass(frozen=True, kw_only=True)
class SatisfactionParameters(ParameterSet):
    """The numbers in this rule."""

    contact: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=assumed("being heard counts for about as much as being helped; no weights found"),
        nl="Bejegening: gewicht van vertrouwen in wie helpt, in wat mensen zeggen",
        en="Treatment: weight of trust in those who help, in what people say",
    )
    fitting: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed("that help fits is noticed, less than how one is treated"),
        nl="Passend gevonden: gewicht van hoe goed hulp past, in wat mensen zeggen",
        en="Found fitting: weight of how well help fits, in what people say",
    )
    kindness: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.0, 0.7),
        neutral=0.0,
        basis=assumed("whoever is asked by helpers seldom gives less than half; 7.8 of 10 in T18"),
        nl="Vriendelijk antwoord: deel van het oordeel dat altijd goed is",
        en="Kind answer: share of the judgement that is good whatever happened",
    )
