"""Phase 6, queues, by hand: who waits, who gives up, and who is taken up first."""

import numpy as np
import pytest

from model.phases import intake
from model.state.axes import TEAM
from model.state.tables import ASKED, HELPING, NO_CASE, OPEN, WAITING
from tests.phases.by_hand import (
    DEBT,
    INCOME,
    KEY,
    MIND,
    TEAM_A,
    TEAM_B,
    helped,
    needs,
    numbers,
    plain,
    state,
    waiting,
)  # fmt: skip

NOBODY_GIVES_UP = {"getting_in.giving_up": 0.0}


def three_who_wait():
    """Three households with a debt of level 2 at the team's gate, for 3, 9 and 6 weeks."""
    world = state()
    for household, weeks in enumerate((3, 9, 6)):
        needs(world, household, debt=2)
        waiting(world, household, TEAM, weeks)
    return world


@pytest.mark.parametrize("even", [0.0, 0.5, 0.999])
def test_whoever_waited_longest_for_first_help_stands_first(even: float):
    world = three_who_wait()
    rows, domains, urgency = plain(intake.line_up, even)(
        world.residents, world.cases, world.active[:3], 0, KEY
    )
    assert list(rows[np.argsort(urgency)]) == [1, 2, 0]
    assert set(domains) == {-1}


def test_whoever_waited_longest_for_second_help_stands_first():
    world = state(1, 1)
    for household, weeks in ((0, 2), (1, 7)):
        case = helped(world, household, TEAM_A, debt=INCOME)
        case.stage[DEBT], case.weeks[DEBT] = ASKED, weeks
    rows, domains, urgency = plain(intake.line_up, lambda who, *_: who / 3)(
        world.residents, world.cases, world.active[:2], 0, KEY
    )
    assert list(rows[np.argsort(urgency)]) == [1, 0]
    assert set(domains) == {DEBT}


def test_those_who_waited_equally_long_come_in_an_order_of_chance():
    world = three_who_wait()
    world.cases["waiting"] = 4
    for first in range(3):
        rows, _, urgency = plain(intake.line_up, lambda who, *_, f=first: 0.1 if who == f else 0.9)(
            world.residents, world.cases, world.active[:3], 0, KEY
        )
        assert rows[np.argmin(urgency)] == first


def test_time_for_one_goes_to_whoever_waited_longest():
    p = numbers(NOBODY_GIVES_UP | {"helping.hours_a_level": 1.0})
    world = three_who_wait()
    world.actors["capacity"][TEAM_A] = 2.0
    plain(intake.serve_queues, 0.5)(world, p, 0, KEY)
    assert list(world.cases["mode"]) == [WAITING, OPEN, WAITING]
    assert world.cases[1].holder == TEAM_A
    assert world.organisations[TEAM].queue == pytest.approx(4.0), "two levels for two households"


@pytest.mark.parametrize(("free", "taken"), [(0.9, False), (1.0, True)])
def test_a_question_is_taken_up_from_half_of_its_hours_on(free: float, taken: bool):
    p, world = numbers({"helping.hours_a_level": 1.0}), state(1)
    needs(world, 0, debt=2)
    waiting(world, 0, TEAM, 3)
    world.actors["capacity"][TEAM_A] = free
    plain(intake.serve_queues, 0.5)(world, p, 0, KEY)
    assert (world.cases[0].mode == OPEN) == taken


def test_each_is_taken_up_by_whoever_then_has_most_time():
    p, world = numbers({"helping.hours_a_level": 1.0}), three_who_wait()
    world.actors["capacity"][[TEAM_A, TEAM_B]] = 5.0, 4.0
    plain(intake.serve_queues, 0.999)(world, p, 0, KEY)
    # 5 and 4 free: A takes the first and has 3 left, B the second, A the third
    assert [world.cases[household].holder for household in (1, 2, 0)] == [TEAM_A, TEAM_B, TEAM_A]


