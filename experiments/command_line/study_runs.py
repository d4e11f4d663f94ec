"""The command ``study run``: a study file read, run into a folder, and what came of it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from experiments.command_line import output, study_tables, warming, writing
from experiments.command_line.pace import Pace
from experiments.command_line.reader import Reader
from experiments.command_line.speech import say
from experiments.studies import executors, manifest, reading, running
from experiments.studies.executors import Lost, NoCluster, Workers
from experiments.studies.planned import Study
from experiments.studies.store import InUse
from experiments.studies.work import AnotherModel
from model.compiling import workings
from scenarios.faults import Both, Fault, Refused

DONE, NOT_ALL = 0, 1
RESULTS = Path("results")
MOST_WORKERS = 1024


@dataclass(frozen=True)
class Wanted:
    """What was typed after ``samenspel study run``."""

    file: str
    out: str | None = None
    workers: str | None = None
    executor: str = executors.THREADS
    cluster: str | None = None
    retry: bool = False


@dataclass(frozen=True)
class Asked:
    """The same, read: the study, where it is kept, and who makes it."""

    study: Study
    folder: Path
    count: int | None
    executor: str
    cluster: str | None
    retry: bool


def read(wanted: Wanted) -> Asked:
    """What these options ask for; Refused with every fault of the file and of the options."""
    reader = Reader()
    study = reader.try_to(lambda: reading.read(wanted.file))
    executor = reader.one_of("--executor", wanted.executor, executors.KINDS)
    count = None
    if wanted.workers is not None:
        count = reader.whole("--workers", wanted.workers, 1, MOST_WORKERS)
    if wanted.cluster is not None:
        _refuse_address(wanted, reader)
    folder = Path(wanted.out) if wanted.out else RESULTS / Path(wanted.file).stem
    reader.faults += writing.folder_faults("--out", str(folder) if wanted.out != "" else "")
    if study is not None and not reader.faults:
        reader.faults += _of_another(study, folder)
    if reader.faults or study is None:
        raise Refused(reader.faults)
    return Asked(study, folder, count, executor, wanted.cluster, wanted.retry)


def _refuse_address(wanted: Wanted, reader: Reader) -> None:
    address = wanted.cluster or ""
    kind, sign, where = address.partition("://")
    if not sign or not where or kind not in ("tcp", "tls", "ws", "wss", "ucx"):
        problem = Both("this is no address of a scheduler", "dit is geen adres van een scheduler")
        allowed = Both("tcp://HOST:PORT", "tcp://MACHINE:POORT")
        nearest = f"tcp://{address}" if ":" in address and not sign else None
        reader.faults.append(Fault("--cluster", address, allowed, nearest, problem))
    if wanted.workers is not None:
        problem = Both("a cluster has its own workers", "een cluster heeft eigen werkers")
        allowed = Both("not together with --cluster", "niet samen met --cluster")
        reader.faults.append(Fault("--workers", wanted.workers, allowed, None, problem))


def _of_another(study: Study, folder: Path) -> list[Fault]:
    """A fault where the folder holds something else than this study."""
    nearest = f"{folder}-2"
    allowed = Both("the folder of this study, an empty one, or a new one",
                   "de map van deze studie, een lege, of een nieuwe")  # fmt: skip
    try:
        there = manifest.read(folder)
    except manifest.NoStudy:
        rest = [each.name for each in folder.iterdir()] if folder.is_dir() else []
        if not rest or {".in_use"} >= {*rest} - {"parts", "plan.parquet", "shares.parquet"}:
            return []
        problem = Both("this folder holds other things", "in deze map staan andere dingen")
        return [Fault("--out", str(folder), allowed, nearest, problem)]
    if there["name"] == study.name or running.begin(study, folder).found:
        return []
    problem = Both(f"this folder holds the study {there['name']}",
                   f"in deze map staat de studie {there['name']}")  # fmt: skip
    return [Fault("--out", str(folder), allowed, nearest, problem)]


def dry_run(wanted: Wanted, json: bool) -> int:
    """Tell what a study takes, from a few of its runs; nothing is kept."""
    asked = read(wanted)
    from experiments.studies import expecting

    todo = running.begin(asked.study, asked.folder, asked.retry)
    warming.prepare()
    workers = asked.count or executors.batch.cores()
    expected = expecting.expect(asked.study, todo.missing)
    data = study_tables.expected(asked.study, asked.folder, todo, expected, workers)
    if json:
        output.as_json(data)
    else:
        study_tables.show_expected(asked.study, data)
    return DONE


def run(wanted: Wanted, json: bool) -> int:
    """Make the study, or go on with it, and tell what came of it; 1 when not all was done."""
    asked = read(wanted)
    if asked.cluster is None:
        warming.prepare()
    workers = _opened(asked)
    try:
        with _ended_like_ctrl_c():
            outcome = _run(asked, workers)
    except InUse as taken:
        problem = Both("another process runs a study in this folder",
                       "een ander proces rekent in deze map")  # fmt: skip
        allowed = Both("another folder, or wait", "een andere map, of wacht")
        raise Refused([Fault("--out", str(asked.folder), allowed, None, problem)]) from taken
    except (Lost, AnotherModel) as reason:
        raise Refused([_cluster_fault(asked, str(reason))]) from reason
    finally:
        workers.close()
    data = study_tables.outcome(asked.study, asked.folder, outcome)
    if json:
        output.as_json(data)
    else:
        study_tables.show_outcome(data)
    return NOT_ALL if outcome.failed or outcome.missing else DONE


def _run(asked: Asked, workers: Workers) -> running.Outcome:
    todo = running.begin(asked.study, asked.folder, asked.retry)
    runs = len({task.run_id for task in todo.tasks})
    with Pace(runs, len(todo.found)) as pace:
        return running.run(asked.study, asked.folder, workers, retry=asked.retry, told=pace.took)


def _opened(asked: Asked) -> Workers:
    """The workers asked for; Refused where a cluster cannot be used."""
    try:
        return executors.opened(asked.executor, asked.count, asked.cluster)
    except NoCluster as reason:
        raise Refused([_no_cluster(asked, reason)]) from reason


def _no_cluster(asked: Asked, reason: NoCluster) -> Fault:
    address = asked.cluster or ""
    if reason.reason == "distributed":
        problem = Both("the package for clusters is not installed",
                       "het pakket voor clusters is niet geïnstalleerd")  # fmt: skip
        allowed = Both("after: pip install -e '.[cluster]'", "na: pip install -e '.[cluster]'")
        return Fault("--cluster", address, allowed, None, problem)
    if reason.unlike:
        named = ", ".join(reason.unlike[:3])
        problem = Both(f"workers there have another model: {named}",
                       f"werkers daar hebben een ander model: {named}")  # fmt: skip
        allowed = Both(
            f"workers with the model {workings()}", f"werkers met het model {workings()}"
        )
        return Fault("--cluster", address, allowed, None, problem)
    return _cluster_fault(asked, reason.reason)


def _cluster_fault(asked: Asked, reason: str) -> Fault:
    problem = Both(
        f"the cluster does not answer as it should ({reason}); what was made is kept",
        f"het cluster antwoordt niet zoals het hoort ({reason}); wat er was blijft bewaard",
    )
    allowed = Both("a Dask scheduler that runs, with workers that have this version",
                   "een Dask-scheduler die draait, met werkers van deze versie")  # fmt: skip
    return Fault("--cluster", asked.cluster or "", allowed, None, problem)


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Within this, being asked to end (as a queue does when time is up) is like Ctrl+C."""
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def leave(*_: Any) -> None:
        print(say("stopt …", "stopping …"), file=sys.stderr)
        raise KeyboardInterrupt

    try:
        signal.signal(signal.SIGTERM, leave)
    except ValueError:  # not the main thread: nobody can end it so
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
