"""``samenspel sensitivity`` as others build on it: options, JSON, page, exit codes, resuming."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from experiments import uncertainty
from experiments.command_line import main
from experiments.sensitivity import world
from model.outcomes import OUTCOMES

PAIR = "trust.gain,hours.vacancy"


class Worth:
    """A stand-in for the model: the first number moves every outcome, the last one nothing."""

    runs = 0

    def __call__(self, plan, names):
        def evaluate(shares: np.ndarray, replicate: int) -> np.ndarray:
            self.runs += 1
            found = np.full(len(OUTCOMES), 3.0 * shares[0] + 0.5 * shares[1:-1].sum())
            found[-1] = np.nan
            return found

        return evaluate


@pytest.fixture(autouse=True)
def worth(monkeypatch: pytest.MonkeyPatch) -> Worth:
    stand_in = Worth()
    monkeypatch.setattr(world, "evaluate", stand_in)
    return stand_in


@pytest.fixture
def answered(capsys: pytest.CaptureFixture[str]):
    """Type a command with --json; its exit code and what it answers."""

    def typed(*words: str) -> tuple[int, Any]:
        code = main(["sensitivity", *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return typed


def test_a_screening_answers_for_each_outcome_and_number(answered, tmp_path: Path):
    folder = str(tmp_path / "morris")
    words = ("morris", "--trajectories", "2", "--replicates", "2", "--out", folder)
    code, told = answered(*words)
    assert (code, told["schema"], told["method"], told["complete"]) == (0, 1, "morris", True)
    assert told["size"]["runs"] == 2 * (len(uncertainty.addresses()) + 1) * 2
    assert (told["size"]["scenario"], told["size"]["residents"]) == ("defaults", 1000)
    assert [each["key"] for each in told["outcomes"]] == list(OUTCOMES)
    assert [each["key"] for each in told["outcomes"] if not each["judged"]] == [[*OUTCOMES][-1]]
    first = told["outcomes"][0]
    assert first["noise_share"] == 0.0
    assert 0.0 < first["assumed_share"] <= 1.0
    assert len(first["numbers"]) == len(uncertainty.addresses())
    assert first["numbers"][0]["key"] == told["ranking"][0]["key"] == uncertainty.addresses()[0]
    assert first["numbers"][0]["mu_star"] == pytest.approx(3.0)
    assert first["numbers"][-1]["mu_star"] == pytest.approx(0.0, abs=1e-9)


def test_the_same_command_again_runs_nothing(answered, worth: Worth, tmp_path: Path):
    words = ("morris", "--grouped", "--trajectories", "2", "--out", str(tmp_path / "kept"))
    _, first = answered(*words)
    made = worth.runs
    assert answered(*words) == (0, first)
    assert worth.runs == made
    code, told = answered("morris", "--grouped", "--seed", "2", "--out", str(tmp_path / "kept"))
    assert code == 2
    assert told["errors"][0]["where"] == "--out"
    assert told["errors"][0]["nearest"] == str(tmp_path / "kept-2")


def test_a_division_takes_the_first_numbers_of_a_screening(answered, tmp_path: Path):
    folder = str(tmp_path / "morris")
    answered("morris", "--trajectories", "2", "--out", folder)
    out = str(tmp_path / "sobol")
    code, told = answered("sobol", "--top", f"3:{folder}", "--rows", "16", "--out", out)
    assert code == 0
    numbers = [each["key"] for each in told["outcomes"][0]["numbers"]]
    assert len(numbers) == 3
    assert uncertainty.addresses()[0] in numbers
    assert sum(each["first"] for each in told["outcomes"][0]["numbers"]) == pytest.approx(
        1, abs=0.3
    )


def test_the_page_keeps_the_part_of_the_other_method(answered, tmp_path: Path):
    page = tmp_path / "sensitivity.md"
    small = ("--page", str(page), "--out")
    answered("sobol", "--numbers", PAIR, "--rows", "8", *small, str(tmp_path / "sobol"))
    answered("morris", "--trajectories", "2", *small, str(tmp_path / "morris"))
    text = page.read_text(encoding="utf-8")
    assert text.index("## Screening (Morris)") < text.index("## Variance (Sobol)")
    assert "2 paths are few" in text
    assert str(tmp_path) not in text
    runs = 2 * (len(uncertainty.addresses()) + 1) * 2
    assert f"so {runs:,} runs of 1,000 residents" in text
    answered("morris", "--trajectories", "3", *small, str(tmp_path / "morris"))
    assert "3 paths" in page.read_text(encoding="utf-8")


def test_people_get_a_table_in_their_language(capsys, tmp_path: Path):
    words = ["--trajectories", "2", "--grouped", "--out", str(tmp_path), "--outcome", "need_any"]
    assert main(["sensitivity", "morris", *words, "--language", "nl"]) == 0
    assert "wat het meest telt" in capsys.readouterr().out


def test_a_dry_run_says_how_much_it_is(answered, worth: Worth):
    code, told = answered("morris", "--trajectories", "5", "--dry-run")
    assert (code, told["blocks"], worth.runs) == (0, 5, 0)
    assert told["runs"] == 5 * (told["factors"] + 1) * 2
    assert told["seconds"] > 0


@pytest.mark.parametrize(
    ("words", "where", "nearest"),
    [
        (["moris"], "sensitivity", "morris"),
        (["morris", "--trajectories", "1"], "--trajectories", "2"),
        (["morris", "--rows", "64"], "--rows", "sobol"),
        (["sobol", "--numbers", PAIR, "--grouped"], "--grouped", "morris"),
        (["sobol", "--numbers", PAIR, "--rows", "100"], "--rows", "64"),
        (["sobol", "--numbers", "trust.gian"], "--numbers", "trust.gain"),
        (["sobol"], "--numbers", "--top 20:FOLDER"),
        (["sobol", "--top", "20:nowhere"], "--top", None),
        (["morris", "--outcome", "need_anny"], "--outcome", "need_any"),
        (["morris", "--place", "dorsnee"], "--place", "doorsnee"),
        (["morris", "--scenario", "facilitator_neighborhood"], "scenario",
         "facilitator_neighbourhood"),
        (["morris", "--residents", "3"], "--residents", "100"),
        (["morris", "--page", "page.txt"], "--page", "page.md"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_before_anything_is_run(answered, worth, words, where,
                                                               nearest):  # fmt: skip
    code, told = answered(*words)
    assert (code, worth.runs) == (2, 0)
    assert (told["errors"][0]["where"], told["errors"][0]["nearest"]) == (where, nearest)
    assert told["errors"][0]["allowed"]
