"""``samenspel calibrate-to`` as others build on it: options, JSON, files, faults, going on."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from experiments.calibration import ensemble, own_targets
from experiments.command_line import main
from model.parameters import ADDRESSES

NUMBERS = "trust.gain,hours.vacancy"


@pytest.fixture(autouse=True)
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A stand-in for the model: the outcome is where trust.gain stands in its range."""
    made: list[int] = []

    def reached(plan, draw, targets, replicates, first=0, threads=None) -> np.ndarray:
        made.append(first)
        low, high = ADDRESSES["trust.gain"].between
        share = (draw["trust.gain"] - low) / (high - low)
        return np.full((replicates, len(targets)), share)

    monkeypatch.setattr(own_targets, "reached", reached)
    return made


@pytest.fixture
def answered(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    """Type a command with --json and targets; its exit code and what it answers."""
    file = tmp_path / "targets.csv"
    file.write_text("outcome,window,value,spread\nneed_any,final,0.4,0.02\n", encoding="utf-8")

    def typed(*words: str) -> tuple[int, Any]:
        out = ("--out", str(tmp_path / "kept")) if "--out" not in words else ()
        code = main(["calibrate-to", str(file), "--numbers", NUMBERS, *words, *out, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return typed


def test_a_fit_comes_near_and_leaves_sets_that_an_ensemble_is_read_from(answered, tmp_path, runs):
    sets = str(tmp_path / "sets.csv")
    code, told = answered("--trials", "25", "--write", sets)
    assert (code, told["trials"], len(runs)) == (0, 25, 25)
    assert told["note"] == "thinking model, not a forecast"
    assert told["targets"][0]["key"] == "need_any.final"
    assert told["targets"][0]["reached"] == pytest.approx(0.4, abs=0.06)
    kept = ensemble.read(Path(sets))
    assert len(kept) == told["accepted"] > 0
    assert set(kept[0]) == set(NUMBERS.split(","))
    assert answered("--trials", "25") == (0, told)
    assert len(runs) == 25
    assert answered("--trials", "30")[1]["trials"] == 30


def test_another_search_in_the_same_folder_is_refused_with_another_folder(answered, tmp_path):
    answered("--trials", "10")
    code, told = answered("--trials", "10", "--replicates", "2")
    assert (code, told["errors"][0]["where"]) == (2, "--out")
    assert told["errors"][0]["nearest"] == str(tmp_path / "kept-2")


def test_each_set_of_a_posterior_has_luck_of_its_own(answered, runs):
    code, told = answered("--method", "posterior", "--sets", "10", "--generations", "2")
    assert (code, told["accepted"]) == (0, 10)
    assert len(set(runs)) > 0.9 * len(runs)
    assert told["luck"] == "of its own for each set"


def test_a_dry_run_runs_nothing_and_says_how_much_it_would_be(answered, runs):
    code, told = answered("--trials", "50", "--replicates", "3", "--dry-run")
    assert (code, told["runs"], runs) == (0, 150, [])


@pytest.mark.parametrize(
    ("words", "where", "nearest"),
    [
        (["--method", "fitt"], "--method", "fit"),
        (["--trials", "3"], "--trials", "10"),
        (["--place", "dorsnee"], "--place", "doorsnee"),
        (["--scenario", "more_mandat"], "scenario", "more_mandate"),
        (["--write", "sets.txt"], "--write", "sets.csv"),
        (["--years", "0"], "--years", "1"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_run(answered, runs, words, where, nearest):
    code, told = answered(*words)
    assert (code, runs) == (2, [])
    assert (told["errors"][0]["where"], told["errors"][0]["nearest"]) == (where, nearest)


def test_what_is_left_is_held_against_the_targets_and_the_ranges(answered):
    code, told = answered("--trials", "40")
    assert code == 0
    assert not told["stopped"]
    [target] = told["targets"]
    assert target["p05"] <= target["value"] <= target["p95"]
    assert 0 < target["near"] <= told["accepted"] <= told["trials"]
    width = {each["address"]: each["width"] for each in told["left"]}
    assert width["trust.gain"] < 0.5 < width["hours.vacancy"], "the target is of the first alone"


def test_ctrl_c_keeps_what_was_tried_says_so_and_the_same_command_goes_on(
    answered, runs, monkeypatch: pytest.MonkeyPatch
):
    through = own_targets.reached

    def until_ctrl_c(*words, **named) -> np.ndarray:
        if len(runs) == 6:
            raise KeyboardInterrupt
        return through(*words, **named)

    monkeypatch.setattr(own_targets, "reached", until_ctrl_c)
    code, told = answered("--trials", "15")
    assert (code, told["trials"], told["stopped"]) == (1, 6, True)
    monkeypatch.setattr(own_targets, "reached", through)
    code, told = answered("--trials", "15")
    assert (code, told["trials"], told["stopped"], len(runs)) == (0, 15, False, 15)


def test_ctrl_c_in_a_posterior_keeps_whole_generations(
    answered, runs, monkeypatch: pytest.MonkeyPatch
):
    through = own_targets.reached
    asked = ("--method", "posterior", "--sets", "10")
    assert answered(*asked, "--generations", "1")[0] == 0

    def ctrl_c(*words, **named) -> np.ndarray:
        raise KeyboardInterrupt

    monkeypatch.setattr(own_targets, "reached", ctrl_c)
    code, told = answered(*asked, "--generations", "3")
    assert (code, told["generations"], told["stopped"]) == (1, 1, True)
    monkeypatch.setattr(own_targets, "reached", through)
    code, told = answered(*asked, "--generations", "2")
    assert (code, told["generations"], told["accepted"]) == (0, 2, 10)


def test_where_no_set_is_left_no_file_is_written(answered, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(own_targets, "reached", lambda plan, draw, targets, count, *_, **__:
                        np.full((count, len(targets)), 5.0))  # fmt: skip
    code, told = answered("--trials", "10", "--write", str(tmp_path / "none.csv"))
    assert (code, told["accepted"]) == (0, 0)
    assert not (tmp_path / "none.csv").exists()
