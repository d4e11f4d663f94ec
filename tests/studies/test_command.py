"""The command study: what it tells, in which language, and what it does with a mistake."""

import json
from pathlib import Path

import pytest

from experiments.command_line import main, speech, study_runs
from experiments.command_line.pace import Pace, lasting
from experiments.studies import executors, manifest
from experiments.studies.work import Made


@pytest.fixture(autouse=True)
def usual_language():
    yield
    speech.speak(speech.USUAL)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Type a command; its exit code, and what it says on stdout."""

    def typed(*words: str) -> tuple[int, str]:
        return main(["study", *words]), capsys.readouterr().out

    return typed


def test_a_study_is_tried_run_and_looked_at(said, small: Path, tmp_path: Path):
    folder = tmp_path / "kept"
    code, out = said("run", str(small), "--out", str(folder), "--dry-run", "--json")
    tried = json.loads(out)
    assert (code, tried["runs"], tried["to_make"], tried["found"]) == (0, 24, 24, 0)
    assert tried["seconds_of_one_core"] > 0
    assert tried["bytes"] > 0
    assert tried["measured_runs"] == 6
    assert not folder.exists()

    code, out = said("run", str(small), "--out", str(folder), "--workers", "2", "--json")
    made = json.loads(out)
    assert (code, made["done"], made["failed"], made["missing"]) == (0, 24, 0, 0)
    kept = sum(each.stat().st_size for each in (folder / "parts").iterdir())
    assert kept < 4 * tried["bytes"]

    code, out = said("status", str(folder), "--language", "nl")
    assert code == 0
    assert "24 van 24 doorrekeningen" in out
    assert "denkmodel, geen voorspelling" in out
    code, out = said("run", str(small), "--out", str(folder), "--json")
    assert json.loads(out)["found"] == 24
    assert "stopped" not in manifest.read(folder)["counts"] or code == 0


def test_mistakes_in_file_and_options_are_told_together(said, small: Path, tmp_path: Path):
    text = small.read_text(encoding="utf-8")
    small.write_text(text.replace("hours.protected", "hours.protectd"), encoding="utf-8")
    words = ("run", str(small), "--workers", "0", "--executor", "thread", "--json")
    code, out = said(*words)
    faults = json.loads(out)["errors"]
    assert code == 2
    assert [each["nearest"] for each in faults] == ["hours.protected", "threads", "1"]
    assert faults[0]["where"].startswith(f"{small}:5: ")


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (("rnu",), None),
        ((), None),
        (("run", "mandate_by_silo"), "mandate_by_silos"),
        (("run", "mandate_by_silos", "--cluster", "10.0.0.1:8786"), "tcp://10.0.0.1:8786"),
        (("status", "nothing"), None),
    ],
)
def test_a_mistake_is_answered_with_what_is_allowed(said, words, nearest: str | None):
    code, out = said(*words, *(("--json",) if words else ()))
    if not words:
        assert code == 2
        return
    (fault,) = json.loads(out)["errors"]
    assert (code, fault["nearest"]) == (2, nearest)
    assert fault["allowed"]


def test_a_folder_with_other_things_is_left_alone(said, small: Path, tmp_path: Path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear all", encoding="utf-8")
    code, out = said("run", str(small), "--out", str(tmp_path / "mine"), "--json")
    (fault,) = json.loads(out)["errors"]
    assert (code, fault["nearest"]) == (2, str(tmp_path / "mine-2"))
    assert [each.name for each in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_without_the_package_for_clusters_it_says_what_to_install(
    said, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def missing(kind: str, count: int | None, cluster: str | None):
        raise executors.NoCluster("distributed")

    monkeypatch.setattr(study_runs.executors, "opened", missing)
    words = ("run", str(small), "--out", str(tmp_path / "kept"), "--cluster", "tcp://there:1")
    code, out = said(*words, "--json")
    (fault,) = json.loads(out)["errors"]
    assert code == 2
    assert "[cluster]" in fault["allowed"]


def test_the_ready_studies_are_listed_with_their_questions(said):
    code, out = said("list", "--json")
    rows = json.loads(out)
    assert code == 0
    assert len(rows) >= 8
    assert all(row["question"]["nl"] and row["runs"] for row in rows)


def test_the_pace_knows_what_is_left_and_what_failed(monkeypatch: pytest.MonkeyPatch):
    clock = iter(range(0, 1000, 10))
    monkeypatch.setattr("experiments.command_line.pace.time.monotonic", lambda: next(clock))
    pace = Pace(wanted=100, found=40)
    pace.took([Made("a", "done"), Made("b", "failed")])
    assert pace.done == 42
    assert 0 < pace.rate < 1
    assert "42 of 100 runs" in pace._said()
    assert "1 failed" in pace._said()
    speech.speak("nl")
    assert "1 mislukt" in pace._said()
    assert [lasting(each) for each in (1, 300, 36_000)] == ["1 seconden", "5 minuten", "10,0 uur"]
