r"""Youth teams apart (jeugdteam): ODD 7.6, mechanism M17.

The team helps people of 0 to 100, or part of its posts are a youth team that only helps with
growing up, beside an adult team for all else:

.. math:: n_j = \min(n - 1, \max(1, \lfloor y\,n \rceil)) \ \text{if } y > 0, \qquad
          f' = f + (1 - f)\,\delta

======  ============  ==================================================================
symbol  here          meaning
======  ============  ==================================================================
y n     ``share``     share of the posts of the team for youth; how many seats it has
f       ``fit``       how well help by a generalist fits, against a specialist
δ       ``deeper``    share of what is lacking that a narrower task makes up for
======  ============  ==================================================================

A household with both kinds of need then meets two teams: there is a second hand-over, a second
helper, another party in the plan and a question whose it is. Neither team takes up what waits for
the other. What that costs follows from the rules of those things.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty


@compiled
@rule(
    "M17",
    nl="Jeugdteam: wie minder soorten vragen doet kan er meer van, en moet vaker overdragen",
    en="Youth team: who takes fewer kinds of questions may know more of them, and hands over more",
    seeds=("2:17",),
    without="One team helps people of all ages.",
)
def seats(total: int, p: YouthTeamParameters) -> int:
    """How many seats of the team are for youth: one at least on either side, where it is split.

    >>> class p: share = 0.3
    >>> seats.py_func(8, p), seats.py_func(2, p), seats.py_func(1, p)
    (2, 1, 0)
    """
    if p.share <= 0.0 or total < 2:
        return 0
    return min(total - 1, max(1, int(p.share * total + 0.5)))


@compiled
def fits(fit: float, p: YouthTeamParameters) -> float:
    """How well help by somebody fits who takes only one kind of question.

    >>> class p: deeper = 0.4
    >>> round(fits.py_func(0.8, p), 9)
    0.88
    """
    return fit + (1.0 - fit) * p.deeper


@dataclass(frozen=True, kw_only=True)
class YouthTeamParameters(ParameterSet):
    """The numbers in this rule."""

    share: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=chosen("one team for 0 to 100, unless somebody asks what if; both exist (2:17)"),
        nl="Jeugdteam apart: deel van de plekken in het wijkteam dat alleen jeugd doet",
        en="Youth team apart: share of the seats in the team that are for youth only",
    )
    deeper: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("between no better than a generalist and as good as a specialist; unknown"),
        nl="Vakkennis per team: deel van de afstand tot een specialist dat een smal team inloopt",
        en="Craft of each team: share of the distance to a specialist a narrower team makes up",
    )
