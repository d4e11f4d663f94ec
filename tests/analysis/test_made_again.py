"""What stands above a table is enough to make it anew: the same bytes, from the study file."""

import json
import shlex
from pathlib import Path

import pytest

from experiments.analysis import origin, pairs, reading, writing
from experiments.command_line import main
from experiments.studies import again, results
from model.compiling import workings
from tests.analysis.test_from_a_study import folder

__all__ = ["folder"]


def typed_above(table: Path) -> list[str]:
    """The commands that stand above a table."""
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith("# samenspel ")]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("effects", ["--context", "trust.gain"]),
        ("robustness", ["--options", "hours.protected", "--good-enough", "0.4123456789012345"]),
        ("heatmap", ["--b", "more_mandate", "--x", "trust.gain", "--y", "hours.protected"]),
    ],
)
def test_the_commands_above_a_table_make_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys, kind: str, more: list[str]
):
    assert main(["analyse", kind, str(folder), *more]) == 0
    table = folder / "analysis" / f"{kind}-need_any.csv"
    commands = typed_above(table)
    assert [each.split()[1] for each in commands] == ["study", "analyse"]
    monkeypatch.chdir(folder)
    for command in commands:
        assert main(shlex.split(command)[1:]) == 0
    assert (folder / again.FOLDER / "analysis" / table.name).read_bytes() == table.read_bytes()


def test_version_model_and_seed_stand_above_a_table_and_in_both_figures(folder: Path, capsys):
    assert main(["analyse", "effects", str(folder), "--language", "nl"]) == 0
    at = folder / "analysis"
    for name in ("effects-need_any.csv", "effects-need_any.svg", "effects-need_any.png"):
        said = (at / name).read_bytes().decode("utf-8", "replace")
        assert f"model {workings()}, seed 1" in said
        assert "samenspel study run study.yaml --out again" in said
    assert "--language nl" in (at / "effects-need_any.svg").read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["analyse", "effects", str(folder), "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)["outcomes"]
    assert told["remake"][1:2] == ["samenspel study run study.yaml --out again"]


def test_a_folder_of_before_this_says_it_too_and_runs_made_elsewhere_say_nothing(folder: Path):
    study = results.read(folder)
    kept = origin.of_study(study)
    assert kept.run
    study.manifest.pop("remake")
    assert origin.of_study(study) == kept
    about = reading.Subject("need_any", "final", "as_it_is_now", "more_mandate")
    assert origin.remake(pairs.compare(study, about)) == ()


def test_files_of_ones_own_that_a_study_needs_are_named(folder: Path):
    text = "question: What of mine.yaml?\nscenarios: [as_it_is_now, ./mine.yaml]\n"
    told = again.remake(text + "design: {method: list, points: sets.csv}\n")
    assert told["needs"] == ["./mine.yaml", "sets.csv"]


def test_what_cannot_be_typed_is_told_as_such(folder: Path, tmp_path: Path):
    told = origin.options(True, [("bins", 7, 5), ("times", 5, 5)], x="a.b", precise=None)
    assert told == [("--x", "a.b"), ("--leave-out", ""), ("in Python", "bins=7")]
    study = results.read(folder)
    found = pairs.compare(study, reading.subject(study, "need_any", "final", "as_it_is_now",
                                                 "more_mandate"))  # fmt: skip
    writing.write(found, tmp_path)
    assert typed_above(tmp_path / "effects-need_any.csv")
