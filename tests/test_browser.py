"""The browser itself, so that a machine without one is noticed before any page is blamed."""

from playwright.sync_api import Browser


def test_a_browser_is_there_to_open_the_page_in(browser: Browser):
    page = browser.new_page()
    page.set_content("<h1>Samenspel</h1>")
    assert page.get_by_role("heading").inner_text() == "Samenspel"
    page.close()
