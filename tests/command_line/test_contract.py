"""The command line is a contract: options, JSON, exit codes, and the same bytes each time."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from experiments.command_line import main
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES

SMALL = ("--residents", "300", "--replicates", "2", "--years", "1")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Type a command; its exit code, and what it says on stdout and on stderr."""

    def typed(*words: str) -> tuple[int, str, str]:
        code = main(words)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return typed


@pytest.fixture
def answered(said):
    """Type a command with --json; what it answers."""

    def typed(*words: str) -> Any:
        code, out, _ = said(*words, "--json")
        assert code == 0, out
        return json.loads(out, parse_constant=lambda word: pytest.fail(f"{word} in the JSON"))

    return typed


def everything(data: Any, name: str) -> list[Any]:
    """All values of this name, however deep."""
    if isinstance(data, dict):
        here = [data[name]] if name in data else []
        return here + [found for value in data.values() for found in everything(value, name)]
    if isinstance(data, list):
        return [found for value in data for found in everything(value, name)]
    return []


@pytest.mark.parametrize("registry", ["places", "scenarios", "levers", "outcomes"])
def test_a_registry_is_a_list_of_objects_with_a_key(answered, said, registry: str):
    rows = answered(registry)
    assert all(row["schema"] == 1 and row["key"] for row in rows)
    code, table, _ = said(registry)
    assert code == 0
    assert rows[0]["key"] in table


def test_levers_say_what_they_rest_on(answered):
    rows = {row["key"]: row for row in answered("levers")}
    assert rows.keys() == ADDRESSES.keys()
    wanted = {"address", "name", "unit", "range", "default", "role", "basis", "source"}
    assert all(wanted <= row.keys() for row in rows.values())
    assert rows["hours.admin"]["source"] == ["T23", "T25", "T26"]


def test_outcomes_say_which_difference_matters(answered):
    rows = answered("outcomes")
    assert [row["key"] for row in rows] == list(OUTCOMES)
    assert all({"better", "over_time", "margin"} <= row.keys() for row in rows)


def test_a_run_has_every_outcome_by_year_and_window(answered):
    data = answered("run", "more_team_hours", *SMALL, "--window", "start=0:13", "--check")
    assert data["schema"] == 1
    wanted = {"version", "scenario", "place", "place_data", "residents", "weight", "replicates",
              "draws", "seed", "weeks", "outcomes"}  # fmt: skip
    assert wanted <= data.keys()
    assert (data["weeks"], data["seed"], data["residents"]) == (52, 1, 300)
    assert data["outcomes"].keys() == OUTCOMES.keys()
    told = data["outcomes"]["need_any"]
    assert len(told["by_year"]) == 1
    assert told["windows"].keys() == {"final", "during", "after", "start"}
    assert told["windows"]["after"] is None
    assert told["windows"]["final"].keys() == {"median", "p05", "p95"}
    assert data["windows"]["start"] == [0, 13]
    assert data["check"].keys() == {"euros", "hours", "people"}
    assert max(data["check"].values()) < 1


def test_the_same_command_gives_the_same_bytes(said):
    words = ("run", "facilitator_external", *SMALL, "--values", "--json")
    assert said(*words)[1] == said(*words, "--threads", "1")[1]


def test_more_runs_leave_the_first_as_they_were(answered):
    few = answered("run", "more_mandate", *SMALL, "--values")
    more = answered("run", "more_mandate", *SMALL, "--replicates", "3", "--values")
    for key in OUTCOMES:
        first = few["outcomes"][key]["values"]["by_year"][0]
        assert more["outcomes"][key]["values"]["by_year"][0][:2] == first


