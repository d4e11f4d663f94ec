r"""Getting in (in beeld komen): ODD 7.2, mechanism M16.

A need that nobody knows comes into view because the resident asks, because somebody passes on a
signal, or because somebody seeks people out:

.. math::
    P(\text{known}) = 1 - (1 - \tfrac{1}{2} s_0 v_d\, \tau (1 + x))\,
                          (1 - s_j \bar S)(1 - s_h m)\,(1 - \text{out})

======  =================  =====================================================================
symbol  here               meaning
======  =================  =====================================================================
s0 v    ``asking``,        weekly chance that somebody with full trust and a light need asks;
        ``ease``           how much easier this need is to bring up than debt
τ x     ``trust, level``   the resident's trust in helpers; severity of the need
s_j S̄   ``signalling``     weekly chance that a signal is passed on; mean tie of other helpers
                           to the neighbourhood team, more or less by who takes part around
                           the resident (M24)
s_h m   ``noticing``       weekly chance that who already helps the household sees this need too
out     ``sought``         chance to be found by those who go out: how many they ``reached``,
                           over all who are hidden; who knows the neighbourhood reaches more
======  =================  =====================================================================

A person in debt waits about five years before asking (E: A02), which sets s0. Who asks finds one
of two gates: the neighbourhood team, or general practitioners and others (E: R06, R07). Being
sent on succeeds more often where the two helpers know each other: a warm hand-over.

Seeking people out raises recorded use first. Whether it lowers need later is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    fitted,
    lever,
    published,
    rule,
    setting,
    uncertainty,
)
from model.state.axes import DOMAIN_COUNT, PARENTING
from model.state.kinds import Row

MOST_FOUND = 0.5
"""Whoever goes out, half of the hidden stay so in a week: a bound against impossible chances, which
only extreme outreach meets, and no assumption about outreach."""


@compiled
def ease(domain: int, p: GettingInParameters) -> float:
    """How much easier it is to ask for this than for help with debts."""
    if domain == 0:
        return 1.0
    if domain == PARENTING:
        return p.ease_youth
    if domain == 6:
        return p.ease_loneliness
    return p.ease_other


@compiled
@rule(
    "M16",
    nl="In beeld komen: wie hulp nodig heeft moet vragen, gezien of gevonden worden",
    en="Getting in: who needs help must ask, be seen or be found",
    seeds=("1:17", "2:9", "4:32", "0:37", "1:70"),
    without="Every need is known in its first week, so nobody is overlooked.",
)
def asks(level: int, trust: float, domain: int, p: GettingInParameters) -> float:
    """The weekly chance that a resident brings up this need, 0 to 1."""
    return min(1.0, 0.5 * p.asking * ease(domain, p) * trust * (1.0 + level))


@compiled
def becomes_known(asking: float, signal: float, noticed: float, sought: float) -> float:
    """The weekly chance that a hidden need comes into view in any of four ways.

    >>> round(becomes_known.py_func(0.1, 0.0, 0.0, 0.5), 2)
    0.55
    """
    return 1.0 - (1.0 - asking) * (1.0 - signal) * (1.0 - noticed) * (1.0 - sought)


@compiled
def reached(outreach_hours: float, familiarity: float, p: GettingInParameters) -> float:
    """People in need whom somebody who goes out can find in a week, for these hours.

    ``familiarity``, 0 to 1, is how well this very person knows the neighbourhood.
    """
    return p.reach * outreach_hours * (p.as_stranger + (1.0 - p.as_stranger) * familiarity)


@compiled
def sought(reached: float, hidden: float) -> float:
    """The weekly chance for each person with a hidden need to be found by those who go out."""
    return min(MOST_FOUND, reached / hidden) if hidden > 0.0 else 0.0


@compiled
def handed_over(strength: float, p: GettingInParameters) -> float:
    """The chance that a resident who is sent on arrives: warmer where the helpers know each other.

    >>> class p: cold, warm = 0.5, 0.9
    >>> handed_over.py_func(0.0, p), handed_over.py_func(1.0, p)
    (0.5, 0.9)
    """
    return p.cold + max(0.0, p.warm - p.cold) * strength


@compiled
def disappointed(trust: float, p: GettingInParameters) -> float:
    """Trust of a resident after being sent on, or after waiting too long."""
    return trust * (1.0 - p.trust_lost)


@compiled
def encouraged(trust: float, fit: float, p: GettingInParameters) -> float:
    """Trust of a resident after a week of help that fits to this degree."""
    return trust + p.trust_gained * fit * (1.0 - trust)


@compiled
def visible_domains(resident: Row) -> int:
    """Bits of the domains in which a resident has a need."""
    mask = 0
    for domain in range(DOMAIN_COUNT):
        if resident.level[domain] > 0:
            mask |= 1 << domain
    return mask


@dataclass(frozen=True, kw_only=True)
class GettingInParameters(ParameterSet):
    """The numbers in this rule."""

    asking: float = uncertainty(
        0.0045,
        Unit.PER_WEEK,
        between=(0.0025, 0.01),
        neutral=1000.0,
        basis=published(
            "A02",
            "N11",
            reason="five years before help with debts, as if asking were the only way in: this "
            "chance is some four; the whole model gives about one, as others notice debts too",
        ),
        nl="Zelf vragen: kans per week om een lichte schuld te melden, bij vol vertrouwen",
        en="Asking: chance a week to bring up a light debt, with full trust",
    )
    ease_youth: float = uncertainty(
        22.0,
        Unit.FACTOR,
        between=(8.0, 40.0),
        basis=fitted("so that one in seven or eight children gets youth care", "N18"),
        nl="Gemak bij jeugd: hoeveel makkelijker ouders vragen dan mensen met schulden",
        en="Ease for youth: how much more readily parents ask than people in debt",
    )
    ease_loneliness: float = uncertainty(
        0.5,
        Unit.FACTOR,
        between=(0.2, 2.0),
        basis=assumed("loneliness is mentioned even more rarely than debts; half is a guess"),
        nl="Gemak bij eenzaamheid: hoe makkelijk mensen dit noemen, tegen schulden",
        en="Ease for loneliness: how readily people mention it, against debts",
    )
    ease_other: float = uncertainty(
        7.0,
        Unit.FACTOR,
        between=(2.0, 14.0),
        basis=fitted("so that six in a hundred residents use support at home", "N20"),
        nl="Gemak bij ander: hoeveel makkelijker mensen andere problemen noemen",
        en="Ease for other needs: how much more readily people mention them",
    )
    signalling: float = uncertainty(
        0.01,
        Unit.PER_WEEK,
        between=(0.0, 0.04),
        neutral=0.0,
        basis=assumed("with half of the ties in place one signal in four years; no count found"),
        nl="Signalen: kans per week dat een zorg om iemand het wijkteam bereikt",
        en="Signals: chance a week that a worry about somebody reaches the team",
    )
    noticing: float = uncertainty(
        0.025,
        Unit.PER_WEEK,
        between=(0.0, 0.1),
        neutral=0.0,
        basis=assumed("who visits weekly sees half of other needs within half a year"),
        nl="Opmerken: kans per week dat een helper ook andere problemen ziet",
        en="Noticing: chance a week that a helper sees other needs too",
    )
    reach: float = uncertainty(
        0.25,
        Unit.COUNT,
        between=(0.0, 0.6),
        neutral=0.0,
        step=0.01,
        basis=assumed("four hours of going out to find one person in need; zero must be possible"),
        nl="Bereik: mensen met een verborgen probleem gevonden per uur erop uit",
        en="Reach: people with a hidden need found in an hour of going out",
    )
    as_stranger: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.1, 1.0),
        basis=assumed("half as many are found by somebody whom nobody points the way"),
        nl="Als onbekende: deel van dat bereik voor wie de wijk niet kent",
        en="As a stranger: share of that reach for who does not know the neighbourhood",
    )
    outreach: float = lever(
        0.5,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 8.0),
        neutral=0.0,
        basis=assumed("half an hour a week for each generalist; teams say they hardly get to it"),
        nl="Erop uit: uur per week dat elke teamprofessional mensen opzoekt",
        en="Going out: hours a week that each team professional seeks people out",
    )
    team_gate: float = uncertainty(
        0.28,
        Unit.SHARE,
        between=(0.12, 0.6),
        basis=assumed("31 percent for youth through the municipality (R07); others as much"),
        nl="Poort wijkteam: deel dat bij het wijkteam binnenkomt, niet bij huisarts of ander",
        en="Team gate: share who come in through the team, not through the GP or others",
    )
    cold: float = uncertainty(
        0.55,
        Unit.SHARE,
        between=(0.4, 1.0),
        neutral=1.0,
        basis=assumed("no count found; about half arrive, between 0.4 and 0.7"),
        nl="Koude verwijzing: kans dat iemand aankomt als helpers elkaar niet kennen",
        en="Cold referral: chance of arriving where helpers do not know each other",
    )
    warm: float = uncertainty(
        0.85,
        Unit.SHARE,
        between=(0.55, 1.0),
        neutral=1.0,
        basis=assumed("no count found; somebody goes along; may be no better than cold"),
        nl="Warme overdracht: kans dat iemand aankomt als helpers elkaar goed kennen",
        en="Warm hand-over: chance of arriving where helpers know each other well",
    )
    again: float = uncertainty(
        0.25,
        Unit.FACTOR,
        between=(0.1, 1.0),
        neutral=1.0,
        basis=fitted("about one in three comes back within a year; later one in ten (N17)", "N17"),
        nl="Opnieuw vragen: hoe vaak iemand in het jaar na hulp weer vraagt, tegen anders",
        en="Asking again: how readily people ask in the year after help, against else",
    )
    giving_up: float = uncertainty(
        0.02,
        Unit.PER_WEEK,
        between=(0.0, 0.06),
        neutral=0.0,
        basis=assumed("after a year of waiting two in three have given up; no count was found"),
        nl="Afhaken: kans per week dat wie wacht het opgeeft",
        en="Giving up: chance a week that somebody who waits gives up",
    )
    expected_trust: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.3, 0.7),
        basis=assumed("the middle, where nothing has been experienced yet"),
        nl="Vertrouwen vooraf: vertrouwen van bewoners in helpers, zonder ervaring",
        en="Trust beforehand: residents' trust in helpers, without experience",
    )
    trust_gained: float = uncertainty(
        0.01,
        Unit.SHARE,
        between=(0.0, 0.03),
        neutral=0.0,
        basis=assumed("half a year of fitting help closes a quarter of the gap"),
        nl="Vertrouwen groeit: deel van het ontbrekende dat een week passende hulp toevoegt",
        en="Trust grows: share of what is missing that a week of fitting help adds",
    )
    trust_lost: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("ten times a week's gain: slow to build, quick to lose"),
        nl="Vertrouwen daalt: deel dat verdwijnt als iemand wordt doorgestuurd of te lang wacht",
        en="Trust falls: share lost when somebody is sent on or waits too long",
    )
