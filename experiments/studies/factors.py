"""What a study varies: an address, and the values it may take there.

Ranges come from the declarations unless the study narrows them. A factor turns a share from 0 to 1
into a value, so that every design works on the same unit cube.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.parameters import ADDRESSES

LEVERS, UNCERTAINTIES = "levers", "uncertainties"
KINDS = (LEVERS, UNCERTAINTIES)
"""Two lists that may be crossed: what is decided, and what nobody knows."""


@dataclass(frozen=True)
class Factor:
    """An address that is varied: over a range, or over a list of ``values``."""

    address: str
    kind: str
    low: float
    high: float
    values: tuple[float, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense here."""
        return ADDRESSES[self.address].step == 1

    def at(self, share: float) -> float:
        """The value at a share of the range from 0 to 1, or that part of the list."""
        if self.values:
            return self.values[min(int(share * len(self.values)), len(self.values) - 1)]
        value = min(self.high, max(self.low, self.low + share * (self.high - self.low)))
        return float(round(value)) if self.whole else value

    def levels(self, count: int) -> tuple[float, ...]:
        """So many values evenly over the range, ends included; the list itself where there is one.

        Fewer where whole numbers coincide.
        """
        if self.values:
            return self.values
        steps = max(1, count - 1)
        return tuple(dict.fromkeys(self.at(number / steps) for number in range(count)))

    def told(self) -> dict[str, Any]:
        """The factor for a manifest: with its words and unit, as a code book needs them."""
        declared = ADDRESSES[self.address]
        return {
            "address": self.address, "kind": self.kind, "role": declared.role,
            "low": self.low, "high": self.high, "values": list(self.values),
            "unit": declared.unit.key, "default": declared.default,
            "nl": declared.nl, "en": declared.en, "basis": declared.basis.status.value[0],
        }  # fmt: skip


def ranged(address: str, kind: str, between: tuple[float, float] | None = None) -> Factor:
    """A factor over the declared range, or a narrower one; a choice of a few over all of them."""
    declared = ADDRESSES[address]
    if between is None and declared.choices:
        return listed(address, kind, tuple(value for value, _, _ in declared.choices))
    low, high = between or declared.between
    return Factor(address, kind, float(low), float(high))


def listed(address: str, kind: str, values: tuple[float, ...]) -> Factor:
    """A factor over these values only."""
    return Factor(address, kind, min(values), max(values), values)


def from_told(told: Mapping[str, Any]) -> Factor:
    """The factor that a manifest tells of."""
    return Factor(
        told["address"], told["kind"], told["low"], told["high"], tuple(told.get("values", ()))
    )