@pytest.mark.parametrize("by", ["disadvantage", "household", "payer"])
@pytest.mark.parametrize("uncertainty", ["none", "priors"])
def test_a_scenario_does_not_differ_from_itself(answered, by: str, uncertainty: str):
    same = "facilitator_split"
    words = ("--by", by, "--uncertainty", uncertainty)
    data = answered("compare", same, same, *SMALL, *words)
    assert data["draws"] == (2 if uncertainty == "priors" else 0)
    assert bool(data["facts_drawn"]) is (uncertainty == "priors")
    for difference in everything(data["outcomes"], "difference"):
        bands = [*difference["by_year"], *difference["windows"].values()]
        for band in filter(None, bands):
            assert {band["median"], band["p05"], band["p95"]} <= {0.0, None}
            assert band["equal"] == band["n"] == band["within_margin"]
            assert band["b_higher"] == band["b_lower"] == 0


def test_a_comparison_counts_all_pairs(answered):
    data = answered("compare", "as_it_is_now", "facilitator_policy", *SMALL, "--values")
    assert data["extra_money"] == {"a": 0.0, "b": 9.0}
    told = data["outcomes"]["cost_facilitation"]
    assert (told["b_higher"], told["b_lower"], told["equal"], told["n"]) == (2, 0, 0, 2)
    assert told["difference"]["windows"]["final"]["median"] == pytest.approx(9)
    assert told["b"]["values"]["windows"]["final"] == pytest.approx([9, 9])


def test_each_side_may_be_set_apart(answered):
    apart = ("--set", "spending.end=52", "--set-b", "hours.protected=4")
    data = answered("compare", "as_it_is_now", "as_it_is_now", *SMALL, *apart)
    assert data["set"] == {"a": {"spending.end": 52.0},
                           "b": {"hours.protected": 4.0, "spending.end": 52.0}}  # fmt: skip
    assert data["outcomes"]["hours_care"]["b_lower"] == 2


def test_groups_come_with_their_size_and_gap(answered):
    data = answered("run", "as_it_is_now", *SMALL, "--by", "disadvantage")
    told = data["outcomes"]["need_any"]
    assert list(told["groups"]) == ["least", "middle", "most"]
    total = sum(group["n"] for group in told["groups"].values())
    assert total == pytest.approx(data["place_data"]["population"], abs=3)
    assert (told["gap"]["from"], told["gap"]["to"]) == ("least", "most")
    assert data["outcomes"]["strain"]["groups"] is None
    assert data["outcomes"]["strain"]["gap"] is None


def test_payers_are_told_for_costs_alone(answered):
    outcomes = answered("run", "as_it_is_now", *SMALL, "--by", "payer")["outcomes"]
    by_budget = outcomes["cost_total"]["groups"]
    assert by_budget["zvw"]["by_year"] == outcomes["cost_zvw"]["by_year"]
    assert outcomes["cost_zvw"]["groups"]["wmo"] is None
    assert outcomes["need_any"]["groups"] is None


def test_what_the_payers_paid_adds_up_to_the_whole(answered):
    shared = (
        "--set",
        "facilitator.paid_by_municipality=0.5",
        "--set",
        "facilitator.paid_by_insurer=0.3",
        "--set",
        "facilitator.paid_by_organisations=0.2",
    )
    data = answered("run", "facilitator_policy", *SMALL, "--by", "payer", *shared)
    for key in ("cost_total", "cost_facilitation", "cost_extra", "saved_wmo"):
        told = data["outcomes"][key]
        paid = [group["windows"]["final"]["median"] for group in told["groups"].values()]
        assert sum(paid) == pytest.approx(told["windows"]["final"]["median"], rel=1e-2)
    paid = data["outcomes"]["cost_facilitation"]["groups"]
    assert paid["zvw"]["windows"]["final"]["median"] == pytest.approx(2.7)


def test_the_same_money_costs_the_same_to_the_last_digit(answered):
    sides = ("facilitator_policy", "facilitator_neighbourhood")
    words = ("--by", "payer", "--set-a", "facilitator.paid_by_insurer=0.7",
             "--set-a", "facilitator.paid_by_municipality=0.3")  # fmt: skip
    told = answered("compare", *sides, *SMALL, *words)["outcomes"]["cost_facilitation"]
    assert told["difference"]["windows"]["final"]["median"] == 0.0
    assert told["equal"] == 2


