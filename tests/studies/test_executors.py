"""Whoever makes the runs, the numbers are the same; a worker that dies costs nothing but time."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from experiments.simulation import Plan
from experiments.studies import executors, manifest, reading, results, running, sweep
from experiments.studies.executors import NoCluster, Processes, Threads, Workers
from experiments.studies.planned import Study
from experiments.studies.store import Store
from experiments.studies.sweep import Sweep
from experiments.studies.work import FAILED, AnotherModel, Job, Made

ROOT = Path(__file__).parents[2]

DEADLY = '''
"""Runs of which some take their worker with them; not part of the project."""
import os, signal
from pathlib import Path
from experiments.studies.work import Made

def make(jobs, windows, model):
    made = []
    for job in jobs:
        often = int(job.plan.place)
        mark = Path(os.environ["DEATHS"]) / job.run_id
        before = len(mark.read_text()) if mark.exists() else 0
        if before < often:
            mark.write_text("x" * (before + 1))
            os.kill(os.getpid(), signal.SIGKILL)
        made.append(Made(job.run_id, "done", seconds=0.01))
    return made
'''


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A function that workers can import, and that ends the process of some runs."""
    (tmp_path / "deadly_work.py").write_text(DEADLY, encoding="utf-8")
    (tmp_path / "deaths").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("DEATHS", str(tmp_path / "deaths"))
    import deadly_work  # pyright: ignore[reportMissingImports]

    yield deadly_work.make
    sys.modules.pop("deadly_work", None)


def jobs(*often: int) -> list[Job]:
    """Runs that each take so many workers with them."""
    return [
        Job(f"run{number}", Plan(str(times), 100, 1, 1), 0) for number, times in enumerate(often)
    ]


def swept(workers: Workers, folder: Path, work, these: list[Job]) -> dict[str, Made]:
    """What became of these runs, by name."""
    made: dict[str, Made] = {}

    def hear(came) -> None:
        for each in came:
            assert each.run_id not in made
            made[each.run_id] = each

    try:
        Sweep(workers, Store(folder), (), hear, work).make(these)
    finally:
        workers.close()
    return made


def test_a_killed_worker_costs_no_run_and_one_that_always_kills_is_given_up_alone(
    tmp_path: Path, deadly
):
    made = swept(Processes(1), tmp_path, deadly, jobs(0, 99, 0, 1))
    assert sorted(made) == ["run0", "run1", "run2", "run3"]
    assert [name for name, each in made.items() if each.status == FAILED] == ["run1"]
    assert made["run1"].kind == "WorkerDied"
    # perhaps once with others, when it was not sure yet which of them it was
    deaths = len((tmp_path / "deaths" / "run1").read_text(encoding="utf-8"))
    assert deaths in (sweep.DEATHS, sweep.DEATHS + 1)
    kept = Store(tmp_path).runs()
    assert kept["run_id"].nunique() == len(kept) == 4
    assert kept.set_index("run_id")["status"]["run1"] == FAILED


def test_workers_with_another_model_make_nothing(small: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sweep, "workings", lambda: "another")
    workers = Threads(1)
    with pytest.raises(AnotherModel):
        running.run(reading.read(small), tmp_path / "kept", workers)
    workers.close()
    assert Store(tmp_path / "kept").names() == []


ASKING = """
import os, time
from experiments.studies.executors import Processes
if __name__ == "__main__":
    print(Processes(1).submit(os.getpid).result(), flush=True)
    time.sleep(600)
"""


