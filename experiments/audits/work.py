"""How much an audit runs, so that it can be said before it is begun."""

from __future__ import annotations

from dataclasses import dataclass

from model.beginning import HISTORIES, LONG_RUN_ROWS
from model.initialisation import BURN_IN
from model.resemblance import LONG_RUN

SECONDS_A_RESIDENT_WEEK = 0.25e-6
"""One core of an ordinary machine: a thousand residents take a thousandth of a minute a year.

Measured as 0.054 s for 1,000 residents and 208 weeks, and 0.75 s for a long run.
"""


@dataclass(frozen=True)
class Work:
    """Runs of so many weeks, the burn-ins they begin with, and worlds that first settle."""

    runs: int
    starts: int
    worlds: int
    weeks: int

    def seconds(self, residents: int) -> float:
        """Roughly how long it takes on one core; compiling the model comes on top."""
        lived = residents * (self.runs * self.weeks + self.starts * BURN_IN)
        histories = self.worlds * min(HISTORIES, max(1, self.starts // max(1, self.worlds)))
        settling = histories * LONG_RUN_ROWS * LONG_RUN
        return SECONDS_A_RESIDENT_WEEK * (lived + settling)
