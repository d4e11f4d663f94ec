"""Preparing the model: its rules are compiled once for each version, and kept on disk."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from experiments import simulation
from experiments.command_line.speech import USUAL, language
from experiments.version import CHECKOUT
from model.compiling import config
from model.place_facts import Text
from model.places import DEFAULT_PLACE

LAST_TO_BE_COMPILED = "week.run-*.nbc"
STEPS, LINES = 1.0, 15.0
"""Seconds between two words on how far it is: in a terminal, and in a file or a pipe."""
SAID = Text(
    "Het model wordt voorbereid, eenmalig voor deze versie: het wordt machinetaal. Dat duurt een "
    "tot vier minuten; daarna begint de pagina meteen.",
    "Preparing the model, once for this version: it is made into machine code. This takes one to "
    "four minutes; after that the page starts at once.",
)


def is_cold() -> bool:
    """Whether the rules of this version have yet to be compiled on this machine."""
    return next(_folder().rglob(LAST_TO_BE_COMPILED), None) is None


def compile_here() -> None:
    """Compile by making the smallest run there is."""
    a_plan = simulation.plan(DEFAULT_PLACE, {}, residents=300, weeks=1)
    simulation.run(a_plan, 0)


def compile_in_a_child() -> int:
    """Compile in a process of its own, telling on stderr how long it has taken; its exit code."""
    # not with -m: this module is part of a package that imports it, of which Python then warns
    work = f"from {__name__} import compile_here; compile_here()"
    child = subprocess.Popen([sys.executable, "-c", work], cwd=CHECKOUT)
    finished = threading.Event()
    # the language is known to this thread alone, so the other hears it
    teller = threading.Thread(target=_tell_until, args=(finished, language()), daemon=True)
    teller.start()
    try:
        return child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
        finished.set()
        teller.join()


def _tell_until(finished: threading.Event, spoken: str = USUAL) -> None:
    """Say what happens, roughly how long it takes, and every while how far it is."""
    began, terminal = time.monotonic(), sys.stderr.isatty()
    ready = {"nl": "delen van het model klaar", "en": "parts of the model ready"}[spoken]
    print(SAID.say(spoken), file=sys.stderr, flush=True)
    while not finished.wait(STEPS if terminal else LINES):
        told = f"  {time.monotonic() - began:.0f} s, {parts_done()} {ready}"
        print(f"\r{told}" if terminal else told, end="" if terminal else "\n",
              file=sys.stderr, flush=True)  # fmt: skip
    if terminal:
        print(file=sys.stderr)


def parts_done() -> int:
    """How many functions of the model are compiled and kept."""
    return sum(1 for _ in _folder().rglob("*.nbi"))


def _folder() -> Path:
    return Path(str(config.CACHE_DIR))  # pyright: ignore[reportAttributeAccessIssue]
