"""Commitment of those who decide (M13, M1)."""

import pytest
from hypothesis import given

from model.processes.organisations import commitment as rule
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

commitment, agreement = plain(rule.commitment), plain(rule.agreement)
after_departure, anchored_more = plain(rule.after_departure), plain(rule.anchored_more)
departs = plain(rule.departs)

P = numbers(
    sees=0.05, decides=0.03, half_life=52.0, overspending=0.1, agrees=0.1,
    agreement_half_life=104.0, attrition=0.0025, election_turnover=0.5, verbal=0.4,
    anchoring=0.2, reopened=0.1, interval=6.5,
)  # fmt: skip


def test_without_news_commitment_halves_in_a_year_and_agreement_in_two():
    backing = agreed = 0.8
    for meeting in range(16):
        backing = commitment(backing, 0.0, 0.0, 0.0, P)
        agreed = agreement(agreed, 0.0, 5.0, P)
        if meeting == 7:
            assert backing == pytest.approx(0.4)
    assert agreed == pytest.approx(0.4)


@given(now=inside, wins=shares, decided=amounts(8.0), overspend=amounts(1.0, -1.0))
def test_commitment_stays_on_its_scale_and_follows_what_the_board_sees(
    now, wins, decided, overspend
):
    after = commitment(now, wins, decided, overspend, P)
    assert 0.0 <= after <= 1.0
    assert commitment(now, wins + 0.1, decided, overspend, P) >= after
    assert commitment(now, wins, decided + 1, overspend, P) >= after
    assert commitment(now, wins, decided, overspend + 0.1, P) <= after


def test_results_and_decisions_add_their_share_of_what_is_missing():
    fading = 1 - 0.5 ** (6.5 / 52)
    expected = 0.5 + (0.05 * 1.0 + 0.03 * 2.0) * 0.5 - fading * 0.5 - 0.1 * 0.2
    assert commitment(0.5, 1.0, 2.0, 0.2, P) == pytest.approx(expected)


def test_spending_less_than_planned_wins_no_commitment():
    assert commitment(0.5, 0.0, 0.0, -0.5, P) == commitment(0.5, 0.0, 0.0, 0.0, P)


@given(now=shares, committed=inside, decided=amounts(8.0))
def test_agreement_grows_with_decisions_by_a_committed_board_and_stays_on_its_scale(
    now, committed, decided
):
    after = agreement(now, committed, decided, P)
    assert 0.0 <= after <= 1.0
    assert agreement(now, committed, decided + 1, P) >= after
    assert agreement(now, min(1.0, committed + 0.1), decided, P) >= after


def test_decisions_without_commitment_settle_nothing():
    assert agreement(0.0, 0.0, 8.0, P) == 0.0
    assert agreement(0.0, 0.5, 2.0, P) == pytest.approx(0.1)


def test_the_more_is_agreed_the_less_a_decision_adds():
    fading = 1 - 0.5 ** (6.5 / 104)
    assert agreement(0.4, 0.5, 2.0, P) == pytest.approx(0.4 + 0.1 * 0.6 - fading * 0.4)


@given(agreed=shares, anchored=shares)
def test_an_alderman_who_goes_takes_only_what_was_not_anchored(agreed, anchored):
    left = after_departure(agreed, anchored, P)
    assert anchored * agreed - 1e-12 <= left <= agreed + 1e-12
    assert after_departure(agreed, 1.0, P) == pytest.approx(agreed)
    assert after_departure(agreed, 0.0, P) == pytest.approx(0.4 * agreed)


@given(anchored=inside, agreed=inside)
def test_more_agreement_is_anchored_faster_and_part_of_what_was_comes_loose(anchored, agreed):
    after = anchored_more(anchored, agreed, P)
    assert 0.0 < after < 1.0
    assert anchored_more(anchored, agreed + 0.01, P) > after
    assert after == pytest.approx(0.9 * anchored + 0.2 * agreed * (1 - anchored))
    assert anchored_more(anchored, 0.0, P) < anchored


@given(even=shares)
def test_aldermen_leave_far_oftener_at_an_election_than_in_another_week(even):
    assert departs(even, 10, 10, P) == (even < 0.5)
    assert departs(even, 9, 10, P) == (even < 0.0025)


@given(now=shares, wins=shares, decided=amounts(8.0), overspend=amounts(1.0), even=shares)
def test_switched_off_boards_neither_gain_nor_lose(now, wins, decided, overspend, even):
    off = neutral_of(
        rule.CommitmentParameters,
        "sees", "decides", "half_life", "overspending", "agrees", "agreement_half_life",
        "attrition", "election_turnover", "anchoring", "reopened", interval=6.0,
    )  # fmt: skip
    assert commitment(now, wins, decided, overspend, off) == now
    assert agreement(now, 1.0, decided, off) == now
    assert anchored_more(now, 1.0, off) == now
    assert not departs(even, 10, 10, off)
    assert not departs(even, 9, 10, off)
