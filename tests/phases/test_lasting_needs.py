"""Phases 2 and 7 by hand: needs that last, help with them, and households that move with them."""

import numpy as np
import pytest

from model import chance
from model.phases import care, development, lasting_needs
from model.processes.residents import helping, moving
from model.state.tables import HELPING
from tests.phases.by_hand import (
    BODY,
    DEBT,
    KEY,
    SUPPORT,
    TEAM_A,
    helped,
    needs,
    numbers,
    plain,
    state,
)

P = {
    "helping.review": 13.0,
    "helping.letting_go_support": 0.2,
    "helping.letting_go": 0.2,
    "helping.heavier_longer": 1.0,
    "lasting.letting_go": 0.25,
    "lasting.setting_in": 0.002,
}


def ends_for(even: float, lasts: bool, known: bool = True, worker: int = SUPPORT) -> bool:
    """Whether help at home, which otherwise ends with a chance of 0.2, ends for this draw."""
    world, p = state(1), numbers(P)
    needs(world, 0, known=known, body=1)
    world.residents[0].lasting = 1 << BODY if lasts else 0
    case = helped(world, 0, worker, body=worker)
    case.weeks[BODY] = 30
    most = plain(helping.most_ends)(p.helping)
    plain(care.let_go, even)(case, world.residents, world.actors, most, 0, KEY, p)
    return case.stage[BODY] != HELPING


@pytest.mark.parametrize(
    ("even", "lasts", "ended"),
    [(0.19, False, True), (0.21, False, False), (0.06, True, False), (0.04, True, True)],
)
def test_help_with_a_lasting_need_ends_a_quarter_as_often(even: float, lasts: bool, ended: bool):
    assert ends_for(even, lasts) == ended


def test_helpers_hold_on_only_where_they_know_that_it_lasts():
    assert not ends_for(0.1, lasts=True)
    assert ends_for(0.1, lasts=True, known=False)


def test_a_team_lets_go_as_it_always_does():
    assert ends_for(0.19, lasts=True, worker=TEAM_A)


def test_a_need_that_gets_worse_turns_out_to_last_by_a_draw_of_its_own():
    world, p = state(2), numbers(P)
    p.needs.recovery[:] = 0.006  # a chance of a quarter
    world.residents["frailty"], p.lasting.spread = 1.0, 1.0

    def chances(who: int, decision: int, number: int) -> float:
        if decision == chance.LASTING:
            assert number == DEBT
            return 0.24 if who == 0 else 0.26
        return 0.0

    begin = plain(development.come_about), plain(lasting_needs.settle_in, chances)
    for row in (0, 1):
        begin[0](world.residents, world.cases, row, DEBT + 1, 0.0, 5)
        begin[1](world.residents[row], DEBT + 1, 5, KEY, p.needs.recovery, p.lasting)
    assert list(world.residents["lasting"]) == [1 << DEBT, 0]


def test_who_moves_in_brings_a_lasting_need_that_nobody_knows():
    world, p = state(1), numbers({"moving.rate": 1e9})
    needs(world, 0, body=1)
    world.residents["lasting"] = 1 << BODY
    tally = world.tally
    move = plain(moving.move, 0.0)
    move(world.residents, world.cases, tally, 1, KEY, np.array([0.5]), 1.0, p.moving)
    resident = world.residents[0]
    assert resident.id != 0
    assert resident.known == 0
    assert resident.lasting == 1 << BODY
    assert resident.level[BODY] == 1
    assert np.all(tally["movers_in"][:1] == 1.0)
