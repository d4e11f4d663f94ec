"""One call in a notebook gives a tidy table with its code book."""

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
    assert (table["higher"] + table["lower"] <= table["n"]).all()
    assert table.attrs["codebook"]["burden"]["unit"] == "level_weeks"
    assert table.attrs["note"]["en"] == "thinking model, not a forecast"


def test_a_scenario_compared_with_itself_differs_by_exactly_nothing():
    table = notebook.compare("as_it_is_now", "as_it_is_now", outcomes=["burden"], **SHORT)
    assert table[["difference", "p05", "p95", "higher", "lower"]].to_numpy().tolist() == [[0] * 5]


def test_headings_are_those_of_a_study_file_and_faults_are_told_the_same():
    table = notebook.run("as_it_is_now", outcomes=["burden"], **SHORT)
    assert table.shape[0] == 3
    assert table["burden"].notna().all()
    with pytest.raises(Refused, match=r"hours\.protected"):
        notebook.run("as_it_is_now", levers=["hours.protectd"], design="grid", **SHORT)
