"""From which quarter a payer notices anything."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.front.paying import since

RUNS, POINTS = 100, 17


def worlds(clear_from: int, runs: int = RUNS, size: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    """A and B, apart by this size from this quarter on in so many of the runs."""
    a = np.zeros((RUNS, POINTS))
    b = a.copy()
    b[:runs, clear_from:] += size
    return a, b


@settings(deadline=None)
@given(st.integers(1, POINTS - 1), st.sampled_from([-1, 1]))
def test_a_difference_that_stays_is_noticed_from_its_first_quarter(quarter, way):
    a, b = worlds(quarter)
    assert since(a, way * b, 1.0) == quarter


@settings(deadline=None)
@given(st.integers(1, POINTS - 1))
def test_a_difference_in_few_runs_or_too_small_to_matter_is_never_noticed(quarter):
    assert since(*worlds(quarter, runs=59), 1.0) is None
    assert since(*worlds(quarter, runs=60), 1.0) == quarter
    assert since(*worlds(quarter, size=0.9), 1.0) is None


def test_what_passes_is_not_lasting_and_what_turns_round_counts_from_its_last_turn():
    a, b = worlds(3)
    b[:, -1] = 0
    assert since(a, b, 1.0) is None
    a, b = worlds(3)
    b[:, 8:] = -2
    assert since(a, b, 1.0) == 8


def test_where_nothing_was_measured_nothing_is_noticed():
    a, b = worlds(3)
    b[:, 10] = np.nan
    assert since(a, b, 1.0) == 11
    assert since(a, np.full_like(b, np.nan), 1.0) is None
