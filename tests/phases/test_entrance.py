"""Phase 3 by hand: with which chance a need comes into view, and at which gate."""

import pytest

from model import chance
from model.phases import entrance
from model.state.axes import TEAM
from model.state.events import ASKED_FOR, FOUND
from model.state.tables import ASKED_DIRECTLY, NO_CASE, WAITING
from tests.phases.by_hand import (
    BODY,
    DEBT,
    HUB,
    INCOME,
    KEY,
    LANDLORD,
    MENTAL,
    MIND,
    TEAM_A,
    TEAM_B,
    helped,
    hired,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

P = {
    "getting_in.asking": 0.1,
    "getting_in.ease_other": 2.0,
    "getting_in.ease_loneliness": 0.5,
    "getting_in.signalling": 0.2,
    "getting_in.noticing": 0.3,
    "getting_in.again": 0.5,
    "getting_in.team_gate": 0.25,
}
SILENT = {"getting_in.asking": 0.0}


def seen(
    even: float, p, signal=0.0, sought=0.0, is_open=False, closed=None, gates=0.5, able=1.0,
    **levels,
):  # fmt: skip
    """The gate at which one resident with these unknown needs appears, or -1, and the world."""
    world = state(1)
    needs(world, 0, known=False, **levels)
    resident, case = world.residents[0], world.cases[0]
    if is_open:
        helped(world, 0, TEAM_A)
    case.closed = case.closed if closed is None else closed
    around = world.neighbourhoods[0]
    around.signal = signal
    unknown = sum(1 << d for d in range(8) if resident.level[d])
    gate, readiness, *_ = plain(entrance.seen_or_not, gates)(
        resident, case, unknown, even, able, sought, around, p, 100, KEY
    )
    return gate, readiness, resident.known


def chance_that(p, **situation) -> float:
    """The chance at which a need comes into view, found between two draws."""
    low, high = 0.0, 1.0
    while high - low > 1e-7:
        middle = (low + high) / 2
        low, high = (middle, high) if seen(middle, p, **situation)[0] >= 0 else (low, middle)
    return low


def test_who_asks_does_so_the_sooner_the_heavier_and_the_easier_to_bring_up():
    p = numbers(P)  # 1/2 x 0.1 x ease x trust of 0.5 x (1 + level)
    assert chance_that(p, debt=1) == pytest.approx(0.05, abs=1e-6)
    assert chance_that(p, debt=3) == pytest.approx(0.10, abs=1e-6)
    assert chance_that(p, mind=1) == pytest.approx(0.10, abs=1e-6)
    assert chance_that(p, lonely=1) == pytest.approx(0.025, abs=1e-6)
    assert chance_that(p, debt=1, mind=1) == pytest.approx(1 - 0.95 * 0.9, abs=1e-6)


def test_in_the_year_after_help_people_ask_less_readily():
    p = numbers(P)
    assert chance_that(p, debt=1, closed=100 - 52) == pytest.approx(0.025, abs=1e-6)
    assert chance_that(p, debt=1, closed=100 - 53) == pytest.approx(0.05, abs=1e-6)


def test_who_does_not_ask_can_be_signalled_noticed_or_found():
    p = numbers(P | SILENT)
    assert chance_that(p, debt=1) == pytest.approx(0.0, abs=1e-6)
    assert chance_that(p, debt=1, signal=0.5) == pytest.approx(0.1, abs=1e-6)
    assert chance_that(p, debt=1, is_open=True) == pytest.approx(0.3, abs=1e-6)
    assert chance_that(p, debt=1, sought=0.4) == pytest.approx(0.4, abs=1e-6)
    all_three = 1 - 0.9 * 0.7 * 0.6
    assert chance_that(p, debt=1, signal=0.5, is_open=True, sought=0.4) == pytest.approx(
        all_three, abs=1e-6
    )


def test_who_is_seen_by_others_comes_in_through_the_team_with_the_worst_need():
    p = numbers(P | SILENT)
    assert seen(0.0, p, sought=0.4, debt=1, mind=3) == (TEAM, 0.0, 1 << MIND)


@pytest.mark.parametrize(("gates", "gate"), [(0.2, TEAM), (0.3, 3)])
def test_who_asks_finds_the_team_or_the_trade_of_what_is_asked(gates: float, gate: int):
    assert seen(0.0, numbers(P), gates=gates, mind=2) == (gate, 1.0, 1 << MIND)


def test_what_somebody_asks_for_first_is_what_is_brought_up_most_readily():
    p, world = numbers(P), state(1)
    needs(world, 0, known=False, debt=1, mind=1)  # 0.05 and 0.10
    asked_for = plain(entrance.asked_for)
    found = [
        asked_for(world.residents[0], 1 << DEBT | 1 << MIND, 1.0, w, p)
        for w in (0.04, 0.06, 0.149, 0.2)
    ]
    assert found == [DEBT, MIND, MIND, MIND]


def test_whoever_asks_for_one_thing_may_say_more():
    p, world = numbers(P), state(1)
    needs(world, 0, known=False, debt=1, mind=1, body=1)
    resident, case = world.residents[0], world.cases[0]
    plain(entrance.come_to_be_known)(resident, case, DEBT)
    # the chance of mind is 0.10, as that of body
    plain(entrance.say_more, lambda who, what, number: 0.09 if number == 2 + MIND else 0.11)(
        resident, case, 1 << DEBT | 1 << MIND | 1 << BODY, 1.0, 1.0, p, 0, KEY
    )
    assert resident.known == case.domains == 1 << DEBT | 1 << MIND


def test_a_household_that_is_known_waits_at_the_gate_and_is_listed_once():
    world = state(1, 1)
    around = world.neighbourhoods[0], world.active, world.tally, 100, KEY, numbers()
    resident, case = world.residents[1], world.cases[1]
    case.closed = 60
    plain(entrance.report)(resident, case, 3, ASKED_FOR, *around)
    assert (case.mode, case.gate, case.waiting, case.listed) == (WAITING, 3, 0, 1)
    assert world.active[0] == 1
    assert world.neighbourhoods[0].active == 1
    assert world.tally[0].reentered == 1.0
    assert case.came == ASKED_DIRECTLY
    plain(entrance.report)(resident, case, TEAM, FOUND, *around)
    assert (case.gate, world.neighbourhoods[0].active) == (3, 1), "it has a place already"


def test_those_who_go_out_find_by_what_they_know_and_not_twice_as_many_as_there_are():
    p = numbers({"getting_in.reach": 0.5, "getting_in.as_stranger": 0.5, "brokering.enough": 0.5})
    world = state()
    world.actors["outreach"][[TEAM_A, HUB]] = 4.0, 8.0
    world.neighbourhoods[0].signal = 0.5
    world.actors["language_neighbourhood"][HUB] = 0.5
    world.pairs["strength"][HUB, :6] = 0.25  # hears half of what goes round
    reached = plain(entrance.reached_by_all)(world, p)
    assert reached == pytest.approx(0.5 * 4 * (0.5 + 0.5 * 0.5) + 0.5 * 8 * (0.5 + 0.5 * 0.5))


def test_a_mean_tie_is_that_with_professionals_only():
    world = state()
    hired(world)
    world.pairs["strength"][HUB, 6:] = 0.9
    world.pairs["strength"][HUB, [INCOME, LANDLORD, MENTAL]] = 0.6
    assert plain(entrance.mean_tie)(world, HUB) == pytest.approx(0.3)


def test_worries_travel_along_the_ties_of_others_to_the_team():
    world = state()
    world.pairs["strength"][[TEAM_A, TEAM_B]] = 0.9
    world.pairs["strength"][[HUB]] = 0.9
    world.pairs["strength"][INCOME, [TEAM_A, TEAM_B, MENTAL]] = 0.4, 0.8, 0.9
    plain(entrance.measure_signal)(world, numbers())
    assert world.neighbourhoods[0].signal == pytest.approx((0.4 + 0.8) / 8)


@pytest.mark.parametrize(("even", "mode"), [(0.09, WAITING), (0.11, NO_CASE)])
def test_a_week_brings_into_view_whose_draw_is_below_the_chance(even: float, mode: int):
    p, world = numbers(P | {"getting_in.signalling": 0.0, "getting_in.reach": 0.0}), state(1, 1)
    needs(world, 1, known=False, mind=1)

    def chances(who: int, decision: int, number: int) -> float:
        return even if decision == chance.GETTING_IN and who == 1 else 0.5

    plain(entrance.come_into_view, chances)(world, p, 100, KEY)
    assert list(world.cases["mode"]) == [NO_CASE, mode]
