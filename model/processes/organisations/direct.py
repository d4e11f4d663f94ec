r"""Direct access (rechtstreeks naar een specialist): ODD 7.6, mechanism M16.

Posts of the neighbourhood team may sit with specialists instead. The people stay, the money that
paid them goes with them, and it buys more or fewer of their hours:

.. math:: H_k = H_{team}\,\frac{c_{team}}{c_k}

======  ==============  =================================================================
symbol  here            meaning
======  ==============  =================================================================
H       ``hours``       contract hours a week of a seat
c       ``price``       euros for an hour, with the team and where the seat is moved to
======  ==============  =================================================================

Seats go to specialists in proportion to their posts. With all of them moved there is no team: who
asks goes to the specialist of that need, light needs too, nobody is found by going out, and worries
travel along ties between specialists. Extra money for the team is not spent then.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, chosen, lever, rule
from model.state.kinds import Numbers


@compiled
@rule(
    "M16",
    nl="Zonder wijkteam: hetzelfde geld en dezelfde mensen zitten bij specialisten",
    en="Without a team: the same money and the same people sit with specialists",
    seeds=("2:9", "2:17"),
    without="There is a neighbourhood team, in which all of its posts are.",
)
def seats(total: int, p: DirectParameters) -> int:
    """How many seats of the team sit with specialists; one stays as long as there is a team.

    >>> class p: share = 0.5
    >>> seats.py_func(5, p), seats.py_func(1, p)
    (3, 0)
    """
    if p.share >= 1.0:
        return total
    return max(0, min(total - 1, int(p.share * total + 0.5)))


@compiled
def no_team(p: DirectParameters) -> bool:
    """Whether there is no team at all."""
    return p.share >= 1.0


@compiled
def same_money(hours: float, price: float, there: float) -> float:
    """Hours a week that the same money pays at another price.

    >>> same_money.py_func(36.0, 90.0, 120.0)
    27.0
    """
    return hours * price / there


@compiled
def goes_to(even: float, posts: Numbers) -> int:
    """To which organisation a seat of the team goes, for an even draw; by their posts.

    >>> [goes_to.py_func(even, (0.0, 1.0, 3.0)) for even in (0.2, 0.3, 0.99)]
    [1, 2, 2]
    """
    total = 0.0
    for amount in posts:
        total += amount
    left, last = even * total, 0
    for organisation in range(len(posts)):
        if posts[organisation] > 0.0:
            last = organisation
            left -= posts[organisation]
            if left < 0.0:
                return organisation
    return last


@dataclass(frozen=True, kw_only=True)
class DirectParameters(ParameterSet):
    """The numbers in this rule."""

    share: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("there is a team, unless somebody asks what if there were none"),
        nl="Zonder wijkteam: deel van de plekken dat bij specialisten zit; bij 1 is er geen team",
        en="Without a team: share of its seats that sit with specialists; at 1 there is no team",
    )
