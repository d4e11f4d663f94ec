"""The top of every page: home, the pages that lead to each other, and what was set on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ui import addresses, serve


@pytest.mark.parametrize(("old", "now"), [("/lesson", "/lessons"), ("/vergelijk", "/compare")])
def test_a_page_is_found_where_it_stood_before_with_all_that_was_asked(old: str, now: str):
    scope = {"type": "http", "path": old, "query_string": b"lang=en&seed=7", "root_path": "/x"}
    assert serve.elsewhere(scope) == f"/x{now}?lang=en&seed=7"


def test_every_page_leads_to_every_other_with_all_that_was_set(visit):
    page = visit("place=hill&b.fake.hours=30&seed=77", ready=False)
    ways = page.locator("nav.pages")
    for name, path in (
        ("Vergelijken", addresses.COMPARE),
        ("Waarom", addresses.WHY),
        ("Borden", addresses.BOARDS),
        ("Verkennen", addresses.LIVE),
    ):
        ways.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"**{path}?*")
        expect(ways.locator("[aria-current=page]")).to_have_text(name)
        expect(ways.get_by_role("link")).to_have_count(len(addresses.PAGES))
        assert page.locator("#notices").count() == 0
        for part in ("place=hill", "b.fake.hours=30", "seed=77"):
            assert part in page.url
    ways.get_by_role("link", name="Lessen", exact=True).click()
    expect(ways.locator("[aria-current=page]")).to_have_text("Lessen")
    page.get_by_role("link", name="Samenspel", exact=True).click()
    page.wait_for_url("**/?lang=nl")
