r"""Informing (wie moet wat wanneer weten): ODD 7, mechanism M28.

A delay that is told in time breaks less trust. Professionals may be told by telling everybody
everything, which takes reading time of all and drowns where there are many; or by somebody who
knows who must know what, which takes hours of that person and ties with those people:

.. math::
    r = b\,\min\Bigl(1, \frac{t}{b\,n\,\epsilon}\Bigr), \qquad
    q = \min\Bigl(1, \frac{h}{n\,\theta}\Bigr)\,K, \qquad
    \kappa' = \kappa + (1 - \kappa)\,\bigl(1 - (1 - r)(1 - q)\bigr)

======  ================  ====================================================================
symbol  here              meaning
======  ================  ====================================================================
b n     ``everything``,   share of news that goes to everybody; posts in the neighbourhood
        ``posts``
t ε     ``reads``,        hours a week that somebody will read at most; hours to read what one
        ``reading``       post has to tell in a week
h θ K   ``hours, each``,  hours of who tells on purpose; what one post asks of it; how well that
        ``knows``         person knows them
κ       ``explained``     share of a broken promise that is put down to circumstance
======  ================  ====================================================================

Residents who wait may be told where they stand, for minutes of those at whose gate they wait; that
takes away part of what waiting and being sent on cost their trust. What is told in time is not said
to be true or welcome, only to be told.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import MONTH
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, setting


@compiled
def reading_hours(posts: float, p: InformingParameters) -> float:
    """Hours a week that each post reads.

    >>> class p: everything, reading, reads = 0.5, 0.01, 0.4
    >>> reading_hours.py_func(20.0, p), reading_hours.py_func(200.0, p)
    (0.1, 0.4)
    """
    return min(p.reads, p.everything * posts * p.reading)


@compiled
def read(posts: float, p: InformingParameters) -> float:
    """The share of news that reaches who needs it when all is told to all, 0 to 1.

    >>> class p: everything, reading, reads = 0.5, 0.01, 0.4
    >>> read.py_func(20.0, p), round(read.py_func(200.0, p), 3)
    (0.5, 0.2)
    """
    asked = p.everything * posts * p.reading
    return p.everything * min(1.0, p.reads / max(1e-9, asked))


@compiled
def told(hours: float, posts: float, knows: float, p: InformingParameters) -> float:
    """The share that reaches who needs it because somebody tells them, 0 to 1."""
    return min(1.0, hours / max(1e-9, posts * p.each)) * knows


@compiled
@rule(
    "M28",
    nl="Informeren: wie op tijd hoort wat misgaat, rekent het een ander minder aan",
    en="Informing: who hears in time what goes wrong, blames others less for it",
    seeds=("1:70", "2:21", "2:50"),
    without="Nobody is told anything on purpose: who needs to know hears it as things go now.",
)
def explained(usually: float, informed: float) -> float:
    """The share of a broken promise that is put down to circumstance.

    >>> explained.py_func(0.2, 0.5)
    0.6000000000000001
    """
    return usually + (1.0 - usually) * informed


@compiled
def softened(before: float, after: float, p: InformingParameters) -> float:
    """Trust of a resident after a disappointment, of which some are told beforehand."""
    return after + p.residents * p.forgiven * (before - after)


@compiled
def messages(waiting: float, p: InformingParameters) -> float:
    """Hours a week to tell so many households that wait where they stand, once in four weeks."""
    return p.residents * p.a_message * waiting / MONTH


@dataclass(frozen=True, kw_only=True)
class InformingParameters(ParameterSet):
    """The numbers in this rule."""

    everything: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("on top of what people tell each other now"),
        nl="Alles aan allen: deel van het nieuws dat iedereen toegestuurd krijgt",
        en="All to all: share of news that is sent to everybody",
    )
    on_purpose: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=chosen("on top of what facilitators tell in passing now"),
        nl="Gericht vertellen: deel van de begeleidersuren dat naar op tijd laten weten gaat",
        en="Telling on purpose: share of facilitators' hours that goes to telling in time",
    )
    residents: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("on top of what people who wait hear now"),
        nl="Wachtenden informeren: deel dat maandelijks hoort waar het aan toe is",
        en="Informing who wait: share that hears each month where it stands",
    )
    reads: float = setting(
        0.5,
        Unit.HOURS_PER_WEEK,
        between=(0.1, 2.0),
        basis=assumed("half an hour a week for news of others, and then people stop reading"),
        nl="Leestijd: uur per week dat iemand hoogstens aan nieuws van anderen geeft",
        en="Reading time: hours a week that somebody gives to news of others at most",
    )
    reading: float = setting(
        0.01,
        Unit.HOURS,
        between=(0.002, 0.05),
        basis=assumed("half a minute for what one other has to tell in a week"),
        nl="Lezen: uur per week voor wat één ander te melden heeft",
        en="Reading: hours a week for what one other has to tell",
    )
    each: float = setting(
        0.05,
        Unit.HOURS_PER_WEEK,
        between=(0.01, 0.2),
        basis=assumed("three minutes a week for each, to find out and pass on"),
        nl="Tijd per ontvanger: uur per week om één professional op tijd in te lichten",
        en="Time for each: hours a week to inform one professional in time",
    )
    forgiven: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("half of what waiting costs is not knowing; the waiting itself remains"),
        nl="Begrip: deel van de teleurstelling dat uitblijft als iemand het vooraf weet",
        en="Understanding: share of disappointment that stays away when told beforehand",
    )
    a_message: float = setting(
        0.2,
        Unit.HOURS,
        between=(0.05, 1.0),
        basis=assumed("a call or a card of a dozen minutes, note included"),
        nl="Een bericht: uren om één huishouden dat wacht bij te praten",
        en="A message: hours to bring one household that waits up to date",
    )
