"""The page of the validation holds every row, misses first, and a miss is explained."""

import re
from pathlib import Path

from experiments.validation import page
from experiments.validation.declared import rows
from experiments.validation.found import Found
from experiments.validation.judging import HIT, MISS, NOT_JUDGED, Judged, Measured
from experiments.validation.sizes import SMALL

PAGE = Path(__file__).parents[2] / "docs" / "validation.md"
FOUND = Found(0.5, 0.4, 0.6, 20, "runs")


def told(*verdicts: str) -> list[Judged]:
    """The first rows that have parts, with these verdicts."""
    some = [row for row in rows() if row.parts][: len(verdicts)]
    return [
        Judged(row, verdict, tuple(Measured(part, FOUND, verdict == HIT) for part in row.parts))
        for row, verdict in zip(some, verdicts, strict=True)
    ]


def test_misses_come_first_and_what_cannot_be_judged_last():
    waiting = Judged(next(row for row in rows() if not row.parts), NOT_JUDGED)
    text = page.text([*told(HIT, MISS), waiting], SMALL)
    headings = re.findall(r"^## (\w+)", text, re.MULTILINE)
    assert headings == ["Misses", "Hits", "Not", "Measures"]


def test_the_committed_page_holds_every_row_and_explains_every_miss():
    """If not: samenspel validate --full --page docs/validation.md."""
    text = PAGE.read_text(encoding="utf-8")
    for row in rows():
        assert re.search(rf"(### {row.key}:|\| {row.key} \|)", text), row.key
    assert "has not been written yet" not in text
