"""Help in Dutch for whoever speaks it; nothing heavy is loaded to give it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from experiments.command_line import entry, helping
from experiments.command_line.calibrate_to import application
from experiments.command_line.entry import main

ROOT = Path(__file__).parents[2]
COMMAND = typer.main.get_command(application)
COMMANDS = sorted(COMMAND.commands)
HEAVY = ("numba", "scipy", "pandas", "mesa", "solara")


def test_every_text_of_help_has_dutch_words_and_no_dutch_is_left_over():
    assert set(helping.texts(COMMAND)) == set(helping.dutch())
    same = [text for text, dutch in helping.dutch().items() if text == dutch]
    assert same == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_dutch_when_asked_and_english_again_afterwards(
    capsys: pytest.CaptureFixture[str], command: str
):
    words = [command] if command else []
    assert main([*words, "--help"]) == 0
    english = capsys.readouterr().out
    assert main([*words, "--help", "--language", "nl"]) == 0
    dutch = capsys.readouterr().out
    assert "Gebruik: samenspel" in dutch
    assert "Opties" in dutch
    assert "Usage" not in dutch
    assert "Options" not in dutch
    assert main([*words, "--help"]) == 0
    assert capsys.readouterr().out == english
    assert "Usage: samenspel" in english


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "nlx_NL"}, "en"),
        ({}, "en"),
    ],
)
def test_a_dutch_terminal_is_answered_in_dutch(
    monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], language: str
):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert entry._of_the_machine() == language


def loaded_by(*words: str) -> set[str]:
    """What a process of its own has loaded after it did this."""
    work = (
        "import sys; from experiments.command_line import main; sys.argv[1:] = "
        f"{list(words)!r}; code = main(); print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", work], capture_output=True, text=True, env=surroundings, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "words", [("--help",), ("compare", "--help", "--language", "nl"), ("places",), ("outcomes",)]
)
def test_help_and_lists_of_what_needs_no_rules_load_nothing_heavy(words: tuple[str, ...]):
    assert loaded_by(*words).isdisjoint(HEAVY)


@pytest.mark.parametrize("words", [("levers",), ("scenarios",)])
def test_lists_of_numbers_load_no_more_than_the_rules_themselves(words: tuple[str, ...]):
    loaded = loaded_by(*words)
    assert loaded.isdisjoint(("scipy.stats", "pandas", "mesa", "solara", "model.week"))
    assert "numba.np.arraymath" not in loaded  # the compiler wakes up only where it is to work
