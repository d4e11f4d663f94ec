"""Whom one seeks out (M16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.residents import seeking
from model.state.axes import CELL_COUNT
from tests.generators import amounts, neutral_of, numbers, plain, shares

belongs, kept_free = plain(seeking.belongs), plain(seeking.kept_free)
within, without = plain(seeking.inside), plain(seeking.outside)


def aimed(share: float, opening: float = 1.0):
    return numbers(aimed=share, opening=opening)


def test_each_group_is_a_third_or_a_household_type():
    groups = [[c for c in range(CELL_COUNT) if belongs(c, float(g))] for g in range(4)]
    assert groups == [[6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8]]


@given(share=shares, members=amounts(999.0, 1.0), hidden=amounts(0.5, 0.01), more=amounts(2.0, 0.0))
def test_more_people_are_found_only_where_more_of_the_group_are_hidden(
    share, members, hidden, more
):
    """In a neighbourhood of a thousand, of whom a share is hidden: in the group so much more."""
    p, others = aimed(share), 1000.0 - members
    alike = hidden * more * members + hidden * others
    found = within(1000.0, members, p) * hidden * more * members + without(p) * hidden * others
    assert (found - alike) * (more - 1.0) >= -1e-6 * alike
    if share > 0.01 and abs(more - 1.0) > 0.01 and others > 1.0:
        assert found != pytest.approx(alike, rel=1e-9)


@given(share=shares)
def test_a_group_of_everybody_is_everybody(share):
    assert within(500.0, 500.0, aimed(share)) == pytest.approx(1.0)


def test_a_third_that_gets_half_of_the_hours_is_called_upon_twice_as_often():
    assert within(300.0, 100.0, aimed(0.5)) == 2.0
    assert without(aimed(0.5)) == 0.5
    assert within(300.0, 0.0, aimed(0.5)) == 1.0, "nobody there to find"


@given(opening=st.floats(0.5, 1.5))
def test_being_sought_as_one_of_a_group_may_open_doors_or_close_them(opening):
    change = within(300.0, 100.0, aimed(0.5, opening)) - within(300.0, 100.0, aimed(0.5))
    assert change * (opening - 1.0) >= 0.0


@given(hours=amounts(20.0), share=shares)
def test_no_more_is_kept_free_than_was_meant(hours, share):
    assert 0.0 <= kept_free(hours, numbers(kept=share)) <= hours


@given(members=amounts(1000.0, 1.0), hours=amounts(20.0))
def test_switched_off_all_are_sought_alike_in_what_care_leaves(members, hours):
    off = neutral_of(seeking.SeekingParameters, "aimed", "opening", "kept")
    assert within(1000.0, members, off) == without(off) == 1.0
    assert kept_free(hours, off) == 0.0
