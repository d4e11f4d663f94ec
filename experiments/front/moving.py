"""Which unknown numbers move an outcome most, as the study in `docs/sensitivity.md` found it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from experiments.front.foundations import rules
from experiments.version import CHECKOUT

PAGE = CHECKOUT / "docs" / "sensitivity.md"
ROW = re.compile(r"^\| .*\(`(\w+)`\) \|(.*)\|$", re.MULTILINE)
GROUP = re.compile(r"`([\w.]+)( \(not assumed\))?`( \(luck\?\))?")
FIRST, LAST = 3, 6
"""Which cells of a row name what moves the outcome: the first, the second and the third."""


@dataclass(frozen=True)
class Mover:
    """A mechanism whose unknown numbers move an outcome, and whether these are assumed."""

    mechanism: str
    assumed: bool

    def name(self, language: str) -> str:
        """What the rule of the mechanism is called, its key where it has none of its own."""
        rule = rules().get(self.mechanism)
        return rule.name(language) if rule else self.mechanism


@cache
def movers() -> Mapping[str, Sequence[Mover]]:
    """Outcome → what moves it, most first; what luck alone may give is left out.

    Empty where the page is not there, as in an installed project.
    """
    if not PAGE.is_file():
        return {}
    text = PAGE.read_text(encoding="utf-8").partition("### Every outcome")[2]
    text = text.partition("\n### ")[0]
    found: dict[str, Sequence[Mover]] = {}
    for key, cells in ROW.findall(text):
        named = [GROUP.search(cell) for cell in cells.split("|")[FIRST:LAST]]
        found[key] = tuple(
            Mover(each.group(1), not each.group(2)) for each in named if each and not each.group(3)
        )
    return found
