r"""Learning (leren, terugkijken, leernetwerk): ODD 7, mechanism M20.

What somebody does in thirty recurring situations, its practices, may suit this neighbourhood (as
the reality R does), not suit it, or be no habit yet. People take over what their organisation has
written down; organisations write down what those do who do better than the paper; and people find
out by doing, now and then wrongly:

.. math::
    P(Z_d \to C_d) = p_1, \qquad
    P(C_d \to \text{majority}) = 1 - (1 - p_2)^{k}, \qquad
    P(Z_d \to \pm R_d) = \lambda\, u\,(1 + r / r_0), \qquad
    f = 1 + s\,\Bigl(\frac{1}{D} \sum_d \mathbf 1\{Z_d = R_d\} - \bar z\Bigr)

======  ==================  ==============================================================
symbol  here                meaning
======  ==================  ==============================================================
Z C R   ``practices``,      -1, 0 or 1 in each situation d: of somebody, of the code of an
        ``code``,           organisation or network; what suits this neighbourhood
        ``reality``
p_1     ``taking_over``     monthly chance to take a step towards the code
p_2 k   ``writing_down``,   chance for each head; how many more of those who do better than
        ``lead``            the code differ from it than agree
λ u     ``by_doing``,       monthly chance to find out by doing; how busy somebody is with it
        ``busy``
r r_0   ``reflection``,     hours a week to look back, extra and usual
        ``usual_hours``
s z̄     ``strength``,       how far practices that suit add to an hour of help; their usual
        ``usual``           share, at which help is as fitted
f       ``strengthens``     what an hour of help does against that
======  ==================  ==============================================================

A step goes from -1 over 0 to 1, and who has no habit acts either way. A learning network is a code
of its own, made by members of several organisations who bring home part of what it says; time for
it is shared by all members, and a question narrows it to what its members do worst. The first two
lines are those of [March1991]_; that links between groups may help or harm, [LazerFriedman2007]_
and [Fang2010]_. Nobody in the model sees the reality; who does better is seen from what comes of
it.
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
from model.state.axes import PRACTICE_COUNT
from model.state.kinds import Numbers

ASKED_ABOUT = 10
"""Of the thirty situations, those that a learning question is about."""


@compiled
def suits(practices: Numbers, reality: Numbers) -> float:
    """The share of practices that suit the neighbourhood; what is no habit, suits half of the time.

    >>> suits.py_func([1] * 10 + [0] * 10 + [-1] * 10, [1] * 30)
    0.5
    """
    same = 0.0
    for one in range(PRACTICE_COUNT):
        same += 0.5 if practices[one] == 0 else 1.0 if practices[one] == reality[one] else 0.0
    return same / PRACTICE_COUNT


@compiled
def acts(practice: int, even: float) -> int:
    """What somebody does in one situation this month: the habit, or either way without one."""
    if practice != 0:
        return practice
    return 1 if even < 0.5 else -1


@compiled
@rule(
    "M20",
    nl="Leren: mensen nemen over wat hun groep weet, en groepen wat goede mensen doen",
    en="Learning: people take over what their group knows, and groups what able people do",
    seeds=("0:13", "0:50", "1:37", "1:62", "1:69", "1:74", "2:22", "2:26", "4:64", "4:67"),
    without="An hour of help does the same, whatever those who give it have learnt.",
)
def adopted(own: int, told: int, even: float, chance: float) -> int:
    """A practice after hearing what others do: with this chance a step towards it.

    >>> adopted.py_func(-1, 1, 0.1, 0.5), adopted.py_func(-1, 0, 0.1, 0.5)
    (0, -1)
    """
    if told == 0 or told == own or even >= chance:
        return own
    return own + 1 if told > own else own - 1


@compiled
def rewritten(code: int, balance: int, even: float, p: LearningParameters) -> int:
    """What a code says of one situation; ``balance`` is how many do it one way less the other.

    >>> class p: writing_down = 0.5
    >>> rewritten.py_func(-1, 2, 0.7, p), rewritten.py_func(-1, 2, 0.8, p)
    (1, -1)
    """
    lead = abs(balance) if code == 0 else -balance * code
    if lead <= 0:
        return code
    majority = 1 if balance > 0 else -1
    return majority if even < 1.0 - (1.0 - p.writing_down) ** lead else code


@compiled
def finds_out(busy: float, p: LearningParameters) -> float:
    """The monthly chance to find out by doing what suits in one situation.

    >>> class p: by_doing, reflection, usual_hours = 0.01, 0.5, 0.5
    >>> finds_out.py_func(0.5, p)
    0.01
    """
    return min(1.0, p.by_doing * busy * (1.0 + p.reflection / p.usual_hours))


@compiled
def brought_home(members: int, hours: float, p: LearningParameters, guided: float = 0.0) -> float:
    """The monthly chance to take over one lesson of a network and carry it out at home.

    >>> class p: taking_over, implemented, full_talk, group = 0.1, 0.5, 4.0, 10.0
    >>> [round(brought_home.py_func(members, 4.0, p), 4) for members in (10, 20)]
    [0.0316, 0.0197]
    """
    heard = 1.0 - math.exp(-hours * p.group / max(1, members) / p.full_talk)
    return (p.implemented + (1.0 - p.implemented) * guided) * p.taking_over * heard


@compiled
def attended(worst: bool, p: LearningParameters) -> float:
    """How much of a network's attention a situation gets, 1 where no question is asked.

    >>> class p: question = 1.0
    >>> attended.py_func(True, p), attended.py_func(False, p)
    (3.0, 0.0)
    """
    focus = PRACTICE_COUNT / ASKED_ABOUT if worst else 0.0
    return 1.0 - p.question + p.question * focus


@compiled
def strengthens(suited: float, p: LearningParameters) -> float:
    """What an hour of help does, against that hour by somebody with the usual practices.

    >>> class p: strength, usual = 0.4, 0.6
    >>> round(strengthens.py_func(0.8, p), 3), strengthens.py_func(0.6, p)
    (1.08, 1.0)
    """
    return max(0.0, 1.0 + p.strength * (suited - p.usual))


@dataclass(frozen=True, kw_only=True)
class LearningParameters(ParameterSet):
    """The numbers in this rule."""

    network: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 20.0),
        neutral=0.0,
        basis=assumed("most places have no learning network; those that do have 5 to 20 members"),
        nl="Leernetwerk: aantal professionals dat eraan meedoet",
        en="Learning network: number of professionals who take part in it",
    )
    mix: float = lever(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("half of the members from the team, half from all organisations alike"),
        nl="Samenstelling leernetwerk: van alleen het wijkteam (0) naar iedereen gelijk (1)",
        en="Mix of the learning network: from the team alone (0) to all alike (1)",
    )
    question: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=chosen("no question narrows the talk unless somebody asks one"),
        nl="Leervraag: hoeveel het leernetwerk gaat over wat leden het slechtst doen",
        en="Learning question: how far the network is about what its members do worst",
    )
    time: float = lever(
        4.0,
        Unit.HOURS,
        between=(0.0, 16.0),
        basis=assumed("an afternoon in four weeks for each member"),
        nl="Tijd voor het leernetwerk: uren per vier weken voor elk lid",
        en="Time for the learning network: hours in four weeks for each member",
    )
    implemented: float = lever(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("half of what is learnt together is carried out at home; nobody counted"),
        nl="Lessen invoeren: deel van de lessen dat leden thuis ook uitvoeren",
        en="Carrying out lessons: share of lessons that members carry out at home",
    )
    reflection: float = lever(
        0.0,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 4.0),
        neutral=0.0,
        basis=chosen("on top of what is usual, which is in the fitted week already"),
        nl="Terugkijken: uur per week intervisie boven wat gewoon is",
        en="Looking back: hours a week of reflection on top of what is usual",
    )
    taking_over: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.01, 0.5),
        basis=assumed("an eighteen-month way from what one did to what is usual here; a guess"),
        nl="Overnemen: kans per maand om iets te gaan doen zoals het op papier staat",
        en="Taking over: chance a month to begin to do something as it is written",
    )
    writing_down: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.02, 0.9),
        basis=assumed("for each head that knows better a tenth a month; swept over the range"),
        nl="Opschrijven: kans per maand en per hoofd dat een organisatie iets anders vastlegt",
        en="Writing down: chance a month for each head that an organisation rewrites a practice",
    )
    by_doing: float = uncertainty(
        0.01,
        Unit.SHARE,
        between=(0.0, 0.05),
        basis=assumed("each practice is put to the test once in eight years; never is possible"),
        nl="Leren door doen: kans per maand om bij een praktijk te merken wat werkt",
        en="Learning by doing: chance a month to find out of one practice what works",
    )
    strength: float = uncertainty(
        0.3,
        Unit.FACTOR,
        between=(0.0, 0.8),
        neutral=0.0,
        basis=assumed("all practices suited against none: a third more help; may be nothing (E08)"),
        nl="Praktijk telt: hoeveel passende praktijken een uur hulp sterker maken",
        en="Practice counts: how far practices that suit make an hour of help stronger",
    )
    usual: float = setting(
        0.625,
        Unit.SHARE,
        between=(0.2, 1.0),
        basis=chosen("what the long run settles at, so that help is as it was fitted"),
        nl="Gewone praktijk: aandeel passende praktijken waarbij hulp is zoals geijkt",
        en="Usual practice: share of suited practices at which help is as fitted",
    )
    right: float = setting(
        0.7,
        Unit.SHARE,
        between=(0.5, 1.0),
        basis=assumed("three in ten draw the wrong lesson from what happened"),
        nl="Goede les: kans dat iemand uit ervaring opmaakt wat echt past",
        en="Right lesson: chance that somebody concludes from experience what really suits",
    )
    changing: float = setting(
        0.05,
        Unit.PER_YEAR,
        between=(0.0, 0.3),
        basis=assumed("in a neighbourhood one thing in twenty is different after a year"),
        nl="Veranderende wijk: deel van de praktijken dat per jaar niet meer past",
        en="Changing neighbourhood: share of practices that a year later suit no longer",
    )
    usual_hours: float = setting(
        0.5,
        Unit.HOURS_PER_WEEK,
        between=(0.1, 2.0),
        basis=assumed("half an hour a week is looked back already; no time study was found"),
        nl="Gewoon terugkijken: uur per week dat al aan intervisie opgaat",
        en="Usual looking back: hours a week that go to reflection already",
    )
    full_talk: float = setting(
        4.0,
        Unit.HOURS,
        between=(1.0, 16.0),
        basis=assumed("after an afternoon with ten people two thirds of it has been said"),
        nl="Uitgepraat: uren waarin tien mensen 63 % van een les bespreken",
        en="Talked out: hours in which ten people get through 63 % of a lesson",
    )
    group: float = setting(
        10.0,
        Unit.COUNT,
        between=(5.0, 20.0),
        basis=assumed("groups of 5 to 20 are told of; beyond ten each is heard less"),
        nl="Gespreksgroep: aantal leden waarvoor die uren gelden",
        en="Talking group: number of members for whom those hours hold",
    )
