r"""Needs that last (blijvende problemen): ODD 7.1, mechanism M15.

Some needs do not go away: a chronic illness, a mild intellectual disability, debts beyond what
can ever be paid. Whenever a need begins or gets a level worse it may turn out to be one of these,
the likelier the more slowly needs of its kind go by themselves, and the frailer the home. It then
becomes lighter as any need does, with and without help, but not lighter than bearable (the lowest
level): the last step comes at a rate of its own, whatever anybody does. It gets worse as often with
help as without, and with help it is bearable again sooner. Whoever helps, but for the team, lets go
less easily:

.. math::
    P(\text{lasting}) = \frac{\lambda z}{\lambda z + r_d} \qquad
    z = \frac{e^s}{\Gamma(1 + s)} \qquad
    v_d = \frac{1}{52\,Y} \;\text{ where } x_d = 1 \qquad
    \ell \leftarrow \ell\, g

======  ================  ================================================================
symbol  here              meaning
======  ================  ================================================================
λ r     ``setting_in``,   weekly rate of becoming lasting, against recovery by itself (needs)
        ``recovery``
z e s   ``frailty``,      frailty, 1 on average; what was drawn for this home, exponential;
        ``spread``        how far homes differ, 0 not at all
x v     ``level``,        level of need d; its weekly rate of one level lighter
        ``passing``
Y       ``years``         mean years until a lasting need that is bearable is over after all
ℓ g     ``rate``,         weekly chance that help ends (helping, M17); what is left of it
        ``letting_go``
======  ================  ================================================================

A part that stays where all others can leave is the mover-stayer form [Blumen1955]_; a frailty
that people share and nobody sees is that of [Vaupel1979]_. The team helps briefly whatever the
need, so it lets go as it always does. There is no other upkeep than by level: a bearable need asks
the hours of a light one. What ends a lasting need stands for all that does: a cure, growing out
of it, an inheritance, death.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.clock import YEAR
from model.compiling import compiled, inlined
from model.declarations import ParameterSet, Unit, assumed, fitted, rule, uncertainty

BEARABLE = 1


@compiled
@rule(
    "M15",
    nl="Blijvende problemen: sommige gaan niet over, hulp maakt ze draaglijk",
    en="Needs that last: some do not go away, help makes them bearable",
    without="Every need can end, and help with it: nobody has to live with one for good.",
)
def chance(recovery: float, frailty: float, p: LastingParameters) -> float:
    """The chance that a need that begins or worsens turns out to last.

    >>> class p: setting_in = 0.002
    >>> round(chance.py_func(0.004, 1.0, p), 3), round(chance.py_func(0.018, 1.0, p), 3)
    (0.333, 0.1)
    """
    rate = p.setting_in * frailty
    return rate / (rate + recovery)


@compiled
def frailty(drawn: float, p: LastingParameters) -> float:
    """How much likelier needs last in a home than on average, from what was drawn for it.

    >>> class p: spread = 2.0
    >>> frailty.py_func(1.0, p), frailty.py_func(2.0, p)
    (0.5, 2.0)
    """
    return drawn**p.spread / math.gamma(1.0 + p.spread)


@inlined
def stays(lasting: int, domain: int, level: int) -> bool:
    """Whether this need is as light as it gets, for it is one of those that last (as bits)."""
    return level <= BEARABLE and (lasting >> domain) & 1 == 1


@compiled
def passing(p: LastingParameters) -> float:
    """The weekly rate at which a lasting need that is bearable is over after all."""
    return 1.0 / (YEAR * p.years)


@compiled
def ends(rate: float, p: LastingParameters) -> float:
    """The chance that help with a lasting need ends this week, from what it would otherwise be."""
    return rate * p.letting_go


@dataclass(frozen=True, kw_only=True)
class LastingParameters(ParameterSet):
    """The numbers in this rule."""

    setting_in: float = uncertainty(
        0.0008,
        Unit.PER_WEEK,
        between=(0.0, 0.002),
        neutral=0.0,
        basis=fitted("share of users who are there every year for seven years", "N16"),
        nl="Blijvend worden: kans per week dat een probleem blijvend blijkt, tegen vanzelf over",
        en="Turning out to last: chance a week that a need lasts, against going by itself",
    )
    spread: float = uncertainty(
        2.0,
        Unit.FACTOR,
        between=(0.0, 2.5),
        neutral=0.0,
        basis=assumed("from all alike at 0 to most of it in few homes at 2; no source was found"),
        nl="Verschil in kwetsbaarheid: hoe ongelijk blijvende problemen over huizen verdeeld zijn",
        en="Spread of frailty: how unevenly lasting needs are divided over homes",
    )
    years: float = uncertainty(
        12.0,
        Unit.YEARS,
        between=(6.0, 30.0),
        basis=assumed("children grow up, old people die, some recover; no duration was found"),
        nl="Hoe lang blijvend duurt: jaren tot een draaglijk probleem gemiddeld toch voorbij is",
        en="How long lasting lasts: years until it is over after all, on average, once bearable",
    )
    letting_go: float = uncertainty(
        0.15,
        Unit.FACTOR,
        between=(0.05, 1.0),
        neutral=1.0,
        basis=fitted("one in seven or eight ended youth trajectories took over two years", "T33"),
        nl="Loslaten van wat blijft: factor op stoppen van hulp bij een blijvend probleem",
        en="Letting go of what lasts: factor on ending of help with a lasting need",
    )
