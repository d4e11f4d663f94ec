"""A long link becomes short and says the same; what is not whole is refused, and nothing is run."""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace

import pytest
from hypothesis import given

from tests.ui.fake import FakeProvider
from tests.ui.fake_compare import FakeComparing  # noqa: F401  (what the provider compares with)
from tests.ui.test_memory import MALFORMED, questions
from ui import words
from ui.addresses import is_older_link
from ui.compare import link as several
from ui.link import LONGEST, link, read_link
from ui.provider import Side
from ui.short import READABLE, packed, shortened, unpacked

PROVIDER = FakeProvider()
KEPT = "s=1.eNoryElMTrXNyMzJUUu0TSyOzyxWS7LNS81Mz0jKLy3KyM9PUUvSS0vMTtXLAPKLbQ2NANl8Ej0"
"""Sent by somebody long ago, and to be read for ever: hill, and twelve hours in B."""


def data(query: str) -> str:
    """What a packed link carries, as anybody could make it."""
    made = base64.urlsafe_b64encode(zlib.compress(query.encode()))
    return f"s=1.{made.decode().rstrip('=')}"


@given(questions())
def test_packed_and_readable_say_the_same(question):
    whole = link(question, "en", PROVIDER.version)
    beside, _, rest = whole.partition("&")
    assert beside == "lang=en"
    assert read_link(f"{beside}&s={packed(rest)}", PROVIDER) == read_link(whole, PROVIDER)


def test_a_link_that_is_short_enough_stays_readable_and_a_long_one_becomes_shorter():
    short = "lang=nl&place=dale&" + "&".join(f"b.fake.lever{n}=1" for n in range(10))
    assert len(short) <= READABLE
    assert shortened(short) == short
    long = short + "&" + "&".join(f"b.fake.lever{n}=1" for n in range(10, 40))
    assert shortened(long).startswith("lang=nl&s=1.")
    assert len(shortened(long)) < len(long) / 2
    assert "&" + unpacked(shortened(long).partition("s=")[2], LONGEST) == long[len("lang=nl") :]


def test_a_link_that_was_once_sent_is_still_read():
    language, question, notices = read_link(f"lang=en&{KEPT}", PROVIDER)
    assert (language, question.place, notices) == ("en", "hill", ())
    assert question.b == Side("neighbourhood", (("fake.hours", 12.0),))
    assert is_older_link(KEPT)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "1",
            "1.",
            ".",
            "2.eNoryElMTrU",
            "1.____",
            "1.*",
            "1.\u0661",
            "1.e",
            "1.%00",
            "x" * 50,
        ),
        KEPT.removeprefix("s=")[:-6],  # cut off on its way
        KEPT.removeprefix("s=").replace("yE", "yF"),  # a letter changed
        KEPT.removeprefix("s=") + "AAAA",  # something behind it
        data("place=hill&" + "a=as_is&" * 90_000).removeprefix("s="),  # it would fill a memory
        data("place=\u00e9").removeprefix("s="),  # no address
        "1.gASVHAAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAR0cnVllIWUUpQu",  # a pickle
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_not_whole_gives_one_clear_sentence_and_the_usual_page(value, language):
    found = read_link(f"lang={language}&s={value}", PROVIDER)
    assert found == (language, PROVIDER.start(), (words.say("link.unreadable", language),))
    spoken, comparison, front, notices = several.read(f"lang={language}&s={value}", PROVIDER)
    assert (spoken, comparison, front) == (language, PROVIDER.comparing().start(), ())
    assert notices == (words.say("link.unreadable", language),)


@pytest.mark.parametrize("search", MALFORMED, ids=range(len(MALFORMED)))
def test_a_hostile_value_gains_nothing_by_being_packed(search):
    _, question, notices = read_link(data(search), PROVIDER)
    assert 1 <= len(notices) <= 6
    assert all(len(notice) < 200 and notice.isprintable() for notice in notices)
    assert question.a.values == question.b.values == question.prices == ()


def test_a_packed_link_within_a_packed_link_is_not_opened():
    _, question, notices = read_link(data(KEPT), PROVIDER)
    assert question == PROVIDER.start()
    assert len(notices) == 1


def test_a_comparison_of_many_ways_travels_packed():
    start = PROVIDER.comparing().start()
    moved = tuple((f"fake.{name}", value) for name, value in (("hours", 12.0), ("mandate", 0.6)))
    asked = replace(start, others=tuple(Side(each.scenario, moved) for each in start.others))
    whole = several.written(asked, "nl", PROVIDER.version, ("wait", "use"))
    beside, _, rest = whole.partition("&")
    assert several.read(f"{beside}&s={packed(rest)}", PROVIDER)[1:] == (asked, ("wait", "use"), ())
