"""Gains elsewhere (M10)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.parameters import Parameters
from model.processes.organisations import elsewhere
from model.processes.organisations.elsewhere import FALLS, VECTORS, ElsewhereParameters
from model.state.axes import BUDGET_COUNT, BUDGET_OF_DOMAIN, DOMAIN_COUNT, DOMAINS
from tests.generators import numbers, plain, shares

falls_to = plain(elsewhere.falls_to)
USUAL = numbers(falls=Parameters().record()["elsewhere"]["falls"][0])


def over_budgets(domain: int, p: object) -> list[float]:
    return [falls_to(domain, budget, p) for budget in range(BUDGET_COUNT)]


def test_less_debt_spares_the_desk_the_insurer_the_landlord_and_the_team():
    assert over_budgets(0, USUAL) == pytest.approx([0.1, 0.0, 0.0, 0.55, 0.15, 0.2, 0.0])


@pytest.mark.parametrize("domain", range(DOMAIN_COUNT), ids=list(DOMAINS))
@given(share=st.lists(shares, min_size=len(FALLS), max_size=len(FALLS)))
def test_not_a_euro_is_added_or_lost(domain: int, share: list[float]):
    assert sum(over_budgets(domain, numbers(falls=share))) == pytest.approx(1.0)


@given(noticed=shares)
def test_what_all_together_count_on_is_the_whole_however_much_they_know(noticed: float):
    p = numbers(falls=USUAL.falls, noticed=noticed)
    believed = plain(elsewhere.believed)
    for domain in range(DOMAIN_COUNT):
        own = BUDGET_OF_DOMAIN[domain]
        counted = [
            believed(falls_to(domain, budget, p), domain, budget, p)
            for budget in range(BUDGET_COUNT)
        ]
        assert sum(counted) == pytest.approx(1.0)
        assert falls_to(domain, own, p) - 1e-12 <= counted[own] <= 1.0


@pytest.mark.parametrize("domain", range(DOMAIN_COUNT))
def test_without_it_all_falls_to_the_budget_of_the_need(domain: int):
    found = over_budgets(domain, numbers(falls=np.zeros(len(FALLS))))
    assert found == [float(budget == BUDGET_OF_DOMAIN[domain]) for budget in range(BUDGET_COUNT)]


@pytest.mark.parametrize("domain", range(DOMAIN_COUNT))
def test_within_their_ranges_something_is_always_left_for_the_budget_of_the_need(domain: int):
    declared = ElsewhereParameters.declarations()
    names = [name for name, (one, _) in zip(VECTORS["falls"], FALLS, strict=True) if one == domain]
    assert sum(declared[name].between[1] for name in names) < 1.0
    assert all(budget != BUDGET_OF_DOMAIN[domain] for one, budget in FALLS if one == domain), (
        "what falls to the own budget is what is left"
    )


def test_each_number_stands_where_its_name_says():
    """The first word names the need and the second the budget, in the order of the pairs."""
    needs = {"debt": 0, "work": 1, "housing": 2, "mind": 3, "body": 4, "youth": 5, "lonely": 6}
    needs["safety"] = 7
    budgets = {"general": 0, "support": 1, "youth": 2, "participation": 3, "insurer": 4}
    budgets |= {"housing": 5, "state": 6}
    named = [name.split("_") for name in VECTORS["falls"]]
    assert [(needs[one], budgets[two]) for one, two in named] == list(FALLS)
