"""How much is run for a validation: quick for a look, full for the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Numbers of runs and residents; each row says which of them it used."""

    name: str
    runs: int
    """Runs of each world; also the number of pairs in a comparison."""
    pairs: int
    """The same in rows about a direction: 95 in 100 is not told from 90 in 100 by few."""
    residents: int
    histories: int
    """Runs in which everybody is followed for ten years."""
    followed: int
    """Residents in each of those."""
    draws: int
    """Runs in which what nobody knows is drawn anew."""
    places: int
    """Runs of each place, where places are compared."""
    effort: int
    """How much longer than a look the reduced models run."""


QUICK = Size("quick", runs=20, pairs=20, residents=1500, histories=3, followed=4000, draws=20,
             places=1, effort=1)  # fmt: skip
FULL = Size("full", runs=60, pairs=200, residents=1500, histories=6, followed=5000, draws=40,
            places=3, effort=2)  # fmt: skip
SMALL = Size("small", runs=2, pairs=2, residents=300, histories=1, followed=300, draws=2, places=1,
             effort=1)  # fmt: skip
"""For tests: it shows that a row can be judged, and nothing about the verdict."""
