r"""Getting on one line (visie): ODD 7.4, mechanism M7 in its simplest form.

Each actor has a position on three questions: resident-led or professional-led; prevention or
cure; what is needed or what the rule says. Talking pulls a position towards those of trusted
partners who are not too far away; the own organisation pulls it back:

.. math::
    V_i \leftarrow (1-\alpha)\Bigl(V_i + \mu\,
       \frac{\sum_j w_{ij} (V_j - V_i)}{\sum_j w_{ij}}\Bigr) + \alpha V_o,
    \qquad w_{ij} = T_{ij} S_{ij}\, \mathbf 1\{|V_j - V_i| < \varepsilon_{ij}\}

======  ==============  =========================================================================
symbol  here            meaning
======  ==============  =========================================================================
V       ``vision``      three numbers between 0 and 1
μ α     ``influence``,  how far one month of talking moves; pull of the own organisation
        ``anchor``
ε       ``tolerance``   distance beyond which people do not hear each other; a facilitator whom
                        both find credible widens it by ``dialogue``
======  ==============  =========================================================================

With one month all heard and μ = 1 this is DeGroot's, with α > 0 Friedkin and Johnsen's model
[FriedkinJohnsen1990]_; with α = 0 and a small ε people end up in camps [Deffuant2000]_.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from model.compiling import compiled, inlined
from model.declarations import ParameterSet, Unit, assumed, rule, uncertainty
from model.state.axes import PROFESSIONAL
from model.state.kinds import Numbers, Table
from model.state.posts import home_of
from model.state.strengths import HARDLY

QUESTIONS = 3


@inlined
def distance(first: Numbers, second: Numbers) -> float:
    """How far apart two positions are, 0 to 1: the root mean square over the questions."""
    total = 0.0
    for question in range(QUESTIONS):
        total += (first[question] - second[question]) ** 2
    return math.sqrt(total / QUESTIONS)


@compiled
@rule(
    "M7",
    nl="Eén lijn: gesprekken trekken visies naar elkaar toe, tenzij ze te ver uiteen liggen",
    en="One line: talking pulls visions together, unless they are too far apart",
    seeds=("3:5", "3:11", "0:31", "1:36"),
    without="Everyone keeps the vision of the own organisation.",
)
def moved(own: float, pull: float, anchor: float, p: VisionParameters) -> float:
    """One coordinate of a position a month later, for a mean pull of partners.

    >>> class p: influence, anchor = 0.5, 0.0
    >>> moved.py_func(0.4, 0.2, 0.9, p)
    0.5
    """
    return (1.0 - p.anchor) * (own + p.influence * pull) + p.anchor * anchor


@compiled
def talk(
    actors: Table, organisations: Table, pairs: Table, dialogue: Numbers, p: VisionParameters
) -> None:
    """A month of talking. ``dialogue`` widens the tolerance of pairs, matrix [actor, actor].

    Reads all positions before it writes any.
    """
    count = len(actors)
    before = np.empty((count, QUESTIONS))
    for i in range(count):
        for question in range(QUESTIONS):
            before[i, question] = actors[i].vision[question]
    for i in range(count):
        if actors[i].role != PROFESSIONAL:
            continue
        total = 0.0
        pull = np.zeros(QUESTIONS)
        for j in range(count):
            if i == j or actors[j].role != PROFESSIONAL or pairs[i, j].strength < HARDLY:
                continue
            if distance(before[i], before[j]) < p.tolerance + p.dialogue * dialogue[i, j]:
                weight = pairs[i, j].trust * pairs[i, j].strength
                total += weight
                for question in range(QUESTIONS):
                    pull[question] += weight * (before[j, question] - before[i, question])
        anchor = organisations[home_of(actors[i])].vision
        for question in range(QUESTIONS):
            mean = pull[question] / total if total > 0.0 else 0.0
            actors[i].vision[question] = np.float32(
                moved(before[i, question], mean, anchor[question], p)
            )


@dataclass(frozen=True, kw_only=True)
class VisionParameters(ParameterSet):
    """The numbers in this rule."""

    influence: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("a tenth of the distance in a month of talk; zero must be possible"),
        nl="Invloed: deel van het verschil dat een maand praten overbrugt",
        en="Influence: share of the difference that a month of talk bridges",
    )
    anchor: float = uncertainty(
        0.02,
        Unit.SHARE,
        between=(0.0, 0.05),
        neutral=0.0,
        basis=assumed("the own organisation pulls weakly but always"),
        nl="Trek van de eigen organisatie: deel per maand terug naar haar visie",
        en="Pull of the own organisation: share a month back to its vision",
    )
    tolerance: float = uncertainty(
        0.3,
        Unit.SCORE,
        between=(0.15, 0.5),
        basis=assumed("around the value where theory has one or two camps"),
        nl="Gehoor: verschil in visie waarbij mensen elkaar nog horen",
        en="Hearing: difference in vision at which people still hear each other",
    )
    dialogue: float = uncertainty(
        0.15,
        Unit.SCORE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("a credible facilitator may widen the hearing by half, or not at all"),
        nl="Begeleid gesprek: hoeveel een geloofwaardige begeleider dat gehoor vergroot",
        en="Guided dialogue: how much a credible facilitator widens that hearing",
    )
    spread: float = uncertainty(
        0.25,
        Unit.SCORE,
        between=(0.05, 0.4),
        basis=assumed("organisations differ by half of the scale; no survey was found"),
        nl="Verschil in visie: hoe ver organisaties bij de start uiteen liggen",
        en="Difference in vision: how far organisations are apart at the start",
    )
