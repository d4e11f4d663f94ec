"""The curves of groups are those of the whole, told apart."""

from __future__ import annotations

import numpy as np

from experiments import batch, picture, simulation
from model.outcomes import GROUPS


def test_groups_over_time_are_what_the_batch_measures():
    plan = simulation.plan("doorsnee", {}, residents=400, weeks=52)
    run = simulation.run(plan, 0)
    windows = picture.windows(52)
    made = picture.together([picture.of(run, windows)], 52, windows)
    quarters = [batch.Window("", begin, begin + 13) for begin in (0, 13, 26, 39)]
    for by, names in GROUPS.items():
        told = batch.measure(run.sheet, quarters, by)["need_any"]
        everybody = made.over_time("need_any")[0, 1:]
        np.testing.assert_array_equal(everybody, told[:, 0])
        for group in range(1, len(names) + 1):
            shown = made.over_time("need_any", by, group)[0, 1:]
            np.testing.assert_array_equal(shown, told[:, group])