@pytest.mark.parametrize(("vacant", "chosen"), [(0, TEAM_B), (3, TEAM_A)])
def test_who_has_most_time_is_counted_after_what_is_promised(vacant: int, chosen: int):
    world = state()
    world.actors["capacity"][[TEAM_A, TEAM_B]] = 10.0, 8.0
    world.actors["committed"][TEAM_A] = 5.0
    world.actors["vacant"][TEAM_B] = vacant
    assert plain(intake.with_most_time)(world.actors, TEAM, numbers()) == chosen
    assert plain(intake.with_most_time)(world.actors, 7, numbers()) == -1


def test_what_a_household_asks_is_all_that_is_known_and_a_second_helper_only_one_need():
    p, world = numbers({"helping.hours_a_level": 0.5}), state(2)
    needs(world, 0, debt=2, mind=1)
    needs(world, 1, debt=3)
    needs(world, 1, known=False, body=3)
    asked = plain(intake.asked_of)
    case = waiting(world, 0, TEAM, 1)
    of = world.residents, world.actors, case
    assert asked(*of, -1, p) == (TEAM, pytest.approx(0.5 * (3 + 1))), "the worst of each need"
    assert asked(*of, DEBT, p) == (-1, 0.0)
    case.mode, case.stage[MIND], case.worker[MIND] = OPEN, ASKED, INCOME
    assert asked(*of, MIND, p) == (1, pytest.approx(0.5))
    assert asked(*of, -1, p) == (-1, 0.0)


def test_whoever_has_nothing_left_to_ask_leaves_the_queue():
    p, world = numbers(), state(1)
    waiting(world, 0, TEAM, 3)
    plain(intake.serve_queues, 0.5)(world, p, 0, KEY)
    assert world.cases[0].mode == NO_CASE


def test_those_who_wait_are_disappointed_once_when_the_term_is_over():
    p = numbers(NOBODY_GIVES_UP | {"trust.due": 8.0, "getting_in.trust_lost": 0.1})
    world = state(1)
    needs(world, 0, debt=1)
    waiting(world, 0, TEAM, 0)
    trust = []
    for week in range(12):
        plain(intake.wait, 0.5)(world, p, week, KEY)
        trust.append(world.residents[0].trust)
    assert trust == pytest.approx([0.5] * 8 + [0.45] * 4)


def test_whoever_gives_up_is_nobodys_case_and_off_the_list():
    p, world = numbers({"getting_in.giving_up": 0.1}), three_who_wait()
    plain(intake.wait, lambda who, *_: 0.05 if who == 1 else 0.2)(world, p, 0, KEY)
    assert list(world.cases["mode"]) == [WAITING, NO_CASE, WAITING]
    assert list(world.cases["listed"]) == [1, 0, 1]
    assert list(world.active[:2].values) == [0, 2]
    assert world.neighbourhoods[0].active == 2
    assert list(world.residents["known"] > 0) == [True, False, True]


def test_help_that_was_asked_and_does_not_begin_in_time_is_a_broken_promise():
    p, world = numbers({"trust.due": 8.0}), state(1)
    needs(world, 0, debt=1, mind=1)
    case = helped(world, 0, TEAM_A, mind=TEAM_A, debt=INCOME)
    case.stage[DEBT], case.asker[DEBT] = ASKED, TEAM_A
    broken = []
    for week in range(10):
        plain(intake.wait)(world, p, week, KEY)
        broken.append(world.pairs[TEAM_A, INCOME].broken)
    assert broken == [0.0] * 8 + [1.0, 1.0]
    assert world.pairs["broken"].sum() == 1.0
    assert case.open == 10


def test_asked_help_is_begun_by_who_has_time_and_credited_to_who_was_asked():
    p, world = numbers({"trust.due": 8.0}), state(1)
    needs(world, 0, debt=1)
    case = helped(world, 0, INCOME, debt=TEAM_A)
    case.stage[DEBT], case.asker[DEBT], case.weeks[DEBT] = ASKED, INCOME, 2
    world.actors["capacity"][TEAM_B] = 5.0
    plain(intake.serve_queues, 0.5)(world, p, 0, KEY)
    assert (case.stage[DEBT], case.worker[DEBT]) == (HELPING, TEAM_B)
    assert world.pairs[INCOME, TEAM_A].kept == 1.0
    assert world.pairs["kept"].sum() == 1.0
