"""Residents' initiatives (M24)."""

import pytest
from hypothesis import given

from model.processes.residents import initiatives
from tests.generators import amounts, neutral_of, numbers, plain, shares

begins, work_left = plain(initiatives.begins), plain(initiatives.work_left)
asked_along, put_off = plain(initiatives.asked_along), plain(initiatives.put_off)
goes_on = plain(initiatives.goes_on)
P = numbers(
    leaders=0.02, needed=4.0, fewest=0.5, starting=0.25, succession=0.5, work=4.0, hour_bought=25.0,
    asked_an_hour=4.0, crowding=0.0,
)  # fmt: skip


def test_a_leader_alone_begins_nothing_and_neither_do_supporters_without_one():
    assert begins(True, 4, P) == 0.25
    assert begins(True, 3, P) == 0.0
    assert begins(False, 20, P) == 0.0


def test_four_members_share_half_a_day_of_work():
    assert work_left(4.0, 0.0, 0.0, 0.0, P) == pytest.approx(1.0)
    assert work_left(4.0, 2.0, 0.0, 1.0, P) == pytest.approx(0.5)
    assert work_left(4.0, 0.0, 50.0, 0.0, P) == pytest.approx(0.5)


@given(hours=amounts(20.0), adults=amounts(9000.0, 100.0), takeover=shares)
def test_an_hour_is_used_once_to_take_over_or_to_ask_along(hours, adults, takeover):
    """Whoever takes work over does not invite: support is no free lunch."""
    assert asked_along(hours, takeover, adults, P) <= asked_along(hours, 0.0, adults, P)
    assert work_left(5.0, hours, 0.0, takeover, P) <= work_left(5.0, hours, 0.0, 0.0, P)
    assert asked_along(hours, 1.0, adults, P) == 0.0


@given(takeover=shares)
def test_taking_over_can_put_members_off_and_can_keep_them(takeover):
    away, keeps = (put_off(takeover, numbers(crowding=c)) for c in (0.5, -0.5))
    assert away >= 1.0 >= keeps
    assert put_off(takeover, P) == 1.0


def test_an_initiative_ends_when_too_few_are_left():
    assert goes_on(2, P)
    assert not goes_on(1, P)


@given(supporters=amounts(50.0), takeover=shares)
def test_switched_off_nothing_begins(supporters, takeover):
    off = neutral_of(
        initiatives.InitiativesParameters, "leaders", "starting", "crowding", needed=4.0
    )
    assert begins(True, supporters, off) == 0.0
    assert put_off(takeover, off) == 1.0
