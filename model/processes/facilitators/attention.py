r"""Attention of a hub (spin in het web): ODD 7.3, mechanism M2, with who pays for it (M27).

A facilitator's hours are what the money buys at a tariff. The better known somebody is, the more
others ask; what lies outside the assignment is taken on with a chance. What is not answered
waits, and what waits loses worth:

.. math::
    \lambda = b_0 + b_1 n + b_2 m, \qquad
    Q \leftarrow \max(0, Q + (\text{core} + s(1 - \text{core}))\lambda \tau - R), \qquad
    \text{worth} = e^{-(Q/R)/\tau_{\text{info}}}

======  ==================  ====================================================================
symbol  here                meaning
======  ==================  ====================================================================
λ n m   ``requests, ties``  requests a week; people who are known well; cases without owner
s       ``scope``           share of requests outside the assignment that is taken on
τ       ``a_request``       hours for one request
R       ``most``            share of the week that requests may take; R is those hours
τ_info  ``patience``        weeks after which news has lost 63 % of its worth
======  ==================  ====================================================================

Hours that are set apart to guide learning help members of a learning network to carry out more of
its lessons, ``guiding`` hours a week for each. More ties mean more reach and more requests, and
answering them keeps up ties; where the balance lies is not in the rule.
"""

from __future__ import annotations

import math
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


@compiled
def bought_hours(euros_a_year: float, tariff: float, price: float) -> float:
    """Hours a week that this money buys, for a tariff relative to an employee's hour."""
    return euros_a_year / YEAR / (tariff * price)


@compiled
@rule(
    "M2",
    nl="Aandacht: wie met iedereen verbonden is wordt door iedereen gevraagd",
    en="Attention: who is tied to everyone is asked by everyone",
    seeds=("2:21", "2:40", "2:42", "1:57", "1:60"),
    without="Nobody asks the facilitator for anything; all hours are free for the agenda.",
)
def asked(ties: float, stuck: float, scope: float, p: AttentionParameters) -> float:
    """Hours a week that others ask of a facilitator and that are taken on.

    >>> class p: always, each_tie, each_stuck, outside, a_request = 1.0, 0.1, 0.0, 0.5, 2.0
    >>> asked.py_func(10, 0, 0.0, p), asked.py_func(10, 0, 1.0, p)
    (2.0, 4.0)
    """
    requests = p.always + p.each_tie * ties + p.each_stuck * stuck
    return requests * p.a_request * (1.0 - p.outside + p.outside * scope)


@compiled
def answered(queue: float, hours: float, p: AttentionParameters) -> float:
    """Hours spent on requests this week: the queue, or what is kept for it, whichever is less."""
    return min(queue, p.most * hours)


@compiled
def timeliness(queue: float, hours: float, p: AttentionParameters) -> float:
    """Worth, 0 to 1, of what a facilitator with this queue passes on."""
    if hours <= 0.0:
        return 0.0
    return math.exp(-(queue / (p.most * hours)) / p.patience)


@compiled
def keeps_promise(queue: float, hours: float) -> float:
    """The chance that a facilitator with this queue keeps a promise."""
    return 1.0 / (1.0 + queue / hours) if hours > 0.0 else 0.0


@compiled
def guides(hours: float, members: int, p: AttentionParameters) -> float:
    """The share of members of a learning network whom somebody helps to carry out lessons.

    >>> class p: guiding = 0.25
    >>> guides.py_func(2.0, 16, p), guides.py_func(9.0, 16, p)
    (0.5, 1.0)
    """
    return min(1.0, hours / (p.guiding * max(1, members)))


