r"""Who employs the team (werkgever): ODD 7.5, mechanism M10.

Posts of the team are held by the municipality, by a foundation of the team's own, or by providers
who lend their people. Each follows from what an employer is:

.. math:: P(\text{asks own organisation}) = 1 - (1 - a)(1 - \omega), \qquad
          \text{room}' = \text{room} + \eta\,(2 u_e - 1)

======  ==================  ================================================================
symbol  here                meaning
======  ==================  ================================================================
a ω     ``asks``,           chance that a specialist is asked; what the interest of a lending
        ``own_interest``    provider adds where that specialist is its own
η u     ``house_rules``     how far the rules of an employer may widen or narrow the room of its
                            people; a draw for each employer, to either side
======  ==================  ================================================================

A lending provider pays for its people, its vision pulls at them, they are colleagues of those who
work there, and when its contract ends it holds back their time too. A foundation has a contract
that ends as those of providers do. The municipal team is the team as it is without this rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty

LENDERS = (3, 4, 5, 6)
"""Organisations that lend people to a team: mental health care, support, youth care, welfare."""


@compiled
@rule(
    "M10",
    nl="Werkgever: wie het team in dienst heeft betaalt, stelt regels en heeft een eigen belang",
    en="Employer: who employs the team pays, sets rules and has an interest of its own",
    seeds=("3:16", "3:15"),
    without="All of the team are employed by the municipality.",
)
def asks_own(asks: float, own: bool, p: EmployerParameters) -> float:
    """The chance that a specialist is asked, who may be of the own employer.

    >>> class p: own_interest = 0.5
    >>> asks_own.py_func(0.2, True, p), asks_own.py_func(0.2, False, p)
    (0.6, 0.2)
    """
    return 1.0 - (1.0 - asks) * (1.0 - p.own_interest) if own else asks


@compiled
def seats(total: int, share: float, left: int, p: EmployerParameters) -> int:
    """How many seats of the team a kind of employer has, of those that are left.

    ``share`` is against that of all employers together.

    >>> class p: municipality, foundation, providers = 0.6, 0.4, 0.0
    >>> seats.py_func(8, 0.4, 8, p), seats.py_func(8, 0.8, 5, p)
    (3, 5)
    """
    whole = p.municipality + p.foundation + p.providers
    return min(left, int(share / whole * total + 0.5)) if whole > 0.0 else 0


@compiled
def lender(even: float) -> int:
    """Which provider lends somebody, for an even draw.

    >>> lender.py_func(0.0), lender.py_func(0.99)
    (3, 6)
    """
    return LENDERS[int(even * len(LENDERS))]


@compiled
def room(even: float, p: EmployerParameters) -> float:
    """What an employer's own rules add to room or take from it, for an even draw.

    >>> class p: house_rules = 0.2
    >>> room.py_func(0.0, p), room.py_func(0.5, p), room.py_func(1.0, p)
    (-0.2, 0.0, 0.2)
    """
    return p.house_rules * (2.0 * even - 1.0)


def _share(default: float, reason: str, nl: str, en: str) -> float:
    return lever(
        default,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=default,
        shares="employer",
        basis=chosen(reason),
        nl=nl,
        en=en,
    )


@dataclass(frozen=True, kw_only=True)
class EmployerParameters(ParameterSet):
    """The numbers in this rule."""

    municipality: float = _share(
        1.0,
        "the team without an employer of its own is the world without this rule",
        "Team bij de gemeente: deel van het wijkteam dat daar in dienst is",
        "Team with the municipality: share of the team that it employs",
    )
    foundation: float = _share(
        0.0,
        "none, unless somebody asks what if",
        "Team in eigen stichting: deel van het wijkteam dat daar in dienst is",
        "Team in its own foundation: share of the team that it employs",
    )
    providers: float = _share(
        0.0,
        "none, unless somebody asks what if",
        "Team van aanbieders: deel van het wijkteam dat aanbieders uitlenen",
        "Team from providers: share of the team that providers lend",
    )
    own_interest: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.2),
        basis=assumed("one in twenty questions more goes to the own organisation; may be none"),
        nl="Eigen belang: extra kans dat iemand doorstuurt naar de eigen organisatie",
        en="Own interest: extra chance that somebody sends on to the own organisation",
    )
    house_rules: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        basis=assumed("rules of an employer widen or narrow room a little; either side as likely"),
        nl="Huisregels: hoeveel meer of minder ruimte een andere werkgever hooguit geeft",
        en="House rules: how much more or less room another employer gives at most",
    )
