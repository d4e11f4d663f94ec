"""What newcomers tripped over: a foreign word, an empty third, a mark that nobody had set."""

from playwright.sync_api import Page, expect

NOT_ITS_TAG = """() => [...document.querySelectorAll('[tag]')]
    .filter(each => each.getAttribute('tag') !== each.tagName.toLowerCase())
    .map(each => each.outerHTML.slice(0, 80))"""
LISTEN = """
    window.heard = new Set();
    new MutationObserver(() => {
        const said = document.querySelector('#loader-container h1');
        if (said) window.heard.add(said.textContent.trim());
    }).observe(document, {childList: true, subtree: true, characterData: true});
"""


def listening(page: Page) -> None:
    page.add_init_script(LISTEN)


def test_what_is_said_while_the_page_loads_is_in_its_language(visit):
    for language, said in (
        ("nl", "Het denkmodel wordt geladen"),
        ("en", "The thinking model is loading"),
    ):
        page = visit(f"lang={language}", before=listening)
        assert page.evaluate("[...window.heard]") == [said]


def test_groups_use_the_whole_width_and_no_part_is_another_than_it_should_be(visit, settled):
    page = visit("", width=1280)
    settled(page)
    page.select_option("#divide", "disadvantage")
    expect(page.locator("#groups figure")).to_have_count(3)
    assert page.evaluate(NOT_ITS_TAG) == []
    boxes = [figure.bounding_box() for figure in page.locator("#groups figure").all()]
    left, right = boxes[0], boxes[-1]
    assert left
    assert right
    assert left["y"] == right["y"]
    whole = page.locator("#groups").bounding_box()
    assert whole
    assert right["x"] + right["width"] - left["x"] > 0.9 * whole["width"]


def test_a_lever_that_does_nothing_in_a_has_no_mark_of_a(visit):
    page = visit("")
    split = page.locator(".lever:has(#lever-fake-split)")
    hours = page.locator(".lever:has(#lever-fake-hours)")
    expect(hours.locator(".lever__other")).to_have_text("A")
    expect(split.locator(".lever__other")).to_have_count(0)
    expect(split.get_by_text("Doet nu niets")).to_have_count(0)
    page.get_by_label("alleen A").check()
    expect(split.get_by_text("Doet nu niets: in A")).to_be_visible()
