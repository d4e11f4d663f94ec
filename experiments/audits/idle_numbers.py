"""Idle numbers (decision 15): a lever that moves nothing is a defect.

Each number is asked in a world where it can speak (companions.yaml): every use of the money is made
at once, what the number is about is done, and what holds between municipalities is looked at in a
region. There it is set to the end of its range that lies furthest, and when that moves nothing to
the other end, in larger and larger places. A number that changes no count of any week is idle; one
that changes what professionals do but nothing for residents or cases is named too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from experiments import regional, simulation
from experiments.audits import companions
from experiments.audits.report import PLACE, Report, as_far_as_it_goes, stopped
from experiments.audits.work import Work
from experiments.simulation import Plan
from model.parameters import ADDRESSES
from scenarios.faults import Both

WEEKS = 156
MEMBERS = 3
"""A place of a region has a third of the residents that are asked for."""

STARTS = 170
"""Worlds that are lived in before week 0: one for all who share theirs, one for each number that
must be set long before to be felt. Not counted: with this the guess is what the audit took, 2.4
minutes of one core."""

Counts = tuple[bytes, bytes]
"""The counts of residents and cases, and those of all who work, to the byte."""


def audit(
    residents: int = 600, replicates: int = 3, addresses: Iterable[str] | None = None
) -> Report:
    """Which numbers change nothing; ``replicates`` is how often one that is still is asked again.

    Each time the place is larger by ``residents``, and the luck another.
    """
    wanted = list(addresses or ADDRESSES)
    found = as_far_as_it_goes(wanted, lambda address: moves(address, residents, replicates))
    return told(found, len(wanted))


def told(found: Mapping[str, str], wanted: int) -> Report:
    """The report on what each address moves, out of so many that were to be asked."""
    idle = [address for address, moved in found.items() if moved == NOTHING]
    unfelt = [address for address, moved in found.items() if moved == ONLY_WORK]
    levers = [address for address in idle if ADDRESSES[address].role == "lever"]
    others = [address for address in idle if address not in levers]
    lines = (
        *stopped(len(found), wanted),
        Both(
            f"{len(found)} numbers asked, each in a world where what it is about is done",
            f"{len(found)} getallen bevraagd, elk in een wereld waarin gebeurt waar het over gaat",
        ),
        _listed("levers that move nothing", "knoppen die niets veranderen", levers),
        _listed("other numbers that move nothing", "andere getallen die niets veranderen", others),
        *(_because(address) for address in idle),
        _listed(
            "numbers that residents and cases do not feel",
            "getallen waar bewoners en casussen niets van merken",
            unfelt,
        ),
    )
    complete = len(found) == wanted
    passed = False if idle else True if complete else None
    return Report("idle_numbers", passed, lines, {"idle": idle, "unfelt": unfelt}, complete)


def _listed(en: str, nl: str, addresses: list[str]) -> Both:
    named = ", ".join(addresses)
    return Both(f"{en}: {named or 'none'}", f"{nl}: {named or 'geen'}")


def _because(address: str) -> Both:
    """Why a number stands still here, where somebody has looked."""
    reason = companions.weak().get(address)
    if reason is None:
        return Both(f"{address}: INVESTIGATE, no reason is known",
                    f"{address}: UITZOEKEN, er is geen reden bekend")  # fmt: skip
    return Both(f"{address} moves nothing here: {reason}",
                f"{address} verandert hier niets: {reason.nl}")  # fmt: skip


NOTHING, ONLY_WORK, NEEDS = "nothing", "only work", "needs"
"""What a number moves: no count at all, counts of what professionals do, or of residents too."""


def moves(address: str, residents: int, replicates: int) -> str:
    """What a number moves; one that is still is asked again, in a larger place.

    First it is set at week 0, since worlds before that can then be shared; one that does not
    reach residents so is set long before. The first place in which anything moves decides.
    """
    for replicate in range(replicates):
        size = residents * (1 + replicate)
        moved = set()
        for always in (False, True):
            for end in _furthest_first(address):
                moved.add(_moves(address, end, always, size, replicate))
                if NEEDS in moved:
                    return NEEDS
        if ONLY_WORK in moved:
            return ONLY_WORK
    return NOTHING


def _furthest_first(address: str) -> list[float]:
    """Both ends of a range, first the one furthest from what holds in the number's world."""
    declared = ADDRESSES[address]
    stands = {address: declared.default, **companions.world(address)}[address]
    return sorted(declared.between, key=lambda end: -abs(end - stands))


def _moves(address: str, end: float, always: bool, residents: int, replicate: int) -> str:
    world = companions.world(address)
    together = companions.of_a_region(address)
    first = _as_it_is(tuple(sorted(world.items())), together, residents, replicate)
    second = _counts(world, together, residents, replicate, {address: end}, always)
    if first == second:
        return NOTHING
    return ONLY_WORK if first[0] == second[0] else NEEDS


@lru_cache(maxsize=64)
def _as_it_is(
    values: tuple[tuple[str, float], ...], together: bool, residents: int, replicate: int
) -> Counts:
    """What a world writes down without a change: most numbers share theirs with others."""
    return _counts(dict(values), together, residents, replicate)


def work(replicates: int = 3) -> Work:
    """How much is run if nearly each number speaks at once, as most do, in a few worlds."""
    return Work(2 * len(ADDRESSES), STARTS, STARTS, WEEKS)


def _counts(
    world: Mapping[str, float],
    together: bool,
    residents: int,
    replicate: int,
    changed: Mapping[str, float] | None = None,
    always: bool = True,
) -> Counts:
    """What is counted in a neighbourhood, or in a region, with a change at week 0 or before."""
    change = dict(changed or {})
    values = {**world, **change} if always else world
    if together:
        region = companions.region(PLACE, values, residents=residents // MEMBERS, weeks=WEEKS)
        if not always:
            members = tuple(_from_now(each, change) for each in region.members)
            region = replace(region, shared=_from_now(region.shared, change), members=members)
        written = regional.run(region, replicate).written
        tallies, systems = (
            b"".join(w.tobytes() for w in kind) for kind in zip(*written, strict=True)
        )
        return tallies, systems
    plan = simulation.plan(PLACE, values, residents=residents, weeks=WEEKS)
    run = simulation.run(plan if always else _from_now(plan, change), replicate)
    return run.tally.tobytes(), run.system.tobytes()


def _from_now(plan: Plan, change: Mapping[str, float]) -> Plan:
    """The plan with values from week 0 on; what holds before it too is left as it is."""
    return replace(plan, values={**plan.values, **change})
