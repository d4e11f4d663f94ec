r"""Small wins (kleine successen): ODD 7, mechanism M23.

Who works in a joint plan judges it by the progress that can be seen, averaged over as many weeks
as people have patience. Progress is seen when a need lightens; where a plan goes in small steps,
part of what is on its way is seen too, unless steps are so small that nobody notices. What is seen
counts with diminishing returns, so that a little each month weighs more than much at once:

.. math::
    v = s\,e + (1 - s)\,\min(1, s / s_0)\,r, \qquad
    m \leftarrow m + \tfrac{4}{W}\,(v' - m), \qquad J(m) = \frac{m}{m + x}

Celebrating shows everybody how all plans go, good or bad. Where they go worse than usual it
disappoints, whoever celebrates:

.. math::
    v' = (1 - a)\,v + a\,\bar v, \quad a = 1 - e^{-\rho c}, \qquad
    f = \varsigma\,\bigl(\overline{J(m) - J(m^*)} - \eta\,a\,\max(0, 1 - \bar m / x)\bigr)

======  ==================  ====================================================================
symbol  here                meaning
======  ==================  ====================================================================
v e r   ``visible, eased``, progress seen in a month; levels that help took away; levels that it
        ``coming``          may be expected to take away
s s_0   ``step, noticed``   how large a step is, in levels; smallest that people notice
W m     ``patience``,       weeks over which people judge; progress as they judge it
        ``judged``
x       ``usual``           progress in a month at which somebody neither gains nor loses heart
a c ρ   ``shown``,          how far all see how it goes; celebrations in a quarter; what one shows
        ``celebrating, reach``
f ς     ``faith, sway``     what is added to somebody's drive; how much that can be
η       ``hollow``          how much a celebration without results disappoints
======  ==================  ====================================================================

All is counted from m*, which is how the same people would judge with steps as they are now, nobody
celebrating and ``usual_patience``: the other rules were fitted with that. Whoever has no joint plan
sees only what is celebrated, and gains or loses heart by it. The board judges what it hears in the
same way. Steps cost hours to look at, celebrations cost hours of all.

That small wins attract allies is [Weick1984]_, and that they keep people at a table,
[AnsellGash2008]_; neither gives sizes. That a short horizon or a show without results does harm
follows from the same formula and needs no rule of its own but ``hollow``.
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
def visible(eased: float, coming: float, p: SmallWinsParameters) -> float:
    """Progress that can be seen in a joint plan in a month, in levels.

    >>> class p: step, noticed = 1.0, 0.1
    >>> visible.py_func(1.0, 0.2, p)
    1.0
    >>> p.step = 0.5
    >>> visible.py_func(0.0, 0.2, p)
    0.1
    """
    return p.step * eased + (1.0 - p.step) * min(1.0, p.step / p.noticed) * coming


@compiled
def shown(p: SmallWinsParameters) -> float:
    """How far celebrating shows everybody how all joint plans go, 0 to 1."""
    return 1.0 - math.exp(-p.reach * p.celebrating)


@compiled
def judged(before: float, seen: float, weeks: float, horizon: float) -> float:
    """Progress as it is judged after so many weeks in which this was seen.

    >>> judged.py_func(0.4, 0.0, 4.0, 16.0)
    0.30000000000000004
    """
    weight = min(1.0, weeks / horizon)
    return (1.0 - weight) * before + weight * seen


@compiled
@rule(
    "M23",
    nl="Kleine successen: wie vooruitgang ziet houdt moed, wie geduld heeft kan langer wachten",
    en="Small wins: who sees progress keeps heart, who is patient can wait for it longer",
    seeds=("1:71", "1:72", "1:73", "4:39", "2:46"),
    without="Whether steps are small, celebrated or awaited with patience makes no difference to "
    "anybody.",
)
def weighs(progress: float, usual: float) -> float:
    """What judged progress weighs, from 0 without any, a half at the usual, towards 1.

    >>> weighs.py_func(0.0, 0.1), weighs.py_func(0.1, 0.1)
    (0.0, 0.5)
    """
    return progress / (progress + usual)


@compiled
def faith(weight: float, common: float, p: SmallWinsParameters) -> float:
    """What is added to somebody's drive, from the weight of progress beyond what is usual.

    ``common`` is progress in all joint plans together, which celebrations show.
    """
    empty = p.hollow * shown(p) * max(0.0, 1.0 - common / p.usual)
    return p.sway * (weight - empty)


@compiled
def looking_hours(p: SmallWinsParameters) -> float:
    """Hours a week that a joint plan costs because its steps are small.

    >>> class p: step, looking = 0.25, 0.05
    >>> round(looking_hours.py_func(p), 3)
    0.15
    """
    return p.looking * (1.0 / p.step - 1.0)


@compiled
def celebrating_hours(p: SmallWinsParameters) -> float:
    """Hours a week that celebrating costs each post."""
    return p.celebrating * p.party / QUARTER


@compiled
def told(hears: float, p: SmallWinsParameters) -> float:
    """How well the board hears of results when it is asked to celebrate too, 0 to 1."""
    return hears + (1.0 - hears) * p.invited * shown(p)


@compiled
def board_swings(judged_now: float, judged_usual: float, p: SmallWinsParameters) -> float:
    """What a meeting adds to commitment, for a board that judges otherwise than is usual."""
    now, then = weighs(judged_now, p.usual_board), weighs(judged_usual, p.usual_board)
    return p.board * (now - then)


@dataclass(frozen=True, kw_only=True)
class SmallWinsParameters(ParameterSet):
    """The numbers in this rule."""

    step: float = lever(
        1.0,
        Unit.FACTOR,
        between=(0.05, 1.0),
        neutral=1.0,
        basis=chosen("as it is now: only that a problem became lighter is seen, a whole level"),
        nl="Stapgrootte: hoe klein de stappen zijn die een gezamenlijk plan laat zien",
        en="Step size: how small the steps are that a joint plan makes visible",
    )
    celebrating: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 6.0),
        neutral=0.0,
        basis=chosen("on top of what is usual, which is in the fitted week already"),
        nl="Successen vieren: hoe vaak per kwartaal allen stilstaan bij wat er lukt",
        en="Celebrating: how often in a quarter all stop to look at what succeeds",
    )
    patience: float = lever(
        52.0,
        Unit.WEEKS,
        between=(13.0, 156.0),
        basis=assumed("people look back over a year; a quarter and three years are heard of too"),
        nl="Geduld: weken waarover men samenwerken beoordeelt",
        en="Patience: weeks over which people judge working together",
    )
    sway: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("progress of three times the usual adds an eighth to drive; may be nothing"),
        nl="Moed door vooruitgang: hoeveel zichtbare vooruitgang aan inzet kan veranderen",
        en="Heart from progress: how much visible progress can change in drive",
    )
    board: float = uncertainty(
        0.05,
        Unit.SCORE,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("of the same order as a clear result at a meeting; may be nothing"),
        nl="Oordeel van het bestuur: hoeveel zichtbare vooruitgang per vergadering verandert",
        en="Judgement of the board: what visible progress changes at each meeting",
    )
    hollow: float = uncertainty(
        0.5,
        Unit.FACTOR,
        between=(0.0, 2.0),
        basis=assumed("a feast without results takes half of what good results would add"),
        nl="Loos vieren: hoeveel vieren zonder resultaat teleurstelt",
        en="Hollow celebrating: how much celebrating without results disappoints",
    )
    usual: float = setting(
        0.1,
        Unit.SCORE,
        between=(0.02, 0.5),
        basis=chosen("about what a joint plan reaches in four weeks in the model of now"),
        nl="Gewone vooruitgang: niveaus per vier weken in een gezamenlijk plan",
        en="Usual progress: levels in four weeks in a joint plan",
    )
    usual_board: float = setting(
        0.03,
        Unit.SCORE,
        between=(0.005, 0.5),
        basis=chosen("about what a board hears at a meeting in the model of now"),
        nl="Gewoon resultaat: wat een bestuur per vergadering aan resultaat hoort",
        en="Usual result: what a board hears of results at a meeting",
    )
    usual_patience: float = setting(
        52.0,
        Unit.WEEKS,
        between=(13.0, 156.0),
        basis=chosen("the horizon at which the other rules hold as they are"),
        nl="Gewoon geduld: weken waarbij andere regels gelden zoals ze zijn",
        en="Usual patience: weeks at which other rules hold as they are",
    )
    noticed: float = setting(
        0.1,
        Unit.FACTOR,
        between=(0.02, 0.5),
        basis=assumed("a tenth of a level is about the least that somebody would call a step"),
        nl="Merkbare stap: kleinste stap die mensen als vooruitgang zien",
        en="Noticeable step: smallest step that people see as progress",
    )
    reach: float = setting(
        0.25,
        Unit.FACTOR,
        between=(0.0, 1.0),
        basis=assumed("one celebration in a quarter shows a quarter of how it goes"),
        nl="Bereik van vieren: hoeveel één viering per kwartaal aan allen laat zien",
        en="Reach of celebrating: how much one celebration a quarter shows to all",
    )
    invited: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("those who decide come to half of what they are asked to"),
        nl="Bestuur viert mee: hoe goed het bestuur hoort wat er gevierd wordt",
        en="Board joins in: how well the board hears what is celebrated",
    )
    party: float = setting(
        2.0,
        Unit.HOURS,
        between=(0.5, 8.0),
        basis=assumed("the end of an afternoon, with the time to get there"),
        nl="Duur van een viering: uren van iedere professional",
        en="Length of a celebration: hours of every professional",
    )
    looking: float = setting(
        0.05,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 0.5),
        basis=assumed("agreeing on a step and looking whether it was made: minutes a week"),
        nl="Stappen bekijken: uur per week per plan, voor stappen van een half niveau",
        en="Looking at steps: hours a week for a plan, for steps of half a level",
    )
