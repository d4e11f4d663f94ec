"""Ten habits between two poles (M19)."""

import numpy as np
import pytest
from hypothesis import given

from model.chance import key_of
from model.parameters import Parameters
from model.processes.professionals import repertoire
from model.processes.professionals.repertoire import HABITS, RepertoireParameters
from model.state.axes import TRADE_COUNT
from model.state.tables import ACTORS
from tests.generators import amounts, inside, numbers, plain, shares

score, gain, cost = plain(repertoire.score), plain(repertoire.gain), plain(repertoire.cost)
NUMBERS = RepertoireParameters.declarations()


@given(mean=shares, nature=amounts(1.0, -1.0), spread=amounts(0.5))
def test_a_score_stays_on_the_scale_and_without_spread_everybody_is_alike(mean, nature, spread):
    assert 0.0 <= score(mean, nature, numbers(spread=spread)) <= 1.0
    assert score(mean, nature, numbers(spread=0.0)) == mean


@given(own=shares, size=amounts(4.0), usual=shares, counts=amounts(2.0))
def test_what_is_usual_brings_and_costs_nothing_and_the_poles_lie_on_either_side(
    own, size, usual, counts
):
    p = numbers(usual=usual, gains=counts, costs=counts)
    assert gain(usual, size, p) == cost(usual, size, p) == 0.0
    assert gain(own, size, p) == cost(own, size, p)
    assert gain(0.0, size, p) <= 0.0 <= gain(1.0, size, p)


@given(own=shares, size=amounts(4.0))
def test_gains_may_count_where_prices_do_not_and_the_other_way_round(own, size):
    p = numbers(usual=0.4, gains=0.0, costs=1.0)
    assert gain(own, size, p) == 0.0
    assert cost(own, size, p) == size * (own - 0.4)


def test_each_habit_has_a_lever_a_gain_and_a_price_and_starts_at_what_is_usual():
    assert len(HABITS) == TRADE_COUNT
    for habit in HABITS:
        assert NUMBERS[habit].role == "lever"
        assert NUMBERS[habit].default == NUMBERS["usual"].default
        for size in (f"gained_{habit}", f"paid_{habit}"):
            assert NUMBERS[size].role == "setting"
            assert NUMBERS[size].between[0] == 0.0 < NUMBERS[size].default


def test_both_factors_may_be_nothing():
    for name in ("gains", "costs"):
        assert NUMBERS[name].between[0] == NUMBERS[name].neutral == 0.0


def newcomers(count: int, alike: float) -> np.ndarray:
    actors = np.zeros(count, dtype=ACTORS)
    actors["id"] = np.arange(count)
    p = Parameters.of({"repertoire.alike": alike}).record()[0]["repertoire"]
    for actor in actors:
        repertoire.comes_to_work(actor, key_of(1, 1), p)
    return actors["nature"]


def test_people_differ_around_what_is_aimed_at_partly_alike_in_all_ten():
    nature = newcomers(2_000, 0.5)
    assert np.abs(nature).max() <= 1.0
    assert nature.mean(axis=0) == pytest.approx(0.0, abs=0.03)
    together = np.corrcoef(nature.T)[np.triu_indices(TRADE_COUNT, 1)]
    assert together == pytest.approx(0.5, abs=0.06), "half of the variance is common"
    apart = np.corrcoef(newcomers(2_000, 0.0).T)[np.triu_indices(TRADE_COUNT, 1)]
    assert apart == pytest.approx(0.0, abs=0.08)


@given(mean=inside)
def test_who_sits_here_works_by_what_is_aimed_at_and_by_own_nature(mean):
    actors = np.zeros(1, dtype=ACTORS)
    actors["nature"] = 0.5
    aims = {f"repertoire.{habit}": mean for habit in HABITS}
    repertoire.works_as(actors[0], Parameters.of(aims).record()[0]["repertoire"])
    assert actors["trades"][0] == pytest.approx(min(1.0, mean + 0.1))
