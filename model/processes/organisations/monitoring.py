r"""Monitoring (volgen met cijfers): ODD 7, mechanism M28.

Indicators tell a board how help goes, whoever else tells it or not. The more there are, the more of
it they cover, less and less for each; and what is reported seldom is old when it is read:

.. math::
    k = \frac{I}{I + I_0}, \qquad b = k\,2^{-26 / (F h)}, \qquad
    \text{share of the week} = \frac{I F m}{52 H}

What is heard through figures counts as what is heard otherwise. But figures also tell when results
are fewer than was hoped, which others would rather not say. And what is counted draws attention
from what is not: plans for several needs, which no indicator fits, suffer a little, while figures
flatter:

.. math::
    C \leftarrow C - d\,b\,\max(0, w_0 - w), \qquad
    \text{fit} \leftarrow \text{fit}\,(1 - g\,\pi), \qquad
    w \leftarrow w\,(1 + g\,\pi), \qquad \pi = k\,\tfrac{F}{12}

======  ==============  ======================================================================
symbol  here            meaning
======  ==============  ======================================================================
I F     ``indicators``, indicators beyond what is kept now; reports in a year
        ``frequency``
k b     ``covers``,     part of what matters that is counted; what the board hears by it
        ``reaches``
m H     ``filling``,    hours of a post to fill in one indicator once; hours of its week
        ``week``
h       ``stale``       weeks in which a figure loses half of its worth
w w_0   ``result``,     how clear the result is; what was hoped for
        ``hoped``
d       ``sobering``    what figures that disappoint take from commitment
g π     ``gaming``,     how far indicators replace what they measure; how much hangs on them
        ``pressure``
======  ==============  ======================================================================

That a measure which becomes a target stops being a good measure is told as a law [Strathern1997]_;
no size is known for this work, so ``gaming`` may be nothing. With ``weighted`` below 1 new work
goes by the number of cases people have, instead of by the hours these ask, as it does now.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import YEAR
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

MONTHS = 12.0


@compiled
def covers(p: MonitoringParameters) -> float:
    """The part of what matters that is counted, 0 to 1."""
    return p.indicators / (p.indicators + p.half)


@compiled
@rule(
    "M28",
    nl="Volgen met cijfers: een bestuur ziet hoe het gaat, het kost tijd en stuurt de aandacht",
    en="Monitoring: a board sees how it goes, it costs time and steers attention",
    seeds=("0:5", "2:30"),
    without="Nothing is counted beyond what is counted now: figures take no time, tell nobody "
    "anything and are nobody's aim.",
)
def reaches(p: MonitoringParameters) -> float:
    """How well a board hears through figures, 0 to 1: half a term old on average."""
    return covers(p) * 0.5 ** (YEAR / p.frequency / 2.0 / p.stale)


@compiled
def heard(hears: float, p: MonitoringParameters) -> float:
    """How well a board hears of results, through figures and otherwise, 0 to 1."""
    return hears + (1.0 - hears) * reaches(p)


@compiled
def pressure(p: MonitoringParameters) -> float:
    """How much hangs on figures, 0 to 1."""
    return covers(p) * p.frequency / MONTHS


@compiled
def flattered(result: float, p: MonitoringParameters) -> float:
    """The result as figures tell it, 0 to 1."""
    return min(1.0, result * (1.0 + p.gaming * pressure(p)))


@compiled
def sobers(result: float, p: MonitoringParameters) -> float:
    """What figures that disappoint take from commitment at a meeting."""
    return p.sobering * reaches(p) * max(0.0, p.hoped - result)


@compiled
def crowded_out(several: bool, p: MonitoringParameters) -> float:
    """What is left of the fit of a plan where attention goes to what is counted."""
    return 1.0 - p.gaming * pressure(p) if several else 1.0


@compiled
def share_of_week(week: float, p: MonitoringParameters) -> float:
    """The share of a post's week that goes to filling in indicators.

    >>> class p: indicators, frequency, filling = 10.0, 4.0, 0.25
    >>> round(share_of_week.py_func(36.0, p), 5)
    0.00534
    """
    return p.indicators * p.frequency * p.filling / (YEAR * week)


@compiled
def reporting_hours(p: MonitoringParameters) -> float:
    """Hours a week that making reports takes of those who facilitate."""
    return p.indicators * p.frequency * p.reporting / YEAR


@compiled
def seems_free(free: float, flat: float, p: MonitoringParameters) -> float:
    """The time somebody seems to have: by the hours of the cases, or by their number."""
    return free + (1.0 - p.weighted) * (flat - free)


@dataclass(frozen=True, kw_only=True)
class MonitoringParameters(ParameterSet):
    """The numbers in this rule."""

    indicators: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 30.0),
        neutral=0.0,
        basis=chosen("on top of what is kept now, which is in the usual administration already"),
        nl="Indicatoren: hoeveel er worden bijgehouden boven wat nu gewoon is",
        en="Indicators: how many are kept on top of what is usual now",
    )
    frequency: float = lever(
        4.0,
        Unit.COUNT,
        between=(1.0, 12.0),
        basis=assumed("a report each quarter is common practice (2:30)"),
        nl="Rapportages: hoe vaak per jaar de indicatoren worden gemeld",
        en="Reports: how often in a year indicators are reported",
    )
    weighted: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=1.0,
        basis=chosen("in the other rules new work goes to who has most hours left"),
        nl="Gewogen caseload: werk verdelen naar aantal casussen (0) of naar uren (1)",
        en="Weighted caseload: dividing work by number of cases (0) or by hours (1)",
    )
    gaming: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed(
            "a tenth where all hangs on figures; may be nothing, nobody measured it here"
        ),
        nl="Sturen op cijfers: hoeveel aandacht van het niet getelde naar het getelde gaat",
        en="Steering by figures: how much attention moves from what is not counted to what is",
    )
    sobering: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("as much as a clear result adds; may be nothing"),
        nl="Tegenvallende cijfers: hoeveel draagvlak zij per vergadering kosten",
        en="Disappointing figures: how much commitment they cost at a meeting",
    )
    hoped: float = setting(
        0.5,
        Unit.SCORE,
        between=(0.0, 1.0),
        basis=assumed("boards hope for half of what they would call a clear result"),
        nl="Gehoopt resultaat: wat een bestuur per vergadering verwacht te zien",
        en="Hoped for: what a board expects to see of results at a meeting",
    )
    half: float = setting(
        8.0,
        Unit.COUNT,
        between=(3.0, 20.0),
        basis=assumed("eight well chosen indicators cover half of what matters"),
        nl="Genoeg indicatoren: aantal dat de helft dekt van wat ertoe doet",
        en="Enough indicators: number that covers half of what matters",
    )
    stale: float = setting(
        26.0,
        Unit.WEEKS,
        between=(8.0, 104.0),
        basis=assumed("figures of half a year ago count for half"),
        nl="Verouderen van cijfers: weken waarin een cijfer de helft van zijn waarde verliest",
        en="Ageing of figures: weeks in which a figure loses half of its worth",
    )
    filling: float = setting(
        0.25,
        Unit.HOURS,
        between=(0.05, 1.0),
        basis=assumed("a quarter of an hour for all cases of one professional together"),
        nl="Invullen: uren van een professional voor één indicator per rapportage",
        en="Filling in: hours of a professional for one indicator in each report",
    )
    reporting: float = setting(
        0.5,
        Unit.HOURS,
        between=(0.0, 2.0),
        basis=assumed("half an hour to gather, check and explain one figure"),
        nl="Rapport maken: uren van een begeleider voor één indicator per rapportage",
        en="Making a report: hours of a facilitator for one indicator in each report",
    )
