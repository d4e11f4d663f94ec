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
