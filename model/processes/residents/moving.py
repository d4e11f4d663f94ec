r"""Moving house (verhuizen): ODD 7.1, with M15.

Each household leaves with a fixed weekly rate; its home is taken at once by one that resembles
it. Needs stay as they are in number and kind, those that last among them, but nobody knows the
newcomers: the case ends, what helpers knew is gone, and trust starts from what people in general
have.

.. math:: P(\text{move}) = 1 - e^{-m/52}
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.chance import MOVING, block
from model.clock import YEAR
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, measured, rule, uncertainty
from model.hazards import chance_of
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.tables import NEVER, NO_CASE, NO_FORM, NOT_ASKED


@compiled
def forget(case: Row) -> None:
    """A household of which no helper knows: no case, no history."""
    case.mode = np.uint8(NO_CASE)
    case.form = np.uint8(NO_FORM)
    case.domains = np.uint8(0)
    case.holder = np.int16(-1)
    case.gate = np.int8(-1)
    case.waiting = np.uint16(0)
    case.open = np.uint16(0)
    case.sent_on = np.uint8(0)
    case.owned = np.uint8(0)
    case.ownerless = np.uint16(0)
    case.decided = np.uint8(0)
    case.escalated = np.uint16(0)
    case.joined = np.uint8(0)
    case.spared = np.uint8(0)
    case.light = np.uint8(0)
    case.teamed = np.uint8(0)
    case.informal = np.float32(0.0)
    case.progress = np.float32(0.0)
    case.judged, case.judged_usual = np.float32(0.0), np.float32(0.0)
    case.heaviness = np.uint8(0)
    case.touch, case.led_before, case.handing = np.float32(0.0), np.int16(-1), np.uint8(0)
    case.parties = np.uint16(0)
    case.came, case.undecided, case.way = np.uint8(0), np.uint8(0), np.uint8(0)
    case.table = np.uint8(0)
    case.closed = np.int32(NEVER)
    for domain in range(DOMAIN_COUNT):
        case.stage[domain] = np.uint8(NOT_ASKED)
        case.worker[domain] = np.int16(-1)
        case.asker[domain] = np.int16(-1)
        case.weeks[domain] = np.uint16(0)
        case.deciding[domain], case.took[domain] = np.uint8(0), np.uint8(0)
        case.hours[domain] = np.float32(0.0)
        case.relief[domain] = np.float32(0.0)
        case.eased[domain] = np.float32(0.0)


@compiled
@rule(
    "M15",
    nl="Verhuizen: wie vertrekt neemt zijn banden mee, wie komt is onbekend",
    en="Moving: who leaves takes the ties along, who comes is unknown",
    without="Everybody stays, so what helpers know of residents is never lost by a move.",
)
def leaves(even: float, p: MovingParameters) -> bool:
    """Whether a household moves this week, for an even draw."""
    return even < weekly(p)


@compiled
def weekly(p: MovingParameters) -> float:
    """The chance that a household moves in one week."""
    return chance_of(p.rate / YEAR)


@compiled
def move(
    residents: Table,
    cases: Table,
    tally: Table,
    week: int,
    key: Numbers,
    trust: Numbers,
    weight: float,
    p: MovingParameters,
) -> None:
    """Households that leave, and newcomers who take their homes.

    ``trust`` [resident] is what whoever comes to live there has in helpers beforehand.
    """
    group, draws, chance = np.uint32(4294967295), (0.0, 0.0, 0.0, 0.0), weekly(p)
    for row in range(len(cases)):
        case = cases[row]
        if case.id >> np.uint32(2) != group:
            group = case.id >> np.uint32(2)
            draws = block(key, group, week, MOVING)
        if draws[case.id & np.uint32(3)] >= chance:
            continue
        forget(case)
        for member in range(case.start, case.start + case.size):
            resident = residents[member]
            resident.id = np.uint32(resident.id + len(residents))
            resident.known = np.uint8(0)
            resident.unhelped = np.uint16(0)
            resident.trust = np.float32(trust[member])
            tally[resident.cell].movers_out += weight
            tally[resident.cell].movers_in += weight


@dataclass(frozen=True, kw_only=True)
class MovingParameters(ParameterSet):
    """The numbers in this rule."""

    rate: float = uncertainty(
        0.106,
        Unit.PER_YEAR,
        between=(0.04, 0.27),
        neutral=0.0,
        basis=measured("N37", reason="one in ten residents a year; by age 4 to 27 percent"),
        nl="Verhuizen: deel van de huishoudens dat per jaar vertrekt",
        en="Moving: share of households that leave each year",
    )


RESEMBLANCE = assumed(
    "newcomers have the needs of those who leave; migration is left out on purpose"
)
