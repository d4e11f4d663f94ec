"""A user's mistake is told in words or in JSON, all of it at once, and never as a traceback."""

import json
from typing import Any

import pytest

from experiments.command_line import answer, main

MISTAKES: list[tuple[tuple[str, ...], str | None]] = [
    (("compre", "a", "b"), "compare"),
    (("run", "as_it_is_now", "--replicate", "3"), "--replicates"),
    (("run", "as_it_is_now", "--sed", "3"), "--seed"),
    (("run",), None),
    (("run", "as_it_is_now", "again"), None),
    (("run", "as_it_is_know"), "as_it_is_now"),
    (("run", "as_it_is_now", "--place", "overvegt"), "utrecht-overvecht"),
    (("run", "as_it_is_now", "--set", "trust.gian=0.1"), "trust.gain"),
    (("run", "as_it_is_now", "--set", "hours.protected=9"), "8"),
    (("run", "as_it_is_now", "--set", "hours.protected=0,5"), "hours.protected=0.5"),
    (("run", "as_it_is_now", "--set", "hours.protected"), None),
    (("run", "as_it_is_now", "--set", "spending.on_team_hours=1"), "spending.on_facilitation=0"),
    (("run", "as_it_is_now", "--replicates", "0"), "1"),
    (("run", "as_it_is_now", "--years", "soon"), None),
    (("run", "as_it_is_now", "--years", "banana"), None),
    (("run", "as_it_is_now", "--years", "40"), "10"),
    (("run", "as_it_is_now", "--set", "trust.gain=nan"), None),
    (("run", "as_it_is_now", "--window", "banana"), None),
    (("run", "as_it_is_now", "--place", "amsterdam"), None),
    (("run", "as_it_is_now", "--place", "Heerenveen"), None),
    (("run", "as_it_is_now", "--seed", "-4"), "0"),
    (("run", "as_it_is_now", "--by", "payr"), "payer"),
    (("run", "as_it_is_now", "--by", "age"), None),
    (("run", "as_it_is_now", "--uncertainty", "prior"), "priors"),
    (("run", "as_it_is_now", "--without", "staffing"), None),
    (("run", "as_it_is_now", "--without", "trsut"), "trust"),
    (("run", "as_it_is_now", "--window", "late=100:300"), "late=100:208"),
    (("run", "as_it_is_now", "--window", "final=0:52"), None),
    (("run", "as_it_is_now", "--out", "runs.xlsx"), "runs.csv"),
    (("audit", "nul_world"), "null_world"),
    (("levers", "--role", "levr"), "lever"),
    (("app", "--port", "80"), "1024"),
    (("places", "--language", "dutch"), None),
]


@pytest.mark.parametrize(("words", "nearest"), MISTAKES, ids=lambda each: " ".join(each or "-"))
def test_a_mistake_is_answered_with_the_nearest_right_word(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], nearest: str | None
):
    if words[0] != "app":
        assert main([*words, "--json"]) == 2
        told: Any = json.loads(capsys.readouterr().out)
        (fault,) = told["errors"]
        assert fault.keys() == {"where", "value", "allowed", "nearest"}
        assert fault["nearest"] == nearest
        assert fault["where"]
        assert fault["allowed"]
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert nearest is None or nearest in captured.err


@pytest.mark.parametrize(
    ("words", "near", "listing"),
    [
        (("run", "facilitator_neigbourhood"), "facilitator_neighbourhood", "samenspel scenarios"),
        (("run", "as_it_is_now", "--set", "trust.gian=1"), "trust.gain", "samenspel levers"),
        (("run", "as_it_is_now", "--place", "overvegt"), "utrecht-overvecht", "samenspel places"),
        (("run", "as_it_is_now", "--without", "trsut"), "trust", "samenspel levers"),
        (("explain", "as_it_is_now", "as_it_is_now", "--outcome", "one_plam"), "one_plan",
         "samenspel outcomes"),
        (("run", "as_it_is_now", "--replicate", "3"), "--replicates", "samenspel run --help"),
    ],
    ids=lambda each: each[-1] if isinstance(each, tuple) else "",
)  # fmt: skip
def test_of_many_words_only_the_nearest_few_are_told_and_where_all_are_listed(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], near: str, listing: str
):
    for language in ("en", "nl"):
        assert main([*words, "--language", language]) == 2
        told = capsys.readouterr().err
        allowed = told.splitlines()[-1]
        assert near in allowed
        assert listing in allowed
        assert len(allowed.split(",")) <= 4


def test_the_language_may_stand_before_the_command_and_the_last_one_counts(
    capsys: pytest.CaptureFixture[str],
):
    assert main(["--language", "nl", "run", "as_it_is_know"]) == 2
    assert "bedoel je as_it_is_now?" in capsys.readouterr().err
    assert main(["--language=nl", "scenarios"]) == 0
    assert "Zoals het nu gaat" in capsys.readouterr().out
    assert main(["--language", "nl", "scenarios", "--language", "en"]) == 0
    assert "As it is now" in capsys.readouterr().out
    assert main(["--language", "dutch", "scenarios"]) == 2


@pytest.mark.parametrize("early", [("--place", "doorsnee"), ("--years=2",), ("--json",)])
def test_an_option_before_its_command_is_told_where_it_goes(
    capsys: pytest.CaptureFixture[str], early: tuple[str, ...]
):
    assert main([*early, "run", "as_it_is_now"]) == 2
    captured = capsys.readouterr()
    name = early[0].partition("=")[0]
    assert f"after the command, as in samenspel run SCENARIO {name}" in captured.out + captured.err


def test_all_mistakes_are_told_at_once(capsys: pytest.CaptureFixture[str]):
    words = ["compare", "more_team_huors", "nowhere.yaml", "--set", "trust.gian=1", "--json",
             "--place", "overvegt", "--by", "payr", "--seed", "x", "--years", "20"]  # fmt: skip
    assert main(words) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == 1
    assert len(told["errors"]) == 7


def test_mistakes_are_told_in_dutch_when_asked(capsys: pytest.CaptureFixture[str]):
    words = ["run", "as_it_is_now", "--set", "hours.protected=9", "--by", "payr"]
    assert main([*words, "--language", "nl"]) == 2
    told = capsys.readouterr().err
    assert "Dit kan zo niet" in told
    assert "bedoel je payer?" in told
    assert "did you mean" not in told
    assert main([*words, "--language=nl", "--json"]) == 2
    in_dutch = capsys.readouterr().out
    main([*words, "--json"])
    assert capsys.readouterr().out == in_dutch


def test_what_goes_wrong_with_us_is_ours(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a rule broke")

    monkeypatch.setattr(answer, "make", broken)
    assert main(["run", "as_it_is_now", "--json"]) == 1
    captured = capsys.readouterr()
    assert "a rule broke" in json.loads(captured.out)["errors"][0]["value"]
    assert "not yours" in captured.err


@pytest.mark.parametrize(
    "words",
    [(), ("--help",), *((c, "--help") for c in ("run", "compare", "audit", "app", "levers"))],
    ids=" ".join,
)
def test_help_is_there_for_every_command(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
):
    assert main(words) == 0
    assert "Usage: samenspel" in capsys.readouterr().out
