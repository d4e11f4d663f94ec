from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.audits import overlapping_ranges
from experiments.audits.report import PLACEMENTS
from scenarios import library

ADDRESS = "facilitator.knows_board"
BOUND = st.floats(0, 1)


def placement(key: str, value: float, between: tuple[float, float] | None):
    """A shipped placement in which one attribute has another value and range."""
    scenario = library.load(key)
    choice = replace(scenario.choices[ADDRESS], value=value, between=between)
    return replace(scenario, choices={**scenario.choices, ADDRESS: choice})


def told_of(one, other):
    report = overlapping_ranges.audit(
        [placement(PLACEMENTS[0], *one), placement(PLACEMENTS[1], *other)]
    )
    return report.passed, [line for line in report.lines if "knows_board" in line]


def test_ranges_that_overlap_pass_and_ranges_that_touch_or_lie_apart_do_not():
    passed, lines = told_of((0.4, (0.1, 0.7)), (0.6, (0.3, 0.9)))
    assert passed
    assert lines == []
    for apart in ((0.3, 0.6), (0.4, 0.6)):
        passed, (line,) = told_of((0.2, (0.1, 0.3)), (0.5, apart))
        assert not passed
        assert "facilitator_policy below facilitator_neighbourhood" in line
        assert "PUT IN" in line


def test_an_order_that_seldom_turns_is_named_and_passes():
    passed, (line,) = told_of((0.2, (0.0, 0.4)), (0.6, (0.35, 0.8)))
    assert passed
    assert "fewer than one in twenty draws" in line


def test_an_attribute_without_a_range_is_told():
    report = overlapping_ranges.audit([placement(PLACEMENTS[0], 0.4, None)])
    assert report.passed is False
    assert "facilitator_policy: knows_board has no range" in report.lines


def test_the_second_facilitator_is_looked_at_where_there_is_one():
    shipped = [library.load(key) for key in PLACEMENTS]
    names = [each.name for each in overlapping_ranges.facilitators(shipped)]
    assert names == [*PLACEMENTS, "facilitator_split (the second)"]


def test_the_same_range_turns_in_half_of_the_draws():
    assert overlapping_ranges.other_order((0, 1), (0, 1)) == pytest.approx(0.5, abs=0.01)
    assert overlapping_ranges.other_order((0, 0.5), (0.5, 1)) == 0.0


@given(BOUND, BOUND, BOUND, BOUND)
def test_two_orders_are_all_there_is(a: float, b: float, c: float, d: float):
    one, other = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    both = overlapping_ranges.other_order(one, other) + overlapping_ranges.other_order(other, one)
    assert both <= 1.0 + 1e-9
    assert overlapping_ranges.overlap(one, other) == overlapping_ranges.overlap(other, one)
    if not overlapping_ranges.overlap(one, other) and one[1] <= other[0]:
        assert overlapping_ranges.other_order(one, other) == 0.0
