r"""Contribution (ieder draagt bij): ODD 7, mechanism M8.

Organisations that share a table put time into what they do together, a share from 0 to 1. Each
gives as much as it thinks the least generous of them will give, and tries a little more, the more
it trusts them and the more often nobody there gave less than it did itself; but no more than it
has free:

.. math::
    e_o = \min\bigl(f_o,\; \max(0,\, \hat e_o + a\,\bar T_o\, q_o
          - \sigma (1 - \bar S_o)\, x)\bigr), \qquad m = \min_o e_o
.. math::
    \hat e_o \leftarrow \hat e_o + \nu (m - \hat e_o), \qquad
    q_o \leftarrow q_o + \nu (\mathbf 1\{m \ge e_o - d\} - q_o)

======  ==============  ==================================================================
symbol  here            meaning
======  ==============  ==================================================================
e f     ``available``   what o puts in; what it has time for
ê m     ``expected``,   the least that o expects of anybody; the least that somebody gave
        ``least``
q       ``met``         how often, of late, nobody at the table gave less than o itself
T̄ S̄     ``trust``,      mean trust of o in those at the table; mean tie with them
        ``known``
a       ``optimism``    how much o tries beyond the least
σ x     ``slip``        how far one falls short of what one meant; a draw with mean 1, most
                        often small. Who know each other misjudge each other less
ν d     ``learning``,   weight of the last month; how near is near enough
        ``near``
======  ==============  ==================================================================

A joint plan needs at least ``required`` of every organisation in it. Whoever joins the table later
has been told what it gave so far, or guesses. The least of many is less than the least of few
[VanHuyck1990]_; whether a table that starts large ends low, and one that grows stays high, as in
experiments [Weber2006]_ and a model of inclusion [Johnston2011]_, is for the sizes to decide.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.clock import QUARTER
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


@compiled
@rule(
    "M8",
    nl="Bijdragen: ieder geeft wat hij denkt dat de minste geeft, en probeert iets meer",
    en="Contributing: each gives what it thinks the least will give, and tries a little more",
    seeds=("0:41", "1:28", "1:68", "4:43"),
    without="A joint plan asks nothing of what parties put in at their table, so nobody waits for "
    "anybody.",
)
def contributes(
    expected: float,
    trusting: float,
    known: float,
    available: float,
    even: float,
    p: ContributionParameters,
) -> float:
    """What an organisation puts in this month, 0 to 1; ``trusting`` is trust times ``met``.

    >>> class p: optimism, slip = 0.2, 0.1
    >>> round(contributes.py_func(0.5, 0.5, 0.0, 1.0, 0.0, p), 3)
    0.6
    >>> contributes.py_func(0.9, 1.0, 1.0, 0.4, 0.5, p)
    0.4
    """
    short = -math.log(1.0 - min(0.999999, even))
    meant = expected + p.optimism * trusting - p.slip * (1.0 - known) * short
    return min(available, max(0.0, min(1.0, meant)))


@compiled
def expects(expected: float, least: float, p: ContributionParameters) -> float:
    """The least that somebody is expected to give, after a month in which the least was this."""
    return expected + p.learning * (least - expected)


@compiled
def was_met(met: float, own: float, least: float, p: ContributionParameters) -> float:
    """How often, of late, nobody gave less than one did oneself, or hardly.

    >>> class p: learning, near = 0.5, 0.1
    >>> was_met.py_func(0.5, 0.6, 0.55, p), was_met.py_func(0.5, 0.6, 0.2, p)
    (0.75, 0.25)
    """
    came = 1.0 if least >= own - p.near else 0.0
    return met + p.learning * (came - met)


@compiled
def at_first(told: float, even: float, p: ContributionParameters) -> float:
    """What a newcomer expects: what it was told of the table, and a guess for what it was not.

    >>> class p: informed, guess = 0.75, 0.5
    >>> round(at_first.py_func(0.8, 0.2, p), 3)
    0.65
    """
    return p.informed * told + (1.0 - p.informed) * 2.0 * p.guess * even


@compiled
def seats_at_table(week: int, p: ContributionParameters) -> float:
    """How many organisations may sit at the table; before week 0 whoever is there.

    >>> class p: meet_first, pace = 26.0, 2.0
    >>> [seats_at_table.py_func(week, p) for week in (-1, 0, 26, 39)]
    [99.0, 0.0, 2.0, 4.0]
    """
    if week < 0:
        return 99.0
    if week < p.meet_first:
        return 0.0
    return p.pace * (1.0 + math.floor((week - p.meet_first) / QUARTER))


@compiled
def suffices(given: float, p: ContributionParameters) -> bool:
    """Whether what an organisation puts in is enough to take part in a joint plan."""
    return given >= p.required


@dataclass(frozen=True, kw_only=True)
class ContributionParameters(ParameterSet):
    """The numbers in this rule."""

    meet_first: float = lever(
        0.0,
        Unit.WEEKS,
        between=(0.0, 52.0),
        basis=chosen("nothing is put off in the world as it is now: whoever works together does"),
        nl="Eerst ontmoeten: weken waarin nog niemand zich aan een gezamenlijke tafel verbindt",
        en="Meeting first: weeks in which nobody yet commits to a table together",
    )
    pace: float = lever(
        8.0,
        Unit.COUNT,
        between=(1.0, 8.0),
        basis=chosen("all eight organisations at once; fewer means a table that grows"),
        nl="Tempo van aansluiten: organisaties die per kwartaal aan tafel komen",
        en="Pace of inclusion: organisations that join the table each quarter",
    )
    informed: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("whoever joins hears how it has gone so far; that may be skipped"),
        nl="Nieuwkomers ingelicht: hoeveel zij horen van wat de tafel tot nu toe gaf",
        en="Newcomers informed: how much they hear of what the table gave so far",
    )
    learning: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.3, 0.8),
        basis=assumed("a month counts for as much as all before it; no source for this setting"),
        nl="Leren van de laatste maand: gewicht van wat de minste toen gaf",
        en="Learning from the last month: weight of what the least then gave",
    )
    optimism: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.5),
        basis=assumed("with full trust a fifth more than the least; nothing must be possible"),
        nl="Optimisme: hoeveel meer iemand probeert dan de minste geeft",
        en="Optimism: how much more somebody tries than the least gives",
    )
    slip: float = uncertainty(
        0.01,
        Unit.SHARE,
        between=(0.0, 0.15),
        basis=assumed("a hundredth short of what was meant, seldom more; from never to often"),
        nl="Achterblijven: hoe ver iemand gemiddeld onder de eigen bedoeling blijft",
        en="Falling short: how far somebody stays below what was meant, on average",
    )
    required: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 0.8),
        neutral=0.0,
        basis=assumed("a plan together survives partners who give little; none must be possible"),
        nl="Nodig van ieder: aandeel dat elke partij in een gezamenlijk plan steekt",
        en="Needed of each: share that every party puts into a joint plan",
    )
    near: float = setting(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        basis=chosen("a tenth less than one gives oneself still feels like the same"),
        nl="Dicht genoeg: hoeveel minder dan men zelf geeft nog niet teleurstelt",
        en="Near enough: how much less than one gives oneself does not disappoint",
    )
    guess: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 0.5),
        basis=assumed("who knows nothing may think anything: even over the scale"),
        nl="Gokken: wat iemand gemiddeld van een onbekende tafel verwacht",
        en="Guessing: what somebody expects of an unknown table on average",
    )
    asked: float = setting(
        0.25,
        Unit.HOURS_PER_WEEK,
        between=(0.05, 2.0),
        basis=assumed("an hour a month for each post is all that a table asks; no time study"),
        nl="Wat een tafel vraagt: uur per week voor elke volle baan",
        en="What a table asks: hours a week for each full post",
    )
