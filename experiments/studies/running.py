"""A study run into a folder, or gone on with: whatever is there already is not made again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from experiments.studies import manifest, table
from experiments.studies.executors import Workers
from experiments.studies.planned import Study, Task
from experiments.studies.store import Store, alone_in
from experiments.studies.sweep import Sweep
from experiments.studies.work import DONE, FAILED, Job, Made

Told = Callable[[Sequence[Made]], None]


@dataclass(frozen=True)
class Outcome:
    """How far a study came: runs by name, of which so many were there already.

    ``failures`` says for each kind of failure how often and the first message. ``elsewhere`` counts
    runs in the folder that this study does not ask for: of another model, or of an earlier file.
    """

    runs: int
    done: int
    failed: int
    found: int
    elsewhere: int
    stopped: bool
    seconds: float
    failures: dict[str, tuple[int, str]]

    @property
    def missing(self) -> int:
        """Runs that are still to be made."""
        return self.runs - self.done - self.failed


@dataclass(frozen=True)
class Begun:
    """What there is to do: the runs that are missing, and what was found."""

    tasks: list[Task]
    missing: list[Job]
    found: dict[str, str]
    elsewhere: int


def begin(study: Study, folder: Path, retry: bool = False) -> Begun:
    """What of a study is still to be made in this folder; with ``retry`` what failed as well."""
    tasks = list(study.tasks())
    there = Store(folder).there(study.windows)
    if retry:
        there = {name: status for name, status in there.items() if status == DONE}
    wanted = {task.run_id: task for task in tasks}
    missing = [
        Job(name, task.plan, task.replicate) for name, task in wanted.items() if name not in there
    ]
    found = {name: status for name, status in there.items() if name in wanted}
    return Begun(tasks, missing, found, len(there) - len(found))


def run(
    study: Study,
    folder: Path,
    workers: Workers,
    *,
    retry: bool = False,
    told: Told = lambda _: None,
    begun: Callable[[Begun], None] = lambda _: None,
) -> Outcome:
    """The study, as far as it comes: Ctrl+C keeps what was made, and this comes back all the same.

    ``begun`` hears what there is to do, ``told`` what was made. Raises InUse when another process
    writes in the folder, Lost when all workers are gone, and AnotherModel when they differ.
    """
    with alone_in(folder):
        session = _Session(study, folder, workers)
        todo = begin(study, folder, retry)
        session.opened(todo)
        begun(todo)
        made: dict[str, Made] = {}

        def hear(these: Sequence[Made]) -> None:
            made.update({each.run_id: each for each in these})
            told(these)

        store, stopped = Store(folder), False
        try:
            Sweep(workers, store, study.windows, hear).make(todo.missing)
        except KeyboardInterrupt:
            stopped = True
        finally:
            outcome = _outcome(todo, made, stopped, time.monotonic() - session.began)
            session.closed(outcome)
        if not stopped:
            store.lay_together()
        return outcome


def _outcome(todo: Begun, made: dict[str, Made], stopped: bool, seconds: float) -> Outcome:
    states = todo.found | {name: each.status for name, each in made.items()}
    counts = Counter(states.values())
    kinds: dict[str, tuple[int, str]] = {}
    for each in made.values():
        if each.status == FAILED:
            count, message = kinds.get(each.kind, (0, each.message))
            kinds[each.kind] = (count + 1, message)
    names = {task.run_id for task in todo.tasks}
    return Outcome(
        len(names), counts[DONE], counts[FAILED], len(todo.found), todo.elsewhere, stopped,
        seconds, kinds,
    )  # fmt: skip


class _Session:
    """One time that a study was run: told in the manifest when it begins and when it ends."""

    def __init__(self, study: Study, folder: Path, workers: Workers) -> None:
        self.study, self.folder, self.workers = study, folder, workers
        self.began = time.monotonic()
        self.said = manifest.of_study(study) | {"software": manifest.of_software()}
        try:
            self.earlier = list(manifest.read(folder).get("sessions", []))
        except manifest.NoStudy:
            self.earlier = []
        self.this = {
            "begin": manifest.now(), "end": None, "executor": workers.kind,
            "workers": workers.count, "model": self.said["software"]["model"],
            "version": self.said["software"]["version"], "git": self.said["software"]["git"],
            "host": self.said["software"]["host"], "file_hash": self.said["file_hash"],
        }  # fmt: skip

    def opened(self, todo: Begun) -> None:
        table.write(self.folder, self.study, todo.tasks)
        self.said["plan"] = table.identity(todo.tasks)
        self._write({"done": None, "failed": None, "found": len(todo.found)})

    def closed(self, outcome: Outcome) -> None:
        self.this |= {"end": manifest.now(), "workers": self.workers.count}
        self._write({
            "done": outcome.done, "failed": outcome.failed, "found": outcome.found,
            "missing": outcome.missing, "made": outcome.done + outcome.failed - outcome.found,
            "stopped": outcome.stopped, "seconds": round(outcome.seconds, 3),
        })  # fmt: skip

    def _write(self, counts: dict[str, object]) -> None:
        self.this |= counts
        said = self.said | {"counts": counts, "sessions": [*self.earlier, self.this]}
        manifest.write(self.folder, said, self.study.text)
