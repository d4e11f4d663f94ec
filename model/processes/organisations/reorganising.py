r"""Reorganising (reorganiseren): ODD 7.3, mechanism M14.

Now and then the team is divided anew, and some of its seats go to people from elsewhere. They are
as good as those who left, but they know nobody and nobody knows them:

.. math:: t \bmod \lfloor 520 / n \rceil = 0 \;\Rightarrow\; \text{each seat changes with chance } m

======  ============  ==================================================================
symbol  here          meaning
======  ============  ==================================================================
t       ``week``      weeks since the start of policy
n       ``times``     reorganisations in ten years
m       ``moved``     chance that a seat of the team goes to somebody else
======  ============  ==================================================================

Whoever is moved works elsewhere on: nobody leaves the trade, and no seat is empty meanwhile. What
a reorganisation was for is not in it; set that beside it, in the same week.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, setting

TEN_YEARS = 520


@compiled
@rule(
    "M14",
    nl="Reorganiseren: wie een andere plek krijgt laat alle banden achter",
    en="Reorganising: who is given another place leaves all ties behind",
    seeds=("3:17", "3:22"),
    without="The team is never divided anew: a seat changes hands only when somebody leaves.",
)
def is_due(week: int, p: ReorganisingParameters) -> bool:
    """Whether the team is divided anew in this week; never before the start of policy.

    >>> class p: times = 5.0
    >>> [is_due.py_func(week, p) for week in (0, 103, 104, 208)]
    [False, False, True, True]
    """
    if p.times <= 0.0 or week <= 0:
        return False
    return week % int(TEN_YEARS / p.times + 0.5) == 0


@compiled
def goes_elsewhere(even: float, p: ReorganisingParameters) -> bool:
    """Whether this seat goes to somebody else, for an even draw."""
    return even < p.moved


@dataclass(frozen=True, kw_only=True)
class ReorganisingParameters(ParameterSet):
    """The numbers in this rule."""

    times: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 5.0),
        step=1,
        neutral=0.0,
        basis=chosen("none, unless somebody asks what if"),
        nl="Reorganisatie: hoe vaak in tien jaar het wijkteam opnieuw wordt ingedeeld",
        en="Reorganisation: how often in ten years the team is divided anew",
    )
    moved: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.1, 1.0),
        basis=assumed("half of the seats change hands; no count of such moves was found"),
        nl="Andere plek: deel van de plekken in het team dat dan naar iemand anders gaat",
        en="Another place: share of seats in the team that then go to somebody else",
    )
