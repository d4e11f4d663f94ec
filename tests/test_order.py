"""Who stands where in a table is nobody's fate (decision 11)."""

import numpy as np

from model import beginning, week
from model.state.state import State

PLACE, ROWS = "doorsnee", 700
WEEKS = 40
NOBODY_ASKS = {"asking": 0.0, "signalling": 0.0, "noticing": 0.0, "reach": 0.0}


def first_day() -> tuple[State, np.ndarray]:
    return beginning.first_day(PLACE, ROWS, {}, 1, 0)


def households_in_another_order(state: State) -> State:
    """The same people with the same ids in the same homes, whose homes are listed otherwise."""
    moved, begin = state.copy(), 0
    for row, old in enumerate(np.random.default_rng(3).permutation(len(state.cases))):
        case = state.cases[old]
        end = begin + int(case["size"])
        members = slice(int(case["start"]), int(case["start"]) + int(case["size"]))
        moved.cases[row] = case
        moved.cases["start"][row] = begin
        moved.residents[begin:end] = state.residents[members]
        moved.residents["household"][begin:end] = row
        begin = end
    return moved


def housemates_in_another_order(state: State) -> State:
    """The same homes in the same order, in which those who live there are listed the other way."""
    moved = state.copy()
    for case in state.cases:
        begin, end = int(case["start"]), int(case["start"]) + int(case["size"])
        moved.residents[begin:end] = state.residents[begin:end][::-1]
    return moved


def after(state: State, record: np.ndarray) -> dict[str, np.ndarray]:
    """What became of each resident, by id."""
    week.run(
        state, record, WEEKS, np.zeros((0, 0), state.tally.dtype), np.zeros(0, state.system.dtype)
    )
    by_id = np.argsort(state.residents["id"])
    return {
        name: state.residents[name][by_id] for name in ("id", "level", "since", "known", "trust")
    }


def differing(record_changes: dict[str, dict[str, float]], order=households_in_another_order):
    state, record = first_day()
    for group, changes in record_changes.items():
        for name, value in changes.items():
            record[group][name] = value
    other = order(state)
    one, two = after(state, record), after(other, record)
    return [name for name in one if not np.array_equal(one[name], two[name])]


def test_where_nobody_is_helped_or_moves_order_makes_no_difference():
    assert differing({"getting_in": NOBODY_ASKS, "moving": {"rate": 0.0}}) == []


def test_which_of_two_housemates_is_listed_first_makes_no_difference():
    """A housemate's need of this week is felt from the next (decision 11)."""
    changes = {
        "getting_in": NOBODY_ASKS,
        "moving": {"rate": 0.0},
        "needs": {"housemate": 3.0, "worsening": 8.0},
    }
    assert differing(changes, housemates_in_another_order) == []


def test_where_nobody_is_helped_order_makes_no_difference():
    assert differing({"getting_in": NOBODY_ASKS}) == []


def test_where_nobody_moves_order_makes_no_difference():
    assert differing({"moving": {"rate": 0.0}}) == []


def test_order_makes_no_difference():
    assert differing({}) == []


def test_order_makes_no_difference_to_who_leads_or_where_posts_are():
    ways = {"unsettled": 0.0, "fixed": 0.3, "first": 0.2, "trade": 0.3, "resident": 0.2}
    split = {"municipality": 0.2, "foundation": 0.4, "providers": 0.4}
    both = {"lead": ways, "employer": split, "youth_team": {"share": 0.3}, "direct": {"share": 0.3}}
    assert differing(both) == []


def test_order_makes_no_difference_where_teams_are_chosen():
    loose = {"incumbents": 0.7, "repeating": 0.2, "beyond_care": 0.5, "residents": 0.3}
    assert differing({"team_choice": loose}) == []
