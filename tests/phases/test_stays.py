"""Phase 7 by hand: who has a place away from home, and who pays for it."""

import numpy as np
import pytest

from model.phases import stays
from model.state.state import State
from tests.phases.by_hand import (
    BODY,
    INCOME,
    KEY,
    MENTAL,
    MIND,
    SUPPORT,
    TEAM_A,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

WMO, ZVW = 1, 4
YOUTH_PLACE, BED, SHELTERED = range(3)
MONEY = np.array([100.0, 1000.0, 500.0])
PLACES = {"stays.share": 0.5, "stays.price": MONEY, "stays.places": 1000.0}


def a_week(world: State, even: float = 0.1, **values: float):
    p = numbers(PLACES | {f"stays.{name}": value for name, value in values.items()})
    plain(stays.pay, even)(world, p, KEY)
    return world.tally[0], world.system[0]


def two_at_their_worst(mind_helper: int = MENTAL) -> State:
    """A mind and a body, each at its worst, in two homes, for which somebody came."""
    world = state(1, 1)
    world.neighbourhoods[0].weight = 2.0
    needs(world, 0, mind=3)
    needs(world, 1, body=3)
    helped(world, 0, TEAM_A, mind=mind_helper)
    helped(world, 1, TEAM_A, body=SUPPORT)
    return world


def test_who_cannot_be_helped_at_home_costs_the_budget_of_the_law_a_place_each_week():
    world = two_at_their_worst()
    tally, system = a_week(world)
    assert list(tally.stays.values) == [0.0, 2.0, 2.0]
    assert (system.stay_cost[ZVW], system.stay_cost[WMO]) == (2000.0, 1000.0)
    assert (tally.spent[ZVW], tally.spent[WMO]) == (2000.0, 1000.0)
    assert (world.budgets[ZVW].paid, world.budgets[WMO].paid) == (2000.0, 1000.0)
    assert world.organisations["received"].sum() == pytest.approx(3000.0)
    assert world.flows[0].euros[ZVW, 3] == 2000.0


def test_chance_says_who_and_the_others_stay_at_home():
    tally, system = a_week(two_at_their_worst(), even=0.6)
    assert not tally.stays.values.any()
    assert not system.stay_cost.values.any()


@pytest.mark.parametrize("helper", [TEAM_A, INCOME])
def test_only_who_is_helped_by_the_specialist_goes_to_a_place(helper: int):
    tally, _ = a_week(two_at_their_worst(helper))
    assert list(tally.stays.values) == [0.0, 0.0, 2.0]


def test_a_lighter_need_or_one_that_nobody_knows_asks_no_place():
    world = state(1, 1)
    needs(world, 0, mind=2)
    needs(world, 1, known=False, mind=3)
    for row in range(2):
        helped(world, row, TEAM_A, mind=MENTAL)
    tally, _ = a_week(world)
    assert not tally.stays_wanted.values.any()


def test_where_places_are_few_the_money_is_for_those_there_are():
    world = two_at_their_worst()
    world.neighbourhoods[0].residents = 1000.0
    tally, system = a_week(world, places=0.5)
    assert list(tally.stays.values) == [0.0, 0.5, 0.5]
    assert list(tally.stays_wanted.values) == [0.0, 2.0, 2.0]
    assert system.stay_cost[ZVW] == 500.0


def test_who_stays_goes_on_staying_as_long_as_the_need_is_at_its_worst():
    """The draw is of the person and of the week in which the level last changed."""
    world = two_at_their_worst()
    asked: list[tuple[int, int]] = []

    def even(who: int, decision: int, number: int) -> float:
        asked.append((who, number))
        return 0.1

    for _ in range(2):
        plain(stays.pay, even)(world, numbers(PLACES), KEY)
    assert asked == 2 * [(0, MIND), (1, BODY)]


def test_without_stays_only_hours_cost_money():
    tally, system = a_week(two_at_their_worst(), share=0.0)
    assert not tally.stays_wanted.values.any()
    assert not system.stay_cost.values.any()
    assert not world_paid(two_at_their_worst())


def world_paid(world: State) -> float:
    a_week(world, share=0.0)
    return float(world.budgets["paid"].sum())
