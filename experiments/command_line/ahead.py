"""Preparing the model from its other end: a second process on a second core.

The compiler works with one thread. A first run compiles the sentences of the week from the first
to the last; here they are compiled from the last to the first, in a process of its own, and kept
on disk. Where the two meet, the first finds what the second kept. Nothing depends on it: without
a second core, or if it breaks off, the first run does all of it.
"""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from numba import typeof
from numba.core.dispatcher import Dispatcher

from experiments import batch
from experiments.version import CHECKOUT
from model import beginning, week
from model.places import DEFAULT_PLACE

RESIDENTS = 300
Sentence = tuple[Dispatcher, tuple[Any, ...]]


@contextmanager
def from_the_other_end() -> Iterator[None]:
    """While this is open, another process compiles the week from its end, if there is a core."""
    other = second_process() if batch.THREADS > 1 else None
    try:
        yield
    finally:
        if other is not None:
            other.terminate()
            other.wait()


def second_process() -> subprocess.Popen[bytes] | None:
    """The process that compiles from the end; None where no process can be had."""
    # not with -m: this module is part of a package that imports it, of which Python then warns
    work = f"from {__name__} import compile_backwards; compile_backwards({os.getpid()})"
    silence = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [sys.executable, "-c", work], cwd=CHECKOUT, stdout=silence, stderr=silence
        )
    except OSError:
        return None


def compile_backwards(parent: int) -> None:
    """Compile what the week is made of, last sentence first, as long as the parent is there."""
    for function, kinds in reversed(sentences()):
        if os.getppid() != parent and sys.platform != "win32":
            return
        function.compile(kinds)


def sentences() -> list[Sentence]:
    """What the week calls, in its order, with the kinds of what it hands over.

    Only calls that hand over what the week itself was given; the few others are left to it.
    """
    known, found = kinds_handed_over(), []
    for call in ast.walk(ast.parse(inspect.getsource(week.step.py_func))):
        function = called(call)
        if function is not None and isinstance(call, ast.Call):
            names = [each.id if isinstance(each, ast.Name) else "" for each in call.args]
            if all(name in known for name in names):
                kinds = tuple(known[name] for name in names)
                found.append((call.lineno, (function, kinds)))
    return [sentence for _, sentence in sorted(found, key=lambda each: each[0])]


def kinds_handed_over() -> Mapping[str, Any]:
    """The compiler's kinds of what ``week.run`` hands to ``week.step``, by name."""
    state, record = beginning.first_day(DEFAULT_PLACE, RESIDENTS, {}, 0, 0)
    tables: Any = typeof(state)
    period = dict(zip(tables.fields, tables.types, strict=True))["period"].dtype
    return {
        "state": tables,
        "p": typeof(record).dtype,  # pyright: ignore[reportAttributeAccessIssue]
        "week": period.typeof("week"),
        "key": period.typeof("key"),
    }


def called(call: ast.AST) -> Dispatcher | None:
    """The compiled function that is called by a name in a module of the week, or None."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    if not isinstance(call.func.value, ast.Name):
        return None
    function = getattr(getattr(week, call.func.value.id, None), call.func.attr, None)
    return function if isinstance(function, Dispatcher) else None
