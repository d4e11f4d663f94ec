"""What a run is called: the same name only where it must give the same numbers.

The name covers everything that decides a run, as numbers: where, how many residents, how long, all
values before and after week 0 and later, the master seed, the replicate, and the workings of the
model. No name of a scenario, file or design is in it, so whatever asks for the same run finds it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from experiments.regional import RegionPlan
from experiments.simulation import Plan
from model.compiling import workings
from model.places import find

SIZE = 16
"""Bytes in a name: no two runs of any study will share one by accident."""
MEASURING = "1"
"""To be raised when the same run would be summed up in another way."""


def run_id(plan: Plan | RegionPlan) -> Callable[[int], str]:
    """The name of each replicate of this plan, as a function of its number."""
    known = hashlib.blake2b(digest_size=SIZE)
    known.update(repr((MEASURING, workings(), _told(plan))).encode())

    def name(replicate: int) -> str:
        digest = known.copy()
        digest.update(f"/{replicate}".encode())
        return digest.hexdigest()

    return name


def _told(plan: Plan | RegionPlan) -> Any:
    if isinstance(plan, RegionPlan):
        members = tuple(_told(member) for member in plan.members)
        return (_told(plan.shared), members, plan.municipality)
    return (
        plan.place, _facts(plan.place), plan.residents, plan.population, plan.weeks, plan.seed,
        _pairs(plan.values), _pairs(plan.context), _pairs(plan.facts),
        tuple((week, _pairs(values)) for week, values in plan.timeline),
    )  # fmt: skip


def _pairs(values: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Addresses with numbers, in order; a whole number is the same however it was written."""
    return tuple(sorted((address, float(value)) for address, value in values.items()))


@cache
def _facts(place: str) -> str:
    """What is known of a place: other data are another run."""
    found = find(place)
    known = [
        (key, fact.value, fact.low, fact.high, fact.status, fact.national)
        for key, fact in sorted(found.facts.items())
    ]
    told = repr((found.population, known))
    return hashlib.blake2b(told.encode(), digest_size=SIZE).hexdigest()
