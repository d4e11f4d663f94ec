r"""Team choice (wie erbij komt): ODD 7.4, mechanism M18.

Where a household has several needs, others are asked to join. A place goes to the partner whom one
always asks, to somebody else one knows, or to somebody new:

.. math::
    P(\text{new}) = 1 - p, \qquad P(\text{partner}) = p\,q, \qquad
    P(\text{others one knows}) = p\,(1 - q)

Of the others one knows it is whoever seems to know most of what this need asks. Somebody's craft
shows as far as one knows that person, else it seems average. Whoever was chosen brings the own
craft, and those who hardly know each other need time:

.. math::
    v_{ij} = S_{ij}\, e_{jd} + (1 - S_{ij})\,\tfrac12, \qquad
    k' = k\, e^{\beta\,(2 e_{jd} - 1)}, \qquad c_{ij} = \alpha\,(1 - S_{ij})

======  ==================  ==================================================================
symbol  here                meaning
======  ==================  ==================================================================
p q     ``incumbents``,     chance that a place goes to somebody one knows; and that it then goes
        ``repeating``       to the usual partner
e v     ``craft``,          how good somebody is at one kind of need, 0 to 1; how good it seems
        ``seems``           to who asks
S       ``strength``        of the tie of who asks
k β     ``brings``,         strength of help; what the craft of a chosen member does to it
        ``expertise``
c α     ``costs``,          hours of each every four weeks to get acquainted, in the first weeks
        ``acquainting``,    (``fresh``); for strangers
        ``fresh``
======  ==================  ==================================================================

With newcomers who come from nowhere, and with partners who are all that members ever worked with,
this is the team assembly of [Guimera2005]_. A fixed team has p = q = 1: as the world is now. In
an open network the choice is wider; how wide depends on whom one knows, which is left to meeting.
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

PARTNER, ACQUAINTANCE, NEW_FACE = 0, 1, 2


@compiled
@rule(
    "M18",
    nl="Wie erbij komt: een vaste partner, iemand anders die men kent, of een nieuw gezicht",
    en="Team choice: the usual partner, somebody else one knows, or a new face",
    seeds=("4:32", "4:34", "4:43", "1:59"),
    without="Everybody asks the partner one knows best, also where a household has several needs; "
    "nobody is chosen for a situation.",
)
def place_goes_to(first: float, second: float, p: TeamChoiceParameters) -> int:
    """Whom a place in a team goes to, for two even draws.

    >>> class p: incumbents, repeating = 0.8, 0.5
    >>> [place_goes_to.py_func(*even, p) for even in ((0.7, 0.4), (0.7, 0.6), (0.9, 0.4))]
    [0, 1, 2]
    """
    if first >= p.incumbents:
        return NEW_FACE
    return PARTNER if second < p.repeating else ACQUAINTANCE


@compiled
def seems(craft: float, strength: float) -> float:
    """How good somebody seems at something to who knows that person so well.

    >>> seems.py_func(0.9, 0.5), seems.py_func(0.9, 0.0)
    (0.7, 0.5)
    """
    return strength * craft + (1.0 - strength) * 0.5


@compiled
def brings(craft: float, p: TeamChoiceParameters) -> float:
    """What help is worth from somebody who was chosen, against that of whoever comes.

    >>> class p: expertise = 0.2
    >>> brings.py_func(0.5, p), round(brings.py_func(1.0, p), 3)
    (1.0, 1.221)
    """
    return math.exp(p.expertise * (2.0 * craft - 1.0))


@compiled
def costs(strength: float, p: TeamChoiceParameters) -> float:
    """Hours every four weeks that each of two people needs to get acquainted in a new team.

    >>> class p: acquainting = 2.0
    >>> costs.py_func(0.25, p), costs.py_func(1.0, p)
    (1.5, 0.0)
    """
    return p.acquainting * (1.0 - strength)


@dataclass(frozen=True, kw_only=True)
class TeamChoiceParameters(ParameterSet):
    """The numbers in this rule."""

    incumbents: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.3, 1.0),
        neutral=1.0,
        basis=assumed("now people ask whom they know; the lower end is that of [Guimera2005]"),
        nl="Bekenden erbij: kans dat een plek rond een gezin naar een bekende gaat",
        en="Asking people one knows: chance that a place goes to somebody known",
    )
    repeating: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=1.0,
        basis=assumed("now the one people know best is asked each time; nobody counted"),
        nl="Vast team: kans dat van alle bekenden weer de vaste partner wordt gevraagd",
        en="Fixed team: chance that of all one knows the usual partner is asked again",
    )
    beyond_care: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("now those of work and housing come as other specialists do"),
        nl="Werk en wonen erbij: kans dat het wijkteam hen vraagt bij meer problemen tegelijk",
        en="Work and housing join: chance that the team asks them where needs are several",
    )
    residents: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("now own people are no part of a team; what they do beside it is M25"),
        nl="Bewoners erbij: uren gevraagd aan eigen mensen, per uur lichte hulp van een team",
        en="Residents join: hours asked of own people, for each hour of light help of a team",
    )
    expertise: float = uncertainty(
        0.15,
        Unit.FACTOR,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed("the best at something a sixth better than average; may be no better"),
        nl="Vakkennis: hoeveel meer de beste in iets doet dan gemiddeld",
        en="Craft: how much more the best at something does than average",
    )
    acquainting: float = uncertainty(
        1.0,
        Unit.HOURS,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("as long as a plan meeting, for who does not know the other at all"),
        nl="Inwerken: uren per vier weken die vreemden in een nieuw team aan elkaar kwijt zijn",
        en="Getting acquainted: hours every four weeks that strangers in a new team spend on it",
    )
    fresh: float = setting(
        13.0,
        Unit.WEEKS,
        between=(4.0, 52.0),
        basis=assumed("a quarter in one team; after that they need no more time than others"),
        nl="Inwerktijd: weken in een nieuw team waarin mensen zich aan elkaar inwerken",
        en="Time to get acquainted: weeks in a new team in which people spend time on it",
    )
    acquainted: float = setting(
        0.1,
        Unit.SCORE,
        between=(0.02, 0.4),
        basis=chosen("two hours together in the last months, where sixteen are a tie"),
        nl="Bekend: sterkte van een band waarbij men iemand kent",
        en="Known: strength of tie at which one knows somebody",
    )
