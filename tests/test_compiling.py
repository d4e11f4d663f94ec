"""When results of an earlier model may still be used."""

from __future__ import annotations

import pytest

from model.compiling import without_words

RULE = """
def rate(x):
    "How fast."
    return 2.0 * x

pace: float = uncertainty(1.0, RATE, between=(0, 2), nl="Tempo", basis=assumed("a guess"))
"""


@pytest.mark.parametrize(
    ("old", "new"), [("How fast.", "Its pace."), ('"Tempo"', '"Vaart"'), ("a guess", "my guess")]
)
def test_better_words_leave_what_was_made_with_this_model_valid(old, new):
    assert old in RULE
    assert without_words(RULE.replace(old, new)) == without_words(RULE)


@pytest.mark.parametrize(
    ("old", "new"),
    [("2.0", "2.1"), ("0, 2", "0, 3"), ("assumed(", "fitted("), ("RATE", "WEEK")],
)
def test_another_number_or_basis_is_another_model(old, new):
    assert old in RULE
    assert without_words(RULE.replace(old, new)) != without_words(RULE)
