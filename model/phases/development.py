"""Phase 2: needs arise, worsen and ease, resident by resident, at little cost where all is well.

Everybody is looked at as the week found them, and only then does anything change (decision 11): so
it does not matter which of two housemates stands first.
"""

from __future__ import annotations

import numpy as np

from model.chance import NEEDS, NEEDS_WHICH, draw, draws, numbers_of
from model.clock import YEAR
from model.compiling import compiled, inlined
from model.hazards import chance_of
from model.phases import lasting_needs
from model.processes.residents import lasting, shocks
from model.processes.residents.lasting import LastingParameters
from model.processes.residents.needs import (
    LONELY,
    UNKNOWN,
    NeedsParameters,
    change,
    falling,
    may_need,
    onset_at,
    rising,
    slope,
)
from model.processes.residents.shocks import ShocksParameters
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.tables import OPEN

ROUNDING = 1.0001
"""Room for the rounding of stored numbers, so that no bound is ever too low."""


@inlined
def rates_of(
    residents: Table,
    row: int,
    case: Row,
    domain: int,
    week: int,
    steep: float,
    p: NeedsParameters,
    scale: Numbers,
    passing: float = 0.0,
) -> tuple[float, float]:
    """The weekly rates at which one need of one resident gets worse and lighter.

    ``passing`` is that at which a lasting need is over once it is bearable.
    """
    resident = residents[row]
    start = onset_of(resident, domain, float(resident.lonelier), steep, p, scale)
    mate = housemate_has(residents, case, row, domain) if case.size > 1 else 0.0
    up = rising(resident.level, domain, start, mate, p)
    if resident.level[domain] == 0:
        return up, 0.0
    if lasting.stays(resident.lasting, domain, resident.level[domain]):
        return up, passing
    age = max(0, week - resident.since[domain])
    return up, falling(resident.level, domain, age, relief_of(resident, case, domain), p)


@inlined
def relief_of(resident: Row, case: Row, domain: int) -> float:
    """What help adds to the fall of this need: nothing where helpers do not know, or it stays."""
    if not resident.known & (1 << domain):
        return 0.0
    stays = lasting.stays(resident.lasting, domain, resident.level[domain])
    return 0.0 if stays else float(case.relief[domain])


@inlined
def housemate_has(residents: Table, case: Row, row: int, domain: int) -> float:
    """1 where another member of the household has this need, else 0."""
    for other in range(case.start, case.start + case.size):
        if other != row and residents[other].level[domain] > 0:
            return 1.0
    return 0.0


@inlined
def onset_of(
    resident: Row, domain: int, lonelier: float, steep: float, p: NeedsParameters, scale: Numbers
) -> float:
    """The weekly rate of this need without others, for who is so much sooner lonely."""
    start = onset_at(domain, steep, p, scale)
    return start * (1.0 + lonelier) if domain == LONELY else start


@compiled
def happen(
    residents: Table,
    row: int,
    case: Row,
    week: int,
    even: float,
    which: float,
    p: NeedsParameters,
    scale: Numbers,
    passing: float = 0.0,
) -> tuple[int, float]:
    """What happens to one resident this week: the domain + 1, signed up or down, or 0 for nothing.

    And which part of a fall was due to help, 0 to 1.
    """
    total, age_band = 0.0, residents[row].age_band
    steep = slope(age_band, residents[row].disadvantage, p)
    up, down = np.zeros(DOMAIN_COUNT), np.zeros(DOMAIN_COUNT)
    for domain in range(DOMAIN_COUNT):
        if may_need(domain, age_band):
            up[domain], down[domain] = rates_of(
                residents, row, case, domain, week, steep, p, scale, passing
            )
            total += up[domain] + down[domain]
    if even >= chance_of(total):
        return 0, 0.0
    left = which * total
    for domain in range(DOMAIN_COUNT):
        if may_need(domain, age_band):
            if left < up[domain]:
                return domain + 1, 0.0
            left -= up[domain]
            if left < down[domain]:
                return -(domain + 1), relief_of(residents[row], case, domain) / down[domain]
            left -= down[domain]
    return 0, 0.0


