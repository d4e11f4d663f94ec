"""Differences between worlds split over mechanisms: nothing comes of nothing, and all adds up."""

from pathlib import Path

import numpy as np
import pytest

from experiments import batch, simulation
from experiments.audits.report import shipped
from experiments.batch import Window
from experiments.explaining import explanation, worlds
from experiments.explaining.kept import Kept
from experiments.explaining.worlds import Worlds
from experiments.simulation import Plan
from model.outcomes import OUTCOMES

PLACE, ROWS, WEEKS = "doorsnee", 300, 52
NAMED = ("pockets", "trust", "attention")
ASKED = ("one_plan", "burden", "cost_total")
LAST = Window("final", 0, WEEKS)


def plans(*keys: str) -> list[Plan]:
    return [
        simulation.plan(PLACE, values, residents=ROWS, weeks=WEEKS)
        for key, values in shipped(tuple(dict.fromkeys(keys))).items()
    ] * (1 if len(set(keys)) > 1 else 2)


def between(a: Plan, b: Plan, folder: Path, runs: list[int] | None = None) -> Worlds:
    counted = runs if runs is not None else []
    return Worlds(
        a=a, b=b, players=NAMED, outcomes=ASKED, window=LAST, replicates=2,
        on_run=lambda: counted.append(1), kept=Kept(folder),
    )  # fmt: skip


def answer(here: Worlds, wanted: int = 6) -> explanation.Explanation:
    *_, last = explanation.explain(here, explanation.screen(here), wanted)
    return last


def test_a_world_differs_nothing_from_itself_and_no_mechanism_has_a_part(tmp_path: Path):
    last = answer(between(*plans("as_it_is_now", "as_it_is_now"), tmp_path))
    assert (last.split.difference == 0.0).all()
    assert (last.split.remainder == 0.0).all()
    assert (last.split.together == 0.0).all()
    assert last.screening.idle == NAMED
    assert all((gone == 0.0).all() for gone in last.screening.goes.values())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("explained")


def test_contributions_and_remainder_add_up_to_what_a_comparison_finds(shelf: Path):
    a, b = plans("as_it_is_now", "neighbourhood_budget")
    last = answer(between(a, b, shelf))
    first, second = (batch.ensemble(plan, 2, windows=(LAST,)).values for plan in (a, b))
    for column, key in enumerate(ASKED):
        less = (second[key] - first[key])[:, 0, 0].mean()
        shares = sum(share.mean[column] for share in last.split.shares.values())
        assert last.split.difference[column] == pytest.approx(less, abs=1e-9)
        assert shares + last.split.remainder[column] == pytest.approx(less, abs=1e-9)
    assert "pockets" in last.screening.weighed
    one_plan = last.split.shares["pockets"].mean[ASKED.index("one_plan")]
    assert abs(one_plan) > 0.0


def test_asking_again_runs_nothing_anew(shelf: Path, monkeypatch: pytest.MonkeyPatch):
    a, b = plans("as_it_is_now", "neighbourhood_budget")
    earlier = answer(between(a, b, shelf))
    monkeypatch.setattr(batch, "summarise", lambda *_: pytest.fail("it was known"))
    again = answer(between(a, b, shelf))
    for name, share in earlier.split.shares.items():
        assert np.array_equal(share.mean, again.split.shares[name].mean)


def test_a_mechanism_is_out_on_both_sides_before_week_0_whatever_a_side_sets():
    a, b = plans("as_it_is_now", "neighbourhood_budget")
    neutral = worlds.without(["pockets"])
    first, second = (worlds.knocked_out(plan, neutral) for plan in (a, b))
    assert first.before == second.before != a.before
    assert simulation.parameters(second, 20).pockets.pooled == neutral["pockets.pooled"]
    assert "pockets.pooled" in worlds.set_differently(a, b, "pockets")
    assert worlds.set_differently(a, b, "trust") == ()


def test_every_outcome_is_kept_so_that_another_question_runs_nothing(shelf: Path):
    answer(between(*plans("as_it_is_now", "neighbourhood_budget"), shelf))
    kept = next(shelf.rglob("*.npy"))
    assert np.load(kept).shape == (len(OUTCOMES),)
