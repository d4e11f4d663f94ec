"""When enough is enough: half-widths of a known spread; and cells of a heatmap with their runs."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from experiments.analysis import cells, enough, reading
from scenarios.faults import Refused
from tests.analysis import made
from tests.analysis.made import KEY


def lucky(spread: float, replicates: int, points: int = 1):
    rng = np.random.default_rng(7)
    return made.study(lambda row, **_: rng.normal(3.0, spread), made.drawn(points, ("x",)),
                      replicates=replicates)  # fmt: skip


def converged(results, precise: float | None, **more):
    return enough.converge(
        results, reading.subject(results, KEY, "final", None, "a"), precise, **more
    )


def test_the_interval_narrows_as_a_known_variance_says():
    found = converged(lucky(2.0, 400), 0.25)
    for n in (25, 100, 400):
        row = found.table[found.table["replicates"] == n].iloc[0]
        assert row["half_width"] == pytest.approx(
            stats.t.ppf(0.975, n - 1) * 2.0 / np.sqrt(n), rel=3 / np.sqrt(2 * n)
        )
    assert "That is enough" in found.said[0].en


def test_the_number_needed_lies_where_the_interval_says_in_95_of_100():
    # with a spread of 2 known, (1.96 · 2 / 0.25)² = 245.9 and a little more for the t
    true, rng, held = 248, np.random.default_rng(12), 0
    for _ in range(300):
        needed = enough.replicates_needed(rng.normal(0.0, 2.0, 20), 0.25)
        held += needed["needed_low"] <= true <= needed["needed_high"]
    assert stats.binomtest(held, 300, 0.95).pvalue > 0.01


def test_the_interval_of_the_mean_holds_the_truth_in_95_of_100():
    rng, held = np.random.default_rng(11), 0
    for _ in range(400):
        last = enough.narrowing(rng.normal(0.0, 1.0, 8)).iloc[-1]
        held += abs(last["mean"]) <= last["half_width"]
    assert stats.binomtest(held, 400, 0.95).pvalue > 0.01


def test_half_the_width_takes_about_four_times_the_replicates():
    values = np.random.default_rng(1).normal(0.0, 1.0, 60)
    wide, narrow = (enough.replicates_needed(values, w)["needed"] for w in (0.2, 0.1))
    assert narrow / wide == pytest.approx(4.0, rel=0.05)


def test_too_few_is_said_with_how_many_to_count_on():
    found = converged(lucky(2.0, 10), 0.25)
    assert "Not enough yet: count on " in found.said[0].en
    assert found.table["needed"].iloc[0] > 100


def test_what_does_not_vary_is_known_at_once():
    results = made.study(lambda row, **_: 1.0, made.drawn(1, ("x",)), replicates=5)
    assert converged(results, 0.1).table["needed"].iloc[0] == 2


def test_a_replicate_is_one_piece_of_luck_whatever_the_number_of_points():
    results = made.study(lambda row, place, replicate, **_: made.luck(place, replicate),
                         made.drawn(50, ("x",)), replicates=9)  # fmt: skip
    single = made.study(lambda row, place, replicate, **_: made.luck(place, replicate),
                        made.drawn(1, ("x",)), replicates=9)  # fmt: skip
    columns = ["mean", "half_width", "needed"]
    pd.testing.assert_frame_equal(converged(results, 0.1).table[columns],
                                  converged(single, 0.1).table[columns])  # fmt: skip


def test_how_precise_must_be_said_for_an_outcome_without_a_margin():
    for precise in (None, 0.0, -1.0):
        with pytest.raises(Refused, match="--precise"):
            converged(lucky(1.0, 5), precise)
    with pytest.raises(Refused, match="at least 3 replicates"):
        converged(lucky(1.0, 2), 0.1)


def grid():
    at = pd.DataFrame([(x, y) for x in (1, 2, 3) for y in (10.0, 20.0)], columns=["x", "y"])
    return made.study(lambda row, replicate, **_: row["x"] * row["y"] + replicate, at, replicates=5)


def mapped(results, x: str = "x", y: str = "y", **more):
    return cells.heatmap(results, reading.subject(results, KEY, "final", None, "a"), x, y, **more)


def test_each_cell_says_its_median_its_band_and_how_many_runs_it_rests_on():
    table = mapped(grid()).table.set_index(["x", "y"])
    assert list(table["runs"]) == [5] * 6
    assert table.loc[(3, 20.0), "median"] == 62.0
    assert table.loc[(3, 20.0), "band"] == pytest.approx(3.6)  # 0.2 to 3.8 of 0 … 4


def test_a_lever_of_many_values_is_cut_in_equal_parts_that_hold_all_runs():
    results = made.study(lambda row, **_: row["x"], made.drawn(200, ("x", "y")))
    table = mapped(results, bins=4).table
    assert table["runs"].sum() == 200
    assert len(set(table["x"])) == 4
    assert table["median"].sub(table["x"]).abs().max() < 0.13


def test_few_runs_in_a_cell_are_said_to_say_little():
    results = made.study(lambda row, **_: row["x"], made.drawn(30, ("x", "y")))
    assert mapped(results).said[-1].en == "Cells with so few runs say little."
    assert mapped(grid()).said[-1].en != "Cells with so few runs say little."


def test_a_lever_that_is_unknown_twice_the_same_or_fixed_is_refused():
    results = grid()
    with pytest.raises(Refused, match="twice the same"):
        mapped(results, "x", "x")
    with pytest.raises(Refused, match="--x"):
        mapped(results, "z", "y")
    at = made.drawn(9, ("x", "y")).assign(y=1.0)
    with pytest.raises(Refused, match="one value only"):
        mapped(made.study(lambda row, **_: 0.0, at))
