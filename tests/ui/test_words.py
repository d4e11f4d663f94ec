"""The sentences of the interface."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from ui import words

FORBIDDEN = {
    "nl": r"\b(voorspelt|zal|zullen|bewijst|optimaal|optimale|beste)\b",
    "en": r"\b(predicts|will|proves|optimal|best)\b",
}


def places(text: str) -> set[str]:
    """The open places in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences_with_the_same_open_places():
    dutch, english = (words.sentences(language) for language in words.LANGUAGES)
    assert dutch.keys() == english.keys()
    assert [key for key in dutch if places(dutch[key]) != places(english[key])] == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_sentence_claims_more_than_a_model_can(language):
    found = {
        key: text
        for key, text in words.sentences(language).items()
        if re.search(FORBIDDEN[language], text, re.IGNORECASE)
    }
    assert found == {}


def test_a_name_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="stands twice under line 2: more"):
        words.load("lever:\n  more: Meer\n  more: Alle knoppen\n")


def test_the_button_for_more_is_not_the_one_for_all_levers():
    for language in words.LANGUAGES:
        assert words.say("lever.more", language) != words.say("lever.all", language)


def test_every_sentence_is_used_and_every_used_sentence_exists():
    code = "".join(path.read_text() for path in Path(words.FOLDER).parent.rglob("*.py"))
    asked = set(re.findall(r'words\.say\(\s*"([\w.]+)"', code))
    assert asked - words.sentences("nl").keys() == set()


@pytest.mark.parametrize(
    ("value", "digits", "dutch", "english"),
    [(1234.5, 1, "1.234,5", "1,234.5"), (-0.001, 1, "0,0", "0.0"), (-12, 0, "−12", "−12")],
)
def test_numbers_are_written_as_people_write_them(value, digits, dutch, english):
    assert words.number(value, "nl", digits) == dutch
    assert words.number(value, "en", digits) == english


@pytest.mark.parametrize(
    ("value", "dutch"),
    [(150_000, "150.000"), (1_500, "1.500"), (300, "300"), (1.1, "1,1"), (9.0, "9"), (0.5, "0,5"),
     (0.000012, "0,000012"), (0, "0"), (-0.25, "−0,25")],
)  # fmt: skip
def test_a_large_number_has_no_decimals_and_a_small_one_those_it_needs(value, dutch):
    assert words.fine(value, "nl") == dutch
