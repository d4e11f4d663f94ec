"""The page in a real browser, on the made-up model."""

from __future__ import annotations

import json
import re
import time

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, expect

from tests.ui import gate
from tests.ui.fake import FIRST_RUNS
from tests.ui.waiting import drawn

HOURS = "#lever-fake-hours"


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


def test_the_html_itself_has_a_language_and_can_be_zoomed(visit, address):
    page = visit("lang=en")
    html = page.request.get(f"{address}/explore?lang=en", headers={"accept": "text/html"}).text()
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


def test_bands_follow_the_thin_runs(visit, settled, gates):
    page = visit("seed=98")
    settled(page)
    with gate.closed(gates, seed=98, runs=FIRST_RUNS):
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
    drawn(page)  # until then a slow page may still show the older answer as finished
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
    drawn(page)  # until then the page may still say that the answer before is finished
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


@pytest.mark.parametrize(
    ("search", "told"),
    [
        (
            "place=%3Cscript%3Ealert(1)%3C/script%3E&b.fake.hours=9999&version=0.0.0&seed=x",
            ("<script>alert(1)</script>", "9999", "0.0.0", "seed=x"),
        ),
        ("b.fake.none=%22onload%3Dalert(1)&price.fake.price=1", ("fake.none", "Uurprijs")),
        (f"b={'x' * 9000}&seed=4", ("niet te lezen",)),
    ],
)
def test_a_malformed_link_says_so_and_does_no_harm(visit, search, told):
    page = visit(search)
    page.on("dialog", lambda _: pytest.fail("something of the link was run"))
    notices = page.locator("#notices").inner_text()
    for part in told:
        assert part in notices
    assert page.locator("#notices script").count() == 0
    assert page.locator("#notices li").count() <= 6


def test_a_failed_computation_says_so_and_leaves_no_picture(visit, settled):
    page = visit()
    settled(page)
    page.select_option("#side-b", "broken")
    expect(page.get_by_role("status").first).to_contain_text("ging iets mis")
    assert page.locator(".chart").count() == 0
    expect(page.locator("#sentences")).to_contain_text("Het rekenen is mislukt")
    page.select_option("#side-b", "team_hours")
    settled(page)
    expect(page.locator(".chart").first).to_be_visible()


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
    page.wait_for_timeout(10_000)
    again = visit("seed=8&place=city")
    expect(again.get_by_role("status").first).not_to_contain_text("Klaar", timeout=50)


def test_a_computation_is_stopped_for_a_tab_that_was_killed(visit):
    """No goodbye is said: only the connection is gone, and the page keeps its memory a while."""
    page = visit("seed=9&place=city")
    page.wait_for_timeout(500)
    with pytest.raises(PlaywrightError, match="crash"):
        page.goto("chrome://crash")
    time.sleep(11)  # a computation of this place takes ten seconds
    again = visit("seed=9&place=city")
    expect(again.get_by_role("status").first).not_to_contain_text("Klaar", timeout=50)


def test_a_price_is_set_for_both_sides_travels_in_the_link_and_goes_back(visit, settled):
    page = visit("seed=5")
    settled(page)
    page.locator("#money summary").first.click()
    before = page.locator("#money details td.number").first.inner_text()
    price = page.get_by_role("spinbutton", name="Uurprijs verbinder")
    price.fill("500")
    price.press("Enter")
    expect(price).to_have_value("120")
    euros = page.locator("#money details td.number").first
    expect(euros).to_be_visible()  # what was opened stays open
    expect(euros).not_to_have_text(before)
    expect(page.get_by_label("Deze link brengt je terug")).to_have_value(
        re.compile(r"price\.fake\.price=120")
    )
    expect(page.locator("#money .notice")).to_contain_text("Uurprijs verbinder 120 euro per uur")
    page.get_by_role("button", name="Terug Uurprijs verbinder").click()
    expect(price).to_have_value("90")


def test_each_large_group_has_a_chart_of_its_own_and_so_has_the_gap(visit, settled):
    page = visit("seed=6")
    settled(page)
    page.select_option("#divide", "disadvantage")
    charts = page.locator("#groups figure")
    expect(charts).to_have_count(3)
    expect(charts.locator(".chart__title")).to_have_text(
        [
            "Minste achterstand (1.350 bewoners)",
            "Meeste achterstand (1.300 bewoners)",
            "Het gat: meeste achterstand min minste achterstand",
        ]
    )
    expect(charts.first.locator("[fill^=url]")).to_have_count(4)
    axes = [charts.nth(n).locator("svg text").all_inner_texts()[:3] for n in (0, 1)]
    assert axes[0] == axes[1], "groups stand on one scale"
    page.get_by_text("Alle groepen in één tabel").click()
    expect(page.locator("#groups table[role=table] tbody tr")).to_have_count(4)
    expect(page.locator("#groups")).to_contain_text("Te weinig bewoners")


def test_what_differs_most_keeps_its_order_while_new_runs_come_in(visit, settled):
    page = visit("seed=12")
    settled(page)
    names = "() => [...document.querySelectorAll('.most__one span')].map(e => e.textContent)"
    before = page.evaluate(names)
    assert len(before) == 3
    press(page, HOURS)
    seen = page.evaluate(
        f"""async () => {{ const seen = [];
        const done = () => /Klaar/.test(document.querySelector('.stage__said').textContent);
        while (!done() || seen.length < 5) {{
          seen.push(JSON.stringify(({names})())); await new Promise(r => setTimeout(r, 40)); }}
        return [...new Set(seen)]; }}"""
    )
    assert {one for one in seen if one != "[]"} <= {
        json.dumps(before, ensure_ascii=False, separators=(",", ":"))
    } | set(seen[-1:])


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


def test_a_number_can_be_typed_with_a_comma_and_what_is_no_number_is_refused_aloud(visit):
    page = visit()
    hours = page.get_by_role("spinbutton", name="Uren van de verbinder")
    page.evaluate("performance.clearMarks()")
    hours.fill("12,0")
    page.keyboard.press("Enter")
    drawn(page)  # the server has heard of it
    expect(page.locator(HOURS)).to_have_value("12")
    hours.fill("veel")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("Een getal van 0 tot 72"))).to_be_visible()
    expect(hours).to_have_value("12")
