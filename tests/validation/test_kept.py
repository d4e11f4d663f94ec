"""What was found is kept by row, and stands as it was judged until it is measured anew."""

import json

import pytest

from experiments.validation import kept
from experiments.validation.declared import Part, Row, Words
from experiments.validation.found import Found
from experiments.validation.judging import HIT, MISS, Judged, Measured
from experiments.validation.report import seen
from experiments.validation.sizes import SMALL
from model.compiling import workings

WORDS = Words(nl="iets", en="something")
PART = Part(what=WORDS, measure="level", given={"world": "now"}, between=(2.2, 3.4))


def row(*parts: Part) -> Row:
    return Row(key="P8a", kind="pattern", source="nobody", expect=WORDS, parts=parts)


def found(median: float, part: Part = PART, of: str = "runs") -> Measured:
    low, high = part.between
    return Measured(part, Found(median, median, median, 6, of), low <= median <= high)


def test_what_is_kept_comes_back_as_it_was_judged(tmp_path):
    open_end = Part(what=WORDS, measure="level", between=(1, float("inf")))
    one = row(PART, open_end)
    judged = Judged(one, MISS, (found(2.1961), found(9.0, open_end)))
    kept.write(tmp_path / "reports" / "page.json", {"P8a": kept.of(judged, SMALL)})
    again = kept.read(tmp_path / "reports" / "page.json")["P8a"]
    assert again.model == workings()
    assert again.size["runs"] == SMALL.runs
    assert str(again.judged(one)) == str(judged)


def test_a_range_that_was_mended_judges_what_was_kept_anew():
    then = kept.of(Judged(row(PART), MISS, (found(2.1961),)), SMALL)
    wider = row(PART.model_copy(update={"between": (2.0, 3.4)}))
    now = then.judged(wider)
    assert now is not None
    assert now.verdict == HIT


def test_another_measure_is_not_judged_by_what_was_kept():
    then = kept.of(Judged(row(PART), MISS, (found(2.1961),)), SMALL)
    assert then.judged(row(PART, PART)) is None
    assert then.judged(row(PART.model_copy(update={"given": {"world": "policy"}}))) is None


def test_rounding_never_shows_a_miss_as_a_hit():
    assert seen(found(2.1961)) == "2.196, 6 runs"
    assert seen(found(2.1961), "nl") == "2,196, 6 doorrekeningen"
    assert seen(found(2.5)) == "2.5, 6 runs"
    three_digits = Measured(PART, Found(2.2, 2.2, 2.2, 6, "runs"), hit=False)
    assert seen(three_digits) == "2.2 (just outside), 6 runs"


def test_a_file_that_holds_something_else_is_refused(tmp_path):
    file = tmp_path / "page.json"
    file.write_text(json.dumps({"rows": {"P8a": {"model": 3}}}), encoding="utf-8")
    with pytest.raises(ValueError, match="validation error"):
        kept.read(file)


def test_there_is_nothing_where_nothing_was_kept(tmp_path):
    assert kept.read(tmp_path / "none.json") == {}
