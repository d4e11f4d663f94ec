"""One call in a notebook gives a tidy table with its code book."""

from types import SimpleNamespace

import pandas as pd
import pytest

from experiments import notebook
from scenarios.faults import Refused

SHORT = {"places": "doorsnee", "replicates": 3, "years": 1, "residents": 150}


def test_a_comparison_is_paired_and_told_in_counts():
    table = notebook.compare(
        "as_it_is_now", "more_team_hours", outcomes=["burden", "cost_total"], **SHORT
    )
    assert list(table["outcome"]) == ["burden", "cost_total"]
    assert (table["n"] == 3).all()
    told = table["higher"] + table["lower"] + table["within_margin"]
    assert (told == table["n"]).all()  # each pair is counted once, in one of the three
    assert table.attrs["codebook"]["burden"]["unit"] == "level_weeks"
    assert table.attrs["note"]["en"] == "thinking model, not a forecast"


def test_a_pair_that_differs_by_less_than_what_matters_is_counted_as_such_and_not_as_higher():
    values = {"a": [1.0, 1.0, 1.0, 1.0], "b": [1.05, 0.95, 2.0, 1.0]}  # by hand, margin 0.1
    at = pd.MultiIndex.from_product([["here"], [0], range(4)], names=notebook.PAIR)
    sides = [pd.DataFrame({"x": values[side]}, index=at) for side in "ab"]
    found = SimpleNamespace(manifest={"codebook": {"x": {"margin": 0.1}}})
    row = notebook._row(found, "x", "here", 0, *sides)  # pyright: ignore[reportArgumentType]
    assert (row["higher"], row["lower"], row["within_margin"], row["n"]) == (1, 0, 3, 4)


def test_a_scenario_compared_with_itself_differs_by_exactly_nothing():
    table = notebook.compare("as_it_is_now", "as_it_is_now", outcomes=["burden"], **SHORT)
    assert table[["difference", "p05", "p95", "higher", "lower"]].to_numpy().tolist() == [[0] * 5]


def test_headings_are_those_of_a_study_file_and_faults_are_told_the_same():
    table = notebook.run("as_it_is_now", outcomes=["burden"], **SHORT)
    assert table.shape[0] == 3
    assert table["burden"].notna().all()
    with pytest.raises(Refused, match=r"hours\.protected"):
        notebook.run("as_it_is_now", levers=["hours.protectd"], design="grid", **SHORT)
