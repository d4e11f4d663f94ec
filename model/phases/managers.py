"""Once in four weeks the managers of a region meet: ways of working, gates, tempo, shared cost.

A column of sentences between the weeks of neighbourhoods; rules say what happens.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.chance import PRACTICE, draw
from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.processes.facilitators import credibility
from model.processes.organisations import region, sharing, team_leaders, tempo
from model.processes.professionals import meeting
from model.state.axes import MUNICIPAL_BUDGETS
from model.state.kinds import Row, Table
from model.state.regional import WAYS, Regional

Ways = NDArray[np.int8]
FIRST_SHARED, SHARED_UNTIL = 1, 3
"""Support and youth care (of the municipal budgets) are bought together, and so shared."""


@compiled
def meet(regional: Regional, p: Parameters, week: int) -> None:
    """The meeting of managers in this week, and what changed in the four weeks before it."""
    members, common = regional.members, regional.regions[0]
    for row in range(len(members)):
        know_facilitator(members, row, p)
    divide_time(members, p)
    works = what_works(members)
    for row in range(len(members)):
        member = members[row]
        hear(member, row, works, common, p, week)
        real = work_differently(member, row, common, p, week)
        hope(member, real, p)
    see_the_gate(members, p)


@compiled
def paid_by(members: Table, row: int, p: Parameters) -> float:
    """The part of the regional facilitator that a municipality pays: by size, but for the city."""
    others = 0.0
    for other in members:
        others += other.residents if other.largest == 0 else 0.0
    if others == 0.0:
        return 1.0
    if members[row].largest == 1:
        return p.region.city_pays
    return (1.0 - p.region.city_pays) * members[row].residents / others


@compiled
def share_of(members: Table, row: int) -> float:
    """The share of a municipality in the residents of the region."""
    total = 0.0
    for member in members:
        total += member.residents
    return members[row].residents / total


@compiled
def know_facilitator(members: Table, row: int, p: Parameters) -> None:
    """Each manager has an equal part of the facilitator's time; trust is what is expected."""
    member = members[row]
    hours = MONTH * p.region.hours / len(members)
    left_of = meeting.kept(p.meeting)
    member.familiarity = np.float32(meeting.familiar(member.familiarity, hours, left_of, p.meeting))
    hats = region.suspected(
        paid_by(members, row, p), share_of(members, row), p.credibility.suspicion
    )
    strength = meeting.strength_of(float(member.familiarity), p.meeting)
    believed = credibility.credible(p.trust.between, hats) if p.region.hours > 0.0 else 0.0
    member.credibility = np.float32(strength * believed)


@compiled
def divide_time(members: Table, p: Parameters) -> None:
    """Time for change, what is asked, and who is helped by the city for what they gave it."""
    spare, wanting = 0.0, 0
    for member in members:
        time = tempo.capacity(member.largest == 1, p.tempo)
        member.asked = np.float32(p.tempo.pace * MONTH / tempo.YEAR)
        member.backlog += member.asked
        if member.largest == 0:
            gave = tempo.joined(time, p.tempo)
            member.balance += np.float32(gave)
            time -= gave
            wanting += 1
        else:
            spare += max(0.0, time - member.backlog)
        # time that was not used does not keep, but for a change half begun
        member.time = np.float32(min(member.time, 1.0) + time)
    for member in members:
        if member.largest == 0 and p.tempo.joining > 0.0:
            wanted = max(0.0, member.backlog - member.time)
            help_ = tempo.helped(wanted, spare / wanting, member.balance, p.tempo)
            member.time += np.float32(help_)
            member.balance -= np.float32(help_)


@compiled
def work_differently(member: Row, row: int, common: Row, p: Parameters, week: int) -> float:
    """Four weeks of ways of working in one municipality; changes that were asked and made."""
    really = tempo.done(member.backlog, member.time, 0.0)
    member.paper = np.float32(max(0.0, member.backlog - really))
    member.paperwork = np.float32(tempo.paperwork(float(member.paper), p.tempo))
    member.backlog = np.float32(0.0)
    member.time -= np.float32(really)
    member.begun += np.float32(really)
    changes = int(member.begun)
    member.begun -= np.float32(changes)
    adopt(member, changes, common, p, week)
    fitting = 0
    for way in range(WAYS):
        one_way(member, way, row, common, p, week)
        fitting += 1 if member.practice[way] == member.reality[way] else 0
    member.fit = np.float32(fitting / WAYS)
    usual = region.usual_fit(p.region)
    member.strength = np.float32(region.strengthened(fitting / WAYS, usual, p.region))
    return really


@compiled
def what_works(members: Table) -> Ways:
    """Ways of working, 1 or -1, of each municipality they suit; 0 where what is done does not."""
    works = np.zeros((len(members), WAYS), dtype=np.int8)
    for row in range(len(members)):
        member = members[row]
        for way in range(WAYS):
            if member.practice[way] == member.reality[way]:
                works[row, way] = member.practice[way]
    return works


@compiled
def hear(member: Row, row: int, works: Ways, common: Row, p: Parameters, week: int) -> None:
    """What the team leader of one other municipality tells that works there, and is taken over."""
    chance, others = team_leaders.taken_over(p.team_leaders), len(works) - 1
    if chance == 0.0 or others == 0:
        return
    for way in range(WAYS):
        who = row * WAYS + way
        if draw(common.key, who, week, PRACTICE, 4) < chance:
            other = int(draw(common.key, who, week, PRACTICE, 5) * others)
            told = works[other + 1 if other >= row else other, way]
            if told != 0:
                member.practice[way] = told


@compiled
def gathered(p: Parameters) -> float:
    """Hours a week that the meetings of team leaders take of the team in one neighbourhood."""
    return team_leaders.attended(p.team_leaders)


