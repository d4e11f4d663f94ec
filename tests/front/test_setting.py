"""Every file about a question says which levers were moved and which prices were changed."""

from __future__ import annotations

import pytest

from experiments.front import boarding, chains, explaining
from experiments.front.shapes import Question, Side

USED = "spending.on_facilitation"
PRICE = "spending.price_mental"
ASKED = Question(
    "doorsnee",
    Side("as_it_is_now"),
    Side("facilitator_neighbourhood", ((USED, 0.25),)),
    runs=4,
    seed=7,
    prices=((PRICE, 123.5),),
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_files_of_why_and_of_the_boards_name_levers_and_prices(language: str):
    why = explaining.table(chains.Snapshot(ASKED, "running", None, 0, 0), "burden", "1", language)
    boards = boarding.table(boarding.Snapshot(ASKED, "running", None, 0, 0), "1", language)
    for text in (why, boards):
        told = text.splitlines()
        assert f"# B: {USED}=0.25" in told
        assert any(f"{PRICE}=123.5" in line for line in told)
        assert not any(line.startswith(f"# A: {USED}") for line in told)
        assert any("doorsnee" in line for line in told)
