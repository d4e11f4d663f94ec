r"""Team leaders of a region who meet (teamleidersoverleg): ODD 7.11, mechanism M21.

Beside the managers, those who lead the teams may meet so many times a year. They report what goes
otherwise than agreed, so that the region sees a deviation no later than at their next meeting. And
they tell each other what works for them: a way of working that suits another municipality, and is
not done here, is taken over with a chance

.. math:: \tau = 1 - (1 - \epsilon)^{n / 13}

in four weeks, where n is the number of meetings a year. Whether it suits this place too is another
matter: what spreads is what works somewhere. A meeting takes hours of the team.

======  ==============  =======================================================================
symbol  here            meaning
======  ==============  =======================================================================
τ       ``taken_over``  chance that such a way is taken over, in four weeks
ε n     ``told``,       chance that it is, at one meeting; meetings a year
        ``meetings``
======  ==============  =======================================================================

Copying what works for others, as between the groups of [Fang2010]_; how readily teams do so was
found nowhere.
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
    "M21",
    nl="Teamleiders: wat elders werkt gaat rond, of het hier past of niet",
    en="Team leaders: what works elsewhere goes round, whether it suits this place or not",
    seeds=("2:22", "2:30"),
    without="Teams of different municipalities learn nothing from each other, and the region hears "
    "of a deviation in its own time.",
)
def taken_over(p: TeamLeadersParameters) -> float:
    """The chance in four weeks that a way that works elsewhere and is not done here is taken over.

    >>> class p: told, meetings = 0.19, 13.0
    >>> round(taken_over.py_func(p), 4)
    0.19
    """
    return 1.0 - (1.0 - p.told) ** (p.meetings * MONTH / YEAR)


@compiled
def noticed(usual: float, p: TeamLeadersParameters) -> float:
    """Weeks before the region sees a deviation: as usual, or at the team leaders' next meeting.

    >>> class p: meetings = 13.0
    >>> noticed.py_func(13.0, p)
    4.0
    """
    return min(usual, YEAR / p.meetings) if p.meetings > 0.0 else usual


@compiled
def attended(p: TeamLeadersParameters) -> float:
    """Hours a week that the meetings take of one team."""
    return p.meetings * p.hours / YEAR


@dataclass(frozen=True, kw_only=True)
class TeamLeadersParameters(ParameterSet):
    """The numbers in this rule."""

    meetings: float = lever(
        0.0,
        Unit.PER_YEAR,
        between=(0.0, 24.0),
        neutral=0.0,
        step=1,
        basis=chosen("no meeting of team leaders unless a scenario has one (2:22)"),
        nl="Overleg van teamleiders: bijeenkomsten per jaar van de hele regio",
        en="Meeting of team leaders: times a year, for the whole region",
    )
    told: float = uncertainty(
        0.02,
        Unit.SHARE,
        between=(0.0, 0.1),
        neutral=0.0,
        basis=assumed("one in fifty of what others do well is taken over at once; may be nothing"),
        nl="Van elders overnemen: kans bij een bijeenkomst dat een team doet wat elders werkt",
        en="From elsewhere: chance at a meeting that a team takes over what works there",
    )
    hours: float = setting(
        8.0,
        Unit.HOURS,
        between=(0.0, 40.0),
        basis=assumed("half a day for the leader, and as much to prepare it and tell the team"),
        nl="Uren voor een bijeenkomst: wat het een team kost, met voorbereiden en navertellen",
        en="Hours for a meeting: what it takes of a team, with preparing and telling",
    )
