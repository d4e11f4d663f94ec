"""Which unknown numbers move an outcome most, as the screening that ships found it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from experiments.sensitivity import shipped
from model.parameters import ADDRESSES


@dataclass(frozen=True)
class Mover:
    """An unknown number that moves an outcome, by its address, and whether it is assumed."""

    address: str
    assumed: bool

    def name(self, language: str) -> str:
        """What the number is called."""
        return ADDRESSES[self.address].name(language)


def movers() -> Mapping[str, Sequence[Mover]]:
    """Outcome → what moves it, most first; what luck alone may give is left out.

    Empty where no screening of this very model ships.
    """
    found = shipped.read()
    if found is None:
        return {}
    return {key: tuple(Mover(*each) for each in most) for key, most in found.movers.items()}
