r"""Who is responsible (verantwoordelijkheid): ODD 7.1, mechanism M25.

People care for their own: housemates and kin first, then neighbours and who they meet in a circle.
What the needs of a home ask is spread over those who are willing, and nobody gives more than there
is. When light formal help is withdrawn, the same people are asked to take it over with what is
left; what nobody takes over stays undone:

.. math::
    H' = H\,(1 - \psi_t), \qquad
    g_j = \min\Bigl(1, \frac{h_j\,(1 - w \max(0, l_j - 1))}{\sum_i A_{ij}}\Bigr),
    \qquad r_i = \sum_j g_j\, A_{ij}

======  ====================  ==================================================================
symbol  here                  meaning
======  ====================  ==================================================================
H ψ     ``hours, withdrawn``  hours of formal help with a light need; share that is withdrawn,
                              phased in (``in_force``)
A       ``asked``             hours that a home asks of one of its people
h       ``able``              hours a week that somebody can give: own people, and more for who
                              takes part in the neighbourhood (``offered``)
w l     ``wearing, load``     how much less who was asked too much can give; hours asked over able
g r     ``given``             share of what is asked that somebody gives; what a home receives
======  ====================  ==================================================================

The order, kin before neighbours, and the limits of time are those of [Gostoli2019]_. A home may
not want its people involved: then the professional follows the wish, or the rule. Own room, and
the own position between what is needed and what the rule says, decide which (``follows_wish``).

Hours that fall free stay with those who help others, but for the share that goes to residents'
initiatives. What own people do today is part of how needs come and go, and changes nothing by
itself.
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
    measured,
    rule,
    setting,
    uncertainty,
)

LIGHT = 1


@compiled
def in_force(week: int, p: ResponsibilityParameters) -> float:
    """The share of light formal help that is withdrawn in this week.

    >>> class p: withdrawn, begin, phase_in = 0.4, 52.0, 104.0
    >>> in_force.py_func(0, p), in_force.py_func(104, p), in_force.py_func(300, p)
    (0.0, 0.2, 0.4)
    """
    if p.withdrawn <= 0.0 or week < p.begin:
        return 0.0
    return p.withdrawn * min(1.0, (week - p.begin) / max(1.0, p.phase_in))


@compiled
@rule(
    "M25",
    nl="Verantwoordelijkheid: wat lichte hulp minder doet komt bij eigen mensen, als die kunnen",
    en="Responsibility: what light help no longer does falls to one's own people, if they can",
    seeds=("4:39", "4:45", "3:26"),
    without="No formal help is withdrawn for people to do themselves.",
)
def formal(hours: float, level: int, shifted: float) -> float:
    """Hours of formal help with a need that are left after a share is withdrawn.

    >>> formal.py_func(0.5, 1, 0.4), formal.py_func(1.0, 2, 0.4)
    (0.3, 1.0)
    """
    return hours * (1.0 - shifted) if level <= LIGHT else hours


@compiled
def left_out(hours: float, shifted: float) -> float:
    """Hours a week that were withdrawn from light help that now has these hours.

    >>> left_out.py_func(0.5, 0.5)
    0.5
    """
    return hours * shifted / (1.0 - shifted)


@compiled
def able(even: float, p: ResponsibilityParameters) -> float:
    """Hours a week that somebody can care for own people, for an even draw; most cannot."""
    return p.hours if even < p.willing else 0.0


@compiled
def can_give(able: float, active: bool, load: float, p: ResponsibilityParameters) -> float:
    """Hours a week that somebody can give now."""
    own = able + (p.offered if active else 0.0)
    return own * max(0.0, 1.0 - p.wearing * max(0.0, load - 1.0))


@compiled
def given(able: float, asked: float) -> float:
    """The share of what is asked of somebody that is given.

    >>> given.py_func(4.0, 8.0), given.py_func(4.0, 2.0)
    (0.5, 1.0)
    """
    return min(1.0, able / asked) if asked > 0.0 else 0.0


@compiled
def wishes(even: float, p: ResponsibilityParameters) -> bool:
    """Whether a home does not want its own people to take help over."""
    return even < p.refusing


@compiled
def follows_wish(room: float, by_rule: float) -> float:
    """The chance that a professional follows the wish of a home against the rule.

    ``by_rule`` is the own position: 0 what is needed, 1 what the rule says.

    >>> follows_wish.py_func(0.5, 0.5), follows_wish.py_func(0.0, 0.0)
    (0.5, 0.0)
    """
    return min(1.0, room * 2.0 * (1.0 - by_rule))


@dataclass(frozen=True, kw_only=True)
class ResponsibilityParameters(ParameterSet):
    """The numbers in this rule."""

    willing: float = uncertainty(
        0.33,
        Unit.SHARE,
        between=(0.15, 0.5),
        basis=measured("N32", reason="a third of adults give informal help of any kind"),
        nl="Bereid te zorgen: deel van de volwassenen dat voor eigen mensen wil zorgen",
        en="Willing to care: share of adults who would care for their own people",
    )
    hours: float = uncertainty(
        2.5,
        Unit.HOURS_PER_WEEK,
        between=(1.0, 8.0),
        basis=assumed("eight hours make somebody a carer in surveys (N31), most give fewer"),
        nl="Zorguren: uur per week dat wie wil zorgen kan geven",
        en="Hours of care: hours a week that who is willing can give",
    )
    offered: float = uncertainty(
        0.5,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 2.0),
        neutral=0.0,
        basis=assumed("part of what volunteers give goes to people nearby; may be nothing"),
        nl="Aangeboden uren: uur per week extra van wie meedoet in de wijk",
        en="Hours offered: hours a week more from who takes part in the neighbourhood",
    )
    wearing: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed("who is asked twice what is possible gives a fifth less; may be nothing"),
        nl="Overbelast raken: hoeveel minder wie te veel gevraagd wordt kan geven",
        en="Overload of carers: how much less who is asked too much can give",
    )
    usual_care: float = setting(
        0.25,
        Unit.HOURS_PER_WEEK,
        between=(0.0, 2.0),
        basis=assumed("half of what formal help asks for each level; few needs get formal help"),
        nl="Gewone zorg: uur per week dat een probleem van eigen mensen vraagt, per ernst",
        en="Usual care: hours a week that a need asks of own people, for each level",
    )
    nearby: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("neighbours do half of what kin would do; kin first"),
        nl="Buren en kring: deel van het ontbrekende dat hun gevraagd wordt",
        en="Neighbours and circle: share of what is lacking that they are asked",
    )
    refusing: float = setting(
        0.25,
        Unit.SHARE,
        between=(0.0, 0.7),
        neutral=0.0,
        basis=assumed("some rather have a helper than be a burden to their own; no count found"),
        nl="Liever niet: deel van de huishoudens dat eigen mensen er niet bij wil",
        en="Rather not: share of homes that do not want their own people involved",
    )
    withdrawn: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=chosen("nothing is withdrawn as it is now; up to six tenths of light help"),
        nl="Verschuiving: deel van lichte hulp dat bewoners zelf gaan doen",
        en="Shift: share of light help that residents are to do themselves",
    )
    begin: float = lever(
        0.0,
        Unit.WEEKS,
        between=(0.0, 156.0),
        basis=chosen("with the start of policy, unless something else comes first"),
        nl="Begin verschuiving: week waarin lichte hulp begint terug te treden",
        en="Begin of the shift: week in which light help begins to step back",
    )
    phase_in: float = lever(
        52.0,
        Unit.WEEKS,
        between=(1.0, 260.0),
        basis=chosen("in a year, as changes in contracts come"),
        nl="Invoeren: weken waarin de verschuiving op volle omvang komt",
        en="Phasing in: weeks until the shift has its full size",
    )
    redeployed: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("hours that fall free stay with help to others, unless a scenario says else"),
        nl="Inzet vrijgekomen uren: deel dat bewonersinitiatieven gaat ondersteunen",
        en="Use of freed hours: share that goes to supporting residents' initiatives",
    )
