"""Phase 4 by hand: what a week's hours go to, in which order, and what is left."""

import pytest

from model.phases import agendas, managers
from model.state.axes import TEAM
from model.state.tables import HELPING, JOINT, NOT_ASKED, PARALLEL
from tests.phases.by_hand import (
    DEBT,
    HUB,
    INCOME,
    MENTAL,
    MIND,
    TEAM_A,
    TEAM_B,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

P = {
    "hours.admin": 0.25,  # of 36 hours 27 are left
    "hours.protected": 2.0,
    "hours.straining": 0.1,
    "hours.resting": 0.05,
    "getting_in.outreach": 0.5,
    "seeking.kept": 0.0,
}


def week_of(row: int, **columns: float):
    """One organisation's week; the first of its people has these columns."""
    p, world = numbers(P), state()
    first = next(actor for actor in world.actors if actor.organisation == row)
    for name, value in columns.items():
        setattr(first, name, value)
    plain(agendas.organisations_week)(world, row, p)
    return world, first


def test_administration_comes_first_then_protected_time_then_care_and_the_rest_is_left():
    _, desk = week_of(1, committed=20.0)
    assert desk.capacity == pytest.approx(36 * 0.75 - 2.0)
    assert desk.slack == pytest.approx(25.0 - 20.0 + 2.0)
    assert desk.outreach == 0.0, "only the team goes out"


def test_coordination_uses_protected_time_before_it_costs_care():
    _, desk = week_of(1, committed=20.0, coordination=1.5)
    assert desk.capacity == pytest.approx(25.0)
    assert desk.slack == pytest.approx(5.0 + 0.5)
    _, desk = week_of(1, committed=20.0, coordination=6.0)
    assert desk.capacity == pytest.approx(27.0 - 6.0)
    assert desk.slack == pytest.approx(1.0)


def test_care_goes_before_going_out_that_is_not_kept_free_and_protected_time_stays():
    for committed, goes_out, slack in ((20.0, 0.5, 6.5), (24.8, 0.2, 2.0), (30.0, 0.0, 2.0)):
        _, worker = week_of(TEAM, committed=committed)
        assert worker.outreach == pytest.approx(goes_out, abs=1e-5)
        assert worker.slack == pytest.approx(slack, abs=1e-5)


def test_going_out_that_is_kept_free_goes_before_care_and_never_beyond_the_week():
    p, world = numbers(P | {"seeking.kept": 0.5, "getting_in.outreach": 4.0}), state()
    worker = world.actors[TEAM_A]
    worker.committed = 30.0
    plain(agendas.organisations_week)(world, TEAM, p)
    assert worker.capacity == pytest.approx(36 * 0.75 - 2.0 - 2.0)
    assert (worker.going, worker.outreach) == (2.0, 2.0), "no more than was kept free"
    worker.committed = 20.0
    plain(agendas.organisations_week)(world, TEAM, p)
    assert worker.outreach == pytest.approx(4.0), "and what care leaves, as far as was meant"
    assert worker.slack == pytest.approx(23.0 - 20.0 - 2.0 + 2.0)
    worker.hours = 4.0  # of which one on administration and two kept free already
    plain(agendas.organisations_week)(world, TEAM, p)
    assert (worker.going, worker.capacity) == (1.0, 0.0)


def test_load_counts_those_who_wait_and_strains_when_there_is_more_than_time():
    p, world = numbers(P), state()
    world.organisations[1].queue = 30.0
    desk = world.actors[INCOME]
    desk.committed, desk.strain = 20.0, 0.2
    plain(agendas.organisations_week)(world, 1, p)
    assert desk.load == pytest.approx(50.0 / 25.0)
    assert desk.strain == pytest.approx(0.2 + 0.1 * 1.0 * 0.8 - 0.05 * 0.2)


def test_an_empty_seat_has_no_hours_and_colleagues_carry_its_load():
    world, empty = week_of(TEAM, vacant=3, committed=10.0)
    assert (empty.capacity, empty.slack, empty.outreach) == (0.0, 0.0, 0.0)
    assert world.actors[TEAM_B].load == pytest.approx(10.0 / 25.0)


def test_support_staff_relieve_only_the_team():
    p, world = numbers(P), state()
    world.neighbourhoods[0].relieved, world.neighbourhoods[0].added = 7.2, 36.0
    assert plain(agendas.posts_of)(world.actors, TEAM) == pytest.approx(72.0)
    assert plain(agendas.admin_of)(world.neighbourhoods[0], TEAM, 72.0, p) == pytest.approx(
        0.25 - 0.1
    )
    assert plain(agendas.admin_of)(world.neighbourhoods[0], 1, 36.0, p) == pytest.approx(0.25)
    assert plain(agendas.hours_of)(
        world.neighbourhoods[0], world.actors[TEAM_A], 72.0, p
    ) == pytest.approx(54.0)
    assert plain(agendas.hours_of)(
        world.neighbourhoods[0], world.actors[INCOME], 36.0, p
    ) == pytest.approx(36.0)
    world.neighbourhoods[0].relieved = 720.0
    assert plain(agendas.admin_of)(world.neighbourhoods[0], TEAM, 72.0, p) == 0.0


def test_meetings_of_team_leaders_take_hours_of_the_team_alone():
    p, world = numbers(P | {"team_leaders.meetings": 13.0, "team_leaders.hours": 28.8}), state()
    world.neighbourhoods[0].gathered = plain(managers.gathered)(p)
    admin = plain(agendas.admin_of)
    assert admin(world.neighbourhoods[0], TEAM, 72.0, p) == pytest.approx(0.25 + 7.2 / 72.0)
    assert admin(world.neighbourhoods[0], 1, 36.0, p) == pytest.approx(0.25)


def test_extra_money_buys_team_hours_and_relief_at_their_price():
    uses = {"on_facilitation": 0.0, "on_team_hours": 0.75, "on_administration": 0.25}
    p = numbers({f"spending.{name}": share for name, share in uses.items()})
    p.spending.extra, p.spending.relieving, p.spending.price_administration = 5200.0, 0.5, 50.0
    p.spending.price[TEAM] = 100.0
    world = state(1, 1)  # two residents: 200 euros a week
    plain(agendas.extra_money)(world, p, 0)
    assert world.neighbourhoods[0].added == pytest.approx(150 / 100)
    assert world.neighbourhoods[0].relieved == pytest.approx(0.5 * 50 / 50)
    assert world.budgets[0].paid == world.budgets[0].extra == pytest.approx(200.0)
    assert world.organisations[TEAM].received == pytest.approx(200.0)


@pytest.mark.parametrize(
    ("committed", "ratio", "delivered", "overtime"),
    [(8.0, 1.0, 8.0, 0.0), (10.5, 1.0, 10.0, 0.5), (20.0, 11 / 20, 10.0, 1.0)],
)
def test_what_is_promised_is_delivered_with_overtime_up_to_its_limit(
    committed: float, ratio: float, delivered: float, overtime: float
):
    p, world = numbers({"hours.overtime": 0.1}), state()
    clinic = world.organisations[3]
    found = plain(agendas.deliver)(world, clinic, 10.0, committed, p)
    assert found == pytest.approx(delivered), "hours of the week that care took"
    assert clinic.ratio == pytest.approx(ratio)
    assert world.system[0].overtime_hours == pytest.approx(overtime)
    assert world.system[0].care_hours == pytest.approx(delivered + overtime)


def test_promises_are_summed_by_helper_and_coordination_by_form():
    free = {"settling.binds": 0.0, "pockets.pooled": 0.5, "pockets.searching": 26.0}
    free["pockets.search_weeks"] = 13.0
    p = numbers(free | {"helping.meeting": 1.2, "helping.linking": 0.0})
    world = state(1)
    case = helped(world, 0, INCOME, debt=INCOME, work=INCOME, mind=MENTAL)
    case.form, case.open = PARALLEL, 3
    world.neighbourhoods[0].weight = 10.0
    sum_up = plain(agendas.sum_up_promises)
    sum_up(world, p)
    assert [world.actors[who].committed for who in (INCOME, MENTAL, TEAM_A)] == [20.0, 10.0, 0.0]
    # the holder looks for money: 26 hours over 13 weeks, half of it where half is pooled
    assert world.actors[INCOME].coordination == pytest.approx(10.0 * 1.0)
    assert world.actors[MENTAL].coordination == 0.0
    case.open, case.form = 13, JOINT
    sum_up(world, p)
    assert [world.actors[who].coordination for who in (INCOME, MENTAL)] == pytest.approx([1.5, 1.5])
    case.stage[MIND] = NOT_ASKED
    sum_up(world, p)
    assert not world.actors["coordination"].any(), "alone there is nobody to coordinate with"


def test_hours_follow_how_heavy_a_need_is_and_help_with_what_is_gone_stops():
    p, world = numbers({"helping.hours_a_level": 0.5}), state(1)
    needs(world, 0, debt=3, mind=1)
    case = helped(world, 0, TEAM_A, debt=TEAM_A, mind=MENTAL)
    world.residents[0].level[MIND] = 0
    plain(agendas.tidy)(world, p)
    assert (case.stage[DEBT], case.hours[DEBT]) == (HELPING, 1.5)
    assert case.stage[MIND] == NOT_ASKED
    assert case.domains == 1 << DEBT


def test_every_hour_of_an_organisation_is_written_down_once():
    p, world = numbers(P), state()
    desk = world.actors[INCOME]
    desk.committed, desk.coordination, desk.meeting = 12.0, 3.0, 4.0
    plain(agendas.organisations_week)(world, 1, p)
    plain(agendas.keep_books)(world, 1, p)
    books = world.system[0]
    assert (books.available_hours, books.admin_hours) == (36.0, 9.0)
    assert (books.coordination_hours, books.care_hours, books.meeting_hours) == (3.0, 12.0, 4.0)
    assert books.idle_hours == pytest.approx(36 - 9 - 3 - 12 - 4)


def test_whoever_goes_out_is_counted_whatever_the_role():
    world = state()
    world.actors["outreach"][[TEAM_A, HUB]] = 0.5, 6.0
    plain(agendas.seeking)(world)
    assert world.neighbourhoods[0].outreach == 6.5


def test_half_the_room_at_specialists_halves_their_week_and_not_the_teams():
    p, world = numbers(P | {"hours.specialists": 0.5}), state()
    week = plain(agendas.hours_of)
    here = world.neighbourhoods[0]
    assert week(here, world.actors[INCOME], 36.0, p) == pytest.approx(18.0)
    assert week(here, world.actors[TEAM_A], 72.0, p) == pytest.approx(36.0)
