"""How long a study will take and how much it will keep, from a few of its own runs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow.parquet as pq
from pyarrow import BufferOutputStream

from experiments import simulation
from experiments.regional import RegionPlan
from experiments.studies import store, work
from experiments.studies.planned import Study
from experiments.studies.work import Job, Made
from model.beginning import HISTORIES
from model.places import DEFAULT_PLACE

SAMPLES = 2
"""Places in the study where runs are made to measure: its first run, and one half-way."""
ENOUGH = 20.0
"""Seconds of measuring after which one place has to do."""


@dataclass(frozen=True)
class Expected:
    """What a study will take: ``seconds`` of one core, and ``size`` in bytes.

    ``measured`` runs stand behind it. A run costs ``each`` seconds, what comes before week 0
    ``start`` more for each of ``starts``, and a place that first has to settle ``settling`` more
    for each of ``worlds``.
    """

    runs: int
    measured: int
    each: float
    start: float
    starts: int
    settling: float
    worlds: int
    size: int

    @property
    def seconds(self) -> float:
        """Seconds of one core, for all runs."""
        return self.runs * self.each + self.starts * self.start + self.worlds * self.settling

    def by_the_clock(self, workers: int) -> float:
        """Seconds by the clock, if each worker has a core of its own."""
        return self.seconds / max(1, min(workers, self.runs))


def expect(study: Study, missing: Sequence[Job]) -> Expected:
    """What the runs that are missing will take. Makes a few of them, and keeps none."""
    befores = {key: _before(job) for key, job in {id(job.plan): job for job in missing}.items()}
    starts = {(befores[id(job.plan)], job.replicate) for job in missing}
    worlds = {(before, replicate % HISTORIES) for before, replicate in starts}
    samples = [missing[n * len(missing) // SAMPLES] for n in range(min(SAMPLES, len(missing)))]
    took: list[tuple[float, float, float]] = []
    made: list[Made] = []
    simulation.run(simulation.plan(DEFAULT_PLACE, {}, residents=100, weeks=1), 0)  # the first load
    began = time.perf_counter()
    for job in samples:
        if time.perf_counter() - began < ENOUGH:
            first, again, other = _timed(job, study, made)
            took.append((again, max(0.0, other - again), max(0.0, first - other)))
    each, start, settling = (_mean([part[n] for part in took]) for n in range(3))
    return Expected(
        len(missing), len(made), each, start, len(starts), settling, len(worlds),
        _size(made, study, len(missing)),
    )  # fmt: skip


def _mean(seconds: Sequence[float]) -> float:
    return sum(seconds) / len(seconds) if seconds else 0.0


def _timed(job: Job, study: Study, made: list[Made]) -> tuple[float, float, float]:
    """Seconds of processor: a run from nothing, the same again, and one that only begins anew."""
    begins_anew = Job(job.run_id, job.plan, job.replicate + HISTORIES)
    seconds = []
    for each in (job, job, begins_anew):
        began = time.thread_time()  # of this thread, so that others on the machine do not count
        made.append(work.make_one(each, study.windows))
        seconds.append(time.thread_time() - began)
    return seconds[0], seconds[1], seconds[2]


def _before(job: Job) -> tuple[str, ...]:
    plan = job.plan
    members = plan.members if isinstance(plan, RegionPlan) else (plan,)
    return tuple(member.before for member in members)


def _size(made: Sequence[Made], study: Study, runs: int) -> int:
    """Bytes of so many runs: as these few take, when a part is not too small for its headings."""
    if not made:
        return 0
    many = (list(made) * (1 + 64 // len(made)))[:64]
    tables = (store.values_table(many, study.windows), store.runs_table(many, study.windows))
    total = 0
    for table in tables:
        if table is not None:
            sink = BufferOutputStream()
            pq.write_table(table, sink, compression="none", use_dictionary=False)
            total += sink.getvalue().size
    return round(total / len(many) * runs)
