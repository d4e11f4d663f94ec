"""What a reader is told about what stands there: old, put in, not here, and of which day."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.ui import gate
from tests.ui.fake_world import SCENARIOS

HOURS = "#lever-fake-hours"
SLOW = "place=city&a=neighbourhood&b=team_hours"
OLD = "Dit hoort nog bij de vorige stand"


def busy(page: Page) -> int:
    return page.locator("[aria-busy=true]").count()


def test_scenarios_are_chosen_from_families(visit):
    page = visit("lang=nl", ready=False)
    others = [one for one in SCENARIOS if one.group("nl") == "Zo kan het ook"]
    for side in ("#side-a", "#side-b"):
        groups = page.locator(f"{side} optgroup")
        expect(groups).to_have_count(2)
        assert groups.first.get_attribute("label") == "Eén wijk"
        assert groups.last.locator("option").count() == len(others)


def test_what_the_page_cannot_run_is_refused_kindly(visit):
    page = visit("lang=nl&b=region")
    expect(page.locator("#notices")).to_contain_text("“De hele streek” gaat over meer gemeenten")
    expect(page.locator("#choose .elsewhere")).to_contain_text("Meer gemeenten")
    expect(page.locator("#side-b")).to_have_value("neighbourhood")


def test_what_is_old_says_so_to_eye_and_ear_and_says_it_once(visit, settled, gates):
    page = visit(f"{SLOW}&seed=71")
    settled(page)
    page.select_option("#divide", "disadvantage")
    expect(page.locator("#groups figure").first).to_be_visible()
    assert busy(page) == 0
    expect(page.locator(".stale:not(:empty)")).to_have_count(0)
    with gate.closed(gates, seed=71):
        page.focus(HOURS)
        page.keyboard.press("ArrowRight")
        expect(page.locator("#results .stale")).to_contain_text(OLD)
        for section in ("#sentences", "#money", "#groups"):
            expect(page.locator(f"{section} .stale")).to_contain_text(OLD)
            assert page.locator(section).get_attribute("aria-busy") == "true"
        expect(page.get_by_role("status").first).to_contain_text("Het model rekent opnieuw")
        assert page.locator(".stale[role=status], .stale[aria-live]").count() == 0
        assert page.locator("[aria-busy=true] [role=status].stage__said").count() == 0
    settled(page)
    assert busy(page) == 0
    expect(page.locator(".stale:not(:empty)")).to_have_count(0)


def test_a_fold_stays_open_and_a_focus_stays_while_results_are_old(visit, settled, gates):
    page = visit(f"{SLOW}&seed=72")
    settled(page)
    page.locator("#money summary").first.click()
    page.select_option("#divide", "disadvantage")
    with gate.closed(gates, seed=72):
        page.focus(HOURS)
        page.keyboard.press("ArrowRight")
        expect(page.locator("#results .stale")).to_contain_text(OLD)
        assert page.locator("#money details").first.get_attribute("open") is not None
        assert page.input_value("#divide") == "disadvantage"
        assert page.evaluate("document.activeElement.id") == HOURS.removeprefix("#")


def test_what_was_put_in_is_no_finding(visit, settled):
    page = visit("lang=nl&seed=73")
    settled(page)
    row = page.locator("#sentences tbody tr", has_text="Vertrouwen")
    expect(row.locator("th")).to_have_text("Vertrouwen (zelf ingesteld)")
    expect(page.locator(".most")).not_to_contain_text("Vertrouwen")
    expect(page.locator(".most")).to_contain_text("van de 5 uitkomsten")
    expect(page.locator("#sentences")).to_contain_text("geen vondst van het model")


def titles(page: Page) -> list[str]:
    return page.locator("#results .chart__title").all_inner_texts()


def test_a_question_and_a_link_put_their_charts_in_front(visit, settled):
    page = visit("lang=nl&seed=74")
    settled(page)
    assert titles(page)[0] == "Onvervulde hulpvraag"
    page.get_by_role("button", name="Verbinder of uren?").click()
    expect(page.locator("#results .chart__title").first).to_have_text("Gebruik van zorg")
    settled(page)
    assert titles(page)[:2] == ["Gebruik van zorg", "Wachttijd"]
    link = page.get_by_label("Deze link brengt je terug").input_value()
    assert "charts=use%2Cwait" in link
    page.select_option("#side-b", "as_is")
    settled(page)
    assert titles(page)[:2] == ["Gebruik van zorg", "Wachttijd"]
    again = visit(link.split("?")[1])
    settled(again)
    assert titles(again)[:2] == ["Gebruik van zorg", "Wachttijd"]
    assert again.locator("#notices").count() == 0


def test_a_chart_that_does_not_exist_is_told_and_the_others_come(visit):
    page = visit("lang=nl&charts=wait,nothing&seed=75")
    expect(page.locator("#notices")).to_contain_text("nothing")
    assert titles(page)[0] == "Wachttijd"


def test_the_lesson_stands_only_under_the_question_it_is_about(visit):
    page = visit("lang=nl&seed=76")
    lesson = page.get_by_role("link", name="Les bij deze vraag")
    expect(lesson).to_have_count(0)
    page.get_by_role("button", name="Verbinder of uren?").click()
    expect(lesson).to_be_visible()
    with page.expect_popup() as opened:
        lesson.click()
    sheet = opened.value
    ready = sheet.get_by_role("link", name="Open het denkmodel met de vraag van deze les")
    ready.click()
    expect(sheet.locator("#side-a")).to_have_value("as_is")
    expect(sheet.locator("#results .chart__title").first).to_have_text("Onvervulde hulpvraag")


def test_paper_says_of_which_day_it_is_and_where_the_setting_stands(visit, settled):
    page = visit("lang=nl&seed=77")
    settled(page)
    line = page.locator(".onpaper")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    expect(line).to_be_visible()
    link = page.get_by_label("Deze link brengt je terug").input_value()
    assert link in line.inner_text()
    year = page.evaluate("new Date().getFullYear()")
    assert re.search(rf"Geprint op \d+ [a-z]+ {year}", line.inner_text())
    sheets = page.pdf(prefer_css_page_size=True)
    count = len(re.findall(rb"/Type\s*/Page\b", sheets))
    assert count <= 4, "three only while a table too wide made the browser shrink all print"


def test_a_line_that_says_nothing_takes_no_room(visit):
    page = visit("lang=nl&seed=78")
    heights = page.locator(".lever__idle:empty, .stale:empty").evaluate_all(
        "all => all.map(one => { const s = getComputedStyle(one);"
        "return one.offsetHeight + parseFloat(s.marginTop) + parseFloat(s.marginBottom) })"
    )
    assert len(heights) > 5
    assert set(heights) == {0}
