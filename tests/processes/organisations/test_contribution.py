"""What organisations put in at their table (M8)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments import simulation
from model.chance import key_of
from model.parameters import Parameters
from model.phases import joining
from model.processes.organisations import contribution
from model.state.axes import BOARD, PROFESSIONAL
from model.state.state import State
from tests.generators import inside, numbers, plain, shares

contributes, expects = plain(contribution.contributes), plain(contribution.expects)
was_met, at_first = plain(contribution.was_met), plain(contribution.at_first)
seats_at_table, suffices = plain(contribution.seats_at_table), plain(contribution.suffices)
P = numbers(optimism=0.2, slip=0.05, learning=0.5, near=0.1, guess=0.5, informed=1.0)


@given(expected=shares, trusting=shares, known=shares, free=shares, even=shares)
def test_nobody_puts_in_more_than_there_is_or_less_than_nothing(
    expected, trusting, known, free, even
):
    assert 0.0 <= contributes(expected, trusting, known, free, even, P) <= free


@given(expected=inside, trusting=inside, known=inside, even=inside)
def test_trust_and_being_known_never_lower_what_is_put_in(expected, trusting, known, even):
    given_ = contributes(expected, trusting, known, 1.0, even, P)
    assert contributes(expected, min(1.0, trusting + 0.1), known, 1.0, even, P) >= given_
    assert contributes(expected, trusting, min(1.0, known + 0.1), 1.0, even, P) >= given_
    assert contributes(expected, trusting, known, 1.0, even * 0.9, P) >= given_


def test_without_optimism_or_slip_each_gives_what_it_expects_of_the_least():
    p = numbers(optimism=0.0, slip=0.0)
    assert contributes(0.37, 1.0, 0.0, 1.0, 0.9, p) == 0.37


@given(expected=shares, least=shares)
def test_expectations_move_to_the_least_and_never_beyond(expected, least):
    low, high = min(expected, least), max(expected, least)
    assert low - 1e-12 <= expects(expected, least, P) <= high + 1e-12
    assert 0.0 <= was_met(expected, expected, least, P) <= 1.0


@given(told=shares, even=shares)
def test_who_is_told_all_expects_what_was_and_who_is_told_nothing_guesses(told, even):
    assert at_first(told, even, numbers(informed=1.0, guess=0.5)) == pytest.approx(told)
    assert at_first(told, even, numbers(informed=0.0, guess=0.5)) == even


@given(week=st.integers(0, 400), pace=st.integers(1, 8), first=st.integers(0, 52))
def test_a_table_never_shrinks_and_begins_when_it_was_said(week, pace, first):
    p = numbers(meet_first=float(first), pace=float(pace))
    seats = seats_at_table(week, p)
    assert seats_at_table(week + 1, p) >= seats
    assert (seats == 0.0) == (week < first)


def test_switched_off_it_asks_nothing():
    assert suffices(0.0, numbers(required=0.0))
    assert not suffices(0.0, numbers(required=0.1))


def at_week_0() -> State:
    return simulation.before_policy(simulation.plan("doorsnee", {}, residents=300, weeks=4), 1)


@pytest.fixture(scope="module")
def week_0() -> State:
    return at_week_0()


def months(state: State, count: int, **levers: float) -> list[tuple[int, float]]:
    """Members and the least of each month."""
    p = Parameters.of({f"contribution.{name}": x for name, x in levers.items()}).record()[0]
    told = []
    for month in range(count):
        joining.contribute(state, p, 4 * month, key_of(1, 1))
        members = int(state.organisations["member"].sum())
        told.append((members, float(state.tables["least"][0])))
    return told


def test_where_nothing_is_decided_all_stay_at_the_table(week_0: State):
    assert [members for members, _ in months(week_0.copy(), 4)] == [BOARD] * 4


def test_a_table_that_grows_begins_with_those_who_know_each_other_and_takes_in_more(week_0: State):
    told = [members for members, _ in months(week_0.copy(), 20, pace=2.0, meet_first=13.0)]
    assert told[:4] == [0, 0, 0, 0]
    assert told[4] == 2
    assert sorted(told) == told
    assert told[-1] == BOARD


def test_the_least_binds_all_who_have_time(week_0: State):
    """One partner without a free hour brings the expectations of all others down."""
    state = week_0.copy()
    outside = (state.actors["organisation"] == 3) & (state.actors["role"] == PROFESSIONAL)
    state.actors["slack"] = np.where(outside, 0.0, 5.0)
    told = months(state, 6)
    assert told[-1][1] == 0.0
    assert state.organisations["expects"][:BOARD].max() < 0.05
    state.actors["slack"] = 5.0
    assert months(state, 1)[0][1] < 0.2, "it takes more than a month to come back"
