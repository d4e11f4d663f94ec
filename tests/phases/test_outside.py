"""Phase 1 by hand: elections, tenders that are lost, a new year, households that move."""

import pytest

from model import chance
from model.clock import TERM
from model.phases import outside
from model.state.tables import NEVER, NO_CASE
from tests.phases.by_hand import (
    ALDERMAN,
    HUB,
    INCOME,
    KEY,
    MENTAL,
    POLICY,
    SUPPORT,
    TEAM_A,
    TEAM_B,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

P = {
    "commitment.attrition": 0.01,
    "commitment.election_turnover": 0.5,
    "commitment.start": 0.4,
    "commitment.verbal": 0.25,
}


def a_week_of_politics(even: float, week: int, election: int = 20, fresh: float = 0.75):
    p, world = numbers(P), state()
    board = world.municipalities[0]
    board.commitment, board.agreement, board.anchored = 0.9, 0.8, 0.5
    board.election = election
    world.pairs["strength"][[ALDERMAN, POLICY], HUB] = 0.6
    draws = {chance.ELECTION: even, chance.COMMITMENT: fresh}
    plain(outside.administrators_change, lambda who, what, number: draws[what])(world, p, week)
    return world, board


@pytest.mark.parametrize(
    ("even", "week", "goes"),
    [(0.009, 7, True), (0.011, 7, False), (0.49, 20, True), (0.51, 20, False)],
    ids=["early", "stays", "loses", "wins"],
)
def test_an_alderman_goes_during_the_term_or_at_the_election(even: float, week: int, goes: bool):
    world, board = a_week_of_politics(even, week)
    if goes:
        assert board.commitment == pytest.approx(2 * 0.4 * 0.75), "a commitment of one's own"
        assert board.agreement == pytest.approx(0.8 * (0.5 + 0.5 * 0.25)), "a part was only said"
    else:
        assert (board.commitment, board.agreement) == pytest.approx((0.9, 0.8))
    assert (world.pairs[ALDERMAN, HUB].strength == 0.0) == goes
    assert world.pairs[POLICY, HUB].strength == pytest.approx(0.6), "civil servants stay"
    assert (world.actors[ALDERMAN].id != ALDERMAN) == goes


def test_there_is_an_election_each_term():
    assert a_week_of_politics(0.9, 19)[1].election == 20
    assert a_week_of_politics(0.9, 20)[1].election == 20 + TERM
    assert a_week_of_politics(0.9, 20 + 3 * TERM)[1].election == (20 + 4 * TERM)


def test_nobody_begins_with_more_commitment_than_full():
    p, world = numbers(P | {"commitment.start": 0.8, "commitment.attrition": 1.0}), state()
    plain(outside.administrators_change, 0.9)(world, p, 3)
    assert world.municipalities[0].commitment == 1.0


@pytest.mark.parametrize(("even", "goes"), [(0.39, True), (0.41, False)])
def test_of_those_who_lose_a_tender_a_part_leaves_and_is_no_longer_known(even, goes):
    p, world = numbers({"tendering.staff_lost": 0.4, "hours.vacancy": 8.0}), state()
    world.pairs["strength"] = 0.7
    lost = world.organisations["contract_end"] < 0
    lost[[4, 8]] = True
    plain(outside.losers_leave, even)(world, lost, p, 0, KEY)
    left = world.actors["id"] != range(11)
    assert list(left) == [goes and who == SUPPORT for who in range(11)], "nobody on the board"
    assert world.system[0].left == goes
    assert world.actors[SUPPORT].vacant == (8 if goes else 0)
    assert world.pairs[TEAM_A, SUPPORT].strength == pytest.approx(0.0 if goes else 0.7)
    assert world.pairs[TEAM_A, INCOME].strength == pytest.approx(0.7)


def test_at_the_turn_of_the_year_agreements_are_anchored_and_books_opened_anew():
    p, world = numbers({"commitment.anchoring": 0.5, "commitment.reopened": 0.1}), state()
    board = world.municipalities[0]
    board.agreement, board.anchored = 0.4, 0.2
    world.budgets["year"] = world.budgets["granted"] = 900.0
    plain(outside.turn_of_year)(world, p)
    assert board.anchored == pytest.approx(0.9 * 0.2 + 0.5 * 0.4 * 0.8)
    assert not world.budgets["year"].any()
    assert not world.budgets["granted"].any()


def test_who_moves_is_forgotten_and_who_comes_has_the_same_needs_and_trust_of_anybody():
    p = numbers({"moving.rate": 0.1, "getting_in.expected_trust": 0.5, "tendering.stake": 0.0})
    world = state(2, 1)
    for resident, level in ((0, 2), (2, 1)):
        needs(world, resident, debt=level)
    world.residents["trust"] = 0.9
    case = helped(world, 0, TEAM_A, debt=INCOME)
    helped(world, 1, TEAM_A, debt=INCOME)

    def moves(who: int, decision: int, number: int) -> float:
        return 0.0 if decision == chance.MOVING and who == 0 else 0.999

    plain(outside.happen, moves)(world, p, 7, KEY)
    assert (case.mode, case.domains, case.holder, case.closed) == (NO_CASE, 0, -1, NEVER)
    assert world.cases[1].holder == TEAM_A
    assert list(world.residents["id"]) == [3, 4, 2]
    assert list(world.residents["level"][:, 0]) == [2, 0, 1]
    assert list(world.residents["trust"]) == pytest.approx([0.5, 0.5, 0.9])
    assert list(world.residents["known"]) == [0, 0, 1]
    assert world.tally[0].movers_in == world.tally[0].movers_out == 2.0
    assert world.actors[MENTAL].id == MENTAL, "with such draws nobody leaves work"


def test_a_reorganisation_gives_seats_of_the_team_to_people_whom_nobody_knows():
    p, world = numbers({"reorganising.times": 5.0, "reorganising.moved": 0.5}), state()
    world.pairs["strength"] = 0.6
    moved = plain(outside.reorganise, lambda who, *_: 0.1 if who == TEAM_A else 0.9)
    moved(world, p, 103, KEY)
    assert world.actors[TEAM_A].id == TEAM_A, "not this week"
    moved(world, p, 104, KEY)
    assert world.actors[TEAM_A].id != TEAM_A
    assert world.actors[TEAM_A].vacant == 0
    assert world.pairs[TEAM_A, TEAM_B].strength == world.pairs[INCOME, TEAM_A].strength == 0.0
    assert world.pairs[TEAM_B, INCOME].strength == pytest.approx(0.6), "who stays keeps the ties"
    assert world.actors[INCOME].id == INCOME, "only the team is divided anew"
