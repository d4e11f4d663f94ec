"""What tenders do to hours, by hand: time held back, and promises beyond what there is."""

import pytest

from model.phases import outside, tenders
from tests.phases.by_hand import (
    INCOME,
    INSURER,
    KEY,
    SUPPORT,
    TEAM_A,
    numbers,
    plain,
    state,
)  # fmt: skip


def hours(opposition: float = 0.0, overpromise: float = 0.0):
    p, world = numbers({"tendering.overpromise": overpromise}), state()
    world.actors["slack"], world.actors["capacity"] = 4.0, 20.0
    world.organisations["opposition"] = opposition
    plain(tenders.promise)(world, p)
    return world, p


def test_whoever_stands_in_a_tender_keeps_time_for_the_own_organisation():
    world, _ = hours(opposition=0.25)
    slack = world.actors["slack"]
    assert list(slack[[INCOME, SUPPORT]]) == [3.0, 3.0]
    assert list(slack[[TEAM_A, INSURER]]) == [4.0, 4.0], "these have no tenders"


def test_cases_are_taken_up_on_what_was_bid_and_helped_with_what_there_is():
    world, p = hours(overpromise=0.5)
    assert list(world.actors["capacity"][[TEAM_A, INCOME, SUPPORT]]) == [20.0, 30.0, 30.0]
    assert list(world.actors["slack"][[TEAM_A, INCOME]]) == [4.0, 4.0]
    plain(tenders.face_it)(world, p)
    assert world.actors["capacity"] == pytest.approx(20.0)


def test_what_is_at_stake_is_felt_in_the_window_before_a_contract_ends():
    p = numbers({
        "tendering.stake": 0.6, "tendering.overlap": 0.5, "tendering.window": 26.0,
        "tendering.contract_years": 2.0, "tendering.losing": 0.2, "moving.rate": 0.0,
    })  # fmt: skip
    world = state()
    desk = world.organisations[1]
    for week, opposition, end in ((73, 0.0, 100), (74, 0.3, 100), (99, 0.3, 100), (101, 0.0, 204)):
        desk.contract_end = 100
        plain(outside.happen, 0.999)(world, p, week, KEY)
        assert desk.opposition == pytest.approx(opposition)
        assert desk.contract_end == end
    assert world.actors[INCOME].id == INCOME, "it was won again"


def test_a_rule_on_the_pot_comes_to_each_when_its_contract_is_signed_anew():
    p = numbers({"pockets.pooled": 0.5, "pockets.returned": 0.2, "settling.binds": 1.0})
    world = state()
    world.organisations["contract_end"] = 30
    world.organisations["contract_end"][3] = 10
    plain(tenders.settle)(world.organisations, p, 10)
    assert list(world.organisations["pooled"]) == [0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0]
    pooled = plain(tenders.pooled_of)
    assert [pooled(world.organisations[row], 0.0, p) for row in (1, 3)] == [0.0, 0.5]
    assert plain(tenders.returned_of)(world.organisations[3], p) == 0.2
    plain(tenders.settle)(world.organisations, p, 52)
    assert list(world.organisations["pooled"]) == [0.5] * 9, "team and board with a new budget"


def test_what_boards_agree_waits_for_no_contract():
    p = numbers({"pockets.pooled": 0.5, "settling.binds": 1.0, "pockets.agreement_pools": 0.2})
    pooled = plain(tenders.pooled_of)
    assert pooled(state().organisations[1], 1.0, p) == 0.2


def test_whoever_is_not_yet_under_the_pot_goes_on_looking_for_money():
    values = {"pockets.pooled": 1.0, "pockets.searching": 13.0, "pockets.search_weeks": 13.0}
    world, p = state(), numbers(values | {"settling.binds": 1.0})
    world.organisations["pooled"][3] = 1.0
    hours = plain(tenders.searching_of)(world, p)
    assert (hours[1], hours[3]) == (1.0, 0.0)
