"""What is seen of progress, and what that does to those who work on it (M23)."""

import pytest
from hypothesis import given

from model.processes.professionals import small_wins
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

visible, judged = plain(small_wins.visible), plain(small_wins.judged)
shown, faith, told = plain(small_wins.shown), plain(small_wins.faith), plain(small_wins.told)
looking, celebrating = plain(small_wins.looking_hours), plain(small_wins.celebrating_hours)
board_swings, weighs = plain(small_wins.board_swings), plain(small_wins.weighs)
P = numbers(
    step=0.5, noticed=0.1, celebrating=2.0, reach=0.25, invited=0.5, sway=0.5, hollow=0.5,
    usual=0.1, usual_board=0.1, board=0.05, looking=0.05, party=2.0,
)  # fmt: skip
NOW = numbers(
    step=1.0, noticed=0.1, celebrating=0.0, reach=0.25, invited=0.5, looking=0.05, party=2
)


def course(months: list[float], horizon: float) -> list[float]:
    """What judged progress weighs in the course of these months."""
    level, told_ = 0.1, []
    for seen in months:
        level = judged(level, seen, 4.0, horizon)
        told_.append(weighs(level, 0.1))
    return told_


def test_a_little_each_month_weighs_more_than_much_at_once_and_patience_evens_it_out():
    small, late = [0.1] * 12, [0.0] * 11 + [1.2]
    assert sum(course(small, 26.0)) > sum(course(late, 26.0))
    lost = {weeks: sum(course(small, weeks)) - sum(course(late, weeks)) for weeks in (13, 156)}
    assert 0.0 < lost[156] < lost[13]


def test_who_is_patient_is_slower_to_lose_heart_and_slower_to_gain_it():
    assert course([0.0] * 6, 156.0)[-1] > course([0.0] * 6, 13.0)[-1]
    assert course([0.5] * 6, 156.0)[-1] < course([0.5] * 6, 13.0)[-1]


@given(eased=amounts(3.0), coming=amounts(1.0))
def test_as_it_is_now_only_what_became_lighter_is_seen(eased, coming):
    assert visible(eased, coming, NOW) == eased
    assert shown(NOW) == looking(NOW) == celebrating(NOW) == 0.0


def test_small_steps_show_what_is_on_its_way_unless_nobody_notices_them():
    quarter, tiny = (numbers(step=step, noticed=0.1) for step in (0.25, 0.01))
    assert visible(0.0, 0.2, quarter) == pytest.approx(0.15)
    assert visible(0.0, 0.2, tiny) == pytest.approx(0.99 * 0.1 * 0.2)
    costs = [looking(numbers(step=step, looking=0.05)) for step in (1.0, 0.25, 0.05)]
    assert costs == pytest.approx([0.0, 0.15, 0.95])


@given(weight=inside, common=amounts(1.0))
def test_celebrating_what_is_not_there_disappoints_and_costs_hours(weight, common):
    often = numbers(celebrating=6.0, reach=0.25, sway=0.5, hollow=0.5, usual=0.1)
    seldom = numbers(celebrating=0.0, reach=0.25, sway=0.5, hollow=0.5, usual=0.1)
    assert (faith(weight, common, often) < faith(weight, common, seldom)) == (common < 0.1)
    assert celebrating(P) == pytest.approx(4.0 / 13.0)


@given(hears=shares, now=amounts(1.0))
def test_a_board_hears_more_of_what_is_celebrated_and_judges_by_it(hears, now):
    assert hears - 1e-12 <= told(hears, P) <= 1.0
    assert abs(board_swings(now, 0.1, P)) <= 0.05
    assert board_swings(now, now, P) == 0.0


@given(weight=shares, common=amounts(1.0), now=amounts(1.0), then=amounts(1.0), hears=shares)
def test_switched_off_nothing_is_gained_lost_or_spent(weight, common, now, then, hears):
    off = neutral_of(
        small_wins.SmallWinsParameters,
        *("sway", "board", "step", "celebrating"),
        **{"hollow": 0.5, "usual": 0.1, "usual_board": 0.1, "reach": 0.25, "noticed": 0.1},
        **{"looking": 0.05, "party": 2.0, "invited": 0.5},
    )
    assert faith(weight, common, off) == board_swings(now, then, off) == 0.0
    assert visible(now, then, off) == now
    assert told(hears, off) == hears
    assert looking(off) == celebrating(off) == 0.0
