"""Moving house (M15)."""

import numpy as np
import pytest
from hypothesis import given

from model.chance import key_of
from model.processes.residents import moving
from model.state.axes import CELL_COUNT
from model.state.tables import CASES, NEVER, NO_CASE, OPEN, RESIDENTS
from model.state.tally import TALLY
from tests.generators import inside, neutral_of, numbers, plain, record, shares, table

leaves = plain(moving.leaves)
KEY = key_of(1, 1)


def street(homes: int):
    residents = table(RESIDENTS, 2 * homes, id=np.arange(2 * homes), trust=0.9, known=3, unhelped=7)
    cases = table(
        CASES, homes, start=2 * np.arange(homes), size=2, id=np.arange(homes), mode=OPEN, holder=4
    )
    residents["level"][:, 2] = 2
    tables = residents, cases, table(TALLY, CELL_COUNT)
    return [each.view(np.ndarray) for each in tables]


def test_one_in_ten_a_year_is_about_one_in_five_hundred_a_week():
    p = numbers(rate=0.1)
    assert leaves(0.00192, p)
    assert not leaves(0.00193, p)


@given(even=shares, rate=inside)
def test_whoever_leaves_also_leaves_when_more_people_move(even, rate):
    fewer, more = (leaves(even, numbers(rate=r)) for r in (rate, rate + 0.5))
    assert more or not fewer


@given(even=shares)
def test_switched_off_everybody_stays(even):
    assert not leaves(even, neutral_of(moving.MovingParameters, "rate"))


def test_newcomers_are_unknown_trust_as_expected_and_have_the_needs_of_who_left():
    residents, cases, tally = street(10)
    moving.move(
        residents, cases, tally, 5, KEY, np.full(len(residents), 0.5), 3.0, record(rate=1e6)
    )
    assert (residents["known"] == 0).all()
    assert residents["trust"] == pytest.approx(0.5)
    assert (residents["unhelped"] == 0).all()
    assert (residents["level"][:, 2] == 2).all()
    assert (cases["mode"] == NO_CASE).all()


def test_a_newcomer_is_somebody_else_for_ever():
    residents, cases, tally = street(10)
    ever = set(residents["id"].tolist())
    for week in range(3):
        moving.move(
            residents, cases, tally, week, KEY, np.full(len(residents), 0.5), 1.0, record(rate=1e6)
        )
        assert ever.isdisjoint(residents["id"].tolist())
        ever |= set(residents["id"].tolist())


def test_as_many_come_as_go():
    residents, cases, tally = street(200)
    moving.move(
        residents, cases, tally, 5, KEY, np.full(len(residents), 0.5), 3.0, record(rate=20.0)
    )
    gone = (residents["id"] >= 400).sum()
    assert 0 < gone < 400
    assert tally["movers_in"].sum() == tally["movers_out"].sum() == 3.0 * gone


def test_a_forgotten_household_has_no_helper_no_promise_and_no_history():
    nobody = dict.fromkeys(("holder", "gate", "worker", "asker", "led_before"), -1)
    fresh = table(CASES, 1, size=1, closed=NEVER, **nobody)
    case = table(CASES, 1, size=1, mode=OPEN, form=2, domains=7, holder=4, gate=1, parties=3)
    for name in (
        *("waiting", "open", "sent_on", "owned", "ownerless", "decided", "escalated", "stage"),
        *("worker", "weeks", "asker", "hours", "relief", "eased", "heaviness", "joined"),
    ):
        case[name] = 1
    moving.forget(case[0])
    assert case.tobytes() == fresh.tobytes()