@dataclass(frozen=True, kw_only=True)
class AttentionParameters(ParameterSet):
    """The numbers in this rule."""

    always: float = uncertainty(
        1.0,
        Unit.PER_WEEK,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("one request a week comes with any such post"),
        nl="Vaste vragen: verzoeken per week, hoe onbekend iemand ook is",
        en="Standing requests: requests a week, however unknown somebody is",
    )
    each_tie: float = uncertainty(
        0.08,
        Unit.PER_WEEK,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("everyone who knows you well asks something once a quarter"),
        nl="Vragen per bekende: verzoeken per week van elke goede bekende",
        en="Requests for each tie: requests a week from each good acquaintance",
    )
    each_stuck: float = uncertainty(
        0.1,
        Unit.PER_WEEK,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("of ten cases that nobody owns one is brought to the hub in a week"),
        nl="Vragen per vastgelopen zaak: verzoeken per week voor elke zaak zonder regisseur",
        en="Requests for each stuck case: requests a week for each case without owner",
    )
    outside: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.2, 0.8),
        basis=assumed("about half of what a hub is invited to is not its task (seed 2:42)"),
        nl="Buiten de opdracht: deel van de verzoeken dat niet bij de taak hoort",
        en="Outside the assignment: share of requests that are not the task",
    )
    a_request: float = uncertainty(
        1.0,
        Unit.HOURS,
        between=(0.5, 2.0),
        basis=assumed("a call and a note, or a meeting"),
        nl="Tijd per verzoek: uren die een verzoek kost",
        en="Time for a request: hours that a request costs",
    )
    patience: float = uncertainty(
        4.0,
        Unit.WEEKS,
        between=(2.0, 6.0),
        basis=assumed("after a month news has lost most of its use"),
        nl="Houdbaarheid: weken waarin doorgegeven nieuws zijn waarde verliest",
        en="Shelf life: weeks in which news passed on loses its worth",
    )
    introducing: float = setting(
        0.4,
        Unit.SHARE,
        between=(0.2, 0.5),
        basis=chosen("most of the time between professionals goes to bringing them together"),
        nl="Tijd voor kennismaking: deel van de uren tussen professionals",
        en="Time for introductions: share of the hours between professionals",
    )
    vouching: float = setting(
        0.15,
        Unit.SHARE,
        between=(0.05, 0.25),
        basis=chosen("a call about a partner now and then; what is left goes to dialogue"),
        nl="Tijd voor instaan: deel van die uren om voor iemand in te staan",
        en="Time for vouching: share of those hours to stand in for somebody",
    )
    appointing: float = setting(
        0.15,
        Unit.SHARE,
        between=(0.05, 0.25),
        basis=chosen("as much as for vouching; only of use to who leads the process"),
        nl="Tijd voor regie: deel van die uren om een regisseur aan te wijzen",
        en="Time for assigning: share of those hours to appoint a lead",
    )
    scope: float = lever(
        0.3,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("most say yes to a third of side issues; no count was found"),
        nl="Randzaken aannemen: deel van de vragen buiten de opdracht dat wordt aangenomen",
        en="Taking on side issues: share of requests outside the assignment taken on",
    )
    learning: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=chosen("on top of learning from what they do; only of use beside a learning network"),
        nl="Leren begeleiden: deel van de begeleidersuren voor het leernetwerk",
        en="Guiding learning: share of facilitators' hours for the learning network",
    )
    guiding: float = setting(
        0.25,
        Unit.HOURS_PER_WEEK,
        between=(0.05, 1.0),
        basis=assumed("an hour in four weeks for each member, to see lessons carried out"),
        nl="Tijd per lid: uur per week om één lid thuis met een les te helpen",
        en="Time for a member: hours a week to help one member with a lesson at home",
    )
    a_word: float = setting(
        1.0,
        Unit.HOURS,
        between=(0.25, 3.0),
        basis=assumed("a call with each of the two"),
        nl="Tijd per woord: uren die het kost voor iemand in te staan",
        en="Time for a word: hours it takes to vouch for somebody",
    )
    known_well: float = setting(
        0.5,
        Unit.SCORE,
        between=(0.2, 0.8),
        basis=assumed("eleven hours together: from there on somebody calls you"),
        nl="Goede bekende: band vanaf waar iemand de begeleider om iets vraagt",
        en="Good acquaintance: tie from which somebody asks the facilitator for things",
    )
    most: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.2, 0.9),
        basis=assumed("half of the week is kept for the plan, however much is asked"),
        nl="Hoogstens voor vragen: deel van de week dat naar verzoeken mag gaan",
        en="At most for requests: share of the week that may go to requests",
    )
