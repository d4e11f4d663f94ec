"""A scenario with several places on the command line: the same contract, and one split more."""

import json

import pytest

from experiments.command_line import main

SMALL = ("--residents", "400", "--replicates", "2", "--years", "1", "--json")


@pytest.fixture
def said(capsys):
    def run(*words: str) -> tuple[int, dict]:
        code = main(list(words))
        return code, json.loads(capsys.readouterr().out)

    return run


def test_a_region_does_not_differ_from_itself(said):
    code, data = said("compare", "wijzer_policy", "wijzer_policy", *SMALL, "--by", "municipality")
    assert code == 0
    assert [each["municipality"] for each in data["region"]] == [
        "Leiden", "Den Haag", "Alphen aan den Rijn",
    ]  # fmt: skip
    for told in data["outcomes"].values():
        assert told["equal"] == told["n"]
        if told["groups"] is not None:
            assert list(told["groups"]) == ["Leiden", "Den Haag", "Alphen aan den Rijn"]
        assert told["gap"] is None
    for key in ("uniformity", "tension", "cost_apart_own"):
        assert data["outcomes"][key]["a"]["windows"]["final"]["median"] is not None, key


def test_draws_of_what_nobody_knows_are_the_same_on_both_sides(said):
    words = ("--uncertainty", "priors", "--by", "disadvantage", "--check")
    _, data = said("compare", "wijzer_split", "wijzer_split", *SMALL, *words)
    assert all(told["equal"] == told["n"] for told in data["outcomes"].values())
    assert data["check"]["euros"] < 1e-4


def test_a_scenario_without_places_runs_where_the_other_does(said):
    _, data = said("compare", "as_it_is_now", "eemland_apart", *SMALL, "--dry-run")
    assert data["places"] == ["region"]
    assert {len(side) for side in data["region"].values()} == {7}
    assert data["money"]["same"]
    _, data = said("compare", "eemland_apart", "eemland_together", *SMALL, "--dry-run")
    assert not data["money"]["same"], "the regional facilitator costs money"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("run", "wijzer_policy", "--place", "doorsnee"), "--place"),
        (("compare", "wijzer_policy", "eemland_apart"), "compare"),
        (("run", "as_it_is_now", "--by", "municipality"), "--by"),
    ],
)
def test_what_does_not_go_together_is_told(said, words: tuple[str, ...], where: str):
    code, data = said(*words, "--json")
    assert code == 2
    assert [fault["where"] for fault in data["errors"]] == [where]
