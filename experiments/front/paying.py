"""From which quarter a payer notices anything."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.effects import MORE_OFTEN_FROM

Values = NDArray[np.float64]


def since(a: Values, b: Values, margin: float) -> int | None:
    """The first quarter from which B stays clearly on one side of A until the end; None if never.

    ``a`` and ``b`` hold the runs at each quarter point [run, point], of which the first lies before
    policy began and counts for nothing. Clear is, as everywhere, a share of the runs that differ by
    the margin or more, all to the same side, in every quarter from then on.
    """
    difference = b - a
    higher = (difference >= margin).mean(axis=0)
    lower = (difference <= -margin).mean(axis=0)
    for side in (higher, lower):
        unclear = np.flatnonzero(side < MORE_OFTEN_FROM)
        first = int(unclear[-1]) + 1 if len(unclear) else 1
        if first < difference.shape[1]:
            return max(first, 1)
    return None
