"""The command ``questions``: what it answers, and what it refuses."""

import json
from typing import Any

import pytest

from experiments.command_line import main

SMALL = ("--residents", "300", "--years", "1", "--replicates", "2")
TWO = ("--question", "1,5", "--outcome", "one_plan,hours_meeting")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    def typed(*words: str) -> tuple[int, str]:
        code = main(("questions", *words))
        return code, capsys.readouterr().out

    return typed


@pytest.fixture
def answered(said):
    def typed(*words: str, code: int = 0) -> Any:
        left, out = said(*words, "--json")
        assert left == code, out
        return json.loads(out, parse_constant=lambda word: pytest.fail(f"{word} in the JSON"))

    return typed


def test_two_questions_alone_together_and_against_their_sum(answered):
    data = answered(*SMALL, *TWO, "--pairs")
    assert data["schema"] == 1
    assert data["runs"] == 4 * 2
    (place,) = data["places"]
    assert place["outcomes"].keys() == {"one_plan", "hours_meeting"}
    told = place["outcomes"]["one_plan"]
    assert {row["question"][:11] for row in told["alone"]} == {"question_01", "question_05"}
    assert told["together"]["n"] == 2
    assert len(told["pairs"]) == 1
    assert told["pairs"][0]["shared"] == []
    assert place["outcomes"]["hours_meeting"]["first"] == {"alone": None, "last": None}
    assert all(row["times_better"] is None for row in place["outcomes"]["hours_meeting"]["alone"])


def test_the_table_says_which_binds_first_in_both_languages(said):
    for language, words in (("en", "Which binds first?"), ("nl", "Wat knelt het eerst?")):
        code, out = said(*SMALL, *TWO, "--language", language)
        assert code == 0
        assert words in out


def test_what_would_be_run_is_told_without_running_it(answered, said):
    data = answered("--dry-run", "--pairs", "--replicates", "3")
    assert data["dry_run"] is True
    assert data["runs"] == 67 * 3
    assert len(data["questions"]) == 10
    assert "places" not in data
    assert said("--dry-run")[0] == 0


def test_as_usual_the_last_year_is_looked_at_and_all_of_it_is_paid(answered, capsys):
    assert answered("--dry-run")["window"] == {"name": "final", "weeks": [104, 156]}
    assert capsys.readouterr().err == "", "question 6 has its money until week 156"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--years", "4"), "final (156:208) goes on after the extra money, which ends for "
         "question_06_task_and_responsibility: in week 156, before the window begins."),
        (("--years", "4", "--window", "late=130:208", "--over", "late"), "in week 156, within"),
        (("--years", "4", "--set", "spending.end=104"), "in week 104, before the window begins"),
        (("--years", "4", "--language", "nl"), "Let op: venster final"),
    ],
    ids=("after", "within", "set", "nl"),
)  # fmt: skip
def test_who_looks_past_the_money_is_warned_once(capsys, words: tuple[str, ...], said: str):
    assert main(("questions", "--dry-run", "--json", *words)) == 0
    captured = capsys.readouterr()
    json.loads(captured.out)
    (line,) = captured.err.splitlines()
    assert said in line


def test_packages_without_extra_money_give_no_warning(capsys):
    assert main(("questions", "--dry-run", "--question", "1,5", "--years", "4")) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("--question", "11"),
        ("--question", "3"),
        ("--outcome", "happiness"),
        ("--over", "never"),
        ("--set", "hours.protected=2"),
        ("--place", "nowhere-at-all"),
    ],
    ids=lambda words: words[0],
)
def test_what_cannot_be_is_refused_with_exit_code_2(answered, words):
    faults = answered(*words, code=2)["errors"]
    assert len(faults) == 1
