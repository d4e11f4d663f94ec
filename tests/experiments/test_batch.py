"""Many runs: the same whatever the threads, the order, and how many more are asked."""

import threading

import numpy as np
import pytest

from experiments import batch, simulation, uncertainty
from experiments.batch import RunFailed, Window
from experiments.simulation import Plan
from model.outcomes import OUTCOMES

PLACE = "utrecht-overvecht"
WINDOWS = (Window("all", 0, 52), Window("late", 26, 52))
FACILITATED = {"spending.extra": 9.0, "facilitator.knows_neighbourhood": 0.6}


def small(values: dict[str, float] | None = None, **more: object) -> Plan:
    """A plan of 300 residents for a year."""
    return simulation.plan(PLACE, values or {}, residents=300, weeks=52, **more)  # type: ignore[arg-type]


def bytes_of(results: batch.Results) -> dict[str, bytes]:
    return {key: values.tobytes() for key, values in results.values.items()}


def test_threads_change_nothing():
    one = batch.ensemble(small(), 4, windows=WINDOWS, by="household", threads=1)
    many = batch.ensemble(small(), 4, windows=WINDOWS, by="household", threads=4)
    assert bytes_of(one) == bytes_of(many)
    assert one.values["burden"].shape == (4, 2, 4)
    assert list(many.replicates) == [0, 1, 2, 3]


def test_the_first_runs_stay_when_more_are_asked():
    few = batch.ensemble(small(), 2, windows=WINDOWS)
    more = batch.ensemble(small(), 4, windows=WINDOWS)
    later = batch.ensemble(small(), 2, windows=WINDOWS, first=2)
    for key in OUTCOMES:
        assert few.values[key].tobytes() == more.values[key][:2].tobytes()
        assert later.values[key].tobytes() == more.values[key][2:].tobytes()


def test_a_plan_compared_with_itself_differs_by_exactly_nothing():
    first = batch.ensemble(small(FACILITATED), 3, windows=WINDOWS)
    simulation._STARTS.clear()  # burnt in anew
    second = batch.ensemble(small(FACILITATED), 3, windows=WINDOWS)
    assert bytes_of(first) == bytes_of(second)


def test_two_plans_are_alike_until_the_week_in_which_they_part():
    later = small(timeline=((26, {"mandate.mandate": 1.0}),))
    first, second = simulation.run(small(), 0), simulation.run(later, 0)
    assert first.tally[:26].tobytes() == second.tally[:26].tobytes()
    assert first.system[:26].tobytes() == second.system[:26].tobytes()
    assert first.tally[26:].tobytes() != second.tally[26:].tobytes()


def test_euros_hours_and_people_add_up_every_week():
    results = batch.ensemble(small(FACILITATED), 3, windows=WINDOWS)
    assert results.errors["euros"] < 1e-6
    assert results.errors["hours"] < 0.01, "hours are kept as float32"
    assert results.errors["people"] < 1e-6


def test_progress_is_told_and_a_stop_leaves_what_is_done():
    told: list[tuple[int, int]] = []
    stop = threading.Event()

    def on_run(done: int, wanted: int) -> None:
        told.append((done, wanted))
        stop.set()

    results = batch.ensemble(small(), 30, windows=WINDOWS, on_run=on_run, stop=stop, threads=1)
    assert told[0] == (1, 30)
    assert 1 <= len(results.replicates) < 30
    assert len(results.values["burden"]) == len(results.replicates)


def test_a_run_that_breaks_off_is_named_and_nothing_hangs(monkeypatch: pytest.MonkeyPatch):
    whole = simulation.run

    def breaks_at_two(plan: Plan, replicate: int) -> simulation.Run:
        if replicate == 2:
            raise ZeroDivisionError("planted")
        return whole(plan, replicate)

    monkeypatch.setattr(simulation, "run", breaks_at_two)
    with pytest.raises(RunFailed, match="replicate 2: ZeroDivisionError: planted") as failed:
        batch.ensemble(small(), 50, windows=WINDOWS)
    assert failed.value.replicate == 2