@compiled
def at_most(
    resident: Row,
    week: int,
    lonelier: float,
    p: NeedsParameters,
    scale: Numbers,
    passing: float = 0.0,
) -> float:
    """A bound on the sum of all rates of this resident without help, until a level changes.

    It is that sum now, as if a housemate had every need and nobody longed more (``lonelier``):
    falls only slow with age. Where the even draw lies above it nothing can happen, and the rates
    need not be known. It never changes what happens, only how much is computed.
    """
    total = 0.0
    steep = slope(resident.age_band, resident.disadvantage, p)
    loneliest = max(lonelier, float(resident.lonelier))
    for domain in range(DOMAIN_COUNT):
        if may_need(domain, resident.age_band):
            start = onset_of(resident, domain, loneliest, steep, p, scale)
            total += rising(resident.level, domain, start, 1.0, p)
            if lasting.stays(resident.lasting, domain, resident.level[domain]):
                total += passing
            else:
                age = max(0, week - resident.since[domain])
                total += falling(resident.level, domain, age, 0.0, p)
    return ROUNDING * total


@compiled
def relieved_at_most(case: Row) -> float:
    """A bound on what help adds to the falls of anybody in this household."""
    if case.mode != OPEN:
        return 0.0
    total = 0.0
    for domain in range(DOMAIN_COUNT):
        total += case.relief[domain]
    return ROUNDING * total


@compiled
def forget_bounds(residents: Table) -> None:
    """Numbers may have changed: all bounds are found anew."""
    for resident in residents:
        resident.at_most = np.float32(UNKNOWN)


@compiled
def shock(residents: Table, neighbourhood: Row, p: ShocksParameters) -> None:
    """Needs begin more often or less often everywhere, from the week in which that is set."""
    before = 1.0 + neighbourhood.risen
    if np.float32(p.surge - 1.0) == np.float32(neighbourhood.risen):
        return
    times = shocks.risen(before, p.surge)
    for domain in range(DOMAIN_COUNT):
        neighbourhood.scale[domain] *= times
    for resident in residents:
        resident.onset = np.float32(times * resident.onset)
    neighbourhood.risen = np.float32(p.surge - 1.0)
    forget_bounds(residents)


@compiled
def first_need(resident: Row, which: float, p: NeedsParameters, scale: Numbers) -> int:
    """The domain of a first need, drawn in proportion to its rate."""
    left = which * resident.onset
    steep = slope(resident.age_band, resident.disadvantage, p)
    for domain in range(DOMAIN_COUNT):
        if may_need(domain, resident.age_band):
            left -= onset_of(resident, domain, float(resident.lonelier), steep, p, scale)
            if left < 0.0:
                return domain
    return -1


@compiled
def develop(
    residents: Table,
    cases: Table,
    week: int,
    key: Numbers,
    lonelier: float,
    p: NeedsParameters,
    lasts: LastingParameters,
    scale: Numbers,
) -> None:
    """Needs one week later. Those without a need cost one draw.

    ``lonelier`` is how much sooner than usual anybody can become lonely, as a share.
    """
    changed = np.empty(len(residents), dtype=np.int32)
    events = np.empty(len(residents), dtype=np.int8)
    helped = np.empty(len(residents), dtype=np.float32)
    even, count = draws(key, numbers_of(residents), week, NEEDS), 0
    passing = lasting.passing(lasts)
    for row in range(len(residents)):
        resident = residents[row]
        case = cases[resident.household]
        if case.troubled == 0:
            if even[row] < resident.onset and even[row] < chance_of(resident.onset):
                which = draw(key, resident.id, week, NEEDS_WHICH)
                domain = first_need(resident, which, p, scale)
                if domain >= 0:
                    changed[count], events[count], helped[count] = row, domain + 1, 0.0
                    count += 1
            continue
        if resident.at_most < 0.0:
            resident.at_most = np.float32(at_most(resident, week, lonelier, p, scale, passing))
        if even[row] < resident.at_most + relieved_at_most(case):
            which = draw(key, resident.id, week, NEEDS_WHICH)
            event, due_to_help = happen(
                residents, row, case, week, even[row], which, p, scale, passing
            )
            if event != 0:
                changed[count], events[count], helped[count] = row, event, due_to_help
                count += 1
    for number in range(count):
        come_about(residents, cases, changed[number], events[number], helped[number], week)
        resident = residents[changed[number]]
        lasting_needs.settle_in(resident, events[number], week, key, p.recovery, lasts)


@compiled
def come_about(
    residents: Table, cases: Table, row: int, event: int, due_to_help: float, week: int
) -> None:
    """What happened to one resident is written down, after all have been looked at."""
    resident = residents[row]
    case = cases[resident.household]
    domain = abs(event) - 1
    change(resident, case, domain, 1 if event > 0 else -1, week)
    if event > 0 and case.relapsed == 0 and case.mode != OPEN and week - case.closed <= YEAR:
        case.relapsed = np.uint8(1)
    if event < 0:
        case.eased[domain] += np.float32(due_to_help)
