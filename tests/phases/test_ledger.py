"""Phase 11 by hand: the sheet of costs and benefits, and what households say of their help."""

import pytest

from model.phases import ledger
from tests.phases.by_hand import DEBT, TEAM_A, helped, needs, numbers, plain, state

SAID = {"satisfaction.contact": 0.5, "satisfaction.fitting": 0.0, "satisfaction.kindness": 0.0}


def test_what_was_paid_and_spared_a_year_from_now_counts_for_less():
    world = state(1)
    world.system[0].spent[0], world.system[0].spent[4] = 30.0, 70.0
    world.system[0].savings[0, 4], world.system[0].savings[4, 4] = 20.0, 30.0
    plain(ledger.write)(world, numbers({"weighing.discount": 0.25}), 52)
    assert world.system[0].sheet_paid == pytest.approx(80.0)
    assert world.system[0].sheet_spared == pytest.approx(40.0)


def a_household_asked(week: int = 4, **levels: int):
    """Two at home: at first six levels of need, now what is given."""
    world = state(2)
    world.neighbourhoods[0].weight = 3.0
    needs(world, 0, **levels)
    world.residents["trust"] = 0.2, 0.6
    case = helped(world, 0, TEAM_A, debt=TEAM_A)
    case.heaviness, case.fit = 6, 0.9
    plain(ledger.write)(world, numbers(SAID), week)
    return world.tally[0]


def test_what_a_household_says_is_half_what_is_gone_and_half_how_it_is_treated():
    tally = a_household_asked(debt=2, lonely=1)
    assert (tally.opinions, tally.relieved) == (3.0, pytest.approx(1.5))
    assert tally.satisfied == pytest.approx(3.0 * (0.5 * 0.5 + 0.5 * 0.4))


def test_people_are_asked_once_in_four_weeks():
    assert a_household_asked(week=5, debt=2).opinions == 0.0


def test_only_who_is_helped_is_asked():
    world = state(1)
    needs(world, 0, debt=2)
    case = helped(world, 0, TEAM_A)
    case.heaviness = 2
    assert case.stage[DEBT] == 0
    plain(ledger.ask)(world, numbers(SAID))
    assert world.tally[0].opinions == 0.0
