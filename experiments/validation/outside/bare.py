"""A rule without its setting: numbers in no range, and the rule as it is written."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np


def numbers(**values: Any) -> Any:
    """Parameters of a rule with just these values, in no range at all."""
    return SimpleNamespace(**values)


def record(**values: float) -> Any:
    """The same for a rule that stays compiled."""
    return np.array([tuple(values.values())], dtype=[(name, "f8") for name in values])[0]


def written(rule: Any) -> Any:
    """A rule that calls no other, without the compiler: it takes arrays too."""
    return getattr(rule, "py_func", rule)
