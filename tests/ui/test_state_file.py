"""A setting as a file and as a link: what comes back is what was saved, and rubbish is refused.

Rubbish is made in many kinds and numbers: whatever is tried, there is one clear message, and what
opens is a page that levers could have led to.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.fake import FakeProvider
from tests.ui.test_memory import questions
from ui import words
from ui.link import link, read_link
from ui.memory import turn
from ui.state_file import LONGEST, Unreadable, search_of, written

FAKE = FakeProvider()
START = FAKE.start()
WHOLE = link(START, "nl", FAKE.version)
HOSTILE = (
    *(
        "<script>alert(1)</script>",
        "javascript:alert(1)",
        "'; DROP TABLE x; --",
        "${7*7}",
        "{{7*7}}",
    ),
    *(
        "{0.__class__.__mro__}",
        "__import__('os').system('true')",
        "../../etc/passwd",
        "%00",
        "\x00",
    ),
    *("\u202egnp.exe", "\ud83d\ude00" * 9, "A" * 3000, "nan", "inf", "-inf", "1e999", "-1e999"),
    *("0x10", "1_000", "١٢", "1,5", "--1", "", " ", "null", "None", "True", "[]", "{}"),
)
PLACES = (
    *("place", "a", "b", "window", "runs", "seed", "lang", "charts"),
    *("b.fake.hours", "a.fake.seat", "price.fake.price", "b.fake.none", "c", "b."),
)


def malformed() -> list[str]:
    """Two hundred links in which something is wrong, always the same ones."""
    luck = random.Random(1)
    every = [(name, text) for name in PLACES for text in HOSTILE]
    harmless = {("charts", ""), ("charts", " ")}
    chosen = [each for each in luck.sample(every, len(every)) if each not in harmless]
    broken = [urlencode({name: readable(text)}) for name, text in chosen]
    cut = [WHOLE[:at] + quote("\x00<") for at in range(20, len(WHOLE) - 12, 4)][:20]
    return [*cut, *dict.fromkeys(broken)][:200]


def readable(text: str) -> str:
    """The text as an address can hold it: two halves of one letter made whole."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16")


MALFORMED = malformed()


def test_there_are_two_hundred_malformed_links():
    assert len(MALFORMED) == len(set(MALFORMED)) == 200


@pytest.mark.parametrize("number", range(200))
def test_each_malformed_link_gets_one_clear_message_and_a_page_that_exists(number):
    language, question, notices = read_link(MALFORMED[number], FAKE)
    assert notices, MALFORMED[number]
    assert len(notices) <= 2
    assert all(len(notice) < 200 and notice.isprintable() for notice in notices)
    again = read_link(link(question, language, FAKE.version), FAKE)
    assert again == (language, question, ())
    assert question.place == START.place
    assert question.runs == START.runs


@settings(deadline=None)
@given(questions(), st.sampled_from(words.LANGUAGES))
def test_a_saved_setting_comes_back_as_it_was(question, language):
    file = written(link(question, language, FAKE.version), FAKE.version, language)
    assert read_link(search_of(file), FAKE) == (language, question, ())
    assert words.say("badge", language) in file, "the warning travels with the file"


def outcome_of(text: str) -> tuple[str | None, str]:
    """The link in a file, or nothing and the id of the sentence that says why."""
    try:
        return search_of(text), ""
    except Unreadable as fault:
        return None, str(fault)


@settings(deadline=None)
@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_any_file_gives_a_sentence_or_a_page(text):
    search, said = outcome_of(text)
    if search is None:
        assert words.say(said, "nl") != words.say(said, "en")
    else:
        read_link(search, FAKE)


JSONS = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=9,
)


@settings(deadline=None)
@given(JSONS, JSONS)
def test_any_json_in_our_form_gives_a_sentence_or_a_page(parts, other):
    text = json.dumps({"samenspel": "setting", "parts": parts, "more": other})
    search, said = outcome_of(text)
    if search is None:
        assert said == "file.parts"
    else:
        _, question, _ = read_link(search, FAKE)
        assert question.runs <= START.runs


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x" * (LONGEST + 1), "file.too_large"),
        ("[" * 50_000, "file.no_json"),
        ("{", "file.no_json"),
        ("[]", "file.other"),
        ('{"samenspel": "setting", "parts": {"a": "\\ud800"}}', "file.no_json"),
        ('{"samenspel": "setting", "parts": {"a": "' + "x" * 9_000 + '"}}', "file.too_much"),
        ('{"samenspel": "setting", "parts": {}}', "file.parts"),
        ('{"samenspel": "game"}', "file.other"),
        ('{"samenspel": "setting"}', "file.parts"),
        ('{"samenspel": "setting", "parts": {"a": 1}}', "file.parts"),
    ],
)
def test_a_file_that_is_not_ours_is_told_apart(text, why):
    with pytest.raises(Unreadable, match=why):
        search_of(text)


def test_a_file_of_another_version_says_so():
    file = written(link(START, "nl", "0.0.0"), "0.0.0", "nl")
    _, question, notices = read_link(search_of(file), FAKE)
    assert question == START
    assert notices == (words.say("link.version", "nl", made="0.0.0", now=FAKE.version),)


def test_the_link_of_a_page_on_which_all_was_turned_is_short_enough_for_a_mail():
    question = START
    for lever in FAKE.levers():
        for side in ("a", "b"):
            value = lever.between[1] if not lever.choices else lever.choices[-1][0]
            question = turn(question, FAKE, side, lever.address, value)
    assert len(link(replace(question, seed=12345), "nl", FAKE.version)) < 1_500
