"""Planted faults: whatever goes wrong, the page says so in words and keeps no stale picture."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import expect

from tests.ui.fake import FakeProvider, service
from ui import follow as following
from ui.memory import Memory
from ui.provider import Side

WRONG = "ging iets mis"


@pytest.mark.parametrize("fault", ["broken", "refusing", "crooked"])
def test_a_fault_leaves_a_sentence_and_no_picture_and_the_page_lives_on(visit, settled, fault):
    page = visit()
    settled(page)
    page.select_option("#side-b", fault)
    expect(page.get_by_text(WRONG).first).to_be_visible()
    expect(page.locator(".chart")).to_have_count(0)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    assert "Traceback (most recent" not in page.content()
    assert "planted" not in page.content()
    page.select_option("#side-b", "team_hours")
    settled(page)
    expect(page.locator(".chart").first).to_be_visible()
    expect(page.get_by_text(WRONG)).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "search", "lives"),
    [("/why", "off=meet", "#sum .sum__whole"), ("/boards", "", "#take .buttons")],
)
def test_a_fault_in_one_part_leaves_the_rest_of_the_page(visit, path, search, lives):
    page = visit(f"b=crooked&{search}", path=path, ready=False)
    expect(page.get_by_text(WRONG).first).to_be_visible()
    expect(page.locator(lives)).to_be_visible()
    assert "planted" not in page.content()


@pytest.mark.parametrize(
    ("path", "gone", "lives"),
    [
        ("/explore", ["#choose", "#differences", "#report"], ["#levers", "#results", "#take"]),
        ("/compare", ["#choose", "#settings"], ["#openings", "#take"]),
    ],
)
def test_what_cannot_be_told_leaves_a_sentence_in_its_place_and_the_way_out(
    visit, path, gone, lives
):
    """What the visitor chose may itself be the fault; the next choice brings every part back."""
    page = visit("b=hollow", path=path, ready=False)
    for part in lives:
        expect(page.locator(part)).to_be_visible()
    for part in gone:
        expect(page.locator(part)).to_have_count(0)
    expect(page.get_by_text(WRONG)).to_have_count(len(gone))
    assert "planted" not in page.content()
    page.locator("#openings button").first.click()
    for part in gone:
        expect(page.locator(part)).to_be_visible()
    expect(page.get_by_text(WRONG)).to_have_count(0)


class Page:
    """Just what is followed for: one visitor's memory, without a browser."""

    def __init__(self, scenario: str) -> None:
        import solara

        provider = FakeProvider()
        start = provider.start()
        self.question = type(start)(start.place, start.a, Side(scenario), start.runs, 77)
        made = solara.reactive
        self.memory = Memory(
            made("nl"),
            made(self.question),
            made("b"),
            made(()),
            made(None),
            made(True),
            made(()),
            made(()),
        )
        self.left = threading.Event()
        self.provider = provider

    def follow(self) -> None:
        following.follow(self.memory, self.provider, self.question, self.left)


@pytest.mark.parametrize("kind", ["silent", "halting"])
def test_what_never_comes_is_told_and_given_up(monkeypatch, kind):
    """No picture, or one that stops growing: after a while the page says that it stopped."""
    monkeypatch.setattr(following, "SLOW", 0.2)
    monkeypatch.setattr(following, "STALLED", 1.0)
    page = Page(kind)
    page.follow()  # comes back by itself
    answer = page.memory.answer.value
    assert answer is not None
    assert answer.snapshot.state == "failed"
    assert answer.snapshot.failure == "failure.too_long"
    assert not answer.snapshot.pictures
    assert (page.memory.slow.value == page.question) is (kind == "silent")
    assert service.computations[page.question].interested == 0, "it went on for nobody"


def test_an_answer_to_an_older_question_is_never_shown():
    page = Page("team_hours")
    page.memory.question.value = type(page.question)(
        "hill", page.question.a, page.question.b, page.question.runs, 78
    )
    page.follow()
    assert page.memory.answer.value is None
