"""Risk that a region shares, and what that does at the gate (M21)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import sharing as rule
from model.processes.organisations.sharing import SharingParameters
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

charged, price = plain(rule.charged), plain(rule.price)
stricter, access = plain(rule.stricter), plain(rule.access)

P = numbers(loosens=0.1, tightens=1.0)


def test_in_one_purse_each_pays_its_share_of_all():
    assert charged(300.0, 1000.0, 0.2, 1.0) == 200.0
    assert charged(300.0, 1000.0, 0.2, 0.0) == 300.0


@given(own=st.lists(amounts(1e6), min_size=2, max_size=7), sharing=shares, first=inside)
def test_sharing_makes_no_money_and_loses_none(own, sharing, first):
    rest = (1.0 - first) / (len(own) - 1)
    parts = [first, *[rest] * (len(own) - 1)]
    total = sum(charged(each, sum(own), part, sharing)
                for each, part in zip(own, parts, strict=True))  # fmt: skip
    assert total == pytest.approx(sum(own), abs=1e-6)


@given(sharing=inside, share=inside, smaller=inside)
def test_the_next_case_is_cheapest_for_the_smallest(sharing, share, smaller):
    small, large = sorted((share, smaller))
    assert price(sharing, small) <= price(sharing, large) <= 1.0


@given(strictness=amounts(0.9, -0.9), price_=shares, overspend=amounts(1.0, -1.0), more=shares)
def test_a_deficit_never_loosens_and_a_cheaper_case_never_tightens(
    strictness, price_, overspend, more
):
    now = stricter(strictness, price_, overspend, P)
    assert -1.0 <= now <= 1.0
    assert stricter(strictness, price_, overspend + more, P) >= now
    assert stricter(strictness, price_ * more, overspend, P) <= now


def test_it_may_go_the_other_way_too():
    contrary = numbers(loosens=-0.1, tightens=0.0)
    assert stricter(0.0, 0.1, 0.0, contrary) > 0.0 > stricter(0.0, 0.1, 0.0, P)


@given(strictness=amounts(0.9, -0.9), price_=shares, overspend=amounts(1.0, -1.0))
def test_switched_off_the_gate_stays_as_it_was(strictness, price_, overspend):
    off = neutral_of(SharingParameters, "loosens", "tightens", "risk_sharing")
    assert stricter(strictness, price_, overspend, off) == strictness
    assert charged(7.0, 100.0, 0.3, off.risk_sharing) == 7.0


@given(strictness=amounts(0.9, -0.9), more=shares)
def test_who_is_stricter_asks_a_specialist_less_often(strictness, more):
    assert access(strictness + more) <= access(strictness)
    assert access(0.0) == 1.0
