r"""Taking part (meedoen): ODD 7.1, mechanism M24.

A resident takes part in the neighbourhood when enough of the own people do. Who is asked along
needs fewer of them; who distrusts those who help may need more. Who takes part stops sooner, the
more there is to do:

.. math::
    \text{joins} \iff \frac{\sum_j S_{ij} a_j}{\sum_j S_{ij}} + w\, \text{inv}_i
        \;\ge\; \theta_i + \delta\,(\tau_0 - \tau_i),
    \qquad P(\text{stops}) = \lambda\,(1 + l)\, c

======  ==================  ====================================================================
symbol  here                meaning
======  ==================  ====================================================================
S a     ``share``           of one's people, by how well one knows them, the share who take part
w inv   ``inviting``,       what an invitation is worth as a share of one's people; whether
        ``invited``         somebody asked: a member of an initiative, or at a meeting
θ       ``threshold``       drawn for each resident: normal with ``mean`` and ``spread``
δ τ     ``distrust``,       weight of trust in helpers; that trust, against the ``expected`` one
        ``trust``
λ l     ``tiring, load``    chance to stop in four weeks; hours of work for each member
c       ``put_off``         how much sooner members stop because others take their work over
======  ==================  ====================================================================

With everybody in view of everybody this is the model of [Granovetter1978]_; how far it spreads over
ties depends on how many examples one needs [CentolaMacy2007]_. Who is convinced acts with chance
``deciding`` in four weeks, who is not with the small chance ``unasked``.

A connector is measured and never appointed: somebody whose ties join groups that would otherwise
not meet, and among whose people a need came into view of late.
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
    fitted,
    rule,
    setting,
    uncertainty,
)


@compiled
def exposure(share: float, invited: float, p: ParticipationParameters) -> float:
    """What speaks for taking part: examples among one's people, and being asked."""
    return share + p.inviting * invited


@compiled
@rule(
    "M24",
    nl="Meedoen: wie genoeg anderen ziet meedoen of gevraagd wordt, doet mee",
    en="Taking part: who sees enough others do so, or is asked, joins",
    seeds=("4:26", "4:28", "4:38", "0:37", "1:28", "4:45"),
    without="Nobody takes part or starts anything with others.",
)
def joins(
    exposed: float, threshold: float, trust: float, expected: float, p: ParticipationParameters
) -> float:
    """The chance to join within four weeks.

    >>> class p: distrust, deciding, unasked = 0.0, 0.5, 0.001
    >>> joins.py_func(0.3, 0.25, 0.5, 0.5, p), joins.py_func(0.2, 0.25, 0.5, 0.5, p)
    (0.5, 0.001)
    """
    hurdle = threshold + p.distrust * (expected - trust)
    return p.deciding if exposed >= hurdle else p.unasked


@compiled
def threshold(first: float, second: float, p: ParticipationParameters) -> float:
    """The share of others that this resident wants to see, from two even draws."""
    normal = math.sqrt(-2.0 * math.log(1.0 - first)) * math.cos(2.0 * math.pi * second)
    return p.mean + p.spread * normal


@compiled
def stops(load: float, put_off: float, p: ParticipationParameters) -> float:
    """The chance that somebody who takes part stops within four weeks.

    >>> class p: tiring = 0.02
    >>> stops.py_func(1.0, 1.0, p)
    0.04
    """
    return min(1.0, p.tiring * (1.0 + load) * put_off)


@compiled
def noticed(examples: float, p: ParticipationParameters) -> float:
    """How much sooner a worry about somebody is passed on, with so many who take part around.

    >>> class p: passing, usual_examples = 0.5, 0.4
    >>> noticed.py_func(0.8, p), noticed.py_func(0.0, p)
    (0.5, -0.5)
    """
    return p.passing * (examples / p.usual_examples - 1.0)


@compiled
def connects(groups: float, passed: float, at_work: bool, p: ParticipationParameters) -> bool:
    """Whether somebody is a connector: joins groups, and has passed something on."""
    return groups >= (p.groups_at_work if at_work else p.groups) and passed >= p.signals


