"""What was made is never lost, never made twice and never told twice, whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from experiments import batch
from experiments.batch import Summary
from experiments.studies import executors, reading, results, running, store, sweep, work
from experiments.studies.planned import Study
from experiments.studies.results import Incomplete
from experiments.studies.store import InUse, Store, alone_in
from experiments.studies.work import Made

ROOT = Path(__file__).parents[2]


def made(study: Study, folder: Path, **more) -> running.Outcome:
    """The study, made by two threads."""
    workers = executors.opened(executors.THREADS, 2)
    try:
        return running.run(study, folder, workers, **more)
    finally:
        workers.close()


def tidy(folder: Path) -> pd.DataFrame:
    """Every run with its outcomes, in the order of the study."""
    return results.read(folder).complete().wide("early")


def test_the_same_file_again_makes_nothing_and_more_of_it_only_what_is_new(
    small: Path, tmp_path: Path
):
    folder = tmp_path / "kept"
    first = made(reading.read(small), folder)
    assert (first.runs, first.done, first.found, first.missing) == (24, 24, 0, 0)
    again = made(reading.read(small), folder)
    assert (again.done, again.found) == (24, 24)

    text = small.read_text(encoding="utf-8")
    small.write_text(text.replace("[0, 2, 4]", "[0, 2, 4, 8]"), encoding="utf-8")
    wider = made(reading.read(small), folder)
    assert (wider.runs, wider.found, wider.done) == (32, 24, 32)

    small.write_text(text.replace("replicates: 2", "replicates: 3"), encoding="utf-8")
    longer = made(reading.read(small), folder)
    assert (longer.runs, longer.found, longer.elsewhere) == (36, 24, 8)
    assert len(tidy(folder)) == 36
    sessions = results.read(folder).manifest["sessions"]
    assert [each["made"] for each in sessions] == [24, 0, 8, 12]


def test_a_window_that_was_not_kept_is_measured_and_the_numbers_do_not_change(
    small: Path, tmp_path: Path
):
    folder = tmp_path / "kept"
    text = small.read_text(encoding="utf-8")
    less = text.replace("replicates: 2", "replicates: 1")
    small.write_text(less, encoding="utf-8")
    made(reading.read(small), folder)
    before = tidy(folder)
    small.write_text(less.replace("[0, 13]", "[0, 13], late: [40, 52]"), encoding="utf-8")
    outcome = made(reading.read(small), folder)
    assert (outcome.found, outcome.done) == (0, 12)
    pd.testing.assert_frame_equal(tidy(folder), before, check_exact=True)
    assert set(results.read(folder).outcomes["window"]) == {"final", "early", "late"}


SWEEPING = """
import sys
from pathlib import Path
from experiments.studies import executors, reading, running, sweep
sweep.KEEP_EVERY = 0.0
running.run(reading.read(sys.argv[1]), Path(sys.argv[2]), executors.opened("threads", 2))
"""


def test_killed_at_any_moment_nothing_is_lost_or_doubled(small: Path, tmp_path: Path):
    folder, parts = tmp_path / "killed", tmp_path / "killed" / "parts"
    killed, found = 0, 0
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", SWEEPING, str(small), str(folder)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        while process.poll() is None and len(list(parts.glob("runs-*.parquet"))) < found + 3:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        found = len(list(parts.glob("runs-*.parquet")))
    assert killed >= 2

    outcome = made(reading.read(small), folder)
    assert 0 < outcome.found < 24
    assert (outcome.done, outcome.missing, outcome.failed) == (24, 0, 0)
    rows = Store(folder).runs()
    assert len(rows) == rows["run_id"].nunique() == 24
    assert not list(parts.glob("*.part"))

    undisturbed = tmp_path / "undisturbed"
    made(reading.read(small), undisturbed)
    pd.testing.assert_frame_equal(tidy(folder), tidy(undisturbed), check_exact=True)


def test_ctrl_c_keeps_what_was_made_and_the_same_command_goes_on(small: Path, tmp_path: Path):
    folder, count = tmp_path / "stopped", 0

    def press(these: list[Made]) -> None:
        nonlocal count
        count += len(these)
        if count >= 5:
            raise KeyboardInterrupt

    stopped = made(reading.read(small), folder, told=press)
    assert stopped.stopped
    assert 5 <= stopped.done < 24
    with pytest.raises(Incomplete, match="point") as incomplete:
        results.read(folder).complete()
    assert set(incomplete.value.missing["status"]) == {"missing"}
    assert len(incomplete.value.missing) == 24 - stopped.done
    assert made(reading.read(small), folder).found == stopped.done
    assert len(tidy(folder)) == 24


def test_a_run_that_fails_is_a_row_and_ends_no_other(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = batch.summarise

    def broken(plan, replicate: int, windows) -> Summary:
        hours = dict(plan.values)["hours.protected"]
        if replicate == 1 and hours == 4:
            raise ZeroDivisionError("no hours left")
        return whole(plan, replicate, windows)

    folder = tmp_path / "failing"
    monkeypatch.setattr(batch, "summarise", broken)
    outcome = made(reading.read(small), folder)
    assert (outcome.done, outcome.failed, outcome.missing) == (20, 4, 0)
    assert outcome.failures == {"ZeroDivisionError": (4, "no hours left")}
    told = results.read(folder)
    assert told.runs["status"].value_counts().to_dict() == {"done": 20, "failed": 4}
    assert told.failures["trace"].str.contains("no hours left").all()
    assert set(told.failures["hours.protected"]) == {4.0}
    assert told.wide().loc[told.runs["status"] == "failed", "burden"].isna().all()
    with pytest.raises(Incomplete, match="4 runs are not there"):
        told.complete()
    assert told.complete(replicates=1) is told

    monkeypatch.setattr(batch, "summarise", whole)
    assert made(reading.read(small), folder).failed == 4  # not tried again unasked
    mended = made(reading.read(small), folder, retry=True)
    assert (mended.found, mended.done, mended.failed) == (20, 24, 0)
    assert len(tidy(folder)) == 24


def test_two_processes_do_not_write_in_one_folder(small: Path, tmp_path: Path):
    pytest.importorskip("fcntl")
    with alone_in(tmp_path / "busy"), pytest.raises(InUse):
        made(reading.read(small), tmp_path / "busy")


def test_many_small_parts_are_laid_together_without_a_change(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sweep, "KEEP_EVERY", 0.0)
    monkeypatch.setattr(sweep, "LARGEST", 1)
    monkeypatch.setattr(store, "MANY", 1000)
    folder = tmp_path / "parts"
    made(reading.read(small), folder)
    there, before = Store(folder), tidy(folder)
    assert len(there.names()) > 4
    (folder / "parts" / "outcomes-1-1.parquet").write_bytes(b"half a file")  # never committed
    monkeypatch.setattr(store, "MANY", 2)
    there.lay_together()
    assert len(there.names()) == 1
    assert len(list((folder / "parts").iterdir())) == 2
    pd.testing.assert_frame_equal(tidy(folder), before, check_exact=True)


def test_runs_of_another_model_are_left_alone_and_do_not_count(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "kept"
    text = small.read_text(encoding="utf-8")
    small.write_text(text.replace("replicates: 2", "replicates: 1"), encoding="utf-8")
    monkeypatch.setattr("experiments.studies.identity.workings", lambda: "another")
    made(reading.read(small), folder)
    monkeypatch.undo()
    outcome = made(reading.read(small), folder)
    assert (outcome.found, outcome.elsewhere, outcome.done) == (0, 12, 12)
    assert len(results.read(folder).runs) == 12


def test_the_name_of_a_run_follows_from_its_numbers_alone(small: Path):
    study = reading.read(small)
    names = [task.run_id for task in study.tasks()]
    assert len(set(names)) == 24
    same = reading.read_text(study.text.replace("Does it", "Would it"), "other", "other.yaml")
    assert [task.run_id for task in same.tasks()] == names
    for change in ("seed: 2", "years: 2", "residents: 160", "set: {mandate.backing: 0.5}",
                   "without: trust"):  # fmt: skip
        key = change.partition(":")[0]
        lines = [each for each in study.text.splitlines() if not each.startswith(key)]
        text = "\n".join([*lines, change])
        other = {task.run_id for task in reading.read_text(text, "x", "x").tasks()}
        assert other.isdisjoint(names), change
    assert work.make_one  # what a worker is handed is a plan, not a scenario
