r"""Whose goal it is (van wie is het doel): ODD 7.4, mechanism M7.

When a household is taken up, some goal is agreed. A household that wants to steer does so as far as
whoever takes it up leaves room for that; else it is the professional's goal, as far as the own
mandate goes, and beyond that what the organisation is there for:

.. math::
    P(\text{resident}) = w_i\,(1 - V), \qquad P(\text{professional} \mid \text{not}) = m

What is worked at may move away from what was agreed. A pressing queue and counted figures pull,
somebody new does not know what was meant, and looking at it together brings part of it back:

.. math::
    d \leftarrow d + u\,(1 - d) - h\,(1 - u)\,d, \qquad
    u = \min\bigl(1,\; a \max(0, l - 1) + b\,\pi\bigr), \qquad
    d \leftarrow d + c\,(1 - d) \text{ with a new holder}

======  ==================  ==================================================================
symbol  here                meaning
======  ==================  ==================================================================
w V     ``wish``,           share of households that want to steer; position of who takes it
        ``lead``            up between resident-led (0) and professional-led (1); lead is 1 - V
m       ``mandate``         room that rules and agreements give, 0 to 1
d       ``drift``           how far what is worked at lies from what was agreed, 0 to 1
u a l   ``pulled``,         pull in four weeks; by how much more is asked than there are hours
        ``pressing, load``
b π     ``counting``,       by how much hangs on figures
        ``pressure``
h c     ``holding, lost``   brought back in four weeks; lost with a new holder
f       ``felt``            how much less help counts for trust that passes the own goal by
======  ==================  ==================================================================

Nothing else follows from it: no goal makes help stronger. Whoever wanted to steer and finds the
goal of somebody else may trust help less (``counts_for``); how much nobody measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled, inlined
from model.declarations import ParameterSet, Unit, assumed, chosen, rule, setting, uncertainty

RESIDENT, OF_PROFESSIONAL, OF_ORGANISATION = 1, 2, 3


@compiled
@rule(
    "M7",
    nl="Wiens doel: van de bewoner, de professional of de organisatie, en hoe ver men afdwaalt",
    en="Whose goal: the resident's, the professional's or the organisation's, and how it drifts",
    seeds=("0:37", "1:36"),
    without="No goal is a resident's, none drifts, and whose it is makes no difference to trust.",
)
def whose(wishes: bool, lead: float, mandate: float, first: float, second: float) -> int:
    """Whose goal is agreed, for two even draws: of who lives there, who helps, or whom they serve.

    ``lead`` is how far whoever takes it up lets the resident lead.

    >>> [whose.py_func(True, 0.5, 0.6, *even) for even in ((0.4, 0.0), (0.6, 0.5), (0.6, 0.7))]
    [1, 2, 3]
    """
    if wishes and first < lead:
        return RESIDENT
    return OF_PROFESSIONAL if second < mandate else OF_ORGANISATION


@compiled
def wishes(even: float, p: GoalsParameters) -> bool:
    """Whether a household wants to set the goal itself, for an even draw."""
    return even < p.wish


@inlined
def pulled(load: float, pressure: float, p: GoalsParameters) -> float:
    """How far what presses and what is counted pull what is worked at away in four weeks.

    >>> class p: pressing, counting = 0.1, 0.2
    >>> round(pulled.py_func(1.5, 0.25, p), 3), pulled.py_func(0.9, 0.0, p)
    (0.1, 0.0)
    """
    return min(1.0, p.pressing * max(0.0, load - 1.0) + p.counting * pressure)


@inlined
def drifted(drift: float, pull: float, new_holder: bool, p: GoalsParameters) -> float:
    """The distance between what is worked at and what was agreed, four weeks later.

    >>> class p: holding, lost = 0.1, 0.5
    >>> round(drifted.py_func(0.5, 0.2, False, p), 3), drifted.py_func(0.0, 0.0, True, p)
    (0.56, 0.5)
    """
    after = drift + pull * (1.0 - drift) - p.holding * (1.0 - pull) * drift
    return after + p.lost * (1.0 - after) if new_holder else after


@inlined
def counts_for(own: bool, wished: bool, drift: float, p: GoalsParameters) -> float:
    """What help counts for trust, against help towards what was agreed with who lives there.

    >>> class p: felt = 0.5
    >>> counts_for.py_func(True, True, 0.0, p), counts_for.py_func(False, True, 0.0, p)
    (1.0, 0.5)
    """
    fits = 0.0 if wished and not own else 1.0 - drift
    return 1.0 - p.felt * (1.0 - fits)


@dataclass(frozen=True, kw_only=True)
class GoalsParameters(ParameterSet):
    """The numbers in this rule."""

    wish: float = uncertainty(
        0.6,
        Unit.SHARE,
        between=(0.3, 0.9),
        neutral=0.0,
        basis=assumed("most want a say in their own plan, not all; no Dutch count was found"),
        nl="Zelf willen bepalen: deel van de huishoudens dat het eigen doel wil kiezen",
        en="Wanting a say: share of households that want to choose the goal themselves",
    )
    pressing: float = uncertainty(
        0.1,
        Unit.FACTOR,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed("at a tenth too much load one in a hundred goals gives way a month; a guess"),
        nl="Drukte leidt af: hoe sterk te veel werk in vier weken van het doel aftrekt",
        en="Pressure distracts: how far too much work pulls away from the goal in four weeks",
    )
    counting: float = uncertainty(
        0.1,
        Unit.FACTOR,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed("where all hangs on figures a tenth a month; nobody measured it"),
        nl="Cijfers leiden af: hoe sterk wat geteld wordt in vier weken van het doel aftrekt",
        en="Figures distract: how far what is counted pulls away from the goal in four weeks",
    )
    holding: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.25),
        basis=assumed("looked at together about once a year; never is possible"),
        nl="Terug naar het doel: deel van de afstand dat in vier weken wordt hersteld",
        en="Back to the goal: share of the distance that is mended in four weeks",
    )
    lost: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 0.7),
        neutral=0.0,
        basis=assumed("a third of what was meant is not in the file; a guess"),
        nl="Verloren bij wisseling: deel van het doel dat een nieuwe regisseur niet kent",
        en="Lost at a change: share of the goal that a new holder does not know",
    )
    felt: float = setting(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("nothing, as trust was set without it and no size was found; for a what if"),
        nl="Eigen doel telt: hoeveel minder vertrouwen hulp wekt die aan de wens voorbijgaat",
        en="Own goal counts: how much less trust help earns that passes the wish by",
    )
