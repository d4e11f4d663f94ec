r"""Risk that a region shares (risicoverevening): ODD 7.11, mechanism M21.

Municipalities that buy support and youth care together can share its cost. That guards a small one
against chance, and makes the next case cheaper for who decides on it, the more so the smaller the
municipality is. Strictness at the gate follows that price and overspending:

.. math::
    C_m = (1 - \rho)\, c_m + \rho\, a_m \textstyle\sum_n c_n, \qquad
    \pi_m = 1 - \rho\,(1 - a_m)

    x_m \leftarrow x_m + \tfrac{4}{52}\bigl[\tau\, o_m - \lambda\,(1 - \pi_m)\bigr], \qquad
    \text{access}_m = e^{-x_m}

======  ================  =====================================================================
symbol  here              meaning
======  ================  =====================================================================
C c     ``charged``,      cost that falls to a municipality; its own
        ``own``
ρ a     ``sharing``,      share of the cost that is common; the share of the municipality in the
        ``share``         residents of the region
π x     ``price``,        part of the next case that one pays oneself; strictness at the gate,
        ``strictness``    0 as usual
o τ λ   ``overspend``,    overspending; how much a year of it tightens; how much a free next
        ``p.tightens``,   case loosens in a year
        ``p.loosens``
======  ================  =====================================================================

From each its own cost to one purse for all: variants between both occur (seed 2:5). How far access
follows price was measured nowhere; it may go either way. What the region agreed on the gate pulls
strictness to the mean in so far as managers believe who speaks for it (phase file managers).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.clock import MONTH, YEAR
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty

STRICTEST = 1.0


@compiled
@rule(
    "M21",
    nl="Verevening: wie kosten deelt staat sterker bij toeval, en betaalt minder voor het volgende",
    en="Risk sharing: who shares cost is guarded against chance, and pays less for the next case",
    seeds=("2:5",),
    without="Each municipality pays its own cost and is as strict at the gate as it ever was.",
)
def charged(own: float, pool: float, share: float, sharing: float) -> float:
    """Cost that falls to a municipality: its own, and its share of what all have together.

    >>> charged.py_func(100.0, 1000.0, 0.05, 0.5)
    75.0
    """
    return (1.0 - sharing) * own + sharing * pool * share


@compiled
def price(sharing: float, share: float) -> float:
    """The part of the next case that a municipality pays itself.

    >>> price.py_func(1.0, 0.05), price.py_func(0.0, 0.05)
    (0.050000000000000044, 1.0)
    """
    return 1.0 - sharing * (1.0 - share)


@compiled
def stricter(strictness: float, price: float, overspend: float, p: SharingParameters) -> float:
    """Strictness at the gate four weeks later, before anything agreed on it.

    >>> class p: tightens, loosens = 13.0, 1.3
    >>> stricter.py_func(0.0, 0.5, 0.1, p), stricter.py_func(0.0, 1.0, -0.3, p)
    (0.05, 0.0)
    """
    drift = p.tightens * max(0.0, overspend) - p.loosens * (1.0 - price)
    return min(STRICTEST, max(-STRICTEST, strictness + MONTH / YEAR * drift))


@compiled
def access(strictness: float) -> float:
    """The factor on the chance that specialised help is asked for.

    >>> access.py_func(0.0)
    1.0
    """
    return math.exp(-strictness)


@dataclass(frozen=True, kw_only=True)
class SharingParameters(ParameterSet):
    """The numbers in this rule."""

    risk_sharing: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("from each its own cost (0) to one common purse (1); both occur (2:5)"),
        nl="Risicoverevening: deel van de kosten van Wmo en jeugd dat de regio samen draagt",
        en="Risk sharing: share of the cost of support and youth care that the region bears",
    )
    loosens: float = uncertainty(
        0.1,
        Unit.PER_YEAR,
        between=(-0.1, 0.4),
        neutral=0.0,
        basis=assumed("a free next case makes a gate a tenth wider each year; may be narrower"),
        nl="Ruimer door delen: hoeveel soepeler een jaar met gratis volgende gevallen maakt",
        en="Looser by sharing: how much a year of free next cases loosens the gate",
    )
    tightens: float = uncertainty(
        1.0,
        Unit.PER_YEAR,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("a year of ten percent over budget makes a gate a tenth narrower"),
        nl="Strenger door tekort: hoeveel een jaar van overschrijding de toegang versmalt",
        en="Stricter by deficit: how much a year of overspending narrows the gate",
    )
