r"""Residents' initiatives (bewonersinitiatieven): ODD 7.1, mechanism M24.

An initiative begins where somebody who could lead has enough people around who take part and are
not busy with another. It asks work of its members, and ends when its leader stops and nobody
follows, or when too few are left:

.. math::
    P(\text{begins}) = s\; \mathbf 1\{\text{leads},\; n \ge k\}, \qquad
    l = \frac{\max(0,\; w - t\,\min(w, H) - F/c)}{\text{members}}, \qquad o = e^{\kappa\, t}

======  =============================  =========================================================
symbol  here                           meaning
======  =============================  =========================================================
s k     ``starting, needed``           chance in four weeks; people there must be around a leader
n       ``supporters``                 people around who take part and are free
l w     ``work_left, work``            hours a week for each member; for all members together
H t     ``hours, takeover``            hours of support a week; share of the work taken over
F c     ``euros, hour_bought``         money a week; euros that spare an hour of work
o κ     ``put_off, crowding``          how much sooner members stop where work is taken over
======  =============================  =========================================================

Leaders are scarce in models of citizens' initiatives [Ghorbani2020]_. Support that is not used to
take work over asks people along, so that more see others take part. Whether money and hours crowd
out the will to take part is open: studies find that they can drive people away and can keep them
[Blok2022]_, so κ is 0 and may have either sign.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.clock import MONTH
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


@compiled
@rule(
    "M24",
    nl="Initiatieven: wie kan trekken en genoeg mensen om zich heen heeft begint iets",
    en="Initiatives: who can lead and has enough people around starts something",
    seeds=("4:26", "4:39", "1:28"),
    without="Nobody starts anything with others, however many take part.",
)
def begins(can_lead: bool, supporters: float, p: InitiativesParameters) -> float:
    """The chance that somebody starts an initiative within four weeks.

    >>> class p: starting, needed = 0.25, 5.0
    >>> begins.py_func(True, 5.0, p), begins.py_func(True, 4.0, p)
    (0.25, 0.0)
    """
    return p.starting if can_lead and supporters >= p.needed else 0.0


@compiled
def goes_on(members: float, p: InitiativesParameters) -> bool:
    """Whether enough are left to go on."""
    return members >= p.fewest * p.needed


@compiled
def put_off(takeover: float, p: InitiativesParameters) -> float:
    """How much sooner members stop because their work is taken over; 1 as soon as else."""
    return math.exp(p.crowding * takeover)


@compiled
def work_left(
    members: float, hours: float, euros: float, takeover: float, p: InitiativesParameters
) -> float:
    """Hours a week for each member, after what support, money and taking over do.

    >>> class p: work, hour_bought = 8.0, 25.0
    >>> work_left.py_func(4.0, 2.0, 25.0, 1.0, p)
    1.25
    """
    taken = min(1.0, takeover) * min(p.work, hours)
    bought = euros / p.hour_bought
    return max(0.0, p.work - taken - bought) / max(1.0, members)


@compiled
def asked_along(hours: float, takeover: float, adults: float, p: InitiativesParameters) -> float:
    """The share of adults who are asked along in four weeks, for these hours of support a week."""
    inviting = hours * (1.0 - takeover)
    return min(1.0, MONTH * inviting * p.asked_an_hour / max(1.0, adults))


@dataclass(frozen=True, kw_only=True)
class InitiativesParameters(ParameterSet):
    """The numbers in this rule."""

    leaders: float = uncertainty(
        0.02,
        Unit.SHARE,
        between=(0.005, 0.05),
        neutral=0.0,
        basis=assumed("one adult in fifty could lead something; between 0.5 and 5 per cent"),
        nl="Trekkers: deel van de volwassenen dat een initiatief kan trekken",
        en="Leaders: share of adults who could lead an initiative",
    )
    needed: float = setting(
        4.0,
        Unit.COUNT,
        between=(2.0, 20.0),
        basis=assumed("four people around a leader; plans and clubs begin with about so many"),
        nl="Nodig om te beginnen: mensen om een trekker heen die meedoen en vrij zijn",
        en="Needed to begin: people around a leader who take part and are free",
    )
    fewest: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.1, 1.0),
        basis=assumed("what takes four to begin can go on with two, and hardly with one"),
        nl="Te weinig over: deel van wat nodig was om te beginnen, waaronder een initiatief stopt",
        en="Too few left: share of what beginning took, below which an initiative ends",
    )
    starting: float = setting(
        0.25,
        Unit.SHARE,
        between=(0.05, 1.0),
        neutral=0.0,
        basis=assumed("a plan takes some months from a first talk to a first day"),
        nl="Beginnen: kans per vier weken dat een trekker met genoeg mensen begint",
        en="Beginning: chance in four weeks that a leader with enough people begins",
    )
    succession: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 0.9),
        basis=assumed("leaving leaders end many initiatives; about half find another"),
        nl="Opvolging: kans dat een initiatief een nieuwe trekker vindt",
        en="Finding another: chance that an initiative gets a new leader",
    )
    work: float = setting(
        4.0,
        Unit.HOURS_PER_WEEK,
        between=(1.0, 20.0),
        basis=assumed("half a day a week for all members together"),
        nl="Werk van een initiatief: uur per week voor alle leden samen",
        en="Work of an initiative: hours a week for all members together",
    )
    hour_bought: float = setting(
        25.0,
        Unit.EURO_PER_HOUR,
        between=(10.0, 90.0),
        basis=assumed("rent, materials and small help in place of an hour of work"),
        nl="Uur uit het fonds: euro waarmee een initiatief een uur werk bespaart",
        en="An hour from the fund: euros that spare an initiative an hour of work",
    )
    asked_an_hour: float = setting(
        4.0,
        Unit.COUNT,
        between=(0.0, 20.0),
        basis=assumed("a meeting of twenty people takes five hours; no count was found"),
        nl="Bereik van ondersteuning: mensen die een uur ondersteuning uitnodigt",
        en="Reach of support: people whom an hour of support asks along",
    )
    crowding: float = setting(
        0.0,
        Unit.LOG_ODDS,
        between=(-1.0, 1.0),
        neutral=0.0,
        basis=assumed("studies find that support drives people away and that it keeps them"),
        nl="Verdringen: hoeveel vaker leden stoppen als professionals werk overnemen",
        en="Crowding out: how much more members stop when professionals take work over",
    )
    as_fund: float = lever(
        0.3,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=chosen("a third to spend and two thirds in hours; only where there is money for it"),
        nl="Als fonds: deel van het geld voor initiatieven dat bewoners zelf besteden",
        en="As a fund: share of the money for initiatives that residents spend themselves",
    )
    takeover: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("who supports leaves the work with residents unless a scenario says else"),
        nl="Werk overnemen: deel van het werk dat ondersteuners van een initiatief overnemen",
        en="Taking work over: share of its work that supporters take over from an initiative",
    )
