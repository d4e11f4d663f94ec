r"""Meeting (ontmoeten): ODD 7.4, mechanism M3.

Every four weeks each professional divides the slack of that month over others: colleagues,
people with whom a case is shared, people met at an open network meeting or introduced by a
facilitator, and people known through others. Two people are together for no longer than either
has time for:

.. math::
    h_{ij} = \min\Bigl(\text{slack}_i \frac{w_{ij}}{1 + W_i},\;
                       \text{slack}_j \frac{w_{ji}}{1 + W_j}\Bigr),
    \qquad a_{ij} \leftarrow 2^{-4/\delta} a_{ij} + \pi\,(h_{ij} + c_{ij}),
    \qquad S_{ij} = 1 - e^{-a_{ij}/a^*}

======  ==================  ==================================================================
symbol  here                meaning
======  ==================  ==================================================================
a S     ``familiarity``,    effective hours together; strength of the tie, 0 to 1
        ``strength``
w       ``weight``          1·colleague + case + convened + closure·Σ_k S_ik S_kj / n
c       ``together``        hours on shared cases in the month
δ a*    ``half_life``,      weeks until half of it has faded; hours to a working relation
        ``hours_to_tie``
π       ``counting``        share of hours together that counts for a tie
======  ==================  ==================================================================

The weights follow actor-oriented network models [Snijders2010]_ (closure, proximity); the hours
are bounded above by what friendship takes [Hall2018]_. Without convening, ties cluster by
organisation; that follows from the weights and is tested, not coded.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

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
from model.state.axes import FACILITATOR, PROFESSIONAL
from model.state.kinds import Numbers, Row, Table
from model.state.posts import colleagues
from model.state.strengths import HARDLY


@compiled
def strength_of(familiarity: float, p: MeetingParameters) -> float:
    """The strength of a tie, 0 to 1, after so many effective hours together."""
    return 1.0 - math.exp(-familiarity / p.hours_to_tie)


@compiled
@rule(
    "M3",
    nl="Ontmoeten: wie elkaar ontmoet leert elkaar kennen, en wie niet meer, vergeet",
    en="Meeting: those who meet get to know each other, those who stop forget",
    seeds=("3:10", "1:17", "1:58", "1:68", "4:28", "4:36", "4:43"),
    without="Meeting changes nothing: nobody gets to know anybody better and nobody forgets, so "
    "ties are as on the first day until somebody leaves.",
)
def familiar(familiarity: float, hours: float, left_of: float, p: MeetingParameters) -> float:
    """Effective hours together a month later, when this part of the earlier ones is ``kept``.

    >>> class p: half_life, counting = 52.0, 1.0
    >>> round(familiar.py_func(8.0, 0.0, kept.py_func(p), p), 3)
    7.585
    """
    return familiarity * left_of + p.counting * hours


@compiled
def kept(p: MeetingParameters) -> float:
    """The part of familiarity that is left a month later."""
    return 0.5 ** (MONTH / p.half_life)


@compiled
def weight(
    same_organisation: float,
    shares_case: float,
    convened: float,
    closure: float,
    p: MeetingParameters,
) -> float:
    """How much of somebody's slack this other person draws."""
    return (
        same_organisation
        + p.shared_case * shares_case
        + p.convening * convened
        + p.closure * closure
    )


@compiled
def weights(actors: Table, pairs: Table, introduced: Numbers, p: MeetingParameters) -> Numbers:
    """The draw of each actor on each other's slack: matrix [actor, actor]."""
    count = len(actors)
    draws = np.zeros((count, count))
    known_through = closures(pairs, count)
    for i in range(count):
        for j in range(count):
            if i == j or actors[i].role != PROFESSIONAL or actors[j].role != PROFESSIONAL:
                continue
            same = 1.0 if colleagues(actors[i], actors[j]) else 0.0
            shares = 1.0 if pairs[i, j].together > 0.0 else 0.0
            convened = p.open_meetings / 12.0 * (1.0 - same) + introduced[i, j]
            draws[i, j] = weight(same, shares, convened, known_through[i, j], p)
    return draws


@compiled
def closures(pairs: Table, count: int) -> Numbers:
    """For each two actors the mean over others of both ties: Σ_k S_ik S_kj / count."""
    through, ties = np.zeros((count, count)), np.empty((count, count))
    for i in range(count):
        for j in range(count):
            ties[i, j] = pairs[i, j].strength / count if i != j else 0.0
    for i in range(count):
        for k in range(count):
            first = ties[i, k] * count
            if first > HARDLY:
                for j in range(count):
                    through[i, j] += first * ties[k, j]
    return through


