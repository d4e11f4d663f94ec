"""Phase 4: hours. What was promised, what there is time for, and what is left."""

from __future__ import annotations

import math

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.phases import (
    access,
    agreed_hours,
    leading,
    light_help,
    outreach,
    placing,
    progress,
    promises,
    side_by_side,
    teams,
    telling,
    tenders,
)
from model.processes.organisations import direct, monitoring, spending
from model.processes.professionals import hours, repertoire
from model.state import bits
from model.state.axes import (
    BOARD,
    ORGANISATION_COUNT,
    PROFESSIONAL,
    TEAM,
    WELFARE,
)
from model.state.bits import LOWEST
from model.state.events import NEED_GONE
from model.state.kinds import Row, Table
from model.state.posts import paid_as
from model.state.state import State
from model.state.tables import JOINT, NOT_ASKED, OPEN, SINGLE


@compiled
def divide(state: State, p: Parameters, week: int) -> None:
    """Everybody's week: facilitators first, because their money may free other people's time."""
    extra_money(state, p, week)
    access.pay_desk(state, p)
    agreed_hours.facilitators_week(state, state.contracts[0], p.facilitator, p, week)
    agreed_hours.facilitators_week(state, state.contracts[1], p.second_facilitator, p, week)
    progress.inform(state, p)
    sum_up_promises(state, p)
    for organisation in range(ORGANISATION_COUNT):
        if organisation != BOARD:
            organisations_week(state, organisation, p)
    seeking(state)


@compiled
def extra_money(state: State, p: Parameters, week: int) -> None:
    """What extra money buys this week: team hours, less administration, support of initiatives."""
    neighbourhood = state.neighbourhoods[0]
    money, residents = p.spending, neighbourhood.residents
    team = spending.weekly(money.extra, residents, money.on_team_hours, week, money)
    support = spending.weekly(money.extra, residents, money.on_administration, week, money)
    if direct.no_team(p.direct):
        team, support = 0.0, 0.0
    neighbourhood.added = np.float32(team / money.price[TEAM])
    neighbourhood.relieved = np.float32(money.relieving * support / money.price_administration)
    together = spending.weekly(money.extra, residents, money.on_initiatives, week, money)
    neighbourhood.fund = np.float32(p.initiatives.as_fund * together)
    hours_bought = (1.0 - p.initiatives.as_fund) * together / money.price[WELFARE]
    neighbourhood.supporting = np.float32(hours_bought)
    flows = state.flows[0].euros
    spending.pay(flows, state.budgets, 0, state.organisations, TEAM, team + support)
    spending.pay(flows, state.budgets, 0, state.organisations, WELFARE, together)
    state.budgets[0].extra += team + support + together
    state.system[0].extra_cost[0] += team + support + together


@compiled
def sum_up_promises(state: State, p: Parameters) -> None:
    """Care and coordination hours that each actor promised, from the cases themselves.

    Hours withdrawn from light help that go to residents' initiatives stand with the coordination.
    """
    cases, actors, active = state.cases, state.actors, state.active
    neighbourhood = state.neighbourhoods[0]
    weight, teamed = neighbourhood.weight, 0
    searching = tenders.searching_of(state, p)
    progress.take_time(state, p)
    alongside = np.zeros((len(actors), len(actors)))
    for number in range(neighbourhood.active):
        case = cases[active[number]]
        if case.mode != OPEN:
            continue
        teamed |= case.teamed
        case.touch = np.float32(0.0)
        helped = bits.helped(case)
        shifted = light_help.shifted_of(case, neighbourhood, p)
        parties = promises.of_care(case, helped, shifted, actors, weight, p)
        if parties > 1:
            if case.form != SINGLE and case.open < p.pockets.search_weeks:
                holder = actors[case.holder]
                search = searching[holder.organisation]
                holder.coordination += search * promises.longer(holder, p) * weight
            if case.form == JOINT:
                promises.of_coordination(case, helped, parties, actors, weight, p)
            else:
                side_by_side.count_pairs(case, state.pairs, alongside)
    side_by_side.spend(state, alongside, p)
    leading.spend(state, p)
    if teamed or p.team_choice.residents > 0.0:
        teams.acquaint(state, p)


