"""Preparing the model: its rules are compiled once for each version, and kept on disk.

Run as a program (``python -m experiments.command_line.warming``) it compiles, and that is all.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from experiments import simulation
from experiments.version import CHECKOUT
from model.compiling import config
from model.places import DEFAULT_PLACE

LAST_TO_BE_COMPILED = "week.run-*.nbc"
STEPS = 1.0


def is_cold() -> bool:
    """Whether the rules of this version have yet to be compiled on this machine."""
    folder = Path(str(config.CACHE_DIR))  # pyright: ignore[reportAttributeAccessIssue]
    return next(folder.rglob(LAST_TO_BE_COMPILED), None) is None


def compile_here() -> None:
    """Compile by making the smallest run there is."""
    a_plan = simulation.plan(DEFAULT_PLACE, {}, residents=300, weeks=1)
    simulation.run(a_plan, 0)


def compile_in_a_child() -> int:
    """Compile in a process of its own, telling on stderr how long it has taken; its exit code."""
    child = subprocess.Popen([sys.executable, "-m", __name__], cwd=CHECKOUT)
    finished = threading.Event()
    teller = threading.Thread(target=_tell_until, args=(finished,), daemon=True)
    teller.start()
    try:
        return child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
        finished.set()
        teller.join()


def _tell_until(finished: threading.Event) -> None:
    began = time.monotonic()
    said = "Preparing the model, once for this version: about a minute"
    print(said, end="\n" if not sys.stderr.isatty() else "", file=sys.stderr, flush=True)
    while not finished.wait(STEPS):
        if sys.stderr.isatty():
            seconds = time.monotonic() - began
            print(f"\r{said} ({seconds:.0f} s)", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


if __name__ == "__main__":
    compile_here()