@dataclass(frozen=True, kw_only=True)
class ParticipationParameters(ParameterSet):
    """The numbers in this rule."""

    mean: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.2, 0.5),
        basis=assumed("between a fifth and half of one's people first; no survey asks for it"),
        nl="Drempel: deel van de eigen mensen dat meedoet voor iemand volgt, gemiddeld",
        en="Threshold: share of one's people who take part before one follows, on average",
    )
    spread: float = uncertainty(
        0.15,
        Unit.SHARE,
        between=(0.05, 0.3),
        basis=assumed("small differences in it give very different neighbourhoods; swept"),
        nl="Spreiding drempels: standaardafwijking van die drempel tussen bewoners",
        en="Spread of thresholds: standard deviation of that threshold between residents",
    )
    inviting: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.25),
        neutral=0.0,
        basis=assumed("being asked counts for a tenth of one's people; may be worth nothing"),
        nl="Gevraagd worden: hoeveel een uitnodiging telt, als deel van de eigen mensen",
        en="Being asked: what an invitation counts for, as a share of one's people",
    )
    tiring: float = uncertainty(
        0.03,
        Unit.SHARE,
        between=(0.01, 0.08),
        basis=assumed("without any work half stop within two years; no count was found"),
        nl="Stoppen: kans per vier weken dat wie meedoet stopt, zonder werkdruk",
        en="Stopping: chance in four weeks that who takes part stops, without load",
    )
    distrust: float = setting(
        0.1,
        Unit.FACTOR,
        between=(-0.2, 0.5),
        neutral=0.0,
        basis=assumed("who does not trust helpers holds back a little, or acts instead of them"),
        nl="Wantrouwen en meedoen: hoeveel de drempel stijgt waar vertrouwen ontbreekt",
        en="Distrust and taking part: how much the threshold rises where trust is lacking",
    )
    deciding: float = setting(
        0.02,
        Unit.SHARE,
        between=(0.005, 1.0),
        neutral=0.0,
        basis=assumed(
            "half of those who are convinced act within three years, in between people stop"
        ),
        nl="De stap zetten: kans per vier weken dat wie overtuigd is gaat meedoen",
        en="Taking the step: chance in four weeks that who is convinced joins",
    )
    unasked: float = setting(
        0.0018,
        Unit.SHARE,
        between=(0.0, 0.01),
        neutral=0.0,
        basis=fitted("so that about seven in a hundred adults take part", "N34"),
        nl="Zomaar meedoen: kans per vier weken zonder genoeg voorbeelden",
        en="Joining anyway: chance in four weeks without enough examples",
    )
    passing: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("half of worries pass through people who take part; none must be possible"),
        nl="Doorgeven: deel van de signalen dat via actieve bewoners loopt",
        en="Passing on: share of signals that pass through residents who take part",
    )
    usual_examples: float = setting(
        0.6,
        Unit.COUNT,
        between=(0.1, 2.0),
        step=0.1,
        basis=fitted("active people around an adult, in the average neighbourhood", "N34"),
        nl="Gewone voorbeelden: actieve mensen om een volwassene heen, gemiddeld",
        en="Usual examples: people who take part around an adult, on average",
    )
    groups: float = setting(
        4.0,
        Unit.COUNT,
        between=(2.0, 8.0),
        basis=chosen(
            "three groups are common, four are what people call a connector; about one in a hundred"
        ),
        nl="Groepen van een schakel: hoeveel losse groepen iemand verbindt",
        en="Groups of a connector: how many separate groups somebody joins",
    )
    signals: float = setting(
        2.0,
        Unit.COUNT,
        between=(1.0, 6.0),
        basis=chosen("once in a quarter may be chance, twice is passing things on"),
        nl="Signalen van een schakel: wat er in een kwartaal minstens om iemand heen in beeld kwam",
        en="Signals of a connector: what came into view around somebody at least in a quarter",
    )
    groups_at_work: float = setting(
        2.0,
        Unit.COUNT,
        between=(2.0, 8.0),
        basis=chosen("colleagues are one group, so two is joining them to others"),
        nl="Groepen op het werk: hoeveel losse groepen een professional verbindt als schakel",
        en="Groups at work: how many separate groups a professional joins as a connector",
    )
    street: float = setting(
        0.4,
        Unit.SHARE,
        between=(0.0, 0.8),
        first_day=True,
        basis=assumed("of two homes to either side fewer than half are in touch; seven ties each"),
        nl="Straat: kans dat bewoners van huizen vlak bij elkaar contact hebben",
        en="Street: chance that people in homes close by are in touch",
    )
    settling: float = setting(
        52.0,
        Unit.WEEKS,
        between=(13.0, 208.0),
        basis=assumed("a year to know half of the people one can get to know"),
        nl="Wennen in de wijk: weken tot een nieuwe bewoner de helft kent",
        en="Settling in the neighbourhood: weeks until a newcomer knows half",
    )