def test_a_window_outside_the_run_is_refused():
    with pytest.raises(ValueError, match="does not lie within"):
        batch.ensemble(small(), 1, windows=(Window("late", 50, 60),))


def test_draws_are_in_force_by_replicate_and_the_first_do_not_depend_on_how_many():
    drawn = uncertainty.draws(3, fixed=["trust.gain"])
    assert drawn[:2] == uncertainty.draws(2, fixed=["trust.gain"])
    assert "trust.gain" not in drawn[0]
    together = batch.ensemble(small(), 3, windows=WINDOWS, draws=drawn)
    alone = batch.ensemble(small(always=drawn[1]), 1, windows=WINDOWS, first=1)
    assert together.values["burden"][1].tobytes() == alone.values["burden"][0].tobytes()


def test_a_number_is_drawn_alike_whatever_else_is_fixed():
    free, fixed = uncertainty.draws(4), uncertainty.draws(4, fixed=["needs.gradient"])
    assert all(
        b == {k: v for k, v in a.items() if k in b} for a, b in zip(free, fixed, strict=True)
    )


def test_the_term_of_the_money_gives_the_same_windows_to_both_sides():
    paid = {"spending.extra": 9.0, "spending.end": 104.0}
    assert batch.contract(208, {}, paid) == batch.contract(208, paid, {})
    assert batch.contract(208, paid) == (Window("during", 0, 104), Window("after", 104, 208))
    assert batch.contract(104, paid) == (Window("during", 0, 104),)


def test_windows_never_hold_weeks_in_which_the_sides_differ_in_having_their_money():
    long, short = ({"spending.extra": 9.0, "spending.end": end} for end in (156.0, 52.0))
    expected = (Window("during", 0, 52), Window("after", 156, 208))
    assert batch.contract(208, long, short) == batch.contract(208, short, long) == expected
    late = {"spending.extra": 9.0, "spending.begin": 104.0, "spending.end": 156.0}
    assert batch.contract(208, short, late) == (Window("after", 156, 208),)
    assert batch.contract(208, long | {"spending.extra": 0.0}, short)[0] == Window("during", 0, 52)


def test_threads_that_want_the_same_start_burn_it_in_once(monkeypatch: pytest.MonkeyPatch):
    made: list[int] = []
    burn_in = simulation._burn_in

    def counted(plan: Plan, replicate: int) -> simulation.Start:
        made.append(replicate)
        return burn_in(plan, replicate)

    monkeypatch.setattr(simulation, "_burn_in", counted)
    plan = simulation.plan(PLACE, {}, residents=300, weeks=52, seed=99)
    threads = [threading.Thread(target=simulation.run, args=(plan, 0)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [0]


def test_the_quarter_before_policy_is_the_same_for_plans_that_share_their_context():
    first, second = simulation.run(small(), 0), simulation.run(small(FACILITATED), 0)
    a, b = (batch.measure(run.before, (Window("before", 0, 1),)) for run in (first, second))
    assert all(np.array_equal(a[key], b[key], equal_nan=True) for key in OUTCOMES)


def test_starts_are_kept_by_what_they_really_weigh(monkeypatch: pytest.MonkeyPatch):
    """Small ones asked for last must not let many large ones stay."""
    large = simulation.plan(PLACE, {}, residents=600, weeks=1)
    little = simulation.plan(PLACE, {}, residents=200, weeks=1)
    simulation._STARTS.clear()
    one = simulation._start(large, 0).size
    monkeypatch.setattr(simulation, "KEPT_BYTES", 2 * one)
    for replicate in range(3):
        simulation._start(large, replicate)
        simulation._start(little, replicate)
    kept = [each.result().size for each in simulation._STARTS.values()]
    assert sum(kept) <= 2 * one
    assert kept[-1] < one, "the last that was asked for stays"
