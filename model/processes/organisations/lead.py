r"""Who leads (regie): ODD 7.5, mechanism M9.

Around a household with helpers of several organisations people may have agreed who leads: a fixed
person of the team, whoever was asked first, whoever has the trade of the heaviest need, or whom
the resident chooses. Each way is a share of households; the rest have agreed nothing, and whoever
takes the whole question leads it.

Whoever should lead does so from the week in which that person knows of it and has time:

.. math:: P(\text{leads}) = \begin{cases} 1 & \text{already holds the case}\\
          h + (1 - h)\,S & \text{somebody else, told by who holds it}\\
          \tau & \text{chosen by a resident}\end{cases}

======  ================  =====================================================================
symbol  here              meaning
======  ================  =====================================================================
h       ``heard``         chance a week that who is not known hears of it
S       ``strength``      tie of who holds the case with who should lead
τ       ``trust``         of the resident in helpers: who trusts nobody chooses nobody
======  ================  =====================================================================

Another lead than the first helper costs both hours, and a new face hears the story once more, which
costs trust. That person then makes the plan with the own room, skill and time, and a generalist
looks around anew. Which way does better follows from who knows whom, who has time and for whom.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import MONTH
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty

OPEN_TO_ALL, FIXED, FIRST, TRADE, CHOSEN = range(5)
HALF = 0.5


@compiled
@rule(
    "M9",
    nl="Regie: wie het geheel leidt ligt vast, of hangt af van wie er het eerst was, van de "
    "zwaarste vraag of van de bewoner",
    en="Lead: who leads the whole is fixed, or depends on who was first, on the heaviest need or "
    "on the resident",
    seeds=("3:3", "3:14", "4:34"),
    without="Nothing is agreed about the lead: it is for whoever takes up the whole question.",
)
def way(even: float, p: LeadParameters) -> int:
    """In which way the lead is settled for a household, for an even draw.

    >>> class p: unsettled, fixed, first, trade, resident = 0.05, 0.25, 0.25, 0.25, 0.2
    >>> [way.py_func(even, p) for even in (0.1, 0.3, 0.6, 0.9, 0.99)]
    [1, 2, 3, 4, 0]
    """
    told = p.fixed + p.first + p.trade + p.resident
    even *= p.unsettled + told
    if even < p.fixed:
        return FIXED
    if even < p.fixed + p.first:
        return FIRST
    if even < p.fixed + p.first + p.trade:
        return TRADE
    return CHOSEN if even < told else OPEN_TO_ALL


@compiled
def agreed(p: LeadParameters) -> float:
    """The share of households for which people agreed who leads.

    >>> class p: fixed, first, trade, resident = 0.25, 0.0, 0.25, 0.25
    >>> agreed.py_func(p)
    0.75
    """
    return p.fixed + p.first + p.trade + p.resident


@compiled
def hears(strength: float, p: LeadParameters) -> float:
    """The chance a week that who should lead hears of it from whom that tie is with.

    >>> class p: heard = 0.2
    >>> [round(hears.py_func(strength, p), 9) for strength in (0.0, 0.5, 1.0)]
    [0.2, 0.6, 1.0]
    """
    return p.heard + (1.0 - p.heard) * strength


@compiled
def handing_hours(p: LeadParameters) -> float:
    """Hours a week that each of two spends on handing over, for four weeks.

    >>> class p: handing_over = 2.0
    >>> handing_hours.py_func(p)
    0.5
    """
    return p.handing_over / MONTH


@compiled
def has_time(free: float, hours: float) -> bool:
    """Whether there is time to take over: at least half of the hours, as with any new question."""
    return free >= HALF * hours


@compiled
def told_again(trust: float, p: LeadParameters) -> float:
    """Trust of a resident who told the story once more to a new face.

    >>> class p: retelling = 0.1
    >>> told_again.py_func(0.5, p)
    0.45
    """
    return trust * (1.0 - p.retelling)


def _way(default: float, reason: str, nl: str, en: str) -> float:
    return lever(
        default,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=default,
        shares="way",
        basis=chosen(reason),
        nl=nl,
        en=en,
    )


@dataclass(frozen=True, kw_only=True)
class LeadParameters(ParameterSet):
    """The numbers in this rule."""

    unsettled: float = _way(
        1.0,
        "nothing agreed is the world without this rule; seed 3:14 says it is often unclear",
        "Regie niet afgesproken: deel van de huishoudens waar regie is voor wie haar oppakt",
        "Lead not agreed: share of households in which who takes it up leads",
    )
    fixed: float = _way(
        0.0,
        "none, unless somebody asks what if",
        "Vaste regisseur: deel van de huishoudens met een vast persoon uit het wijkteam",
        "Fixed lead: share of households with a fixed person of the team",
    )
    first: float = _way(
        0.0,
        "none, unless somebody asks what if",
        "Regie bij de eerste: deel van de huishoudens waar leidt wie het eerst werd gevraagd",
        "Lead with the first: share of households led by who was asked first",
    )
    trade: float = _way(
        0.0,
        "none, unless somebody asks what if",
        "Regie naar vraag: deel van de huishoudens waar het vak van de zwaarste vraag leidt",
        "Lead by need: share of households led by the trade of the heaviest need",
    )
    resident: float = _way(
        0.0,
        "none, unless somebody asks what if",
        "Bewoner kiest: deel van de huishoudens waar de bewoner de regisseur kiest",
        "Resident chooses: share of households in which the resident chooses who leads",
    )
    heard: float = uncertainty(
        0.3,
        Unit.PER_WEEK,
        between=(0.05, 1.0),
        basis=assumed("a stranger is reached within a month; at the upper end at once"),
        nl="Regie doorgeven: kans per week dat een onbekende hoort dat die aan zet is",
        en="Passing on the lead: chance a week that a stranger hears of having to lead",
    )
    handing_over: float = uncertainty(
        2.0,
        Unit.HOURS,
        between=(0.0, 6.0),
        basis=assumed("reading, a call and a first visit together; no time study was found"),
        nl="Regie overdragen: uren die het elk van beiden kost als een ander gaat leiden",
        en="Handing over the lead: hours it costs each of two when another takes the lead",
    )
    retelling: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.15),
        basis=assumed("half of what being sent on costs, for telling it all again; may be nothing"),
        nl="Opnieuw vertellen: vertrouwen dat een bewoner verliest bij een nieuw gezicht",
        en="Telling it again: trust that a resident loses with a new face",
    )
