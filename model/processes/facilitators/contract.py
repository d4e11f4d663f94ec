r"""The contract of a facilitator (opdracht): ODD 5 and 7.3, mechanism M27, inputs of M1, M5 and M6.

Where a facilitator comes from says nothing by itself. It is who pays, what an hour costs, which
people are known at the start, which languages are spoken, and how the hours are divided:

.. math:: \text{board hours} = b\,R, \qquad
          \text{going out} = o\,(1 - b)\,R, \qquad
          \text{connecting} = (1 - o)(1 - b)\,R

for R hours that are left after requests (M2). Two seats share the money; the second is empty
unless a share goes to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, chosen, lever, rule, uncertainty

AGENDA_RIGHT, PROCESS_LEAD, BUDGET_SAY = 1.0, 2.0, 3.0


@compiled
@rule(
    "M1",
    nl="Twee borden: uren op het ene bord kunnen niet op het andere worden gemaakt",
    en="Two boards: hours on one board cannot be worked on the other",
    seeds=("0:3", "0:25", "0:31", "0:37", "1:61"),
    without="Nobody sits in a facilitator's seat: there is no agenda to divide, and nobody there "
    "is known, heard or paid.",
)
def board_hours(hours: float, board_share: float) -> float:
    """Hours a week on the board of those who decide; the rest is for the neighbourhood."""
    return hours * board_share


@compiled
def going_out(hours: float, board_share: float, outreach_share: float) -> float:
    """Hours a week in the neighbourhood that seek people out."""
    return hours * (1.0 - board_share) * outreach_share


@compiled
def leads_process(mandate: float) -> float:
    """1 where the facilitator may lead the process, else 0."""
    return 1.0 if mandate >= PROCESS_LEAD else 0.0


@compiled
def has_budget_say(mandate: float) -> float:
    """1 where the facilitator has a say over budgets, else 0."""
    return 1.0 if mandate >= BUDGET_SAY else 0.0


@compiled
def depends(paid: float, other_clients: float) -> float:
    """The share of a facilitator's income that a payer controls, other clients counted in.

    >>> depends.py_func(1.0, 0.5)
    0.5
    """
    return paid * (1.0 - other_clients)


@dataclass(frozen=True, kw_only=True)
class ContractParameters(ParameterSet):
    """What is agreed with one facilitator."""

    money: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("one person, unless a scenario divides the role"),
        nl="Deel van het begeleidingsgeld: voor deze persoon",
        en="Share of the facilitation money: for this person",
    )
    board: float = lever(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=chosen("half and half, where nothing else is said"),
        nl="Wijk of bestuur: deel van de uren aan de bestuurstafel",
        en="Neighbourhood or board: share of hours on the board of those who decide",
    )
    outreach: float = lever(
        0.3,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("three in ten hours among residents, the rest between professionals"),
        nl="Onder bewoners: deel van de wijkuren dat mensen opzoekt, de rest onder professionals",
        en="Among residents: share of neighbourhood hours that seek people out, not helpers",
    )
    tariff: float = lever(
        1.0,
        Unit.FACTOR,
        between=(1.0, 2.0),
        basis=assumed("an employee's hour is the unit; hired from outside costs up to twice"),
        nl="Tarief: prijs van een uur tegen die van iemand in loondienst",
        en="Tariff: price of an hour against that of an employee",
    )
    paid_by_municipality: float = lever(
        1.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="payers",
        basis=chosen("most projects are paid by the municipality"),
        nl="Betaald door gemeente: deel van het inkomen van de begeleider",
        en="Paid by municipality: share of the facilitator's income",
    )
    paid_by_insurer: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="payers",
        basis=chosen("seldom, unless a scenario says so"),
        nl="Betaald door verzekeraar: deel van het inkomen van de begeleider",
        en="Paid by insurer: share of the facilitator's income",
    )
    paid_by_organisations: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        shares="payers",
        basis=chosen("seldom, unless a scenario says so"),
        nl="Betaald door organisaties: deel van het inkomen van de begeleider",
        en="Paid by organisations: share of the facilitator's income",
    )
    other_clients: float = uncertainty(
        0.0,
        Unit.SHARE,
        between=(0.0, 0.8),
        since="policy",
        basis=assumed("an employee has none; a firm earns 50 to 80 percent elsewhere"),
        nl="Andere opdrachten: deel van het inkomen dat van elders komt",
        en="Other clients: share of income that comes from elsewhere",
    )
    pay_per_agreement: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=chosen("not usual; to be tried"),
        nl="Betaling per akkoord: hoe sterk het loon aan akkoorden hangt",
        en="Pay per agreement: how strongly pay depends on agreements",
    )
    mandate: float = lever(
        1.0,
        Unit.COUNT,
        between=(0.0, 3.0),
        neutral=0.0,
        basis=assumed("may put points on the agenda, as a rule no more (lever 8)"),
        choices=(
            (0.0, "geen", "none"),
            (1.0, "mag agenderen", "may set the agenda"),
            (2.0, "procesleiding", "leads the process"),
            (3.0, "ook over budget", "budget too"),
        ),
        nl="Mandaat begeleider: wat de begeleider formeel mag",
        en="Facilitator's mandate: what the facilitator may formally do",
    )
    speaks_neighbourhood: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.0, 1.0),
        since="policy",
        basis=assumed("half at home in either world, where nothing else is said"),
        nl="Taal van de wijk: hoe goed de begeleider die bij de start spreekt",
        en="Language of the neighbourhood: how well it is spoken at the start",
    )
    speaks_board: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.0, 1.0),
        since="policy",
        basis=assumed("half at home in either world, where nothing else is said"),
        nl="Taal van het bestuur: hoe goed de begeleider die bij de start spreekt",
        en="Language of the board: how well it is spoken at the start",
    )
    knows_neighbourhood: float = uncertainty(
        0.2,
        Unit.SCORE,
        between=(0.0, 1.0),
        since="policy",
        basis=assumed("a few professionals are known at the start"),
        nl="Kent de wijk: banden met professionals bij de start",
        en="Knows the neighbourhood: ties with professionals at the start",
    )
    knows_board: float = uncertainty(
        0.2,
        Unit.SCORE,
        between=(0.0, 1.0),
        since="policy",
        basis=assumed("a few administrators are known at the start"),
        nl="Kent het bestuur: banden met bestuur en beleid bij de start",
        en="Knows the board: ties with administrators and policy at the start",
    )
