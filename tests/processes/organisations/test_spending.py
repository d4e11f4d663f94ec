"""Spending (M27, M10)."""

import numpy as np
import pytest
from hypothesis import given

from model.processes.organisations import spending
from model.state.axes import BUDGET_COUNT, ORGANISATION_COUNT
from model.state.tables import BUDGETS, ORGANISATIONS
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares, table

weekly, pay, saved = plain(spending.weekly), plain(spending.pay), plain(spending.saved)

P = numbers(begin=26.0, end=156.0, weeks_saved=52.0)


def test_money_flows_from_its_first_week_until_the_week_in_which_it_ends():
    flowing = [weekly(5.2, 10_000.0, 0.5, week, P) for week in (25, 26, 155, 156)]
    assert flowing == pytest.approx([0.0, 500.0, 500.0, 0.0])


@given(extra=amounts(25.0), residents=amounts(20_000.0), share=inside)
def test_uses_that_add_up_to_one_share_all_of_the_money(extra, residents, share):
    parts = [weekly(extra, residents, part, 30, P) for part in (share, 1 - share)]
    assert sum(parts) == pytest.approx(extra * residents / 52)


@given(euros=amounts(10_000.0), again=amounts(10_000.0))
def test_what_one_pays_another_receives(euros, again):
    flows = np.zeros((BUDGET_COUNT, ORGANISATION_COUNT))
    budgets, organisations = table(BUDGETS, BUDGET_COUNT), table(ORGANISATIONS, ORGANISATION_COUNT)
    pay(flows, budgets, 2, organisations, 6, euros)
    pay(flows, budgets, 2, organisations, 6, again)
    assert flows[2, 6] == budgets[2].paid == organisations[6].received == euros + again
    assert flows.sum() == budgets["paid"].sum() == organisations["received"].sum()


@given(levels=amounts(100.0, 0.1), hours=inside, price=amounts(120.0, 10.0))
def test_a_level_less_spares_the_hours_it_would_have_asked(levels, hours, price):
    assert saved(levels, hours, price, P) == pytest.approx(levels * 52 * hours * price)
    assert saved(levels, hours, price, numbers(weeks_saved=0.0)) == 0.0


@given(share=shares)
def test_switched_off_there_is_no_extra_money(share):
    off = neutral_of(spending.SpendingParameters, "extra")
    assert weekly(off.extra, 10_000.0, share, 30, P) == 0.0
