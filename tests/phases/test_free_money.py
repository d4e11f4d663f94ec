"""Phase 6 by hand: what a joint plan spends without asking."""

import pytest

from model.phases import free_money
from model.state.posts import budget_of
from tests.phases.by_hand import INCOME, LANDLORD, TEAM_A, helped, numbers, plain, state

MONEY = {
    "flexible_budget.euros": 1000.0,
    "flexible_budget.buyable": 0.5,
    "flexible_budget.price": 5000.0,
}


def plan(fit: float, **values: float):
    """The team, the desk and the landlord together, in a plan that fits so far; each row is two."""
    p, world = numbers(MONEY | values), state(1)
    case = helped(world, 0, TEAM_A, debt=INCOME, housing=LANDLORD, work=TEAM_A)
    case.fit, world.neighbourhoods[0].weight = fit, 2.0
    plain(free_money.spend)(world, case, p)
    return world, case


def test_half_of_what_is_lacking_is_bought_and_three_budgets_pay_alike():
    world, case = plan(0.8)
    assert case.fit == pytest.approx(0.9)
    payers = {plain(budget_of)(world.actors[one]) for one in (TEAM_A, INCOME, LANDLORD)}
    assert len(payers) == 3
    for budget in payers:
        assert world.budgets[budget].paid == pytest.approx(2.0 * 500.0 / 3.0)
    assert world.organisations[0].received == pytest.approx(1000.0)
    assert sum(world.tally[0].spent[budget] for budget in payers) == pytest.approx(1000.0)


def test_no_more_is_spent_than_a_plan_has():
    world, case = plan(0.2)
    assert case.fit == pytest.approx(0.4)
    assert world.organisations[0].received == pytest.approx(2000.0)


@pytest.mark.parametrize(("fit", "euros"), [(1.0, 1000.0), (0.5, 0.0)], ids=["fits", "no money"])
def test_nothing_is_spent_where_nothing_lacks_or_there_is_nothing(fit: float, euros: float):
    world, case = plan(fit, **{"flexible_budget.euros": euros})
    assert case.fit == fit
    assert world.organisations[0].received == 0.0
