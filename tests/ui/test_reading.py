"""What is read, saved and printed from the page in a real browser, on the made-up model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import ui
from tests.ui.conftest import finished, unfolded, visits


@pytest.fixture(scope="module")
def whole(chromium: Browser, address: str) -> Iterator[Page]:
    """One page with all its runs, for the tests that only read it."""
    with visits(chromium, address) as opened:
        page = opened()
        finished(page)
        yield page


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
        assert "Plek: " in text


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
    for told in (".chart__meaning", ".chart__caption"):
        assert page.locator(told).first.is_visible()
    page.emulate_media(media="null")


def test_a_line_has_a_gap_where_nothing_was_measured(whole):
    """The names of the methods are those of chart.vue."""
    script = (Path(ui.__file__).parent / "chart.vue").read_text(encoding="utf-8")
    script = script.split("<script>")[1].split("</script>")[0]
    drawn = whole.evaluate(
        """script => {
            const module = { exports: {} };
            new Function("module", script)(module);
            const chart = { weeks: [0, 1, 2, 3, 4, 5], x: week => week, y: value => value,
                            ...module.exports.methods };
            Object.assign(chart, { x: week => week, y: value => value });
            const low = [1, 1, null, 1, null, 1], high = [2, 2, null, 2, 2, null];
            return [chart.line(low), chart.area(low, high)];
        }""",
        script,
    )
    assert drawn[0] == "M0.0 1L1.0 1M3.0 1m-2 0h4M5.0 1m-2 0h4"
    assert drawn[1].count("M") == 2


@pytest.mark.parametrize(
    ("language", "width"), [("nl", 320), ("nl", 768), ("en", 768), ("en", 1280)]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, settled, language, width):
    """The other two are held against axe on the real model."""
    page = visit(f"lang={language}", width=width)
    assert Axe().run(page).response["violations"] == []
    unfolded(page)
    page.select_option("#divide", "disadvantage")
    settled(page)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
