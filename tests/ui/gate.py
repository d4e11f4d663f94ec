"""A gate in the made-up model: while a test looks at what is passing, nothing more comes in.

The test and the server are two processes; a file in a folder that both know is the gate. What a
page shows only for a moment is then there for as long as a busy machine needs to look.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "SAMENSPEL_TEST_GATES"
"""The variable that tells the server where gates are."""


@contextmanager
def closed(gates: Path, seed: int, runs: int = 0) -> Iterator[None]:
    """Questions of this series of draws come no further than this many runs, until it opens."""
    gate = gates / str(seed)
    gate.write_text(str(runs))
    try:
        yield
    finally:
        gate.unlink()


def wait(seed: int, runs: int) -> None:
    """Return when a question of this series may go beyond this many runs."""
    folder = os.environ.get(FOLDER)
    while folder and runs >= _until(Path(folder) / str(seed)):
        time.sleep(0.02)


def _until(gate: Path) -> float:
    try:
        return int(gate.read_text() or 0)
    except FileNotFoundError:
        return float("inf")
