r"""Where help begins (aanbod, vraag, eigen kracht): ODD 7.6, mechanism M17.

A helper may begin with what there is, with what is asked, or with what the resident and their own
people can do. In a part of the cases each; in all others as usual:

.. math::
    H' = H\,m_v, \quad m = (1, 1 - \kappa, 1 + \lambda, 1), \qquad
    F' = (F,\; F (1 - \mu),\; F + \chi (1 - F),\; F), \qquad
    \psi' = 1 - (1 - \psi)(1 - \epsilon\,[v = 3])

======  ================  ====================================================================
symbol  here              meaning
======  ================  ====================================================================
v       ``way``           where help begins: as usual, supply, demand, own strength; drawn with
                          ``supply, demand, strength``
H κ λ   ``ready, wants``  hours of help a week; share that a ready offer saves; share more that
                          what is asked takes
F μ χ   ``misses``,       how well the plan fits; share of it that a ready offer misses; part of
        ``meets``         what does not fit that asking mends
ψ ε     ``shifted``,      share of light help left to own people; part of light help for which
        ``own``           own people are looked to first
======  ================  ====================================================================

Own people are asked as where light help is withdrawn (M25): kin before neighbours, within what
they can give, and what nobody can give stays undone. Who begins there supports them with part of
the hours that fall free (``support``). Most signs may turn: a ready offer may be just what is
needed, and asking what people want may lead to less help and to what does not help. The row of
these three is how practice tells its own history; which of them serves whom is not said here.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty

AS_USUAL, SUPPLY, DEMAND, STRENGTH = range(4)


@compiled
def at_work(p: DoctrineParameters) -> bool:
    """Whether anybody begins in another way than usual."""
    return p.supply + p.demand + p.strength > 0.0


@compiled
@rule(
    "M17",
    nl="Waar hulp begint: bij wat er is, wat gevraagd wordt of wat mensen zelf kunnen",
    en="Where help begins: with what there is, what is asked, or what people can do",
    seeds=("4:15", "1:43", "4:39"),
    without="Help begins as usual: hours, fit and the part of own people are the same for all.",
)
def begins(even: float, p: DoctrineParameters) -> int:
    """Where help begins in a new case, for an even draw.

    >>> class p: supply, demand, strength = 0.2, 0.3, 0.1
    >>> [begins.py_func(even, p) for even in (0.1, 0.4, 0.55, 0.9)]
    [1, 2, 3, 0]
    """
    even *= max(1.0, p.supply + p.demand + p.strength)
    if even < p.supply:
        return SUPPLY
    if even < p.supply + p.demand:
        return DEMAND
    return STRENGTH if even < p.supply + p.demand + p.strength else AS_USUAL


@compiled
def hours(way: int, whole: float, p: DoctrineParameters) -> float:
    """Hours of help a week where it begins in this way.

    >>> class p: ready, wants = 0.1, 0.2
    >>> [hours.py_func(way, 1.0, p) for way in range(4)]
    [1.0, 0.9, 1.2, 1.0]
    """
    if way == SUPPLY:
        return whole * (1.0 - p.ready)
    return whole * (1.0 + p.wants) if way == DEMAND else whole


@compiled
def fits(way: int, fit: float, p: DoctrineParameters) -> float:
    """How well a plan fits where help begins in this way, 0 to 1.

    >>> class p: misses, meets = 0.2, 0.5
    >>> [fits.py_func(way, 0.5, p) for way in range(4)]
    [0.5, 0.4, 0.75, 0.5]
    """
    if way == SUPPLY:
        fit *= 1.0 - p.misses
    elif way == DEMAND:
        fit += p.meets * (1.0 - fit)
    return min(1.0, max(0.0, fit))


@compiled
def left_to_own(way: int, shifted: float, p: DoctrineParameters) -> float:
    """The share of light help for which own people are looked to first.

    >>> class p: own = 0.5
    >>> left_to_own.py_func(3, 0.2, p), left_to_own.py_func(1, 0.2, p)
    (0.6, 0.2)
    """
    return 1.0 - (1.0 - shifted) * (1.0 - p.own) if way == STRENGTH else shifted


@compiled
def supports(way: int, freed: float, p: DoctrineParameters) -> float:
    """Hours a week of a helper that support own people, of those that fall free."""
    return p.support * freed if way == STRENGTH else 0.0


def _share(nl: str, en: str) -> float:
    return lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("0 is the mixture of today, with which the other numbers were fitted"),
        nl=nl,
        en=en,
    )


@dataclass(frozen=True, kw_only=True)
class DoctrineParameters(ParameterSet):
    """The numbers in this rule."""

    supply: float = _share(
        "Aanbod eerst: deel van de zaken waarin hulp begint met wat er al is",
        "Supply first: share of cases in which help begins with what there is",
    )
    demand: float = _share(
        "Vraag eerst: deel van de zaken waarin hulp begint met wat iemand vraagt",
        "Demand first: share of cases in which help begins with what is asked",
    )
    strength: float = _share(
        "Eigen kracht eerst: deel van de zaken dat begint met wat mensen zelf kunnen",
        "Own strength first: share of cases that begin with what people can do",
    )
    ready: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(-0.1, 0.3),
        basis=assumed("nothing to be made for one household; may also be more than is needed"),
        nl="Kant-en-klaar: deel van de uren dat een bestaand aanbod scheelt",
        en="Ready-made: share of the hours that an existing offer saves",
    )
    misses: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(-0.1, 0.3),
        basis=assumed("what there is was made for others; it may also be what works"),
        nl="Ernaast: deel van wat past dat een bestaand aanbod mist",
        en="Beside the point: share of the fit that an existing offer misses",
    )
    wants: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(-0.2, 0.4),
        basis=assumed("asking and tailoring take time; people may also want less than is offered"),
        nl="Op maat: deel aan uren dat ingaan op de vraag meer kost",
        en="Tailored: share of hours more that answering what is asked takes",
    )
    meets: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(-0.2, 0.6),
        basis=assumed(
            "a third of what did not fit is mended; what is wanted may not be what helps"
        ),
        nl="Raak: deel van wat niet past dat ingaan op de vraag goedmaakt",
        en="To the point: part of what does not fit that answering the question mends",
    )
    own: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.1, 0.9),
        basis=assumed("half of light help; which part own people can do was not counted"),
        nl="Eigen deel: deel van de lichte hulp waarvoor eerst naar eigen mensen gekeken wordt",
        en="Own part: share of light help for which own people are looked to first",
    )
    support: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("a third of what falls free; at 1 nothing falls free for others"),
        nl="Steun erbij: deel van vrijgekomen uren dat eigen mensen steunt",
        en="Support with it: part of the hours that fall free which supports own people",
    )
