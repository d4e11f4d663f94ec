"""The base case stands still: what a policy changes is not what would have come by itself.

Decision 13: less than two percent a year over ten years, on needs, burden, hidden need and access.
"""

import numpy as np
import pytest

from experiments import batch, simulation

YEARS = 10
MOST = 0.02
WATCHED = ("need_any", "need_two", "need_three", "burden", "hidden_need", "time_to_help", "waiting")
SLOW = {"need_three", "time_to_help", "waiting"}
"""Few people or few events a year: judged in the long tier, where there are runs enough."""


def drift(place: str, replicates: int, rows: int) -> dict[str, float]:
    """Change a year of each watched outcome, as a share, from the first years to the last."""
    windows = [batch.Window(str(y), 52 * y, 52 * (y + 1)) for y in range(YEARS)]
    plan = simulation.plan(place, {}, residents=rows, weeks=52 * YEARS)
    values = batch.ensemble(plan, replicates, windows=windows).values
    found = {}
    for key in WATCHED:
        means = np.nanmean(values[key][:, :, 0], axis=0)
        slope = np.polyfit(np.arange(YEARS), means, 1)[0]
        found[key] = float(slope / means.mean())
    return found


def test_the_average_neighbourhood_stays_as_it_is_when_nothing_is_done():
    found = drift("doorsnee", 4, 3000)
    assert {k: v for k, v in found.items() if abs(v) > MOST and k not in SLOW} == {}


@pytest.mark.long
@pytest.mark.parametrize("place", ["doorsnee", "utrecht-overvecht"])
def test_no_watched_outcome_drifts_in_the_long_run(place: str):
    assert {k: v for k, v in drift(place, 30, 5000).items() if abs(v) > MOST} == {}
