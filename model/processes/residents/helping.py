r"""Help itself (hulp): ODD 7.6, mechanism M17.

What a week of help does for one need depends on hours, fit, and whether the household can keep
up with all who ask something of it:

.. math:: q_d = k\,(1 - e^{-H_d/h}) \cdot \text{fit} \cdot e^{-b \max(0,\, D - c)}

======  ==============  ======================================================================
symbol  here            meaning
======  ==============  ======================================================================
k       ``strength``    weekly rate of one level lighter, with ample and fitting help
H h     ``hours``,      hours a week delivered; hours at which help reaches 63 % of k
        ``half_way``
fit     ``fit``         how well the plan fits what is needed (mandate, M12)
D c     ``demands``,    helpers who each ask something of the household; how many it can handle
        ``can_handle``
b       ``burden``      how fast attendance falls beyond that
======  ==============  ======================================================================

Separate tracks have as many demands as helpers. A joint plan merges them into one, and costs
hours: :math:`c_0 + c_1 n(n-1)/2` every four weeks for n organisations. That is all a plan form
does here; there is no term for synergy.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.clock import MONTH
from model.compiling import compiled, inlined
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    fitted,
    rule,
    setting,
    uncertainty,
)
from model.state import bits
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Row
from model.state.tables import HELPING, JOINT

ROUNDED = 1.0 + 1e-9  # room for rounding, so that a bound is never too low
LASTING = (1, 4)
"""Domains in which help supports rather than cures: work and activity, physical health.

