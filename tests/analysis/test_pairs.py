"""Paired effects in counts: over pairs of runs, over worlds, and in parts of the worlds."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis import pairs, reading
from model.outcomes import OUTCOMES
from scenarios.faults import Refused
from tests.analysis import made
from tests.analysis.made import KEY


def of(results, outcome: str = KEY) -> reading.Subject:
    return reading.subject(results, outcome, "final", "a", "b")


def test_luck_that_a_pair_shares_leaves_no_trace():
    def value(row, scenario, place, replicate):
        return made.luck(place, replicate, 100.0) + (0.5 if scenario == "b" else 0.0)

    results = made.study(value, made.drawn(6, ("x",)), replicates=5, scenarios=("a", "b"))
    found = pairs.compare(results, of(results))
    whole = found.table.iloc[0]
    assert (whole["pairs"], whole["b_higher"], whole["worlds_b_higher"]) == (30, 30, 6)
    assert whole["median"] == pytest.approx(0.5)
    assert whole["p95"] - whole["p05"] == pytest.approx(0.0, abs=1e-9)
    assert found.runs == 60


def test_a_planted_turn_is_found_in_the_factor_where_it_was_planted():
    def value(row, scenario, **_):
        return 0.0 if scenario == "a" else float(np.sign(row["turning"] - 1 / 3))

    results = made.study(value, made.drawn(90, ("other", "turning"), seed=3), scenarios=("a", "b"))
    found = pairs.compare(results, of(results))
    parts = found.table[found.table["context"] == "turning"].set_index("part")
    assert parts.loc["low", "worlds_b_lower"] >= 28
    assert parts.loc["high", "worlds_b_higher"] == parts.loc["high", "worlds"] == 30
    assert "depends most on “turning” (low: " in found.said[2].en
    assert parts["from"].is_monotonic_increasing


def test_the_parts_of_a_context_hold_all_worlds_once():
    results = made.study(lambda row, **_: row["x"], made.drawn(31, ("x",)), scenarios=("a", "b"),
                         places=("here", "elsewhere"), replicates=2)  # fmt: skip
    table = pairs.compare(results, of(results)).table
    for context in ("x", "place"):
        parts = table[table["context"] == context]
        assert parts["worlds"].sum() == 62
        assert parts["pairs"].sum() == 124
    assert (table["b_higher"] + table["b_lower"] == 0).all()
    assert set(table["verdict"]) == {"no_clear_difference"}


def test_a_factor_of_few_values_is_told_by_its_values():
    column = pd.Series([0.0, 1.0, 1.0, 0.0])
    assert list(pairs.thirds(column, column)) == ["0", "1", "1", "0"]


def test_a_difference_below_the_smallest_that_matters_is_about_equal():
    margin = OUTCOMES["need_any"].margin

    def value(row, scenario, **_):
        return 0.4 + (margin * row["part"] if scenario == "b" else 0.0)

    at = pd.DataFrame({"part": [0.5, 0.9, 1.1, -2.0]})
    results = made.study(value, at, scenarios=("a", "b"), outcome="need_any")
    whole = pairs.compare(results, of(results, "need_any")).table.iloc[0]
    assert (whole["worlds_b_higher"], whole["worlds_b_lower"]) == (1, 1)
    assert whole["worlds_about_equal"] == whole["within_margin"] == 2


def test_a_missing_side_of_a_pair_is_refused_by_name_or_left_out_with_its_pair():
    results = made.study(lambda row, **_: row["x"], made.drawn(4, ("x",)), scenarios=("a", "b"),
                         replicates=3).without("a-here-2-1")  # fmt: skip
    with pytest.raises(Refused, match=r"1 of 12 runs .* place here point 2 replicate 1"):
        pairs.compare(results, of(results))
    found = pairs.compare(results, of(results), leave_out=True)
    assert (found.table.iloc[0]["pairs"], found.left_out) == (11, 1)
    assert "1 pairs of runs without a value was left out." in [each.en for each in found.said]


def test_names_that_are_not_in_the_study_are_all_told_at_once_with_the_nearest():
    results = made.study(lambda row, **_: 0.0, made.drawn(2, ("x",)), scenarios=("one", "other"))
    with pytest.raises(Refused) as refused:
        reading.subject(results, "value_of_a_tset", "finall", "xyz", "othr")
    assert [fault.nearest for fault in refused.value.faults] == [KEY, "final", None, "other"]
    with pytest.raises(Refused, match="twice the same"):
        reading.subject(results, KEY, "final", "one", "one")
