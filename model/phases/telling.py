"""What phases note of a week when somebody asked for a log. Nothing here changes what happens.

Where there is no log each function ends at once, and sentences that come by often ask first. What
a rule decided is read from the state before and after it: rules know nothing of being watched.
"""

from __future__ import annotations

import numpy as np

from model.chance import MOVING, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import placing
from model.processes.organisations import ownership
from model.processes.residents import moving
from model.state import events
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL
from model.state.events import NO_TIME, NOBODY, NOTHING, note
from model.state.kinds import Numbers, Row
from model.state.state import State
from model.state.strengths import KNOW_WELL, TOUCH_LOST_BELOW
from model.state.tables import ASKED, HELPING, NOT_ASKED


@compiled
def of_case(
    state: State, case: Row, kind: int, reason: int, domain: int, who: int, whom: int, number: float
) -> None:
    """Something that happened to a household."""
    household = int(state.residents[case.start].household)
    week = int(state.period[0].week)
    note(state.log, week, kind, reason, household, domain, who, whom, NOBODY, number)


@compiled
def elsewhere(
    state: State, kind: int, reason: int, who: int, whom: int, organisation: int, number: float
) -> None:
    """Something that happened among those who work here."""
    week = int(state.period[0].week)
    note(state.log, week, kind, reason, NOBODY, NOBODY, who, whom, organisation, number)


