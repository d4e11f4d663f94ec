"""``samenspel calibrate`` as others build on it: options, JSON, the file, exit codes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from experiments.calibration import aims, ensemble
from experiments.command_line import main

NUMBERS = ("--numbers", "trust.gain,hours.vacancy", "--points", "60", "--waves", "2")


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch):
    """A world that meets every aim where the first number stands in the middle of its range."""
    values = np.array([aim.value for aim in aims.aims()])
    monkeypatch.setattr(
        aims, "evaluate", lambda names, residents: lambda shares, _: values * (0.5 + shares[0])
    )


@pytest.fixture
def answered(capsys: pytest.CaptureFixture[str]):
    def typed(*words: str) -> tuple[int, Any]:
        code = main([*words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return typed


def test_what_is_left_is_told_and_written(answered, tmp_path: Path):
    file = tmp_path / "sets.csv"
    words = ("calibrate", *NUMBERS, "--out", str(tmp_path / "waves"), "--write", str(file))
    code, told = answered(*words)
    assert (code, told["schema"], told["ended"]) == (0, 1, "done")
    assert told["runs"] == 2 * 60 * 2
    assert told["waves"][1]["left"] < 1.0
    sets = ensemble.read(file)
    assert len(sets) == told["accepted"] > 10
    assert set(sets[0]) == {"trust.gain", "hours.vacancy"}
    assert answered(*words) == (code, told)


def test_a_dry_run_names_the_aims(answered, capsys):
    code, told = answered("calibrate", *NUMBERS, "--dry-run")
    assert (code, told["runs"]) == (0, 240)
    assert sum(aim["held_out"] for aim in told["aims"]) == len(told["aims"]) // 5
    assert main(["calibrate", *NUMBERS, "--dry-run", "--language", "nl"]) == 0
    assert "achtergehouden" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "where", "nearest"),
    [
        ((), "--numbers", "--top 20:FOLDER"),
        (("--numbers", "trust.gian"), "--numbers", "trust.gain"),
        ((*NUMBERS, "--waves", "0"), "--waves", "1"),
        ((*NUMBERS, "--write", "sets.txt"), "--write", "sets.csv"),
    ],
)
def test_what_cannot_be_done_is_refused(answered, words, where, nearest):
    code, told = answered("calibrate", *words)
    assert code == 2
    assert (told["errors"][0]["where"], told["errors"][0]["nearest"]) == (where, nearest)


def test_an_ensemble_that_does_not_ship_is_refused_with_what_there_is(
    answered, monkeypatch, tmp_path: Path
):
    monkeypatch.setattr(ensemble, "SHIPPED", tmp_path / "none.csv")
    code, told = answered("run", "as_it_is_now", "--uncertainty", "ensemble")
    assert code == 2
    fault = told["errors"][0]
    assert (fault["where"], fault["nearest"]) == ("--uncertainty", "priors")


def test_an_ensemble_takes_the_place_of_the_range_for_its_numbers(
    answered, monkeypatch, tmp_path: Path
):
    file = tmp_path / "sets.csv"
    answered("calibrate", *NUMBERS, "--out", str(tmp_path / "waves"), "--write", str(file))
    monkeypatch.setattr(ensemble, "SHIPPED", file)
    words = ("run", "as_it_is_now", "--replicates", "2", "--residents", "100", "--years", "1")
    code, of_sets = answered(*words, "--uncertainty", "ensemble")
    assert code == 0
    assert of_sets["draws"] == 2
    _, of_ranges = answered(*words, "--uncertainty", "priors")
    assert of_sets != of_ranges
