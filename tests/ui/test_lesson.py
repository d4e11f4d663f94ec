"""Lessons hold against the model; somebody can draw, compare and change by keyboard."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from experiments import lessons
from experiments.front.desk import Desk
from experiments.front.worlds import value
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library
from tests.ui.test_words import FORBIDDEN
from ui import lesson, provider
from ui.provider import Counts, Curves, Estimate, Pair, Picture
from ui.sections.lesson import lesson_question
from ui.sections.lesson_change import changed_question
from ui.sections.lesson_told import direction, inside

DESK = Desk()
LESSONS = lessons.lessons()


def texts(language: str):
    for each in LESSONS:
        yield each, each.title(language), [
            each.goal(language), each.ask(language), *each.case(language), *each.look(language),
            *each.discuss(language), *each.teacher(language),
            *(change.told(language) for change in each.changes),
            *(step.what[language] for step in each.plan),
            *(step.how[language] for step in each.plan),
        ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_four_lessons_are_whole_in_both_languages_and_claim_nothing(language):
    assert len(LESSONS) == 4
    for each, title, told in texts(language):
        assert title.endswith("?"), "a lesson asks; the model answers"
        assert len(each.discuss(language)) == 3
        assert not [text for text in told if re.search(FORBIDDEN[language], text, re.IGNORECASE)]


def test_dutch_sentences_are_short_enough_for_everybody():
    for _, title, told in texts("nl"):
        sentences = [s for text in told for s in re.split(r"(?<=[.?!])\s+", text) if s]
        words = [len(sentence.split()) for sentence in sentences]
        assert sum(words) / len(words) <= 15, title
        assert max(words) <= 30, title


@pytest.mark.parametrize("taught", LESSONS, ids=lambda each: each.key)
def test_a_lesson_names_only_what_the_model_has_and_its_change_changes_something(taught):
    assert {taught.draw, *taught.also} <= OUTCOMES.keys()
    for key in (taught.a, taught.b):
        assert library.load(key)
    question = lesson_question(taught, DESK)
    assert DESK.differences(question)
    for change in taught.changes:
        assert {address for address, _ in change.sets} <= ADDRESSES.keys()
        changed = changed_question(question, change, DESK)
        assert changed != question
        assert all(value(changed.b, address) == number for address, number in change.sets)
    # what the class draws must be a finding, not what was set differently in A and in B
    assert not DESK.repeats(question, taught.draw)


@pytest.mark.parametrize("taught", LESSONS, ids=lambda each: each.key)
def test_the_plan_leaves_no_minute_out_and_fits_a_lesson(taught):
    ends = [step.minutes for step in taught.plan]
    assert ends[0][0] == 0
    assert all(first[1] == then[0] for first, then in pairwise(ends))
    assert taught.minutes <= 45


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_guide_holds_all_that_a_teacher_needs_without_script(language):
    provider.use(DESK)
    for each in LESSONS:
        page = lesson.page(f"lesson={each.key}", language)
        assert "<script" not in page
        assert page.count("<tr role=") == 1 + len(each.plan)
        assert each.title(language) in page
    assert lesson.page("", language).count("<article") == len(LESSONS)
    assert lesson.page("lesson=nonsense", language).count("<article") == len(LESSONS)


class Seen:
    """A snapshot of two curves: A stays at 0.4, the band of B goes from 0.2 to 0.3."""

    def __init__(self) -> None:
        counts = Counts(0, 60, 0, 60, "nearly_always", "lower")
        pair = Pair(*[Estimate(0.4, 0.3, 0.5)] * 3, counts)
        b = Curves([0.25] * 5, wide=([0.2] * 5, [0.3] * 5))
        self.weeks = (0, 52, 104, 156, 208)
        self.pictures = {"unmet": Picture(Curves([0.4] * 5), b, pair)}


@pytest.mark.parametrize(
    ("drawn", "way", "within"),
    [([25, 25, 25, 25], "lower", 4), ([40, 40, 40, 40], "none", 0), ([50, 25, 30, 60], "higher", 2),
     ([None, 25, None, 40.1], "none", 1)],
)  # fmt: skip
def test_a_drawn_line_is_held_against_the_band_moment_by_moment(drawn, way, within):
    from tests.ui.fake_world import OUTCOMES as FAKE

    unmet = next(each for each in FAKE if each.key == "unmet")
    assert direction(Seen(), unmet, drawn, 52) == way
    held = [value for value in drawn if value is not None]
    assert inside(Seen(), unmet, drawn, 52) == (within, len(held))


def drawn_by_keys(page: Page) -> None:
    """A number for each year, as somebody without a mouse would."""
    fields = page.locator(".draw__numbers input")
    fields.first.wait_for()
    for field in fields.all():
        field.fill(field.get_attribute("min") or "0")
        field.press("Tab")


def test_b_stays_closed_until_a_line_is_drawn_then_all_goes_by_keyboard(visit):
    page = visit("lesson=taught&lang=nl", path="/lessons", ready=False)
    show = page.get_by_role("button", name="Laat zien wat het model bij B ziet")
    expect(show).to_be_disabled()
    assert page.locator(".draw__band[stroke='#14557b']").count() == 0
    drawn_by_keys(page)
    expect(show).to_be_enabled()
    show.press("Enter")
    expect(page.locator(".draw")).to_be_focused()
    compared = page.locator("#step-compare")
    expect(compared).to_contain_text(re.compile(r"in \d+ van de 60 doorrekeningen lager dan A"))
    expect(compared).to_contain_text("Jij tekende B na vier jaar lager dan A.")
    expect(compared).to_contain_text(re.compile(r"op \d van de 4 momenten"))
    page.get_by_role("button", name="Meer uren (nl)").press("Enter")
    assert page.locator("#step-change table").count() == 0, "first a guess, then the model"
    page.get_by_role("button", name="geen duidelijk verschil").press("Enter")
    expect(page.locator("#step-change tbody tr")).to_have_count(3)
    expect(page.locator("#step-change")).to_contain_text("Jij verwachtte: geen duidelijk verschil")
    assert Axe().run(page).response["violations"] == []


def test_a_hand_draws_a_line_too(visit):
    page = visit("lesson=taught", path="/lessons", ready=False)
    sheet = page.locator(".draw__sheet")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    for part in (0.4, 0.6, 0.8, 0.97):
        page.mouse.move(box["x"] + box["width"] * part, box["y"] + box["height"] * 0.4, steps=6)
    page.mouse.up()
    values = [field.input_value() for field in page.locator(".draw__numbers input").all()]
    assert all(values)
    expect(page.get_by_role("button", name="Laat zien")).to_be_enabled()


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize(("path", "language"), [("/lessons", "nl"), ("/lessons/guide", "en")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, path, language, width):
    for search in (f"lang={language}", f"lang={language}&lesson=taught"):
        page = visit(search, width=width, path=path, ready=False)
        page.locator("h1").wait_for()
        page.wait_for_timeout(500)
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_lesson_that_is_not_there_is_told_and_the_others_are_offered(visit):
    page = visit("lesson=nonsense", path="/lessons", ready=False)
    expect(page.locator(".notice")).to_contain_text("Die les is er niet")
    expect(page.locator(".lessons__all li")).to_have_count(1)


def test_the_first_lesson_is_found_at_its_old_address(visit):
    page = visit("lang=en", path="/lesson", ready=False)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Four lessons")


def test_a_guide_prints_on_two_sheets(visit):
    page = visit("lesson=taught", path="/lessons/guide", ready=False)
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 2
