r"""Contracts and tenders (aanbesteding): ODD 7.1, mechanisms M11 and M27.

Contracts of providers end one after another. In the weeks before, what is at stake sets an
organisation against who pays it, and against those who want its work; they meet and share less:

.. math:: \text{opp}_o = \text{stake} \cdot \text{overlap}
          \text{ in the window before the end of its contract, else } 0

At the end a contract is won again or lost. Who loses sees staff leave: ties go with them. To win,
providers promised more hours than they have: they take up cases as if they had
:math:`1 + \pi` hours for each, and deliver what there is.

The calendar is drawn once for each organisation and renews itself, so opposition comes from
dates and money at stake, never from who facilitates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.chance import STAFF, TENDER, draw
from model.clock import YEAR
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, lever, rule, setting, uncertainty
from model.state.axes import BOARD, TEAM
from model.state.kinds import Numbers, Table


@compiled
@rule(
    "M11",
    nl="Aanbesteding: voor het einde van een contract staan organisaties tegenover elkaar",
    en="Tendering: before a contract ends organisations stand against each other",
    seeds=("3:15", "3:17", "3:22", "0:41"),
    without="Contracts are renewed without a word: no tender sets partners against each other or "
    "their payer, and nobody promises hours that are not there.",
)
def opposition(weeks_left: int, p: TenderingParameters) -> float:
    """What is at stake for an organisation with this many weeks of contract left, 0 to 1.

    >>> class p: window, stake, overlap = 26.0, 0.6, 0.5
    >>> opposition.py_func(10, p), opposition.py_func(40, p)
    (0.3, 0.0)
    """
    return p.stake * p.overlap if 0 <= weeks_left <= p.window else 0.0


@compiled
def loses(even: float, p: TenderingParameters) -> bool:
    """Whether a tender is lost, for an even draw."""
    return even < p.losing


@compiled
def has_tenders(organisation: int) -> bool:
    """The team and the board are not tendered in this version; providers are."""
    return organisation not in (TEAM, BOARD)


@compiled
def calendar(organisations: Table, week: int, key: Numbers, p: TenderingParameters) -> Numbers:
    """A week of contracts: opposition now, and renewal of those that end.

    Returns which organisations lost their tender this week, array [organisation].
    """
    lost = np.zeros(len(organisations), dtype=np.bool_)
    for row in range(len(organisations)):
        if not has_tenders(row):
            continue
        organisation = organisations[row]
        if p.stake * p.overlap > 0.0 and organisation.contract_end <= week:
            lost[row] = loses(draw(key, row, week, TENDER), p)
        while organisation.contract_end <= week:
            organisation.contract_end += np.int32(p.contract_years * YEAR)
        organisation.opposition = np.float32(opposition(organisation.contract_end - week, p))
    return lost


@compiled
def promised(capacity: float, p: TenderingParameters) -> float:
    """Care hours a week for which a provider takes up cases: what there is, and what was bid.

    >>> class p: overpromise = 0.25
    >>> promised.py_func(20.0, p)
    25.0
    """
    return capacity * (1.0 + p.overpromise)


@compiled
def goes(actor_id: int, week: int, key: Numbers, p: TenderingParameters) -> bool:
    """Whether a professional leaves with a lost contract."""
    return draw(key, actor_id, week, STAFF) < p.staff_lost


@dataclass(frozen=True, kw_only=True)
class TenderingParameters(ParameterSet):
    """The numbers in this rule."""

    contract_years: float = lever(
        3.0,
        Unit.YEARS,
        between=(1.0, 8.0),
        step=1,
        basis=assumed("often two years with two extensions of one; length is rising (L11, L12)"),
        nl="Contractduur: jaren tot een aanbieder opnieuw moet meedingen",
        en="Contract length: years until a provider must compete again",
    )
    window: float = setting(
        26.0,
        Unit.WEEKS,
        between=(13.0, 52.0),
        basis=assumed("half a year of procedure; law and calendar fix it within narrow bounds"),
        nl="Aanbestedingstijd: weken voor het einde waarin het spannend wordt",
        en="Tender time: weeks before the end in which it matters",
    )
    stake: float = uncertainty(
        0.6,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("more than half of a local provider's income hangs on it"),
        nl="Inzet: deel van de omzet dat op het spel staat",
        en="Stake: share of revenue that is at stake",
    )
    overlap: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("half of the work could be done by another; none or all is possible"),
        nl="Overlap: deel van het werk dat een ander ook kan",
        en="Overlap: share of the work that another could do too",
    )
    losing: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed("one in five changes hands; half of procedures are open house (L11)"),
        nl="Verliezen: kans dat een contract naar een ander gaat",
        en="Losing: chance that a contract goes to another",
    )
    staff_lost: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.1, 1.0),
        basis=assumed("half of the people go on with the winner, half leave the neighbourhood"),
        nl="Vertrek bij verlies: deel van de mensen dat dan uit de wijk vertrekt",
        en="Leaving after a loss: share of people who then leave the neighbourhood",
    )
    overpromise: float = lever(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed("seed 3:22: promises that are hard to keep; size unknown"),
        nl="Overvraging: uren die aanbieders meer beloofden, deel van wat ze hebben",
        en="Overpromising: hours that providers promised on top, as a share of what they have",
    )
