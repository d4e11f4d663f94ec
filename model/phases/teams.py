"""Phases 4, 6, 7, 8 and 10: who joins around a household with several needs, and what it takes.

Someone's craft in each kind of need is drawn by that person's own number, so it stays with the
person; only how much it is used is remembered.
"""

from __future__ import annotations

import numpy as np

from model.chance import CRAFT, NEW_FACE, TEAM_PLACE, WISH, draw
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import light_help
from model.processes.professionals import craft, meeting, team_choice
from model.processes.residents import responsibility
from model.state.axes import DOMAIN_COUNT, PROFESSIONAL
from model.state.events import NOBODY
from model.state.kinds import Numbers, Row, Table
from model.state.posts import serves
from model.state.state import State
from model.state.strengths import KNOW_WELL
from model.state.tables import HELPING, OPEN

OF_WORK_AND_HOUSING = (0, 1, 2)
"""Domains of income, work and housing."""


@compiled
def chosen_for(
    case: Row,
    domain: int,
    organisation: int,
    who: int,
    actors: Table,
    pairs: Table,
    week: int,
    key: Numbers,
    p: Parameters,
) -> int:
    """The professional there who is chosen for this need; NOBODY where the usual one is asked."""
    several = case.domains & (case.domains - 1) != 0
    if not several or (p.team_choice.incumbents >= 1.0 and p.team_choice.repeating >= 1.0):
        return NOBODY
    first = draw(key, who, week, TEAM_PLACE, domain)
    second = draw(key, who, week, TEAM_PLACE, DOMAIN_COUNT + domain)
    kind = team_choice.place_goes_to(first, second, p.team_choice)
    if kind == team_choice.PARTNER:
        return NOBODY
    best, most = NOBODY, -1.0
    for row in range(len(actors)):
        actor = actors[row]
        if row == case.holder or not could_join(actor, organisation, domain):
            continue
        strength = float(pairs[case.holder, row].strength)
        new = strength < p.team_choice.acquainted
        if new != (kind == team_choice.NEW_FACE):
            continue
        score = draw(key, actor.id, week, NEW_FACE, who)
        if new:
            score = craft.stands_out(score, float(actor.practised[domain]), p.craft)
        else:
            score = team_choice.seems(good_at(actor, domain, key, p), strength)
            score += craft.known_for(float(actor.practised[domain]), strength, p.craft)
        if score > most:
            best, most = row, score
    if best >= 0:
        case.teamed |= np.uint8(1 << domain)
    return best


@compiled
def could_join(actor: Row, organisation: int, domain: int) -> bool:
    """Whether this is a professional of that organisation, for this need, who is there."""
    there = actor.role == PROFESSIONAL and actor.organisation == organisation
    return there and actor.vacant == 0 and serves(actor, domain)


@compiled
def good_at(actor: Row, domain: int, key: Numbers, p: Parameters) -> float:
    """How good this person is at one kind of need, 0 to 1: by nature, and by use of late."""
    drawn = draw(key, actor.id, 0, CRAFT, domain)
    return craft.grown(drawn, float(actor.practised[domain]), p.craft)


@compiled
def is_chosen(case: Row, domain: int) -> bool:
    """Whether who helps or was asked here was chosen for this situation."""
    return (int(case.teamed) >> domain) & 1 == 1


@compiled
def joins_oneself(case: Row, domain: int, needed: float, usual: int, actors: Table) -> int:
    """Who takes up what was asked: the chosen one who has the time, else a colleague."""
    if domain < 0 or not is_chosen(case, domain):
        return usual
    actor = actors[case.worker[domain]]
    if actor.vacant == 0 and actor.capacity - actor.committed >= needed:
        return int(case.worker[domain])
    return usual


@compiled
def colleague_stands_in(case: Row, domain: int, actor: int) -> None:
    """Whoever comes instead of the chosen one was not chosen."""
    if actor != case.worker[domain]:
        case.teamed &= np.uint8(255 - (1 << domain))


@compiled
def strengthens(case: Row, domain: int, actors: Table, key: Numbers, p: Parameters) -> float:
    """What help with one need is worth by who gives it, against that of whoever comes."""
    if not is_chosen(case, domain):
        return 1.0
    good = good_at(actors[case.worker[domain]], domain, key, p)
    return team_choice.brings(good, p.team_choice)


@compiled
def asks_trade(case: Row, domain: int, p: Parameters) -> float:
    """The least chance that the team asks the trade itself for this need."""
    several = case.domains & (case.domains - 1) != 0
    return p.team_choice.beyond_care if several and domain in OF_WORK_AND_HOUSING else 0.0


