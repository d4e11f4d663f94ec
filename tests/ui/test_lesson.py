"""The lesson says what the page says: a teacher who follows it finds every word and every chart."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from experiments.front.desk import Desk
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library
from ui import lesson, words
from ui.link import charts_asked, read_link

DESK = Desk()
TAUGHT = next(opening for opening in DESK.openings() if opening.lesson)
SAID = (
    *("lever.side", "lever.sides.both", "lever.sides.b", "lever.all", "lever.undo"),
    *("window.choose", "window.name.after"),
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whatever_the_lesson_asks_for_is_called_so_on_the_page(language):
    text = (lesson.FOLDER / lesson.FILES[language]).read_text(encoding="utf-8")
    names = [words.say(sentence, language) for sentence in SAID]
    names += [OUTCOMES[key].name(language) for key in TAUGHT.charts]
    names += [ADDRESSES["spending.end"].name(language), TAUGHT.name(language)]
    names.append(library.load("more_team_hours").title.say(language))
    assert [name for name in names if f"*{name}*" not in text] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_link_opens_the_question_with_the_charts_that_were_drawn(language):
    search = urlsplit(lesson.start(TAUGHT, language)).query
    spoken, question, notices = read_link(search, DESK)
    assert (spoken, notices) == (language, ())
    assert (question.a.scenario, question.b.scenario) == (TAUGHT.a, TAUGHT.b)
    assert charts_asked(search, DESK) == tuple(TAUGHT.charts)
    assert parse_qs(search)["window"] == [TAUGHT.window]


def test_the_week_it_sets_is_a_year_before_the_contract_ends():
    end = library.load(TAUGHT.b).values["spending.end"]
    for language in words.LANGUAGES:
        text = (lesson.FOLDER / lesson.FILES[language]).read_text(encoding="utf-8")
        assert f"week {end - DESK.weeks_per_year:.0f}" in text
