"""Phase 5 by hand: whom facilitators bring together, and whose hearing they widen."""

import pytest

from model.phases import gatherings
from tests.phases.by_hand import (
    HUB,
    INCOME,
    INSURER,
    LANDLORD,
    MENTAL,
    POLICY,
    SECOND,
    SUPPORT,
    TEAM_A,
    hired,
    numbers,
    plain,
    state,
)  # fmt: skip

P = {
    "attention.introducing": 0.4,
    "attention.vouching": 0.15,
    "attention.appointing": 0.15,
    "brokering.full_day": 8.0,
}


def credible(world, f: int, **trust: float) -> None:
    for who, size in zip((INCOME, LANDLORD, MENTAL), trust.values(), strict=True):
        world.pairs["trust"][who, f], world.pairs["conflict"][who, f] = size, 0.0


def test_a_dialogue_widens_hearing_as_far_as_the_least_convinced_of_two():
    p, world = numbers(P), state()
    hired(world, hours=100.0)
    credible(world, HUB, income=0.9, landlord=0.4, mental=0.2)
    widened = plain(gatherings.dialogues)(world, p)
    assert widened[INCOME, LANDLORD] == widened[LANDLORD, INCOME] == pytest.approx(0.4)
    assert widened[INCOME, MENTAL] == widened[MENTAL, LANDLORD] == pytest.approx(0.2)


def test_whoever_sees_a_double_hat_is_not_convinced():
    p, world = numbers(P), state()
    hired(world, hours=100.0)
    credible(world, HUB, income=0.9, landlord=0.8, mental=0.8)
    world.pairs["conflict"][LANDLORD, HUB] = 0.5
    widened = plain(gatherings.dialogues)(world, p)
    assert widened[INCOME, LANDLORD] == pytest.approx(0.4)
    assert widened[INCOME, MENTAL] == pytest.approx(0.8)


@pytest.mark.parametrize(("hours", "effort"), [(0.0, 0.0), (8.0, 0.3), (1000.0, 1.0)])
def test_a_dialogue_takes_what_other_work_with_professionals_leaves(hours, effort):
    p, world = numbers(P), state()
    hired(world, hours=hours)
    world.pairs["trust"] = 0.5
    assert plain(gatherings.dialogues)(world, p)[INCOME, MENTAL] == pytest.approx(effort * 0.5)


def test_of_two_facilitators_each_two_hear_the_one_whom_both_believe():
    p, world = numbers(P), state()
    for seat in (0, 1):
        hired(world, seat, hours=100.0)
    credible(world, HUB, income=0.9, landlord=0.1, mental=0.9)
    credible(world, SECOND, income=0.5, landlord=0.5, mental=0.1)
    widened = plain(gatherings.dialogues)(world, p)
    assert widened[INCOME, LANDLORD] == pytest.approx(0.5)
    assert widened[INCOME, MENTAL] == pytest.approx(0.9)


def test_whom_to_introduce_are_people_one_knows_and_who_do_not_know_each_other():
    world = state()
    world.pairs["strength"][HUB, [INCOME, MENTAL, POLICY]] = 0.5, 0.8, 0.9
    world.pairs["strength"][INCOME, MENTAL] = 0.25
    gap = plain(gatherings.gap)
    assert gap(world, HUB, INCOME, MENTAL) == pytest.approx(0.5 * 0.8 * 0.75)
    assert gap(world, HUB, INCOME, LANDLORD) == 0.0, "whom one does not know"
    assert gap(world, HUB, INCOME, POLICY) == gap(world, HUB, INCOME, INCOME) == 0.0


def test_introductions_are_as_many_as_there_is_time_for():
    p = numbers(P | {"brokering.style": 0.5, "brokering.an_introduction": 4.0})
    world = state()
    world.pairs["strength"][HUB, [INCOME, MENTAL, SUPPORT]] = 0.5
    hired(world, hours=20.0)
    introduced = plain(gatherings.introductions)(world, p)
    # 4 weeks x 0.4 x 20 hours are 32, of which half in style, 4 an introduction, 2 people in each
    assert introduced.sum() == pytest.approx(2 * 4.0)
    assert introduced[INCOME, MENTAL] == pytest.approx(4.0 / 3)
    assert introduced[TEAM_A].sum() == 0.0
    p.brokering.style = 0.0
    assert not plain(gatherings.introductions)(world, p).any()


def hours_with(who: int, slack: float) -> float:
    """Hours together in a month in which a facilitator has seven for professionals."""
    p, world = numbers({"meeting.strangers": 0.5, "meeting.counting": 1.0}), state()
    agreed = hired(world, hours=7 / 4)
    agreed.board_hours = 0.0
    world.actors["slack"] = 100.0
    world.actors["slack"][who] = slack
    world.pairs["strength"][HUB, INCOME] = 0.5
    plain(gatherings.meet)(world, p)
    assert world.pairs[HUB, POLICY].familiarity == 0.0
    return world.pairs[HUB, who].familiarity


def test_hours_go_rather_to_those_one_knows_and_never_over_what_they_have():
    assert hours_with(INCOME, slack=100.0) == pytest.approx(2.0)  # 1.0 of 5 x 0.5 + 1.0
    assert hours_with(MENTAL, slack=100.0) == pytest.approx(1.0)
    assert hours_with(INCOME, slack=0.1) == pytest.approx(0.4), "four weeks of 0.1"
    assert hours_with(INCOME, slack=0.0) == 0.0


def test_a_facilitator_learns_the_language_of_the_board_it_works_on():
    p, world = numbers({"brokering.learning": 0.1}), state()
    agreed = hired(world)
    agreed.board_hours, agreed.neighbourhood_hours = 2.0, 0.0
    world.actors["language_board"] = world.actors["language_neighbourhood"] = 0.2
    plain(gatherings.get_around)(world, agreed, p)
    assert world.actors[HUB].language_board == pytest.approx(0.2 + 0.1 * 1.0 * 0.8)
    assert world.actors[HUB].language_neighbourhood == pytest.approx(0.2)


def test_two_facilitators_get_to_know_each_other_only_where_both_work():
    for hours, meets in ((10.0, True), (0.0, False)):
        p, world = numbers(), state()
        hired(world)
        hired(world, seat=1, hours=hours)
        plain(gatherings.meet_each_other)(world, p)
        assert (world.pairs[HUB, SECOND].strength > 0.0) == meets
        assert (world.pairs[SECOND, HUB].strength > 0.0) == meets


def test_the_insurer_sits_on_the_board_and_a_facilitator_on_neither():
    on_board = plain(gatherings.on_board_of)
    roles = state().actors["role"]
    assert on_board(roles[INSURER], False)
    assert not on_board(roles[INSURER], True)
    assert on_board(roles[TEAM_A], True)
    assert not on_board(roles[HUB], False)
