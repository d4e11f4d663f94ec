"""A lever on a slow server: what somebody set or writes is never undone by an older answer."""

from __future__ import annotations

import re

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.ui.waiting import drawn

HOURS = "#lever-fake-hours"


def test_an_answer_that_comes_late_undoes_nothing_that_was_written_meanwhile(visit, settled):
    line = Line()
    page = visit(before=line.take)
    settled(page)
    hours = page.get_by_role("spinbutton", name="Uren van de verbinder")
    line.holds = True
    page.evaluate("performance.clearMarks()")
    hours.fill("12")
    page.keyboard.press("Enter")
    page.wait_for_function("performance.getEntriesByName('released').length > 0")
    hours.fill("veel")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("Een getal van 0 tot 72"))).to_be_visible()
    expect(hours).to_have_value("12")
    hours.fill("3")
    line.let_through()
    drawn(page)
    expect(hours).to_have_value("3")
    page.keyboard.press("Enter")
    expect(page.locator(HOURS)).to_have_value("3")


def test_every_quick_key_counts_also_when_answers_to_earlier_ones_come_late(visit, settled):
    line = Line()
    page = visit(before=line.take)
    settled(page)
    start, step = float(page.input_value(HOURS)), float(page.get_attribute(HOURS, "step") or 1)
    line.holds = True
    page.focus(HOURS)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    wanted = f"{start + 8 * step:g}"
    line.let_through()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(60)
    expect(page.locator(HOURS)).to_have_value(wanted)
    settled(page)
    expect(page.locator(HOURS)).to_have_value(wanted)
    expect(page.get_by_label("Deze link brengt je terug")).to_have_value(re.compile(wanted))


class Line:
    """What the server says to a page can be held on its way, as by a slow server."""

    def __init__(self) -> None:
        self.holds, self.held = False, []
        self.page: WebSocketRoute | None = None

    def take(self, page: Page) -> None:
        """Stand between this page and its server from the beginning."""
        page.route_web_socket("**", self.connected)

    def connected(self, to_page: WebSocketRoute) -> None:
        self.page = to_page
        to_page.connect_to_server().on_message(self.said)

    def said(self, message: str | bytes) -> None:
        if self.holds:
            self.held.append(message)
        elif self.page:
            self.page.send(message)

    def let_through(self) -> None:
        """All that was held reaches the page, and so does what comes after."""
        self.holds = False
        for message in self.held:
            self.said(message)
