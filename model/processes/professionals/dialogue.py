r"""Dialogue on vision (gesprek over visie): ODD 7.4, mechanism M7.

Beside ordinary meetings people of different organisations may sit together to talk about what they
want and how they work. Who is near enough to be heard pulls; who is not, may harden a position:

.. math::
    V_i \leftarrow V_i + \bigl(1 - e^{-h/h_0}\bigr)\Bigl(
       \mu\, s\, \overline{(V_j - V_i)}_{\text{heard}}
       - \kappa\,(1 - s)\, \overline{(V_j - V_i)}_{\text{not heard}} \Bigr)

======  ====================  ================================================================
symbol  here                  meaning
======  ====================  ================================================================
V       ``own``               one coordinate of a position, 0 to 1
h h_0   ``hours, full``       hours of dialogue in four weeks; after how many most is said
s       ``share``             of the others, by trust and posts, those near enough to be heard
μ       ``influence``         how far a dialogue in which all are heard bridges a difference
κ       ``hardening``         how far it drives those apart who do not hear each other
======  ====================  ================================================================

Who is heard is a matter of nearness, as in all talk (M7, one line); a credible facilitator may
widen it. That nearness decides who moves whom is the model of [Deffuant2000]_; that others push
away is an addition which may be nothing. It takes its hours from the week of everybody. Ties and
trust are left to meeting and to work.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.compiling import compiled, inlined
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
    "M7",
    nl="Gesprek over visie: wie elkaar hoort komt nader, wie elkaar niet hoort kan verharden",
    en="Dialogue on vision: who is heard comes nearer, who is not heard may harden",
    seeds=("3:5", "3:11"),
    without="Nobody keeps hours apart to talk about vision with other organisations.",
)
def moved(own: float, heard: float, unheard: float, share: float, p: DialogueParameters) -> float:
    """One coordinate of a position after a month of dialogue; pulls of others, and share heard.

    >>> class p: hours, full, influence, hardening = 8.0, 0.001, 0.5, 0.1
    >>> [round(moved.py_func(0.5, 0.2, 0.4, s, p), 3) for s in (1.0, 0.0)]
    [0.6, 0.46]
    """
    reach = 1.0 - math.exp(-p.hours / p.full)
    step = p.influence * share * heard - p.hardening * (1.0 - share) * unheard
    return min(1.0, max(0.0, own + reach * step))


@inlined
def hours_a_week(posts: float, weeks: float, p: DialogueParameters) -> float:
    """Hours a week of a seat with so many posts that go to it."""
    return posts * p.hours / weeks


@dataclass(frozen=True, kw_only=True)
class DialogueParameters(ParameterSet):
    """The numbers in this rule."""

    hours: float = lever(
        0.0,
        Unit.HOURS,
        between=(0.0, 8.0),
        neutral=0.0,
        basis=chosen("none beyond ordinary meetings, unless somebody sets it up"),
        nl="Gesprek over visie: uren per vier weken die elke professional daarvoor vrijmaakt",
        en="Dialogue on vision: hours in four weeks that each professional keeps for it",
    )
    influence: float = uncertainty(
        0.15,
        Unit.SHARE,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed(
            "somewhat more than a month of ordinary talk, as it is about this; or nothing"
        ),
        nl="Kracht van het gesprek: deel van het verschil dat een goed gesprek overbrugt",
        en="Force of dialogue: share of the difference that a good dialogue bridges",
    )
    hardening: float = uncertainty(
        0.03,
        Unit.SHARE,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("a fifth of the pull, for who does not hear each other; may be nothing"),
        nl="Verharden: hoe ver wie elkaar niet hoort door het gesprek uiteen gaat",
        en="Hardening: how far a dialogue drives those apart who do not hear each other",
    )
    full: float = setting(
        4.0,
        Unit.HOURS,
        between=(1.0, 12.0),
        basis=assumed("after an afternoon two thirds of what is to be said has been said"),
        nl="Uitgesproken: uren per vier weken waarin 63 % gezegd is",
        en="All said: hours in four weeks in which 63 % has been said",
    )
