"""The file with one explanation leaves out the shares that the page leaves out, and says why."""

from __future__ import annotations

import math

import numpy as np
import pytest

from experiments.explaining import groups
from experiments.front import answering, explaining
from experiments.front.chains import ENOUGH, Chain, Part, Parts
from model.outcomes import OUTCOMES

OUTCOME = "burden"
CLEAR, UNCLEAR = list(groups.groups())[:2]
RULES = groups.groups()[CLEAR].mechanisms
FAR = 10 * OUTCOMES[OUTCOME].margin
"""A difference that nobody can miss, in every pair of runs."""


def rows_of(difference: float, pairs: int, inner: int, language: str) -> dict[str, dict[str, str]]:
    """The rows of a file by what they are about; only one of two groups is clear."""
    a = np.linspace(0.1, 0.11, pairs)
    sizes = ((CLEAR, 0.9, pairs >= ENOUGH), (UNCLEAR, 0.1, False))
    parts = [Part(key, s * difference, 0.01, math.nan, clear) for key, s, clear in sizes]
    rule = Part(next(iter(RULES)), difference, 0.01, math.nan, inner >= ENOUGH)
    chain = Chain(
        difference,
        answering.pair(a, a + difference, OUTCOMES[OUTCOME].margin),
        Parts(parts, pairs, 4),
        0.0,
        0.2 * difference,
        Parts([rule], inner, 4),
    )
    rows = [
        dict(zip(explaining.HEAD, map(str, row), strict=True))
        for row in explaining._rows(chain, OUTCOME, language)
    ]
    kinds = ("difference", "without_any", "only_together", "clear", "unclear", "mechanism")
    return dict(zip(kinds, rows, strict=True))


def told(row: dict[str, str]) -> tuple[str, str]:
    """The share, and why there is none."""
    return row["share_of_difference"], row["share_left_out"]


@pytest.mark.parametrize(("language", "chance"), [("nl", "toeval"), ("en", "chance")])
def test_a_part_that_may_be_chance_has_no_share_and_says_so(language: str, chance: str):
    rows = rows_of(FAR, ENOUGH, ENOUGH, language)
    assert told(rows["difference"]) == ("1", "")
    assert told(rows["clear"]) == ("0.9", "")
    share, why = told(rows["unclear"])
    assert not share
    assert chance in why
    assert [rows[kind]["clear"] for kind in ("difference", "clear", "unclear")] == ["1", "1", "0"]


@pytest.mark.parametrize(
    ("difference", "pairs", "why"),
    [(FAR, ENOUGH - 1, "te weinig paren"), (0.0, ENOUGH, "verschil zelf is niet duidelijk")],
)
def test_of_few_pairs_or_an_unclear_difference_no_share_is_told_at_all(difference, pairs, why):
    for row in rows_of(difference, pairs, pairs, "nl").values():
        share, said = told(row)
        assert not share
        assert why in said


def test_inside_a_group_its_own_pairs_count():
    """The rules of an opened group may rest on fewer pairs than the groups do."""
    assert told(rows_of(FAR, ENOUGH, 2, "en")["mechanism"]) == ("", "too few pairs")
    assert told(rows_of(FAR, ENOUGH, ENOUGH, "en")["mechanism"]) == ("1", "")
