r"""Side by side (naast elkaar): ODD 7.6, mechanism M17.

Helpers of one household without one plan call each other too, as far as they know each other. A
pair with a full tie spends κ hours every four weeks; strangers do not find each other:

.. math:: h_{ij} = \kappa\, \tfrac12 (S_{ij} + S_{ji}), \qquad
          D' = 1 + (D - 1)\,(1 - \sigma\,\bar S)

======  ===================  ==================================================================
symbol  here                 meaning
======  ===================  ==================================================================
κ       ``calling``          hours of each every four weeks, for two who know each other fully
S S̄     ``strength, touch``  tie of two who help side by side; its mean in this household
D D'    ``demands``          helpers who ask something of the household, and what is left of it
σ       ``settling``         share of asking too much that calls settle between full ties
======  ===================  ==================================================================

The hours make the two know each other a little better, as all hours together do. Nobody has the
whole in view by it, no money is found, and the more helpers there are the more hours it takes.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, uncertainty


@compiled
@rule(
    "M17",
    nl="Naast elkaar: wie elkaar kent belt ook zonder gezamenlijk plan, en dat kost uren",
    en="Side by side: who know each other call without a joint plan too, which costs hours",
    seeds=("3:3", "3:9", "3:10"),
    without="Helpers who have no joint plan never call each other.",
)
def calls(strength: float, p: AlongsideParameters) -> float:
    """Hours every four weeks that each of two helpers of one household spends on the other.

    >>> class p: calling = 1.5
    >>> calls.py_func(0.5, p), calls.py_func(0.0, p)
    (0.75, 0.0)
    """
    return p.calling * strength


@compiled
def demands(count: float, touch: float, p: AlongsideParameters) -> float:
    """What so many helpers ask of a household, when what is double is settled in calls.

    >>> class p: calling, settling = 1.5, 0.5
    >>> demands.py_func(3.0, 0.5, p), demands.py_func(1.0, 0.5, p)
    (2.5, 1.0)
    """
    settled = p.settling * touch if p.calling > 0.0 else 0.0
    return count - settled * max(0.0, count - 1.0)


@dataclass(frozen=True, kw_only=True)
class AlongsideParameters(ParameterSet):
    """The numbers in this rule."""

    calling: float = uncertainty(
        0.35,
        Unit.HOURS,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("a call of twenty minutes, as in a joint plan; no time study was found"),
        nl="Bellen: uren per vier weken van elk van twee helpers die elkaar goed kennen",
        en="Calling: hours every four weeks of each of two helpers who know each other well",
    )
    settling: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed("a fifth of visits and forms is double and can be settled; may be nothing"),
        nl="Onderling regelen: deel van wat dubbel wordt gevraagd dat bellen wegneemt",
        en="Settling: share of what is asked twice that calls take away",
    )
