"""A study file is checked whole before anything runs: all faults at once, each with its place."""

from pathlib import Path

import pytest

from experiments.studies import reading
from scenarios.faults import Fault, Refused

SMALL = """
question: Does a mandate help where trust grows slowly?
scenarios: [as_it_is_now, more_mandate]
levers:
  hours.protected: [0, 4]
uncertainties:
  trust.gain: {between: [0.03, 0.08]}
design:
  levers: grid
  uncertainties: {method: sobol, points: 4}
replicates: 2
years: 1
residents: 300
outcomes: [need_any, burden]
"""


def faults_of(text: str) -> dict[str, Fault]:
    """The faults of a study of this text, by where they are."""
    with pytest.raises(Refused) as refused:
        reading.read_text(text, "trial", "trial.yaml")
    return {fault.where: fault for fault in refused.value.faults}


def test_a_study_fits_in_twenty_lines_and_says_how_many_runs_it_takes():
    study = reading.read_text(SMALL, "trial", "trial.yaml")
    assert len(SMALL.strip().splitlines()) <= 20
    assert study.runs == 2 * 4 * 2 * 2
    assert len(list(study.tasks())) == study.runs
    assert study.question.say("nl") == "Does a mandate help where trust grows slowly?"


def test_all_faults_of_a_file_are_told_at_once_each_with_its_line_and_the_nearest_right_word():
    faults = faults_of("""
question: {nl: "Wat?", en: "What?"}
scenarios: [as_it_is_know]
places: [overvegt]
levers:
  hours.protectd: [0, 4]
  mandate.mandate: [0.2, 3]
uncertainties:
  trust.gain: {between: [0.03, 0.9]}
  hours.admin:
design: {method: morri, trajectories: 4}
replicates: 0
years: 40
outcomes: [need_anny]
windows: {early: 1:52, late: [100, 900]}
without: trsut
replicats: 3
""")  # fmt: skip
    told = {where: fault.nearest for where, fault in faults.items()}
    assert told == {
        "trial.yaml:3: scenarios.1": "as_it_is_now",
        "trial.yaml:4: places.1": "utrecht-overvecht",
        "trial.yaml:6: levers.hours.protectd": "hours.protected",
        "trial.yaml:7: levers.mandate.mandate.2": "1",
        "trial.yaml:9: uncertainties.trust.gain.between": "[0.03, 0.1]",
        "trial.yaml:10: uncertainties.hours.admin": "levers",
        "trial.yaml:11: design.method": "morris",
        "trial.yaml:12: replicates": "1",
        "trial.yaml:13: years": "10",
        "trial.yaml:14: outcomes.1": "need_any",
        "trial.yaml:15: windows.early": "[1, 52]",
        "trial.yaml:15: windows.late": "[100, 208]",
        "trial.yaml:16: without": "trust",
        "trial.yaml:17: replicats": "replicates",
    }
    assert all(fault.allowed for fault in faults.values())


def test_values_that_do_not_go_together_at_a_point_are_told_where_they_were_written():
    faults = faults_of("""
question: What if the money is divided?
scenarios: more_team_hours
levers:
  spending.on_team_hours: [0, 0.5, 1]
design: grid
""")  # fmt: skip
    (fault,) = faults.values()
    assert fault.where == "trial.yaml:5: levers.spending.on_team_hours"
    assert "more_team_hours, point 0" in fault.problem
    assert "spending.on_facilitation" in fault.allowed


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("design: grid", "design"),
        ("levers: [hours.protected]", "design"),
        ("levers: [hours.protected, hours.protected]\ndesign: grid", "levers.2"),
        ("levers: [hours.protected]\nset: {hours.protected: 1}\ndesign: grid", "set.hours"),
        ("levers: all\ndesign: {method: grid, levels: 9}", "design"),
        ("design: {method: saltelli, rows: 24}\nlevers: [hours.protected]", "design.rows"),
        ("design: {method: list, points: [{hours.protected: 1}, {}]}", "design.points.2"),
        ("windows: [after]\nyears: 2", "windows"),
        ("places: [doorsnee, doorsnee]", "places.2"),
    ],
)
def test_what_cannot_be_meant_is_refused(lines: str, where: str):
    faults = faults_of(f"question: What?\nscenarios: as_it_is_now\n{lines}\n")
    assert any(each.partition(": ")[2].startswith(where) for each in faults), faults


def test_a_region_brings_its_own_places_and_no_others():
    beginning = "question: What?\nscenarios: [wijzer_policy, wijzer_split]\n"
    study = reading.read_text(beginning, "trial", "trial.yaml")
    assert study.places == ("region",)
    faults = faults_of(beginning + "places: doorsnee\n")
    assert "names its own places" in faults["trial.yaml:3: places"].problem
    other = faults_of("question: What?\nscenarios: [wijzer_policy, eemland_apart]\n")
    assert "other places" in other["trial.yaml:2: scenarios"].problem


def test_what_is_no_yaml_or_no_study_is_told_in_one_sentence(tmp_path: Path):
    assert "not YAML" in faults_of("question: [")["trial.yaml:1"].problem
    assert faults_of("- one\n- two\n")
    with pytest.raises(Refused, match="no such study"):
        reading.read(tmp_path / "nothing.yaml")


@pytest.mark.parametrize("name", reading.ready())
def test_a_study_that_ships_is_sound_and_short_and_asks_its_question_in_two_languages(name: str):
    study = reading.read(name)
    assert study.question.nl != study.question.en
    body = [line for line in study.text.splitlines() if line.strip() and line.strip()[0] != "#"]
    assert len(body) <= 30
    assert 100 <= study.runs <= 50_000
