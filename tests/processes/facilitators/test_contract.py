"""The contract of a facilitator (M1, M27)."""

import pytest
from hypothesis import given

from model.processes.facilitators import contract
from tests.generators import amounts, plain, shares

board_hours, going_out = plain(contract.board_hours), plain(contract.going_out)
leads_process = plain(contract.leads_process)
has_budget_say, depends = plain(contract.has_budget_say), plain(contract.depends)


@given(hours=amounts(40.0), board=shares, outreach=shares)
def test_an_hour_is_worked_on_one_board_or_the_other_and_never_twice(hours, board, outreach):
    at_board, outside = board_hours(hours, board), going_out(hours, board, outreach)
    assert at_board >= 0.0
    assert outside >= 0.0
    assert at_board + outside <= hours + 1e-9


def test_twenty_hours_half_at_the_board_and_three_tenths_of_the_rest_outside():
    assert board_hours(20.0, 0.5) == 10.0
    assert going_out(20.0, 0.5, 0.3) == pytest.approx(3.0)


@given(hours=amounts(40.0, 1.0))
def test_who_is_wholly_at_the_board_does_not_go_out_and_the_other_way_round(hours):
    assert going_out(hours, 1.0, 1.0) == 0.0
    assert board_hours(hours, 0.0) == 0.0
    assert going_out(hours, 0.0, 1.0) == hours


def test_only_from_process_lead_on_may_somebody_point_at_an_owner():
    assert [leads_process(mandate) for mandate in (0.0, 1.0, 2.0, 3.0)] == [0.0, 0.0, 1.0, 1.0]


def test_only_with_the_widest_mandate_has_somebody_a_say_over_budgets():
    assert [has_budget_say(mandate) for mandate in (0.0, 1.0, 2.0, 3.0)] == [0.0, 0.0, 0.0, 1.0]


@given(paid=shares, elsewhere=shares)
def test_who_has_other_clients_depends_less_on_each_payer(paid, elsewhere):
    assert depends(paid, elsewhere) == pytest.approx(paid * (1 - elsewhere))
    assert depends(paid, 0.0) == paid
    assert depends(paid, 1.0) == 0.0
