r"""Needs that feed each other (behoeften): ODD 7.1, mechanism M15.

A resident has a level of need x from 0 to 3 in each of eight domains. A level rises the faster,
the more disadvantage, and the more need in other domains and with housemates; it falls the
slower, the longer it lasts and the more need there is elsewhere. Help adds to the fall:

.. math::
    u_d = h_d\, s_d\, e^{\beta a + \sum_{d'} K_{d'd} x_{d'} + \sigma m_d}\, (w \text{ if } x_d > 0)
    \qquad
    v_d = r_d\, (1 + t_d/\tau)^{-\eta}\, e^{-\kappa \sum_{d' \ne d} x_{d'}} + q_d

======  =========================  =============================================================
symbol  here                       meaning
======  =========================  =============================================================
u, v    ``rising``, ``falling``    weekly rates of one level up and down, each domain
h s     ``onset``, ``scale``       rate for an average person; factor of this neighbourhood
a β     ``disadvantage``           standard deviations from the national mean; log-odds each
K       ``feeding``                what a level of need d' adds to the onset of d
m σ     ``housemate``              whether a housemate has this need; what that adds
w       ``worsening``              how much faster a need worsens than begins
r t     ``recovery``, ``age``      rate without help; weeks at this level
q       ``relief``                 what help adds (helping, M17)
======  =========================  =============================================================

The form is that of competing semi-Markov hazards with linked lives [Silverman2013]_. One entry of
K rests on a Dutch cohort: severe debts raise the odds of a new mood or anxiety disorder in three
years 3.64 times (E: D01), that is ln(3.64)/3 per level. There is no bonus for a joint plan here
or anywhere: help in d while d' stays high relapses by itself, and that is all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from model.compiling import compiled, inlined
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
from model.state.axes import DOMAIN_COUNT, PARENTING
from model.state.kinds import Numbers, Row

HIGHEST = 3
UNKNOWN = -1.0
INCOME, WORK, HOUSING, MENTAL, PHYSICAL, YOUTH, LONELY, SAFETY = range(DOMAIN_COUNT)

FEEDS = np.zeros((DOMAIN_COUNT, DOMAIN_COUNT))
"""Which need feeds which, before its size: 1 where a path is commonly described, else 0."""
for _source, _targets in (
    (INCOME, (HOUSING, LONELY, SAFETY, PHYSICAL, YOUTH)),
    (WORK, (INCOME, MENTAL, LONELY)),
    (HOUSING, (MENTAL, YOUTH)),
    (MENTAL, (INCOME, WORK, LONELY, YOUTH, SAFETY)),
    (PHYSICAL, (WORK, LONELY, MENTAL)),
    (YOUTH, (MENTAL, SAFETY)),
    (LONELY, (MENTAL, PHYSICAL)),
    (SAFETY, (MENTAL, YOUTH, HOUSING)),
):
    for _target in _targets:
        FEEDS[_source, _target] = 1.0
FEEDS.setflags(write=False)


@inlined
def feeding(level: Numbers, domain: int, p: NeedsParameters) -> float:
    """What needs in other domains add to the log-rate of this one."""
    total = 0.0
    for other in range(DOMAIN_COUNT):
        if level[other] > 0 and other != domain:
            size = p.feeding * FEEDS[other, domain]
            if other == INCOME and domain == MENTAL:
                size = p.debt_to_mental
            total += size * level[other]
    return total


@compiled
def may_need(domain: int, age_band: int) -> bool:
    """Whether people of this age carry this need: children carry the one of growing up."""
    return (domain == PARENTING) == (age_band == 0)


@compiled
def slope(age_band: int, disadvantage: float, p: NeedsParameters) -> float:
    """The factor of disadvantage on the first needs that people of this age can have."""
    return math.exp((p.gradient_youth if age_band == 0 else p.gradient) * disadvantage)


@compiled
def onset_at(domain: int, steep: float, p: NeedsParameters, scale: Numbers) -> float:
    """The weekly rate of a first need for somebody with this factor of disadvantage."""
    return p.onset[domain] * scale[domain] * steep


@inlined
@rule(
    "M15",
    nl="Behoeften: een probleem maakt andere problemen waarschijnlijker",
    en="Needs: one problem makes other problems more likely",
    seeds=("0:27", "0:52", "3:3", "2:17"),
    without="Problems come and go one by one: between people alike, one says nothing of another.",
)
def rising(
    level: Numbers, domain: int, start: float, housemate: float, p: NeedsParameters
) -> float:
    """The weekly rate at which this need gets one level worse; 0 at the highest level.

    ``start`` is the rate without other needs, ``housemate`` 1 where a housemate has this need.
    """
    if level[domain] >= HIGHEST:
        return 0.0
    rate = start * math.exp(feeding(level, domain, p) + p.housemate * housemate)
    return rate * p.worsening if level[domain] > 0 else rate


@inlined
def falling(level: Numbers, domain: int, age: float, relief: float, p: NeedsParameters) -> float:
    """The weekly rate at which this need gets one level lighter; 0 where there is none."""
    if level[domain] == 0:
        return 0.0
    elsewhere = 0.0
    for other in range(DOMAIN_COUNT):
        if other != domain:
            elsewhere += level[other]
    slowing = math.exp(-p.stickiness * math.log1p(age / p.settling))
    return p.recovery[domain] * slowing * math.exp(-p.holding_back * elsewhere) + relief


@compiled
def change(resident: Row, case: Row, domain: int, step: int, week: int) -> None:
    """Move this need one level up or down and start its clock anew."""
    before = resident.level[domain]
    resident.level[domain] = np.uint8(before + step)
    resident.since[domain] = np.int16(week)
    resident.at_most = np.float32(UNKNOWN)
    if before == 0:
        resident.needs += np.uint8(1)
        if resident.needs == 1:
            resident.unhelped = np.uint16(0)
            case.troubled += np.uint8(1)
    elif before + step == 0:
        resident.needs -= np.uint8(1)
        resident.known &= np.uint8(255 - (1 << domain))
        if resident.needs == 0:
            case.troubled -= np.uint8(1)


FIT = "fitted with experiments/fitting.py to the prevalences in docs/fit.md"


def _onset(default: float, low: float, high: float, nl: str, en: str, *rows: str) -> float:
    return setting(
        default,
        Unit.PER_WEEK,
        between=(low, high),
        basis=fitted(FIT, *rows) if rows else assumed("no prevalence; set between the others"),
        nl=f"Begin {nl}: kans per week op een eerste probleem, gemiddelde Nederlander",
        en=f"Onset {en}: chance a week of a first problem, average Dutch person",
    )


def _recovery(default: float, low: float, high: float, nl: str, en: str, *rows: str) -> float:
    return setting(
        default,
        Unit.PER_WEEK,
        between=(low, high),
        basis=fitted(FIT, *rows) if rows else assumed("order of a year, as in needs with a source"),
        nl=f"Herstel {nl}: kans per week dat het vanzelf lichter wordt, in het begin",
        en=f"Recovery {en}: chance a week that it eases by itself, at first",
    )


@dataclass(frozen=True, kw_only=True)
class NeedsParameters(ParameterSet):
    """The numbers in this rule. Onset and recovery are kept for each domain."""

    onset: ClassVar[Numbers]  # these two: side by side, in the compiled record only
    recovery: ClassVar[Numbers]

    onset_income_and_debt: float = _onset(
        0.000089, 0.00003, 0.0003, "schulden", "debt", "N08", "N09"
    )
    onset_work_and_activity: float = _onset(0.000161, 0.00005, 0.0006, "werk", "work", "N47")
    onset_housing: float = _onset(0.000169, 0.00006, 0.0006, "wonen", "housing")
    onset_mental_health: float = _onset(0.00038, 0.00012, 0.0012, "psychisch", "mental", "N28")
    onset_physical_health: float = _onset(0.000327, 0.0001, 0.001, "lichaam", "physical", "N29")
    onset_parenting_and_youth: float = _onset(0.00123, 0.0004, 0.004, "jeugd", "youth", "N18")
    onset_loneliness: float = _onset(0.000347, 0.00012, 0.0012, "eenzaamheid", "loneliness", "N02")
    onset_safety: float = _onset(0.000132, 0.00004, 0.0005, "veiligheid", "safety")
    recovery_income_and_debt: float = _recovery(0.0045, 0.002, 0.01, "schulden", "debt", "N10")
    recovery_work_and_activity: float = _recovery(0.006, 0.003, 0.012, "werk", "work")
    recovery_housing: float = _recovery(0.012, 0.006, 0.024, "wonen", "housing")
    recovery_mental_health: float = _recovery(0.020, 0.01, 0.04, "psychisch", "mental")
    recovery_physical_health: float = _recovery(0.004, 0.002, 0.008, "lichaam", "physical", "N16")
    recovery_parenting_and_youth: float = _recovery(0.016, 0.008, 0.03, "jeugd", "youth", "T34")
    recovery_loneliness: float = _recovery(0.008, 0.004, 0.016, "eenzaamheid", "loneliness")
    recovery_safety: float = _recovery(0.020, 0.01, 0.04, "veiligheid", "safety")
    gradient: float = uncertainty(
        0.55,
        Unit.LOG_ODDS,
        between=(0.3, 0.8),
        basis=fitted(
            "so that use of support differs between neighbourhoods as incomes do", "N43", "N05"
        ),
        nl="Achterstand: hoeveel waarschijnlijker een probleem is per stap achterstand",
        en="Disadvantage: how much more likely a problem is per step of disadvantage",
    )
    gradient_youth: float = setting(
        0.12,
        Unit.LOG_ODDS,
        between=(0.0, 0.3),
        basis=fitted("youth care hardly follows income between neighbourhoods", "N45"),
        nl="Achterstand bij jeugd: hetzelfde voor opvoeden en jeugd",
        en="Disadvantage and youth: the same for parenting and youth",
    )
    debt_to_mental: float = uncertainty(
        0.43,
        Unit.LOG_ODDS,
        between=(0.12, 0.74),
        neutral=0.0,
        basis=published("D01", reason="ln(3.64)/3 per level; interval 1.44 to 9.19"),
        nl="Schuld naar psychisch: wat een niveau schuld toevoegt aan psychische klachten",
        en="Debt to mental health: what a level of debt adds to mental health problems",
    )
    feeding: float = uncertainty(
        0.10,
        Unit.LOG_ODDS,
        between=(0.0, 0.25),
        neutral=0.0,
        basis=assumed("about a quarter of the one pair that is measured; zero must be possible"),
        nl="Problemen voeden elkaar: wat een niveau toevoegt aan een ander probleem",
        en="Problems feed each other: what a level adds to another problem",
    )
    holding_back: float = uncertainty(
        0.08,
        Unit.LOG_ODDS,
        between=(0.0, 0.25),
        neutral=0.0,
        basis=assumed("a person with two serious problems elsewhere recovers a third slower"),
        nl="Problemen houden vast: hoeveel een ander probleem herstel vertraagt",
        en="Problems hold back: how much another problem slows recovery",
    )
    housemate: float = uncertainty(
        0.5,
        Unit.LOG_ODDS,
        between=(0.0, 1.2),
        neutral=0.0,
        basis=assumed("housemates share debts, house and quarrels; size unknown, zero possible"),
        nl="Huisgenoten: wat hetzelfde probleem bij een huisgenoot toevoegt",
        en="Housemates: what the same problem of a housemate adds",
    )
    worsening: float = uncertainty(
        6.0,
        Unit.FACTOR,
        between=(1.0, 8.0),
        neutral=1.0,
        basis=assumed("so that about a quarter of needs are serious or severe at any moment"),
        nl="Erger worden: hoeveel sneller een probleem verergert dan begint",
        en="Getting worse: how much faster a problem worsens than begins",
    )
    stickiness: float = uncertainty(
        0.25,
        Unit.FACTOR,
        between=(0.1, 0.5),
        neutral=0.0,
        basis=fitted("half of debtors are in debt three years running, youth help is short", "N12"),
        nl="Vastzitten: hoe sterk herstel vertraagt naarmate een probleem langer duurt",
        en="Stickiness: how much recovery slows as a problem lasts longer",
    )
    settling: float = setting(
        26.0,
        Unit.WEEKS,
        between=(13.0, 52.0),
        basis=assumed("half a year before it counts as lasting; stickiness is swept instead"),
        nl="Inslijten: weken waarna herstel begint te vertragen",
        en="Settling in: weeks after which recovery begins to slow",
    )


VECTORS = {
    kind: tuple(name for name in NeedsParameters.declarations() if name.startswith(f"{kind}_"))
    for kind in ("onset", "recovery")
}
"""Numbers of one kind that stand in one array, by domain, in the compiled record."""
