r"""Missing contact (gemis aan contact): ODD 7.1, mechanism M26.

Everybody wants some good contacts. Where there are fewer, longing grows; with contact it wears off.
Longing makes people withdraw, from those they distrust the sooner, and makes loneliness begin
earlier than usual, or later:

.. math::
    L \leftarrow L + a\,\frac{\max(0, W - C)}{W} - b\,\frac{C}{W},
    \qquad C_i = e_i + s_i \sum_j k_{ij} S_{ij} s_j,
    \qquad f = \frac{e^{\beta L}}{1 - u + u\, e^{\beta L_{\max}}}

======  =====================  =================================================================
symbol  here                   meaning
======  =====================  =================================================================
L       ``longing``            for contact that is missed, between 0 and the ``deepest``
W C     ``wanted, actual``     good contacts that one wants, and has
a b     ``growing, easing``    how fast longing grows without any contact, and wears off with all
e       ``elsewhere``          good contacts outside of the neighbourhood
k S     ``weight``             what a tie of this kind counts for, and how well two people know
                               each other
s       ``seeks``              how much one seeks others: less with longing and distrust
f       ``sooner``             factor on the onset of loneliness, 1 on average
β u     ``pull, usual``        how strongly longing leads to loneliness; share of adults who long
                               in the average neighbourhood
======  =====================  =================================================================

Below the share a/(a+b) of wanted contact longing grows to its depth, above it there is none: the
continuous transition of [Fontanari2021]_ in its plainest form. Four or five good contacts are what
people want, and more adds little (E: N07). The factor is 1 on average, so that what is fitted stays
where it is; with β = 0 contact and loneliness have nothing to do with each other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    fitted,
    published,
    rule,
    setting,
    uncertainty,
)
from model.state.together import CIRCLE, STREET


@compiled
def wants(even: float, p: LonelinessParameters) -> float:
    """Good contacts that one resident wants, for an even draw; half to one and a half of usual."""
    return p.wanted * (0.5 + even)


@compiled
def elsewhere(even: float, p: LonelinessParameters) -> float:
    """Good contacts elsewhere for an even draw: many have few; 3 x squared has a mean of one."""
    return p.elsewhere * 3.0 * even * even


@compiled
def brings(even: float, p: LonelinessParameters) -> float:
    """Longing that a newcomer brings, for an even draw: the deepest, for as many as usual."""
    return p.deepest if even < p.usual else 0.0


@compiled
def weight(kind: int, p: LonelinessParameters) -> float:
    """What a tie of this kind counts for, in good contacts."""
    if kind == STREET:
        return p.neighbour
    return p.circle if kind == CIRCLE else 1.0


@compiled
def seeks(longing: float, trust: float, p: LonelinessParameters) -> float:
    """How much somebody seeks others, 0 to 1; at a trust of one half longing counts once.

    >>> class p: withdrawing = 0.1
    >>> seeks.py_func(0.0, 0.5, p), seeks.py_func(2.0, 0.5, p)
    (1.0, 0.8)
    """
    return max(0.0, 1.0 - p.withdrawing * longing * (1.5 - trust))


@compiled
@rule(
    "M26",
    nl="Gemis aan contact: wie minder contact heeft dan gewenst gaat verlangen en trekt zich terug",
    en="Missing contact: who has less than wanted comes to long for it and withdraws",
    seeds=("0:27", "0:31"),
    without="Contact with others says nothing of who becomes lonely.",
)
def longs(longing: float, wanted: float, actual: float, p: LonelinessParameters) -> float:
    """Longing four weeks later.

    >>> class p: growing, easing, deepest = 0.3, 0.1, 3.0
    >>> round(longs.py_func(1.0, 4.0, 2.0, p), 3), longs.py_func(0.0, 4.0, 4.0, p)
    (1.1, 0.0)
    """
    missed = max(0.0, wanted - actual) / wanted
    after = longing + p.growing * missed - p.easing * actual / wanted
    return min(p.deepest, max(0.0, after))


@compiled
def sooner(longing: float, p: LonelinessParameters) -> float:
    """Factor on the onset of loneliness, 1 on average.

    >>> class p: pull, usual, deepest = 0.0, 0.2, 3.0
    >>> sooner.py_func(3.0, p)
    1.0
    """
    usual = 1.0 - p.usual + p.usual * math.exp(p.pull * p.deepest)
    return math.exp(p.pull * longing) / usual


@compiled
def soonest(p: LonelinessParameters) -> float:
    """How much sooner than usual somebody becomes lonely who longs most, as a share."""
    return sooner(p.deepest, p) - 1.0


@dataclass(frozen=True, kw_only=True)
class LonelinessParameters(ParameterSet):
    """The numbers in this rule."""

    pull: float = uncertainty(
        0.3,
        Unit.LOG_ODDS,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=assumed(
            "so that a quarter of those with hardly any contact are lonely, one in eight else"
        ),
        nl="Gemis en eenzaamheid: hoe sterk gemis aan contact tot eenzaamheid leidt",
        en="Longing and loneliness: how strongly missed contact leads to loneliness",
    )
    withdrawing: float = uncertainty(
        0.05,
        Unit.FACTOR,
        between=(0.0, 0.2),
        neutral=0.0,
        basis=assumed("who longs most seeks others a sixth less; nothing must be possible"),
        nl="Terugtrekken: hoeveel minder iemand met gemis anderen opzoekt",
        en="Withdrawing: how much less somebody who longs seeks others",
    )
    growing: float = uncertainty(
        0.3,
        Unit.SCORE,
        between=(0.1, 0.6),
        basis=assumed("without anybody the deepest longing is there within a year"),
        nl="Gemis groeit: toename per vier weken voor wie niemand ziet",
        en="Longing grows: what four weeks without anybody add to it",
    )
    easing: float = uncertainty(
        0.15,
        Unit.SCORE,
        between=(0.05, 0.4),
        basis=assumed("with all contact one wants, longing wears off in one or two years"),
        nl="Gemis slijt: afname per vier weken voor wie genoeg contact heeft",
        en="Longing wears off: what four weeks of wanted contact take away",
    )
    wanted: float = setting(
        4.5,
        Unit.COUNT,
        between=(4.0, 5.0),
        step=0.1,
        basis=published("N07", reason="four or five good contacts protect, more adds little"),
        nl="Gewenst contact: goede contacten die iemand gemiddeld wil",
        en="Wanted contact: good contacts that people want on average",
    )
    elsewhere: float = setting(
        1.0,
        Unit.COUNT,
        between=(0.5, 4.0),
        step=0.1,
        basis=assumed("a fifth of good contacts live outside of the neighbourhood; no count found"),
        nl="Contact elders: goede contacten buiten de wijk, gemiddeld",
        en="Contact elsewhere: good contacts outside of the neighbourhood, on average",
    )
    neighbour: float = setting(
        0.25,
        Unit.COUNT,
        between=(0.0, 1.0),
        step=0.01,
        basis=assumed("four neighbours are worth one good contact"),
        nl="Gewicht van een buur: telt zo veel als goed contact",
        en="Weight of a neighbour: counts so much as a good contact",
    )
    circle: float = setting(
        0.35,
        Unit.COUNT,
        between=(0.0, 1.0),
        step=0.01,
        basis=assumed("three people of a club or school are worth one good contact"),
        nl="Gewicht van een kring: club of school telt zo veel als goed contact",
        en="Weight of a circle: club or school counts so much as a good contact",
    )
    gathering: float = setting(
        1.0,
        Unit.COUNT,
        between=(0.0, 3.0),
        neutral=0.0,
        step=0.1,
        basis=assumed("members of one initiative are worth a good contact; may be nothing"),
        nl="Contact in een initiatief: goede contacten die meedoen erin geeft",
        en="Contact in an initiative: good contacts that being a member gives",
    )
    deepest: float = setting(
        3.0,
        Unit.SCORE,
        between=(1.0, 6.0),
        basis=assumed("a scale as long as that of severity"),
        nl="Diepste gemis: hoogste stand van gemis aan contact",
        en="Deepest longing: highest level of longing for contact",
    )
    usual: float = setting(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.6),
        basis=fitted("share of adults who long, so that loneliness stays where it is", "N02"),
        nl="Gewoon gemis: deel van de volwassenen dat contact mist, gemiddelde wijk",
        en="Usual longing: share of adults who miss contact, average neighbourhood",
    )
