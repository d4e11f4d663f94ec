r"""Mapping who does what (het systeem in kaart): ODD 7.5, mechanism M9.

A map of the system says who does what here. It takes hours of everybody, and it is right on the day
it is made. Whoever comes later has not seen it, and with each who leaves it is a little less true:

.. math::
    t \bmod \lfloor 520 / n \rceil = 0 \;\Rightarrow\; o_i = \max(o_i, k), \qquad
    o_i \leftarrow o_i\,(1 - \ell), \qquad
    \rho' = \rho + (1 - \rho)\,a\,o, \qquad P' = P + (1 - P)\,b\,o

======  ==================  ==================================================================
symbol  here                meaning
======  ==================  ==================================================================
t n     ``week, times``     weeks since the start of policy; maps made in ten years
o k     ``overview, kept``  how much of who does what somebody knows from the map; at first
ℓ       ``changed``         share of posts that changed hands this week
ρ a     ``clear, owners``   how clear it is who does what; how much of the rest a map clears
P b     ``arrives,``        chance that who is sent on arrives; how much of the rest it mends
        ``directs``
======  ==================  ==================================================================

It helps to find an owner and the right next helper, and does nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled, inlined
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

TEN_YEARS = 520


@compiled
@rule(
    "M9",
    nl="In kaart: wie weet wie wat doet vindt sneller wie aan zet is, tot de kaart veroudert",
    en="Mapping: who knows who does what finds whose move it is sooner, until the map grows old",
    seeds=("4:45",),
    without="Nobody makes a map of who does what; people know what they know.",
)
def is_due(week: int, p: MappingParameters) -> bool:
    """Whether a map is made in this week: the first in week 0, the others evenly after it.

    >>> class p: times = 10.0
    >>> [is_due.py_func(week, p) for week in (-52, 0, 51, 52)]
    [False, True, False, True]
    """
    if p.times <= 0.0 or week < 0:
        return False
    return week % int(TEN_YEARS / p.times + 0.5) == 0


@compiled
def hours_this_week(week: int, posts: float, p: MappingParameters) -> float:
    """Hours of a seat with so many posts that go to the map this week."""
    return p.hours * posts if is_due(week, p) else 0.0


@compiled
def known(overview: float, p: MappingParameters) -> float:
    """How much somebody knows of who does what who helped to make the map."""
    return max(overview, p.kept)


@compiled
def out_of_date(overview: float, changed: float) -> float:
    """What is left of it when this share of the posts changed hands.

    >>> out_of_date.py_func(0.5, 0.25)
    0.375
    """
    return overview * (1.0 - changed)


@inlined
def clearer(clear: float, overview: float, p: MappingParameters) -> float:
    """How clear it is who does what, to somebody with this overview.

    >>> class p: owners = 0.5
    >>> clearer.py_func(0.2, 0.5, p), clearer.py_func(0.2, 0.0, p)
    (0.4, 0.2)
    """
    return clear + (1.0 - clear) * p.owners * overview


@inlined
def arrives(chance: float, overview: float, p: MappingParameters) -> float:
    """The chance that who is sent on arrives, where the sender has this overview."""
    return chance + (1.0 - chance) * p.directs * overview


@dataclass(frozen=True, kw_only=True)
class MappingParameters(ParameterSet):
    """The numbers in this rule."""

    times: float = lever(
        0.0,
        Unit.COUNT,
        between=(0.0, 10.0),
        step=1,
        neutral=0.0,
        basis=chosen("none; one is once at the start, ten is every year"),
        nl="In kaart brengen: hoe vaak in tien jaar men opschrijft wie wat doet",
        en="Mapping who does what: how often in ten years it is written down",
    )
    hours: float = setting(
        6.0,
        Unit.HOURS,
        between=(1.0, 24.0),
        basis=assumed("a session and some preparation for each post; nobody counted"),
        nl="Uren voor de kaart: per voltijdbaan, elke keer dat de kaart wordt gemaakt",
        en="Hours for the map: for each full-time post, each time it is made",
    )
    kept: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.1, 0.9),
        neutral=0.0,
        basis=assumed("half of what is on the map sticks; the rest lies in a drawer"),
        nl="Blijft hangen: deel van de kaart dat wie meedeed onthoudt of terugvindt",
        en="Sticks: share of the map that those who took part remember or find again",
    )
    owners: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=assumed("knowing whose task it is does not yet make anybody take it; may be nothing"),
        nl="Kaart wijst regie: deel van de onduidelijkheid dat een volledige kaart wegneemt",
        en="Map shows the lead: share of the unclearness that a full map takes away",
    )
    directs: float = uncertainty(
        0.3,
        Unit.SHARE,
        between=(0.0, 0.7),
        neutral=0.0,
        basis=assumed("a third of who does not arrive stood at the wrong desk; a guess"),
        nl="Kaart wijst de weg: deel van het vergeefs doorsturen dat een volledige kaart voorkomt",
        en="Map shows the way: share of sending on in vain that a full map prevents",
    )
