"""What is measured, on values made by hand; and every costly measure once, as small as it goes."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from experiments import simulation
from experiments.validation import histories, judging, measures, starts
from experiments.validation.declared import World, rows
from experiments.validation.found import found, share
from experiments.validation.runs import Runs, plan
from experiments.validation.sizes import SMALL
from model import week
from model.state.axes import CELL_COUNT, LAW_COUNT
from model.state.tally import SYSTEM, TALLY


def made(**worlds: list[float]) -> Any:
    """Runs of which one outcome is known, the same in every window."""
    return SimpleNamespace(
        values=lambda world, outcome, window, group=0: np.array(worlds[world], dtype=float),
        size=SimpleNamespace(runs=4),
    )


def test_a_band_is_told_of_what_could_be_measured():
    assert found([1.0, 2.0, np.nan, 3.0], "runs").n == 3
    assert np.isnan(found([], "runs").median)
    assert share([True, True, False, True], "pairs").median == 0.75


def test_pairs_count_those_on_the_right_side_and_equal_ones_are_not():
    runs = made(a=[1.0, 1.0, 1.0, 1.0], b=[2.0, 2.0, 1.0, 0.0])
    higher = measures.pairs(runs, "a", "b", "burden", "higher")
    assert (higher.median, higher.n, higher.difference) == (0.5, 4, 0.5)
    assert measures.pairs(runs, "a", "b", "burden", "lower").median == 0.25


def test_a_difference_in_margins_is_one_where_it_begins_to_matter():
    runs = made(a=[0.0, 0.0], b=[500.0, 500.0])
    assert measures.in_margins(runs, "a", "b", "burden").median == 1.0


def test_a_bend_is_sure_where_the_last_step_is_always_larger():
    runs = made(a=[0.0, 0.0], b=[1.0, 1.0], c=[3.0, 3.0])
    assert measures.bend(runs, ["a", "b", "c"], "burden").median == 1.0
    assert measures.bend(runs, ["c", "b", "a"], "burden").median == 1.0
    assert measures.bend(runs, ["a", "c", "b"], "burden").median == 0.0


def test_use_by_person_is_counted_as_the_model_counts_it():
    """Followed people and the weekly tally must tell the same story."""
    a_plan = plan(World(), 600, 52)
    state = simulation.before_policy(a_plan, 0)
    record = simulation.parameters(a_plan, 0).record()
    tally, system = np.zeros((1, CELL_COUNT), dtype=TALLY), np.zeros(1, dtype=SYSTEM)
    for _ in range(8):
        week.run(state, record, 1, tally, system)
        people = histories.laws_of(state)[:, :LAW_COUNT].sum(axis=0)
        weight = state.neighbourhoods["weight"][0]
        assert tally["use"].sum(axis=(0, 1)) == pytest.approx(weight * people)


@pytest.fixture(scope="module")
def small() -> Runs:
    """Runs as small as they go, shared."""
    return Runs(SMALL, threads=2)


CHEAP = ("P8a", "P9", "P18a", "P19a", "P24a", "P27b", "P31", "P36a", "C3", "A3", "A4", "A11",
         "A12", "B7", "B5", "B9", "C7b", "P7", "P12", "P13", "P32", "P35", "R6",
         "R10")  # fmt: skip


@pytest.mark.parametrize("key", CHEAP)
def test_a_row_can_be_judged(small: Runs, key: str):
    judged = judging.judge([row for row in rows() if row.key.startswith(key)], small)[0]
    assert judged.verdict in (judging.HIT, judging.MISS)
    assert all(part.found.n > 0 for part in judged.parts)


def test_the_same_rows_give_the_same_numbers_whatever_the_threads(small: Runs):
    asked = [row for row in rows() if row.key == "P8a"]
    again = judging.judge(asked, Runs(SMALL, threads=1))
    assert judging.judge(asked, small) == again


def test_bare_rules_hit_what_they_must_reduce_to(small: Runs):
    asked = [row for row in rows() if row.key in ("A3", "A4", "A11", "A12")]
    judged = judging.judge(asked, small)
    assert {each.row.key: each.verdict for each in judged} == dict.fromkeys(
        ("A3", "A4", "A11", "A12"), judging.HIT
    )


def test_what_is_better_later_leaves_out_what_is_as_often_worse():
    values = {"during": [0.0] * 4, "after": [-600.0, 600.0, 0.0, 0.0]}
    runs: Any = SimpleNamespace(
        values=lambda world, outcome, window, group=0: np.array(
            values[window] if world == "b" else [0.0] * 4
        )
    )
    assert measures.better(runs, "a", "b", "burden", "after").median == 0.25
    assert measures.better_later(runs, "a", "b", "burden").median == 0.0


def test_worlds_are_as_far_apart_as_their_medians():
    runs = made(a=[1.0, 1.0], b=[2.0, 2.0], c=[1.5, 9.0])
    assert measures.apart(runs, ["a", "b"], "burden").median == 1.0
    assert measures.over(runs, "a", "b", "burden").median == 2.0


def test_a_gate_is_who_asked_before_how_the_household_came():
    organisations = np.array([0, 3], dtype=np.int8)  # the team, and mental health care
    asker = np.array([0, 1, -1, -1, -1])
    came = np.array([2, 1, 1, 2, 3], dtype=np.uint8)
    gates = starts.gate_of(asker, organisations, came)
    assert gates.tolist() == [
        starts.BY_TEAM, starts.BY_OTHERS, starts.BY_TEAM, starts.BY_ITSELF, starts.BY_OTHERS,
    ]  # fmt: skip
