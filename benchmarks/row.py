"""What a benchmark hands back, and how it keeps time on a machine that others use too."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

RESIDENT_WEEKS_OF_PAIRS = 200 * 208 * 5_000


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, what was reached, and what was aimed at.

    ``met`` is None where there is no target, or where this run cannot say.
    """

    what: str
    reached: str
    target: str = ""
    met: bool | None = None
    remark: str = ""


@dataclass
class Part:
    """One benchmark: lines for the table of targets, and tables of its own, titles first."""

    name: str
    rows: list[Row] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    words: str = ""
    load: str = ""

    def plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Part:
        return cls(**plain | {"rows": [Row(**row) for row in plain["rows"]]})


@dataclass
class Spent:
    """Seconds by the clock, and seconds of processor: of all threads, and of this thread."""

    wall: float = 0.0
    cpu: float = 0.0
    thread: float = 0.0


@contextmanager
def spent() -> Iterator[Spent]:
    """Seconds that the block takes."""
    each = Spent()
    began = time.perf_counter(), time.process_time(), time.thread_time()
    try:
        yield each
    finally:
        each.wall = time.perf_counter() - began[0]
        each.cpu = time.process_time() - began[1]
        each.thread = time.thread_time() - began[2]


def load() -> str:
    """Mean number of processes that wanted a core in the last minute, and the cores there are."""
    if not hasattr(os, "getloadavg"):
        return f"load unknown, {os.cpu_count()} cores"
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
