"""A saved run goes on as if it had never stopped, or is refused in clear words."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from experiments import resuming, simulation
from experiments.resuming import CannotResume
from experiments.simulation import Plan, Run

VALUES = {"spending.extra": 12.0, "facilitator.mandate": 2.0, "spending.begin": 4.0}


def plan(weeks: int, values: dict[str, float] | None = None, **more: object) -> Plan:
    wanted = {"residents": 300, "weeks": weeks} | more
    return simulation.plan("doorsnee", VALUES | (values or {}), **wanted)


def same(one: Run, other: Run) -> bool:
    written = one.tally.tobytes() + one.system.tobytes()
    return written == other.tally.tobytes() + other.system.tobytes() and all(
        np.array_equal(first[name], second[name])
        for first, second in zip(one.state, other.state, strict=True)
        for name in first.dtype.names or (...,)
    )


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "state"
    ended = {each: (plan(30), simulation.run(plan(30), each)) for each in (0, 1)}
    resuming.save(file, ended)
    return file


@pytest.mark.parametrize("replicate", [0, 1])
def test_what_goes_on_is_what_never_stopped(saved: Path, replicate: int):
    earlier = resuming.load(saved, {replicate: plan(60)}).runs[replicate]
    went_on = simulation.run(plan(60), replicate, earlier=earlier)
    whole = simulation.run(plan(60), replicate)
    assert same(went_on, whole)
    for first, second in zip(went_on.before.written, whole.before.written, strict=True):
        assert first.tobytes() == second.tobytes()


def test_other_decisions_count_from_the_week_of_saving(saved: Path):
    other = plan(60, {"hours.protected": 3.0})
    earlier = resuming.load(saved, {0: other}).runs[0]
    went_on = simulation.run(other, 0, earlier=earlier)
    as_a_timeline = simulation.run(plan(60, timeline=((30, {"hours.protected": 3.0}),)), 0)
    assert same(went_on, as_a_timeline)


def test_a_loaded_state_does_not_make_the_week_compile_anew(saved: Path):
    from model import week

    earlier = resuming.load(saved, {0: plan(40)}).runs[0]
    simulation.run(plan(40), 0, earlier=earlier)
    assert len(week.run.signatures) == 1


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (plan(60, residents=200), "residents"),
        (plan(60, seed=2), "seed"),
        (replace(plan(60), place="utrecht"), "another place"),
        (plan(60, {"trust.gain": 0.05}), "before week 0"),
        (plan(30), "already"),
    ],
    ids=["residents", "seed", "place", "context", "over"],
)
def test_a_state_of_another_world_is_refused(saved: Path, asked: Plan, why: str):
    with pytest.raises(CannotResume, match=why):
        resuming.load(saved, {0: asked})


def test_a_state_of_another_model_and_what_is_no_state_are_refused(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(CannotResume, match="was not saved"):
        resuming.load(saved, {7: plan(60)})
    nothing = tmp_path / "nothing"
    nothing.write_text("no state")
    with pytest.raises(CannotResume, match="no saved state"):
        resuming.load(nothing, {0: plan(60)})
    monkeypatch.setattr(resuming, "workings", lambda: "another")
    with pytest.raises(CannotResume, match="another model"):
        resuming.load(saved, {0: plan(60)})
