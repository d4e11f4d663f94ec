"""The pages in docs/ that are made from the code; the fit is left out, because it is slow."""

import re

import pytest

from experiments import pages
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.places import PLACES


@pytest.mark.parametrize("name", pages.PAGES)
def test_a_page_says_what_the_code_says(name: str):
    """If not: make pages."""
    assert (pages.DOCS / name).read_text(encoding="utf-8") == pages.PAGES[name]()


def test_a_check_finds_a_page_that_is_missing_or_old(tmp_path):
    for name, make in pages.PAGES.items():
        (tmp_path / name).write_text(make(), encoding="utf-8")
    assert pages.outdated(tmp_path) == []
    (tmp_path / "rules.md").write_text("Something else.\n", encoding="utf-8")
    (tmp_path / "places.md").unlink()
    assert pages.outdated(tmp_path) == ["rules.md", "places.md"]


def test_pages_leave_nothing_out():
    for name, keys in (
        ("parameters.md", ADDRESSES), ("outcomes.md", OUTCOMES), ("places.md", PLACES),
    ):  # fmt: skip
        rows = re.findall(r"^\| `([^`]+)`", pages.PAGES[name](), re.MULTILINE)
        assert rows == list(keys), name


def test_every_row_of_a_table_is_as_wide_as_its_head():
    for name, make in pages.PAGES.items():
        for block in re.findall(r"(?:^\|.*\n)+", make(), re.MULTILINE):
            widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
            assert len(widths) == 1, f"{name}: {block[:200]}"
