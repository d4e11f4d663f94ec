r"""Room and mandate (mandaat, richting-ruimte-ruggensteun): ODD 7.5, mechanism M12.

The right plan for a household needs some room ω: the distance between what is needed and what
the rules allow. A professional who has the mandate and the skill to use it delivers the plan. If
not, three things can happen: asking upwards and waiting, perhaps in vain; deviating, which may go
wrong and then strains who is not backed; or offering what the rules allow, which fits less. And
the more room there is, the more a plan hangs on who makes it:

.. math::
    \text{fit} = 1 - 2 u s\,m (1-k) \text{ if } m\,k \ge \omega, \quad\text{else}\quad
    P(\text{deviate}) = \sigma\bigl(b_0 + b_e e - b_r (1-\text{backing}) - b_l (\omega - m k)\bigr),
    \quad \text{or fit} = 1 - (\omega - m k) - 2 u s\,m (1-k)

======  =====================  ==================================================================
symbol  here                   meaning
======  =====================  ==================================================================
ω       ``need_room``          0 to 1; more for several needs than for one
m       ``mandate``            the larger of the rule and of agreements (A times alignment)
k e     ``skill, engagement``  to use room; own drive
s u     ``straying, even``     how far what is decided freely strays for want of skill; luck
b       ``boldness`` etc.      see MandateParameters
======  =====================  ==================================================================

ω follows the Kumaraswamy distribution, close to Beta(1.5, 3) for one need and Beta(3, 2.5) for
several, because its inverse can be written down. Discretion works through meaning for the client
and through willingness [TummersBekkers2014]_. Raising mandate alone does little where skill is
low; that must follow. Without its last term more room could only help; with it households in
equal need may get plans that differ by who helps them, as [Lipsky1980]_ saw. Nobody counted how
much that is, so it is nothing unless set, and drawn with all else that nobody knows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

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
def room_needed(several: bool, even: float, p: MandateParameters) -> float:
    """The room that the right plan needs, 0 to 1, for an even draw."""
    first = p.much_several if several else p.much_single
    second = p.little_several if several else p.little_single
    return p.unusual * (1.0 - (1.0 - even) ** (1.0 / second)) ** (1.0 / first)


@compiled
def mandate_of(agreement: float, p: MandateParameters) -> float:
    """The mandate somebody has: by rule, or by what boards agreed, whichever is more."""
    return max(p.mandate, agreement)


@compiled
def shortage(mandate: float, skill: float, need_room: float) -> float:
    """How much room is lacking, 0 where there is enough."""
    return max(0.0, need_room - mandate * skill)


@compiled
@rule(
    "M12",
    nl="Mandaat: wie te weinig ruimte heeft vraagt, wijkt af, of biedt wat de regel toelaat",
    en="Mandate: who lacks room asks, deviates, or offers what the rule allows",
    seeds=("0:31", "0:45", "3:18", "3:26", "1:44", "1:48", "2:36"),
    without="The right plan never needs more room than there is; every plan fits.",
)
def deviates(lacking: float, engagement: float, p: MandateParameters) -> float:
    """The chance to deviate from the rules, where room is lacking.

    >>> class p:
    ...     backing, boldness = 0.5, -2.0
    ...     by_drive, by_fear, by_distance = 2.0, 2.0, 4.0
    >>> round(deviates.py_func(0.25, 0.5, p), 3)
    0.047
    """
    drive = p.boldness + p.by_drive * engagement
    drive -= p.by_fear * (1.0 - p.backing) + p.by_distance * lacking
    return 1.0 / (1.0 + math.exp(-drive))


@compiled
def punished(p: MandateParameters) -> float:
    """Strain of who deviated, when it went wrong; none where managers stand behind it.

    >>> class p: sanction, backing = 0.2, 0.75
    >>> punished.py_func(p)
    0.05
    """
    return p.sanction * (1.0 - p.backing)


@compiled
def rule_based_fit(lacking: float) -> float:
    """How well the plan fits that the rules allow, 0 to 1."""
    return 1.0 - lacking


@compiled
def strays(room: float, skill: float, even: float, p: MandateParameters) -> float:
    """What a plan fits less because room was left to somebody who lacks skill to use it, 0 to 2.

    It differs from plan to plan, by an even draw: nobody errs as much in each.

    >>> class p: straying = 0.5
    >>> [strays.py_func(1.0, 0.75, even, p) for even in (0.0, 0.5, 1.0)]
    [0.0, 0.125, 0.25]
    """
    return 2.0 * even * p.straying * room * (1.0 - skill)


def _shape(default: float, nl: str, en: str) -> float:
    return setting(
        default,
        Unit.FACTOR,
        between=(0.5, 5.0),
        basis=chosen("so that room needed is spread close to the distribution named above"),
        nl=f"Vorm van ruimte, {nl}: exponent van de verdeling van benodigde ruimte",
        en=f"Shape of room, {en}: exponent of the spread of room needed",
    )


@dataclass(frozen=True, kw_only=True)
class MandateParameters(ParameterSet):
    """The numbers in this rule."""

    mandate: float = lever(
        0.4,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=1.0,
        basis=assumed("professionals say they often have too little room; no measure was found"),
        nl="Mandaat professionals: ruimte die de regels geven, 0 geen en 1 alles",
        en="Mandate of professionals: room the rules give, 0 none and 1 all",
    )
    backing: float = lever(
        0.4,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed(
            "somewhat less than half feel backed when they deviate; no measure was found"
        ),
        nl="Ruggensteun: of leidinggevenden achter je staan als je afwijkt",
        en="Backing: whether managers stand behind you when you deviate",
    )
    boldness: float = uncertainty(
        -1.5,
        Unit.LOG_ODDS,
        between=(-4.0, 0.0),
        basis=assumed("deviation is the exception; from one in fifty to one in two"),
        nl="Durf: hoe snel iemand afwijkt van de regels, los van de rest",
        en="Boldness: how readily somebody deviates from the rules, all else apart",
    )
    skill: float = uncertainty(
        0.8,
        Unit.SCORE,
        between=(0.5, 1.0),
        neutral=1.0,
        basis=assumed("most can use room when they get it, not all"),
        nl="Ruimte benutten: hoe goed professionals gegeven ruimte gebruiken",
        en="Using room: how well professionals use the room they get",
    )
    engagement: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.2, 0.8),
        basis=assumed("the middle of the scale, with people spread around it"),
        nl="Betrokkenheid: eigen drive van professionals, gemiddeld",
        en="Engagement: own drive of professionals, on average",
    )
    unusual: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.5, 1.0),
        neutral=0.0,
        basis=assumed("how far needs differ from what rules foresee; half as far is possible"),
        nl="Ongewoon: hoeveel ruimte hulpvragen nodig hebben buiten de regels",
        en="Unusual: how much room needs ask outside the rules",
    )
    escalation: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 0.8),
        neutral=0.0,
        basis=assumed("three in ten ask upwards before they settle for less"),
        nl="Opschalen: deel dat eerst om toestemming vraagt",
        en="Asking upwards: share who first ask for permission",
    )
    answer: float = uncertainty(
        10.0,
        Unit.WEEKS,
        between=(4.0, 20.0),
        neutral=0.0,
        basis=assumed("one or two meeting rounds of managers"),
        nl="Antwoord: weken tot er toestemming is",
        en="Answer: weeks until there is an answer",
    )
    straying: float = uncertainty(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed(
            "not counted: at 0 own judgement is never worse than rules, at 1 all that skill lacks "
            "is lost on average where room is whole; 0 because the numbers around it were fitted "
            "without it"
        ),
        nl="Eigen oordeel: hoeveel een plan minder past als ruimte er is en vaardigheid mist",
        en="Own judgement: how much less a plan fits where there is room and skill is lacking",
    )
    by_drive: float = setting(
        2.0,
        Unit.LOG_ODDS,
        between=(0.0, 8.0),
        basis=assumed("between no drive and all of it the odds are seven times as large"),
        nl="Drive telt: hoe sterk betrokkenheid doet afwijken",
        en="Drive counts: how strongly engagement makes people deviate",
    )
    by_fear: float = setting(
        2.0,
        Unit.LOG_ODDS,
        between=(0.0, 8.0),
        basis=assumed("being backed counts for as much as wanting it oneself"),
        nl="Zonder steun: hoe sterk gebrek aan ruggensteun afwijken tegenhoudt",
        en="Unsupported: how strongly lack of backing keeps people from deviating",
    )
    by_distance: float = setting(
        4.0,
        Unit.LOG_ODDS,
        between=(0.0, 8.0),
        basis=assumed("far from the rules weighs twice as much as drive or backing"),
        nl="Afstand tot de regels: hoe sterk ontbrekende ruimte afwijken tegenhoudt",
        en="Distance to the rules: how strongly lacking room keeps people from deviating",
    )
    engagement_spread: float = setting(
        0.4,
        Unit.SCORE,
        between=(0.0, 0.8),
        basis=assumed("people differ by two fifths of the scale; no measure was found"),
        nl="Verschil in betrokkenheid: tussen wie het minst en wie het meest gedreven is",
        en="Difference in engagement: between the least and the most driven",
    )
    skill_spread: float = setting(
        0.3,
        Unit.SCORE,
        between=(0.0, 0.6),
        basis=assumed("somewhat less than in drive; no measure was found"),
        nl="Verschil in benutten: tussen wie ruimte het minst en wie die het meest benut",
        en="Difference in using room: between who uses it least and most",
    )
    much_single: float = _shape(1.4, "een probleem", "one need")
    little_single: float = _shape(3.0, "een probleem, staart", "one need, tail")
    much_several: float = _shape(2.5, "meer problemen", "several needs")
    little_several: float = _shape(2.4, "meer problemen, staart", "several needs, tail")
    granted: float = uncertainty(
        0.7,
        Unit.SHARE,
        between=(0.2, 1.0),
        neutral=1.0,
        basis=assumed("most who ask with reasons get leave, not all; no count was found"),
        nl="Toegestaan: deel van de vragen om ruimte dat hogerop wordt toegestaan",
        en="Granted: share of questions for room that are granted higher up",
    )
    goes_wrong: float = uncertainty(
        0.15,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed("rules are there for a reason in perhaps one case of seven"),
        nl="Verkeerd uitpakken: deel van de afwijkingen dat niet helpt en wordt opgemerkt",
        en="Going wrong: share of deviations that do not help and are noticed",
    )
    sanction: float = uncertainty(
        0.1,
        Unit.SCORE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("as much strain as a very busy season, for who stands alone"),
        nl="Gevolgen: spanning voor wie alleen staat als afwijken verkeerd uitpakt",
        en="Consequences: strain for who stands alone when deviating goes wrong",
    )
