r"""Credibility and who pays (dubbele petten): ODD 7.8, mechanism M5.

A payer and a partner are opposed while something between them is at stake: a tender, an
overspent budget. Who is paid by one is at first suspected by the other in that measure; what the
facilitator's agenda shows then teaches otherwise, or confirms it:

.. math::
    \hat C_{if} = \sum_x \text{dep}_{fx}\,\text{opp}(x, i), \qquad
    \hat C \leftarrow \hat C
        + \eta\bigl(\max(\text{favour}, \tfrac{\text{prior} + \text{favour}}{2}) - \hat C\bigr),
    \qquad
    \text{cred} = T_{if}(1 - \hat C_{if})

A facilitator who is asked about j says what it counts on j for, good or bad. It is believed by i
in so far as lying would not pay, and its word weighs more, the better it knows j and the less i
does:

.. math::
    v_i = \sigma\bigl((w_i L - w_j g - \kappa)/s\bigr), \qquad
    T_{ij} \leftarrow T_{ij} + \omega\, v_i\, \text{cred}_{if}\, S_{fj}\, (1 - S_{ij})\,
                   (T_{fj} - T_{ij})

======  ======================  ================================================================
symbol  here                    meaning
======  ======================  ================================================================
dep     ``depends_on_party``    share of the facilitator's income that payer x controls
opp     ``stake_with_insurer``  what is at stake between x and i's organisation, 0 to 1; likewise
                                with the municipality
favour  ``favour``              share of the agenda that served the payer beyond its due
w       ``cares``               weight the facilitator gives to a party: own concern, and pay
L g     ``loss, gain``          what i loses when deceived; what j gains from the deal
κ       ``pay_per_agreement``   what the facilitator is paid for each agreement
T S     ``trust``, ``tie``      trust; strength of the tie
ω       ``word``                weight of a word that is believed and about a stranger
======  ======================  ================================================================

An unbiased mediator who only wants an agreement is *not* believed, one who cares is [Kydd2003]_
[Kydd2006]_. Neutral is no attribute here: it is dep and κ, and it can lose. A word may cost
j trust as well as lend it. It is asked for when i weighs a plan with somebody of another
organisation, and stays with i until experience (M4) says otherwise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, rule, setting, uncertainty


@compiled
def suspected(
    municipality: float,
    insurer: float,
    organisations: float,
    stake_with_municipality: float,
    stake_with_insurer: float,
    jointly: float,
) -> float:
    """The double hats that i expects in f before any experience, 0 to 1.

    The first three are shares of income by payer; organisations that pay together hardly oppose
    one of their own, and count only ``jointly``.
    """
    return min(
        1.0,
        municipality * stake_with_municipality
        + insurer * stake_with_insurer
        + jointly * organisations * max(stake_with_municipality, stake_with_insurer),
    )


@compiled
def favour(served_payer: float, due: float) -> float:
    """Share of the agenda that served the payer beyond its due, 0 to 1."""
    return max(0.0, served_payer - due)


@compiled
def learned(conflict: float, prior: float, favoured: float, p: CredibilityParameters) -> float:
    """The double hats that i sees in f a month later: experience, over the suspicion of now."""
    stays = p.lingering * prior + (1.0 - p.lingering) * favoured
    target = favoured if favoured >= prior else stays
    return conflict + p.learning * (target - conflict)


@compiled
@rule(
    "M5",
    nl="Geloofwaardigheid: wie betaalt, en wat iemand laat zien, bepaalt wie je gelooft",
    en="Credibility: who pays, and what somebody shows, decides whether you believe them",
    seeds=("0:41", "0:48", "3:15", "3:16", "2:13"),
    without="Who pays a facilitator makes no difference to how anybody sees them, and nobody takes "
    "their word for others.",
)
def credible(trust: float, conflict: float) -> float:
    """How credible f is to i, 0 to 1.

    >>> credible.py_func(0.6, 0.5)
    0.3
    """
    return trust * (1.0 - conflict)


@compiled
def cares(depends_on_party: float, p: CredibilityParameters) -> float:
    """The weight a facilitator gives to the interest of a party, from concern and from pay."""
    return p.concern + (1.0 - p.concern) * depends_on_party


@compiled
def believed(
    cares_for_listener: float,
    cares_for_other: float,
    pay_per_agreement: float,
    p: CredibilityParameters,
) -> float:
    """How far i believes f who vouches for j, 0 to 1.

    >>> class p: loss, gain, sharpness = 1.0, 1.0, 0.25
    >>> round(believed.py_func(0.5, 0.0, 0.0, p), 2), round(believed.py_func(0.5, 0.5, 0.5, p), 2)
    (0.88, 0.12)
    """
    temptation = cares_for_other * p.gain + pay_per_agreement
    return 1.0 / (1.0 + math.exp(-(cares_for_listener * p.loss - temptation) / p.sharpness))


@compiled
def vouched(trust: float, said: float, weight: float) -> float:
    """Trust of i in j after hearing what f counts on j for, which may be more or less.

    >>> vouched.py_func(0.5, 0.8, 0.5), vouched.py_func(0.5, 0.2, 0.5)
    (0.65, 0.35)
    """
    return trust + weight * (said - trust)


@compiled
def weight_of_word(
    believes: float, credibility: float, knows: float, tie: float, p: CredibilityParameters
) -> float:
    """How much a word of f about j counts for i, 0 to 1.

    ``knows`` is the tie of f with j, ``tie`` that of i with j: own experience comes first.
    """
    return p.word * believes * credibility * knows * (1.0 - tie)


@dataclass(frozen=True, kw_only=True)
class CredibilityParameters(ParameterSet):
    """The numbers in this rule."""

    learning: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.1),
        neutral=0.0,
        basis=assumed("per month: a year of seeing how time is spent halves a suspicion"),
        nl="Leren wie iemand dient: hoe snel per maand het beeld zich bijstelt",
        en="Learning whom one serves: how fast the picture adapts each month",
    )
    due: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.3, 1.0),
        neutral=1.0,
        basis=assumed("half of an agenda on the payer's own board raises no eyebrows; all may not"),
        nl="Wat de betaler toekomt: deel van de agenda op diens bord dat niemand verdacht vindt",
        en="What is due to a payer: share of an agenda on its board that nobody suspects",
    )
    suspicion: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.0, 1.5),
        neutral=0.0,
        basis=assumed("stakes count in full; they may count for nothing"),
        nl="Argwaan: hoe zwaar een belang van de betaler weegt in het beeld vooraf",
        en="Suspicion: how heavily a stake of the payer weighs beforehand",
    )
    concern: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.2, 0.8),
        neutral=1.0,
        basis=assumed("most facilitators care for all parties to some degree"),
        nl="Eigen betrokkenheid: hoe zwaar ieders belang voor de begeleider telt",
        en="Own concern: how much everyone's interest counts for the facilitator",
    )
    loss: float = setting(
        1.0,
        Unit.FACTOR,
        between=(0.5, 2.0),
        basis=chosen("the unit in which the gain is told: only their ratio and the doubt count"),
        nl="Verlies bij bedrog: wat een partij verliest als de ander niet levert",
        en="Loss when deceived: what a party loses if the other does not deliver",
    )
    gain: float = uncertainty(
        0.5,
        Unit.FACTOR,
        between=(0.2, 2.0),
        basis=assumed("a deal gives the other half of what a failed one costs"),
        nl="Winst van een akkoord: wat de ander wint als het doorgaat",
        en="Gain of an agreement: what the other gains if it goes through",
    )
    sharpness: float = uncertainty(
        0.25,
        Unit.FACTOR,
        between=(0.05, 0.5),
        basis=assumed("people are unsure of each other's motives by about a quarter"),
        nl="Twijfel: hoe onzeker mensen zijn over elkaars motieven",
        en="Doubt: how unsure people are of each other's motives",
    )
    word: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("half of the way towards what a believed go-between says; may be nothing"),
        nl="Gewicht van een woord: hoeveel iemand afgaat op wat de begeleider van een ander zegt",
        en="Weight of a word: how far people go by what the facilitator says of another",
    )
    jointly: float = setting(
        0.25,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("with three others at the same pot one is seldom opposed to all of it"),
        nl="Samen betalen: hoeveel argwaan blijft als organisaties de begeleider samen betalen",
        en="Paying together: suspicion that is left where organisations pay together",
    )
    acquainted: float = setting(
        0.1,
        Unit.SCORE,
        between=(0.02, 0.3),
        basis=assumed("two hours together: enough to have agreed on something"),
        nl="Bekend genoeg: band vanaf waar de een de ander iets belooft",
        en="Known enough: tie from which one promises the other something",
    )
    promise: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.1, 1.0),
        basis=assumed("calling back weighs half of starting help in time (M4)"),
        nl="Kleine belofte: hoe zwaar een belofte van of aan een begeleider weegt",
        en="Small promise: how heavily a promise by or to a facilitator weighs",
    )
    announced: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("half of the delays is told in time by who is up to date"),
        nl="Aangekondigd: deel van het uitstel dat een begeleider zonder achterstand uitlegt",
        en="Announced: share of delays that a facilitator without a backlog explains",
    )
    lingering: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.0, 0.9),
        basis=assumed("half of a suspicion outlives an agenda that gives no cause; none may"),
        nl="Blijvend wantrouwen: deel van de argwaan dat ook een eerlijke agenda niet wegneemt",
        en="Lingering suspicion: share that even an even-handed agenda does not take away",
    )
