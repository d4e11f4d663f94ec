"""Shocks (M15)."""

import pytest
from hypothesis import given

from model.processes.residents import shocks
from model.processes.residents.shocks import ShocksParameters
from tests.generators import amounts, plain

risen = plain(shocks.risen)


@given(before=amounts(3.0, 0.5), surge=amounts(3.0, 0.5))
def test_what_begins_and_ends_leaves_nothing_behind(before, surge):
    assert risen(before, surge) * risen(surge, before) == pytest.approx(1.0)
    assert (risen(before, surge) > 1.0) == (surge > before)


def test_as_usual_nothing_changes():
    assert risen(1.0, ShocksParameters().surge) == 1.0
