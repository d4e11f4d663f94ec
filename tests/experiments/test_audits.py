"""Small versions of the audits: what must hold always, and that they can object."""

import numpy as np

from experiments import simulation
from experiments.audits import (
    AUDITS,
    dominance,
    equal_attributes,
    idle_numbers,
    knock_outs,
    null_world,
)

FEW = {"spending.extra": 9.0, "facilitator.board": 0.2, "facilitator.knows_board": 0.1}
MORE = {"spending.extra": 9.0, "facilitator.board": 0.8, "facilitator.knows_board": 0.6}
HOURS = {"spending.extra": 9.0, "spending.on_facilitation": 0.0, "spending.on_team_hours": 1.0}


def test_in_the_null_world_money_changes_no_need_whatever_it_is_spent_on():
    found = null_world.changed(null_world.closed(), {"few": FEW, "hours": HOURS}, 300, 2)
    assert found == {"few": set(), "hours": set()}


def test_the_null_world_audit_objects_when_a_channel_is_left_open():
    world = null_world.closed(but=("room",))
    assert null_world.changed(world, {"more": MORE | {"spending.extra": 25.0}}, 1000, 2)["more"]


def test_placements_with_equal_attributes_give_the_same_bytes():
    report = equal_attributes.audit(
        300, 2, placements={"first": FEW, "second": MORE}, reference="first"
    )
    assert report.passed
    assert equal_attributes.attributes({"first": FEW, "second": MORE}) == (
        "facilitator.board",
        "facilitator.knows_board",
    )


def test_bytes_that_differ_are_seen():
    plans = [simulation.plan("utrecht-overvecht", v, residents=300, weeks=26) for v in (FEW, MORE)]
    assert not equal_attributes.same_bytes([simulation.run(plan, 0) for plan in plans])


def test_without_money_to_spend_a_knock_out_leaves_no_difference():
    effects = knock_outs.effect_without(["spending"], {}, FEW, 300, 2)
    assert all(effect.equal == effect.n for effect in effects.values())


def test_the_best_of_a_context_is_counted_by_what_is_better():
    values = np.array([[1.0, 2.0], [3.0, 1.0], [1.0, 1.0], [np.nan, 1.0]])
    best, close = dominance.winners(values, "waiting_p90")
    assert best.tolist() == [0, 1, -1, -1]
    assert close == 1
    assert dominance.winners(values, "fit")[0].tolist() == [1, 0, -1, -1]


def test_dominance_reports_shares_that_add_up():
    report = dominance.audit(300, 1, options={"few": FEW, "hours": HOURS}, count=2)
    shares = report.as_json()["numbers"]["shares"]["burden"]
    assert abs(sum(shares.values()) - 1.0) < 1e-9


def test_a_number_that_moves_something_is_not_idle():
    report = idle_numbers.audit(300, 1, addresses=["needs.gradient", "spending.extra"])
    assert report.passed


def test_every_audit_has_a_name():
    assert set(AUDITS) == {
        "equal_attributes",
        "overlapping_ranges",
        "reversal",
        "assumed_signs",
        "null_world",
        "knock_outs",
        "dominance",
        "idle_numbers",
    }
