"""The page with the two boards, in a real browser, on made-up runs."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


def opened(visit, search: str = "", **more) -> Page:
    """The page with its boards, all runs in."""
    page = visit(search, path="/boards", ready=False, **more)
    expect(page.locator("#boards .why__stage")).to_contain_text(re.compile("Klaar|Finished"))
    return page


def places(page: Page) -> list[str]:
    """Where everybody in the neighbourhood stands in the pictures."""
    return page.locator(".boards__pictures circle").evaluate_all(
        "all => all.map(one => one.getAttribute('cx') + ' ' + one.getAttribute('cy'))"
    )


def test_the_boards_are_stepped_by_keyboard_and_nobody_changes_place(visit):
    page = opened(visit)
    ahead = page.get_by_role("button", name="Kwartaal verder")
    ahead.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".boards__tools b")).to_have_text("jaar 2, kwartaal 1")
    before, ties = places(page), page.locator(".boards__tie").count()
    for _ in range(5):
        page.keyboard.press("Enter")
    expect(page.locator(".boards__tools b")).to_have_text("jaar 3, kwartaal 2")
    assert places(page) == before
    assert page.locator(".boards__tie").count() != ties
    page.get_by_label("Kwartaal", exact=True).focus()
    page.keyboard.press("Home")
    expect(page.locator(".boards__tools b")).to_have_text("het begin")


def test_playing_can_be_paused_and_ends_by_itself(visit):
    page = opened(visit)
    page.get_by_role("button", name="Speel af").click()
    page.get_by_role("button", name="Pauze").click()
    stands = page.locator(".boards__tools b").inner_text()
    page.wait_for_timeout(1500)
    assert page.locator(".boards__tools b").inner_text() == stands


def test_who_asks_for_little_motion_is_not_played_to_and_steps(visit):
    page = opened(visit, before=lambda page: page.emulate_media(reduced_motion="reduce"))
    assert page.get_by_role("button", name="Speel af").count() == 0
    expect(page.locator(".boards__tools").first).to_contain_text("weinig beweging")
    page.get_by_role("button", name="Kwartaal verder").click()
    expect(page.locator(".boards__tools b")).to_have_text("jaar 2, kwartaal 1")


def test_taking_the_facilitator_away_shows_the_world_without_and_counts_what_falls_apart(visit):
    page = opened(visit)
    expect(page.locator(".boards__facilitator")).to_have_count(1)
    page.get_by_role("button", name="Haal de begeleider weg").focus()
    page.keyboard.press("Space")
    expect(page.locator(".boards__facilitator")).to_have_count(0)
    expect(page.locator("figure h3").last).to_contain_text("zonder begeleider")
    table = page.get_by_role("table", name=re.compile("met en zonder"))
    expect(table).to_contain_text("zonder minder in 8 van de 8, meer in 0")
    expect(table).to_contain_text("Banden van het bestuur met de begeleider of de wijk")


def test_where_nobody_is_paid_to_facilitate_there_is_nobody_to_take_away(visit):
    page = opened(visit, "a=as_is&b=as_is")
    assert page.get_by_role("button", name="Haal de begeleider weg").count() == 0
    expect(page.locator("#boards")).to_contain_text("wordt niemand betaald")


def test_every_frame_has_a_table_with_the_same_ties(visit):
    page = opened(visit)
    page.get_by_label("alleen B", exact=True).check()
    page.get_by_label("alle", exact=True).check()
    page.locator(".boards__table summary").click()
    for _ in range(3):
        rows = page.locator(".boards__table tbody tr td:nth-child(2)").all_inner_texts()
        assert sum(map(int, rows)) == page.locator(".boards__tie").count()
        page.get_by_role("button", name="Kwartaal verder").click()


def test_a_failure_is_one_sentence_and_no_picture(visit):
    page = visit("b=broken", path="/boards", ready=False)
    expect(page.locator("#boards .stage--failed")).to_contain_text("Het uitzoeken is mislukt")
    assert page.locator(".boards svg").count() == 0


def test_the_ties_leave_as_a_file_with_its_warning_and_the_picture_says_what_it_rests_on(visit):
    page = opened(visit, "seed=9")
    expect(page.locator("#boards")).to_contain_text("toevalsreeks 9")
    expect(page.locator("#boards")).to_contain_text("over 8 doorrekeningen")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Alle banden (CSV)").click()
    assert "geen voorspelling" in saving.value.path().read_text(encoding="utf-8")


def test_the_boards_are_reached_with_all_that_was_set_and_lead_back(visit):
    page = visit("place=hill&b.fake.hours=30")
    page.get_by_role("link", name="Kijk op de twee borden").click()
    expect(page.locator("header")).to_contain_text("Verzonnen Heuvel")
    page.get_by_role("link", name="Verkennen", exact=True).click()
    expect(page.locator("#lever-fake-hours")).to_have_value("30")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_at_any_width_and_nothing_scrolls_sideways(visit, language):
    page = opened(visit, f"lang={language}", width=320)
    page.get_by_role("button", name=re.compile("Haal de begeleider|Take the facil")).click()
    page.locator(".boards__table summary").click()
    for wide in (320, 768, 1280):
        page.set_viewport_size({"width": wide, "height": 900})
        page.wait_for_timeout(300)
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= wide


WORDS = """all => all.map(one => {
    const box = one.getBBox(), room = one.ownerSVGElement.viewBox.baseVal;
    const next = [], other = one.ownerSVGElement.querySelectorAll('line, path, circle, rect');
    other.forEach(line => { if (one.compareDocumentPosition(line) & 4) next.push(line.tagName); });
    return { text: one.textContent, left: box.x, right: box.x + box.width, top: box.y,
             bottom: box.y + box.height, room: room.width, over: next,
             halo: getComputedStyle(one).paintOrder + getComputedStyle(one).strokeWidth };
})"""


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_words_on_the_boards_stay_within_them_apart_and_free_of_lines(visit, width):
    page = opened(visit, width=width)
    page.wait_for_timeout(500)
    picture = page.locator(".boards__pictures svg[role=img]").last
    words = picture.locator("text").evaluate_all(WORDS)
    assert {"Wethouder", "Beleidsmedewerker", "Zorgverzekeraar", "Begeleider"} <= {
        word["text"] for word in words
    }
    for n, word in enumerate(words):
        assert 0 <= word["left"] <= word["right"] <= word["room"], word["text"]
        assert not word["over"], "a line drawn later would run through it"
        assert word["halo"].startswith("stroke")
        for other in words[n + 1 :]:
            across = min(word["right"], other["right"]) - max(word["left"], other["left"])
            down = min(word["bottom"], other["bottom"]) - max(word["top"], other["top"])
            # the lines of boxes of text stand closer than their letters do
            assert across <= 0 or down <= 3, (word["text"], other["text"])