@compiled
def adopt(member: Row, changes: int, common: Row, p: Parameters, week: int) -> None:
    """Changes that the region asked and that were made: the same ways of working everywhere."""
    bound = int(p.region.principles * WAYS)
    for change in range(min(changes, WAYS)):
        even = draw(common.key, change, week, PRACTICE, 20)
        if bound > 0:
            way = int(even * bound)
            member.practice[way] = common.common[way]


@compiled
def one_way(member: Row, way: int, row: int, common: Row, p: Parameters, week: int) -> None:
    """One way of working in four weeks: lost, learnt, trained, or ended as a deviation."""
    key, who = common.key, row * WAYS + way
    bound = way < int(p.region.principles * WAYS)
    apart = bound and member.practice[way] != common.common[way]
    member.apart[way] = np.uint16(min(60000, member.apart[way] + MONTH) if apart else 0)
    if draw(key, who, week, PRACTICE, 0) < region.slips(p.region):
        tails = draw(key, who, week, PRACTICE, 1) < 0.5
        member.practice[way] = np.int8(1 if tails else -1)
    own = 1.0 - (1.0 - region.adapts(p.region)) * (1.0 - region.trained(p.region.training_own))
    if member.practice[way] != member.reality[way] and draw(key, who, week, PRACTICE, 2) < own:
        member.practice[way] = member.reality[way]
    if bound and member.practice[way] != common.common[way]:
        taught = draw(key, who, week, PRACTICE, 3) < region.trained(p.region.training)
        if taught or insisted(member, way, common, p):
            member.practice[way] = common.common[way]


@compiled
def insisted(member: Row, way: int, common: Row, p: Parameters) -> bool:
    """Whether a deviation was noticed, put on the agenda, and ended by the managers."""
    seen_after = team_leaders.noticed(p.region.lag, p.team_leaders)
    if p.region.hours <= 0.0 or member.apart[way] < seen_after:
        return False
    return region.persuaded(member.credibility, common.importance[way], member.reason[way])


@compiled
def hope(member: Row, really: float, p: Parameters) -> None:
    """Results as they are seen, and expectations of them."""
    if member.asked > 0.0:
        share = min(1.0, really / member.asked)
        rate = 1.0 - 0.5 ** (MONTH / p.tempo.sobering)
        member.results += np.float32(rate * (share - member.results))
    news = tempo.announced(member.asked)
    member.expected = np.float32(tempo.expected(member.expected, news, member.results, p.tempo))


@compiled
def see_the_gate(members: Table, p: Parameters) -> None:
    """Strictness of all municipalities, from what each was at before the meeting."""
    mean = 0.0
    for row in range(len(members)):
        mean += share_of(members, row) * members[row].strictness
    for row in range(len(members)):
        member = members[row]
        own = sharing.price(p.sharing.risk_sharing, share_of(members, row))
        strictness = sharing.stricter(member.strictness, own, overspent(member), p.sharing)
        agreed = region.trained(p.region.principles * member.credibility)
        strictness += agreed * (mean - member.strictness)
        member.strictness = np.float32(strictness)
        member.access = np.float32(sharing.access(strictness))


@compiled
def overspent(member: Row) -> float:
    """The share by which what falls to a municipality exceeds what might be paid this year."""
    paid, granted = 0.0, 0.0
    for budget in range(MUNICIPAL_BUDGETS):
        paid += member.charged[budget]
        granted += member.granted[budget]
    return paid / granted - 1.0 if granted > 0.0 else 0.0


@compiled
def share_cost(members: Table, p: Parameters) -> None:
    """What falls to each municipality of what all have paid this year."""
    for budget in range(MUNICIPAL_BUDGETS):
        pool = 0.0
        for member in members:
            pool += member.own[budget]
        shared = FIRST_SHARED <= budget < SHARED_UNTIL
        for row in range(len(members)):
            member = members[row]
            part = p.sharing.risk_sharing if shared else 0.0
            member.charged[budget] = sharing.charged(
                member.own[budget], pool, share_of(members, row), part
            )


@compiled
def sour(commitment: float, member: Row, p: Parameters) -> float:
    """Commitment of the board of a municipality that hoped for more than it saw."""
    return tempo.soured(commitment, member.expected, member.results, p.tempo)


@compiled
def settle_in(regional: Regional, p: Parameters) -> None:
    """The first day of a region: what fits where, what is done, and the reasons to differ."""
    members, common = regional.members, regional.regions[0]
    usual = region.usual_fit(p.region)
    for way in range(WAYS):
        draws = (
            draw(common.key, way, 0, PRACTICE, 10),
            draw(common.key, way, 0, PRACTICE, 11),
        )
        common.common[way] = np.int8(1 if draws[0] < 0.5 else -1)
        common.importance[way] = np.float32(draws[1])
    for row in range(len(members)):
        member = members[row]
        for way in range(WAYS):
            who = row * WAYS + way
            usually = common.common[way]
            alike = draw(common.key, who, 0, PRACTICE, 12) < p.region.similarity
            heads = draw(common.key, who, 0, PRACTICE, 13) < 0.5
            member.reality[way] = usually if alike else np.int8(1 if heads else -1)
            fits = draw(common.key, who, 0, PRACTICE, 14) < usual
            member.practice[way] = member.reality[way] if fits else np.int8(-member.reality[way])
            # who departs from what was agreed has more reason to where that does not fit
            reason = draw(common.key, who, 0, PRACTICE, 15)
            follows = member.reality[way] == usually
            member.reason[way] = np.float32(p.region.fitting_reason * reason if follows else reason)
        member.strength, member.access = np.float32(1.0), np.float32(1.0)
        member.results, member.expected = np.float32(0.0), np.float32(0.0)
        member.fit = np.float32(usual)
