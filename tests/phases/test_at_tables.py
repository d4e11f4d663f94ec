"""Phase 5 by hand: questions that nobody owns come to tables, and what is decided there."""

import pytest

from model.phases import at_tables
from model.state.tables import PARALLEL
from tests.phases.by_hand import (
    INCOME,
    KEY,
    LANDLORD,
    MENTAL,
    SUPPORT,
    TEAM_A,
    helped,
    numbers,
    plain,
    state,
)  # fmt: skip

RULE = {
    "deciding.rule": 2.0, "deciding.tables": 3.0, "deciding.effort": 1.0, "deciding.widens": 2.0,
    "deciding.deliberation": 0.0, "deciding.solves": 0.5, "deciding.acceptable": 0.15,
    "deciding.halves": 2.0, "deciding.hops": 0.5, "deciding.overruled": 0.25,
    "deciding.hours": 0.25, "vision.tolerance": 0.3,
}  # fmt: skip
STAYS, HOPS = 0.99, 0.0
ALL, LIVING, CARE, BOARD = 1, 2, 3, at_tables.AT_BOARD


def living_and_housing(**values: float):
    """The team asked the desk and the landlord; nobody owns the whole. All put everything in."""
    p, world = numbers(RULE | values), state(1, 1)
    case = helped(world, 0, TEAM_A, debt=INCOME, housing=LANDLORD, work=TEAM_A)
    return world, case, p


def month(world, p, even: float = STAYS):
    plain(at_tables.decide, even)(world, p, 0, KEY)


def test_without_a_rule_nothing_comes_before_any_table():
    world, case, p = living_and_housing(**{"deciding.rule": 0.0})
    month(world, p)
    assert case.table == case.owned == 0
    assert not world.tables["gathered"].any()
    assert not plain(at_tables.hours_of)(world, world.actors[TEAM_A], p)


def test_members_put_in_a_quarter_of_an_hour_a_week_for_each_post_of_which_half_works():
    """Three fields ask three hours; four weeks of six posts, a quarter hour each, halved: three."""
    world, case, p = living_and_housing()
    month(world, p)
    assert case.owned == 1
    assert case.table == 0
    system = world.system[0]
    assert (system.at_tables, system.resolved, system.voted, system.voted_for) == (1, 1, 3, 3)


def test_time_is_gathered_month_by_month_until_it_is_enough():
    world, case, p = living_and_housing(**{"deciding.effort": 1.5})
    month(world, p)
    assert (case.owned, case.table, world.tables[0].needed) == (0, ALL, 4.5)
    assert world.tables[0].gathered == pytest.approx(3.0)
    month(world, p)
    assert case.owned == 1
    assert world.tables[0].gathered == 0.0


def test_who_gives_nothing_or_does_not_sit_there_brings_no_decision_nearer():
    world, case, p = living_and_housing()
    world.organisations["gives"][:] = 0.0
    month(world, p)
    assert (case.table, case.owned, world.tables[0].gathered) == (ALL, 0, 0.0)
    world.organisations["gives"][:], world.organisations["member"][:] = 1.0, 0
    month(world, p)
    assert world.tables[0].gathered == 0.0


def test_a_question_may_go_where_two_of_those_concerned_have_a_seat():
    world, case, p = living_and_housing()
    may = plain(at_tables.may_go_to)
    assert list(may(case, world.actors, p)) == [1, 1, 0]
    other = helped(world, 1, MENTAL, mind=MENTAL, body=SUPPORT)
    assert list(may(other, world.actors, p)) == [1, 0, 1]
    p.deciding.tables = 1.0
    assert list(may(other, world.actors, p)) == [1, 0, 0]


def test_a_question_hops_to_a_table_that_is_nearer_and_leaves_the_old_one_with_nothing():
    """Then that of all decides after all, by flight: its question is gone."""
    world, case, p = living_and_housing(**{"deciding.effort": 6.0})
    month(world, p)
    month(world, p, HOPS)
    assert (case.table, case.owned) == (LIVING, 0)
    assert world.tables[0].gathered == 0.0
    system = world.system[0]
    # the table on care decided with nothing before it in the first month; now that of all too
    assert (system.at_tables, system.fled, system.resolved) == (system.overseen + 1, 1, 0)


@pytest.mark.parametrize(("rule", "owned"), [(1.0, 1), (2.0, 1), (3.0, 0)])
def test_with_one_of_three_who_stands_apart_the_rule_decides(rule: float, owned: int):
    """Distance makes it 3 (1 + 2 · 0.1) hours, which two months bring together."""
    world, case, p = living_and_housing(**{"deciding.rule": rule})
    world.actors["vision"][LANDLORD] = 0.7
    month(world, p)
    assert world.tables[0].needed == pytest.approx(3.6)
    month(world, p)
    assert case.owned == owned
    assert case.table == (0 if owned else BOARD)
    assert world.neighbourhoods[0].items[2] == (0.0 if owned else 1.0)
    assert world.pairs[LANDLORD, TEAM_A].broken == (0.25 if owned else 0.0)
    assert world.pairs[INCOME, TEAM_A].broken == 0.0
    assert world.system[0].voted_for == 2.0


def test_what_went_to_the_board_comes_back_when_it_has_met():
    world, case, p = living_and_housing()
    case.table = BOARD
    month(world, p)
    assert case.table == BOARD
    plain(at_tables.give_back)(world, p)
    assert case.table == 0


def test_talking_first_brings_nearer_who_can_hear_each_other_and_asks_hours_of_all():
    world, case, p = living_and_housing(**{"deciding.rule": 3.0, "deciding.deliberation": 2.0})
    world.actors["vision"][LANDLORD] = 0.7
    month(world, p)
    assert world.tables[0].needed == pytest.approx(3.6 + 2.0 * 3)
    world.tables[0].gathered = 99.0
    month(world, p)
    assert case.owned == 1
    world, case, p = living_and_housing(**{"deciding.rule": 3.0, "deciding.deliberation": 2.0})
    world.actors["vision"][LANDLORD] = 0.9
    world.tables[0].gathered = 99.0
    month(world, p)
    assert case.table == BOARD


def test_where_the_lead_was_agreed_no_table_is_asked():
    world, case, p = living_and_housing(**{"lead.unsettled": 0.0, "lead.first": 1.0})
    month(world, p)
    assert case.table == case.owned == 0


def test_a_declined_plan_is_talked_about_anew_and_nothing_else():
    world, case, p = living_and_housing()
    case.owned, case.decided = 1, 9
    month(world, p)
    assert (case.owned, case.decided, case.form, case.table) == (1, 0, PARALLEL, 0)
    month(world, p)
    assert case.table == 0, "it is up for talk; no question while nobody declined"