@compiled
def acquaint(state: State, p: Parameters) -> None:
    """Hours a week that holders and new members spend on each other, as coordination.

    Own people who join take as much of the holder as a stranger does. Cases are counted first, so
    that their order makes no difference to a sum.
    """
    actors, weight = state.actors, state.neighbourhoods[0].weight
    new, strangers = new_members(state, p), new_strangers(state, p)
    for i in range(len(actors)):
        if strangers[i] > 0.0:
            actors[i].coordination += strangers[i] * weekly(0.0, p) * weight
        for j in range(len(actors)):
            if new[i, j] > 0.0:
                hours = new[i, j] * weekly(state.pairs[i, j].strength, p) * weight
                actors[i].coordination += hours
                actors[j].coordination += hours


@compiled
def new_members(state: State, p: Parameters) -> Numbers:
    """Needs in which a chosen member began not long ago, matrix [holder, member]."""
    count = len(state.actors)
    new = np.zeros((count, count))
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN or case.teamed == 0:
            continue
        for domain in range(DOMAIN_COUNT):
            fresh = case.stage[domain] == HELPING and case.weeks[domain] < p.team_choice.fresh
            if fresh and is_chosen(case, domain) and case.worker[domain] != case.holder:
                new[case.holder, case.worker[domain]] += 1.0
    return new


@compiled
def new_strangers(state: State, p: Parameters) -> Numbers:
    """Cases opened not long ago in which own people join, by holder."""
    new = np.zeros(len(state.actors))
    if p.team_choice.residents <= 0.0:
        return new
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        several = case.domains & (case.domains - 1) != 0
        fresh = case.mode == OPEN and case.open < p.team_choice.fresh
        if fresh and several and case.informal > 0.0:
            new[case.holder] += 1.0
    return new


@compiled
def weekly(strength: float, p: Parameters) -> float:
    """Hours a week that two people who know each other so well spend on it at first."""
    return team_choice.costs(strength, p.team_choice) / meeting.MONTH


@compiled
def get_acquainted(state: State, p: Parameters) -> None:
    """A month in which holders and those they chose spent hours on each other."""
    weight, actors, pairs = state.neighbourhoods[0].weight, state.actors, state.pairs
    new = new_members(state, p)
    for i in range(len(actors)):
        for j in range(len(actors)):
            if new[i, j] > 0.0:
                people = max(1.0, max(actors[i].colleagues, actors[j].colleagues))
                each = meeting.MONTH * weekly(pairs[i, j].strength, p)
                hours = np.float32(new[i, j] * each * weight / people)
                pairs[i, j].together += hours
                pairs[j, i].together += hours


@compiled
def asked_to_join(state: State, key: Numbers, p: Parameters) -> Numbers:
    """Hours a week that teams ask of own people with light needs, array [home].

    A home that does not want its own people involved asks nothing of them.
    """
    hours = np.zeros(len(state.cases))
    if p.team_choice.residents <= 0.0:
        return hours
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN or case.domains & (case.domains - 1) == 0:
            continue
        who = state.residents[case.start].id
        if not responsibility.wishes(draw(key, who, 0, WISH), p.responsibility):
            light = light_help.all_light(case, state.actors, p)[1]
            hours[case.id] = p.team_choice.residents * light
    return hours


@compiled
def count_place(
    case: Row, domain: int, contact: int, pairs: Table, tally: Row, weight: float, p: Parameters
) -> None:
    """Somebody was asked to join around several needs: known or not, chosen or as usual."""
    if case.domains & (case.domains - 1) != 0:
        tally.places += weight
        tally.places_chosen += weight if is_chosen(case, domain) else 0.0
        new = pairs[case.holder, contact].strength < p.team_choice.acquainted
        tally.places_new += weight if new else 0.0


@compiled
def count_network(state: State) -> None:
    """How many professionals hang together in one network."""
    system = state.system[0]
    system.largest += largest_part(state.actors, state.pairs)
    system.networks += 1.0


@compiled
def largest_part(actors: Table, pairs: Table) -> float:
    """The share of posts in the largest group that hangs together by ties both ways."""
    count, total, largest = len(actors), 0.0, 0.0
    seen = np.zeros(count, dtype=np.bool_)
    line = np.empty(count, dtype=np.int64)
    for start in range(count):
        if seen[start] or actors[start].role != PROFESSIONAL:
            continue
        seen[start], line[0], first, last, posts = True, start, 0, 1, 0.0
        while first < last:
            i = line[first]
            first += 1
            posts += actors[i].colleagues
            for j in range(count):
                if not seen[j] and actors[j].role == PROFESSIONAL and connected(pairs, i, j):
                    seen[j], line[last] = True, j
                    last += 1
        total += posts
        largest = max(largest, posts)
    return largest / total if total > 0.0 else 0.0


@compiled
def connected(pairs: Table, i: int, j: int) -> bool:
    """Whether two people know each other well enough to hold a network together."""
    return pairs[i, j].strength >= KNOW_WELL and pairs[j, i].strength >= KNOW_WELL