def test_a_worker_process_ends_when_whoever_asked_is_killed(tmp_path: Path):
    """Nobody waits for it any more, and it would stay for ever."""
    psutil = pytest.importorskip("psutil")
    (tmp_path / "asking.py").write_text(ASKING, encoding="utf-8")
    asking = subprocess.Popen(
        [sys.executable, str(tmp_path / "asking.py")],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert asking.stdout is not None
    worker = psutil.Process(int(asking.stdout.readline()))
    assert worker.is_running()
    asking.kill()
    asking.wait()
    psutil.wait_procs([worker], timeout=60)
    assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE


@pytest.fixture
def cluster():
    """A scheduler with two workers on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as there:
        yield there


def every_number(
    study: Study, folder: Path, workers: Workers, told: running.Told = lambda _: None
) -> tuple[list[str], bytes]:
    """The names of all runs in order, and every outcome of each as bytes."""
    try:
        outcome = running.run(study, folder, workers, told=told)
    finally:
        workers.close()
    assert (outcome.done, outcome.failed) == (study.runs, 0)
    found = results.read(folder).complete()
    assert found.manifest["sessions"][0]["executor"] == workers.kind
    table = found.wide("early", outcomes=list(found.manifest["codebook"]))
    numbers = table.select_dtypes("number").to_numpy()
    assert np.isfinite(numbers).mean() > 0.5
    return list(table["run_id"]), numbers.tobytes()


def test_threads_and_processes_give_the_same_bytes(small: Path, tmp_path: Path):
    study = reading.read(small)
    by_one = every_number(study, tmp_path / "one", Threads(1))
    assert every_number(study, tmp_path / "threads", Threads(2)) == by_one
    assert every_number(study, tmp_path / "processes", Processes(2)) == by_one


@pytest.mark.long
def test_a_cluster_gives_the_same_bytes(small: Path, tmp_path: Path, cluster):
    study = reading.read(small)
    there = executors.Cluster(cluster.scheduler_address)
    assert every_number(study, tmp_path / "cluster", there) == every_number(
        study, tmp_path / "threads", Threads(2)
    )


@pytest.mark.long
def test_a_worker_killed_halfway_changes_no_byte_of_a_study(small: Path, tmp_path: Path, cluster):
    study = reading.read(small)
    victim, came = cluster.workers[0].pid, []

    def kill_once(made: Sequence[Made]) -> None:
        if not came:
            os.kill(victim, signal.SIGKILL)
        came.extend(each.run_id for each in made)

    there = executors.Cluster(cluster.scheduler_address)
    disturbed = every_number(study, tmp_path / "cluster", there, kill_once)
    assert victim not in {worker.pid for worker in cluster.workers.values()}
    assert len(came) == len(set(came)) == study.runs, "each run is told once"
    assert disturbed == every_number(study, tmp_path / "threads", Threads(2))


@pytest.mark.long
def test_a_cluster_goes_on_when_a_worker_dies(tmp_path: Path, deadly, cluster):
    cluster.scheduler.allowed_failures = 0
    workers = executors.Cluster(cluster.scheduler_address)
    made = swept(workers, tmp_path, deadly, jobs(0, 1, 0, 0))
    assert sorted(made) == ["run0", "run1", "run2", "run3"]
    assert {each.status for each in made.values()} == {"done"}


def test_an_address_without_a_scheduler_is_told_and_not_waited_for_without_end(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "PATIENCE", "1s")
    with pytest.raises(NoCluster):
        executors.opened("threads", cluster="tcp://127.0.0.1:9")


def test_a_folder_says_all_that_a_number_rests_on(small: Path, tmp_path: Path):
    workers = Threads(2)
    running.run(reading.read(small), tmp_path / "kept", workers)
    workers.close()
    said = manifest.read(tmp_path / "kept")
    assert said["codebook"]["burden"]["unit"] == "level_weeks"
    assert said["factors"][0]["address"] == "hours.protected"
    assert {"version", "git", "model", "python", "processor"} <= said["software"].keys()
    assert said["software"]["packages"]["numba"]
    assert said["sessions"][0]["end"]
    assert (tmp_path / "kept" / "study.yaml").read_bytes() == small.read_bytes()
    checks = results.read(tmp_path / "kept").checks
    assert (checks["error_hours"] < 1e-4).all()
    assert (checks["seconds"] > 0).all()