def test_several_places_are_told_apart(answered):
    data = answered("run", "as_it_is_now", *SMALL, "--place", "dorpsrand", "--place", "stadswijk")
    assert [each["place"] for each in data["places"]] == ["dorpsrand", "stadswijk"]
    assert "outcomes" not in data


def test_a_mechanism_that_is_off_is_said_and_felt(answered):
    data = answered("run", "facilitator_policy", *SMALL, "--without", "spending,trust")
    assert data["without"] == ["spending", "trust"]
    assert data["outcomes"]["cost_facilitation"]["by_year"][0]["median"] == 0


def test_time_is_told_only_when_asked(answered):
    assert "timing" not in answered("run", "as_it_is_now", *SMALL)
    assert answered("run", "as_it_is_now", *SMALL, "--timing")["timing"]["seconds"] > 0


def test_a_dry_run_shows_settings_with_their_origin_and_the_money(answered, said):
    words = ("compare", "as_it_is_now", "facilitator_policy", "--dry-run",
             "--set-b", "spending.end=104", "--without", "trust")  # fmt: skip
    data = answered(*words)
    rows = {row["key"]: row for row in data["sides"]["b"]["settings"]}
    assert rows.keys() == ADDRESSES.keys()
    assert rows["facilitator.board"]["from"] == "scenario facilitator_policy"
    assert rows["spending.extra"]["from"] == "scenario same_money"
    assert rows["spending.end"]["from"] == "--set-b"
    assert rows["trust.gain"] | {"because": None} == {
        "key": "trust.gain", "value": 0.0, "default": ADDRESSES["trust.gain"].default,
        "from": "--without", "because": None,
    }  # fmt: skip
    assert rows["hours.admin"]["from"] == "default"
    assert [row["key"] for row in data["differs"]] == ["spending.extra", "spending.end"]
    without = {row["key"]: row for row in data["no_effect"]}
    assert without["facilitator.board"]["no_effect"].keys() == {"a"}
    assert without["facilitator.board"]["b"] == 0.8
    assert data["money"]["euro_per_resident"] == {"a": 0.0, "b": 18.0}
    assert data["money"]["same"] is False
    assert data["sides"]["b"]["timeline"][-1]["week"] == 104
    code, table, _ = said(*words)
    assert code == 0
    assert "NOT the same" in table


def test_every_run_can_be_written_to_a_file(said, tmp_path: Path):
    columns = ["scenario", "place", "replicate", "outcome", "window", "group", "value"]
    csv, parquet = tmp_path / "runs.csv", tmp_path / "runs.parquet"
    words = ("compare", "as_it_is_now", "as_it_is_now", *SMALL, "--by", "household")
    assert said(*words, "--out", str(csv))[0] == 0
    assert said(*words, "--out", str(parquet))[0] == 0
    first = csv.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# thinking model, not a forecast; ")
    assert "seed: 1; replicates: 2; histories: 8" in first
    table = pd.read_csv(csv, comment="#")
    assert list(table.columns) == columns
    assert set(table["scenario"]) == {"as_it_is_now (a)", "as_it_is_now (b)"}
    assert set(table["group"]) == {"all", "alone", "together", "with_children"}
    written = pq.read_table(parquet)
    assert written.column_names == columns
    assert written.schema.metadata[b"samenspel.note"] == b"thinking model, not a forecast"


