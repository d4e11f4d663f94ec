"""Phase 10 by hand: what is written down, and the books that must balance."""

import pytest

from model.phases import record
from model.state.tables import ASKED, JOINT, PARALLEL
from tests.phases.by_hand import (
    DEBT,
    HUB,
    INCOME,
    LONELY,
    MENTAL,
    TEAM_A,
    TEAM_B,
    helped,
    hired,
    needs,
    plain,
    state,
)  # fmt: skip


def paid(budget: int = 3, organisation: int = 1, euros: float = 100.0):
    """One payment, rightly booked in all three places."""
    world = state()
    world.budgets[budget].paid = euros
    world.organisations[organisation].received = euros
    world.flows[0].euros[budget, organisation] = euros
    return world


def error_of(world) -> float:
    plain(record.money)(world)
    return world.system[0].euro_error


def test_a_euro_that_one_pays_and_another_receives_is_no_error():
    assert error_of(paid()) == 0.0


def test_a_euro_paid_twice_is_seen():
    world = paid()
    world.budgets[3].paid += 100.0
    assert error_of(world) == pytest.approx(100.0)


def test_a_euro_received_by_nobody_or_out_of_nothing_is_seen():
    for wrong in (0.0, 250.0):
        world = paid()
        world.organisations[1].received = wrong
        assert error_of(world) == pytest.approx(abs(100.0 - wrong))


def test_a_euro_that_did_not_flow_is_seen():
    world = paid()
    world.flows[0].euros[3, 1] = 0.0
    assert error_of(world) == pytest.approx(100.0)


def test_extra_money_counts_as_spent_and_granted_but_neither_causes_nor_hides_a_deficit():
    world = paid(euros=130.0)
    world.budgets[3].amount, world.budgets[3].extra = 90.0, 30.0
    plain(record.money)(world)
    row, system = world.budgets[3], world.system[0]
    assert (row.year, row.granted) == (100.0, 90.0)
    assert (system.spent[3], system.amount[3]) == (130.0, 120.0)
    assert row.paid == row.extra == 0.0, "a new week"
    assert error_of(world) == 0.0, "and a new sheet"


def test_people_are_counted_by_cell_and_by_how_much_they_need():
    world = state(1, 1, 1)
    world.neighbourhoods[0].weight, world.neighbourhoods[0].residents = 10.0, 30.0
    needs(world, 0, debt=2, mind=1, lonely=3)
    needs(world, 1, known=False, debt=1)
    world.residents["cell"][1] = 4
    plain(record.residents)(world)
    first, other = world.tally[0], world.tally[4]
    assert (first.residents, other.residents) == (20.0, 10.0)
    assert (first.need_any, first.need_two, first.need_three) == (10.0, 10.0, 10.0)
    assert (other.need_any, other.need_two, other.need_three) == (10.0, 0.0, 0.0)
    assert (first.burden, other.burden) == (60.0, 10.0)
    assert (first.hidden, other.hidden, world.neighbourhoods[0].hidden) == (0.0, 10.0, 10.0)
    assert list(world.residents["unhelped"]) == [1, 1, 0]
    assert world.system[0].people_error == 0.0


def test_somebody_who_is_lost_is_missed():
    world = state(1, 1)
    world.neighbourhoods[0].residents = 3.0
    world.tally[0].movers_out = 1.0
    plain(record.residents)(world)
    assert world.system[0].people_error == pytest.approx(1.0 + 1.0)


@pytest.mark.parametrize(
    ("workers", "form", "one_plan"),
    [
        ({"debt": TEAM_A, "lonely": TEAM_B}, PARALLEL, 1.0),
        ({"debt": INCOME, "lonely": TEAM_A}, PARALLEL, 0.0),
        ({"debt": INCOME, "lonely": TEAM_A}, JOINT, 1.0),
    ],
)
def test_several_needs_have_one_plan_with_one_organisation_or_jointly(workers, form, one_plan):
    world = state(1, 1)
    case = helped(world, 0, TEAM_A, **workers)
    case.form, case.owned = form, 1
    helped(world, 1, TEAM_A, mind=MENTAL)
    plain(record.cases)(world)
    tally = world.tally[0]
    assert (tally.several, tally.one_plan, tally.one_holder) == (1.0, one_plan, 1.0)
    case.stage[LONELY] = ASKED
    assert plain(record.one_organisation)(world, case) == (case.worker[DEBT] == TEAM_A)


def test_trust_is_weighed_by_ties_within_and_between_organisations():
    world = state()
    world.pairs["strength"][TEAM_A, TEAM_B], world.pairs["trust"][TEAM_A, TEAM_B] = 0.5, 0.8
    world.pairs["strength"][TEAM_A, INCOME], world.pairs["trust"][TEAM_A, INCOME] = 0.5, 0.2
    world.pairs["strength"][INCOME, TEAM_A], world.pairs["trust"][INCOME, TEAM_A] = 1.0, 0.5
    plain(record.people)(world)
    system = world.system[0]
    assert (system.trust_within, system.within) == pytest.approx((0.4, 0.5))
    assert (system.trust_between, system.between) == pytest.approx((0.6, 1.5))
    spread = 0.5 * (0.2 - 0.4) ** 2 + 1.0 * (0.5 - 0.4) ** 2
    assert system.trust_between_spread == pytest.approx(spread)
    assert system.credited == 0.0, "nobody facilitates"
    hired(world)
    world.pairs["conflict"][TEAM_A, HUB] = 0.5
    plain(record.people)(world)
    assert (system.credibility, system.credited) == pytest.approx((0.25 + 5 * 0.5, 6.0))


def balanced():
    world = state()
    system = world.system[0]
    system.available_hours, system.overtime_hours = 100.0, 5.0
    system.admin_hours, system.care_hours, system.idle_hours = 30.0, 60.0, 15.0
    world.tally[0].care_hours = 60.0
    system.facilitation_hours, system.facilitation_board = 10.0, 6.0
    system.facilitation_unused = 4.0
    return world, system


@pytest.mark.parametrize(
    ("column", "size", "error"),
    [
        ("available_hours", 100.0, 0.0),
        ("meeting_hours", 3.0, 3.0),
        ("care_hours", 57.0, 3.0),
        ("facilitation_board", 8.0, 2.0),
        ("overtime_hours", 0.0, 5.0),
    ],
)
def test_an_hour_worked_twice_or_never_is_seen(column: str, size: float, error: float):
    world, system = balanced()
    setattr(system, column, size)
    plain(record.hours)(world)
    assert system.hour_error == pytest.approx(error)


def test_more_time_with_others_than_a_week_has_is_seen():
    world, system = balanced()
    world.actors["meeting"][INCOME] = 40.0
    plain(record.hours)(world)
    assert system.hour_error == pytest.approx(4.0)


def test_a_relapse_is_counted_once():
    world = state(2)
    needs(world, 0, debt=1)
    needs(world, 1, mind=1)
    world.cases[0].relapsed = 1
    plain(record.residents)(world)
    plain(record.residents)(world)
    assert world.tally[0].relapsed == 1.0
    assert world.cases[0].relapsed == 2
