"""A4: in the long run trust is p/(p + (1-p)ρ), and it comes back slower than it goes."""

import numpy as np
import pytest

from experiments.validation.outside.bare import numbers
from experiments.validation.outside.trust_level import broken, kept, promises_to_return, settled


@pytest.mark.parametrize(
    ("promised", "ratio", "level"),
    [(0.75, 3, 0.50), (0.9, 3, 0.75), (0.8, 2, 2 / 3), (0.95, 5, 0.792)],
)
def test_trust_settles_where_gains_and_losses_balance(promised: float, ratio: float, level: float):
    """Mean over 400 pairs of people, each long after the start; three standard errors."""
    now = settled(promised, ratio)
    error = now.std() / np.sqrt(len(now))
    assert abs(now.mean() - level) < 3 * error + 1e-3
    assert level == pytest.approx(promised / (promised + (1 - promised) * ratio), abs=1e-3)


def test_after_one_break_it_takes_the_more_promises_to_return_the_heavier_a_break_weighs():
    counts = [promises_to_return(ratio) for ratio in (1, 2, 3, 4, 5)]
    assert counts == sorted(set(counts)), "each heavier break takes longer to mend"
    assert counts[0] > 1


def test_shortage_alone_destroys_trust_between_people_of_good_will():
    """Nobody is unwilling; only half of what is promised can be delivered."""
    p = numbers(gain=0.05, loss_ratio=4.0)
    now = 0.9
    for promise in range(400):
        now = kept(now, 1.0, p) if promise % 2 else broken(now, 1.0, 0.0, p)
    assert now < 0.25
