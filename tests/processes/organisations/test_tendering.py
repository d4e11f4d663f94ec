"""Contracts and tenders (M11)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.chance import key_of
from model.processes.organisations import tendering
from model.state.axes import BOARD, ORGANISATION_COUNT, TEAM
from model.state.tables import ORGANISATIONS
from tests.generators import neutral_of, numbers, plain, shares, table

opposition, loses = plain(tendering.opposition), plain(tendering.loses)
has_tenders, calendar, goes = (
    plain(tendering.has_tenders), plain(tendering.calendar), plain(tendering.goes)
)  # fmt: skip

P = numbers(window=26.0, stake=0.6, overlap=0.5, losing=0.2, contract_years=3.0, staff_lost=0.5)
KEY = key_of(1, 1)


def test_organisations_stand_against_each_other_only_in_the_weeks_before_the_end():
    at_stake = [opposition(weeks, P) for weeks in (27, 26, 1, 0, -1)]
    assert at_stake == pytest.approx([0.0, 0.3, 0.3, 0.3, 0.0])


@given(stake=shares, overlap=shares, weeks=st.integers(0, 26))
def test_what_is_at_stake_is_the_revenue_that_another_could_have(stake, overlap, weeks):
    p = numbers(window=26.0, stake=stake, overlap=overlap)
    assert opposition(weeks, p) == stake * overlap


@given(even=shares)
def test_a_tender_is_lost_with_the_declared_chance(even):
    assert loses(even, P) == (even < 0.2)


def test_providers_are_tendered_and_the_team_and_the_board_are_not():
    assert not has_tenders(TEAM)
    assert not has_tenders(BOARD)
    assert sum(has_tenders(row) for row in range(ORGANISATION_COUNT)) == ORGANISATION_COUNT - 2


def contracts(end: int):
    return table(ORGANISATIONS, ORGANISATION_COUNT, contract_end=end)


def test_a_contract_that_ends_is_renewed_for_its_full_length():
    organisations = contracts(end=100)
    calendar(organisations, 100, KEY, P)
    assert (organisations["contract_end"][1:BOARD] == 256).all()
    assert organisations["contract_end"][TEAM] == 100
    assert (organisations["opposition"] == 0.0).all()


def test_nobody_loses_while_contracts_run_and_opposition_is_felt_before_they_end():
    organisations = contracts(end=110)
    assert not calendar(organisations, 100, KEY, P).any()
    assert organisations["opposition"][1:BOARD] == pytest.approx(0.3)
    assert organisations["opposition"][TEAM] == organisations["opposition"][BOARD] == 0.0


def test_who_would_lose_at_a_small_chance_also_loses_at_a_larger_one():
    rare, often, always = (
        calendar(contracts(100), 100, KEY, numbers(**vars(P) | {"losing": chance}))
        for chance in (0.2, 0.6, 1.0)
    )
    assert (rare <= often).all()
    assert always[1:BOARD].all()
    assert not always[[TEAM, BOARD]].any()


def test_half_of_the_people_leave_with_a_lost_contract():
    gone = [goes(np.uint32(person), 3, KEY, P) for person in range(2000)]
    assert np.mean(gone) == pytest.approx(0.5, abs=0.035)
    assert all(goes(np.uint32(person), 3, KEY, numbers(staff_lost=1.0)) for person in range(50))


@given(weeks=st.integers(-5, 60), even=shares)
def test_switched_off_a_contract_sets_nobody_against_anybody(weeks, even):
    off = neutral_of(
        tendering.TenderingParameters, "stake", "overlap", "losing", window=26.0, contract_years=3.0
    )
    assert opposition(weeks, off) == 0.0
    assert not loses(even, off)
    organisations = contracts(end=100)
    assert not calendar(organisations, 100, KEY, off).any()
