"""The service behind the page: questions of many visitors, answered a few runs at a time.

A question has two sides or more, each a plan. Equal sides are computed once, whoever asks, and
kept while there is memory. A few threads take turns, a run of each side at a time: the first of
the newest and of the oldest question go first, then always the question that has had least. One
thread more makes first pairs only, so that nobody waits for a first picture until a long run of
somebody else is over. A snapshot belongs to what was asked, so nothing on a screen can be stale.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from itertools import count

import numpy as np
from numpy.typing import NDArray

from experiments import batch, picture, simulation, uncertainty
from experiments.question import (
    CANCELLED,
    DONE,
    FAILED,
    PLACE_UNKNOWN,
    RUN_FAILED,
    RUNNING,
    VALUE_REFUSED,
    WAITING,
    Asked,
    Snapshot,
)
from experiments.simulation import Plan
from model.places import UnknownPlace

FIRST_PAIRS = 2
"""Pairs of runs that make a first picture; they go before everything else."""
KEPT_BYTES = 400_000_000
"""Memory for runs; a pair of sides with 100 runs each takes about 13 MB."""

Windows = tuple[batch.Window, ...]
Draws = Sequence[batch.Draw]
Key = tuple[str, Windows, str]


class Side:
    """One plan and the runs made of it, for everybody who asks."""

    def __init__(self, plan: Plan, windows: Windows, draws: Draws = ()) -> None:
        self.plan, self.windows, self.draws = plan, windows, draws
        self.runs: dict[int, NDArray[np.float64]] = {}
        self.begun: set[int] = set()
        self.failure = ""
        self.size = 0

    def keep(self, number: int, values: NDArray[np.float64]) -> None:
        """Add a run."""
        self.runs[number] = values
        self.size += values.nbytes


class Ticket:
    """A question on its way to an answer. All that it knows is in its snapshots."""

    def __init__(
        self, service: Service, question: Asked, sides: tuple[Side, ...], failure: str = ""
    ) -> None:
        self.question, self.sides = question, sides
        self.number = next(_NUMBERS)
        self.asked = 0
        self._service, self._failure, self._cancelled = service, failure, False
        self._latest: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """What there is of the answer now; the same one until there is more, for it is large."""
        with self._service.changed:
            done, state, failure = self.done(), self.state, self.failure
            latest, now = self._latest, (len(done), state, failure)
            if latest and (latest.runs_done, latest.state, latest.failure) == now:
                return latest
            runs = [[side.runs[number] for number in done] for side in self.sides] or [[], []]
        windows = self.sides[0].windows if self.sides else ()
        sides = tuple(picture.together(each, self.question.weeks, windows) for each in runs)
        numbers = np.array(done, dtype=np.int64)
        wanted = self.question.replicates
        a, b, *_ = sides
        made = Snapshot(self.question, state, failure, len(done), wanted, numbers, a, b, sides)
        self._latest = made
        return made

    def wait(self, more_than: int = 0, timeout: float | None = None) -> Snapshot:
        """A snapshot with more than this many runs, or a settled one, or the one at timeout."""
        with self._service.changed:
            self._service.changed.wait_for(
                lambda: self.settled or len(self.done()) > more_than, timeout
            )
        return self.snapshot()

    def cancel(self) -> None:
        """Ask for no more runs. Those that others wait for are made all the same."""
        with self._service.changed:
            self._cancelled = True
            self._service.forget(self)

    @property
    def failure(self) -> str:
        """The id of the text that says why there is no answer, or nothing."""
        return self._failure or next((side.failure for side in self.sides if side.failure), "")

    @property
    def state(self) -> str:
        """Waiting, running, done, failed or cancelled. What is done stays done."""
        done = len(self.done()) if self.sides else 0
        if self.failure:
            return FAILED
        if done >= self.question.replicates:
            return DONE
        if self._cancelled:
            return CANCELLED
        return RUNNING if done or self.asked else WAITING

    @property
    def settled(self) -> bool:
        """Whether nothing will change any more."""
        return self.state in (DONE, FAILED, CANCELLED)

    def done(self) -> list[int]:
        """The replicates that all sides have, in order."""
        if not self.sides:
            return []
        shared = set.intersection(*(set(side.runs) for side in self.sides))
        return sorted(number for number in shared if number < self.question.replicates)

    def begin(self, before: int) -> tuple[int, list[Side]] | None:
        """The next replicate below this that nobody has begun for a side, and which sides."""
        while self.asked < min(before, self.question.replicates):
            number, self.asked = self.asked, self.asked + 1
            sides = [side for side in dict.fromkeys(self.sides) if number not in side.begun]
            for side in sides:
                side.begun.add(number)
            if sides:
                return number, sides
        return None


def first_turn(ticket: Ticket, newest: bool = True) -> tuple[bool, int]:
    """Smallest for the ticket whose first pairs are made first: the newest, or else the oldest."""
    return ticket.question.replicates > FIRST_PAIRS, -ticket.number if newest else ticket.number


def least_served(ticket: Ticket) -> tuple[int, int]:
    """Smallest for the ticket that has had least, and waits longest."""
    return ticket.asked, ticket.number


_NUMBERS = count()


class Service:
    """Takes questions, shares what is equal in them, and has the runs made by a few threads."""

    def __init__(self, threads: int | None = None, kept_bytes: int = KEPT_BYTES) -> None:
        self.changed = threading.Condition()
        self._threads, self._kept_bytes = threads or batch.THREADS, kept_bytes
        self._sides: OrderedDict[Key, Side] = OrderedDict()
        self._open: list[Ticket] = []
        self._workers: list[threading.Thread] = []
        self._closed, self._turns = False, count()
        self._halves: list[tuple[int, list[Side]]] = []
        """The other side of a first pair, for another thread to make at the same time."""

    def request(self, question: Asked) -> Ticket:
        """A ticket for this question. It never raises: what is wrong stands in the snapshot."""
        try:
            plans, draws = question.sides(), question.draws()
        except UnknownPlace:
            return Ticket(self, question, (), PLACE_UNKNOWN)
        except (KeyError, ValueError):
            return Ticket(self, question, (), VALUE_REFUSED)
        windows = question.windows()
        with self.changed:
            made = zip(plans, draws, strict=True)
            ticket = Ticket(self, question, tuple(self._side(*each, windows) for each in made))
            self._open.append(ticket)
            self._start()
            self.changed.notify_all()
        return ticket

    def forget(self, ticket: Ticket) -> None:
        """Take a ticket out of the queue, and let go of memory that nobody needs."""
        if ticket in self._open:
            self._open.remove(ticket)
        self._keep_within_bounds()
        self.changed.notify_all()

    def close(self) -> None:
        """Let the threads end after the runs they are making."""
        with self.changed:
            self._closed = True
            self.changed.notify_all()

    def _side(self, plan: Plan, draws: Draws, windows: Windows) -> Side:
        """The side of a plan, new where there is none or where it failed before."""
        key = (plan.identity, windows, uncertainty.identity_of(draws))
        if key not in self._sides or self._sides[key].failure:
            self._sides[key] = Side(plan, windows, draws)
        self._sides.move_to_end(key)
        return self._sides[key]

    def _keep_within_bounds(self) -> None:
        """Let go of the sides that were asked for longest ago, unless somebody waits for them."""
        used = {id(side) for ticket in self._open for side in ticket.sides}
        total = sum(side.size for side in self._sides.values())
        for key, side in list(self._sides.items()):
            if total <= self._kept_bytes:
                return
            if id(side) not in used:
                total -= side.size
                del self._sides[key]

    def _start(self) -> None:
        while len(self._workers) <= self._threads:
            only_first = len(self._workers) == self._threads
            worker = threading.Thread(
                target=self._work, args=(only_first,), name="live", daemon=True
            )
            self._workers.append(worker)
            worker.start()

    def _work(self, only_first: bool) -> None:
        """Make runs for ever, or first pairs only; one thread of several."""
        while True:
            with self.changed:
                job = self._next(only_first)
                while job is None and not self._closed:
                    self.changed.wait()
                    job = self._next(only_first)
            if job is None or self._closed:
                return
            number, sides = job
            for side in sides:
                self._make(side, number)

    def _next(self, only_first: bool) -> tuple[int, list[Side]] | None:
        """The next replicate to run, and of which sides; None when there is nothing to do.

        Of first pairs those of the newest and of the oldest question in turn, and of a question of
        no more than these before all: it is the first look at a longer one.
        """
        self._open = [ticket for ticket in self._open if not ticket.settled]
        if self._halves:
            return self._halves.pop()
        while unbegun := [t for t in self._open if t.asked < t.question.replicates]:
            fresh = [ticket for ticket in unbegun if ticket.asked < FIRST_PAIRS]
            if only_first and not fresh:
                return None
            if fresh:
                # now the newest, then whoever waits longest: nobody is passed by for ever
                turn = partial(first_turn, newest=next(self._turns) % 2 == 0)
                job = min(fresh, key=turn).begin(before=FIRST_PAIRS)
            else:
                least = min(unbegun, key=least_served)
                job = least.begin(before=least.question.replicates)
            if job and fresh and len(job[1]) > 1:
                number, (side, *rest) = job
                self._halves.append((number, rest))
                self.changed.notify_all()
                return number, [side]
            if job:
                return job
        return None

    def _make(self, side: Side, number: int) -> None:
        """One run of one side; a failure is told to all who wait for it."""
        if side.failure:
            return
        try:
            plan = batch.drawn(side.plan, number, side.draws)
            values = picture.of(simulation.run(plan, number), side.windows)
        except Exception:
            logging.getLogger(__name__).exception("replicate %d broke off", number)
            values = None
        with self.changed:
            if values is None:
                side.failure = RUN_FAILED
            else:
                side.keep(number, values)
            self._keep_within_bounds()
            self.changed.notify_all()


SERVICE = Service()
"""The one that all visitors of this server share; its threads begin with the first question."""


def request(question: Asked) -> Ticket:
    """A ticket at the shared service."""
    return SERVICE.request(question)