Which they are is what the two numbers of letting go are about; how long is uncertain there."""


@compiled
def attendance(demands: float, p: HelpingParameters) -> float:
    """Share of the offered help that a household can take up, 0 to 1."""
    return math.exp(-p.burden * max(0.0, demands - p.can_handle))


@compiled
@rule(
    "M17",
    nl="Hulp: uren helpen, als ze passen en het gezin het aankan",
    en="Help: hours help, if they fit and the household can keep up",
    seeds=("3:3", "2:17", "4:34"),
    without="Help changes nothing: needs come and go as they would by themselves.",
)
def effect(hours: float, fit: float, attending: float, p: HelpingParameters) -> float:
    """The weekly rate of improvement that this help adds.

    >>> class p: strength, half_way = 0.02, 1.0
    >>> round(effect.py_func(1.0, 1.0, 1.0, p), 4)
    0.0126
    """
    return p.strength * (1.0 - math.exp(-hours / p.half_way)) * fit * attending


@compiled
def coordination(organisations: int, p: HelpingParameters) -> float:
    """Hours a week that a joint plan of this many organisations costs, for all together.

    >>> class p: meeting, linking = 0.5, 0.3
    >>> coordination.py_func(3, p)
    0.35
    """
    pairs = organisations * (organisations - 1) / 2.0
    return (p.meeting + p.linking * pairs) / MONTH


@compiled
def asked_hours(level: int, p: HelpingParameters) -> float:
    """Hours a week that a need of this severity asks."""
    return p.hours_a_level * level


@compiled
def ends(level: int, by_team: bool, domain: int, p: HelpingParameters) -> float:
    """The chance that help with a need of this level ends this week, after the review.

    >>> class p: letting_go, letting_go_support, letting_go_specialist = 0.2, 0.0, 0.0
    >>> p.heavier_longer = 0.5
    >>> ends.py_func(1, True, 0, p), ends.py_func(3, True, 0, p)
    (0.2, 0.05)
    """
    rate = p.letting_go_support if domain in LASTING else p.letting_go_specialist
    if by_team:
        rate = p.letting_go
    return rate * p.heavier_longer ** max(0, level - 1)


@compiled
def most_ends(p: HelpingParameters) -> float:
    """No need ends with a chance above this in a week; a little more, for what is rounded.

    >>> class p: letting_go, letting_go_support, letting_go_specialist = 0.2, 0.0, 0.1
    >>> p.heavier_longer = 0.5
    >>> round(most_ends.py_func(p), 6)
    0.2
    """
    rate = max(p.letting_go, p.letting_go_support, p.letting_go_specialist)
    return ROUNDED * rate * max(1.0, p.heavier_longer**2)


@compiled
def refers(level: int, p: HelpingParameters) -> float:
    """The chance that a generalist asks a specialist for a need of this level."""
    return min(1.0, p.referral * p.heavier_referred ** (level - 2))


@compiled
def first_of_worker(case: Row, domain: int) -> bool:
    """Whether this is the first need in a case with which its helper helps."""
    for earlier in range(domain):
        if case.stage[earlier] == HELPING and case.worker[earlier] == case.worker[domain]:
            return False
    return True


@inlined
def helpers(case: Row) -> int:
    """How many people help in a case."""
    helped, count = bits.helped(case), 0
    if not bits.several(helped):
        return 1 if helped else 0
    for domain in range(DOMAIN_COUNT):
        if helped & (1 << domain):
            count += 1 if first_of_worker(case, domain) else 0
    return count


@inlined
def demands(case: Row) -> int:
    """Helpers who ask something of the household: one in a joint plan, else all who help."""
    count = helpers(case)
    return 1 if case.form == JOINT and count > 0 else count


@dataclass(frozen=True, kw_only=True)
class HelpingParameters(ParameterSet):
    """The numbers in this rule."""

    strength: float = uncertainty(
        0.02,
        Unit.PER_WEEK,
        between=(0.0, 0.05),
        neutral=0.0,
        basis=assumed(
            "no source gives a chance a week: controlled studies find little (E10, E05), clients "
            "say much (T17), and the range holds both"
        ),
        nl="Kracht van hulp: kans per week dat ruime, passende hulp een probleem verlicht",
        en="Strength of help: chance a week that ample, fitting help eases a need",
    )
    half_way: float = uncertainty(
        1.0,
        Unit.HOURS_PER_WEEK,
        between=(0.3, 3.0),
        basis=assumed("an hour a week is the usual visit"),
        nl="Verzadiging: uren per week waarbij hulp 63 % van haar kracht heeft",
        en="Saturation: hours a week at which help has 63 % of its strength",
    )
    burden: float = uncertainty(
        0.2,
        Unit.FACTOR,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed("each helper too many costs a fifth of attendance; zero must be possible"),
        nl="Te veel hulpverleners: hoeveel deelname daalt per helper te veel",
        en="Too many helpers: how much attendance falls for each helper too many",
    )
    can_handle: float = uncertainty(
        1.5,
        Unit.COUNT,
        between=(1.0, 4.0),
        step=0.1,
        basis=assumed("one helper is always possible, two are often a strain"),
        nl="Wat een gezin aankan: aantal helpers naast elkaar zonder verlies",
        en="What a household can handle: helpers side by side without loss",
    )
    hours_a_level: float = uncertainty(
        0.5,
        Unit.HOURS_PER_WEEK,
        between=(0.25, 1.0),
        basis=fitted("about twenty households for a full-time generalist", "T19"),
        nl="Uren per ernst: uur hulp per week dat elke stap ernst vraagt",
        en="Hours by severity: hours of help a week that each level asks",
    )
    meeting: float = uncertainty(
        1.0,
        Unit.HOURS,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("an hour of talk every four weeks for the whole group"),
        nl="Overleg: uren per vier weken voor een gezamenlijk plan",
        en="Plan meeting: hours every four weeks for a joint plan",
    )
    linking: float = uncertainty(
        0.35,
        Unit.HOURS,
        between=(0.1, 0.6),
        neutral=0.0,
        basis=assumed("a call of twenty minutes for each pair; no time study was found"),
        nl="Afstemmen: extra uren per vier weken voor elk tweetal organisaties",
        en="Linking: extra hours every four weeks for each pair of organisations",
    )
    review: float = uncertainty(
        6.0,
        Unit.WEEKS,
        between=(3.0, 26.0),
        basis=assumed("teams help briefly (seed 2:9), so a month and a half before a first review"),
        nl="Evaluatie: weken waarna hulp kan stoppen",
        en="Review: weeks after which help can stop",
    )
    letting_go: float = uncertainty(
        0.36,
        Unit.PER_WEEK,
        between=(0.1, 0.6),
        basis=fitted("a team of ten sees some 800 households a year, most briefly", "T10", "T17"),
        nl="Loslaten door het team: kans per week dat hulp stopt na de evaluatie",
        en="Letting go by the team: chance a week that help stops after the review",
    )
    letting_go_specialist: float = uncertainty(
        0.022,
        Unit.PER_WEEK,
        between=(0.015, 0.07),
        basis=fitted("median duration of youth help about nine months", "T34"),
        nl="Loslaten door specialisten: kans per week dat behandeling stopt",
        en="Letting go by specialists: chance a week that treatment stops",
    )
    letting_go_support: float = uncertainty(
        0.006,
        Unit.PER_WEEK,
        between=(0.002, 0.01),
        basis=fitted("sixty in a thousand use support; long use is of what lasts", "N20"),
        nl="Loslaten van ondersteuning: hetzelfde bij werk en lichamelijke beperking",
        en="Letting go of support: the same for work and physical limitation",
    )
    seeing_all: float = uncertainty(
        0.6,
        Unit.SHARE,
        between=(0.3, 1.0),
        neutral=1.0,
        basis=assumed("a generalist asks about all of life; some things stay unsaid"),
        nl="Breed kijken: kans dat een generalist een ander probleem meteen ziet",
        en="Looking broadly: chance that a generalist sees another need at once",
    )
    referral: float = uncertainty(
        0.13,
        Unit.SHARE,
        between=(0.05, 0.3),
        basis=fitted("about one team case in eight is referred", "T11", "T12"),
        nl="Doorverwijzen: kans dat een ernstig (niveau 2) probleem een specialist vraagt",
        en="Referral: chance that a serious (level 2) need asks a specialist",
    )
    generalist_fit: float = uncertainty(
        0.85,
        Unit.SHARE,
        between=(0.6, 1.0),
        neutral=1.0,
        basis=assumed("a generalist does most of what a specialist does; may be as good"),
        nl="Hulp door generalist: hoe goed die past, tegen een specialist",
        en="Help by a generalist: how well it fits, against a specialist",
    )
    heavier_longer: float = setting(
        0.5,
        Unit.FACTOR,
        between=(0.25, 1.0),
        neutral=1.0,
        basis=assumed("help with a heavier need ends half as soon for each level; no source"),
        nl="Zwaarder duurt langer: factor op stoppen voor elk niveau boven licht",
        en="Heavier takes longer: factor on ending for each level above light",
    )
    heavier_referred: float = setting(
        2.0,
        Unit.FACTOR,
        between=(1.0, 4.0),
        neutral=1.0,
        basis=assumed("a specialist is asked twice as often for each level; no source"),
        nl="Zwaarder vaker door: factor op doorverwijzen voor elk niveau",
        en="Heavier is referred more: factor on referral for each level",
    )
