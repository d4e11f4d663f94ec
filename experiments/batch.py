"""Many runs of one plan, each summed up as soon as it is made, in replicate order.

Runs share nothing but the burn-in, so threads make them side by side: the compiled week leaves
the interpreter alone. What comes back depends on the plan and the replicate numbers only, never on
threads or on which run was finished first.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import overload

import numpy as np
from numpy.typing import NDArray

from experiments import regional, simulation
from experiments.regional import MUNICIPALITY, RegionPlan
from experiments.simulation import Plan, Run
from experiments.uncertainty import OF_THE_PLACE
from model.outcomes import OUTCOMES, SPLITS, Sheet
from model.parameters import ADDRESSES, Parameters


def cores() -> int:
    """Cores that this program may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


THREADS = min(2, cores())
CHECKS = {"euros": "euro_error", "hours": "hour_error", "people": "people_error"}
"""What must balance each week → the column that says by how much it did not."""

Draw = Mapping[str, float]
Measures = dict[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Window:
    """Weeks from ``begin`` up to, but not with, ``end``; week 0 is the start of policy."""

    name: str
    begin: int
    end: int


@dataclass(frozen=True)
class Summary:
    """What is kept of one run: ``values`` [window, 1 + group] by outcome, and largest errors."""

    replicate: int
    values: Measures
    errors: dict[str, float]


@dataclass(frozen=True)
class Results:
    """What is kept of many runs.

    ``replicates`` says which there are, in order; ``values`` holds for each outcome an array
    [replicate, window, 1 + group] of float64, all residents first, NaN where there was nothing to
    measure. ``errors`` is the largest imbalance in euros, hours and people in any week of any run;
    ``timing`` is in seconds: ``elapsed`` by the clock and ``each`` per run.
    """

    plan: Plan | RegionPlan
    windows: tuple[Window, ...]
    by: str | None
    replicates: NDArray[np.int64]
    values: Measures
    errors: dict[str, float]
    timing: dict[str, float]

    def window(self, outcome: str, name: str, group: int = 0) -> NDArray[np.float64]:
        """One outcome in the window of this name, for all residents or one group [replicate]."""
        names = [window.name for window in self.windows]
        return self.values[outcome][:, names.index(name), group]


class RunFailed(RuntimeError):  # noqa: N818  (it names what is the matter)
    """A run broke off; says which, and keeps the reason as its cause."""

    def __init__(self, replicate: int, reason: BaseException) -> None:
        """Keep the number of the run, and say what went wrong in it."""
        super().__init__(f"replicate {replicate}: {type(reason).__name__}: {reason}")
        self.replicate = replicate
        self.reason = reason


def yearly(weeks: int) -> tuple[Window, ...]:
    """A window for each full year of a run, named year_1, year_2 and so on."""
    years = range(weeks // 52)
    return tuple(Window(f"year_{year + 1}", 52 * year, 52 * (year + 1)) for year in years)


def final(weeks: int) -> Window:
    """The last 52 weeks of a run, or all of a shorter one."""
    return Window("final", max(0, weeks - 52), weeks)


def terms(*values: Mapping[str, float]) -> tuple[list[int], list[int]]:
    """Weeks in which extra money begins and ends, for each plan that has any (maybe none)."""
    usual = Parameters()
    paid = [each for each in values if each.get("spending.extra", usual.spending.extra) > 0]
    begins = [int(each.get("spending.begin", usual.spending.begin)) for each in paid]
    ends = [int(each.get("spending.end", usual.spending.end)) for each in paid]
    return begins, ends


def contract(weeks: int, *values: Mapping[str, float]) -> tuple[Window, ...]:
    """The windows ``during`` and ``after`` the extra money, the same for all plans compared.

    ``during`` holds the weeks in which every plan with extra money has it, from the latest begin
    to the earliest end; ``after`` begins when none has it any more. Where no plan has extra money
    the usual term counts. A window without weeks is left out.
    """
    begins, ends = terms(*values)
    if not begins:
        usual = Parameters()
        begins, ends = [int(usual.spending.begin)], [int(usual.spending.end)]
    windows = (
        Window("during", min(max(begins), weeks), min(*ends, weeks)),
        Window("after", min(max(ends), weeks), weeks),
    )
    return tuple(window for window in windows if window.begin < window.end)


def measure(sheet: Sheet, windows: Sequence[Window], by: str | None = None) -> Measures:
    """Every outcome over each window, for all residents and each group [window, 1 + group]."""
    begin, end = _weeks(windows)
    return {key: sheet.measure(outcome, begin, end, by) for key, outcome in OUTCOMES.items()}


@overload
def drawn(plan: Plan, replicate: int, draws: Sequence[Draw] | None) -> Plan: ...
@overload
def drawn(
    plan: Plan | RegionPlan, replicate: int, draws: Sequence[Draw] | None
) -> Plan | RegionPlan: ...
def drawn(
    plan: Plan | RegionPlan, replicate: int, draws: Sequence[Draw] | None
) -> Plan | RegionPlan:
    """The plan with the numbers that this replicate draws, in force before week 0 too.

    What is drawn goes before what a scenario sets: whoever makes draws leaves out what is settled.
    """
    if not draws:
        return plan
    draw = dict(draws[replicate % len(draws)])
    return plan.drawn(draw) if isinstance(plan, RegionPlan) else _drawn(plan, draw)


def _drawn(plan: Plan, draw: dict[str, float]) -> Plan:
    facts = {
        a.removeprefix(OF_THE_PLACE): draw.pop(a) for a in [*draw] if a.startswith(OF_THE_PLACE)
    }
    before = {a: value for a, value in draw.items() if ADDRESSES[a].since == "context"}
    return replace(
        plan,
        context=dict(plan.context) | before,
        values=dict(plan.values) | {a: v for a, v in draw.items() if a not in before},
        facts=dict(plan.facts) | facts,
    )


def summarise(
    plan: Plan | RegionPlan,
    replicate: int,
    windows: Sequence[Window],
    by: str | None = None,
    earlier: Run | None = None,
    on_end: Callable[[int, Plan, Run], None] | None = None,
) -> Summary:
    """One run, or the rest of one, summed up; its weekly counts are let go."""
    if isinstance(plan, RegionPlan):
        run = regional.run(plan, replicate)
        values = run.measure(*_weeks(windows), by)
    else:
        # asked in the usual way where nothing went before, so that a stand-in need not know of it
        if earlier is None:
            run = simulation.run(plan, replicate)
        else:
            run = simulation.run(plan, replicate, earlier=earlier)
        values = measure(run.sheet, windows, by)
        if on_end:
            on_end(replicate, plan, run)
    system = run.system
    errors = {name: float(np.abs(system[column]).max()) for name, column in CHECKS.items()}
    return Summary(replicate, values, errors)


def _weeks(windows: Sequence[Window]) -> tuple[NDArray, NDArray]:
    begin = np.array([window.begin for window in windows], dtype=np.int64)
    return begin, np.array([window.end for window in windows], dtype=np.int64)


def groups_of(plan: Plan | RegionPlan, by: str | None) -> tuple[str, ...]:
    """The names of the groups in a split of the runs of this plan."""
    if by == MUNICIPALITY:
        return plan.names if isinstance(plan, RegionPlan) else ()
    return SPLITS[by] if by else ()


def ensemble(
    plan: Plan | RegionPlan,
    replicates: int,
    *,
    windows: Sequence[Window],
    by: str | None = None,
    threads: int | None = None,
    on_run: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    draws: Sequence[Draw] | None = None,
    first: int = 0,
    earlier: Mapping[int, Run] | None = None,
    on_end: Callable[[int, Plan, Run], None] | None = None,
) -> Results:
    """Runs ``first`` up to ``first + replicates``, summed up over the windows and groups.

    Replicate i takes ``draws[i % len(draws)]``. ``on_run(done, wanted)`` is called in this thread
    after each run; ``on_end(replicate, plan, run)`` in the thread of that run. ``earlier`` are
    parts of runs, by replicate, that are gone on with. When ``stop`` is set no run begins any
    more, and what is done comes back.
    Raises RunFailed when one breaks off, without waiting for those that have not begun.
    """
    _refuse(plan, windows, by)
    began = time.perf_counter()
    stop = stop or threading.Event()
    broken = threading.Event()

    def one(replicate: int) -> Summary | None:
        if stop.is_set() or broken.is_set():
            return None
        try:
            own, begun = drawn(plan, replicate, draws), (earlier or {}).get(replicate)
            return summarise(own, replicate, windows, by, begun, on_end)
        except Exception as reason:
            broken.set()
            raise RunFailed(replicate, reason) from reason

    with ThreadPoolExecutor(threads or THREADS, thread_name_prefix="runs") as pool:
        jobs = [pool.submit(one, first + number) for number in range(replicates)]
        done = sorted(_finished(jobs, on_run), key=lambda summary: summary.replicate)
    return _gathered(plan, tuple(windows), by, done, time.perf_counter() - began)


def _refuse(plan: Plan | RegionPlan, windows: Sequence[Window], by: str | None) -> None:
    """Raise ValueError for a split nobody declared, or a window outside the run."""
    possible = (*SPLITS, MUNICIPALITY) if isinstance(plan, RegionPlan) else tuple(SPLITS)
    if by is not None and by not in possible:
        raise ValueError(f"by is {by!r}; it must be one of {', '.join(possible)}")
    for window in windows:
        if not 0 <= window.begin < window.end <= plan.weeks:
            raise ValueError(f"window {window} does not lie within the {plan.weeks} weeks")


def _finished(
    jobs: Sequence[Future[Summary | None]], on_run: Callable[[int, int], None] | None
) -> Iterator[Summary]:
    """Each summary as it comes; the first failure ends the rest."""
    done = 0
    for job in as_completed(jobs):
        summary = job.result()
        if summary is None:
            continue
        done += 1
        if on_run:
            on_run(done, len(jobs))
        yield summary


def _gathered(
    plan: Plan | RegionPlan,
    windows: tuple[Window, ...],
    by: str | None,
    done: Sequence[Summary],
    elapsed: float,
) -> Results:
    groups = 1 + len(groups_of(plan, by))
    empty = np.empty((0, len(windows), groups))
    return Results(
        plan=plan,
        windows=windows,
        by=by,
        replicates=np.array([summary.replicate for summary in done], dtype=np.int64),
        values={
            key: np.array([summary.values[key] for summary in done]) if done else empty
            for key in OUTCOMES
        },
        errors={
            name: max((summary.errors[name] for summary in done), default=0.0) for name in CHECKS
        },
        timing={"elapsed": elapsed, "each": elapsed / max(len(done), 1)},
    )
