"""The whole model as something to be studied: its uncertain numbers in, its outcomes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments import batch, uncertainty
from experiments.sensitivity.designs import METHODS, MORRIS, Design
from experiments.sensitivity.studies import Evaluate
from experiments.simulation import Plan
from experiments.version import version
from model.compiling import workings
from model.declarations import Status
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES

UNSUPPORTED = (Status.ASSUMED,)
"""What a number rests on where nothing was found: the share of an outcome on these is told."""
KNOWN = " (not assumed)"
"""Stands behind a mechanism for the group of its numbers that were measured or fitted."""


def assumed(address: str) -> bool:
    """Whether the size of this number is assumed."""
    return ADDRESSES[address].basis.status in UNSUPPORTED


def group_of(address: str) -> str:
    """The group in which this number moves: its mechanism, apart for what is not assumed."""
    mechanism = address.split(".")[0]
    return mechanism if assumed(address) else mechanism + KNOWN


def design(
    method: str, seed: int, names: Sequence[str] | None = None, grouped: bool = False
) -> Design:
    """The design over these numbers, or over all that nobody knows."""
    if method not in METHODS:
        raise ValueError(f"there is no method {method}")
    chosen = tuple(names or uncertainty.addresses())
    groups = tuple(map(group_of, chosen)) if grouped and method == MORRIS else ()
    return Design(method, chosen, groups, seed)


def factor_is_assumed(a_design: Design, factor: str) -> bool:
    """Whether all that moves with this factor is assumed."""
    if a_design.groups:
        members = [n for n, g in zip(a_design.names, a_design.groups, strict=True) if g == factor]
        return all(map(assumed, members))
    return assumed(factor)


def values_at(names: Sequence[str], shares: NDArray[np.float64]) -> dict[str, float]:
    """The value of each number at a share of its declared range; whole where steps are whole."""
    return {
        name: ADDRESSES[name].at(float(share)) for name, share in zip(names, shares, strict=True)
    }


def evaluate(plan: Plan, names: Sequence[str]) -> Evaluate:
    """Runs of this plan with other numbers: every outcome over the last year."""
    window = batch.final(plan.weeks)

    def outcomes(shares: NDArray[np.float64], replicate: int) -> NDArray[np.float64]:
        own = batch.drawn(plan, 0, [values_at(names, shares)])
        summary = batch.summarise(own, replicate, (window,))
        return np.array([summary.values[key][0, 0] for key in OUTCOMES])

    return outcomes


def about(plan: Plan, scenario: str) -> dict[str, Any]:
    """What is run, for the manifest: another model or world is another study."""
    return {
        "version": version(),
        "model": workings(),
        "plan": plan.identity,
        "scenario": scenario,
        "place": plan.place,
        "residents": plan.residents,
        "weeks": plan.weeks,
    }
