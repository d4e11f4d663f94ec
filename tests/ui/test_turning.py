"""Back and forth, family by family, and locked: what a visitor does to the levers, in a browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.waiting import drawn

HOURS = "#lever-fake-hours"
MEETING = "#lever-fake-meeting"


def test_undo_and_redo_by_keyboard_bring_the_very_same_pictures(visit, settled):
    page = visit("seed=31")
    settled(page)
    before = page.locator(".chart__readout").all_inner_texts()
    page.focus(HOURS)
    page.keyboard.press("End")
    drawn(page)
    settled(page)
    after = page.locator(".chart__readout").all_inner_texts()
    assert after != before
    page.evaluate("performance.clearMarks()")
    page.keyboard.press("Control+z")
    expect(page.locator(HOURS)).to_have_value("28")
    drawn(page)
    settled(page)
    assert page.locator(".chart__readout").all_inner_texts() == before
    page.evaluate("performance.clearMarks()")
    page.keyboard.press("Control+Shift+z")
    expect(page.locator(HOURS)).to_have_value("72")
    drawn(page)
    settled(page)
    assert page.locator(".chart__readout").all_inner_texts() == after
    assert page.locator("#chart-unmet path[stroke-dasharray='1 4']").count() == 2, "no ghost"
    expect(page.get_by_role("button", name="Volgende stand")).to_be_disabled()


def test_in_a_field_the_keys_of_undo_are_of_the_field(visit):
    page = visit("seed=32")
    page.focus(HOURS)
    page.keyboard.press("End")
    drawn(page)
    page.get_by_role("spinbutton", name="Uren van de verbinder").focus()
    page.keyboard.press("Control+z")
    page.wait_for_timeout(400)
    expect(page.locator(HOURS)).to_have_value("72")


def test_a_new_change_leaves_nothing_to_redo(visit):
    page = visit("seed=33")
    page.focus(HOURS)
    page.keyboard.press("End")
    page.get_by_role("button", name="Vorige stand").click()
    again = page.get_by_role("button", name="Volgende stand")
    expect(again).to_be_enabled()
    page.focus(MEETING)
    page.keyboard.press("End")
    expect(again).to_be_disabled()


def test_with_the_hours_locked_others_give_way_and_the_page_says_which(visit):
    page = visit("seed=34")
    lock = page.get_by_role("button", name="Evenveel uur per persoon")
    lock.click()
    expect(lock).to_have_attribute("aria-pressed", "true")
    page.focus(HOURS)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".lock__said")).to_contain_text("Steun voor bewoners van 4 uur per week")
    expect(page.locator(HOURS)).to_have_value("29")
    page.keyboard.press("End")
    expect(page.locator(".lock__said")).to_contain_text("kon niet verder dan 33 uur per week")
    expect(page.locator(HOURS)).to_have_value("33")
    page.keyboard.press("End")
    expect(page.locator(".lock__said")).to_contain_text("blijft op 33 uur per week")
    expect(page.locator(HOURS)).to_have_value("33")
