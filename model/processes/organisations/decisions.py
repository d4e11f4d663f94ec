r"""Decisions (beschikking): ODD 7.3, mechanism M16.

Help that the municipality pays outside the team is given freely, or after a formal decision. A
decision takes hours of who decides and weeks of who waits, and it may be no:

.. math::
    P(\text{decision}) = \nu\,[x \ge x_0], \qquad
    w = W\,(\beta\,\omega + 1 - \beta), \qquad
    P(\text{no}) = \rho^{\,x}, \qquad
    h_{\text{team}} = \eta\,\beta\,D, \quad h_{\text{desk}} = \eta\,(1 - \beta)\,D

======  ==================  ====================================================================
symbol  here                meaning
======  ==================  ====================================================================
ν x_0   ``needed, least``   share of such help for which a decision is needed; least severity
x       ``level``           severity of the need, 1 to 3
W ω     ``weeks, near``     weeks that a desk takes; how much of them the team takes when it
                            decides itself
β       ``by_team``         part of the decisions that the team takes, if there is one; a desk
                            takes the others
ρ       ``refused``         chance that help with a light need is refused
η D     ``hours, count``    hours for each decision; decisions in a week
======  ==================  ====================================================================

Who is refused stays with the team or goes to it: hours of specialists are kept for others, and
who needed them does without. Where there is no team a desk decides everything, and who is refused
goes to welfare, which is open to all. Hours of the team go off its care; those of a desk cost the
price of administration. Care that the insurer pays, housing and safety know no decision of the
municipality.
The term that a law sets for this is eight weeks in social support [Wmo2015]_, longer in practice.
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
    uncertainty,
)
from model.state.axes import BUDGET_OF_ORGANISATION, MUNICIPAL_BUDGETS


@compiled
def covers(organisation: int) -> bool:
    """Whether help by this organisation is of the kind that the municipality may decide about."""
    return 0 < BUDGET_OF_ORGANISATION[organisation] < MUNICIPAL_BUDGETS


@compiled
@rule(
    "M16",
    nl="Beschikking: wat pas na een besluit mag kost uren en weken, en houdt een poort dicht",
    en="Decision: what needs a formal decision takes hours and weeks, and keeps a gate",
    seeds=("2:9", "2:5", "4:32"),
    without="All help is given freely, without any formal decision.",
)
def asked(even: float, level: int, p: DecisionsParameters) -> bool:
    """Whether help with a need of this severity asks a formal decision, for an even draw.

    >>> class p: needed, least = 0.5, 2.0
    >>> asked.py_func(0.4, 2, p), asked.py_func(0.4, 1, p), asked.py_func(0.6, 3, p)
    (True, False, False)
    """
    return level >= p.least and even < p.needed


@compiled
def says_no(even: float, level: int, p: DecisionsParameters) -> bool:
    """Whether what was asked is refused, for an even draw; less often, the heavier it is."""
    return even < p.refused**level


@compiled
def takes(by_team: float, p: DecisionsParameters) -> int:
    """Whole weeks until a decision, over those that the team and those that a desk takes.

    >>> class p: weeks, near = 8.0, 0.25
    >>> takes.py_func(0.5, p)
    5
    """
    return int(p.weeks * (by_team * p.near + 1.0 - by_team) + 0.5)


@compiled
def of_team(count: float, by_team: float, p: DecisionsParameters) -> float:
    """Hours of the team for so many decisions."""
    return p.hours * by_team * count


@compiled
def of_desk(count: float, by_team: float, p: DecisionsParameters) -> float:
    """Hours of a desk of the municipality for so many decisions."""
    return p.hours * (1.0 - by_team) * count


@dataclass(frozen=True, kw_only=True)
class DecisionsParameters(ParameterSet):
    """The numbers in this rule."""

    needed: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("what decisions cost today is in the waiting and paperwork that were fitted"),
        nl="Besluit nodig: deel van de gemeentelijke hulp buiten het team met beschikking",
        en="Decision needed: share of municipal help outside the team that asks for one",
    )
    least: float = lever(
        1.0,
        Unit.COUNT,
        between=(1.0, 3.0),
        basis=chosen("of all severities alike, until light help is made free"),
        choices=(
            (1.0, "elk probleem", "any need"),
            (2.0, "vanaf middelzwaar", "from medium on"),
            (3.0, "alleen zwaar", "heavy only"),
        ),
        nl="Waarvoor: hoe zwaar een probleem moet zijn voor er een besluit nodig is",
        en="What for: how heavy a need must be before a decision is needed",
    )
    by_team: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=chosen("a desk of the municipality decides, until the team is given that right"),
        nl="Team beslist: deel van de besluiten dat het wijkteam zelf neemt",
        en="Team decides: part of the decisions that the team takes itself",
    )
    hours: float = uncertainty(
        4.0,
        Unit.HOURS,
        between=(1.0, 10.0),
        basis=assumed("a report, a check and a letter take half a day; no count was found"),
        nl="Werk per besluit: uren voor onderzoek, verslag en brief",
        en="Work for a decision: hours of looking into it, report and letter",
    )
    weeks: float = uncertainty(
        6.0,
        Unit.WEEKS,
        between=(1.0, 16.0),
        basis=assumed("eight weeks by law; faster in part, in practice longer"),
        nl="Tijd tot besluit: weken die een loket van de gemeente nodig heeft",
        en="Time to decide: weeks that a desk of the municipality takes",
    )
    near: float = uncertainty(
        0.5,
        Unit.FACTOR,
        between=(0.1, 1.2),
        basis=assumed("no file goes to and fro; a busy team may also take longer than a desk"),
        nl="Dichtbij: deel van die weken als het wijkteam zelf beslist",
        en="Near by: part of those weeks when the team decides itself",
    )
    refused: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed(
            "one in five light ones; squared for medium, cubed for heavy; no count found"
        ),
        nl="Afgewezen: kans dat hulp bij een licht probleem wordt afgewezen",
        en="Refused: chance that help with a light need is refused",
    )
