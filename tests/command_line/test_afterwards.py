"""What is left a year after the money: which weeks, what is refused, and what is counted."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from experiments import effects
from experiments.batch import Window
from experiments.command_line import afterwards
from experiments.command_line.afterwards import AFTER, LAST
from model.outcomes import OUTCOMES

PAID = {"spending.extra": 9.0, "spending.begin": 0.0, "spending.end": 208.0}


def test_the_year_before_the_end_is_laid_beside_the_year_after_it():
    found = afterwards.windows([{}, PAID])
    assert found == {LAST: Window(LAST, 156, 208), AFTER: Window(AFTER, 208, 260)}
    assert afterwards.weeks_needed(found, 208) == 260
    assert afterwards.weeks_needed(found, 312) == 312
    assert not afterwards.faults(found)


def test_where_sides_end_apart_both_have_money_before_and_neither_after():
    found = afterwards.windows([PAID, PAID | {"spending.end": 156.0}])
    assert found == {LAST: Window(LAST, 104, 156), AFTER: Window(AFTER, 208, 260)}


def test_money_of_half_a_year_has_half_a_year_before():
    found = afterwards.windows([PAID | {"spending.begin": 26.0, "spending.end": 52.0}])
    assert found[LAST] == Window(LAST, 26, 52)
    assert afterwards.weeks_needed(found, 52) == 104


@pytest.mark.parametrize("sides", [[{}, {}], [PAID | {"spending.end": 500.0}]])
def test_without_money_or_without_a_year_after_it_there_is_nothing_to_tell(sides: list):
    found = afterwards.windows(sides)
    assert [fault.where for fault in afterwards.faults(found)] == ["--after-effect"]


def left(first: list[float], second: list[float]) -> dict[str, Any]:
    """What is told where B − A was ``first`` with the money and ``second`` after it."""
    b = np.zeros((len(first), 2, 1))
    b[:, 0, 0], b[:, 1, 0] = first, second
    values = {key: b for key in OUTCOMES}, {key: np.zeros_like(b) for key in OUTCOMES}
    results: Any = [SimpleNamespace(values=values[1]), SimpleNamespace(values=values[0])]
    return afterwards.data(results, 0, 1)["need_any"]


def test_half_left_counts_pairs_that_differed_and_still_do_in_the_same_direction():
    told = left([0.02, -0.02, 0.02, 0.001], [0.01, -0.02, -0.02, 0.001])
    assert (told["n"], told["differed"], told["half_left"]) == (4, 3, 2)


def test_what_goes_up_and_down_by_luck_is_no_difference_of_which_something_can_be_left():
    told = left([0.02, -0.02, 0.02, -0.02], [0.02, -0.02, 0.02, -0.02])
    assert (told["differed"], told["verdict"]) == (4, effects.NO_CLEAR_DIFFERENCE)
    assert left([0.02, 0.02, 0.02, 0.02], [0.0] * 4)["verdict"] == effects.NEARLY_ALWAYS


def test_the_change_is_of_pairs():
    told = left([0.02, 0.04, 0.06], [0.01, 0.01, 0.01])
    assert told["median"] == pytest.approx(-0.03)


def test_what_could_not_be_measured_is_left_out():
    told = left([0.02, float("nan")], [0.02, 0.02])
    assert (told["n"], told["half_left"]) == (1, 1)
