r"""A region with one way of working (regio): ODD 7.11, mechanism M21.

Municipalities work in many ways of which each may fit the place or not. Experience makes ways fit
again, half of what is amiss in so many weeks; people who leave undo it. What a region agreed binds
some of these ways. Training brings a municipality back to them; so does a regional facilitator,
who sees a deviation after a while and asks the managers to end it. They do so when

.. math:: c_m\, i_k > r_{mk}, \qquad c_m = s_m\, t\, (1 - d_m)

======  ================  =====================================================================
symbol  here              meaning
======  ================  =====================================================================
c i r   ``credible``,     how far managers believe the facilitator; how much an agreed way of
        ``importance``,   working matters; the local reason to do otherwise, all 0 to 1
        ``reason``
d       ``suspected``     double hats that a municipality which pays less sees; with tie s and
                          trust t it makes up how far the facilitator is believed
======  ================  =====================================================================

Local code against common code as in [March1991]_; sizes for ways of working with residents were
found nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import MONTH, YEAR
from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    chosen,
    expert,
    lever,
    rule,
    setting,
    uncertainty,
)


@compiled
@rule(
    "M21",
    nl="Regio: wie afwijkt van wat is afgesproken, doet dat tot iemand geloofwaardig aandringt",
    en="Region: who departs from what was agreed does so until somebody credible insists",
    seeds=("2:9", "2:13", "2:26", "2:36", "2:38"),
    without="Each municipality goes on as it works, whatever was agreed, and help is as strong "
    "everywhere as it would be without a region.",
)
def persuaded(credible: float, importance: float, reason: float) -> bool:
    """Whether managers end a deviation that was put on their agenda.

    >>> persuaded.py_func(0.6, 0.8, 0.4), persuaded.py_func(0.6, 0.8, 0.5)
    (True, False)
    """
    return credible * importance > reason


@compiled
def adapts(p: RegionParameters) -> float:
    """The chance that experience mends a way of working that does not fit, in four weeks.

    >>> class p: adapting = 4.0
    >>> adapts.py_func(p)
    0.5
    """
    return 1.0 - 0.5 ** (MONTH / p.adapting)


@compiled
def slips(p: RegionParameters) -> float:
    """The chance that a way of working is lost with who left and found anew at random."""
    return 1.0 - 0.5 ** (MONTH / p.slipping)


@compiled
def usual_fit(p: RegionParameters) -> float:
    """The share of ways of working that fit the place when nothing regional is at work."""
    mended, lost = adapts(p), 0.5 * slips(p)
    return mended / (mended + lost) if mended + lost > 0.0 else 0.5


@compiled
def trained(a_year: float) -> float:
    """The chance in four weeks that training changes a way of working, from the share a year.

    >>> round(trained.py_func(0.5), 4)
    0.0519
    """
    return 1.0 - (1.0 - a_year) ** (MONTH / YEAR)


@compiled
def suspected(paid: float, share: float, suspicion: float) -> float:
    """Double hats that a municipality sees in a facilitator for whom others pay more than it does.

    >>> suspected.py_func(0.0, 0.5, 0.4), suspected.py_func(0.5, 0.5, 0.4)
    (0.4, 0.0)
    """
    return suspicion * (1.0 - min(1.0, paid / share))


@compiled
def strengthened(fit: float, usual: float, p: RegionParameters) -> float:
    """The factor on the strength of help when so many ways of working fit the place.

    >>> class p: worth = 0.5
    >>> strengthened.py_func(0.9, 0.7, p), strengthened.py_func(0.7, 0.7, p)
    (1.1, 1.0)
    """
    return max(0.0, 1.0 + p.worth * (fit - usual))


@dataclass(frozen=True, kw_only=True)
class RegionParameters(ParameterSet):
    """The numbers in this rule."""

    principles: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("nothing agreed is how it is without a region; Eemland chose a set (2:9)"),
        nl="Leidende principes: deel van de werkwijzen dat regionaal is afgesproken",
        en="Leading principles: share of ways of working that the region agreed on",
    )
    training: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.9),
        neutral=0.0,
        basis=chosen("no training plan unless a scenario has one (2:26)"),
        nl="Verplichte training: deel van de afwijkingen dat een jaar training wegneemt",
        en="Compulsory training: share of deviations that a year of training takes away",
    )
    training_own: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.9),
        neutral=0.0,
        basis=chosen("no training plan unless a scenario has one (2:26)"),
        nl="Training naar keuze: deel van wat lokaal niet past dat een jaar wegneemt",
        en="Optional training: share of what does not fit locally that a year takes away",
    )
    hours: float = lever(
        0.0,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 40.0),
        neutral=0.0,
        step=1,
        basis=chosen("nobody unless a scenario pays somebody (2:13)"),
        nl="Regionaal procesbegeleider: uren per week voor de hele regio",
        en="Regional facilitator: hours a week for the whole region",
    )
    city_pays: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=expert("seed 2:13: the six smaller municipalities asked and paid"),
        nl="Stad betaalt mee: deel van de regionale begeleider dat de grootste betaalt",
        en="City contributes: share of the regional facilitator that the largest pays",
    )
    similarity: float = uncertainty(
        0.7,
        Unit.SHARE,
        between=(0.2, 1.0),
        neutral=1.0,
        basis=assumed("most of what works here works there; nobody counted it"),
        nl="Gelijkenis van gemeenten: deel van de werkwijzen waar overal hetzelfde past",
        en="Likeness of municipalities: share of ways of working where the same fits everywhere",
    )
    adapting: float = uncertainty(
        52.0,
        Unit.WEEKS,
        between=(13.0, 208.0),
        neutral=float("inf"),
        basis=assumed("teams find out in about a year what works in their place"),
        nl="Lokaal leren: weken waarin de helft van wat niet past door ervaring verdwijnt",
        en="Local learning: weeks in which experience mends half of what does not fit",
    )
    worth: float = uncertainty(
        0.3,
        Unit.FACTOR,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=assumed("all ways wrong against all right changes help by a third; may be nothing"),
        nl="Waarde van passend werken: hoeveel hulp sterker is als alle werkwijzen passen",
        en="Worth of fitting ways: how much stronger help is when all ways of working fit",
    )
    slipping: float = setting(
        156.0,
        Unit.WEEKS,
        between=(52.0, 520.0),
        neutral=float("inf"),
        basis=assumed("half of who knows how things are done here has left in some years"),
        nl="Wegvallen: weken waarin de helft van de werkwijzen met vertrekkers verloren gaat",
        en="Loss by leaving: weeks in which half of the ways of working leave with people",
    )
    lag: float = setting(
        13.0,
        Unit.WEEKS,
        between=(4.0, 52.0),
        basis=assumed("team leaders report once in three months (2:30)"),
        nl="Afwijking zien: weken voor die regionaal wordt opgemerkt",
        en="Seeing a deviation: weeks before the region notices it",
    )
    fitting_reason: float = setting(
        0.5,
        Unit.FACTOR,
        between=(0.0, 1.0),
        neutral=1.0,
        basis=assumed("who is asked what fits the place has half the reason to refuse"),
        nl="Reden bij passend: hoeveel van de reden tot afwijken blijft waar het afgesprokene past",
        en="Reason where it fits: how much reason to differ is left where what was agreed fits",
    )
