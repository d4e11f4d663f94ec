"""The page of the validation holds every row, misses first, and tells what a hit is worth."""

import re
from pathlib import Path

from experiments.validation import judging, kept, page
from experiments.validation.declared import RESTS, rows
from experiments.validation.found import Found
from experiments.validation.judging import HIT, MISS, Judged, Measured
from experiments.validation.kept import KeptRow
from experiments.validation.sizes import SMALL

PAGE = Path(__file__).parents[2] / "docs" / "validation.md"


def told(row, *, hit: bool) -> KeptRow:
    """What is kept of a row of which every part is a hit, or none is."""
    parts = []
    for part in row.parts:
        low = part.between[0]
        median = low if hit else low - 1.0
        parts.append(Measured(part, Found(median, median, median, 20, "pairs"), hit))
    return kept.of(Judged(row, HIT if hit else MISS, tuple(parts)), SMALL)


def all_hits() -> dict[str, KeptRow]:
    return {row.key: told(row, hit=True) for row in rows() if row.parts}


def test_misses_come_first_and_what_cannot_be_judged_last():
    some = all_hits() | {row.key: told(row, hit=False) for row in rows() if row.key == "P8a"}
    text = page.text(some)
    headings = re.findall(r"^## (.+)", text, re.MULTILINE)
    assert [each.split(" (")[0] for each in headings] == [
        "Misses", "Hits", "Not judged", "Measures that were mended",
    ]  # fmt: skip
    assert headings[0] == "Misses (1)"


def test_a_row_that_came_since_is_not_measured_yet():
    some = all_hits()
    del some["P8a"]
    assert "## Not measured yet (1)" in page.text(some)


def test_hits_are_told_apart_by_what_they_rest_on():
    judged = kept.judged(kept.read())
    split = judging.by_rest(judged, HIT)
    assert sum(split.values()) == judging.counts(judged)[HIT]
    assert split["fitted"] > 0, "a target that a number was set to reach is no test"
    text = PAGE.read_text(encoding="utf-8")
    for name, (_, said) in RESTS.items():
        assert f"| {said} | {split[name]} |" in text


def test_what_a_hit_does_not_say_is_told_too():
    text = PAGE.read_text(encoding="utf-8")
    for each in kept.judged(kept.read()):
        if each.verdict == HIT and each.row.says:
            assert each.row.says.en in text, each.row.key


def test_the_page_names_the_models_that_found_its_rows():
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"`{row.model}`" in text for row in kept.read().values())


def test_the_number_of_pairs_behind_a_direction_is_the_one_that_was_run():
    text = PAGE.read_text(encoding="utf-8")
    for each in kept.judged(kept.read()):
        for part in each.parts:
            if each.row.kind == "direction" and part.found.of == "pairs":
                number = part.found.n
                assert f"take {number} pairs" in text or f"{each.row.key} {number}" in text


def test_the_committed_page_holds_every_row_and_explains_every_miss():
    """If not: samenspel validate --full --page docs/validation.md --only KEY."""
    text = PAGE.read_text(encoding="utf-8")
    for row in rows():
        assert re.search(rf"(### {row.key}:|\| {row.key} \|)", text), row.key
    assert "has not been written yet" not in text
    assert "Not measured yet" not in text
