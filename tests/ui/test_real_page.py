"""The page in a real browser, on the real model: few runs of a small place, but all of the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.ui.conftest import finished, unfolded, visits
from tests.ui.waiting import drawn

SMALL = "place=dorpsrand&runs=20&seed=11"
"""Every test asks the same, so that only the first one waits for runs."""
BOARD = "#lever-facilitator-board"


@pytest.fixture(scope="module")
def whole(chromium: Browser, real_address: str) -> Iterator[Page]:
    """One page with all its runs, for the tests that only read it."""
    with visits(chromium, real_address) as opened:
        page = opened(SMALL)
        finished(page)
        yield page


def test_a_lever_gives_a_first_picture_then_a_band_and_a_sentence(visit_real, settled):
    page = visit_real(SMALL)
    settled(page)
    page.focus(BOARD)
    page.keyboard.press("ArrowRight")
    drawn(page)
    settled(page)
    # from 20 runs: half a band
    expect(page.locator("#chart-time-to-help [fill^=url]")).to_have_count(2)
    said = page.locator("figure .sentence").first.inner_text()
    assert re.search(r"is B in \d+ van de 20 doorrekeningen lager dan A, in \d+ hoger", said)
    expect(page.locator(".most")).to_contain_text("uitkomsten")
    expect(page.locator("#sentences tbody tr").nth(8)).to_be_visible()


def test_the_link_restores_place_sides_levers_window_and_language(visit_real, settled):
    page = visit_real(f"{SMALL}&lang=en&window=after&b.hours.protected=3")
    settled(page)
    link = page.get_by_label("This link brings you back").input_value()
    again = visit_real(link.split("?")[1])
    settled(again)
    for field in ("#place", "#side-a", "#side-b", "#lever-hours-protected"):
        assert again.input_value(field) == page.input_value(field)
    assert again.get_by_label("the time after it").is_checked()
    assert again.locator("#sentences").inner_text() == page.locator("#sentences").inner_text()
    assert again.locator("#notices").count() == 0


def test_a_question_sets_both_sides(visit_real):
    page = visit_real(SMALL, ready=False)
    page.get_by_role("button", name="Wat als we budgetten samenvoegen?").click()
    expect(page.locator("#side-a")).to_have_value("as_it_is_now")
    expect(page.locator("#side-b")).to_have_value("neighbourhood_budget")
    page.select_option("#side-b", "more_mandate")
    expect(page.locator("#differences")).to_contain_text("geen extra geld")


def test_money_on_one_side_only_is_said_aloud(visit_real):
    page = visit_real(f"{SMALL}&a=as_it_is_now&b=facilitator_split", ready=False)
    expect(page.locator("#differences .notice")).to_contain_text("verschillen in geld")
    expect(page.locator("#differences")).to_contain_text("9 euro extra per bewoner per jaar")


def test_a_place_says_how_much_is_known_and_how_it_is_sampled(visit_real):
    page = visit_real("runs=1&seed=11")
    expect(page.locator("#place-hint")).to_contain_text("van 12 feiten bekend")
    expect(page.locator(".stage")).to_contain_text("staat voor ongeveer 7 echte bewoners")
    groups = page.locator("#place optgroup").evaluate_all("all => all.map(one => one.label)")
    assert "Heerenveen" in groups
    assert groups[-1].startswith("Verzonnen")


def test_groups_the_gap_and_the_price_list_open_when_asked(whole):
    page = whole
    page.select_option("#divide", "household")
    expect(page.locator("#groups figure")).to_have_count(4)
    titles = page.locator("#groups .chart__title")
    expect(titles.first).to_have_text(re.compile(r"\(\d[\d.]* bewoners\)"))
    expect(page.locator("#groups table[role=table] tbody tr")).to_have_count(4)
    page.locator("#money summary").first.click()
    expect(page.locator("#money")).to_contain_text("Woningcorporatie")
    expect(page.locator("#money")).to_contain_text("Uurprijs wijkteam")


def test_figures_and_print_carry_the_warning(whole):
    page = whole
    with page.expect_download() as saving:
        page.get_by_role("button", name="Cijfers (CSV)").click()
    text = saving.value.path().read_text(encoding="utf-8")
    assert "geen voorspelling" in text
    assert "toevalsreeks 11; 20 doorrekeningen" in text
    assert "dorpsrand" in text
    assert "nan" not in text.lower().replace("financ", "")
    page.emulate_media(media="print")
    stamp = page.locator(".stamp").inner_text()
    for part in ("geen voorspelling", "versie", "toevalsreeks 11", "20 doorrekeningen"):
        assert part in stamp
    page.emulate_media(media="null")


def test_the_whole_comparison_prints_on_five_sheets(whole):
    """Charts, verdicts, settings, payers, what it rests on and questions; cards repeat verdicts.

    It was four while a table ran off the sheet: a browser then makes all print smaller to fit it.
    """
    whole.wait_for_selector("#money tbody tr")
    whole.wait_for_selector(".cards__one")
    sheets = whole.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 5
    whole.emulate_media(media="print")
    expect(whole.locator("#money table").first).to_be_visible()
    expect(whole.locator("#sentences table")).to_be_visible()
    expect(whole.locator(".cards__one").first).to_be_hidden()
    whole.emulate_media(media="null")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_guide_of_a_lesson_is_one_local_page(visit_real, language):
    page = visit_real(f"lang={language}&lesson=placement", path="/lessons/guide", ready=False)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.locator("table").count() == 1
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize(("language", "width"), [("nl", 1280), ("en", 320)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit_real, settled, language, width):
    """The other widths and languages are held against axe on the made-up model."""
    page = visit_real(f"{SMALL}&lang={language}", width=width)
    settled(page)
    unfolded(page)
    page.select_option("#divide", "disadvantage")
    page.locator("#groups .chart__title").first.wait_for()
    for closed in page.locator("main > section details, .more details").all():
        closed.evaluate("one => { one.open = true }")
    page.get_by_role("button", name=re.compile("^(Alle knoppen|All levers)$")).click()
    families = page.locator("details.family")
    families.first.wait_for()
    assert families.count() > 5
    assert not page.locator("#lever-staffing-team").is_visible()
    for closed in families.all():
        closed.evaluate("one => { one.open = true }")
    page.locator("#lever-staffing-team").wait_for()
    assert Axe().run(page).response["violations"] == []
    for wide in (1280, 768, 320):
        page.set_viewport_size({"width": wide, "height": 900})
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
