"""Pockets (M10)."""

import pytest
from hypothesis import given

from model.processes.organisations import pockets
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

advantage, pooled_share = plain(pockets.advantage), plain(pockets.pooled_share)
learned, realised = plain(pockets.learned), plain(pockets.realised)

P = numbers(pooled=0.1, agreement_pools=0.2, learning=0.05)


def test_a_party_sees_its_part_of_the_gain_less_its_part_of_the_cost():
    u = advantage(0.2, 1.5, 0.5, 0.4, 0.1, 0.15, 0.3)
    assert u == pytest.approx((0.2 + 0.8 * 0.5) * 1.5 - (0.8 * 0.4 + 0.2) - 0.1 - 0.15 + 0.3)


@given(
    pooled=inside, saving=amounts(3.0, 0.5), credited=inside, cost=inside, admin=shares,
    risk=shares, drive=shares,
)  # fmt: skip
def test_each_reason_to_join_or_to_stay_away_works_in_its_own_direction(
    pooled, saving, credited, cost, admin, risk, drive
):
    rest = admin, risk, drive
    u = advantage(pooled, saving, credited, cost, *rest)
    assert advantage(pooled, saving + 0.1, credited, cost, *rest) > u
    assert advantage(pooled, saving, credited + 0.01, cost, *rest) > u
    assert advantage(pooled, saving, credited, cost + 0.01, *rest) < u
    assert advantage(pooled, saving, credited, cost, admin + 0.1, risk, drive) < u
    assert advantage(pooled, saving, credited, cost, admin, risk + 0.1, drive) < u
    assert advantage(pooled, saving, credited, cost, admin, risk, drive + 0.1) > u


@given(saving=amounts(3.0), credited=shares, cost=shares)
def test_fully_pooled_it_does_not_matter_who_gains_and_who_pays(saving, credited, cost):
    assert advantage(1.0, saving, credited, cost, 0.0, 0.0, 0.0) == pytest.approx(saving - 1.0)


def test_pooling_deters_whoever_gains_a_lot_and_pays_little():
    """The rule can go both ways: not everybody is better off with one pot."""
    lucky = [advantage(pooled, 1.5, 1.0, 0.1, 0.0, 0.0, 0.0) for pooled in (0.0, 1.0)]
    unlucky = [advantage(pooled, 1.5, 0.1, 1.0, 0.0, 0.0, 0.0) for pooled in (0.0, 1.0)]
    assert lucky[0] > lucky[1]
    assert unlucky[0] < unlucky[1]


@given(agreement=shares)
def test_agreements_add_to_the_pot_and_no_more_than_all_is_pooled(agreement):
    assert pooled_share(P.pooled, agreement, P) == pytest.approx(0.1 + 0.2 * agreement)
    assert pooled_share(0.9, 1.0, numbers(agreement_pools=0.4)) == 1.0


@given(expected=amounts(3.0), realised=amounts(5.0))
def test_expectations_move_towards_what_plans_were_seen_to_save(expected, realised):
    after = learned(expected, realised, 1.0, P)
    assert after == pytest.approx(0.95 * expected + 0.05 * realised)
    again = learned(after, realised, 1.0, P)
    assert learned(expected, realised, 2.0, P) == pytest.approx(again)


@given(saving=amounts(3.0), credited=shares, cost=shares, agreement=shares)
def test_switched_off_a_plan_is_paid_for_when_it_saves_more_than_it_costs(
    saving, credited, cost, agreement
):
    off = neutral_of(
        pockets.PocketsParameters, "pooled", "agreement_pools", "admin", "risk", "drive", "learning"
    )
    pot = pooled_share(off.pooled, agreement, off)
    u = advantage(pot, saving, credited, cost, off.admin, off.risk * 0.9, off.drive * 0.9)
    assert u == pytest.approx(saving - 1.0)
    assert learned(saving, 5.0, 7.0, off) == pytest.approx(saving)


@given(left=inside)
def test_a_plan_is_thought_to_have_saved_more_the_less_need_is_left(left):
    p = numbers(full_success=3.0)
    assert realised(left, p) > realised(left + 0.01, p) >= 0.0
    assert realised(0.5, p) == pytest.approx(1.5)
    assert realised(0.0, p) == pytest.approx(3.0)
    assert realised(1.0 + left, p) == 0.0


@given(prior=amounts(3.0), left=inside)
def test_what_a_plan_is_seen_to_save_does_not_hang_on_what_was_hoped_for(prior, left):
    hoped = numbers(saving=prior, full_success=3.0)
    assert realised(left, hoped) == realised(left, numbers(saving=0.0, full_success=3.0))


def test_visions_half_the_scale_apart_have_nothing_in_common():
    p = numbers(apart=0.5)
    assert [plain(pockets.close)(d, p) for d in (0.0, 0.25, 0.5, 0.9)] == [1.0, 0.5, 0.0, 0.0]


@given(credited=inside, returned=shares)
def test_what_is_returned_is_lost_to_one_and_gained_by_the_other(credited, returned):
    after = plain(pockets.after_return)
    payer, gainer = after(credited, 1.0, returned), after(1.0 - credited, 0.0, returned)
    assert payer + gainer == pytest.approx(1.0)
    assert payer >= credited
    assert after(credited, 0.3, 0.0) == credited
