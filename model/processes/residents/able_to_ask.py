r"""Being able to ask (doenvermogen): ODD 7.2, mechanism M16.

Somebody who has to cope with several things at once asks more or less readily for each of them, and
so does who stands further from what helpers speak and write. Trust in helpers before any experience
may differ in the same way:

.. math::
    a = c^{\,n - \bar n}\; g^{\,z}, \qquad \tau_0 = \bar\tau - \delta z

======  ==================  ====================================================================
symbol  here                meaning
======  ==================  ====================================================================
a       ``able``            how readily somebody asks, against 1 as usual; it stands beside trust
                            in the chance to ask
c n n̄   ``each_need``,      how readily with one need more; needs at once; number that counts as
        ``needs, usual``    usual
g z     ``each_step``,      how readily with a standard deviation more disadvantage; disadvantage
        ``disadvantage``    of the resident, 0 the national mean
δ τ̄     ``distrust``,       how much less trust beforehand for that; trust ``expected`` of all
        ``expected``
======  ==================  ====================================================================

That many worries at once leave less room to act is [WRR2017]_ and [Mani2013]_; neither gives a size
for asking for help. There are reasons for the contrary sign too: several needs open several doors,
and research on unclaimed benefits finds that who has more to gain claims sooner. So every range
reaches over both. Counted from what is usual, because how readily people ask was fitted to all of
them together: where some ask less readily, others do so more.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, setting, uncertainty


@compiled
@rule(
    "M16",
    nl="Kunnen vragen: wie veel tegelijk heeft of ver van de hulp staat, vraagt anders",
    en="Being able to ask: who has much at once, or stands far from help, asks differently",
    seeds=("1:17", "1:70", "4:32"),
    without="Everybody comes with equal trust, and asks as readily, whatever else they have.",
)
def able(needs: int, disadvantage: float, p: AbleToAskParameters) -> float:
    """How readily somebody with so many needs asks, against 1 as usual.

    >>> class p: each_need, usual, each_step = 0.5, 1.0, 0.8
    >>> able.py_func(1, 0.0, p), able.py_func(3, 0.0, p), able.py_func(1, 1.0, p)
    (1.0, 0.25, 0.8)
    """
    return p.each_need ** (needs - p.usual) * p.each_step**disadvantage


@compiled
def beforehand(disadvantage: float, expected: float, p: AbleToAskParameters) -> float:
    """Trust in helpers of somebody without experience, 0 to 1.

    >>> class p: distrust = 0.1
    >>> beforehand.py_func(1.0, 0.5, p), beforehand.py_func(0.0, 0.5, p)
    (0.4, 0.5)
    """
    return min(1.0, max(0.0, expected - p.distrust * disadvantage))


@dataclass(frozen=True, kw_only=True)
class AbleToAskParameters(ParameterSet):
    """The numbers in this rule."""

    each_need: float = uncertainty(
        0.75,
        Unit.FACTOR,
        between=(0.4, 1.3),
        neutral=1.0,
        basis=assumed(
            "a quarter less for each; stress may block asking, needs may also open doors"
        ),
        nl="Veel tegelijk: hoe makkelijk wie één probleem meer heeft om hulp vraagt",
        en="Much at once: how readily who has one need more asks for help",
    )
    usual: float = setting(
        1.3,
        Unit.COUNT,
        between=(1.0, 2.5),
        basis=assumed("the mean of those in need in the model, with which asking was fitted"),
        nl="Gewoon aantal: problemen tegelijk waarbij iemand vraagt zoals geijkt",
        en="Usual number: needs at once at which people ask as was fitted",
    )
    each_step: float = uncertainty(
        0.85,
        Unit.FACTOR,
        between=(0.5, 1.2),
        neutral=1.0,
        basis=assumed("language, shame, not knowing the way; being near to services may help"),
        nl="Afstand tot hulp: hoe makkelijk wie een stap meer achterstand heeft vraagt",
        en="Distance to help: how readily who is a step more disadvantaged asks",
    )
    distrust: float = uncertainty(
        0.03,
        Unit.SCORE,
        between=(-0.03, 0.12),
        neutral=0.0,
        basis=assumed("trust in institutions falls with disadvantage; of helpers no count found"),
        nl="Wantrouwen vooraf: zoveel minder vertrouwen per stap meer achterstand",
        en="Distrust beforehand: so much less trust for each step of disadvantage",
    )
