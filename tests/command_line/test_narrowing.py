"""Lists can be made shorter, in either language, and keep whole what is to be typed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from experiments.command_line import registries, shown
from experiments.command_line.entry import main
from experiments.command_line.narrowing import Narrowed
from scenarios.faults import Refused

ROWS = registries.outcomes()
Said = pytest.CaptureFixture[str]


def keys(capsys: Said, *words: str) -> list[str]:
    assert main([*words, "--json"]) == 0
    return [row["key"] for row in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("levers", "hours"), "hours."),
        (("levers", "--family", "hours"), "hours."),
        (("levers", "administratiedruk"), "hours.admin"),
        (("levers", "ADMINISTRATION", "hours"), "hours.admin"),
        (("scenarios", "--family", "tip"), "tips_none"),
        (("scenarios", "budget"), "neighbourhood_budget"),
        (("outcomes", "--family", "money"), "cost_"),
        (("outcomes", "eenzaam"), "strongly_lonely"),
        (("places", "akkrum"), "heerenveen-akkrum"),
        (("places", "--family", "Soest"), "soest-"),
    ],
)
def test_a_list_is_narrowed_by_words_in_both_languages_and_by_family(
    capsys: Said, words: tuple[str, ...], first: str
):
    every, found = keys(capsys, words[0]), keys(capsys, *words)
    assert found[0].startswith(first)
    assert 0 < len(found) < len(every) / 2
    assert set(found) <= set(every)


def test_a_dutch_table_writes_numbers_as_dutch_does_and_machines_get_points(capsys: Said):
    assert main(["levers", "hours.protected", "pockets.pooled", "--language", "nl"]) == 2
    capsys.readouterr()
    for language, written in (("nl", "0,37"), ("en", "0.37")):
        assert main(["levers", "hours.admin", "--language", language]) == 0
        assert written in capsys.readouterr().out.split()
    assert main(["levers", "hours.admin", "--language", "nl", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["default"] == 0.37


def test_in_dutch_an_option_takes_a_number_as_the_table_shows_it(capsys: Said):
    words = ["run", "as_it_is_now", "--set", "hours.protected=1,5", "--dry-run"]
    assert main([*words, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["nearest"] == "hours.protected=1.5"
    assert main([*words, "--language", "nl", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["sides"]["a"]["settings"]
    assert next(row["value"] for row in told if row["key"] == "hours.protected") == 1.5


@pytest.mark.parametrize(
    ("place", "offered"),
    [
        ("atlantis", "samenspel places WORD looks for one"),
        ("soesst", "samenspel places --family Soest"),
        ("Heerenven", "samenspel places --family Heerenveen"),
        ("akrum", "such as heerenveen-akkrum"),
    ],
)
def test_a_place_that_is_not_there_is_answered_with_how_to_find_one(
    capsys: Said, place: str, offered: str
):
    assert main(["run", "as_it_is_now", "--place", place, "--json"]) == 2
    fault = json.loads(capsys.readouterr().out)["errors"][0]
    assert offered in fault["allowed"]
    assert (fault["nearest"] is None) == (place != "akrum")


def test_what_has_the_word_in_its_address_stands_first(capsys: Said):
    found = ["hours" in key for key in keys(capsys, "levers", "hours")]
    assert found == sorted(found, reverse=True)
    assert not all(found)


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (("levers", "administratoin"), "administration"),
        (("levers", "hours", "protekted"), "protected"),
        (("levers", "--family", "hour"), "hours"),
        (("scenarios", "--family", "tipp"), "tip"),
        (("outcomes", "eenzam"), "eenzaam"),
        (("places", "overvegt"), "overvecht"),
    ],
)
def test_a_word_that_finds_nothing_is_met_with_the_nearest_that_does(
    capsys: Said, words: tuple[str, ...], nearest: str
):
    assert main([*words, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["nearest"] == nearest
    assert main([*words, "--language", "nl"]) == 2
    assert f"bedoel je {nearest}?" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["atlantis", "qwzx", "klimaatneutraal"])
@pytest.mark.parametrize("command", ["levers", "scenarios", "outcomes", "places"])
def test_nothing_far_off_is_offered(capsys: Said, command: str, word: str):
    assert main([command, word, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["nearest"] is None


@given(st.lists(st.text("abcdeiou ", min_size=1, max_size=3), max_size=3))
def test_what_is_found_has_every_word_and_nothing_else_has(words: list[str]):
    rows = ROWS

    def has_all(row: registries.Row) -> bool:
        texts = [row["key"], row["family"], *row["name"].values(), *row["meaning"].values()]
        return all(any(word in text.casefold() for text in texts) for word in words)

    try:
        found = Narrowed("outcomes", words).of(rows, lambda row: [row["family"]])
    except Refused:
        found = []
    assert sorted(row["key"] for row in found) == sorted(r["key"] for r in rows if has_all(r))


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("command", ["levers", "scenarios", "outcomes", "places"])
def test_no_word_is_broken_however_narrow_the_screen(
    capsys: Said, monkeypatch: pytest.MonkeyPatch, command: str, width: int
):
    monkeypatch.setattr(shown, "console", lambda: Console(width=width, highlight=False))
    assert main([command]) == 0
    out = capsys.readouterr().out
    found = set(out.split())
    assert {row["key"] for row in getattr(registries, command)()} <= found
    if command == "outcomes":
        told = {w for row in registries.outcomes() for w in row["name"]["en"].split()}
        assert told <= {re.sub(r":$", "", word) for word in found}