@compiled
def meet(actors: Table, pairs: Table, introduced: Numbers, p: MeetingParameters) -> None:
    """A month of meeting: hours together, familiarity and strength of all pairs."""
    count = len(actors)
    draws = weights(actors, pairs, introduced, p)
    total, free, left_of = np.zeros(count), np.empty(count), kept(p)
    for i in range(count):
        # the seat may stand for several people: what each of them can meet counts, and what a
        # facilitator took of it is gone
        left = max(0.0, actors[i].slack - actors[i].meeting)
        free[i] = MONTH * left / max(1e-9, actors[i].colleagues)
        for j in range(count):
            total[i] += draws[i, j]
    for i in range(count):
        for j in range(i + 1, count):
            hours = 0.0
            if draws[i, j] > 0.0 and draws[j, i] > 0.0:
                hours = min(
                    free[i] * draws[i, j] / (1.0 + total[i]),
                    free[j] * draws[j, i] / (1.0 + total[j]),
                )
                actors[i].meeting += np.float32(hours * actors[i].colleagues / MONTH)
                actors[j].meeting += np.float32(hours * actors[j].colleagues / MONTH)
            hours += pairs[i, j].together
            if actors[i].role == FACILITATOR or actors[j].role == FACILITATOR:
                continue
            grow(pairs[i, j], hours, left_of, p)
            grow(pairs[j, i], hours, left_of, p)


@compiled
def update(pair: Row, hours: float, p: MeetingParameters) -> None:
    """Familiarity and strength of one side of a pair, a month later."""
    grow(pair, hours, kept(p), p)


@compiled
def grow(pair: Row, hours: float, left_of: float, p: MeetingParameters) -> None:
    """One side of a pair a month later, where this part of familiarity is left."""
    grown = float(np.float32(familiar(pair.familiarity, hours, left_of, p)))
    pair.familiarity = np.float32(grown)
    pair.strength = np.float32(strength_of(grown, p))
    pair.together = np.float32(0.0)


@dataclass(frozen=True, kw_only=True)
class MeetingParameters(ParameterSet):
    """The numbers in this rule."""

    hours_to_tie: float = uncertainty(
        16.0,
        Unit.HOURS,
        between=(8.0, 30.0),
        basis=assumed(
            "below the 50 hours to a casual friendship [Hall2018]; work ties are lighter"
        ),
        nl="Uren tot een band: uren samen tot een werkrelatie van 63 %",
        en="Hours to a tie: hours together to a working relation of 63 %",
    )
    half_life: float = uncertainty(
        52.0,
        Unit.WEEKS,
        between=(26.0, 104.0),
        neutral=float("inf"),
        basis=assumed("half forgotten after a year; a new partnership lost a quarter (L04)"),
        nl="Vergeten: weken waarin een band zonder contact halveert",
        en="Forgetting: weeks in which a tie without contact halves",
    )
    shared_case: float = uncertainty(
        2.0,
        Unit.FACTOR,
        between=(0.0, 4.0),
        neutral=0.0,
        basis=assumed("a shared case draws twice the time of being colleagues"),
        nl="Gedeelde casus: hoeveel tijd die trekt, tegen gewone collega's",
        en="Shared case: time it draws, against being colleagues",
    )
    convening: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("as much time as being colleagues; small and large must be possible"),
        nl="Bijeenbrengen: hoeveel tijd een bijeenkomst of kennismaking trekt",
        en="Convening: time that a gathering or introduction draws",
    )
    closure: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("friends of friends meet; sign from network studies, size unknown"),
        nl="Via anderen: hoeveel tijd gezamenlijke bekenden opleveren",
        en="Through others: time that shared acquaintances bring",
    )
    open_meetings: float = lever(
        2.0,
        Unit.PER_YEAR,
        between=(0.0, 24.0),
        neutral=0.0,
        step=1,
        basis=assumed("two gatherings a year in most places; no count was found"),
        nl="Open bijeenkomsten: per jaar, voor iedereen uit alle organisaties",
        en="Open gatherings: each year, for everyone from all organisations",
    )
    starting_strength: float = setting(
        0.25,
        Unit.SCORE,
        between=(0.05, 0.5),
        basis=assumed("many did not know each other (seed 4:43); the long run forgets it"),
        nl="Banden bij de start: sterkte tussen mensen van verschillende organisaties",
        en="Ties at the start: strength between people of different organisations",
    )
    starting_colleagues: float = setting(
        0.8,
        Unit.SCORE,
        between=(0.3, 0.95),
        basis=assumed("colleagues know each other well; the long run forgets where it began"),
        nl="Banden van collega's bij de start: sterkte binnen een organisatie",
        en="Ties of colleagues at the start: strength within an organisation",
    )
    counting: float = setting(
        1.0,
        Unit.SHARE,
        between=(0.5, 1.0),
        neutral=0.0,
        basis=chosen("an hour is an hour: what it takes to a tie is told in hours"),
        nl="Uren tellen mee: deel van de tijd samen dat een band sterker maakt",
        en="Hours count: share of time together that makes a tie stronger",
    )
    strangers: float = setting(
        0.2,
        Unit.SCORE,
        between=(0.05, 1.0),
        basis=assumed("a facilitator sees a stranger for a sixth of the time of a good contact"),
        nl="Ook onbekenden: tijd die een begeleider geeft aan wie onbekend is",
        en="Strangers too: time a facilitator gives to somebody unknown",
    )
