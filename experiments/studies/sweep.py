"""Making the runs that are still to be made, whoever makes them, and whatever becomes of workers.

Runs are given out in small pieces, in the order of the study. What comes back is kept in parts.
When a worker dies, the runs that were given out are tried again one by one: so it is sure which
of them does it; one that takes its worker with it three times while it is alone is given up, and
told as a row like any other that failed. Where it was no death but a fault that came back from the
worker, that fault is what the row tells.
"""

from __future__ import annotations

import time
import traceback
from asyncio import CancelledError as Cancelled
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from concurrent.futures import CancelledError as ThreadCancelled
from typing import Any

from experiments.batch import Window
from experiments.regional import RegionPlan
from experiments.studies import work
from experiments.studies.executors import AHEAD, Workers
from experiments.studies.store import Store
from experiments.studies.work import AnotherModel, Job, Made
from model.compiling import workings

DEATHS = 3
"""How often a run may take its worker with it, alone, before it is given up."""
PIECE = 1.0
"""Seconds of work in a piece, roughly: short enough to stop soon, long enough to be worth it."""
LARGEST = 32
"""Runs in one piece at most."""
KEEP_EVERY = 5.0
"""Seconds after which what was made is kept: what a power cut may cost."""
KEEP_AT = 500
"""Runs after which it is kept sooner."""
BLINK, PATIENCE = 0.5, 10.0
"""Seconds between two looks, and to wait for what comes back from workers that broke."""
Told = Callable[[Sequence[Made]], None]


class Sweep:
    """Runs to be made, those given out, and those whose worker died."""

    def __init__(
        self,
        workers: Workers,
        store: Store,
        windows: Sequence[Window],
        told: Told = lambda _: None,
        function: Callable[..., list[Made]] = work.make,
    ) -> None:
        """Ready to make runs; ``told`` hears what was made, after it was kept or will be."""
        self._workers, self._store, self._windows = workers, store, tuple(windows)
        self._told, self._function = told, function
        self._flying: dict[Future[list[Made]], list[Job]] = {}
        self._suspects: deque[Job] = deque()
        self._alone: Future[list[Made]] | None = None
        self._deaths: Counter[str] = Counter()
        self._faults: dict[str, BaseException] = {}
        self._made: list[Made] = []
        self._kept_at = time.monotonic()
        self._each = PIECE  # as if a run took a whole piece, until it is known better

    def make(self, jobs: Iterable[Job]) -> None:
        """Make these runs; Ctrl+C keeps what was made and what is being made, and is raised."""
        waiting = deque(jobs)
        try:
            while waiting or self._suspects or self._flying:
                self._give_out(waiting)
                self._take_in()
                self._keep_now_and_then()
        except KeyboardInterrupt:
            self._land()
            raise
        finally:
            self._keep()

    def _give_out(self, waiting: deque[Job]) -> None:
        if self._alone in self._flying:
            return
        if self._suspects:
            if not self._flying:  # alone, so that it is sure who did it
                self._alone = self._submit([self._suspects.popleft()])
            return
        while waiting and len(self._flying) < AHEAD * self._workers.count:
            self._submit(self._piece(waiting))

    def _piece(self, waiting: deque[Job]) -> list[Job]:
        """The next runs: as many as fit, and then those that begin from the same state."""
        wanted = max(1, min(LARGEST, round(PIECE / max(self._each, 1e-6))))
        fair = max(1, len(waiting) // (AHEAD * self._workers.count))
        piece = [waiting.popleft() for _ in range(min(len(waiting), wanted, fair))]
        begins = _begins(piece[-1])
        while waiting and len(piece) < LARGEST and wanted > 1 and _begins(waiting[0]) == begins:
            piece.append(waiting.popleft())
        return piece

    def _submit(self, piece: list[Job]) -> Future[list[Made]]:
        try:
            future = self._workers.submit(self._function, piece, self._windows, workings())
        except BrokenExecutor:  # it broke since it was last looked at
            self._workers.renew()
            future = self._workers.submit(self._function, piece, self._windows, workings())
        self._flying[future] = piece
        return future

    def _take_in(self) -> None:
        if not self._flying:
            return
        done, others = wait(self._flying, timeout=BLINK, return_when=FIRST_COMPLETED)
        if any(map(_broke, done)):  # then all that was given out comes back so
            done |= wait(others, timeout=PATIENCE).done
        died = [piece for future in done if (piece := self._landed(future))]
        if not died:
            return
        self._workers.renew()
        alone = self._alone in done
        for piece in died:
            self._after_death(piece, alone)

    def _landed(self, future: Future[list[Made]]) -> list[Job] | None:
        """Take in what came; the piece itself where its worker died."""
        piece = self._flying.pop(future)
        try:
            made = future.result()
        except AnotherModel:
            raise
        except (Exception, Cancelled) as reason:
            self._note(piece, reason)
            return piece
        seconds = sum(each.seconds for each in made) / max(1, len(made))
        self._each += 0.2 * (seconds - self._each)
        self._took(made)
        return None

    def _note(self, piece: Sequence[Job], reason: BaseException) -> None:
        """Remember what went wrong with these runs last; of a worker that is gone nothing is known.

        Either way it is the last try that counts, which is that of a run alone.
        """
        for job in piece:
            self._faults.pop(job.run_id, None)
            if not isinstance(reason, BrokenExecutor | Cancelled | ThreadCancelled):
                self._faults[job.run_id] = reason

    def _took(self, made: Sequence[Made]) -> None:
        self._made += made
        self._told(made)

    def _after_death(self, piece: list[Job], alone: bool) -> None:
        """Each run of the piece is a suspect, until it was made alone or was given up."""
        for job in piece:
            self._deaths[job.run_id] += alone
            if self._deaths[job.run_id] < DEATHS:
                self._suspects.append(job)
                continue
            self._took([_given_up(job, self._faults.pop(job.run_id, None))])

    def _land(self) -> None:
        """Give nothing out any more, and take in what was begun; a second Ctrl+C ends that too."""
        begun = [future for future in self._flying if not future.cancel()]
        for future in begun:
            try:
                self._took(future.result())
            except (Exception, Cancelled):
                continue

    def _keep_now_and_then(self) -> None:
        late = time.monotonic() - self._kept_at > KEEP_EVERY
        if self._made and (late or len(self._made) >= KEEP_AT):
            self._keep()

    def _keep(self) -> None:
        self._store.keep(self._made, self._windows)
        self._made, self._kept_at = [], time.monotonic()


def _given_up(job: Job, reason: BaseException | None) -> Made:
    """The row of a run that was given up: the fault that came back, or that its worker died."""
    if reason is None:
        return work.given_up(job, "WorkerDied", f"its worker died {DEATHS} times")
    trace = "".join(traceback.format_exception(reason))
    return work.given_up(job, type(reason).__name__, str(reason), trace)


def _broke(future: Future[list[Made]]) -> bool:
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _begins(job: Job) -> Any:
    """What runs that share what happens before week 0 have in common."""
    plan = job.plan
    members = plan.members if isinstance(plan, RegionPlan) else (plan,)
    return (job.replicate, *(member.before for member in members))
