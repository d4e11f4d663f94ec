"""What ``--help`` says, in Dutch where Dutch is spoken.

Commands and options say it in English where they are declared; the Dutch stands in
``help.nl.yaml``, paragraph by paragraph, and what an audit asks stands with the audits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from typer import rich_utils

from experiments.command_line.auditing import WORDS

FILE = Path(__file__).parent / "help.nl.yaml"
SHOWN = "Show this message and exit."
_PANELS = {
    "ARGUMENTS_PANEL_TITLE": "Wat erachter staat",
    "OPTIONS_PANEL_TITLE": "Opties",
    "COMMANDS_PANEL_TITLE": "Opdrachten",
    "DEFAULT_STRING": "[gewoonlijk: {}]",
    "REQUIRED_LONG_STRING": "[moet]",
}
"""What the parser itself writes around the words, by its own name for it."""


@cache
def dutch() -> Mapping[str, str]:
    """Every paragraph in Dutch, by the English one."""
    found: dict[str, str] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    asked = {
        f"[bold]{key}[/]: {said.meaning('en')}": f"[bold]{key}[/]: {said.meaning('nl')}"
        for key, said in WORDS.items()
    }
    return found | asked


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, line ends within them as spaces."""
    return [" ".join(each.split()) for each in re.split(r"\n\s*\n", text) if each.strip()]


def translated(text: str) -> str:
    """The text in Dutch; a paragraph that nobody translated stays as it is."""
    return "\n\n".join(dutch().get(each, each) for each in paragraphs(text))


def texts(command: Any) -> Iterator[str]:
    """Every paragraph that ``--help`` of this command and those below it says, in English."""
    for part in _parts(command):
        yield from paragraphs(part.help or "")
    yield SHOWN


def _parts(command: Any) -> Iterator[Any]:
    """The command with its options, and those below it with theirs."""
    for each in _commands(command):
        yield each
        yield from (one for one in each.params if hasattr(one, "help"))


def _commands(command: Any) -> Iterator[Any]:
    """The command, and those below it, however deep."""
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from _commands(each)


@contextmanager
def in_dutch(command: Any) -> Iterator[None]:
    """Within this, ``--help`` of this command, and of those below it, is in Dutch."""
    for part in _parts(command):
        part.help = translated(part.help or "") or None
    for each in _commands(command):
        _around(each)
    english = {name: getattr(rich_utils, name) for name in _PANELS}
    try:
        _say(_PANELS)
        yield
    finally:
        _say(english)


def _say(panels: Mapping[str, str]) -> None:
    for name, said in panels.items():
        setattr(rich_utils, name, said)


def _around(command: Any) -> None:
    """The words of the parser in one command: usage, and the option for help itself."""
    usage, helping = command.get_usage, command.get_help_option
    command.options_metavar = "[OPTIES]"
    if getattr(command, "subcommand_metavar", None):
        command.subcommand_metavar = "OPDRACHT ..."

    def for_help(context: Any) -> Any:
        option = helping(context)
        if option is not None:
            option.help, option.metavar = dutch()[SHOWN], ""
        return option

    command.get_usage = lambda context: usage(context).replace("Usage:", "Gebruik:", 1)
    command.get_help_option = for_help
