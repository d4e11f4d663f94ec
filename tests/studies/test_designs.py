"""Designs give the points they promise, within the ranges, and grow without changing the first."""

import numpy as np
import pytest

from experiments.studies import designs, factors
from experiments.studies.designs import Design
from experiments.studies.factors import LEVERS, UNCERTAINTIES
from model.parameters import ADDRESSES

HOURS = factors.ranged("hours.protected", LEVERS)
SLOW = factors.ranged("trust.gain", UNCERTAINTIES, (0.03, 0.08))
TABLES = factors.ranged("deciding.tables", LEVERS)
MEETINGS = factors.ranged("meeting.open_meetings", LEVERS, (0, 4))
ALL = (HOURS, MEETINGS, TABLES, SLOW)


@pytest.mark.parametrize("method", ["latin_hypercube", "sobol", "morris", "saltelli"])
def test_drawn_points_lie_within_the_ranges_and_whole_numbers_are_whole(method: str):
    sizes = {"points": 32, "trajectories": 4, "rows": 8}
    size = {what: sizes[what] for what in designs.SIZES[method] if what in sizes}
    found = designs.points(Design(method, size), ALL, seed=3)
    assert found.shares.shape == (len(found), len(ALL))
    assert found.shares.min() >= 0
    assert found.shares.max() <= 1
    for values in found.values:
        assert all(each.low <= values[each.address] <= each.high for each in ALL)
        assert values["meeting.open_meetings"].is_integer()
        assert values["deciding.tables"] in [v for v, _, _ in ADDRESSES["deciding.tables"].choices]


@pytest.mark.parametrize(
    ("method", "what", "few", "many"),
    [("sobol", "points", 10, 40), ("morris", "trajectories", 3, 7), ("saltelli", "rows", 4, 16)],
)
def test_the_first_points_stay_when_more_are_asked(method: str, what: str, few: int, many: int):
    small, large = (designs.points(Design(method, {what: n}), ALL, seed=1) for n in (few, many))
    assert len(small) < len(large)
    assert large.values[: len(small)] == small.values


def test_other_seeds_give_other_points_and_the_same_seed_the_same():
    design = Design("latin_hypercube", {"points": 8})
    once, again, other = (designs.points(design, ALL, seed) for seed in (1, 1, 2))
    assert once.values == again.values
    assert once.values != other.values


def test_a_latin_hypercube_visits_every_part_of_every_range_once():
    found = designs.points(Design("latin_hypercube", {"points": 20}), (HOURS, SLOW), seed=1)
    parts = np.sort(np.floor(found.shares * 20).astype(int), axis=0)
    assert np.array_equal(parts, np.tile(np.arange(20)[:, None], (1, 2)))


def test_a_grid_is_every_level_with_every_other_and_one_at_a_time_leaves_the_others_alone():
    grid = designs.points(Design("grid", {"levels": 3}), (HOURS, SLOW), seed=1)
    assert len(grid) == 9
    assert {values["hours.protected"] for values in grid.values} == {0.0, 4.0, 8.0}
    alone = designs.points(Design("one_at_a_time", {"levels": 2}), (HOURS, SLOW), seed=1)
    assert alone.values[0] == {}
    assert [sorted(values) for values in alone.values[1:]] == [["hours.protected"]] * 2 + [
        ["trust.gain"]
    ] * 2


def test_crossed_designs_put_every_decision_in_every_world():
    levers = designs.points(Design("grid", {"levels": 2}), (HOURS,), seed=1)
    worlds = designs.points(Design("sobol", {"points": 4}), (SLOW,), seed=1)
    crossed = designs.product(levers, worlds, factors=(HOURS, SLOW))
    assert len(crossed) == 8
    by_world: dict[float, set[float]] = {}
    for values in crossed.values:
        by_world.setdefault(values["trust.gain"], set()).add(values["hours.protected"])
    assert list(by_world.values()) == [{0.0, 8.0}] * 4
    assert np.isnan(crossed.shares[:, 0]).all()
    assert np.array_equal(crossed.shares[::2, 1], worlds.shares[:, 0])


def test_rows_for_second_order_are_as_many_as_the_method_needs():
    for second, per_row in ((0, len(ALL) + 2), (1, 2 * len(ALL) + 2)):
        design = Design("saltelli", {"rows": 4, "second_order": second})
        assert len(designs.points(design, ALL, seed=1)) == 4 * per_row
