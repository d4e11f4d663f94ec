r"""Shocks (schokken): ODD 7.1, mechanism M15.

Some changes come to all at once: prices rise, a law changes, a factory closes. Needs then begin
more often everywhere, and worsen faster, from one week to the next, whatever their rate h was in
each domain d:

.. math:: h_d \leftarrow h_d \cdot \frac{S}{S'}

======  ===========  ===================================================================
symbol  here         meaning
======  ===========  ===================================================================
S       ``surge``    how many times as often as usual, from this week on
S'      ``before``   the same until this week
======  ===========  ===================================================================

It is no forecast of any shock: when it comes, how large it is and when it ends is set by who asks.
A change of law is a change of other numbers, in a timeline.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, chosen, lever, rule


@compiled
@rule(
    "M15",
    nl="Schokken: van de ene week op de andere beginnen overal meer problemen",
    en="Shocks: from one week to the next more needs begin everywhere",
    seeds=("3:22",),
    without="Needs begin as often as they always did here: nothing happens to all at once.",
)
def risen(before: float, surge: float) -> float:
    """What rates of beginning are to be multiplied by, when they were so many times usual before.

    >>> risen.py_func(1.0, 1.5), risen.py_func(1.5, 1.0) * 1.5
    (1.5, 1.0)
    """
    return surge / before


@dataclass(frozen=True, kw_only=True)
class ShocksParameters(ParameterSet):
    """The numbers in this rule."""

    surge: float = lever(
        1.0,
        Unit.FACTOR,
        between=(0.5, 3.0),
        neutral=1.0,
        basis=chosen("as it always was; a shock comes only where somebody asks what if"),
        nl="Schok: hoeveel keer zo vaak als gewoonlijk problemen beginnen en erger worden",
        en="Shock: how many times as often as usual needs begin and get worse",
    )