@compiled
def moves(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """Households that are about to leave, by the rule and the luck by which they will."""
    for case in state.cases:
        even = draw(key, int(case.id), week, MOVING)
        if moving.leaves(even, p.moving):
            of_case(state, case, events.MOVED, NOTHING, NOBODY, NOBODY, NOBODY, 0.0)


@compiled
def departures(state: State) -> None:
    """Professionals who left of themselves this week: only then a seat has no tenure at all."""
    for row in range(len(state.actors)):
        actor = state.actors[row]
        if actor.role == PROFESSIONAL and actor.tenure == 0:
            elsewhere(state, events.LEFT, events.STRAIN, row, NOBODY, int(actor.organisation), 0.0)


@compiled
def before(state: State) -> tuple[Numbers, Numbers]:
    """Levels of need and strengths of ties as the week finds them; nothing without a log."""
    people, actors = 0, 0
    if len(state.log) > 0:
        people, actors = len(state.residents), len(state.actors)
    levels = np.empty((people, DOMAIN_COUNT), dtype=np.uint8)
    strengths = np.empty((actors, actors), dtype=np.float32)
    for row in range(people):
        for domain in range(DOMAIN_COUNT):
            levels[row, domain] = state.residents[row].level[domain]
    for i in range(actors):
        for j in range(actors):
            strengths[i, j] = state.pairs[i, j].strength
    return levels, strengths


@compiled
def changes(state: State, levels: Numbers, strengths: Numbers) -> None:
    """Needs that grew or fell in this week, and ties that were made or faded."""
    for row in range(len(levels)):
        resident = state.residents[row]
        case = state.cases[resident.household]
        for domain in range(DOMAIN_COUNT):
            now = resident.level[domain]
            if now != levels[row, domain]:
                kind = events.NEED_GREW if now > levels[row, domain] else events.NEED_FELL
                of_case(state, case, kind, NOTHING, domain, NOBODY, NOBODY, float(now))
    for i in range(len(strengths)):
        for j in range(i):
            earlier, now = strengths[i, j], state.pairs[i, j].strength
            if earlier < KNOW_WELL <= now:
                elsewhere(state, events.ACQUAINTED, NOTHING, i, j, NOBODY, float(now))
            elif now < TOUCH_LOST_BELOW <= earlier:
                elsewhere(state, events.LOST_TOUCH, NOTHING, i, j, NOBODY, float(now))


@compiled
def seen(state: State, resident: Row, unknown: int, gate: int, how: int) -> None:
    """Needs that nobody knew and that have come into view: at which gate, and how."""
    week, household = int(state.period[0].week), int(resident.household)
    for domain in range(DOMAIN_COUNT):
        if unknown & int(resident.known) & (1 << domain):
            note(state.log, week, events.SEEN, how, household, domain, NOBODY, NOBODY, gate, 0.0)


@compiled
def waiting(state: State, case: Row, p: Parameters) -> None:
    """Help that was asked for and did not begin within its term."""
    for domain in range(DOMAIN_COUNT):
        if placing.overdue(case, domain, p):
            asker, asked = int(case.asker[domain]), int(case.worker[domain])
            of_case(state, case, events.PROMISE_BROKEN, events.IN_TIME, domain, asker, asked, 0.0)


@compiled
def begun(state: State, case: Row, domain: int, actor: int, p: Parameters) -> None:
    """Help that was asked of somebody is about to begin."""
    asker, asked = int(case.asker[domain]), int(case.worker[domain])
    if placing.in_time(case, domain, p):
        of_case(state, case, events.PROMISE_KEPT, events.IN_TIME, domain, asker, asked, 0.0)
    weeks = float(case.weeks[domain]) + float(case.took[domain])
    of_case(state, case, events.HELP_BEGAN, NOTHING, domain, actor, asker, weeks)


@compiled
def taken_up(state: State, case: Row) -> None:
    """Who took up a household, and whether the plan may be what it should be."""
    holder = int(case.holder)
    waited = max(0.0, float(case.waiting) - 1.0)
    of_case(state, case, events.TAKEN_UP, NOTHING, NOBODY, holder, NOBODY, waited)
    if case.fit < 1.0 or case.escalated > 0:
        reason = events.UPWARDS if case.escalated > 0 else events.RULES
        of_case(state, case, events.PLAN_SHORT, reason, NOBODY, holder, NOBODY, float(case.fit))


@compiled
def unplaced(state: State, case: Row) -> int:
    """Bits: known needs for which nobody has been asked yet."""
    bits = 0
    for domain in range(DOMAIN_COUNT):
        known = placing.highest_known(state.residents, case, domain) > 0
        if known and case.stage[domain] == NOT_ASKED and case.domains & (1 << domain):
            bits |= 1 << domain
    return bits


@compiled
def placed(state: State, case: Row, needs: int) -> None:
    """What became of needs for which nobody had been asked."""
    holder = int(case.holder)
    for domain in range(DOMAIN_COUNT):
        if not needs & (1 << domain):
            continue
        asked = int(case.worker[domain])
        if case.stage[domain] == HELPING:
            of_case(state, case, events.HELP_BEGAN, NOTHING, domain, asked, holder, 0.0)
        elif case.stage[domain] == ASKED:
            of_case(state, case, events.ASKED_TOO, NOTHING, domain, holder, asked, 0.0)
        else:
            of_case(state, case, events.LOST_ON_THE_WAY, NOTHING, domain, holder, NOBODY, 0.0)


@compiled
def owned(
    state: State, case: Row, even: float, parties: int, clear: float, agreed: bool, p: Parameters
) -> None:
    """Who took the whole question: as was agreed, of oneself, or appointed by a facilitator."""
    alone = ownership.taken(clear, max(1, parties), p.ownership)
    reason = events.OF_ONESELF if even < alone else events.APPOINTED
    reason = events.AGREED if agreed else reason
    of_case(state, case, events.OWNED, reason, NOBODY, int(case.holder), NOBODY, 0.0)


@compiled
def form(state: State, case: Row, parties: int, answer: tuple[int, int]) -> None:
    """One plan, or who was against it and why."""
    against, reason = answer
    holder = int(case.holder)
    if against == NOBODY:
        of_case(state, case, events.JOINED, NOTHING, NOBODY, holder, NOBODY, float(parties))
        return
    who = holder if against == NO_TIME else int(case.worker[against])
    party = int(state.actors[who].organisation)
    week, household = int(state.period[0].week), int(state.residents[case.start].household)
    domain = max(NOBODY, against)
    note(state.log, week, events.REFUSED, reason, household, domain, who, NOBODY, party, 0.0)


@compiled
def eased(state: State) -> None:
    """Needs that fell this week, and the part that help had in it."""
    listed = state.neighbourhoods[0].active if len(state.log) > 0 else 0
    for number in range(listed):
        case = state.cases[state.active[number]]
        for domain in range(DOMAIN_COUNT):
            part = float(case.eased[domain])
            if part > 0.0:
                helper = int(case.worker[domain])
                of_case(state, case, events.HELP_EASED, NOTHING, domain, helper, NOBODY, part)


@compiled
def helped(case: Row) -> int:
    """Bits: needs with which somebody helps."""
    bits = 0
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] == HELPING:
            bits |= 1 << domain
    return bits


@compiled
def ended(state: State, case: Row, needs: int, reason: int) -> None:
    """Which help ended, of the needs that had it."""
    for domain in range(DOMAIN_COUNT):
        if needs & (1 << domain) and case.stage[domain] != HELPING:
            helper = int(case.worker[domain])
            of_case(state, case, events.HELP_ENDED, reason, domain, helper, NOBODY, 0.0)
