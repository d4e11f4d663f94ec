"""Workers die in whatever order: each run is told once, and only the one that kills is given up."""

import random
import threading
from collections import Counter
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

import pytest

from experiments.simulation import Plan
from experiments.studies.store import Store
from experiments.studies.sweep import DEATHS, Sweep
from experiments.studies.work import DONE, FAILED, Job, Made

OFTEN = {"run0": 0, "run1": 99, "run2": 0, "run3": 1, "run4": 0, "run5": 2, "run6": 0, "run7": 0}
"""How often each run takes its worker with it."""


class Mortal:
    """Two workers that die as a pool does: all that was given out breaks with the first."""

    kind, count = "mortal", 2

    def __init__(self, seed: int):
        self.luck, self.kills, self.given = random.Random(seed), Counter(), []

    def submit(self, _, piece: list[Job], *__) -> Future[list[Made]]:
        future: Future[list[Made]] = Future()
        self.given.append((future, piece))
        if len(self.given) >= self.luck.choice([1, 2, 3]):
            self.work()
        threading.Timer(0.002, self.work).start()
        return future

    def work(self) -> None:
        given, self.given, dead = self.given, [], False
        for future, piece in given:
            killing = [job for job in piece if self.kills[job.run_id] < OFTEN[job.run_id]]
            if killing and not dead:
                self.kills[killing[0].run_id] += 1
            dead = dead or bool(killing)
            if dead:
                future.set_exception(BrokenExecutor())
            else:
                future.set_result([Made(job.run_id, DONE, seconds=0.01) for job in piece])

    def renew(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.mark.parametrize("seed", range(20))
def test_each_run_is_told_once_and_only_the_one_that_kills_is_given_up(seed: int, tmp_path: Path):
    workers, told, states = Mortal(seed), Counter(), {}

    def hear(made) -> None:
        told.update(each.run_id for each in made)
        states.update({each.run_id: each.status for each in made})

    jobs = [Job(name, Plan("nowhere", 1, 1, 1), 0) for name in OFTEN]
    Sweep(workers, Store(tmp_path), (), hear).make(jobs)
    assert told == dict.fromkeys(OFTEN, 1)
    assert [name for name, state in states.items() if state == FAILED] == ["run1"]
    assert workers.kills["run1"] in (DEATHS, DEATHS + 1)
    assert Store(tmp_path).runs()["run_id"].is_unique


class Faulty:
    """A worker that comes back with a fault of the function for one run, and dies for another."""

    kind, count = "faulty", 1

    def submit(self, _, piece: list[Job], *__) -> Future[list[Made]]:
        future: Future[list[Made]] = Future()
        names = {job.run_id for job in piece}
        if "ours" in names:
            future.set_exception(KeyError("no such address"))
        elif "dead" in names:
            future.set_exception(BrokenExecutor("gone"))
        else:
            future.set_result([Made(job.run_id, DONE, seconds=0.01) for job in piece])
        return future

    def renew(self) -> None:
        pass

    def close(self) -> None:
        pass


def test_a_fault_that_comes_back_is_told_by_its_own_name_and_only_a_death_as_a_death(tmp_path):
    told = {}
    jobs = [Job(name, Plan("nowhere", 1, 1, 1), 0) for name in ("fine", "ours", "dead", "well")]
    sweep = Sweep(
        Faulty(), Store(tmp_path), (), lambda made: told.update({m.run_id: m for m in made})
    )
    sweep.make(jobs)
    assert {name for name, made in told.items() if made.status == DONE} == {"fine", "well"}
    assert (told["ours"].kind, told["ours"].message) == ("KeyError", "'no such address'")
    assert "KeyError" in told["ours"].trace
    assert (told["dead"].kind, told["dead"].message) == (
        "WorkerDied", f"its worker died {DEATHS} times",
    )  # fmt: skip
