"""Idle numbers (decision 15): a lever that moves nothing is a defect.

Each number is set to the low and then to the high end of its range, in a world where every use
of the money is made at once, so that no rule stands still for lack of it. A number that changes no
count of any week is idle; one that changes what professionals do but nothing for residents or
cases is named too.
"""

from __future__ import annotations

from collections.abc import Iterable

from experiments import simulation
from experiments.audits.report import PLACE, Report, as_far_as_it_goes, stopped
from experiments.audits.work import Work
from model.parameters import ADDRESSES
from scenarios.faults import Both

WEEKS = 208
BUSY = {
    "spending.extra": 18.0,
    "spending.on_facilitation": 0.4,
    "spending.on_initiatives": 0.2,
    "responsibility.withdrawn": 0.4,
    "responsibility.redeployed": 0.3,
    "initiatives.takeover": 0.3,
    "initiatives.crowding": 0.2,
    "spending.on_team_hours": 0.2,
    "spending.on_administration": 0.2,
    "facilitator.money": 0.5,
    "facilitator.board": 0.4,
    "facilitator.outreach": 0.4,
    "facilitator.mandate": 2.0,
    "facilitator.paid_by_municipality": 0.5,
    "facilitator.paid_by_insurer": 0.3,
    "facilitator.paid_by_organisations": 0.2,
    "facilitator.other_clients": 0.3,
    "facilitator.pay_per_agreement": 0.3,
    "facilitator.knows_neighbourhood": 0.6,
    "facilitator.speaks_neighbourhood": 0.8,
    "second_facilitator.money": 0.5,
    "second_facilitator.board": 0.6,
    "second_facilitator.knows_board": 0.6,
    "second_facilitator.speaks_board": 0.8,
}
"""Two facilitators who share the role, more team hours and support staff, all at once."""


def audit(
    residents: int = 600, replicates: int = 2, addresses: Iterable[str] | None = None
) -> Report:
    """Which numbers change nothing between the two ends of their range."""
    wanted = list(addresses or ADDRESSES)
    found = as_far_as_it_goes(wanted, lambda address: _moves(address, residents, replicates))
    idle = [address for address, moved in found.items() if moved == NOTHING]
    unfelt = [address for address, moved in found.items() if moved == ONLY_WORK]
    levers = [address for address in idle if ADDRESSES[address].role == "lever"]
    others = [address for address in idle if address not in levers]
    lines = (
        *stopped(len(found), len(wanted)),
        _listed("levers that move nothing", "knoppen die niets veranderen", levers),
        _listed("other numbers that move nothing", "andere getallen die niets veranderen", others),
        _listed(
            "numbers that residents and cases do not feel",
            "getallen waar bewoners en casussen niets van merken",
            unfelt,
        ),
    )
    complete = len(found) == len(wanted)
    passed = False if idle else True if complete else None
    return Report("idle_numbers", passed, lines, {"idle": idle, "unfelt": unfelt}, complete)


def _listed(en: str, nl: str, addresses: list[str]) -> Both:
    named = ", ".join(addresses)
    return Both(f"{en}: {named or 'none'}", f"{nl}: {named or 'geen'}")


NOTHING, ONLY_WORK, NEEDS = "nothing", "only work", "needs"
"""What a number moves: no count at all, counts of what professionals do, or of residents too."""


def _moves(address: str, residents: int, replicates: int) -> str:
    low, high = ADDRESSES[address].between
    first, second = (_counts(address, end, residents, replicates) for end in (low, high))
    if first == second:
        return NOTHING
    same = [tally for tally, _ in first] == [tally for tally, _ in second]
    return ONLY_WORK if same else NEEDS


def work(replicates: int = 2) -> Work:
    """How much is run: both ends of each number; what holds before week 0 is another world."""
    worlds = 1 + 2 * sum(each.since == "context" for each in ADDRESSES.values())
    return Work(2 * replicates * len(ADDRESSES), replicates * worlds, worlds, WEEKS)


def _counts(
    address: str, value: float, residents: int, replicates: int
) -> list[tuple[bytes, bytes]]:
    """The counts of residents and of the system, to the byte, for each replicate."""
    values = BUSY | {address: value}
    plan = simulation.plan(PLACE, values, residents=residents, weeks=WEEKS)
    runs = (simulation.run(plan, replicate) for replicate in range(replicates))
    return [(run.tally.tobytes(), run.system.tobytes()) for run in runs]
