"""What runs came to, kept on disk, so that asking again or for more goes on where it was left.

A run is found by the identity of its plan, its replicate and the window, in a folder of this very
model: any edit of a rule begins anew. Nothing else decides what a run comes to.

A page that stays up for months asks without end, so neither shelf grows without end: memory lets
go of what was asked for longest ago, and so does the disk, of this model and of those before it.
"""

from __future__ import annotations

import os
import tempfile
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from experiments.batch import Window
from experiments.simulation import Plan
from experiments.version import version
from model.compiling import FINGERPRINT, cache_root

REMEMBERED = 20_000
"""Runs in memory at most: some ten megabytes."""
ON_DISK = 256_000_000
"""Bytes on disk at most, by the blocks that files take."""
BLOCK = 4_096
"""Bytes that the smallest file takes on most disks."""
LEFT = 0.75
"""Part of the room on disk that is left filled when it is cleared: so that this is seldom done."""
LOOK_EVERY = 2_000
"""Files written between two looks at how much there is; a look reads every name."""


class Kept:
    """A shelf with the outcomes of runs; one that cannot be written on remembers while it lives."""

    def __init__(
        self, folder: Path | None = None, remembered: int = REMEMBERED, on_disk: int = ON_DISK
    ) -> None:
        """Keep them in this folder, or in that of this model: so many runs, and so many bytes."""
        every = cache_root() / "explained"
        self.folder = folder or every / f"{version()}-{FINGERPRINT}"
        self._cleared = folder or every
        self._remembered, self._on_disk = remembered, on_disk
        self._known: OrderedDict[str, NDArray[np.float64]] = OrderedDict()
        self._lock = Lock()
        # the first look is early, for what earlier sessions and earlier models left
        self._written, self._every = 0, min(LOOK_EVERY, max(1, on_disk // BLOCK // 10))

    def find(self, plan: Plan, replicate: int, window: Window) -> NDArray[np.float64] | None:
        """What this run came to [outcome], or None where it has not been made or was let go."""
        name = self._name(plan, replicate, window)
        with self._lock:
            if name in self._known:
                self._known.move_to_end(name)
                return self._known[name]
        try:
            values = np.load(self.folder / name, allow_pickle=False)
        except (OSError, ValueError):
            return None
        self._remember(name, values)
        with suppress(OSError):  # cleared since, or not ours: what it came to is known all the same
            os.utime(self.folder / name)  # so that what is still asked for is cleared last
        return values

    def keep(self, plan: Plan, replicate: int, window: Window, values: NDArray[np.float64]) -> None:
        """Remember what this run came to, and let go of what was asked for longest ago."""
        name = self._name(plan, replicate, window)
        self._remember(name, values)
        self._write(name, values)
        with self._lock:
            look = self._written % self._every == 0
            self._written += 1
        if look:
            clear(self._cleared, self._on_disk)

    def _remember(self, name: str, values: NDArray[np.float64]) -> None:
        with self._lock:
            self._known[name] = values
            self._known.move_to_end(name)
            while len(self._known) > self._remembered:
                self._known.popitem(last=False)

    def _write(self, name: str, values: NDArray[np.float64]) -> None:
        beside = None
        try:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            # written beside it first, so that nobody ever finds half a file
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                beside = Path(file.name)
                np.save(file, values)
            os.replace(beside, self.folder / name)
        except OSError:
            if beside is not None:
                beside.unlink(missing_ok=True)

    def _name(self, plan: Plan, replicate: int, window: Window) -> str:
        return f"{plan.identity}/{replicate}-{window.begin}-{window.end}.npy"


def clear(folder: Path, most: int) -> int:
    """Remove the files used longest ago until well under so many bytes; how many were removed."""
    found: list[tuple[float, int, Path]] = []
    for path in folder.rglob("*"):
        try:
            told = path.stat()
        except OSError:  # another process cleared it
            continue
        if path.is_file():
            found.append((told.st_mtime, _blocks(told.st_size), path))
    total = sum(size for _, size, _ in found)
    if total <= most:
        return 0
    gone = 0
    for _, size, path in sorted(found, key=lambda each: each[0]):
        if total <= LEFT * most:
            break
        try:
            path.unlink(missing_ok=True)
        except OSError:  # held open elsewhere: the next look finds it again
            continue
        total, gone = total - size, gone + 1
        with suppress(OSError):  # there is more in it
            path.parent.rmdir()
    return gone


def _blocks(size: int) -> int:
    return -(-size // BLOCK) * BLOCK
