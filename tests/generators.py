"""What tests of rules share: numbers to try, tables to fill, and rules without the compiler."""

from __future__ import annotations

from types import FunctionType
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from numba.core.registry import CPUDispatcher

from experiments.validation.outside.bare import numbers as numbers
from experiments.validation.outside.bare import record as record

settings.register_profile("house", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("house")

shares = st.floats(0.0, 1.0)
"""Anything between none and all."""

inside = st.floats(0.01, 0.99)
"""A share with room on both sides, so that a strict inequality can hold."""

levels = st.integers(0, 3)
"""Severity of a need."""


def amounts(most: float, least: float = 0.0) -> st.SearchStrategy[float]:
    """Any number from the least to the most."""
    return st.floats(least, most)


def plain(compiled: Any) -> Any:
    """A rule as it is written, and all that it calls too: without the compiler.

    Chance stays compiled, because its arithmetic is that of a machine and not of a reader.
    """
    return _plain(compiled, {})


def _plain(compiled: Any, done: dict[Any, Any]) -> Any:
    if compiled in done:
        return done[compiled]
    written = compiled.py_func
    known = dict(written.__globals__)
    function = FunctionType(
        written.__code__, known, written.__name__, written.__defaults__, written.__closure__
    )
    done[compiled] = function
    for name in written.__code__.co_names:
        value = known.get(name)
        if isinstance(value, CPUDispatcher) and value.__module__ != "model.chance":
            known[name] = _plain(value, done)
    return function


def table(kind: np.dtype, *shape: int, **columns: Any) -> Any:
    """A table of this kind with these columns filled, whose rows are read as rules read them."""
    made = np.zeros(shape, dtype=kind)
    for name, values in columns.items():
        made[name] = values
    return made.view(np.recarray)


def neutral_of(parameters: type, *names: str, **others: float) -> Any:
    """Parameters of which these are at the size at which they do nothing."""
    declared = parameters.declarations()  # type: ignore[attr-defined]
    off = {name: declared[name].neutral for name in names}
    assert not np.isnan(list(off.values())).any(), "a number without a neutral size"
    return numbers(**others | off)
