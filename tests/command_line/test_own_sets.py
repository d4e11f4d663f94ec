"""Draws from sets of one's own: taken as they stand, every fault told, another model told."""

import json

import pandas as pd
import pytest

from experiments import uncertainty
from experiments.calibration import ensemble, own_sets
from experiments.command_line import main
from model.parameters import ADDRESSES
from model.places import DEFAULT_PLACE, find
from scenarios import library
from scenarios.faults import Refused

GAIN = "trust.gain"
SMALL = ("--residents", "150", "--replicates", "2", "--years", "1")


def table(values, address=GAIN):
    return pd.DataFrame({"wave": 1, "implausibility": 0.5, "held_out": 0.0, address: values})


@pytest.fixture
def inside():
    low, high = ADDRESSES[GAIN].between
    return [low + share * (high - low) for share in (0.2, 0.5, 0.8)]


def test_what_calibration_writes_is_drawn_from_and_of_the_rest_only_facts_of_the_place(
    tmp_path, inside
):
    path = tmp_path / "mine.csv"
    ensemble.write_table(table(inside), {}, path)
    assert own_sets.read(str(path)).of_this_model
    story, place = library.load("as_it_is_now"), find(DEFAULT_PLACE)
    drawn = uncertainty.of_scenario(6, 1, str(path), story, (), place)
    usual = uncertainty.of_scenario(6, 1, uncertainty.PRIORS, story, (), place)
    told = [draw[GAIN] for draw in drawn]
    assert sorted(told) == pytest.approx(sorted(inside * 2))  # each set as often
    for one, other in zip(drawn, usual, strict=True):
        beside = {a: v for a, v in other.items() if a.startswith(uncertainty.OF_THE_PLACE)}
        assert {a: v for a, v in one.items() if a != GAIN} == beside
    fixed = uncertainty.of_scenario(2, 1, str(path), story, (GAIN,), place)
    assert all(GAIN not in draw for draw in fixed)  # what somebody set stays


@pytest.mark.parametrize(
    ("address", "value", "said"),
    [
        ("trust.gian", "0.1", "did you mean trust.gain"),
        ("hours.protected", "2", "this is a lever"),
        (GAIN, "much", "trust.gain is not a number here"),
        (GAIN, "1e9", "mine.csv:2"),
    ],
)
def test_every_fault_of_a_file_is_told_by_its_place(tmp_path, address, value, said):
    path = tmp_path / "mine.csv"
    table([value], address).to_csv(path, index=False)
    with pytest.raises(Refused) as refused:
        own_sets.read(str(path))
    assert said in str(refused.value)


def test_a_file_that_is_not_there_is_a_fault_of_the_option_with_the_nearest(tmp_path, capsys):
    (tmp_path / "mine.csv").write_text(f"{GAIN}\n")
    wrong = str(tmp_path / "mien.csv")
    assert main(("run", "as_it_is_now", *SMALL, "--uncertainty", wrong, "--dry-run")) == 2
    told = capsys.readouterr().err
    assert "--uncertainty" in told
    assert str(tmp_path / "mine.csv") in told
    assert main(("run", "as_it_is_now", "--uncertainty", str(tmp_path / "mine.csv"))) == 2
    assert "there is no set in it" in capsys.readouterr().err


@pytest.mark.parametrize("model", ["another", None])
def test_sets_of_another_model_are_allowed_and_told(tmp_path, capsys, inside, model):
    path = tmp_path / "mine.csv"
    table(inside).to_csv(path, index=False)
    if model:
        path.with_suffix(".json").write_text(json.dumps({"model": model}))
    words = ("run", "as_it_is_now", *SMALL, "--uncertainty", str(path), "--dry-run", "--json")
    assert main(words) == 0
    told = capsys.readouterr()
    assert "of another model, or it is not said of which" in told.err
    assert json.loads(told.out)["uncertainty"] == str(path)
