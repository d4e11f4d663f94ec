"""What the world is like without a mechanism of organisations and boards."""

import numpy as np

from model.phases import board, gatherings, plans
from model.processes.organisations import tendering
from model.state.tables import JOINT, NOT_ASKED
from tests.without.world import BUSY, World, assert_same, open_cases


def nothing_goes_to_the_board_but_through_the_line(off: World):
    nobody = World("brokering", "facilitator", "second_facilitator")
    line = off.p["brokering"]["hierarchy"]
    for state in off.weeks():
        assert board.hears_of_results(state, off.p) == line
        assert board.arrives(state, 40.0, off.p) == board.arrives(nobody.state, 40.0, nobody.p)
        assert not gatherings.introductions(state, off.p).any()
    assert (off.state.contracts["board_hours"] > 0.0).all()


def every_question_has_an_owner_from_the_first_week(off: World):
    for state in off.weeks():
        assert (open_cases(state)["owned"] == 1).all()
        assert (open_cases(state)["ownerless"] == 0).all()
    assert len(open_cases(off.state)) > 5


def each_plan_that_saves_more_than_it_costs_is_paid_for(off: World):
    """Whoever gains: only time can still be lacking for it."""
    joint, pooled = 0, float(off.p["pockets"]["pooled"])
    for state in off.weeks():
        assert (state.organisations["expected_saving"] > 1.0).all()
        assert state.neighbourhoods["items"][0, 0] == 0.0, "nothing is stuck for want of money"
        for case in open_cases(state):
            for domain in np.flatnonzero(case["stage"] != NOT_ASKED):
                tables = state.residents, state.actors, state.organisations
                assert plans.sees_in_it(case, domain, pooled, 0.0, *tables, off.p) >= 0.0
        joint += (open_cases(state)["form"] == JOINT).sum()
    assert joint > 0


def contracts_are_renewed_without_a_word(off: World):
    """It makes no difference to anybody how often they end."""
    ends = off.state.organisations["contract_end"].copy()
    seldom = World("tendering", values=BUSY | {"tendering.contract_years": 8.0})
    for one, two in zip(off.weeks(), seldom.weeks(), strict=True):
        assert (one.organisations["opposition"] == 0.0).all()
        for name in ("pairs", "actors", "residents", "cases"):
            assert_same(getattr(one, name), getattr(two, name))
    assert (off.state.organisations["contract_end"] > ends).any(), "contracts did end"
    assert tendering.promised(20.0, off.p["tendering"]) == 20.0


def boards_neither_gain_nor_lose_commitment_and_agree_on_nothing_new(off: World):
    begin = off.state.municipalities.copy()
    for state in off.weeks():
        for name in ("commitment", "agreement", "anchored"):
            assert np.array_equal(state.municipalities[name], begin[name])
    assert begin["commitment"][0] == np.float32(off.p["commitment"]["start"])


def a_joint_plan_asks_nothing_of_what_parties_put_in(off: World):
    """To the byte the same where nobody sits at the table for a year."""
    pooled, joint = BUSY | {"pockets.pooled": 1.0}, 0
    off = World("contribution", values=pooled)
    late = World("contribution", values=pooled | {"contribution.meet_first": 52.0})
    for one, two in zip(off.weeks(), late.weeks(), strict=True):
        assert_same(one.cases, two.cases)
        assert_same(one.residents, two.residents)
        joint += (one.cases["form"] == JOINT).sum()
    assert joint > 0


def figures_take_no_time_and_tell_nobody_anything(off: World):
    """To the byte the same, however often what is not counted is reported."""
    often = World("monitoring", values=BUSY | {"monitoring.frequency": 12.0})
    for one, two in zip(off.weeks(), often.weeks(), strict=True):
        for name in ("residents", "pairs", "municipalities"):
            assert_same(getattr(one, name), getattr(two, name))
    assert off.total("facilitation_reporting") == often.total("facilitation_reporting") == 0.0


def there_is_no_extra_money(off: World):
    for state in off.weeks():
        assert (state.contracts["hours"] == 0.0).all()
        assert (state.contracts["arrived"] == 0).all()
        assert state.neighbourhoods["added"][0] == state.neighbourhoods["relieved"][0] == 0.0
    assert off.total("extra_cost") == off.total("facilitation_cost") == 0.0
