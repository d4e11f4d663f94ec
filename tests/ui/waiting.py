"""What tests of the page wait for."""

from __future__ import annotations

from playwright.sync_api import Page


def drawn(page: Page) -> None:
    """Wait for the first picture after the last release."""
    page.wait_for_function(
        "() => { const from = performance.getEntriesByName('released').pop();"
        "return from && performance.getEntriesByName('drawn')"
        ".some(e => e.startTime > from.startTime) }"
    )