@compiled
def organisations_week(state: State, row: int, p: Parameters) -> None:
    """One organisation: the care hours there are, the load, and what each has left."""
    organisation = state.organisations[row]
    posted, capacity, committed = posts_of(state.actors, row), 0.0, 0.0
    admin = admin_of(state.neighbourhoods[0], row, posted, p)
    for actor in state.actors:
        if actor.role == PROFESSIONAL and actor.organisation == row:
            kept_free = max(p.hours.protected * actor.colleagues, actor.coordination)
            week = hours_of(state.neighbourhoods[0], actor, posted, p)
            around = around_cases(actor, admin, p)
            outreach.keep_free(actor, week * (1.0 - around) - kept_free - actor.aside, p)
            aside = actor.aside + actor.going
            actor.capacity = np.float32(hours.care_capacity(week, around, kept_free, aside))
            if actor.vacant > 0:
                actor.capacity = np.float32(0.0)
            capacity += actor.capacity
            committed += actor.committed
    load = (committed + organisation.queue) / max(1.0, capacity)
    share_out_slack(state.actors, row, load, p)


@compiled
def posts_of(actors: Table, row: int) -> float:
    """Contract hours a week of all seats in an organisation."""
    total = 0.0
    for actor in actors:
        if actor.role == PROFESSIONAL and actor.organisation == row:
            total += actor.hours
    return max(1e-9, total)


@compiled
def admin_of(neighbourhood: Row, row: int, posted: float, p: Parameters) -> float:
    """Share of the week on administration, decisions too, less what support staff take over.

    The team alone gives the hours of its leader's meetings in a region.
    """
    relieved = neighbourhood.relieved / posted if row == TEAM else 0.0
    deciding = access.hours_of_team(neighbourhood, p) / posted if row == TEAM else 0.0
    counted = monitoring.share_of_week(p.hours.week, p.monitoring)
    gathered = neighbourhood.gathered / posted if row == TEAM else 0.0
    reading = neighbourhood.reading / p.hours.week
    return max(0.0, p.hours.admin + counted + reading + deciding + gathered - relieved)


@compiled
def around_cases(actor: Row, admin: float, p: Parameters) -> float:
    """Share of the week on what goes with cases: longer where one begins with the resident."""
    return min(1.0, admin * math.exp(repertoire.takes(actor, repertoire.OUTSIDE_IN, p.repertoire)))


@compiled
def hours_of(neighbourhood: Row, actor: Row, posted: float, p: Parameters) -> float:
    """Hours of a seat this week, extra team hours among them."""
    added = neighbourhood.added / posted if actor.organisation == TEAM else 0.0
    return hours.of_seat(actor.hours, paid_as(actor), p.hours) * (1.0 + added)


@compiled
def share_out_slack(actors: Table, row: int, load: float, p: Parameters) -> None:
    """What each professional has left for others and for going out, and what the load does."""
    for actor in actors:
        if actor.role != PROFESSIONAL or actor.organisation != row:
            continue
        actor.load = np.float32(load)
        actor.strain = np.float32(hours.strained(actor.strain, felt(actor, load, p), p.hours))
        if actor.vacant > 0:
            actor.slack, actor.outreach = np.float32(0.0), np.float32(0.0)
            continue
        free = max(0.0, actor.capacity - actor.committed)
        kept_free = max(0.0, p.hours.protected * actor.colleagues - actor.coordination)
        more = min(outreach.wanted(actor, p) - actor.going, free)
        actor.outreach = np.float32(actor.going + more)
        actor.slack = np.float32(free - more + kept_free)


@compiled
def felt(actor: Row, load: float, p: Parameters) -> float:
    """The load as somebody feels it who is engaged, and there at any hour."""
    price = repertoire.takes(actor, repertoire.ENGAGED, p.repertoire)
    price += repertoire.takes(actor, repertoire.ANY_HOUR, p.repertoire)
    return 1.0 + (load - 1.0) * math.exp(price) if load > 1.0 else load


