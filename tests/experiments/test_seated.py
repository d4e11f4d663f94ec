"""Somebody's own policy in a seat: the same weeks, the same luck, and outcomes as of any run."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from experiments import batch, seated, simulation
from experiments.batch import RunFailed, Window
from experiments.regional import RegionPlan
from experiments.simulation import Plan, Run
from model.agents.seats import SEATS, by_the_rules, choices_of, levers_of
from model.outcomes import OUTCOMES
from model.parameters import without

VALUES = {"spending.extra": 20.0, "spending.begin": 6.0, "pockets.pooled": 0.6}
TURNS = ((10, {"hours.protected": 3.0}), (17, {"hours.protected": 1.0}))
PAGE = Path(__file__).parents[2] / "docs" / "learn" / "seats.md"


def plan(weeks: int = 30, **more: Any) -> Plan:
    made = {"residents": 300, "weeks": weeks, "timeline": TURNS} | more
    return simulation.plan("doorsnee", VALUES, **made)


def same(one: Run, other: Run) -> bool:
    written = one.tally.tobytes() + one.system.tobytes()
    return written == other.tally.tobytes() + other.system.tobytes() and all(
        np.array_equal(first[name], second[name])
        for first, second in zip(one.state, other.state, strict=True)
        for name in first.dtype.names or (...,)
    )


@pytest.mark.parametrize("replicate", [0, 3])
def test_a_policy_that_decides_what_the_rules_decide_gives_the_same_bytes(replicate: int):
    """In every seat at once, over changes and money that come between two decisions."""
    taken = seated.run(plan(), dict.fromkeys(SEATS, by_the_rules), replicate)
    assert taken.decisions == ()
    assert same(taken.run, simulation.run(plan(), replicate))


def test_a_policy_that_names_the_numbers_that_hold_anyway_gives_the_same_bytes():
    def as_it_is(_: Any, here: Any) -> Mapping[str, float]:
        return {address: here.values[address] for address in levers_of("board")}

    taken = seated.run(plan(timeline=()), {"board": as_it_is})
    assert [each.week for each in taken.decisions] == list(range(0, 30, 4))
    assert same(taken.run, simulation.run(plan(timeline=()), 0))


def test_what_a_seat_decides_is_what_a_scenario_would_have_changed_in_that_week():
    def later(_: Any, here: Any) -> Mapping[str, float]:
        return {"hours.protected": 2.0} if here.week == 12 else {}

    taken = seated.run(plan(timeline=()), {"board": later})
    assert taken.decisions == (seated.Decision(12, "board", {"hours.protected": 2.0}),)
    told = simulation.run(plan(timeline=((12, {"hours.protected": 2.0}),)), 0)
    assert same(taken.run, told)
    assert not same(taken.run, simulation.run(plan(timeline=()), 0))


def test_what_is_taken_out_of_the_world_stays_out_whoever_decides():
    off = plan(timeline=(), always=without(["pockets"]))
    taken = seated.run(off, {"board": lambda *_: {"pockets.pooled": 1.0}})
    assert same(taken.run, simulation.run(off, 0))


def test_a_policy_sees_what_was_written_until_now_and_does_not_make_time_pass():
    seen = []

    def look(_: Any, here: Any) -> Mapping[str, float]:
        seen.append((here.week, len(here.written.written[0])))
        with pytest.raises(RuntimeError, match="decides"):
            here.step()
        return {}

    seated.run(plan(10), {"alderman": look})
    assert seen == [(0, 0), (4, 4), (8, 8)]


def test_pairs_share_their_luck_and_their_draws():
    """Left to the rules, every pair differs by exactly nothing, also where numbers are drawn."""
    draws = [{"hours.admin": 0.2, "trust.gain": 0.04}, {"trust.gain": 0.07}]
    by_rules = dict.fromkeys(SEATS, by_the_rules)
    found = seated.compare(plan(), lambda: by_rules, 3, draws=draws, by="disadvantage")
    assert set(found["outcome"]) == set(OUTCOMES)
    assert set(found["group"]) == {"all", *batch.groups_of(plan(), "disadvantage")}
    there = found[found["n"] > 0]
    cells = there[["difference", "p05", "p95", "higher", "lower"]].to_numpy()
    assert (cells == 0).all()
    assert found.attrs["note"]["en"] == "thinking model, not a forecast"


def test_an_alderman_who_leaves_everything_lying_gets_no_more_agreed():
    found = seated.compare(plan(60), lambda: {"alderman": lambda *_: {"withheld": 1.0}}, 3)
    agreed = found.set_index("outcome").loc["agreement"]
    assert agreed["n"] == 3
    assert agreed["p95"] < 0.0
    assert agreed["higher"] == 0


def test_a_policy_that_breaks_off_is_told_and_not_passed_over():
    """A missing key is a fault of the policy, and not a run in which nobody sat."""
    broken = {"board": lambda *_: {}["no such thing"]}
    with pytest.raises(RunFailed, match="no such thing"):
        seated.ensemble(plan(8), lambda: broken, 1, windows=(Window("w", 0, 8),))


def test_what_one_run_remembers_does_not_reach_another():
    class Once:
        def __init__(self) -> None:
            self.done = False

        def __call__(self, *_: Any) -> Mapping[str, float]:
            now, self.done = not self.done, True
            return {"hours.protected": 3.0} if now else {}

    windows = (Window("w", 0, 12),)
    found = seated.ensemble(plan(12), lambda: {"board": Once()}, 4, windows=windows, threads=2)
    alone = seated.ensemble(plan(12), lambda: {"board": Once()}, 1, windows=windows, first=3)
    for key in OUTCOMES:
        np.testing.assert_array_equal(found.values[key][3:], alone.values[key])


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="king is no seat"):
        seated.ensemble(plan(), lambda: {"king": by_the_rules}, 1, windows=())
    region = RegionPlan.__new__(RegionPlan)
    with pytest.raises(ValueError, match="region"):
        seated.run(region, {})  # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="region"):
        seated.world("eemland_together", "doorsnee")
    for seat, answer in (("income", {"withheld": 1.0}), ("board", {"hours.protected": -1.0})):
        with pytest.raises(RunFailed, match="replicate 0"):
            seated.ensemble(
                plan(8), lambda s=seat, a=answer: {s: lambda *_: a}, 1,
                windows=(Window("w", 0, 8),),
            )  # fmt: skip


def test_the_page_runs_and_names_every_seat_there_is():
    text = PAGE.read_text(encoding="utf-8")
    script = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(script) == 1
    there: dict[str, Any] = {}
    exec(compile(script[0], str(PAGE), "exec"), there)
    assert there["table"]["n"].max() == there["PAIRS"]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE))
    assert set(rows) == set(SEATS)
    for seat in SEATS:
        for choice in choices_of(seat):
            assert f"`{choice}`" in rows[seat]
