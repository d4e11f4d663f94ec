"""Who makes the runs: threads, processes, or a cluster elsewhere, behind one seam.

Each takes work with ``submit`` and gives a future, as ``concurrent.futures`` has it. Threads are
usual, for the compiled week leaves the interpreter alone and they share what happens before week 0.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, Protocol

from experiments import batch
from model.compiling import workings

THREADS, PROCESSES, CLUSTER = "threads", "processes", "cluster"
KINDS = (THREADS, PROCESSES)
AHEAD = 2
"""Pieces of work given out for each worker: one to do, and one to go on with."""
PATIENCE = "20s"
"""How long a cluster may take to answer."""
LOOK_AGAIN = 2.0
"""Seconds before workers that come and go are counted again."""


class Workers(Protocol):
    """Whoever makes runs."""

    kind: str

    @property
    def count(self) -> int:
        """How many runs are made at the same time."""
        ...

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Work to be done; its result comes in the future."""
        ...

    def renew(self) -> None:
        """Go on after workers died; Lost where there is nobody to go on with."""
        ...

    def close(self) -> None:
        """Let go of the workers; what they are at is not waited for."""
        ...


class Lost(RuntimeError):  # noqa: N818  (it names what is the matter)
    """Nobody is there any more to do the work."""


class NoCluster(RuntimeError):  # noqa: N818  (it names what is the matter)
    """The cluster cannot be used; ``unlike`` names workers with another model."""

    def __init__(self, reason: str, unlike: tuple[str, ...] = ()) -> None:
        """Keep the reason, and the workers that differ."""
        super().__init__(reason)
        self.reason, self.unlike = reason, unlike


class Threads:
    """Threads of this process."""

    kind = THREADS

    def __init__(self, count: int | None = None) -> None:
        """As many as there are cores, unless asked otherwise."""
        self.count = count or batch.cores()
        self._pool = ThreadPoolExecutor(self.count, thread_name_prefix="runs")

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Work to be done by a thread."""
        return self._pool.submit(work, *given)

    def renew(self) -> None:
        """Threads do not die by themselves."""

    def close(self) -> None:
        """Begin nothing any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Processes:
    """Processes on this machine, each with its own memory; one may die without the others."""

    kind = PROCESSES

    def __init__(self, count: int | None = None) -> None:
        """As many as there are cores, unless asked otherwise."""
        self.count = count or batch.cores()
        self._pool = self._opened()

    def _opened(self) -> ProcessPoolExecutor:
        # not by forking: this process may have threads, whose locks a fork would keep for ever
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.count, mp_context=context, initializer=_attend)

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Work to be done by a process."""
        return self._pool.submit(work, *given)

    def renew(self) -> None:
        """New processes instead of a pool that broke."""
        self.close()
        self._pool = self._opened()

    def close(self) -> None:
        """Begin nothing any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _attend() -> None:
    """What a worker process minds: Ctrl+C is for whoever asked, and it ends when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


class Cluster:
    """Workers elsewhere, through the scheduler of ``dask.distributed`` at an address."""

    kind = CLUSTER

    def __init__(self, address: str) -> None:
        """Find the scheduler; NoCluster where it does not answer, or runs another model."""
        try:
            from distributed import Client  # here: an extra, and it takes a second to load
        except ImportError as missing:
            raise NoCluster("distributed") from missing
        self.address, self._looked, self._count = address, 0.0, 1
        try:
            self._client: Any = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as reason:
            raise NoCluster(str(reason)) from reason
        self._refuse_unlike()
        self._pool: Executor = self._client.get_executor(pure=False)

    def _refuse_unlike(self) -> None:
        """Raise NoCluster where a worker would make other runs, or none at all."""
        try:
            found = self._client.run(workings)
        except Exception as reason:
            self.close()
            raise NoCluster(f"{type(reason).__name__}: {reason}") from reason
        unlike = tuple(worker for worker, model in found.items() if model != workings())
        if unlike:
            self.close()
            raise NoCluster("another model", unlike)

    @property
    def count(self) -> int:
        """How many runs are made at the same time, as workers come and go; at least 1."""
        if time.monotonic() - self._looked > LOOK_AGAIN:
            self._looked = time.monotonic()
            self._count = max(1, sum(self._client.nthreads().values()))
        return self._count

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Work to be done by a worker that the scheduler chooses."""
        return self._pool.submit(work, *given)

    def renew(self) -> None:
        """The scheduler finds other workers by itself; Lost where it is gone."""
        if self._client.status != "running":
            raise Lost(self.address)

    def close(self) -> None:
        """Leave the cluster as it is, for others."""
        self._client.close(timeout=1)


def opened(kind: str, count: int | None = None, cluster: str | None = None) -> Workers:
    """The workers of this kind; those at the address of a cluster where one is given."""
    if cluster is not None:
        return Cluster(cluster)
    return {THREADS: Threads, PROCESSES: Processes}[kind](count)
