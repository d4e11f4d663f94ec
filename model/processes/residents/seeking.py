r"""Whom one seeks out (doelgroep): ODD 7.2, mechanism M16.

Those who go out may look among everybody, or spend part of their hours at the doors of one group.
Nobody knows behind which door there is a need: a group that is smaller is called upon more often,
and that is all:

.. math::
    s_g = s\,\Bigl((1 - \alpha) + \alpha\, o\, \frac{N}{N_g}\Bigr), \qquad s_{-g} = s\,(1 - \alpha)

======  ================  ====================================================================
symbol  here              meaning
======  ================  ====================================================================
s       ``sought``        chance a week that a hidden need is found when all are sought alike
α       ``aimed``         share of the hours of going out that is spent in the group
N N_g   ``everybody``,    residents; of whom in the group
        ``members``
o       ``opening``       how readily who is sought as one of a group opens up, against else
======  ================  ====================================================================

So more people are found only where more of the group are hidden than of all; else fewer. Being
sought out as one of a group may feel like being seen, or like being marked: ``opening`` has both.

Hours of going out are kept free (``kept``), as other time that was agreed, or are what care leaves.
What is kept free for it is lost to those who wait.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    chosen,
    lever,
    rule,
    uncertainty,
)
from model.state.axes import HOUSEHOLD_TYPES, TERCILES

TYPES = len(HOUSEHOLD_TYPES)
MOST = len(TERCILES) - 1


@compiled
def belongs(cell: int, group: float) -> bool:
    """Whether residents of this cell are in the group that is sought out.

    >>> [belongs.py_func(6, 0.0), belongs.py_func(5, 0.0), belongs.py_func(4, 2.0)]
    [True, False, True]
    """
    if group < 1.0:
        return cell // TYPES == MOST
    return cell % TYPES == int(group) - 1


@compiled
@rule(
    "M16",
    nl="Doelgroep zoeken: wie erop uitgaat belt overal aan, of vaker bij een groep",
    en="Seeking a group: who goes out calls everywhere, or more often at one group",
    seeds=("1:19", "1:17", "0:37"),
    without="Who goes out seeks everybody alike, and does so in hours that care leaves.",
)
def inside(everybody: float, members: float, p: SeekingParameters) -> float:
    """How much sooner one of the group is found than when all are sought alike.

    >>> class p: aimed, opening = 0.5, 1.0
    >>> inside.py_func(300.0, 100.0, p), inside.py_func(100.0, 100.0, p)
    (2.0, 1.0)
    """
    if members <= 0.0:
        return 1.0
    return 1.0 - p.aimed + p.aimed * p.opening * everybody / members


@compiled
def outside(p: SeekingParameters) -> float:
    """How much sooner somebody else is found: less, by the hours that are spent in the group."""
    return 1.0 - p.aimed


@compiled
def kept_free(wanted: float, p: SeekingParameters) -> float:
    """Hours a week of going out that no care can take.

    >>> class p: kept = 0.5
    >>> kept_free.py_func(4.0, p)
    2.0
    """
    return p.kept * wanted


@dataclass(frozen=True, kw_only=True)
class SeekingParameters(ParameterSet):
    """The numbers in this rule."""

    aimed: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("nobody is sought out before others until somebody chooses so"),
        nl="Gericht zoeken: deel van de uren erop uit dat naar één groep gaat",
        en="Aimed seeking: share of the hours of going out that goes to one group",
    )
    group: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, float(TYPES)),
        basis=chosen("the first group that practice names; any other can be chosen"),
        choices=(
            (0.0, "meeste achterstand", "most disadvantaged"),
            (1.0, "wie alleen woont", "living alone"),
            (2.0, "samen zonder kinderen", "together, no children"),
            (3.0, "gezinnen", "families"),
        ),
        nl="Gezochte groep: naar wie gericht gezocht wordt",
        en="Group sought: whom aimed seeking looks for",
    )
    opening: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.5, 1.5),
        neutral=1.0,
        basis=assumed("as readily as anybody; being marked may close doors, being seen opens them"),
        nl="Opendoen: hoe graag wie als groep gezocht wordt opendoet, tegen anders",
        en="Opening up: how readily who is sought as a group opens the door, against else",
    )
    kept: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("hours that were agreed are kept; 0 is what happens where care goes first"),
        nl="Vrijgehouden: deel van de uren erop uit dat doorgaat als het druk is",
        en="Kept free: share of the hours of going out that stands when it is busy",
    )
