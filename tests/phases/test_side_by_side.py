"""Phases 4, 7 and 8 by hand: helpers without one plan, who call whom they know."""

import numpy as np
import pytest

from model.phases import agendas, care, side_by_side
from model.processes.residents import helping
from model.state.tables import JOINT
from tests.phases.by_hand import (
    INCOME,
    LANDLORD,
    MENTAL,
    SUPPORT,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

CALLS = {"alongside.calling": 2.0, "alongside.settling": 0.5, "pockets.searching": 0.0}


def three_side_by_side(**values: float):
    """Desk and landlord know each other for a half, the clinic knows nobody."""
    p, world = numbers(CALLS | values), state(1)
    needs(world, 0, debt=1, housing=1, mind=1)
    case = helped(world, 0, INCOME, debt=INCOME, housing=LANDLORD, mind=MENTAL)
    world.pairs["strength"][INCOME, LANDLORD] = 0.4
    world.pairs["strength"][LANDLORD, INCOME] = 0.6
    return world, case, p


def test_two_who_half_know_each_other_call_an_hour_a_month_and_strangers_do_not():
    world, case, p = three_side_by_side()
    plain(agendas.sum_up_promises)(world, p)
    spent = [world.actors[row].coordination for row in (INCOME, LANDLORD, MENTAL, SUPPORT)]
    assert spent == pytest.approx([0.25, 0.25, 0.0, 0.0])
    assert case.touch == pytest.approx(0.5 / 3), "the mean over three pairs"


def test_in_a_joint_plan_there_is_no_need_to_call():
    world, case, p = three_side_by_side(**{"helping.meeting": 0.0, "helping.linking": 0.0})
    case.form = JOINT
    plain(agendas.sum_up_promises)(world, p)
    assert world.actors[INCOME].coordination == 0.0
    assert case.touch == 0.0


def test_a_person_who_helps_with_two_needs_does_not_call_oneself():
    world, case, _ = three_side_by_side()
    case.worker[2] = INCOME
    count = np.zeros((11, 11))
    plain(side_by_side.count_pairs)(case, world.pairs, count)
    assert count.sum() == count[INCOME, MENTAL] == 1.0


def test_what_is_settled_in_calls_leaves_more_of_the_help():
    world, case, p = three_side_by_side(**{"helping.burden": 0.2, "helping.can_handle": 1.0})
    plain(agendas.sum_up_promises)(world, p)
    attend = plain(side_by_side.attending)
    shares = plain(care.attendances)(p)
    left = 3.0 - 0.5 * case.touch * 2.0
    assert attend(case, shares, p) == pytest.approx(plain(helping.attendance)(left, p.helping))
    assert attend(case, shares, p) > shares[3]
    case.touch = 0.0
    assert attend(case, shares, p) == shares[3]


def test_who_call_get_to_know_each_other_by_it_one_hour_at_a_time():
    world, _, p = three_side_by_side()
    plain(agendas.sum_up_promises)(world, p)
    plain(side_by_side.get_to_know)(world, p)
    assert world.pairs[INCOME, LANDLORD].together == pytest.approx(1.0)
    assert world.pairs[LANDLORD, INCOME].together == pytest.approx(1.0)
    assert world.pairs[INCOME, MENTAL].together == 0.0


def test_without_it_nobody_calls():
    world, _, p = three_side_by_side(**{"alongside.calling": 0.0})
    plain(agendas.sum_up_promises)(world, p)
    plain(side_by_side.get_to_know)(world, p)
    assert not world.actors["coordination"].any()
    assert not world.pairs["together"].any()
