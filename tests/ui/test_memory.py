"""The link that restores everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fake import FakeProvider
from tests.ui.fake_world import LEVERS, PLACES, PRICES, SCENARIOS
from ui import words
from ui.link import link, read_link
from ui.memory import priced, scenario_value, turn
from ui.provider import Question, Side

PROVIDER = FakeProvider()
scenarios = st.sampled_from([s.key for s in SCENARIOS])


@st.composite
def questions(draw) -> Question:
    """Any question that levers can lead to."""
    place = draw(st.sampled_from([p.key for p in PLACES]))
    question = Question(
        place, Side(draw(scenarios)), Side(draw(scenarios)), PROVIDER.runs, draw(st.integers(1, 99))
    )
    for lever in draw(st.lists(st.sampled_from(LEVERS), max_size=5)):
        low, high = lever.between
        steps = draw(st.integers(0, round((high - low) / lever.step)))
        side = draw(st.sampled_from(["a", "b", "both"]))
        value = min(high, float(f"{low + steps * lever.step:.6g}"))
        question = turn(question, PROVIDER, side, lever.address, value)
    return question


@given(questions(), st.sampled_from(["nl", "en"]))
def test_a_link_restores_the_language_and_the_question(question, language):
    restored = read_link(link(question, language, PROVIDER.version), PROVIDER)
    assert restored == (language, question, ())


@given(st.text())
def test_any_address_gives_a_page(search):
    language, question, _ = read_link(search, PROVIDER)
    assert language in ("nl", "en")
    assert question.runs <= PROVIDER.runs


HOSTILE = "<script>alert(1)</script>"
MALFORMED = [
    *(
        "place=",
        "place=nowhere",
        f"place={HOSTILE}",
        "place=dale%00",
        "place=DALE",
        "place=../dale",
    ),
    *("a=", "a=nothing", "b=nothing", f"b={HOSTILE}", "a=as_is%0a", "a[]=as_is", "A=as_is"),
    *("runs=", "runs=0", "runs=-1", "runs=1.5", "runs=1e3", "runs=101", "runs=9999999999999"),
    *("runs=\u0663", "runs=\u00b2", "runs=NaN", "seed=x", "seed=-3", "seed=1;DROP", "seed=0x10"),
    *("seed=9999999999", "seed=__import__('os')", "window=", "window=never", "lang=xx", "lang="),
    *("b.fake.hours=", "b.fake.hours=9999", "b.fake.hours=-1", "b.fake.hours=nan"),
    *("b.fake.hours=inf", "b.fake.hours=1e999", "b.fake.hours=\u0661", "b.fake.hours=1,5"),
    *("b.fake.hours=__import__('os').system('true')", "b.fake.hours={0.__class__}", "b.=1"),
    *("b.fake.none=1", f"a.{HOSTILE}=1", "c.fake.hours=1", "b.fake.seat=0.5", "b.fake.seat=7"),
    *("b.__class__=1", "b.fake.hours.__init__=1", "price.fake.price=1", "price.fake.price=nan"),
    *(
        "price.fake.none=90",
        "price.=90",
        "price=90",
        f"price.{HOSTILE}=9",
        "plaats=dale",
        "=",
    ),
    *("%", "%ff%fe", "javascript:alert(1)", "{}", "?", "place=dale&place=hill", "x" * 9000),
    *("&".join(f"b.l{n}=1" for n in range(150)), "&".join(f"b.l{n}=1" for n in range(999))),
    *("check=00000000", "version=0.0.0", f"version={HOSTILE}", "version=", "\u202e=1"),
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("search", MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_link_says_so_and_changes_nothing_else(search, language):
    """The page that opens is one the levers could have led to, and a few lines say why."""
    _, question, notices = read_link(f"{search}&lang={language}".lstrip("&"), PROVIDER)
    assert 1 <= len(notices) <= 6
    assert all(len(notice) < 200 and notice.isprintable() for notice in notices)
    start = PROVIDER.start()
    assert question.place in {place.key for place in PLACES}
    assert question.a.values == question.b.values == question.prices == ()
    assert question.runs <= start.runs
    again = read_link(link(question, language, PROVIDER.version), PROVIDER)
    assert again == (language, question, ())


def test_prices_travel_in_the_link_and_the_model_s_own_price_does_not():
    start, price = PROVIDER.start(), PRICES[0]
    dearer = priced(start, price, 101.0)
    assert "price.fake.price=101" in link(dearer, "nl", PROVIDER.version)
    assert read_link(link(dearer, "nl", PROVIDER.version), PROVIDER) == ("nl", dearer, ())
    assert priced(start, price, 9999.0).prices == (("fake.price", 120.0),)
    assert priced(dearer, price, price.default) == start


def test_a_changed_letter_in_a_whole_link_is_noticed():
    whole = link(PROVIDER.start(), "nl", PROVIDER.version)
    _, _, notices = read_link(whole.replace("place=dale", "place=hill"), PROVIDER)
    assert notices == (words.say("link.check", "nl"),)


def test_what_others_add_to_a_link_is_ignored():
    whole = link(PROVIDER.start(), "nl", PROVIDER.version)
    assert read_link(f"{whole}&utm_source=mail", PROVIDER)[2] == ()


def test_a_lever_back_at_its_scenario_is_forgotten():
    start = PROVIDER.start()
    address = LEVERS[1].address
    there = turn(start, PROVIDER, "b", address, 40)
    origin = scenario_value(PROVIDER, start.b.scenario, address)
    assert turn(there, PROVIDER, "b", address, origin) == start