def test_files_and_tables_say_the_whole_request(said, tmp_path: Path):
    csv, parquet = tmp_path / "runs.csv", tmp_path / "runs.parquet"
    words = ("compare", "as_it_is_now", "more_team_hours", *SMALL, "--without", "trust")
    words += ("--set", "hours.protected=2", "--set-b", "spending.end=26")
    words += ("--uncertainty", "priors", "--window", "start=0:13")
    table = said(*words, "--out", str(csv))[1]
    said(*words, "--out", str(parquet))
    first = csv.read_text(encoding="utf-8").splitlines()[0]
    metadata = pq.read_table(parquet).schema.metadata
    wanted = {
        "set_a": "hours.protected=2", "set_b": "hours.protected=2, spending.end=26",
        "without": "trust", "uncertainty": "priors", "draws": "2", "residents": "300",
        "weeks": "52", "windows": "final=0:52, during=0:26, after=26:52, start=0:13",
    }  # fmt: skip
    for key, value in wanted.items():
        assert f"{key}: {value}" in first
        assert metadata[f"samenspel.{key}".encode()].decode() == value
        assert value in " ".join(table.split())


def test_the_money_of_a_dry_run_is_what_a_side_may_set(answered):
    data = answered("compare", "as_it_is_now", "more_team_hours", "--dry-run")
    settings = data["money"]["settings"]["b"]
    assert settings["spending.end"] == 156
    assert "spending.relieving" not in settings


def test_tables_are_for_people_and_say_what_they_are(said):
    for words in (("run", "as_it_is_now"), ("compare", "as_it_is_now", "more_team_hours")):
        code, out, _ = said(*words, *SMALL, "--by", "payer", "--check", "--timing")
        assert code == 0
        assert "thinking model, not a forecast" in out
        assert "nan" not in out.lower().split()
    assert "NOT the same extra money" in out


def test_facts_of_a_place_that_are_not_known_are_drawn_and_said(answered, said):
    words = ("run", "as_it_is_now", *SMALL, "--values")
    without, drawn = answered(*words), answered(*words, "--uncertainty", "priors")
    assert without["facts_drawn"] == {}
    facts = drawn["place_data"]["facts"]
    assert len(drawn["facts_drawn"]) == facts - drawn["place_data"]["known"]
    for told in drawn["facts_drawn"].values():
        assert told["status"] in ("filled", "unchecked")
        assert told["range"][0] < told["range"][1]
    _, out, _ = said("run", "as_it_is_now", *SMALL, "--uncertainty", "priors")
    assert "of this place too" in out
    settled = answered("run", "as_it_is_now", *SMALL, "--place", "stadswijk",
                       "--uncertainty", "priors")  # fmt: skip
    assert settled["facts_drawn"] == {}


def test_after_is_from_the_end_of_the_contract_to_the_end_of_the_run(answered):
    small = ("--residents", "300", "--replicates", "1", "--years", "2")
    ends = ("--set", "spending.end=60")
    windows = answered("run", "more_team_hours", *small, *ends)["windows"]
    assert windows == {"final": [52, 104], "during": [0, 60], "after": [60, 104]}
    later = ("--set-a", "spending.end=40", "--set-b", "spending.end=70")
    pair = ("facilitator_policy", "more_team_hours")
    assert answered("compare", *pair, *small, *later)["windows"]["after"] == [70, 104]


@pytest.mark.parametrize(
    ("words", "dutch"),
    [
        (("places",), "wat bekend is"),
        (("scenarios",), "verhaal"),
        (("levers",), "betekenis"),
        (("outcomes",), "doet ertoe vanaf"),
        (("run", "as_it_is_now", *SMALL, "--by", "payer"), "jaar voor jaar"),
        (("compare", "as_it_is_now", "more_team_hours", *SMALL), "NIET evenveel extra geld"),
        (("compare", "as_it_is_now", "facilitator_policy", "--dry-run"), "geen begeleider betaald"),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_tables_speak_dutch_when_asked_and_json_stays_as_it_is(said, words, dutch: str):
    code, out, _ = said(*words, "--language", "nl")
    assert code == 0
    assert dutch in out
    assert dutch not in said(*words)[1]
    assert said(*words, "--json")[1] == said(*words, "--json", "--language", "nl")[1]
