"""Audits look for conclusions that were put into the model rather than came out of it.

Each gives a Report. What is looked for is written down here before results are seen.
"""

from __future__ import annotations

from collections.abc import Callable

from experiments.audits import (
    assumed_signs,
    dominance,
    equal_attributes,
    idle_numbers,
    knock_outs,
    null_world,
    overlapping_ranges,
    reversal,
)
from experiments.audits.report import Report
from experiments.audits.work import Work

AUDITS: dict[str, Callable[..., Report]] = {
    "equal_attributes": equal_attributes.audit,
    "overlapping_ranges": overlapping_ranges.audit,
    "reversal": reversal.audit,
    "assumed_signs": assumed_signs.audit,
    "null_world": null_world.audit,
    "knock_outs": knock_outs.audit,
    "dominance": dominance.audit,
    "idle_numbers": idle_numbers.audit,
}
"""Every audit by name; those that run anything take ``residents`` and ``replicates``."""

WORK: dict[str, Callable[..., Work]] = {
    "equal_attributes": equal_attributes.work,
    "overlapping_ranges": overlapping_ranges.work,
    "reversal": reversal.work,
    "assumed_signs": assumed_signs.work,
    "null_world": null_world.work,
    "knock_outs": knock_outs.work,
    "dominance": dominance.work,
    "idle_numbers": idle_numbers.work,
}
"""How much each audit runs; takes what the audit takes, but for ``residents``."""

__all__ = ["AUDITS", "WORK", "Report", "Work"]
