"""The link that restores everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fake import FakeProvider
from tests.ui.fake_world import LEVERS, PLACES, SCENARIOS
from ui.memory import link, read_link, scenario_value, turn
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


def test_a_lever_back_at_its_scenario_is_forgotten():
    start = PROVIDER.start()
    address = LEVERS[1].address
    there = turn(start, PROVIDER, "b", address, 40)
    origin = scenario_value(PROVIDER, start.b.scenario, address)
    assert turn(there, PROVIDER, "b", address, origin) == start
