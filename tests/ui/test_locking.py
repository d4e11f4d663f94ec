"""The lock on money or hours: the total stays, nothing leaves its range, and all of it is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.front.desk import Desk
from tests.ui.fake import FakeProvider
from ui import words
from ui.locking import alone, meanings, released, shared_out, told
from ui.memory import value_of
from ui.sections.results import standing
from ui.sections.turning import without

FAKE = FakeProvider()
REAL = Desk()
WEEKLY = [each for each in REAL.levers() if each.unit.swaps and each.unit.resource == "time"]


def stands(provider, side, levers) -> list[float]:
    return [value_of(provider, side, each.address) for each in levers]


@settings(deadline=None)
@given(st.data())
def test_locked_hours_keep_their_total_and_their_ranges(data):
    """Whatever is turned, and however often: as many hours a week are asked as before."""
    question = REAL.start()
    before = sum(stands(REAL, question.b, WEEKLY))
    for _ in range(data.draw(st.integers(1, 4))):
        lever = data.draw(st.sampled_from(WEEKLY))
        value = data.draw(st.floats(*lever.between))
        question, done = released(question, REAL, "b", lever.address, value, {"time"})
        assert len(done) == 1
        values = stands(REAL, question.b, WEEKLY)
        assert sum(values) == pytest.approx(before, abs=1e-6)
        for each, value in zip(WEEKLY, values, strict=True):
            low, high = each.between
            assert low - 1e-9 <= value <= high + 1e-9
    assert question.a == REAL.start().a


@settings(deadline=None)
@given(st.floats(0, 30), st.lists(st.tuples(st.floats(0, 9), st.floats(0, 9)), max_size=6))
def test_what_is_taken_is_what_is_asked_or_all_there_is(asked, others):
    stand = {str(n): at for n, (at, _) in enumerate(others)}
    room = {str(n): left for n, (_, left) in enumerate(others)}
    taken = shared_out(asked, stand, room)
    assert sum(taken.values()) == pytest.approx(min(asked, sum(room.values())), abs=1e-6)
    assert all(-1e-9 <= taken[each] <= room[each] + 1e-9 for each in room)


def test_partners_give_way_in_proportion_to_where_they_stand():
    assert shared_out(3, {"a": 4, "b": 2}, {"a": 4, "b": 2}) == pytest.approx({"a": 2, "b": 1})
    assert shared_out(3, {"a": 0, "b": 0}, {"a": 9, "b": 9}) == pytest.approx({"a": 1.5, "b": 1.5})


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_money_that_nothing_else_can_give_is_refused_and_told(language):
    """There is one amount of extra money: under the lock it stays, and a sentence says why."""
    (money,) = [e for e in REAL.levers() if e.unit.resource == "money" and e.unit.swaps]
    question = REAL.start()
    after, done = released(question, REAL, "b", money.address, money.between[1], {"money"})
    assert after == question
    (said,) = told(done, REAL, language, standing)
    assert money.name(language) in said
    assert "B" in said


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_before_a_lever_is_turned_a_lock_says_what_it_can_and_cannot_keep(language):
    """Hours of other people make another total; and money alone can only be refused."""
    money, time = meanings(REAL.start(), REAL, "b", {"money", "time"}, language)
    assert alone(REAL, REAL.start().b, "money")
    assert money == words.say("lock.alone.money", language)
    assert not alone(REAL, REAL.start().b, "time")
    assert time == words.say("lock.meaning.time", language)
    assert {"nl": "het totaal", "en": "the total"}[language] in time
    assert {"nl": "per persoon", "en": "per person"}[language] in words.say("lock.time", language)


def test_without_its_lock_a_lever_moves_alone():
    question, done = released(FAKE.start(), FAKE, "b", "fake.hours", 40, {"money"})
    assert dict(question.b.values) == {"fake.hours": 40}
    assert done == ()


def test_what_gave_way_is_told_by_name_and_size():
    question, done = released(FAKE.start(), FAKE, "b", "fake.hours", 30, {"time"})
    (said,) = told(done, FAKE, "nl", standing)
    assert "Overlegtijd van 1 uur per week naar" in said
    assert "Steun voor bewoners van 4 uur per week naar" in said
    assert dict(question.b.values)["fake.hours"] == 30


def test_a_family_goes_back_and_the_rest_stays():
    start = FAKE.start()
    question, _ = released(start, FAKE, "b", "fake.hours", 40, ())
    question, _ = released(question, FAKE, "b", "fake.support", 10, ())
    hours = [each for each in FAKE.levers() if each.address == "fake.hours"]
    back = without(question, FAKE, "b", hours)
    assert dict(back.b.values) == {"fake.support": 10}
    assert without(back, FAKE, "both", FAKE.levers()) == start
