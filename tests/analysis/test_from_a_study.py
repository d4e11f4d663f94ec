"""From a study file to a figure: runs of the real model, kept in a folder, analysed from there."""

import json
from pathlib import Path

import pytest

from experiments.analysis import reading
from experiments.command_line import main
from experiments.studies import results
from experiments.studies.store import Store

STUDY = """
question: Does it matter who decides?
scenarios: [as_it_is_now, more_mandate]
places: doorsnee
levers:
  hours.protected: [0, 4]
uncertainties:
  trust.gain: {between: [0.03, 0.08]}
design:
  levers: grid
  uncertainties: {method: sobol, points: 2}
replicates: 2
years: 1
residents: 150
outcomes: [need_any]
"""
RUNS = 2 * 2 * 2 * 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of a few small runs, made once."""
    file = tmp_path_factory.mktemp("study") / "small.yaml"
    file.write_text(STUDY.lstrip(), encoding="utf-8")
    assert main(["study", "run", str(file), "--out", str(file.parent / "kept")]) == 0
    return file.parent / "kept"


def told(capsys: pytest.CaptureFixture[str], *words: str):
    capsys.readouterr()
    code = main(["analyse", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_study_that_was_run_is_what_an_analysis_reads(folder: Path):
    made = results.read(folder)
    assert reading.scenarios_in(made) == ["as_it_is_now", "more_mandate"]
    about = reading.subject(made, "need_any", "final", "as_it_is_now", "more_mandate")
    pairs = reading.differences(made, about)
    assert len(pairs) == RUNS / 2
    wide = made.wide("final").set_index(["scenario", "point", "replicate"])["need_any"]
    for row in pairs.itertuples():
        assert row.b == wide["more_mandate", row.point, row.replicate]
        assert row.a == wide["as_it_is_now", row.point, row.replicate]


def test_effects_options_and_cells_come_from_the_folder_alone(capsys, folder: Path):
    code, effects = told(capsys, "effects", str(folder))
    assert code == 0, effects
    assert effects["outcomes"][0]["runs"] == RUNS
    assert effects["outcomes"][0]["rows"][0]["worlds"] == 4
    code, robust = told(capsys, "robustness", str(folder))
    assert code == 0, robust
    rows = robust["outcomes"][0]["rows"]
    assert [row["option"] for row in rows] == [
        "as_it_is_now, hours.protected=0", "as_it_is_now, hours.protected=4",
        "more_mandate, hours.protected=0", "more_mandate, hours.protected=4",
    ]  # fmt: skip
    assert {row["worlds"] for row in rows} == {2}
    assert min(row["largest_regret"] for row in rows) >= 0.0
    code, cells = told(capsys, "heatmap", str(folder))
    assert (code, len(cells["outcomes"][0]["rows"])) == (0, 4)
    assert all(Path(file).exists() for file in cells["outcomes"][0]["files"].values())


def test_a_run_that_is_not_there_yet_is_named_with_what_to_do(capsys, folder: Path, monkeypatch):
    kept = Store.runs

    def without_the_last(self, columns):
        return kept(self, columns).iloc[:-1]

    monkeypatch.setattr(Store, "runs", without_the_last)
    code, answer = told(capsys, "effects", str(folder))
    assert code == 2
    assert "goes on where it was" in answer["errors"][0]["allowed"]


def test_a_folder_without_a_study_is_told(capsys, tmp_path: Path):
    code, answer = told(capsys, "effects", str(tmp_path))
    assert (code, answer["errors"][0]["where"]) == (2, "analyse")
