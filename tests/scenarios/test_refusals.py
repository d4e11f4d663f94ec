"""A faulty scenario is refused with every fault: line, value, what may be, what comes near."""

from pathlib import Path

import pytest

from scenarios import library
from scenarios.faults import Fault, Refused

TITLE = "title: {nl: Proef, en: Trial}\nstory: {nl: Een proef, en: A trial}\n"


def faults_of(folder: Path, text: str, name: str = "trial") -> dict[str, Fault]:
    """The faults of a file with this text, by the line and way at which they stand."""
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        library.load(path)
    return {fault.where.removeprefix(f"{path}:"): fault for fault in refused.value.faults}


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path):
    faults = faults_of(
        tmp_path,
        """title: {nl: Fout, en: Wrong}
stroy: {nl: Verkeerd, en: Wrong}
story: {nl: Alleen Nederlands}
builds_on: [same_mony]
set:
  trust.gian: 0.1
  facilitator.board: 3
  facilitator.board: 0.3
  facilitator.tariff: "1,2"
  spending.on_team_hours: 1
  facilitator.mandate: 1.5
timeline:
  - week: -3
    because: {nl: Te vroeg, en: Too early}
  - week: spending.ennd
    kind: contract
    because: {nl: Het eind, en: The end}
things_to_notice: Nothing
seeds: [3:22]
""",
    )
    nearest = {where: fault.nearest for where, fault in faults.items()}
    assert nearest == {
        "2: stroy": "story",
        "3: story.en": "en",
        "4: builds_on.1": "same_money",
        "6: set.trust.gian": "trust.gain",
        "7: set.facilitator.board": "1",
        "8: set.facilitator.board": None,
        "9: set.facilitator.tariff": "1.2",
        "10: set.spending.on_team_hours": "spending.on_facilitation=0",
        "11: set.facilitator.mandate": "2",
        "13: timeline.1.week": "0",
        "15: timeline.2.week": "spending.end",
        "16: timeline.2.kind": "contract_end",
        "18: things_to_notice": None,
        "19: seeds.1": None,
    }
    assert "first on line 7" in faults["8: set.facilitator.board"].problem
    assert faults["7: set.facilitator.board"].allowed == "0 to 1"
    assert faults["7: set.facilitator.board"].value == "3"
    assert "English" in faults["3: story.en"].problem


@pytest.mark.parametrize(
    ("setting", "allowed"),
    [
        ("spending.end: 25", "26 to 520, whole"),
        ("spending.end: 100.5", "26 to 520, whole"),
        ("trust.gain: .nan", "0 to 0.1"),
        ("facilitator.mandate: 7", "0 (none), 1 (may set the agenda)"),
    ],
)
def test_a_value_out_of_range_is_told_the_range(tmp_path: Path, setting: str, allowed: str):
    (fault,) = faults_of(tmp_path, f"{TITLE}set:\n  {setting}\n").values()
    assert fault.allowed.startswith(allowed)


def test_a_number_that_is_decided_has_no_range(tmp_path: Path):
    text = TITLE + "set:\n  hours.protected: {value: 2, between: [1, 3]}\n"
    (fault,) = faults_of(tmp_path, text).values()
    assert "lever" in fault.problem


def test_a_range_lies_around_the_value_and_within_the_declared_one(tmp_path: Path):
    text = TITLE + "set:\n  trust.gain: {value: 0.05, between: [0.06, 0.2]}\n"
    (fault,) = faults_of(tmp_path, text).values()
    assert fault.nearest == "[0.05, 0.1]"


def test_a_contract_does_not_end_before_it_begins(tmp_path: Path):
    text = TITLE + "set:\n  spending.begin: 60\n  spending.end: 52\n"
    faults = faults_of(tmp_path, text)
    assert list(faults) == ["5: set.spending.end"]


def test_shares_that_no_longer_add_up_after_a_change_are_refused(tmp_path: Path):
    text = TITLE + (
        "timeline:\n  - week: 52\n    set: {spending.on_team_hours: 0.5}\n"
        "    because: {nl: Verschuiving, en: A shift}\n"
    )
    (fault,) = faults_of(tmp_path, text).values()
    assert "week 52" in fault.where
    assert fault.nearest == "spending.on_facilitation=0.5"


def test_two_parts_that_set_the_same_address_are_refused(tmp_path: Path):
    for part in ("one", "two"):
        (tmp_path / f"{part}.yaml").write_text(TITLE + "set: {hours.protected: 2}\n")
    (fault,) = faults_of(tmp_path, TITLE + "builds_on: [one, two]\n").values()
    assert fault.where == "two.yaml:3: set.hours.protected"
    assert "one.yaml:3" in fault.problem


def test_a_scenario_may_set_again_what_its_part_set(tmp_path: Path):
    (tmp_path / "one.yaml").write_text(TITLE + "set: {hours.protected: 2}\n")
    path = tmp_path / "own.yaml"
    path.write_text(TITLE + "builds_on: [one]\nset: {hours.protected: 4}\n")
    assert library.load(path).values == {"hours.protected": 4}


def test_building_on_oneself_is_refused(tmp_path: Path):
    (tmp_path / "one.yaml").write_text(TITLE + "builds_on: [two]\n")
    (fault,) = faults_of(tmp_path, TITLE + "builds_on: [one]\n", name="two").values()
    assert "two → one → two" in fault.problem


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "a: [b\n", "a: !odd b\n"])
def test_what_is_no_scenario_at_all_is_refused(tmp_path: Path, text: str):
    assert faults_of(tmp_path, text)


def test_an_unknown_scenario_is_answered_with_the_nearest():
    with pytest.raises(Refused) as refused:
        library.load("more_team_huors")
    assert refused.value.faults[0].nearest == "more_team_hours"


def test_overrides_are_held_to_the_same_rules():
    scenario = library.load("as_it_is_now")
    with pytest.raises(Refused) as refused:
        library.resolve(scenario, {"spending.on_team_hours": 1.0})
    assert refused.value.faults[0].nearest == "spending.on_facilitation=0"
    with pytest.raises(Refused):
        library.resolve(scenario, {"hours.protected": 99.0})


@pytest.mark.parametrize("address", ["knowing.kin", "participation.street", "spending.end"])
def test_what_is_settled_at_the_start_is_not_set_in_a_later_week(tmp_path: Path, address: str):
    text = f"""timeline:
  - week: 20
    because: {{nl: Later, en: Later}}
    set: {{{address}: {0.5 if address != "spending.end" else 60}}}
"""
    found = faults_of(tmp_path, TITLE + text)
    assert [fault.allowed for fault in found.values()] == ["under set, at the top"]


def test_a_folder_and_a_file_that_is_no_text_are_told_as_what_they_are(tmp_path: Path):
    with pytest.raises(Refused, match="this is a folder"):
        library.load(tmp_path)
    binary = tmp_path / "picture.yaml"
    binary.write_bytes(b"title:\n\xff\xfe")
    with pytest.raises(Refused, match="this is no text: line 2"):
        library.load(binary)
