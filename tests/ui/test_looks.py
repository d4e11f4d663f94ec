"""What somebody sees who comes here first: nothing covers anything, and A and B are told apart."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.ui.conftest import unfolded
from tests.ui.fake_world import FakeUnit
from tests.ui.test_page import HOURS
from ui.provider import Counts, Estimate, Pair
from ui.sections import comparison
from ui.sections.comparison import MARGINS_SHOWN, reach

WIDTHS = (320, 768, 1280, 1600)


OVERLAPS = """card => {
    const parts = [...card.querySelectorAll(
        'button, input, .lever__name, .status, .lever__unit, .lever__tick, .lever__other,' +
        '.lever__ends span, .lever__choice, summary')];
    const boxes = parts.map(one => [one.className || one.tagName, one.getBoundingClientRect()]);
    const found = [], room = card.getBoundingClientRect();
    boxes.forEach(([name, box], n) => {
        if (box.left < room.left || box.right > room.right) found.push(name + ' sticks out');
        boxes.slice(n + 1).forEach(([other, its], m) => {
            if (parts[n].contains(parts[n + 1 + m])) return;
            const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
            const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
            if (wide > 0.5 && high > 0.5) found.push(name + ' over ' + other);
        });
    });
    return found;
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_in_the_card_of_a_lever_covers_anything_else(visit, width):
    page = visit("b.fake.hours=0&b.fake.mandate=1", width=width)
    unfolded(page)
    cards = page.locator(".lever")
    assert page.locator(".lever__other").count() >= 1
    for key in ("Home", "End"):
        page.focus(HOURS)
        page.keyboard.press(key)
        page.wait_for_timeout(200)
        assert [fault for card in cards.all() for fault in card.evaluate(OVERLAPS)] == []


def drawing(page: Page, side: str) -> dict[str, object]:
    """How one side is drawn, but for its colour."""
    return page.evaluate(
        """side => {
            const chart = document.querySelector('#chart-unmet');
            const band = chart.querySelector('.chart__band--' + side);
            const fill = document.getElementById(band.getAttribute('fill').slice(5, -1));
            return { dash: chart.querySelector('.chart__median--' + side)
                       .getAttribute('stroke-dasharray'),
                     turned: fill.getAttribute('patternTransform') };
        }""",
        side,
    )


def test_a_and_b_differ_in_dash_hatch_and_letter_and_not_only_in_colour(visit, settled):
    page = visit("seed=21")
    settled(page)
    compared = page.locator("#chart-unmet .chart__compared")
    assert float(compared.get_attribute("x1")) < float(compared.get_attribute("x2"))
    a, b = drawing(page, "a"), drawing(page, "b")
    assert a["dash"] != b["dash"]
    assert a["turned"] != b["turned"]
    letters = page.locator("#chart-unmet text[font-weight='700']").all_text_contents()
    assert sorted(letters) == ["A", "B"]
    assert page.locator("figure").first.locator(".swatch").count() == 2
    assert page.locator("#chart-unmet .chart__unit").text_content() == "%"


def luminance(colour: str) -> float:
    """How light a colour is to the eye (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_lines_of_a_chart_and_bars_of_a_table_stand_out_from_their_card(visit, settled):
    page = visit("seed=22")
    settled(page)
    inks = page.locator(".chart__band, .chart__median").evaluate_all(
        "all => all.map(one => one.getAttribute('stroke'))"
    )
    page.locator("#money summary").first.click()
    inks += page.locator("#money .bar svg :is(rect, line)").evaluate_all(
        "all => all.map(one => one.getAttribute('stroke'))"
    )
    card = luminance("#fffdf9")
    for ink in set(inks):
        assert (card + 0.05) / (luminance(ink) + 0.05) >= 3


def test_bars_of_one_unit_share_one_scale_also_the_total(visit, settled):
    page = visit("seed=23")
    settled(page)
    page.locator("#money summary").first.click()
    rows = page.locator("#money details").first.locator("table").first.locator("tbody tr").all()
    scales, lefts = set(), set()
    for row in rows:
        middle = row.locator(".bar").first.inner_text().split(" (")[0].replace(".", "")
        wide = row.locator(".bar rect").first.get_attribute("width")
        amount = abs(float(middle.replace(",", ".").replace("+", "").replace("−", "-")))
        scales.add(round(float(wide) / amount * 1e5))
        lefts.add(row.locator(".bar svg").first.bounding_box()["x"])
    assert len(rows) == 4
    assert len(lefts) == 1, "the zero lines stand under each other"
    assert max(scales) - min(scales) <= max(scales) * 0.01


def test_a_panel_that_is_cut_off_says_that_there_is_more_and_goes_there(visit):
    page = visit("seed=24", width=1280)
    more = page.get_by_role("button", name="Meer knoppen hieronder")
    page.locator("#results").scroll_into_view_if_needed()
    expect(more).to_be_visible()
    last = page.locator(".turning .lever").last
    while more.is_visible():
        more.press("Enter")
        page.wait_for_timeout(100)
    expect(last).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 600, "height": 900})
    expect(more).to_be_hidden()


def test_a_narrow_screen_keeps_the_order_and_folds_what_comes_later(visit, settled):
    page = visit("seed=25", width=320)
    settled(page)
    tops = [
        page.locator(part).bounding_box()["y"]
        for part in ("#openings", "#choose", "#results", "#levers", "#sentences", "#money")
    ]
    assert tops == sorted(tops)
    assert page.evaluate("document.documentElement.scrollHeight") < 6500
    assert not page.locator(HOURS).is_visible()
    assert page.locator("#results figure:visible").count() == 2
    fold = page.locator("#levers .fold__button")
    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(page.locator(HOURS)).to_be_visible()
    expect(page.locator(".glance")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".fold:visible")).to_have_count(0)
    expect(page.locator("#sentences table")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator("#sentences table")).to_be_visible()


def test_the_line_beside_the_levers_names_only_what_differs(visit, settled):
    page = visit("a=as_is&b=as_is&seed=26", width=700)
    settled(page)
    line = page.locator(".glance")
    expect(line).to_contain_text("verschillen nergens duidelijk")
    page.select_option("#side-b", "neighbourhood")
    settled(page)
    expect(line).to_have_text(
        re.compile(r"^In het laatste jaar: Onvervulde hulpvraag, B [\d,]+ procentpunt lager\.")
    )


def test_on_paper_no_sentence_is_larger_than_its_heading_and_bars_stay(visit, settled):
    page = visit("seed=27")
    settled(page)
    page.locator("#money summary").first.click()
    page.emulate_media(media="print")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    heading = page.locator("figure h3").first.evaluate(size)
    for said in (".sentence", ".sentence strong", ".chart__readout", ".chart__meaning"):
        assert page.locator(f"figure {said}").first.evaluate(size) < heading
    assert heading < page.locator("#results h2").evaluate(size)
    adjusted = page.locator("figure svg[role=img], .bar svg").evaluate_all(
        "all => all.map(one => getComputedStyle(one).printColorAdjust)"
    )
    assert set(adjusted) == {"exact"}


def test_on_a_sheet_of_a4_no_table_is_cut_off(visit, settled):
    page = visit("seed=29", width=703)  # A4 without its margins
    settled(page)
    page.locator("#money summary").first.click()
    page.emulate_media(media="print")
    ends = page.locator("table:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert ends
    assert max(ends) <= 703


def test_the_way_to_the_lesson_stands_under_its_question_and_leads_back(visit):
    page = visit("a=neighbourhood&b=team_hours&window=final&seed=28")
    lesson = page.locator("#openings").get_by_role("link", name="Les bij deze vraag")
    expect(lesson).to_be_visible()
    with page.expect_popup() as opened:
        lesson.click()
    back = opened.value.get_by_role("link", name="Open het denkmodel")
    back.click()
    expect(opened.value.locator("#side-b")).to_have_value("neighbourhood")


def pair_of(a: float, b: float, apart: float, direction: str = "higher") -> Pair:
    """A pair of runs with these middles."""
    ends = (Estimate(middle, middle - 0.1, middle + 0.1) for middle in (a, b, apart))
    return Pair(*ends, Counts(15, 2, 3, 20, "more_often", direction, False))


@pytest.mark.parametrize(
    ("a", "b", "apart", "direction", "digits"),
    [
        (8.26, 8.34, 0.08, "higher", 2),  # with one decimal: 8.3, 8.3 and 0.1
        (12.4, 12.9, 0.5, "higher", 1),
        (100.0, 167.0, 67.0, "higher", 1),
        (1.5001, 1.5002, 0.0001, "", 1),  # nothing clear: all three alike as they are
        (13.43, 13.44, -0.09, "", 1),  # the middle of the differences points another way
        (8.301, 8.304, 0.003, "higher", 3),
        (3.2615, 3.2645, -0.004, "", 1),  # nothing clear, and no decimals would make it so
    ],
)
def test_a_b_and_their_difference_have_the_decimals_they_need(a, b, apart, direction, digits):
    unit = FakeUnit("uur", "hours")
    assert comparison.fitting(pair_of(a, b, apart, direction), unit, 0.5) == digits


def test_in_people_and_hours_a_small_difference_has_a_small_bar():
    """Rows of one unit share a scale, and what does not matter stays small even when alone."""
    hours, weeks = FakeUnit("uur", "hours"), FakeUnit("weken", "weeks")
    widest = comparison.widest_by_unit(
        [(hours, 0.5, pair_of(0, 67, 67)), (hours, 0.5, pair_of(8.3, 8.4, 0.1)),
         (weeks, 0.5, pair_of(1.5, 1.5, 0.01, ""))], "nl")  # fmt: skip
    assert widest["uur"] == pytest.approx(67.1)
    assert widest["weken"] == pytest.approx(2.0)


def test_where_every_group_is_too_small_bars_still_have_a_scale():
    assert reach(None, None, margin=0.5) == MARGINS_SHOWN * 0.5
    assert reach() == 0.0
