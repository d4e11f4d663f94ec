r"""Hours (uren): ODD 7.3, mechanism M14.

A week's hours go to administration first, then to meetings that are protected, to coordination
that was promised, to care, and what is left is slack: time to meet others and to go out.

.. math:: \text{capacity} = H\,(1 - a) - \text{protected} - \text{coordination}, \qquad
          \text{slack} = \max(0, \text{capacity} - \text{care})

When more is asked than there is, overtime helps within limits; strain grows, and strained people
leave:

.. math:: s \leftarrow s + \alpha \max(0, \text{load} - 1)(1 - s) - \beta s,
          \qquad P(\text{leave}) = \tfrac{q_0}{52} e^{\gamma s}

======  ==============  ======================================================================
symbol  here            meaning
======  ==============  ======================================================================
H a     ``hours``,      contract hours; share of them on administration
        ``admin``
load    ``load``        care asked, by cases and by the waiting list, over capacity
s       ``strain``      0 to 1
α β     ``straining``,  weekly growth under overload; weekly recovery
        ``resting``
q_0 γ   ``leaving``,    yearly turnover without strain; how strongly strain drives people out
        ``strain_leaves``
======  ==============  ======================================================================

There is no fixed share of time for working together: it must come out of the load.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from model.chance import TURNOVER, draw
from model.clock import YEAR
from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    chosen,
    fitted,
    lever,
    measured,
    rule,
    setting,
    uncertainty,
)
from model.hazards import chance_of
from model.state.axes import FACILITATOR, PROFESSIONAL, TEAM, WELFARE
from model.state.kinds import Numbers, Row, Table
from model.state.posts import colleagues


@compiled
@rule(
    "M14",
    nl="Uren: samenwerken moet uit dezelfde week komen als zorg en administratie",
    en="Hours: working together must come out of the same week as care and paperwork",
    seeds=("3:9", "3:20", "3:22", "1:51", "2:30"),
    without="Load wears nobody out: nobody is strained, works over, or leaves because of it.",
)
def care_capacity(hours: float, admin: float, protected: float, coordination: float) -> float:
    """Care hours a week there are, after administration, protected and coordination time.

    >>> round(care_capacity.py_func(36.0, 0.37, 1.0, 0.68), 2)
    21.0
    """
    return max(0.0, hours * (1.0 - admin) - protected - coordination)


@compiled
def of_seat(hours: float, organisation: int, p: HoursParameters) -> float:
    """Contract hours a week of a seat: specialists have more or less than usual where that is set.

    >>> class p: specialists = 0.5
    >>> [of_seat.py_func(30.0, one, p) for one in (TEAM, WELFARE, 3)]
    [30.0, 30.0, 15.0]
    """
    return hours if organisation in (TEAM, WELFARE) else hours * p.specialists


@compiled
def strained(strain: float, load: float, p: HoursParameters) -> float:
    """Strain a week later."""
    grows = p.straining * max(0.0, load - 1.0) * (1.0 - strain)
    return min(1.0, max(0.0, strain + grows - p.resting * strain))


@compiled
def leaves(strain: float, even: float, p: HoursParameters) -> bool:
    """Whether a professional leaves this week, for an even draw."""
    return even < chance_of(p.leaving / YEAR * math.exp(p.strain_leaves * strain))


@compiled
def pushed(load: float, p: HoursParameters) -> float:
    """Overtime, as a share of hours: rises with overload up to its limit."""
    return min(p.overtime, max(0.0, load - 1.0))


@compiled
def turn_over(
    actors: Table,
    pairs: Table,
    week: int,
    key: Numbers,
    expected: Row,
    system: Row,
    p: HoursParameters,
) -> None:
    """Who leaves this week; a successor starts later, unknown to all and with trust as expected."""
    for row in range(len(actors)):
        actor = actors[row]
        if actor.role != PROFESSIONAL:
            continue
        system.staff += actor.colleagues
        if actor.tenure < 65000:
            actor.tenure += np.uint16(1)
        if actor.vacant > 0:
            actor.vacant -= np.uint16(1)
            continue
        if leaves(actor.strain, draw(key, actor.id, week, TURNOVER), p):
            system.left += actor.colleagues
            succeed(actors, pairs, row, expected, p.vacancy)


@compiled
def succeed(actors: Table, pairs: Table, row: int, expected: Row, vacancy: float) -> None:
    """Somebody else in this seat: ties are gone, trust is what the organisations expect."""
    actor = actors[row]
    actor.id = np.uint32(actor.id + np.uint32(len(actors)))
    actor.tenure = np.uint16(0)
    actor.strain = np.float32(0.0)
    actor.vacant = np.uint16(vacancy)
    for other in range(len(actors)):
        if other == row:
            continue
        same = colleagues(actors[other], actor)
        # a facilitator sits with the board and is nobody's colleague there
        same = same and actors[other].role != FACILITATOR
        trust = expected.within if same else expected.between
        for pair in (pairs[row, other], pairs[other, row]):
            pair.familiarity = np.float32(0.0)
            pair.strength = np.float32(0.0)
            pair.together = np.float32(0.0)
            pair.conflict = np.float32(0.0)
            pair.kept = np.float32(0.0)
            pair.broken = np.float32(0.0)
            pair.experienced = np.uint8(0)
            pair.trust = np.float32(trust)


@dataclass(frozen=True, kw_only=True)
class HoursParameters(ParameterSet):
    """The numbers in this rule."""

    week: float = setting(
        36.0,
        Unit.HOURS_PER_WEEK,
        between=(32.0, 40.0),
        basis=assumed("the full-time week in Dutch social work agreements; posts are swept"),
        nl="Werkweek: contracturen van een voltijdbaan",
        en="Working week: contract hours of a full-time post",
    )
    admin: float = lever(
        0.37,
        Unit.SHARE,
        between=(0.20, 0.45),
        basis=measured("T23", "T25", "T26", reason="37 social work, 38 youth, 30 sector"),
        nl="Administratiedruk: deel van de werktijd dat naar administratie gaat",
        en="Administration: share of working time that goes to paperwork",
    )
    protected: float = lever(
        1.0,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 8.0),
        basis=assumed("an hour a week kept free; no time study was found (T29 is recalled)"),
        nl="Tijd voor samenwerken: uur per week dat vrij blijft van cases",
        en="Time for collaboration: hours a week kept free from cases",
    )
    specialists: float = lever(
        1.0,
        Unit.FACTOR,
        between=(0.5, 1.25),
        neutral=1.0,
        basis=chosen("as many hours as there are now; other budgets and capacity are a what if"),
        nl="Ruimte bij specialisten: uren van wie niet bij team of welzijn werkt, tegenover nu",
        en="Room at specialists: hours of those outside of team and welfare, against now",
    )
    straining: float = uncertainty(
        0.02,
        Unit.PER_WEEK,
        between=(0.0, 0.06),
        neutral=0.0,
        basis=assumed("a year at half too much load brings somebody near half strain"),
        nl="Overbelasting: hoe snel spanning groeit bij te veel werk",
        en="Overload: how fast strain grows with too much work",
    )
    resting: float = uncertainty(
        0.02,
        Unit.PER_WEEK,
        between=(0.01, 0.06),
        basis=assumed("half recovered after eight months of normal load"),
        nl="Bijkomen: hoe snel spanning per week weer afneemt",
        en="Resting: how fast strain eases each week",
    )
    leaving: float = uncertainty(
        0.13,
        Unit.PER_YEAR,
        between=(0.06, 0.2),
        basis=fitted("between leaving the sector and the often told 18 percent", "L06", "L08"),
        nl="Verloop: deel dat per jaar vertrekt zonder overbelasting",
        en="Turnover: share who leave each year without overload",
    )
    strain_leaves: float = uncertainty(
        1.5,
        Unit.LOG_ODDS,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed(
            "at full strain four to five times as many leave; survey says a third consider"
        ),
        nl="Vertrek door druk: hoe sterk spanning mensen doet vertrekken",
        en="Leaving under strain: how strongly strain drives people out",
    )
    vacancy: float = uncertainty(
        8.0,
        Unit.WEEKS,
        between=(0.0, 26.0),
        basis=assumed("two months to fill a post; new entrants fell since 2019 (L10)"),
        nl="Vacature: weken tot een opvolger begint",
        en="Vacancy: weeks until a successor starts",
    )
    overtime: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("two hours a week at most; zero must be possible"),
        nl="Overwerk: deel van de week dat iemand hoogstens overwerkt",
        en="Overtime: share of the week that somebody works over at most",
    )