@compiled
def settle(state: State, p: Parameters) -> None:
    """What is promised once all have been taken up, what is delivered of it, and the hour books."""
    tidy(state, p)
    sum_up_promises(state, p)
    for row in range(ORGANISATION_COUNT):
        if row != BOARD:
            keep_books(state, row, p)


@compiled
def tidy(state: State, p: Parameters) -> None:
    """Promised hours follow severity; help with a need that is gone stops."""
    residents, cases, neighbourhood = state.residents, state.cases, state.neighbourhoods[0]
    active, parts = state.active, light_help.parts_of_light(state.actors, p)
    for number in range(neighbourhood.active):
        case = cases[active[number]]
        if case.mode != OPEN:
            continue
        shifted = light_help.shifted_of(case, neighbourhood, p)
        left = bits.asked(case)
        while left:
            domain, left = LOWEST[left], left & (left - 1)
            level = placing.highest_known(residents, case, domain)
            light_help.promise(case, domain, level, shifted, parts, p)
            if level == 0:
                case.stage[domain] = np.uint8(NOT_ASKED)
                case.relief[domain] = np.float32(0.0)
                case.domains &= np.uint8(255 - (1 << domain))
                if len(state.log) > 0:
                    telling.ended(state, case, 1 << domain, NEED_GONE)


@compiled
def keep_books(state: State, row: int, p: Parameters) -> None:
    """Where the hours of one organisation went this week: every hour once."""
    organisation, system = state.organisations[row], state.system[0]
    posted, capacity, committed, spare = posts_of(state.actors, row), 0.0, 0.0, 0.0
    admin = admin_of(state.neighbourhoods[0], row, posted, p)
    for actor in state.actors:
        if actor.role != PROFESSIONAL or actor.organisation != row:
            continue
        week = hours_of(state.neighbourhoods[0], actor, posted, p)
        system.available_hours += week
        committed += actor.committed
        if actor.vacant > 0:
            system.absent_hours += week
            continue
        # coordination never takes more than the week has; care takes what then is left
        around = around_cases(actor, admin, p)
        coordinated = min(float(actor.coordination), week * (1.0 - around))
        left = week * (1.0 - around) - coordinated
        learnt = min(float(actor.aside), left)
        went = min(float(actor.going), left - learnt)
        capacity += min(float(actor.capacity), left - learnt - went)
        system.admin_hours += week * around
        system.coordination_hours += coordinated
        system.learning_hours += learnt
        system.outreach_hours += went
        spare += max(0.0, left - learnt - went - actor.capacity)
    delivered = deliver(state, organisation, capacity, committed, p)
    use_what_is_left(state, row, spare + capacity - delivered)


@compiled
def deliver(
    state: State, organisation: Row, capacity: float, committed: float, p: Parameters
) -> float:
    """Care hours delivered this week, overtime among them; colleagues stand in for each other."""
    load = committed / max(1e-9, capacity)
    overtime = min(hours.pushed(load, p.hours) * capacity, max(0.0, committed - capacity))
    organisation.ratio = np.float32(min(1.0, (capacity + overtime) / max(1e-9, committed)))
    delivered = float(committed * organisation.ratio)
    state.system[0].overtime_hours += overtime
    state.system[0].care_hours += delivered
    return delivered - overtime


@compiled
def use_what_is_left(state: State, row: int, left: float) -> None:
    """Hours that care did not take: for meeting, for going out, and the rest."""
    system = state.system[0]
    for actor in state.actors:
        if actor.role == PROFESSIONAL and actor.organisation == row and actor.vacant == 0:
            for_others = min(float(actor.meeting), max(0.0, left))
            more = float(actor.outreach - actor.going)
            outside = min(max(0.0, more), max(0.0, left - for_others))
            system.meeting_hours += for_others
            system.outreach_hours += outside
            left -= for_others + outside
    system.idle_hours += left


@compiled
def seeking(state: State) -> None:
    """Hours a week that seek people out, by professionals and facilitators."""
    total = 0.0
    for actor in state.actors:
        total += actor.outreach
    state.neighbourhoods[0].outreach = np.float32(total)
