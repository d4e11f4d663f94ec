"""The rows of the validation: complete, readable in both languages, and all able to be judged."""

import inspect
import re
from collections import Counter

import pytest
from pydantic import ValidationError

from experiments.validation import judging
from experiments.validation.declared import KINDS, Part, Row, Words, chosen, names, rows, worlds
from experiments.validation.runs import Runs
from experiments.validation.sizes import SMALL
from model.declarations import Status
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library

PATTERNS = (
    5, 7, 8, 9, 10, 11, 12, 13, 16, 18, 19, 21, 23, 24, 26, 27, 29, 30, 31, 32, 33, 34, 35, 36, 37,
    39, 40, 41, 42,
)  # fmt: skip
"""Numbers have gaps on purpose."""
EXACT = range(1, 13)
DIRECTIONS = (1, 3, 4, 5, 7, 8, 9, 10, 11, 13, 14)
DUTCH = (3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17)


def families(kind: str) -> set[str]:
    return {match[0] for row in rows() if (match := re.match(r"[A-Z]\d+", row.key)) and
            row.kind == kind}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "letter", "numbers"),
    [("pattern", "P", PATTERNS), ("exact", "A", EXACT), ("direction", "B", DIRECTIONS),
     ("dutch", "C", DUTCH)],
)  # fmt: skip
def test_every_pattern_and_outside_test_has_a_row(kind: str, letter: str, numbers):
    assert {f"{letter}{number}" for number in numbers} <= families(kind)


def test_a_row_for_which_a_number_was_set_does_not_pass_for_a_test_by_silence():
    """Where a number in the model names the evidence of a row, the row says what a hit rests on."""
    for row in rows():
        named = set(re.findall(r"[A-Z]\d\d", row.source))
        set_by = [
            address
            for address, each in ADDRESSES.items()
            if named & set(each.basis.evidence)
            and each.basis.status in (Status.FITTED, Status.MEASURED)
        ]
        assert not (row.parts and set_by) or row.rests, f"{row.key}: {set_by}"


def test_every_key_is_used_once_and_every_kind_has_rows():
    assert not [key for key, count in Counter(row.key for row in rows()).items() if count > 1]
    assert {row.kind for row in rows()} == set(KINDS)


def test_every_part_names_a_measure_with_the_arguments_it_takes():
    for row in rows():
        for part in row.parts:
            inspect.signature(judging.MEASURES[part.measure]).bind(None, **part.given)


def test_every_world_outcome_and_scenario_in_a_row_is_there():
    for world in worlds().values():
        library.resolve(library.load(world.scenario), world.set)
    for row in rows():
        for part in row.parts:
            named = [part.given.get(word) for word in ("world", "a", "b")]
            named += part.given.get("worlds", [])
            assert {world for world in named if world} <= set(worlds()), row.key
            for word in ("outcome", "first", "second", "top", "bottom"):
                assert part.given.get(word, "burden") in OUTCOMES, row.key


def test_every_world_is_read_by_a_row():
    told = " ".join(str(part.given) for row in rows() for part in row.parts)
    unread = [name for name in worlds() if f"'{name}'" not in told]
    assert not unread


def test_words_end_without_a_full_stop_and_differ_between_languages():
    """Paragraphs on misses are the exception: they are sentences."""
    for row in rows():
        said = [row.expect, *(part.what for part in row.parts)]
        said += [words for words in (row.reason, row.changed) if words]
        for words in said:
            assert not any(each.endswith(".") for each in (words.nl, words.en)), row.key
        if row.says:
            assert all(each.endswith(".") for each in (row.says.nl, row.says.en)), row.key


def test_a_row_is_judged_or_says_why_not():
    words = Words(nl="iets", en="something")
    part = Part(what=words, measure="level", between=(0, 1))
    with pytest.raises(ValidationError, match="parts, or a reason"):
        Row(key="X1", kind="pattern", source="nobody", expect=words)
    with pytest.raises(ValidationError, match="needs nothing more"):
        Row(key="X1", kind="pattern", source="nobody", expect=words, parts=(part,), needs=("M1",))
    with pytest.raises(ValidationError, match="must not exceed"):
        Part(what=words, measure="level", between=(2, 1))


def test_a_key_without_its_letter_chooses_the_whole_family():
    assert [row.key for row in chosen(["P5"])] == ["P5a", "P5b"]
    assert [row.key for row in chosen(["A4", "P5b"])] == ["P5b", "A4"]
    assert {"P5", "P5a", "A4"} <= set(names())


def test_what_is_missing_can_come_and_a_row_says_when_it_has():
    needs = rows()[0].model_copy(update={"parts": (), "needs": ("M4",)})
    later = rows()[0].model_copy(update={"parts": (), "needs": ("M4", "M99")})
    judged = judging.judge([needs, later], Runs(SMALL))
    assert [each.ready for each in judged] == [True, False]
    assert {each.verdict for each in judged} == {judging.NOT_JUDGED}
