"""Boxes that were planted are found again; what fails nowhere or everywhere is refused."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis import boxes, discovery, reading, scoring
from scenarios.faults import Refused
from tests.analysis import made
from tests.analysis.made import KEY


def planted(row, **_) -> float:
    """Fails (1) where x is above 0.6 and y below 0.5: a box of a fifth of all worlds."""
    return float(row["x"] > 0.6 and row["y"] < 0.5)


def study(value=planted, count: int = 600, **more):
    return made.study(value, made.drawn(count, ("x", "y", "idle")), **more)


def discovered(results, when: str = "above:0.5", **more):
    about = reading.subject(results, KEY, "final", None, "a")
    return discovery.discover(results, about, discovery.failing(about, when), **more)


def limits(table: pd.DataFrame, method: str) -> pd.DataFrame:
    return table[(table["method"] == method) & (table["box"] == 0)].set_index("factor")


@pytest.mark.parametrize("method", discovery.METHODS)
def test_a_planted_box_is_found_with_its_limits(method: str):
    found = discovered(study())
    box = limits(found.table, method)
    assert box.loc["x", "low"] == pytest.approx(0.6, abs=0.03)
    assert box.loc["y", "high"] == pytest.approx(0.5, abs=0.03)
    assert np.isinf(box.loc["x", "high"])
    assert "idle" not in box.index
    assert (box["density"] > 0.9).all()
    assert (box["coverage"] > 0.9).all()


def test_the_sentence_counts_worlds_and_is_held_against_worlds_not_seen():
    found = discovered(study())
    said = [each.en for each in found.said]
    total, failing = int(found.table["worlds"].iloc[0]), int(found.table["failing"].iloc[0])
    assert said[0] == f"“{KEY}” of “a” is above 0.5 in {failing} of {total} worlds."
    box = limits(found.table, "prim").iloc[0]
    inside, of = int(box["failing_in_box"]), int(box["worlds_in_box"])
    assert f"it fails in {inside} of {of} worlds" in said[1]
    assert inside / of == pytest.approx(box["density"])
    assert inside / failing == pytest.approx(box["coverage"])
    held = float(said[2].split("other: ")[1].split("%")[0])
    assert held > 80


def test_whole_numbers_drive_a_box_without_harm():
    at = made.drawn(400, ("x", "y"))
    at["steps"] = np.random.default_rng(5).integers(1, 12, len(at))
    results = made.study(lambda row, **_: float(row["steps"] >= 8), at)
    about = reading.subject(results, KEY, "final", None, "a")
    found = discovery.discover(results, about, discovery.failing(about, "above:0.5"))
    box = limits(found.table, "prim")
    assert 7.0 < box.loc["steps", "low"] <= 8.0
    assert box.loc["steps", "density"] == 1.0
    assert box.loc["steps", "coverage"] > 0.95


def test_what_fails_by_luck_alone_gives_no_box_that_holds_elsewhere():
    rng = np.random.default_rng(2)
    found = discovered(study(lambda row, **_: rng.random(), 300), "above:0.8")
    share = int(found.table["failing"].iloc[0]) / 300
    held = [each.en for each in found.said if each.en.startswith("Sought")]
    assert not held or float(held[0].split("other: ")[1].split("%")[0]) < 100 * share + 25


def test_b_fails_where_it_is_not_better_by_what_matters():
    results = made.study(
        lambda row, scenario, **_: 0.5 - (0.02 * row["x"] if scenario == "b" else 0.0),
        made.drawn(200, ("x", "y")), scenarios=("a", "b"), outcome="need_any",
    )  # fmt: skip
    about = reading.subject(results, "need_any", "final", "a", "b")
    fails = discovery.failing(about, None)
    assert fails.above
    assert fails.limit == pytest.approx(-about.margin)
    box = limits(discovery.discover(results, about, fails).table, "prim")
    assert list(box.index) == ["x"]
    assert box.loc["x", "high"] == pytest.approx(about.margin / 0.02, abs=0.02)


def test_a_world_fails_when_most_of_its_replicates_do():
    def value(row, replicate, **_):
        return float(row["x"] > (0.7 if replicate < 2 else 0.2))

    found = discovered(study(value, replicates=3))
    assert limits(found.table, "prim").loc["x", "low"] == pytest.approx(0.7, abs=0.03)


@pytest.mark.parametrize("when", ["above", "above:", "over:3", "below:nan", "0.4", ""])
def test_a_limit_that_cannot_be_read_is_refused(when: str):
    with pytest.raises(Refused, match="--fails"):
        discovered(study(count=50), when)


def test_without_a_side_that_is_better_the_limit_must_be_said():
    results = study(count=50)
    about = reading.subject(results, KEY, "final", None, "a")
    with pytest.raises(Refused, match="say when it fails"):
        discovery.failing(about, None)


@pytest.mark.parametrize("when", ["above:2", "below:2"])
def test_what_fails_nowhere_or_everywhere_is_refused_with_its_count(when: str):
    with pytest.raises(Refused, match="too few of one kind"):
        discovered(study(), when)


def test_a_value_that_is_missing_is_refused():
    with pytest.raises(Refused, match="point 4 replicate 0"):
        discovered(study(count=60).holding("a-here-4-0", np.nan))


def test_a_box_holds_what_lies_between_its_limits():
    box = boxes.Box({"x": (0.2, np.inf), "y": (-np.inf, 0.5)}, 1.0, 1.0, 1, 1, {})
    at = pd.DataFrame({"x": [0.1, 0.3, 0.3], "y": [0.1, 0.1, 0.9]})
    assert list(box.holds(at)) == [False, True, False]


def test_trees_score_a_planted_interaction_and_not_the_idle_factor():
    results = study(lambda row, **_: float((row["x"] > 0.5) != (row["y"] > 0.5)), 500)
    found = scoring.score(results, reading.subject(results, KEY, "final", None, "a"), times=2)
    scores = found.table.set_index("factor")
    assert set(scores.index[:2]) == {"x", "y"}
    assert scores.loc[["x", "y"], "above_dummy"].all()
    assert not scores.loc["idle", "above_dummy"]
    assert scores["explained"].iloc[0] > 0.6
    assert scores["score"].sum() == pytest.approx(1.0)


def test_trees_that_learn_nothing_say_so():
    rng = np.random.default_rng(1)
    results = study(lambda row, **_: rng.normal(), 120)
    found = scoring.score(results, reading.subject(results, KEY, "final", None, "a"), times=2)
    assert found.table["explained"].iloc[0] < 0.1
    assert "so the scores below say little too" in found.said[1].en
