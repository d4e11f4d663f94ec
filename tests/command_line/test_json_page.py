"""The page that explains the JSON names every key that there is, and no other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from experiments.command_line import main

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
SMALL = ("--residents", "200", "--replicates", "2", "--years", "1", "--json")
NAMES_ONLY = {"place_data", "note", "set", "extra_money", "facts_drawn", "settings"}
BY_NAME = {"outcomes", "windows", "groups"} | NAMES_ONLY
"""Objects whose keys are names of something else: outcomes, windows, groups, facts, sides."""


def keys(data: Any) -> set[str]:
    """All keys, however deep, but names of outcomes, windows and groups themselves."""
    if isinstance(data, list):
        return set().union(*(keys(each) for each in data)) if data else set()
    if not isinstance(data, dict):
        return set()
    found = set(data)
    for key, value in data.items():
        named = key in BY_NAME and isinstance(value, dict)
        if named and key in NAMES_ONLY:
            continue
        found |= set().union(*map(keys, value.values())) if named else keys(value)
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("run", "as_it_is_now", "--values", "--by", "disadvantage"),
        ("compare", "as_it_is_now", "facilitator_split", "--uncertainty", "priors"),
        ("compare", "as_it_is_now", "facilitator_split", "--check", "--timing"),
        ("compare", "as_it_is_now", "facilitator_split", "--dry-run"),
    ],
)
def test_every_key_is_explained(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    assert main((*words, *SMALL)) == 0
    answer = json.loads(capsys.readouterr().out)
    answer["facts_drawn"] = {}  # named by place in one, a list of facts in the other
    explained = set(re.findall(r"`(\w+)`", PAGE)) | set(re.findall(r'"(\w+)":', PAGE))
    assert keys(answer) - explained == set()
