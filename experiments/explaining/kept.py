"""What runs came to, kept on disk, so that asking again or for more goes on where it was left.

A run is found by the identity of its plan, its replicate and the window, in a folder of this very
model: any edit of a rule begins anew. Nothing else decides what a run comes to.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from experiments.batch import Window
from experiments.simulation import Plan
from experiments.version import version
from model.compiling import FINGERPRINT, cache_root


class Kept:
    """A shelf with the outcomes of runs; one that cannot be written on remembers while it lives."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in this folder, or in that of this model."""
        self.folder = folder or cache_root() / "explained" / f"{version()}-{FINGERPRINT}"
        self._known: dict[str, NDArray[np.float64]] = {}

    def find(self, plan: Plan, replicate: int, window: Window) -> NDArray[np.float64] | None:
        """What this run came to [outcome], or None where it has not been made."""
        name = self._name(plan, replicate, window)
        if name not in self._known:
            try:
                self._known[name] = np.load(self.folder / name, allow_pickle=False)
            except (OSError, ValueError):
                return None
        return self._known[name]

    def keep(self, plan: Plan, replicate: int, window: Window, values: NDArray[np.float64]) -> None:
        """Remember what this run came to."""
        name = self._name(plan, replicate, window)
        self._known[name] = values
        try:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            # written beside it first, so that nobody ever finds half a file
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                np.save(file, values)
            os.replace(file.name, self.folder / name)
        except OSError:
            return

    def _name(self, plan: Plan, replicate: int, window: Window) -> str:
        return f"{plan.identity}/{replicate}-{window.begin}-{window.end}.npy"
