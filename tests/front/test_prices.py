"""Prices that a visitor set: in both worlds, in money, and in nothing that is said without it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from experiments import picture, simulation
from experiments.front import declared
from experiments.front.desk import Desk, asked
from experiments.front.shapes import Question, Side

PRICE = "spending.price_mental"
NOW = Question("doorsnee", Side("as_it_is_now"), Side("more_mandate"), 2, 3)
DEARER = replace(NOW, prices=((PRICE, 160.0),))


def test_a_price_holds_in_both_worlds_and_before_them():
    for plan in asked(DEARER).sides():
        assert plan.context[PRICE] == 160.0
    assert PRICE not in asked(NOW).sides()[0].context


@pytest.mark.parametrize("price", declared.prices(), ids=lambda price: price.address)
def test_every_price_may_stand_at_both_ends_of_its_range(price):
    for value in price.between:
        asked(replace(NOW, prices=((price.address, value),))).sides()


def test_without_extra_money_a_price_changes_euros_and_nothing_else():
    runs = []
    for question in (NOW, DEARER):
        plan = asked(question, residents=400).sides()[0]
        runs.append(picture.of(simulation.run(plan, 0), picture.windows(plan.weeks)))
    sides = [picture.together([run], 208, picture.windows(208)) for run in runs]
    same, other = [], []
    for outcome in declared.outcomes():
        before, after = (side.window(outcome.key) for side in sides)
        equal = np.allclose(before, after, rtol=1e-9, equal_nan=True)
        (same if equal else other).append(outcome.key)
    assert {"burden", "time_to_help", "ownerless_several", "care_received", "commitment"} <= set(
        same
    )
    assert {"cost_zvw", "cost_total"} <= set(other)


def test_the_file_of_figures_says_which_prices_were_set():
    text = Desk().table(replace(DEARER, runs=1), "nl")
    assert "# prijs: spending.price_mental=160" in text
