"""The page in a real browser, on the made-up model."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.ui.conftest import finished, visits

HOURS = "#lever-fake-hours"


@pytest.fixture(scope="module")
def whole(chromium: Browser, address: str) -> Iterator[Page]:
    """One page with all its runs, for the tests that only read it."""
    with visits(chromium, address) as opened:
        page = opened()
        finished(page)
        yield page


def marks(page: Page) -> list[tuple[float, str]]:
    """Milliseconds from the last release of a lever to each drawn picture, and which it was."""
    return page.evaluate(
        "(() => { const from = performance.getEntriesByName('released').pop().startTime;"
        "return performance.getEntriesByName('drawn')"
        ".filter(e => e.startTime > from).map(e => [e.startTime - from, e.detail]) })()"
    )


def press(page: Page, lever: str, key: str = "ArrowRight") -> None:
    """One key on a lever, as somebody without a mouse would."""
    page.evaluate("performance.clearMarks()")
    page.focus(lever)
    page.keyboard.press(key)


def drawn(page: Page) -> None:
    """Wait for the first picture after the last release."""
    page.wait_for_function(
        "() => { const from = performance.getEntriesByName('released').pop();"
        "return from && performance.getEntriesByName('drawn')"
        ".some(e => e.startTime > from.startTime) }"
    )


def test_the_html_itself_has_a_language_and_can_be_zoomed(visit, address):
    page = visit("lang=en")
    html = page.request.get(f"{address}/?lang=en", headers={"accept": "text/html"}).text()
    assert '<html lang="en">' in html
    assert "user-scalable" not in html
    assert "Loading resources" not in html
    assert "solara.dev" not in html


def test_the_language_switches_live(visit):
    page = visit()
    assert page.evaluate("document.documentElement.lang") == "nl"
    page.get_by_label("English").check()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What changes")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "thinking model" in page.title()
    assert "lang=en" in page.url


def test_every_released_lever_is_answered_by_a_picture_of_its_own(visit, settled):
    """How fast is measured in benchmarks and told there, never asserted in a test."""
    page = visit()
    settled(page)
    answered: list[str] = []
    for _ in range(4):
        press(page, HOURS)
        # a late redraw of the picture before may come first; what counts is that a new one comes
        page.wait_for_function(
            "before => performance.getEntriesByName('drawn')"
            ".some(e => !before.includes(e.detail.split(':')[0]))",
            arg=answered,
        )
        answered.append(marks(page)[-1][1].split(":")[0])
        page.wait_for_timeout(500)
    assert len(set(answered)) == 4


def test_bands_follow_the_thin_runs(visit, settled):
    page = visit()
    settled(page)
    press(page, HOURS)
    drawn(page)
    assert page.locator("#chart-unmet [fill^=url]").count() == 0
    expect(page.locator(".chart .sentence").first).to_contain_text("Voorlopige lijnen")
    settled(page)
    assert page.locator("#chart-unmet [fill^=url]").count() == 4
    expect(page.locator(".chart .sentence").first).to_contain_text("van de 100 doorrekeningen")


def test_a_newer_change_cancels_the_older_one(visit, settled):
    page = visit()
    settled(page)
    press(page, HOURS)
    drawn(page)
    old = marks(page)[0][1].split(":")[0]
    press(page, HOURS)
    settled(page)
    after = [stamp for _, stamp in marks(page)]
    newest = after[-1].split(":")[0]
    assert newest != old
    first_new = next(n for n, stamp in enumerate(after) if stamp.startswith(newest))
    assert not any(stamp.startswith(old) for stamp in after[first_new:])


def test_the_link_restores_everything(visit, settled):
    page = visit("lang=en&place=hill&a=team_hours&b=neighbourhood")
    settled(page)
    press(page, HOURS, "End")
    settled(page)
    page.get_by_text("Mandate", exact=True).wait_for()
    link = page.get_by_label("This link brings you back").input_value()
    again = visit(link.split("?")[1])
    settled(again)
    assert (
        again.locator(".chart__readout").all_inner_texts()
        == page.locator(".chart__readout").all_inner_texts()
    )
    assert again.input_value(HOURS) == "72"
    assert again.input_value("#place") == "hill"
    assert again.locator("#notices").count() == 0


def test_a_link_with_nonsense_says_so_and_does_no_harm(visit):
    page = visit("place=%3Cscript%3E&b.fake.hours=9999&b.fake.none=1&version=0.0.0&seed=x")
    notices = page.locator("#notices").inner_text()
    for part in ("<script>", "9999", "fake.none", "0.0.0"):
        assert part in notices


def test_a_failed_computation_says_so_and_leaves_no_picture(visit, settled):
    page = visit()
    settled(page)
    page.select_option("#side-b", "broken")
    expect(page.get_by_role("status").first).to_contain_text("ging iets mis")
    assert page.locator(".chart").count() == 0
    page.select_option("#side-b", "team_hours")
    settled(page)
    assert page.locator(".chart").count() > 0


def test_the_same_question_is_computed_once_for_everybody(visit, settled):
    first = visit("seed=7")
    settled(first)
    second = visit("seed=7")
    second.wait_for_timeout(300)
    expect(second.get_by_role("status").first).to_contain_text("Klaar met 100", timeout=100)


def test_a_computation_that_nobody_waits_for_any_more_is_stopped(visit):
    page = visit("seed=8&place=city")
    page.wait_for_timeout(1000)  # what is still loading would count as a failed request
    page.goto("about:blank")
    page.wait_for_timeout(5000)
    again = visit("seed=8&place=city")
    expect(again.get_by_role("status").first).not_to_contain_text("Klaar", timeout=50)


def test_visitors_do_not_disturb_each_other(visit, settled):
    first, second = visit("lang=nl"), visit("lang=en")
    settled(first)
    before = second.input_value(HOURS)
    press(first, HOURS, "End")
    settled(first)
    assert second.input_value(HOURS) == before
    assert second.evaluate("document.documentElement.lang") == "en"


def test_a_lever_goes_back_to_its_scenario_and_undo_brings_the_change_again(visit, settled):
    page = visit()
    press(page, HOURS, "End")
    page.get_by_role("button", name=re.compile("Terug Uren")).click()
    expect(page.locator(HOURS)).to_have_value("28")
    page.get_by_role("button", name="Vorige stand").click()
    expect(page.locator(HOURS)).to_have_value("72")


def test_a_number_can_be_typed_and_is_brought_within_range(visit):
    page = visit()
    page.get_by_role("spinbutton", name="Uren van de verbinder").fill("500")
    page.keyboard.press("Enter")
    expect(page.locator(HOURS)).to_have_value("72")


def test_a_moment_can_be_read_by_keyboard(whole):
    page = whole
    time = page.get_by_role("slider", name="Kies een moment om af te lezen").first
    time.focus()
    page.keyboard.press("Home")
    assert time.get_attribute("aria-valuetext").startswith("Start. A:")
    page.keyboard.press("End")


def test_the_table_says_what_the_picture_says(whole):
    page = whole
    figure = page.locator("figure").first
    figure.locator("summary").click()
    last = figure.locator("tbody tr").last.inner_text()
    shown = re.findall(r"[AB]: (\d+) %", figure.locator(".chart__readout").inner_text())
    assert [number for number in shown if number in last] == shown


@pytest.mark.parametrize("ending", ["PNG", "SVG"])
def test_a_saved_picture_carries_its_warning(whole, tmp_path, ending):
    page = whole
    with page.expect_download() as saving:
        page.get_by_role("button", name=f"Afbeelding ({ending})").first.click()
    kept = tmp_path / saving.value.suggested_filename
    saving.value.save_as(kept)
    assert kept.stat().st_size > 2000
    if ending == "SVG":
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", kept.read_text()))
        for part in ("geen voorspelling", "100 doorrekeningen", "toevalsreeks", "versie 0.0.1"):
            assert part in text


def test_figures_can_be_saved(whole):
    page = whole
    with page.expect_download() as saving:
        page.get_by_role("button", name="Cijfers (CSV)").click()
    assert "geen voorspelling" in saving.value.path().read_text()


def test_the_print_carries_its_warning_and_hides_the_levers(whole):
    page = whole
    page.emulate_media(media="print")
    assert not page.locator("#levers").is_visible()
    stamp = page.locator(".stamp").inner_text()
    for part in ("geen voorspelling", "versie 0.0.1", "toevalsreeks", "100 doorrekeningen"):
        assert part in stamp
    page.emulate_media(media="null")


@pytest.mark.parametrize(
    ("language", "width"), [("nl", 320), ("nl", 768), ("en", 768), ("en", 1280)]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, settled, language, width):
    """The other two are held against axe on the real model."""
    page = visit(f"lang={language}", width=width)
    page.select_option("#divide", "disadvantage")
    settled(page)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
