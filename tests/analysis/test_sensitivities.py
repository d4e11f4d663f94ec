"""Indices of a study against functions of which the books give the answer."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis import reading, sensitivities
from experiments.sensitivity.designs import MORRIS, SOBOL
from scenarios.faults import Refused
from tests.analysis import made
from tests.analysis.made import KEY, Made

NAMES = ("x1", "x2", "x3", "dummy")
RANGE = dict.fromkeys(NAMES, (-np.pi, np.pi))
BOOK = {"x1": (0.314, 0.558), "x2": (0.442, 0.442), "x3": (0.0, 0.244), "dummy": (0.0, 0.0)}


def of(results: Made, scenario: str | None = "a") -> reading.Subject:
    return reading.subject(results, KEY, "final", None, scenario)


def saltelli(rows: int = 512, **more) -> Made:
    at = made.blocks(SOBOL, NAMES, rows, -np.pi, np.pi)
    return made.study(made.ishigami, at, design="saltelli", bounds=RANGE, **more)


def paths(count: int = 40, **more) -> Made:
    at = made.blocks(MORRIS, NAMES, count, -np.pi, np.pi)
    return made.study(made.ishigami, at, design="morris", bounds=RANGE, **more)


def by_factor(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index("factor")


def test_sobol_divides_ishigami_as_the_books_do_with_intervals_that_hold_the_answer():
    results = saltelli(1024)
    found = sensitivities.weigh(results, of(results))
    table = by_factor(found.table)
    assert set(found.table["method"]) == {SOBOL}
    for name, (first, total) in BOOK.items():
        assert table.loc[name, "first"] == pytest.approx(first, abs=0.06)
        assert table.loc[name, "total"] == pytest.approx(total, abs=0.06)
    assert table.loc["dummy", "total"] == pytest.approx(0.0, abs=1e-12)
    assert (table.loc[["x1", "x2"], "total_confidence"] > 0.0).all()
    assert found.runs == 1024 * 6


def test_rows_with_second_order_in_them_give_the_same_as_rows_without():
    from SALib.sample import sobol

    problem = {"num_vars": 4, "names": list(NAMES), "bounds": [RANGE[n] for n in NAMES]}
    at = pd.DataFrame(sobol.sample(problem, 512, calc_second_order=True, seed=1), columns=NAMES)
    results = made.study(made.ishigami, at, design="saltelli", bounds=RANGE)
    table = by_factor(sensitivities.weigh(results, of(results)).table)
    for name, (first, total) in BOOK.items():
        assert table.loc[name, "first"] == pytest.approx(first, abs=0.09)
        assert table.loc[name, "total"] == pytest.approx(total, abs=0.09)


def test_morris_puts_ishigami_in_order_and_a_dummy_at_zero():
    results = paths()
    table = by_factor(sensitivities.weigh(results, of(results)).table)
    assert table.loc["dummy", "mu_star"] == pytest.approx(0.0, abs=1e-12)
    assert (table.loc[["x1", "x2", "x3"], "mu_star"] > 1.0).all()
    assert table.loc["x3", "sigma"] > table.loc["x3", "mu_star"] / 2  # it works through x1 alone


def test_morris_gives_the_slopes_of_a_plane_over_the_whole_range():
    at = made.blocks(MORRIS, ("steep", "down", "dummy"), 6, 10.0, 30.0)
    results = made.study(lambda row, **_: 3.0 * row["steep"] - row["down"], at, design="morris",
                         bounds=dict.fromkeys(at.columns, (10.0, 30.0)))  # fmt: skip
    table = by_factor(sensitivities.weigh(results, of(results)).table)
    assert table.loc["steep", "mu"] == pytest.approx(60.0)
    assert table.loc["down", "mu"] == pytest.approx(-20.0)
    assert table.loc["down", "sigma"] == pytest.approx(0.0, abs=1e-9)


def test_pawn_orders_ishigami_and_a_dummy_is_no_more_than_a_factor_of_chance():
    at = made.drawn(1500, NAMES, **RANGE)
    results = made.study(made.ishigami, at)
    found = sensitivities.weigh(results, of(results))
    assert set(found.table["method"]) == {sensitivities.PAWN}
    table = by_factor(found.table)
    assert list(table.index[:2]) == ["x2", "x1"]
    assert table.loc[["x1", "x2", "x3"], "above_dummy"].all()
    assert not table.loc["dummy", "above_dummy"]
    assert table.loc["dummy", "median"] == pytest.approx(
        table.loc[sensitivities.NOBODY, "median"], rel=0.5
    )


def test_luck_that_all_points_share_is_told_apart_from_luck_of_their_own():
    def shared(row, place, replicate, **_):
        return row["x1"] + made.luck(place, replicate)

    at = made.drawn(200, ("x1",))
    results = made.study(shared, at, replicates=20)
    row = sensitivities.weigh(results, of(results)).table.iloc[0]
    assert row["noise_share"] > 0.5
    assert row["own_noise_share"] == pytest.approx(0.0, abs=1e-12)

    rng = np.random.default_rng(3)
    results = made.study(lambda row, **_: row["x1"] + rng.normal(0.0, np.sqrt(1 / 12)), at,
                         replicates=20)  # fmt: skip
    row = sensitivities.weigh(results, of(results)).table.iloc[0]
    assert row["noise_share"] == pytest.approx(0.5, abs=0.05)
    assert row["own_noise_share"] == pytest.approx(0.5, abs=0.05)


def test_with_one_replicate_nobody_knows_the_luck_and_that_is_said():
    found = sensitivities.weigh(results := paths(4), of(results))
    assert found.table["noise_share"].isna().all()
    assert "nobody can say how much is luck" in found.said[1].en


def test_what_moves_a_difference_is_what_only_one_of_two_scenarios_has():
    def value(row, scenario, **_):
        return row["x1"] + (5.0 * row["x2"] if scenario == "b" else 0.0)

    at = made.blocks(SOBOL, NAMES, 64, 0.0, 1.0)
    results = made.study(value, at, scenarios=("a", "b"), design="saltelli",
                         bounds=dict.fromkeys(NAMES, (0.0, 1.0)))  # fmt: skip
    about = reading.subject(results, KEY, "final", "a", "b")
    table = by_factor(sensitivities.weigh(results, about).table)
    assert table.loc["x2", "total"] == pytest.approx(1.0, abs=0.05)
    assert table.loc["x1", "total"] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("results", [saltelli(8), paths(4)], ids=["saltelli", "morris"])
def test_a_gap_is_refused_by_name_and_may_take_its_block_with_it(results: Made):
    for broken in (results.without("a-here-7-0"), results.holding("a-here-7-0", np.nan)):
        with pytest.raises(Refused, match="place here point 7 replicate 0"):
            sensitivities.weigh(broken, of(broken))
    left = sensitivities.weigh(more := paths(6).without("a-here-7-0"), of(more), leave_out=True)
    assert left.left_out == 1
    assert set(left.table["blocks"]) == {5}


def test_a_run_that_was_planned_and_is_not_there_at_all_is_missed():
    results = paths(4)
    gone = results.runs["run_id"] == "a-here-19-0"
    short = Made(results.runs[~gone], results.outcomes, results.factors, results.bounds, "morris",
                 {"points": 20})  # fmt: skip
    with pytest.raises(Refused, match="whole blocks of 5: 4 in the last"):
        sensitivities.weigh(short, of(short))


def test_points_that_are_no_blocks_of_the_method_are_refused():
    at = made.drawn(60, NAMES)
    results = made.study(made.ishigami, at)
    for method in (MORRIS, SOBOL):
        with pytest.raises(Refused, match="design"):
            sensitivities.weigh(results, of(results), method)


def test_what_does_not_vary_is_not_divided():
    at = made.blocks(SOBOL, NAMES, 8, 0.0, 1.0)
    results = made.study(lambda row, **_: 1.0, at, design="saltelli", bounds=RANGE)
    results = Made(results.runs, results.outcomes, results.factors,
                   dict.fromkeys(NAMES, (0.0, 1.0)), "saltelli")  # fmt: skip
    found = sensitivities.weigh(results, of(results))
    assert found.table["total"].isna().all()
    assert found.said[0].en == "no factor moves this outcome."
