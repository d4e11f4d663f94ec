"""Phase 5: the table of the neighbourhood. Who joins it, and what each puts in."""

from __future__ import annotations

import numpy as np

from model.chance import CONTRIBUTION, draw
from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.processes.organisations import contribution
from model.state.axes import BOARD, DOMAIN_COUNT, PROFESSIONAL
from model.state.events import NOBODY
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tables import NOT_ASKED


@compiled
def contribute(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """A month at the table: each puts in what it dares, and all see the least."""
    admit(state, p, week, key)
    organisations, table = state.organisations, state.tables[0]
    least, members = 1.0, 0
    for row in range(BOARD):
        one = organisations[row]
        one.gives = np.float32(0.0)
        if one.member == 0 or nobody_there(state.actors, row):
            continue
        trust, known = among_members(state, row, False)
        free = available(state.actors, row, p)
        even = draw(key, row, week, CONTRIBUTION)
        one.gives = np.float32(
            contribution.contributes(
                one.expects, trust * one.met, known, free, even, p.contribution
            )
        )
        least = min(least, float(one.gives))
        members += 1
    if members == 0:
        return
    for row in range(BOARD):
        one = organisations[row]
        if one.member and not nobody_there(state.actors, row):
            one.met = np.float32(contribution.was_met(one.met, one.gives, least, p.contribution))
            one.expects = np.float32(contribution.expects(one.expects, least, p.contribution))
    table.least = np.float32(least)
    table.months += np.uint16(1 if table.months < 65000 else 0)


@compiled
def nobody_there(actors: Table, row: int) -> bool:
    """Whether an organisation has no people here."""
    count = 0
    for actor in actors:
        count += 1 if actor.role == PROFESSIONAL and actor.organisation == row else 0
    return count == 0


@compiled
def admit(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """Who sits at the table: those first who know it well; where it shrinks, it begins anew."""
    organisations, table = state.organisations, state.tables[0]
    seats = contribution.seats_at_table(week, p.contribution)
    members = 0
    for row in range(BOARD):
        members += organisations[row].member
    if members > seats:
        for row in range(BOARD):
            organisations[row].member = np.uint8(0)
        members, table.months = 0, np.uint16(0)
    while members < min(seats, BOARD):
        best, most, lowest = -1, -1.0, 2.0
        for row in range(BOARD):
            if organisations[row].member == 0:
                known = among_members(state, row, members == 0)[1]
                lot = draw(key, row, week, CONTRIBUTION, 2)
                if known > most or (known == most and lot < lowest):
                    best, most, lowest = row, known, lot
        sit_down(organisations, best, table, draw(key, best, week, CONTRIBUTION, 1), p)
        members += 1


@compiled
def sit_down(organisations: Table, row: int, table: Row, even: float, p: Parameters) -> None:
    """A new member at the table: it knows what it was told, or it guesses.

    Those who begin a table together have nothing to be told of it.
    """
    one = organisations[row]
    one.member = np.uint8(1)
    guess = 2.0 * p.contribution.guess * even
    told = float(table.least) if table.months > 0 else guess
    one.expects = np.float32(contribution.at_first(told, even, p.contribution))
    sure = 1.0 if table.months > 0 else p.contribution.guess
    one.met = np.float32(contribution.at_first(sure, p.contribution.guess, p.contribution))


@inlined
def among_members(state: State, row: int, everybody: bool) -> tuple[float, float]:
    """Mean trust of an organisation's people in others at the table, and their mean tie.

    With ``everybody`` all others count, as when nobody sits there yet.
    """
    trust, tie, count = 0.0, 0.0, 0
    for i in range(len(state.actors)):
        if state.actors[i].role != PROFESSIONAL or state.actors[i].organisation != row:
            continue
        for j in range(len(state.actors)):
            other = state.actors[j]
            if other.role != PROFESSIONAL or other.organisation == row:
                continue
            if everybody or state.organisations[other.organisation].member:
                trust += state.pairs[i, j].trust
                tie += state.pairs[i, j].strength
                count += 1
    return trust / max(1, count), tie / max(1, count)


@compiled
def available(actors: Table, row: int, p: Parameters) -> float:
    """The share of what a table asks that an organisation has free this week, 0 to 1."""
    free, posts = 0.0, 0.0
    for actor in actors:
        if actor.role == PROFESSIONAL and actor.organisation == row:
            free += actor.slack
            posts += actor.colleagues
    return min(1.0, free / max(1e-9, posts * p.contribution.asked))


@compiled
def who_puts_in_too_little(case: Row, actors: Table, organisations: Table, p: Parameters) -> int:
    """Which party puts in less than a joint plan needs: its domain in the case, or NOBODY."""
    for domain in range(DOMAIN_COUNT):
        if case.stage[domain] != NOT_ASKED:
            party = organisations[actors[case.worker[domain]].organisation]
            if not contribution.suffices(float(party.gives), p.contribution):
                return domain
    return NOBODY
