r"""Craft that grows with use (vak): ODD 7.4, mechanism M18.

Whoever helps with one kind of need a lot gets better at it, and who seldom does gets worse. And
what somebody does a lot may be known to people who never met that person:

.. math::
    x \leftarrow x + \bigl(1 - 2^{-4/h}\bigr)\bigl(\min(1, n / n_0) - m - x\bigr), \qquad
    e' = e + g\,x, \qquad
    v' = S\, e' + (1 - S)\,(\tfrac12 + r\,x)

======  ==================  ==================================================================
symbol  here                meaning
======  ==================  ==================================================================
x       ``practised``       use of a craft of late against what is usual, between -1 and 1
m       ``usual``           use by whoever helps with such a need, on average over those needs
n n_0   ``needs, full``     needs of one kind that a post helps with; how many are all it can do
h       ``half_life``       weeks in which use is half forgotten
e e'    ``drawn``           craft somebody has by nature; as it is now (``grown``)
g       ``growth``          how much use adds at most, and disuse takes
v' r    ``known_for``,      how good somebody seems to who knows that person so well; how far
        ``visible``         strangers see who does what
======  ==================  ==================================================================

Strangers see how much somebody does, which is not how well: a name may be wrong. It works
where members are chosen (team choice), and nowhere else.

What is usual is the mean over all needs of that kind, by who helps with them. So practice moves
craft from one to another and, over all that is helped, gives none away.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import MONTH
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

USUAL = 0.5
NEARLY_ALL = 1.0 - 1e-6


@compiled
@rule(
    "M18",
    nl="Vak: wat iemand veel doet groeit, wat men laat liggen vervaagt, en anderen kunnen het zien",
    en="Craft: what somebody does a lot grows, what is left fades, and others may see it",
    seeds=("4:34",),
    without="A craft stays as it was, however much it is used, and shows to nobody who does not "
    "know that person.",
)
def practised(before: float, use: float, usual: float, p: CraftParameters) -> float:
    """How much somebody used a craft of late against what is usual, a month later.

    >>> class p: half_life = 4.0
    >>> practised.py_func(0.0, 1.0, 0.5, p), practised.py_func(0.0, 0.0, 0.5, p)
    (0.25, -0.25)
    """
    return before + (1.0 - 2.0 ** (-MONTH / p.half_life)) * (use - usual - before)


@compiled
def use(needs: float, p: CraftParameters) -> float:
    """How much of a craft is used by a post that helps with so many needs of its kind, 0 to 1.

    >>> class p: full = 5.0
    >>> use.py_func(4.0, p), use.py_func(8.0, p)
    (0.8, 1.0)
    """
    return min(1.0, needs / p.full)


@compiled
def grown(drawn: float, practised: float, p: CraftParameters) -> float:
    """How good somebody is at one kind of need by now, 0 to 1.

    >>> class p: growth = 0.4
    >>> grown.py_func(0.5, 0.5, p), grown.py_func(0.5, -0.5, p)
    (0.7, 0.3)
    """
    return min(1.0, max(0.0, drawn + p.growth * practised))


@compiled
def known_for(practised: float, strength: float, p: CraftParameters) -> float:
    """What a name adds to how good somebody seems to who knows that person so well.

    >>> class p: visible = 0.5
    >>> known_for.py_func(0.4, 0.0, p), known_for.py_func(0.4, 1.0, p)
    (0.2, 0.0)
    """
    return p.visible * practised * (1.0 - strength)


@compiled
def stands_out(even: float, practised: float, p: CraftParameters) -> float:
    """How far a stranger stands out among strangers: by chance, and by what is known of them.

    A hair of chance is left where all is seen, so that between equals no order of rows decides.

    >>> class p: visible = 0.5
    >>> stands_out.py_func(0.6, 0.5, p), round(stands_out.py_func(0.6, -0.5, p), 3)
    (0.8, 0.3)
    """
    seen = min(p.visible, NEARLY_ALL)
    return (1.0 - seen) * even + seen * (USUAL + practised)


@dataclass(frozen=True, kw_only=True)
class CraftParameters(ParameterSet):
    """The numbers in this rule."""

    visible: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("now nobody sees the craft of strangers; making it visible is a what if"),
        nl="Vak zichtbaar: hoe ver ook wie iemand niet kent ziet wat die veel doet",
        en="Craft shows: how far those who do not know somebody see what that person does a lot",
    )
    growth: float = uncertainty(
        0.0,
        Unit.FACTOR,
        between=(0.0, 0.6),
        neutral=0.0,
        basis=assumed("nothing, as crafts were drawn for good so far; no study gave a size"),
        nl="Vak groeit: hoeveel beter iemand wordt in wat hij altijd doet, tegenover nooit",
        en="Craft grows: how much better somebody is at what is always done, against never",
    )
    full: float = setting(
        24.0,
        Unit.COUNT,
        between=(6.0, 60.0),
        basis=chosen("about what a post of one trade helps with at a time in the model of now"),
        nl="Altijd hetzelfde: problemen van één soort waarbij een baan niets anders meer doet",
        en="Always the same: needs of one kind at which a post does nothing else",
    )
    half_life: float = setting(
        52.0,
        Unit.WEEKS,
        between=(13.0, 208.0),
        basis=assumed("half forgotten in a year without use; no measure was found"),
        nl="Vak vervaagt: weken waarin gebruik voor de helft vergeten is",
        en="Craft fades: weeks in which use is half forgotten",
    )
