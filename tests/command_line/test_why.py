"""Why two worlds differ, from the command line: explain, follow, save and resume."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from experiments.command_line import main
from experiments.explaining import events_table
from model.state.events import KINDS

SMALL = ("--residents", "300", "--years", "1")
PAIR = ("as_it_is_now", "neighbourhood_budget")
FEW = ("--mechanism", "pockets,trust", "--outcome", "one_plan,cost_total", "--replicates", "2")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Type a command; its exit code, and what it says on stdout. What is kept is kept apart."""
    monkeypatch.setattr("experiments.explaining.kept.cache_root", lambda: tmp_path)

    def typed(*words: str) -> tuple[int, str]:
        code = main(words)
        return code, capsys.readouterr().out

    return typed


@pytest.fixture
def answered(said):
    """Type a command with --json; what it answers."""

    def typed(*words: str, code: int = 0) -> Any:
        left, out = said(*words, "--json")
        assert left == code, out
        return json.loads(out, parse_constant=lambda word: pytest.fail(f"{word} in the JSON"))

    return typed


def test_an_explanation_adds_up(answered):
    data = answered("explain", *PAIR, *SMALL, *FEW)
    assert data["schema"] == 1
    assert data["orders"]["exact"]
    assert set(data["outcomes"]) == {"one_plan", "cost_total"}
    assert data["mechanisms"]["pockets"]["set_differently"] == ["pockets.pooled"]
    for split in data["outcomes"].values():
        parts = [row["contribution"] for row in split["contributions"]]
        total = sum(parts) + split["remainder"]["value"]
        assert total == pytest.approx(split["difference"], rel=1e-8, abs=1e-9)
        for row in split["contributions"]:
            own = row["alone"] + row["only_with_others"]
            assert own == pytest.approx(row["contribution"], rel=1e-6, abs=1e-9)


def test_a_scenario_against_itself_has_nothing_to_explain(answered):
    data = answered("explain", "as_it_is_now", "as_it_is_now", *SMALL, *FEW)
    for split in data["outcomes"].values():
        assert split["difference"] == split["remainder"]["value"] == 0.0
        assert split["contributions"] == []
    assert data["screened_out"] == ["pockets", "trust"]


def test_an_explanation_is_told_in_both_languages(said):
    for language, word in (("nl", "alleen samen"), ("en", "only together")):
        code, out = said("explain", *PAIR, *SMALL, *FEW, "--language", language)
        assert code == 0
        assert word in out
        assert "pockets" in out


def test_what_cannot_be_explained_is_told_all_at_once(answered):
    wrong = ("--outcome", "one_plam", "--mechanism", "spending", "--permutations", "x",
             "--over", "never")  # fmt: skip
    faults = answered("explain", *PAIR, *SMALL, *wrong, code=2)["errors"]
    assert [fault["where"] for fault in faults] == [
        "--outcome", "--mechanism", "--permutations", "--over",
    ]  # fmt: skip
    assert faults[0]["nearest"] == "one_plan"


def test_a_typical_household_is_followed_in_two_worlds(answered, said):
    command = ("follow", *PAIR, *SMALL, "--replicate", "1")
    data = answered(*command, "--household", "typical")
    assert data["followed"]["kind"] == "household"
    assert data["followed"]["typical"]
    a, b = data["sides"]["a"], data["sides"]["b"]
    assert a["begins"] == b["begins"]
    assert a["moments"]
    assert {"week", "kind", "reason", "domain", "who", "nl", "en"} <= a["moments"][0].keys()
    row = str(data["followed"]["row"])
    code, out = said(*command, "--household", row, "--language", "nl")
    assert code == 0
    assert "huishouden" in out
    assert "verhalen" in out


def test_a_professional_is_followed_and_the_network_written(answered, tmp_path: Path):
    file = tmp_path / "ties.csv"
    data = answered("follow", "as_it_is_now", *SMALL, "--professional", "0", "--network", str(file))
    assert data["followed"] == {"kind": "professional", "row": 0, "typical": False}
    assert data["parts_in_week"] is None
    table = pd.read_csv(file)
    assert set(table["week"]) == {0, 13, 26, 39, 52}
    other = tmp_path / "ties.json"
    answered("follow", *PAIR, *SMALL, "--network", str(other))
    ties = json.loads(other.read_text(encoding="utf-8"))
    assert set(ties["ties"]) == {"a", "b"}
    assert {"x", "y", "name"} <= ties["seats"][0].keys()


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("--household", "999999"), "--household"),
        (("--household", "most"), "--household"),
        (("--replicate", "x"), "--replicate"),
        (("--household", "1", "--professional", "1"), "--professional"),
        (("--network", "ties.txt"), "--network"),
        (("--events", "log.txt"), "--events"),
    ],
)
def test_nobody_who_is_not_there_is_followed(answered, words: tuple[str, ...], where: str):
    faults = answered("follow", "as_it_is_now", *SMALL, *words, code=2)["errors"]
    assert [fault["where"] for fault in faults] == [where]


