"""Phase 9 by hand: what arrives at the board, and what it hears of results."""

import pytest

from model.phases import board
from tests.phases.by_hand import (
    ALDERMAN,
    HUB,
    INSURER,
    POLICY,
    PROFESSIONALS,
    SECOND,
    hired,
    numbers,
    plain,
    state,
)  # fmt: skip

DECIDE = [POLICY, ALDERMAN, INSURER]
P = {
    "brokering.hierarchy": 0.1,
    "brokering.an_item": 24.0,
    "brokering.enough": 0.5,
    "brokering.unasked": 0.4,
    "brokering.handover": 0.6,
    "commitment.interval": 6.0,
    "commitment.alike": 10.0,
}


def at_the_table(neighbourhood: float = 0.8, on_board: float = 0.5, hours: float = 2.0):
    """A facilitator with these languages, known by all and believed for a half of it."""
    p, world = numbers(P), state()
    world.actors["language_neighbourhood"][HUB] = neighbourhood
    world.actors["language_board"][HUB] = on_board
    world.pairs["strength"][HUB, list(PROFESSIONALS)] = 0.5
    world.pairs["strength"][DECIDE, HUB] = 0.5
    world.pairs["trust"][DECIDE, HUB], world.pairs["conflict"][DECIDE, HUB] = 1.0, 0.5
    hired(world).board_hours = hours
    return world, p


def test_results_are_heard_in_so_far_as_the_message_arrives_whole():
    """Hours for half an item, or for all; both languages; and believed for a half."""
    hears = plain(board.hears_of_results)
    for hours, share in ((2.0, 0.5), (4.0, 1.0), (40.0, 1.0)):
        world, p = at_the_table(hours=hours)
        p.brokering.hierarchy = 0.0
        assert hears(world, p) == pytest.approx(share * (0.8 * 0.5) * 0.5)
    assert hears(*at_the_table(hours=40.0)) == pytest.approx(0.2)
    assert hears(*at_the_table(1.0, 1.0, hours=40.0)) == pytest.approx(0.5)


@pytest.mark.parametrize("languages", [(0.0, 1.0), (1.0, 0.0)], ids=["board", "neighbourhood"])
def test_who_speaks_one_language_adds_nothing_to_what_the_line_tells(languages):
    world, p = at_the_table(*languages, hours=40.0)
    assert plain(board.hears_of_results)(world, p) == pytest.approx(0.1)


def test_who_is_not_believed_or_has_no_hours_there_adds_nothing_either():
    world, p = at_the_table(1.0, 1.0, hours=40.0)
    world.pairs["conflict"][DECIDE, HUB] = 1.0
    assert plain(board.hears_of_results)(world, p) == pytest.approx(0.1)
    world, p = at_the_table(1.0, 1.0, hours=0.0)
    assert plain(board.hears_of_results)(world, p) == pytest.approx(0.1)


def test_items_come_up_the_line_and_by_who_carries_them():
    world, p = at_the_table(hours=8.0)
    p.facilitator.mandate = 0.0
    # 10 stuck cases are 5 problems; 48 hours are 2 items, of which 0.4 x 0.5 arrive, 0.4 unasked
    arrives = plain(board.arrives)
    assert arrives(world, 10.0, p) == pytest.approx(0.1 * 5 + 2 * 0.2 * 0.4)
    p.facilitator.mandate = 1.0
    assert arrives(world, 10.0, p) == pytest.approx(0.1 * 5 + 2 * 0.2)
    world.contracts[0].timeliness = 0.5
    assert arrives(world, 10.0, p) == pytest.approx(0.1 * 5 + 2 * 0.2 * 0.5)


def test_no_more_arrives_than_there_is():
    world, p = at_the_table(1.0, 1.0, hours=400.0)
    assert plain(board.arrives)(world, 1.0, p) == pytest.approx(1.0 / 1.1)
    assert plain(board.arrives)(world, 0.0, p) == 0.0


def test_two_half_roles_hand_over_what_neither_could_bring_alone():
    world, p = at_the_table(0.0, 0.9)
    assert plain(board.fidelity_of)(world, 0, p) == 0.0
    hired(world, seat=1)
    world.actors["language_neighbourhood"][SECOND] = 0.8
    world.pairs["strength"][SECOND, list(PROFESSIONALS)] = 0.25  # hears half of what goes round
    world.pairs["strength"][SECOND, HUB] = 0.5
    assert plain(board.fidelity_of)(world, 0, p) == pytest.approx(0.8 * 0.5 * 0.5 * 0.6 * 0.9)
    world.contracts[1].hours = 0.0
    assert plain(board.fidelity_of)(world, 0, p) == 0.0, "nobody sits there"


def test_overspending_counts_the_municipality_and_not_what_others_pay():
    world = state()
    world.budgets["amount"] = 1.0
    world.budgets["granted"], world.budgets["year"] = 100.0, 100.0
    world.budgets["year"][:2] = 130.0
    world.budgets["year"][4:] = 900.0
    plain(board.overspend)(world)
    assert world.municipalities[0].overspend == pytest.approx(60 / 400)


def a_meeting(wins: float = 0.0, stuck: float = 0.0):
    world, p = at_the_table(1.0, 1.0, hours=40.0)
    world.neighbourhoods[0].residents = 100.0
    world.municipalities["commitment"], world.municipalities["wins"] = 0.4, wins
    world.neighbourhoods["items"] = stuck / 3
    plain(board.convene)(world, p)
    return world


def test_a_board_gains_from_results_and_decisions_and_agrees_by_deciding():
    nothing, results, decided = a_meeting(), a_meeting(wins=50.0), a_meeting(stuck=30.0)
    gained = [world.municipalities[0].commitment for world in (nothing, results, decided)]
    assert gained[0] < 0.4
    assert gained[0] < gained[1]
    assert gained[0] < gained[2]
    assert nothing.municipalities[0].agreement == results.municipalities[0].agreement == 0.0
    assert decided.municipalities[0].agreement > 0.0


def test_an_agenda_has_room_for_a_few_items_and_is_then_empty():
    world = a_meeting(wins=50.0, stuck=3000.0)
    assert world.municipalities[0].decided == numbers().commitment.items
    assert not world.neighbourhoods["items"].any()
    assert world.municipalities[0].wins == 0.0
