"""One chance for a week in which several things may happen to the same person (ODD section 4).

Add the rates; turn the sum into a chance; let each take its part of it.
"""

from __future__ import annotations

import math

from model.compiling import compiled


@compiled
def chance_of(rate: float) -> float:
    """The chance that something with this weekly rate happens within the week.

    >>> round(chance_of(0.5), 4)
    0.3935
    """
    return 1.0 - math.exp(-rate)
