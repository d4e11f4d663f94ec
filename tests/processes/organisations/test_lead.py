"""Who leads around a household (M9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import lead
from model.processes.organisations.lead import CHOSEN, FIRST, FIXED, OPEN_TO_ALL, TRADE
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

way, hears, told_again = plain(lead.way), plain(lead.hears), plain(lead.told_again)
handing_hours, has_time = plain(lead.handing_hours), plain(lead.has_time)


@given(st.lists(st.floats(0.0, 1.0), min_size=5, max_size=5).filter(lambda x: sum(x) > 0), inside)
def test_each_way_has_its_share_of_households_and_the_rest_is_open(parts, even):
    names = ("fixed", "first", "trade", "resident", "unsettled")
    split = [part / sum(parts) for part in parts]
    p = numbers(**dict(zip(names, parts, strict=True)))
    found = way(even, p)
    if found == OPEN_TO_ALL:
        assert even >= sum(split[:4]) - 1e-9
    else:
        before = sum(split[: found - 1])
        assert before - 1e-9 <= even <= before + split[found - 1] + 1e-9


def test_a_quarter_each():
    p = numbers(unsettled=0.0, fixed=0.25, first=0.25, trade=0.25, resident=0.25)
    found = [way(even, p) for even in (0.1, 0.3, 0.6, 0.8)]
    assert found == [FIXED, FIRST, TRADE, CHOSEN]


@given(strength=shares, heard=inside)
def test_who_is_known_hears_sooner(strength, heard):
    p = numbers(heard=heard)
    assert heard - 1e-9 <= hears(strength, p) <= 1.0 + 1e-9
    assert hears(1.0, p) == pytest.approx(1.0)
    assert hears(0.0, p) == heard


@given(hours=amounts(6.0))
def test_handing_over_is_spread_over_four_weeks_and_asks_half_to_be_free(hours):
    each = handing_hours(numbers(handing_over=hours))
    assert 4 * each == pytest.approx(hours)
    assert has_time(0.5 * each, each)
    assert not has_time(0.4 * each - 0.01, each)


@given(trust=shares, retelling=st.floats(0.0, 0.15))
def test_telling_it_again_never_wins_trust(trust, retelling):
    assert 0.0 <= told_again(trust, numbers(retelling=retelling)) <= trust


@given(even=inside)
def test_switched_off_nothing_is_agreed(even):
    names = ("unsettled", "fixed", "first", "trade", "resident")
    assert way(even, neutral_of(lead.LeadParameters, *names)) == OPEN_TO_ALL
