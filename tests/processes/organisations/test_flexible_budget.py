"""A budget that members of a joint plan may spend without asking (M10)."""

from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import flexible_budget
from tests.generators import neutral_of, numbers, plain, shares

spends, still_lacking = plain(flexible_budget.spends), plain(flexible_budget.still_lacking)
P = numbers(euros=1000.0, buyable=0.4, price=5000.0)


def test_two_fifths_of_what_is_lacking_can_be_bought_as_far_as_the_money_goes():
    assert spends(0.25, P) == 500.0
    assert still_lacking(0.25, 500.0, P) == 0.15
    assert spends(1.0, P) == 1000.0
    assert still_lacking(1.0, 1000.0, P) == 0.8


@given(lacking=shares, euros=st.floats(0.0, 5000.0))
def test_nobody_spends_more_than_is_there_or_mends_more_than_money_can(lacking, euros):
    p = numbers(euros=euros, buyable=0.4, price=5000.0)
    spent = spends(lacking, p)
    assert 0.0 <= spent <= euros
    assert 0.6 * lacking - 1e-12 <= still_lacking(lacking, spent, p) <= lacking


@given(lacking=shares)
def test_with_neutral_numbers_nothing_is_spent(lacking: float):
    off = neutral_of(flexible_budget.FlexibleBudgetParameters, "euros", buyable=0.4, price=5000.0)
    assert spends(lacking, off) == 0.0
    assert still_lacking(lacking, 0.0, off) == lacking
