r"""Brokering between two boards (verbinden, twee talen): ODD 7.9, mechanisms M1 and M6.

What is stuck in the neighbourhood becomes an item. It reaches those who decide only when
somebody carries it who speaks both languages, or two people who understand each other:

.. math::
    \text{fidelity} = \max_{f,g} \begin{cases}
        \ell^w_f\, \ell^b_f & f = g \\ \ell^w_f\, S_{fg}\, q\, \ell^b_g & f \ne g
    \end{cases}
    \qquad \ell \leftarrow \ell + \lambda \tfrac{h}{8}(1 - \ell)

======  ==================  ====================================================================
symbol  here                meaning
======  ==================  ====================================================================
ℓ^w     ``neighbourhood``   how well somebody speaks the language of the neighbourhood, 0 to 1
ℓ^b     ``board``           and that of those who decide
S q     ``strength``,       tie between two half roles; quality of their hand-over
        ``handover``
λ h     ``learning``        growth of a language for eight hours on that board
======  ==================  ====================================================================

Items also go up through the line of managers, slowly and with loss (``hierarchy``), so boards may
learn without any facilitator. Introducing two people costs hours and creates their own tie;
staying in between keeps the broker needed [Burt2005]_ [Obstfeld2005]_.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, lever, rule, setting, uncertainty
from model.state.kinds import Row


@compiled
@rule(
    "M6",
    nl="Verbinden: een boodschap komt heel over als iemand beide talen spreekt",
    en="Brokering: a message arrives whole when somebody speaks both languages",
    seeds=("0:3", "0:23", "0:39", "0:47", "1:60", "1:61", "2:21"),
    without="Nothing goes from the neighbourhood to the board but through the line, and nobody is "
    "introduced to anybody.",
)
def alone(neighbourhood: Row, board: float) -> float:
    """Fidelity of a message that one person carries, 0 to 1.

    >>> alone.py_func(0.5, 0.5)
    0.25
    """
    return neighbourhood * board


@compiled
def together(neighbourhood: Row, strength: float, board: float, p: BrokeringParameters) -> float:
    """Fidelity of a message that one hands over to another, 0 to 1."""
    return neighbourhood * strength * p.handover * board


@compiled
def spoken(language: float, hours: float, p: BrokeringParameters) -> float:
    """How well a language is spoken after a week with this many hours on that board."""
    # a full day is eight hours, as in the name of the number
    return language + p.learning * hours / 8.0 * (1.0 - language)


@compiled
def introductions(hours: float, style: float, p: BrokeringParameters) -> float:
    """Introductions in a month, for hours spent on connecting and a style from 0 to 1."""
    return style * hours / p.an_introduction


@compiled
def carried(
    hours: float, fidelity: float, timeliness: float, may_set_agenda: bool, p: BrokeringParameters
) -> float:
    """Items that arrive at the board from this many hours on it."""
    heard = 1.0 if may_set_agenda else p.unasked
    return hours / p.an_item * fidelity * timeliness * heard


@compiled
def told(hours: float, fidelity: float, p: BrokeringParameters) -> float:
    """How well the board hears of results from somebody with this many hours on it, 0 to 1.

    To tell of what went well takes as long as to put a problem on the agenda.
    """
    return min(1.0, hours / p.an_item) * fidelity


@compiled
def heard_of(mean_tie: float, p: BrokeringParameters) -> float:
    """How much of what goes round somebody hears who has this mean tie with people, 0 to 1."""
    return min(1.0, mean_tie / p.enough)


@dataclass(frozen=True, kw_only=True)
class BrokeringParameters(ParameterSet):
    """The numbers in this rule."""

    learning: float = uncertainty(
        0.005,
        Unit.SHARE,
        between=(0.0, 0.01),
        neutral=0.0,
        basis=assumed("four days a week for a year teach half of what one lacks"),
        nl="Taal leren: deel van wat ontbreekt dat acht uur op dat bord leert",
        en="Learning a language: share of what lacks that eight hours on that board teach",
    )
    handover: float = lever(
        0.6,
        Unit.SCORE,
        between=(0.3, 0.95),
        basis=assumed("more than half arrives when two people split the role"),
        nl="Overdracht bij duo: hoe goed twee begeleiders op elkaar aansluiten",
        en="Hand-over in a pair: how well two facilitators link up",
    )
    pair_tie: float = lever(
        0.5,
        Unit.SCORE,
        between=(0.0, 0.9),
        basis=assumed("two who share a role know each other somewhat when they begin"),
        nl="Band binnen het duo: hoe goed twee begeleiders elkaar kennen bij de start",
        en="Tie within the pair: how well two facilitators know each other at the start",
    )
    unasked: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.1, 1.0),
        neutral=1.0,
        basis=assumed("less than half gets on the agenda when somebody else must put it there"),
        nl="Zonder agendarecht: deel van de punten dat dan toch op de agenda komt",
        en="Without agenda right: share of points that get on the agenda all the same",
    )
    an_introduction: float = uncertainty(
        3.0,
        Unit.HOURS,
        between=(1.0, 6.0),
        basis=assumed("a talk with each and one together"),
        nl="Kennismaking: uren die het kost twee mensen aan elkaar voor te stellen",
        en="Introduction: hours it takes to introduce two people",
    )
    an_item: float = uncertainty(
        24.0,
        Unit.HOURS,
        between=(8.0, 60.0),
        neutral=float("inf"),
        basis=assumed("three days: talks with each party, a note, and a decision prepared"),
        nl="Agendapunt: uren die het kost een knelpunt op de agenda te krijgen",
        en="Agenda item: hours it takes to put a problem on the agenda",
    )
    hierarchy: float = uncertainty(
        0.08,
        Unit.SHARE,
        between=(0.0, 0.3),
        basis=assumed("one in twelve problems gets up the line by itself"),
        nl="Via de lijn: deel van de knelpunten dat zonder begeleider boven komt",
        en="Through the line: share of problems that get up without a facilitator",
    )
    style: float = lever(
        0.7,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("most introduce people rather than stay in between"),
        nl="Verbinderstijl: 1 stelt mensen aan elkaar voor, 0 blijft ertussen staan",
        en="Brokering style: 1 introduces people, 0 stays in between",
    )
    enough: float = setting(
        0.5,
        Unit.SCORE,
        between=(0.2, 1.0),
        basis=assumed("who knows half of the people hears what all of them know"),
        nl="Genoeg bekenden: gemiddelde band waarbij iemand alles hoort wat er speelt",
        en="Enough acquaintances: mean tie at which somebody hears all that goes on",
    )
    full_day: float = setting(
        8.0,
        Unit.HOURS_PER_WEEK,
        between=(2.0, 24.0),
        basis=assumed("a day a week of sitting down with people, and everybody had a turn"),
        nl="Uren voor begeleid gesprek: per week waarbij iedereen aan de beurt komt",
        en="Hours for guided dialogue: a week at which everybody has a turn",
    )
    of_the_pair: float = setting(
        1.0,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 4.0),
        basis=assumed("two who share a role talk an hour a week"),
        nl="Overleg van het duo: uur per week dat twee begeleiders elkaar spreken",
        en="Talk of the pair: hours a week that two facilitators speak with each other",
    )
