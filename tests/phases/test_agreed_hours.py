"""Phase 4 by hand: facilitators' hours, requests before the agenda, and who pays for them."""

import pytest

from model.phases import agreed_hours
from model.state.axes import BOARD
from tests.phases.by_hand import (
    HUB,
    INCOME,
    LANDLORD,
    MENTAL,
    hired,
    numbers,
    plain,
    state,
)  # fmt: skip

P = {
    "spending.extra": 52_000.0,  # for each of three residents: 3,000 euros a week
    "spending.on_facilitation": 1.0,
    "facilitator.money": 1.0,
    "facilitator.tariff": 1.5,
    "facilitator.board": 0.5,
    "facilitator.outreach": 0.25,
    "attention.always": 0.0,
    "attention.each_tie": 0.0,
}


def a_week(week: int = 0, queue: float = 0.0, **values: float):
    p = numbers(P | {address.replace("__", "."): value for address, value in values.items()})
    p.spending.price[BOARD] = 100.0
    world = state()
    agreed = world.contracts[0]
    agreed.queue = queue
    plain(agreed_hours.facilitators_week)(world, agreed, p.facilitator, p, week)
    return world, agreed, p


def test_hours_are_what_the_money_buys_at_the_tariff():
    assert a_week()[1].hours == pytest.approx(3000 / 150)
    assert a_week(facilitator__tariff=1.0)[1].hours == pytest.approx(30.0)
    assert a_week(facilitator__money=0.5)[1].hours == pytest.approx(10.0)


def test_hours_that_nobody_asks_for_are_divided_as_agreed():
    world, agreed, _ = a_week()
    assert agreed.left == pytest.approx(20.0)
    assert agreed.board_hours == pytest.approx(10.0)
    assert agreed.neighbourhood_hours == pytest.approx(10.0)
    assert world.actors[HUB].outreach == pytest.approx(2.5)
    assert agreed.connecting_hours == pytest.approx(7.5)
    assert agreed.timeliness == pytest.approx(1.0)


def test_requests_come_before_the_agenda_and_take_no_more_than_is_kept_for_them():
    for queue in (4.0, 10.0, 60.0):
        world, agreed, p = a_week(queue=queue)
        system = world.system[0]
        answered = system.facilitation_requests
        assert 0.0 < answered <= min(queue, p.attention.most * 20.0) + 1e-6
        assert agreed.left == pytest.approx(20.0 - answered)
        assert agreed.queue == pytest.approx(queue - answered)
        assert agreed.board_hours == pytest.approx(0.5 * (20.0 - answered))
        assert system.facilitation_board == pytest.approx(0.5 * (20.0 - answered))
    assert agreed.timeliness < 0.5, "what waits so long has lost its worth"


def test_more_who_know_somebody_well_ask_more():
    lefts = []
    for known in ((), (INCOME,), (INCOME, LANDLORD, MENTAL)):
        p = numbers(P | {"attention.each_tie": 0.5, "attention.a_request": 1.0})
        p.spending.price[BOARD] = 100.0
        world = state()
        world.pairs["strength"] = 0.4  # not well enough
        world.pairs["strength"][HUB, list(known)] = 0.8
        world.pairs["strength"][list(known), HUB] = 0.8
        agreed = world.contracts[0]
        plain(agreed_hours.facilitators_week)(world, agreed, p.facilitator, p, 0)
        lefts.append(agreed.left)
    assert lefts[0] == pytest.approx(20.0)
    assert lefts[0] > lefts[1] > lefts[2]


def test_outside_its_term_or_without_money_nobody_works_or_costs_anything():
    for world, agreed, _ in (a_week(week=-1), a_week(week=156), a_week(spending__extra=0.0)):
        assert agreed.hours == agreed.left == agreed.board_hours == agreed.connecting_hours == 0.0
        assert world.actors[HUB].outreach == 0.0
        assert world.budgets["paid"].sum() == 0.0


def test_whoever_pays_pays_its_share_and_the_municipality_where_nobody_is_named():
    payers = {
        "facilitator__paid_by_municipality": 0.4,
        "facilitator__paid_by_insurer": 0.2,
        "facilitator__paid_by_organisations": 0.2,
    }
    world, _, _ = a_week(**payers)
    paid = world.budgets["paid"]
    assert [paid[0], paid[4], paid[5]] == pytest.approx([1500.0, 750.0, 750.0])
    assert world.organisations[BOARD].received == pytest.approx(3000.0)
    assert world.budgets["extra"].sum() == pytest.approx(3000.0), "granted on top of the budget"
    world, _, _ = a_week(**dict.fromkeys(payers, 0.0))
    assert world.budgets["paid"][0] == pytest.approx(3000.0)


def test_words_are_given_as_far_as_there_is_time_for_them():
    p = numbers(P | {"attention.vouching": 0.2, "attention.a_word": 1.0})
    p.spending.price[BOARD] = 100.0
    for asked, share in ((0.0, 1.0), (1.5, 1.0), (3.0, 0.5), (15.0, 0.1)):
        world = state()
        agreed = world.contracts[0]
        agreed.vouches = asked
        plain(agreed_hours.facilitators_week)(world, agreed, p.facilitator, p, 0)
        assert agreed.vouching == pytest.approx(share)
        assert agreed.vouches == 0.0, "a new week of questions"


@pytest.mark.parametrize(("mandate", "owners"), [(1.0, 0.0), (2.0, 1.5), (3.0, 1.5)])
def test_owners_are_appointed_by_who_leads_the_process(mandate: float, owners: float):
    p = numbers({"attention.appointing": 0.3, "ownership.appointing": 2.0})
    p.facilitator.mandate = p.second_facilitator.mandate = mandate
    world = state()
    hired(world, hours=10.0)
    plain(agreed_hours.appoint)(world, p)
    assert world.neighbourhoods[0].appointing == pytest.approx(owners)


def test_hours_kept_to_appoint_owners_are_unused_where_none_lacks():
    p = numbers({"attention.appointing": 0.3, "ownership.appointing": 2.0})
    world = state()
    agreed = hired(world, hours=10.0)
    for mandate, ownerless, unused in (
        (1.0, 9.0, 3.0),
        (2.0, 0.0, 3.0),
        (2.0, 1.0, 1.0),
        (2, 9, 0),
    ):
        p.facilitator.mandate, world.neighbourhoods[0].ownerless = mandate, ownerless
        found = plain(agreed_hours.not_appointing)(world, agreed, p.facilitator, p)
        assert found == pytest.approx(unused)
