r"""Whose move is it (wie is er aan zet): ODD 7.5, mechanism M9.

A question that concerns several organisations waits until somebody takes it as a whole. The more
there are, the less each feels it is theirs; the clearer it is who does what, the sooner:

.. math:: P(\text{taken this week}) = \frac{\rho}{n^{\zeta}}, \qquad
          \rho = \rho_0 + (1 - \rho_0)\, A\, g

======  ==============  =======================================================================
symbol  here            meaning
======  ==============  =======================================================================
ρ       ``clarity``     how clear it is who does what: from the start, and from agreements A
n ζ     ``parties``     organisations concerned; how fast responsibility is diffused
======  ==============  =======================================================================

A facilitator with the lead over the process can point at an owner, for hours. Diffusion of
responsibility is well known; its size here is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, setting, uncertainty


@compiled
def clarity(agreement: float, p: OwnershipParameters) -> float:
    """How clear it is who does what, 0 to 1, for a level of agreement."""
    return p.clarity + (1.0 - p.clarity) * p.agreement_clears * agreement


@compiled
@rule(
    "M9",
    nl="Eigenaarschap: hoe meer partijen, hoe langer niemand de hele vraag oppakt",
    en="Ownership: the more parties, the longer nobody takes up the whole question",
    seeds=("0:25", "0:27", "3:5", "3:14", "4:32"),
    without="Every question has an owner from the first week.",
)
def taken(clear: float, parties: int, p: OwnershipParameters) -> float:
    """The chance that somebody takes a question as a whole this week.

    >>> class p: diffusion = 1.0
    >>> taken.py_func(0.3, 1, p), taken.py_func(0.3, 3, p)
    (0.3, 0.09999999999999999)
    """
    return clear / parties**p.diffusion


@dataclass(frozen=True, kw_only=True)
class OwnershipParameters(ParameterSet):
    """The numbers in this rule."""

    clarity: float = uncertainty(
        0.25,
        Unit.PER_WEEK,
        between=(0.1, 1.0),
        neutral=1.0,
        basis=assumed("a single question finds its owner in about a month"),
        nl="Duidelijkheid: kans per week dat een enkelvoudige vraag wordt opgepakt",
        en="Clarity: chance a week that a single question is taken up",
    )
    diffusion: float = uncertainty(
        0.7,
        Unit.FACTOR,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("between hardly and fully shared out; sign from social psychology"),
        nl="Ieder een deel: hoe sterk oppakken vertraagt met meer partijen",
        en="Everyone a part: how much taking up slows with more parties",
    )
    agreement_clears: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.0, 0.8),
        neutral=0.0,
        basis=assumed("formal agreements settle part of who does what, perhaps nothing"),
        nl="Afspraken maken duidelijk: deel van de onduidelijkheid dat ze wegnemen",
        en="Agreements clear up: share of the unclearness they take away",
    )
    appointing: float = uncertainty(
        2.0,
        Unit.HOURS,
        between=(0.5, 4.0),
        basis=assumed("a round of calls to find who will take the lead"),
        nl="Regie beleggen: uren die het kost een regisseur aan te wijzen",
        en="Assigning the lead: hours it takes to appoint somebody",
    )
    long: float = setting(
        13.0,
        Unit.WEEKS,
        between=(4.0, 26.0),
        step=1,
        basis=assumed("a quarter without owner before anybody takes it higher up"),
        nl="Lang zonder regisseur: weken waarna dat bij het bestuur wordt gemeld",
        en="Long without owner: weeks after which it is brought before the board",
    )
