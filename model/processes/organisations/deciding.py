r"""Deciding at tables (beslissen aan tafels): ODD 7.5, mechanism M9.

A question that nobody owns, or for which one plan was declined, comes before a table: a series of
meetings of organisations. It asks more time the more fields it touches and the further those
concerned stand apart. Members give the time they put in, and a table decides when what it has
gathered is enough for all that lies before it:

.. math::
    E_t \leftarrow E_t + s \sum_{o \in t} h_o, \qquad
    R_t = \sum_{q \in t} \bigl(e\, d_q (1 + \chi\, \bar\delta_q) + u\, n_q\bigr), \qquad
    \text{decided when } E_t \ge R_t

Meanwhile a question may hop to the table that is nearest to a decision (least R - E). A decision
with questions before it resolves them, if the rule is met; one to which no question ever came is
made by oversight; one whose questions have gone elsewhere is made by flight.

======  ======================  ===============================================================
symbol  here                    meaning
======  ======================  ===============================================================
E R     ``gathered, needed``    hours gathered at table t; hours that its questions ask
s h     ``solves``, ``hours``   part of an hour at a table that does something; hours of member o
e d     ``effort, domains``     hours for each field; fields of life that the question touches
χ δ     ``widens, apart``       how much distance in vision adds; distance to who holds the case
u n     ``deliberation``,       hours that each talks before deciding; organisations concerned
        ``parties``
======  ======================  ===============================================================

The rule of a table is that whoever leads decides, that two in three agree, or that all do. One
agrees who stands near enough to who would lead. Talking first brings nearer who can hear each
other, and takes hours; who is too far away stays there. Nobody gains by a decision as such: the
question has an owner, or one plan is talked about anew, and whoever was overruled counts on the
holder a little less. What does not meet the rule goes to the board.

The form, with energy, loads and three ways of deciding, is that of [CohenMarchOlsen1972]_; that
few decisions solve anything was found again by [FiorettiLomi2008]_. That talk helps agreement, and
that two thirds agree more often than all, comes from a model too [ChoiRobertson2014]_.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    chosen,
    lever,
    published,
    rule,
    setting,
    uncertainty,
)
from model.state.kinds import Numbers

NO_TABLES, LEAD, TWO_THIRDS, ALL = range(4)
RESOLUTION, OVERSIGHT, FLIGHT = range(3)
NOWHERE = -1


@compiled
def at_work(p: DecidingParameters) -> bool:
    """Whether tables decide on questions that nobody owns."""
    return p.rule > 0.0


@compiled
def hours_a_week(gives: float, posts: float, p: DecidingParameters) -> float:
    """Hours a week at tables of so many posts, where this much of what is asked is put in.

    >>> class p: rule, hours = 1.0, 0.25
    >>> hours_a_week.py_func(0.5, 4.0, p)
    0.5
    """
    return gives * p.hours * posts if p.rule > 0.0 else 0.0


@compiled
def needs(domains: int, parties: int, apart: float, p: DecidingParameters) -> float:
    """Hours that a question asks of a table.

    >>> class p: effort, widens, deliberation = 1.0, 2.0, 0.5
    >>> needs.py_func(3, 2, 0.25, p)
    5.5
    """
    return p.effort * domains * (1.0 + p.widens * apart) + p.deliberation * parties


@compiled
def gathers(gathered: float, hours: float, p: DecidingParameters) -> float:
    """What a table has gathered after somebody gave these hours."""
    return gathered + p.solves * hours


@compiled
def suffices(needed: float, gathered: float) -> bool:
    """Whether what was gathered is enough for all that lies before a table."""
    return gathered >= needed - 1e-9


@compiled
def nearest(allowed: Numbers, short: Numbers) -> int:
    """The table nearest to a decision among those allowed; the first of equals, or NOWHERE.

    >>> nearest.py_func([1, 1, 0], [3.0, 2.0, 1.0]), nearest.py_func([0], [1.0])
    (1, -1)
    """
    best = NOWHERE
    for table in range(len(short)):
        if allowed[table] and (best < 0 or short[table] < short[best] - 1e-9):
            best = table
    return best


@compiled
def after_talk(apart: float, hearing: float, p: DecidingParameters) -> float:
    """How far apart two are who talked first; who cannot hear the other stays there.

    >>> class p: deliberation, halves = 2.0, 2.0
    >>> after_talk.py_func(0.2, 0.3, p), after_talk.py_func(0.4, 0.3, p)
    (0.1, 0.4)
    """
    return apart * 0.5 ** (p.deliberation / p.halves) if apart < hearing else apart


@compiled
def agrees(apart: float, p: DecidingParameters) -> bool:
    """Whether somebody this far from a proposal can live with it."""
    return apart <= p.acceptable


@compiled
@rule(
    "M9",
    nl="Beslissen: een tafel besluit als er genoeg tijd bijeen is en de beslisregel het toelaat",
    en="Deciding: a table decides when enough time was gathered and its rule allows it",
    seeds=("0:25", "0:27", "3:14", "4:32", "2:22"),
    without="No table decides on questions; each waits until somebody takes it up.",
)
def passes(agreeing: int, parties: int, p: DecidingParameters) -> bool:
    """Whether so many who agree, of all who are concerned, are enough under the rule.

    >>> class lead: rule = 1.0
    >>> class most: rule = 2.0
    >>> class all_: rule = 3.0
    >>> [[passes.py_func(n, 3, p) for n in (1, 2, 3)] for p in (lead, most, all_)]
    [[True, True, True], [False, True, True], [False, False, True]]
    """
    if p.rule < TWO_THIRDS:
        return True
    if p.rule < ALL:
        return 3 * agreeing >= 2 * parties
    return agreeing >= parties


@compiled
def decided_by(resolved: bool, had: bool) -> int:
    """How a decision came about: it resolved something, nothing ever came to it, or all had gone.

    >>> [decided_by.py_func(*each) for each in ((True, True), (False, False), (False, True))]
    [0, 1, 2]
    """
    if resolved:
        return RESOLUTION
    return FLIGHT if had else OVERSIGHT


@dataclass(frozen=True, kw_only=True)
class DecidingParameters(ParameterSet):
    """The numbers in this rule."""

    rule: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 3.0),
        step=1,
        neutral=0.0,
        basis=chosen(
            "no such table in the fitted world; who takes a question up is left to chance"
        ),
        choices=(
            (0.0, "geen tafel besluit", "no table decides"),
            (1.0, "wie leidt beslist", "who leads decides"),
            (2.0, "twee derde", "two thirds"),
            (3.0, "allemaal", "all of them"),
        ),
        nl="Beslisregel: wie aan een tafel besluit wie een vraag oppakt",
        en="Decision rule: who decides at a table who takes a question up",
    )
    deliberation: float = lever(
        0.0,
        Unit.HOURS,
        between=(0.0, 2.0),
        basis=chosen("none on top of what a decision asks anyway, unless somebody asks what if"),
        nl="Eerst overleggen: uren die elke organisatie over een vraag praat voor het besluit",
        en="Deliberating first: hours each organisation talks about a question before deciding",
    )
    tables: float = lever(
        3.0,
        Unit.COUNT,
        between=(1.0, 3.0),
        step=1,
        basis=assumed("beside one for all, one on living and one on care; names differ by place"),
        choices=(
            (1.0, "één voor alles", "one for everything"),
            (2.0, "ook een over bestaan", "one on living too"),
            (3.0, "ook een over zorg", "one on care too"),
        ),
        nl="Tafels: hoeveel overleggen over vragen van huishoudens er zijn",
        en="Tables: how many series of meetings on questions of households there are",
    )
    hours: float = lever(
        0.5,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 2.0),
        basis=assumed("two hours a month for each post whose organisation puts all in; a guess"),
        nl="Tijd voor tafels: uur per week voor elke volle baan, als ieder alles bijdraagt",
        en="Time for tables: hours a week for each full post, where each puts all in",
    )
    effort: float = uncertainty(
        0.25,
        Unit.HOURS,
        between=(0.05, 1.0),
        basis=assumed("four minutes of four people for each field; nobody counted"),
        nl="Tijd voor een besluit: uren voor elk levensgebied dat een vraag raakt",
        en="Time for a decision: hours for each field of life that a question touches",
    )
    widens: float = uncertainty(
        2.0,
        Unit.FACTOR,
        between=(0.0, 6.0),
        basis=assumed("half of the scale apart takes twice the time; none must be possible"),
        nl="Verschil kost tijd: hoeveel langer een besluit duurt bij tegengestelde visies",
        en="Difference takes time: how much longer opposite visions make a decision",
    )
    solves: float = setting(
        0.6,
        Unit.SHARE,
        between=(0.3, 1.0),
        basis=published("CohenMarchOlsen1972", reason="their solution coefficient, chosen there"),
        nl="Werkzame tijd: deel van een uur aan tafel dat een besluit dichterbij brengt",
        en="Time that works: part of an hour at a table that brings a decision nearer",
    )
    acceptable: float = uncertainty(
        0.04,
        Unit.SCORE,
        between=(0.01, 0.3),
        basis=chosen("where people of the first years stand, so that about half of them agree"),
        nl="Aanvaardbaar: afstand tussen visies waarbij iemand nog kan instemmen",
        en="Acceptable: distance between visions at which somebody can still agree",
    )
    halves: float = uncertainty(
        0.5,
        Unit.HOURS,
        between=(0.1, 4.0),
        basis=assumed("half an hour halves what keeps two apart on one question; a guess"),
        nl="Naar elkaar toe: uren overleg waarin de afstand op een vraag halveert",
        en="Coming nearer: hours of talk in which distance on a question halves",
    )
    hops: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("a question is tried elsewhere after about a quarter; in theory every month"),
        nl="Doorschuiven: deel van de vragen dat elke maand een snellere tafel zoekt",
        en="Hopping: share of questions that look for a quicker table each month",
    )
    overruled: float = uncertainty(
        0.25,
        Unit.FACTOR,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("a quarter of a broken promise in the eyes of who did not agree; or nothing"),
        nl="Overstemd: hoe zwaar een besluit tegen de eigen wens weegt, als gebroken belofte",
        en="Overruled: how much a decision against one's wish weighs, as a broken promise",
    )
