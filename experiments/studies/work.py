"""What a worker does: a few runs, each summed up, and what broke off told as a row.

Only plain data go in and come out, so that a thread, a process or a machine elsewhere may do it.
"""

from __future__ import annotations

import platform
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from experiments import batch
from experiments.batch import Summary, Window
from experiments.regional import RegionPlan
from experiments.simulation import Plan
from model.compiling import workings
from model.outcomes import OUTCOMES

DONE, FAILED = "done", "failed"
LONGEST = 4_000
"""Signs of a traceback that are kept: its end says what was wrong."""
Summarise = Callable[[Plan | RegionPlan, int, Sequence[Window]], Summary]


@dataclass(frozen=True)
class Job:
    """One run to be made: its name, what is run, and which replicate."""

    run_id: str
    plan: Plan | RegionPlan
    replicate: int


@dataclass(frozen=True)
class Made:
    """What became of a run: ``outcomes`` [window, outcome], or why there are none."""

    run_id: str
    status: str
    outcomes: NDArray[np.float64] | None = None
    errors: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    processor_seconds: float = 0.0
    host: str = ""
    kind: str = ""
    message: str = ""
    trace: str = ""


class AnotherModel(RuntimeError):  # noqa: N818  (it names what is the matter)
    """A worker has other workings of the model than whoever asks."""


def make(jobs: Sequence[Job], windows: Sequence[Window], model: str) -> list[Made]:
    """What became of these runs, in order; a run that breaks off does not end the others."""
    if workings() != model:
        raise AnotherModel(f"{platform.node()} has model {workings()}, not {model}")
    return [make_one(job, windows) for job in jobs]


def make_one(job: Job, windows: Sequence[Window], summarise: Summarise | None = None) -> Made:
    """What became of one run."""
    clock, processor = time.perf_counter(), time.thread_time()
    status, kind, message, trace = DONE, "", "", ""
    values, errors = None, {}
    try:
        summary = (summarise or batch.summarise)(job.plan, job.replicate, windows)
        values = np.array([summary.values[key][:, 0] for key in OUTCOMES]).T
        errors = summary.errors
    except Exception as reason:
        status, kind, message = FAILED, type(reason).__name__, str(reason)
        trace = traceback.format_exc()[-LONGEST:]
    return Made(
        job.run_id, status, values, errors, time.perf_counter() - clock,
        time.thread_time() - processor, platform.node(), kind, message, trace,
    )  # fmt: skip


def given_up(job: Job, kind: str, message: str, trace: str = "") -> Made:
    """The row of a run that took its worker with it too often, or came back with a fault."""
    return Made(job.run_id, FAILED, kind=kind, message=message, trace=trace[-LONGEST:])
