"""Sets of one's own as the points of a study, crossed with levers; faults are told by the line."""

from pathlib import Path

import pandas as pd
import pytest

from experiments.calibration import ensemble
from experiments.studies import manifest, reading
from scenarios.faults import Refused

STUDY = """
question: What do protected hours do in the sets that fit here?
scenarios: as_it_is_now
levers:
  hours.protected: [0, 4]
design:
  levers: grid
  uncertainties: {method: list, points: FILE}
replicates: 2
years: 1
residents: 300
"""


def study(path: Path):
    return reading.read_text(STUDY.replace("FILE", str(path)), "trial", "trial.yaml")


def written(path: Path, address: str) -> Path:
    sets = pd.DataFrame({"wave": 1, "implausibility": 0.5, "held_out": 0.0, address: [0.04, 0.06]})
    ensemble.write_table(sets, {}, path)
    return path


def test_each_set_of_the_file_meets_each_value_of_the_levers(tmp_path: Path):
    found = study(written(tmp_path / "mine.csv", "trust.gain"))
    each = [found.overrides(point) for point in range(len(found.points))]
    points = {(set_to["hours.protected"], set_to["trust.gain"]) for set_to in each}
    assert points == {(0, 0.04), (0, 0.06), (4, 0.04), (4, 0.06)}
    assert {each.address: each.kind for each in found.factors} == {
        "hours.protected": "levers", "trust.gain": "uncertainties",
    }  # fmt: skip
    assert found.foreign == ()
    told = manifest.of_study(found)["design_settings"]["uncertainties"]
    assert told["file"] == str(tmp_path / "mine.csv")


def test_sets_of_an_unknown_model_are_told(tmp_path: Path):
    path = written(tmp_path / "mine.csv", "trust.gain")
    path.with_suffix(".json").unlink()
    assert study(path).foreign == (str(path),)


def test_faults_of_the_file_are_told_at_the_line_of_the_study(tmp_path: Path):
    with pytest.raises(Refused, match=r"trial\.yaml:8.*\n?.*trust\.gain"):
        study(written(tmp_path / "mine.csv", "trust.gian"))
    with pytest.raises(Refused, match="there is no such file"):
        study(tmp_path / "gone.csv")
