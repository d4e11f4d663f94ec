"""Preparing the model: its rules are compiled once for each version, and kept on disk."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import copy_context
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from numba.core.dispatcher import Dispatcher

from experiments import simulation
from experiments.command_line import ahead
from experiments.command_line.speech import say
from experiments.version import CHECKOUT
from model import week
from model.places import DEFAULT_PLACE

INTERRUPTED = 130
"""The exit code of a program that was ended with Ctrl+C."""
STEPS, LINES = 1.0, 15.0
"""Seconds between two words on how far it is: in a terminal, and in a file or a pipe."""


def is_cold() -> bool:
    """Whether the week of this version has yet to be compiled, for this folder of the project."""
    return _kept(week.run) not in _all_kept()


def prepare() -> None:
    """Compile what is not compiled yet, and tell how far it is; a failure shows when it is used."""
    if is_cold():
        compile_in_a_child()


def compile_here() -> None:
    """Compile by making the smallest run there is; Ctrl+C ends it without a word, not as done."""
    a_plan = simulation.plan(DEFAULT_PLACE, {}, residents=300, weeks=1)
    try:
        simulation.run(a_plan, 0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def compile_in_a_child() -> int:
    """Compile in a process of its own, telling on stderr how far it is; its exit code."""
    # not with -m: this module is part of a package that imports it, of which Python then warns
    work = f"from {__name__} import compile_here; compile_here()"
    child = subprocess.Popen([sys.executable, "-c", work], cwd=CHECKOUT)
    try:
        with telling():
            return child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()


@contextmanager
def telling() -> Iterator[threading.Event]:
    """Tell on stderr what is prepared and how far it is, until this ends or the event is set.

    Meanwhile a second process prepares the model from its other end.
    """
    finished = threading.Event()
    here = copy_context()  # in which language is spoken; a thread does not know that by itself
    teller = threading.Thread(target=here.run, args=(_tell_until, finished), daemon=True)
    teller.start()
    try:
        with ahead.from_the_other_end():
            yield finished
    finally:
        finished.set()
        teller.join()


def _tell_until(finished: threading.Event) -> None:
    """Say what happens, roughly how long it takes, and every while how far it is."""
    began, terminal = time.monotonic(), sys.stderr.isatty()
    print(said_beforehand(), file=sys.stderr, flush=True)
    total = len(parts())
    while not finished.wait(STEPS if terminal else LINES):
        seconds = f"{time.monotonic() - began:.0f} s"
        told = "  " + say(
            f"{parts_done()} van {total} onderdelen van het model klaar, {seconds}",
            f"{parts_done()} of {total} parts of the model ready, {seconds}",
        )
        print(f"\r{told}" if terminal else told, end="" if terminal else "\n",
              file=sys.stderr, flush=True)  # fmt: skip
        if parts_done() >= total:
            break
    if terminal:
        print(file=sys.stderr)


def said_beforehand() -> str:
    """What is going to happen, and how long it takes."""
    return say(
        "Het model wordt voorbereid, eenmalig voor deze versie: het wordt vertaald naar "
        "machinecode. Dat duurt twee tot vier minuten; daarna begint alles meteen.",
        "Preparing the model, once for this version: it is made into machine code. This takes two "
        "to four minutes; after that everything starts at once.",
    )


def parts_done() -> int:
    """How many functions of the week are compiled and kept."""
    return len(parts() & _all_kept())


@cache
def parts() -> frozenset[tuple[str, str]]:
    """Every function that a week calls, and so is compiled for a first run: folder and name.

    Found by following names from the week on, as the compiler does; so the total is known before
    anything is compiled. The few that make a neighbourhood before week 0 are not counted.
    """
    found: dict[int, Dispatcher] = {}
    to_do: list[Dispatcher] = [week.run]
    while to_do:
        function = to_do.pop()
        if id(function) not in found:
            found[id(function)] = function
            to_do += _called(function)
    apart = (each for each in found.values() if not _is_spliced(each))
    return frozenset(_kept(function) for function in apart)


def _is_spliced(function: Dispatcher) -> bool:
    """Whether a function is compiled only as part of those that call it, and so is never kept."""
    return function.targetoptions.get("inline") == "always"


def _called(function: Dispatcher) -> list[Dispatcher]:
    """The compiled functions that a function names, by themselves or in a module."""
    known: dict[str, Any] = function.py_func.__globals__
    named: list[object] = []
    for code in _codes(function.py_func.__code__):
        here = [known[name] for name in code.co_names if name in known]
        modules = [each for each in here if isinstance(each, ModuleType)]
        named += here
        named += [getattr(each, name, None) for each in modules for name in code.co_names]
    return [each for each in named if isinstance(each, Dispatcher)]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _kept(function: Dispatcher) -> tuple[str, str]:
    """The folder in which a function is kept once it is compiled, and how its file begins."""
    written = function.py_func
    return (
        str(function.stats.cache_path),
        f"{Path(written.__code__.co_filename).stem}.{written.__name__}",
    )


def _all_kept() -> set[tuple[str, str]]:
    """Folder and name of all that is kept; of another copy of the project too, in its folders."""
    folder = Path(str(week.run.stats.cache_path)).parent
    return {
        (str(file.parent), file.name.partition("-")[0])
        for file in folder.rglob("*.nbi")
    }  # fmt: skip
