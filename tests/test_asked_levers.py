"""The page of levers that were asked for says of each where it is, and of what kind."""

import re
from pathlib import Path

import pytest

from model.parameters import ADDRESSES

PAGE = Path(__file__).parents[1] / "docs" / "levers.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| (\d+|\+) \|", line)
]
ROLES = {"lever": "lever", "uncertain": "uncertainty", "setting": "setting"}


def test_all_forty_stand_on_the_page():
    assert {row[0] for row in ROWS} == {str(number) for number in range(1, 41)} | {"+"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_what_is_named_exists_and_is_of_that_kind(row):
    _, _, where, kind, lacking = row
    named = re.findall(r"`([a-z_]+\.[a-z_]+)`", where)
    assert named or not kind
    for address in named:
        assert ADDRESSES[address].role == ROLES[kind], address
    for address in re.findall(r"`([a-z_]+\.[a-z_]+)`", lacking):
        assert address in ADDRESSES
