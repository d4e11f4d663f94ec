"""Overlapping ranges (decision 14b): what each placement is like must not be settled beforehand.

How well a facilitator knows and speaks to people is unknown, and has a range in each placement.
Where the ranges of two placements lie apart, their order was put in. Nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from experiments.audits.report import PLACEMENTS, Report
from experiments.audits.work import Work
from model.parameters import ADDRESSES
from scenarios import library
from scenarios.scenario import Scenario

FIRST, SECOND = "facilitator.", "second_facilitator."
SELDOM = 0.05
"""Below one in twenty draws the other order of two facilitators is hardly open."""
STEPS = 500
"""Points in each range, over which the share of draws is counted."""

Range = tuple[float, float]


@dataclass(frozen=True)
class Facilitator:
    """One facilitator of a placement: by name, with the value and range of each attribute."""

    name: str
    values: dict[str, float]
    ranges: dict[str, Range | None]


def attributes() -> tuple[str, ...]:
    """What nobody knows of a facilitator, by the part after the dot."""
    return tuple(
        address.removeprefix(FIRST)
        for address, declared in ADDRESSES.items()
        if address.startswith(FIRST) and declared.role == "uncertainty"
    )


def facilitators(scenarios: Sequence[Scenario]) -> Iterator[Facilitator]:
    """The facilitator of each placement, and the second one where there are two."""
    for scenario in scenarios:
        yield _facilitator(scenario, FIRST, scenario.key)
        if scenario.values.get(f"{SECOND}money", 0.0) > 0:
            yield _facilitator(scenario, SECOND, f"{scenario.key} (the second)")


def _facilitator(scenario: Scenario, seat: str, name: str) -> Facilitator:
    values, ranges = {}, {}
    for attribute in attributes():
        declared = ADDRESSES[seat + attribute]
        choice = scenario.choices.get(declared.address)
        values[attribute] = choice.value if choice else declared.default
        ranges[attribute] = choice.between if choice else declared.between
    return Facilitator(name, values, ranges)


def other_order(one: Range, other: Range) -> float:
    """In which share of draws, each from its own range, ``one`` lies above ``other``."""
    middles = (np.arange(STEPS) + 0.5) / STEPS
    above, below = (low + middles * (high - low) for low, high in (one, other))
    return float(np.mean(above[:, None] > below[None, :]))


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges share more than one point."""
    return min(one[1], other[1]) > max(one[0], other[0])


def audit(scenarios: Sequence[Scenario] | None = None) -> Report:
    """Whether every attribute has a range, and those of every two facilitators overlap."""
    shipped = scenarios or [library.load(key) for key in PLACEMENTS]
    found = list(facilitators(shipped))
    without = [
        f"{each.name}: {attribute} has no range"
        for each in found
        for attribute, between in each.ranges.items()
        if between is None
    ]
    shares = {
        attribute: {
            f"{low.name} below {high.name}": _share(low, high, attribute)
            for low, high in _ordered(found, attribute)
        }
        for attribute in attributes()
    }
    lines = (
        f"{len(found)} facilitators, {len(shares)} attributes nobody knows",
        *without,
        *(line for attribute, pairs in shares.items() for line in _told(attribute, pairs)),
        f"decided, so set and not drawn: {', '.join(_decided(shipped))}",
    )
    apart = any(share is None for pairs in shares.values() for share in pairs.values())
    numbers = {"other_order": shares, "without_range": without}
    return Report("overlapping_ranges", not (without or apart), lines, numbers)


def _told(attribute: str, pairs: Mapping[str, float | None]) -> list[str]:
    """Of which pairs the order is put in, and of how many it seldom turns."""
    lines = [
        f"{attribute}: {name}, and the ranges do not overlap: this order is PUT IN"
        for name, share in pairs.items()
        if share is None
    ]
    seldom = [share for share in pairs.values() if share is not None and share < SELDOM]
    if seldom:
        lines.append(
            f"{attribute}: in {len(seldom)} of {len(pairs)} pairs that differ, the other order "
            f"comes in fewer than one in twenty draws ({min(seldom):.1%} at least)"
        )
    return lines


def work() -> Work:
    """How much is run: nothing, only ranges are looked at."""
    return Work(0, 0, 0, 0)


def _ordered(
    found: Sequence[Facilitator], attribute: str
) -> Iterator[tuple[Facilitator, Facilitator]]:
    """Every two facilitators that differ in an attribute and have ranges, the lower one first."""
    for pair in combinations(found, 2):
        low, high = sorted(pair, key=lambda each: each.values[attribute])
        if low.values[attribute] < high.values[attribute] and all(
            each.ranges[attribute] for each in pair
        ):
            yield low, high


def _share(low: Facilitator, high: Facilitator, attribute: str) -> float | None:
    """In which share of draws the lower one lies above the other; None where that cannot be."""
    one, other = low.ranges[attribute], high.ranges[attribute]
    assert one is not None
    assert other is not None
    return other_order(one, other) if overlap(one, other) else None


def _decided(scenarios: Sequence[Scenario]) -> list[str]:
    """Numbers of facilitators in which the placements differ and that are decided."""
    return [
        address
        for address, declared in ADDRESSES.items()
        if address.startswith((FIRST, SECOND)) and declared.role != "uncertainty"
        and len({each.values.get(address, declared.default) for each in scenarios}) > 1
    ]  # fmt: skip