PAGE = Path(__file__).parents[2] / "docs" / "learn" / "events.md"


def test_all_that_happened_is_written_down_in_words(answered, said, tmp_path: Path):
    file = tmp_path / "log.csv"
    story = answered("follow", *PAIR, *SMALL, "--replicate", "1", "--events", str(file))
    first, table = file.read_text(encoding="utf-8").split("\n")[0], pd.read_csv(file, comment="#")
    assert first.startswith("# samenspel: thinking model, not a forecast; version: ")
    assert "replicate: 1; complete: yes" in first
    assert list(table.columns) == list(events_table.COLUMNS)
    assert set(table["run"]) == {"a", "b"}
    row = story["followed"]["row"]
    for label, side in story["sides"].items():  # the story of one is those lines of the log
        mine = table[(table["run"] == label) & (table["household"] == row)]
        assert sorted(mine["told"]) == sorted(each["en"] for each in side["moments"])
    refused = table[table["kind"] == "refused"]
    assert len(refused) > 0
    assert refused[["who", "organisation", "why", "told"]].notna().all(axis=None)
    met = table[table["kind"] == "acquainted"]
    assert met[["who", "whom"]].notna().all(axis=None)
    assert met["household"].isna().all()
    said("follow", *PAIR[:1], *SMALL, "--language", "nl", "--events", str(file))
    assert pd.read_csv(file, comment="#")["told"].str.contains("pakt het op").any()


def test_who_sends_on_relies_on_whoever_was_asked(answered, tmp_path: Path):
    """A promise to begin in time is one that was made when somebody was asked."""
    file = tmp_path / "log.csv"
    answered("follow", *PAIR[:1], *SMALL, "--events", str(file))
    table = pd.read_csv(file, comment="#")
    asked = table[table["kind"] == "asked_too"]
    pairs = set(asked[["household", "domain", "who", "whom"]].itertuples(index=False, name=None))
    kept = table[(table["kind"] == "promise_kept") & (table["why"] == "to begin in time")]
    later = kept[kept["household"].isin(asked["household"]) & (kept["who"] != kept["whom"])]
    answers = set(later[["household", "domain", "who", "whom"]].itertuples(index=False, name=None))
    assert pairs & answers


def test_the_page_about_the_log_names_every_kind_and_no_other():
    told = set(re.findall(r"`([a-z_]+)`", PAGE.read_text(encoding="utf-8").split("## Which")[1]))
    told -= {"kind", "who", "whom", "why", "hours_meeting", "complete"}
    assert told == set(KINDS)


def test_a_run_that_was_saved_goes_on_with_the_same_outcomes(answered, tmp_path: Path):
    file = str(tmp_path / "state")
    run = ("run", "more_team_hours", "--residents", "300", "--replicates", "2", "--check")
    whole = answered(*run, "--years", "2")
    answered(*run, "--years", "1", "--save", file)
    went_on = answered(*run, "--years", "2", "--resume", file)
    assert went_on.pop("resumed_in_week") == 52
    assert json.dumps(went_on) == json.dumps(whole)
    other = answered(*run, "--years", "2", "--resume", file, "--set", "hours.protected=3")
    first = [each["outcomes"]["burden"]["by_year"][0] for each in (whole, other)]
    assert first[0] == first[1]
    assert other["outcomes"] != whole["outcomes"]


def test_what_goes_on_has_the_people_and_runs_that_were_saved(answered, tmp_path: Path):
    file = str(tmp_path / "state")
    small = ("--residents", "300", "--replicates", "2")
    run = ("run", "as_it_is_now", "--years")
    answered(*run, "1", *small, "--save", file)
    went_on = answered(*run, "2", "--resume", file)
    assert went_on.pop("resumed_in_week") == 52
    assert json.dumps(went_on) == json.dumps(answered(*run, "2", *small))
    assert answered(*run, "2", "--replicates", "1", "--resume", file)["replicates"] == 1
    for option, typed, right in (("--residents", "400", "300"), ("--replicates", "20", "2")):
        (fault,) = answered(*run, "2", option, typed, "--resume", file, code=2)["errors"]
        assert (fault["where"], fault["value"], fault["nearest"]) == (option, typed, right)


def test_a_state_of_another_place_is_refused(answered, tmp_path: Path):
    file = str(tmp_path / "state")
    run = ("run", "as_it_is_now", "--residents", "300", "--replicates", "1")
    answered(*run, "--years", "1", "--save", file)
    for more in (
        ("--years", "2", "--place", "dorpsrand"),
        ("--years", "2", "--seed", "2"),
        ("--years", "1"),
    ):
        faults = answered(*run, *more, "--resume", file, code=2)["errors"]
        assert faults[0]["where"] == "--resume"
    assert answered(*run, "--resume", "nowhere", code=2)["errors"][0]["where"] == "--resume"
