r"""Tempo of the big city (tempo): ODD 7.11, mechanism M22.

Each municipality has time for so many changes; a city with a department of its own has more. What
the region asks beyond that is done on paper: practice stays as it is, and paper takes hours. Who
joins groups of the city gives time and is helped in return, as long as both come out even:

.. math::
    g = \min(q,\; k + h), \qquad h \le \max(0,\; b + \beta), \qquad
    b \leftarrow b + j - h

Expectations rise with what is announced and come down to what is seen to be done; what was hoped
for and did not come costs those who decide some of their commitment:

.. math:: X \leftarrow X + \nu\, v\,(1 - X) - (1 - 2^{-4/\tau})\,(X - R), \qquad
          C \leftarrow C\,\bigl(1 - \sigma \max(0, X - R)\bigr)

======  ================  =====================================================================
symbol  here              meaning
======  ================  =====================================================================
g q k   ``done``,         changes carried through, asked for, and those there is time for, in
        ``asked``,        four weeks
        ``capacity``
h j b   ``helped``,       help of the city, own time given to its groups, and what was given
        ``joined``,       less what was received, all in changes
        ``balance``
β       ``p.credit``      help that one may owe
X R v   ``expected``,     expectations and the share of what was asked that is really done;
        ``results``,      how much was announced, all 0 to 1
        ``news``
ν σ τ   ``p.excites``,    how much news raises expectations; how much disappointment costs;
        ``p.sours``,      weeks in which they come down half of the way
        ``p.sobering``
======  ================  =====================================================================

Adoption limited by time instead of by example, as against [Bass1969]_. The course from euphoria
to control (2:46) is written in no line here.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import MONTH, YEAR
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
    "M22",
    nl="Tempo: wie geen tijd heeft voor wat de regio vraagt, doet het op papier",
    en="Tempo: who has no time for what the region asks does it on paper",
    seeds=("2:30", "2:46"),
    without="There is time for every change: the region asks none, nobody lags, and nothing is "
    "done on paper.",
)
def done(asked: float, capacity: float, helped: float) -> float:
    """Changes that a municipality really carries through in four weeks.

    >>> done.py_func(2.0, 0.5, 0.25), done.py_func(2.0, 3.0, 0.0)
    (0.75, 2.0)
    """
    return min(asked, capacity + helped)


@compiled
def capacity(largest: bool, p: TempoParameters) -> float:
    """Changes for which a municipality has time in four weeks.

    >>> class p: capacity, city = 13.0, 3.0
    >>> capacity.py_func(False, p), capacity.py_func(True, p)
    (1.0, 3.0)
    """
    return p.capacity * MONTH / YEAR * (p.city if largest else 1.0)


@compiled
def joined(capacity: float, p: TempoParameters) -> float:
    """Own time that goes to groups of the city, in changes."""
    return p.joining * capacity if p.joining > 0.0 else 0.0


@compiled
def helped(wanted: float, spare: float, balance: float, p: TempoParameters) -> float:
    """Help of the city for one municipality: what it wants, can be spared and is not too much owed.

    >>> class p: credit = 1.0
    >>> helped.py_func(2.0, 3.0, -0.5, p), helped.py_func(2.0, 3.0, -1.5, p)
    (0.5, 0.0)
    """
    return max(0.0, min(wanted, spare, balance + p.credit))


@compiled
def paperwork(on_paper: float, p: TempoParameters) -> float:
    """Share of the working week that it takes to do so many changes in four weeks on paper.

    >>> class p: paper = 0.01
    >>> paperwork.py_func(2.0, p)
    0.02
    """
    return p.paper * on_paper


@compiled
def announced(asked: float) -> float:
    """How much news so many changes in four weeks are, 0 to 1.

    >>> announced.py_func(1.0)
    0.5
    """
    return asked / (1.0 + asked)


@compiled
def expected(now: float, news: float, results: float, p: TempoParameters) -> float:
    """Expectations four weeks later.

    >>> class p: excites, sobering = 0.2, 4.0
    >>> round(expected.py_func(0.5, 0.5, 0.1, p), 9)
    0.35
    """
    sobers = (1.0 - 0.5 ** (MONTH / p.sobering)) * (now - results)
    return min(1.0, max(0.0, now + p.excites * news * (1.0 - now) - sobers))


@compiled
def soured(commitment: float, expected: float, results: float, p: TempoParameters) -> float:
    """Commitment of those who decide after what they hoped for and did not see.

    >>> class p: sours = 0.1
    >>> soured.py_func(0.5, 0.8, 0.2, p), soured.py_func(0.5, 0.2, 0.8, p)
    (0.47, 0.5)
    """
    return commitment * (1.0 - p.sours * max(0.0, expected - results))


@dataclass(frozen=True, kw_only=True)
class TempoParameters(ParameterSet):
    """The numbers in this rule."""

    pace: float = lever(
        0.0,
        Unit.PER_YEAR,
        between=(0.0, 40.0),
        neutral=0.0,
        step=1,
        basis=chosen("a region asks nothing unless a scenario says so (2:46)"),
        nl="Gevraagd tempo: veranderingen per jaar die de regio van elke gemeente vraagt",
        en="Required pace: changes a year that the region asks of each municipality",
    )
    joining: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.8),
        neutral=0.0,
        basis=chosen("nobody joins unless a scenario says so (2:46)"),
        nl="Aansluiten bij de stad: deel van de eigen verandertijd voor projectgroepen daar",
        en="Joining the city: share of own time for change that goes to its project groups",
    )
    city: float = setting(
        1.0,
        Unit.FACTOR,
        between=(1.0, 6.0),
        neutral=1.0,
        basis=assumed("no more than others, unless a scenario has a city with its own department"),
        nl="Voorsprong van de stad: tijd voor verandering tegenover een kleine gemeente",
        en="Lead of the city: time for change against a small municipality",
    )
    capacity: float = uncertainty(
        12.0,
        Unit.PER_YEAR,
        between=(3.0, 30.0),
        neutral=float("inf"),
        basis=assumed("a manager with one team carries through about one change a month"),
        nl="Verandervermogen: veranderingen per jaar waar een kleine gemeente tijd voor heeft",
        en="Capacity for change: changes a year for which a small municipality has time",
    )
    paper: float = uncertainty(
        0.01,
        Unit.SHARE,
        between=(0.0, 0.03),
        neutral=0.0,
        basis=assumed("half an hour a week for each change in four weeks that is only reported"),
        nl="Papierwerk: deel van de werkweek voor elke verandering op papier in vier weken",
        en="Paperwork: share of the week for each change on paper in four weeks",
    )
    excites: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("much news fills a tenth of what is left to hope for; may be nothing"),
        nl="Opwinding: hoeveel aankondigingen de verwachting verhogen, per vier weken",
        en="Excitement: how much announcements raise expectations, in four weeks",
    )
    sours: float = uncertainty(
        0.02,
        Unit.SHARE,
        between=(0.0, 0.08),
        neutral=0.0,
        basis=assumed("full disappointment costs a fiftieth of commitment in four weeks"),
        nl="Teleurstelling: deel van het draagvlak dat die kost, per vier weken",
        en="Disappointment: share of commitment that it costs, in four weeks",
    )
    credit: float = setting(
        1.0,
        Unit.COUNT,
        between=(0.0, 6.0),
        basis=assumed("who received the help of one change is asked for something first"),
        nl="Krediet: hulp van de stad die men schuldig mag blijven, in veranderingen",
        en="Credit: help of the city that one may owe, in changes",
    )
    sobering: float = setting(
        26.0,
        Unit.WEEKS,
        between=(8.0, 104.0),
        basis=assumed("half a year without results takes half of the hope away"),
        nl="Ontnuchteren: weken waarin verwachting de helft van de afstand tot resultaat daalt",
        en="Sobering: weeks in which expectations come down half of the way to results",
    )
