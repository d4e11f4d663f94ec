"""From rates to chances, when several things can happen to one person in one week (ODD section 4).

Rates are added, the sum becomes one chance, and the chance is shared out in proportion.
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
