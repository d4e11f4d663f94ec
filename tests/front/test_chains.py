"""When a step may be called clear: pairs enough, and a range that leaves out nothing."""

from __future__ import annotations

import numpy as np
import pytest

from experiments.explaining.shares import Share
from experiments.front import chains


def share(mean: float, error: float) -> dict[str, Share]:
    return {"meet": Share(np.array([mean]), np.array([error]), np.array([np.nan]))}


@pytest.mark.parametrize("pairs", [0, 1, 2, 4, chains.ENOUGH - 1])
def test_few_pairs_make_nothing_clear_however_large_it_looks(pairs: int):
    for error in (0.0, 1e-9, np.nan):
        assert not chains._parts(share(5.0, error), 0, pairs)[0].clear


def test_eight_pairs_ask_for_more_than_two_standard_errors():
    """The 97.5 % quantile of Student's t with 7 degrees of freedom is 2.3646."""
    assert chains.errors_away(8) == pytest.approx(2.3646, abs=1e-4)
    assert not chains._parts(share(2.3, 1.0), 0, 8)[0].clear
    assert chains._parts(share(-2.4, 1.0), 0, 8)[0].clear
    assert not chains._parts(share(9.0, np.nan), 0, 8)[0].clear
