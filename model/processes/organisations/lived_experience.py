r"""Experts by experience (ervaringsdeskundigen): ODD 7.5, mechanism M20.

Residents who have been through it themselves may join a learning network, and go along when a
household is seen for the first time. They know some situations from within; what held for them
does not always hold for others. They may not be listened to, a first meeting may go wrong, and not
every place is filled:

.. math::
    P(\text{speaks}) = k\,\eta, \qquad P(\text{suits} \mid \text{speaks}) = g, \qquad
    \tau \leftarrow \begin{cases} \tau + a\,(1 - \tau) & \text{it went well} \\
                                  \tau - a\,\tau & \text{it did not} \end{cases}

======  ==================  ==================================================================
symbol  here                meaning
======  ==================  ==================================================================
k η     ``knows, heard``    situations an expert knows; chance that what is said counts
g       ``general``         chance that what held for oneself suits the neighbourhood
τ a     ``trust, opens``    trust of who is seen; how far one meeting moves it
======  ==================  ==================================================================

In a network what they say counts as what any member says who does better than the paper; and
with them there are more people, of whom each is heard less. Who guides them spends hours of the
team. They are not paid in the model.
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
    rule,
    setting,
    uncertainty,
)


@compiled
@rule(
    "M20",
    nl="Ervaringskennis: wie het meemaakte weet iets van binnenuit, als er geluisterd wordt",
    en="Lived experience: who went through it knows something from within, if anybody listens",
    seeds=("0:52",),
    without="No residents with lived experience sit in a learning network or go along to a first "
    "meeting.",
)
def says(first: float, second: float, p: LivedExperienceParameters) -> int:
    """What an expert adds about one situation: 1 what suits, -1 what does not, 0 nothing.

    >>> class p: knows, heard, general = 0.5, 0.8, 0.7
    >>> [says.py_func(*even, p) for even in ((0.3, 0.6), (0.3, 0.8), (0.5, 0.1))]
    [1, -1, 0]
    """
    if first >= p.knows * p.heard:
        return 0
    return 1 if second < p.general else -1


@compiled
def is_there(even: float, p: LivedExperienceParameters) -> bool:
    """Whether a place for an expert is filled this month, for an even draw."""
    return even >= p.absent


@compiled
def seen_together(experts: float, households: float, p: LivedExperienceParameters) -> float:
    """The chance that an expert goes along to a first meeting, for households a week.

    >>> class p: hours, along = 4.0, 2.0
    >>> seen_together.py_func(3.0, 12.0, p), seen_together.py_func(3.0, 2.0, p)
    (0.5, 1.0)
    """
    return min(1.0, experts * p.hours / p.along / max(1.0, households))


@compiled
def opened(trust: float, even: float, p: LivedExperienceParameters) -> float:
    """Trust of a resident after a first meeting with an expert, for an even draw.

    >>> class p: opens, clashes = 0.1, 0.2
    >>> opened.py_func(0.5, 0.9, p), opened.py_func(0.5, 0.1, p)
    (0.55, 0.45)
    """
    return trust - p.opens * trust if even < p.clashes else trust + p.opens * (1.0 - trust)


@compiled
def guiding_hours(experts: float, weeks: float, p: LivedExperienceParameters) -> float:
    """Hours a week of the team that go to guiding so many experts."""
    return experts * p.guiding / weeks


@dataclass(frozen=True, kw_only=True)
class LivedExperienceParameters(ParameterSet):
    """The numbers in this rule."""

    experts: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 8.0),
        step=1,
        neutral=0.0,
        basis=chosen("none, unless somebody invites them"),
        nl="Ervaringsdeskundigen: bewoners met eigen ervaring die meedoen met team en leernetwerk",
        en="Experts by experience: residents who have been through it and join team and network",
    )
    hours: float = setting(
        3.0,
        Unit.HOURS_PER_WEEK,
        between=(1.0, 12.0),
        basis=assumed("as much as many volunteers give; nobody counted it for this"),
        nl="Tijd van ervaringsdeskundigen: uur per week om mee te gaan naar een eerste gesprek",
        en="Time of experts: hours a week for going along to a first meeting",
    )
    along: float = setting(
        2.0,
        Unit.HOURS,
        between=(1.0, 6.0),
        basis=assumed("an hour there, and an hour before and after"),
        nl="Samen naar een gesprek: uren die één eerste gesprek van hen vraagt",
        en="Going along: hours that one first meeting asks of them",
    )
    guiding: float = setting(
        3.0,
        Unit.HOURS,
        between=(0.0, 12.0),
        basis=assumed("a talk of their own and some arranging in four weeks; a guess"),
        nl="Begeleiding daarvan: uren van het team per vier weken voor elke ervaringsdeskundige",
        en="Guiding them: hours of the team in four weeks for each expert by experience",
    )
    knows: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.1, 0.8),
        neutral=0.0,
        basis=assumed("their own road led past some situations, not all; swept"),
        nl="Van binnenuit: deel van de situaties dat zo iemand zelf kent",
        en="From within: share of situations that such a person knows",
    )
    heard: float = uncertainty(
        0.6,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("told of as a risk: a seat at the table without a say; may be nothing"),
        nl="Gehoord worden: kans dat wat zij inbrengen meetelt",
        en="Being heard: chance that what they bring in counts",
    )
    general: float = uncertainty(
        0.65,
        Unit.SHARE,
        between=(0.4, 0.9),
        basis=assumed("better than even that one's own lesson holds for others; may be worse"),
        nl="Meer dan het eigen verhaal: kans dat hun les ook voor anderen in de wijk past",
        en="More than one's own story: chance that their lesson suits others here too",
    )
    absent: float = uncertainty(
        0.25,
        Unit.SHARE,
        between=(0.0, 0.6),
        basis=assumed("people fall ill again, move on, or find no time; no count was found"),
        nl="Lege stoel: deel van de maanden waarin zo'n plek niet is bezet",
        en="Empty chair: share of months in which such a place is not filled",
    )
    opens: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.2),
        neutral=0.0,
        basis=assumed("a twentieth of the way in one meeting; may be nothing"),
        nl="Herkenning: hoeveel één gesprek met zo iemand het vertrouwen verandert",
        en="Recognition: how far one meeting with such a person moves trust",
    )
    clashes: float = uncertainty(
        0.15,
        Unit.SHARE,
        between=(0.0, 0.5),
        basis=assumed("one in seven meetings goes wrong; a guess"),
        nl="Botst: deel van die gesprekken dat verkeerd uitpakt",
        en="Clashes: share of those meetings that turn out wrong",
    )
