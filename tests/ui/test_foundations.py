"""What the model rests on, as pages a visitor can open beside the charts."""

from __future__ import annotations

import re
from html import unescape

import pytest
from axe_playwright_python.sync_playwright import Axe

from experiments import reasons
from experiments.front import foundations as rows
from model.parameters import ADDRESSES
from ui import foundations


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_number_stands_there_with_its_name_and_what_it_rests_on(language):
    page = foundations.front(language)
    for address in ADDRESSES:
        assert f"<code>{address}</code>" in page
    assert page.count('<th scope="row" role="rowheader"') == len(ADDRESSES) + len(
        rows.assumed(language)
    )
    assert str(len(ADDRESSES)) in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_number_says_why_in_the_language_of_the_page_with_its_sources_by_name(language):
    page = unescape(re.sub(r"</?a\b[^>]*>", "", foundations.front(language)))
    for each in ADDRESSES.values():
        assert reasons.told(each.basis, language) in page
    assert 'lang="en"' not in page.removeprefix('<!doctype html><html lang="en">')


def test_numbers_without_a_rule_of_their_own_have_a_heading_in_words():
    for each in rows.mechanisms("nl"):
        assert each.name != each.key
        assert each.name[0].isupper()


def test_small_numbers_are_written_as_people_read_them():
    assert re.search(r"\b0,0000\d+ per week", foundations.front("nl"))
    assert "e-05" not in foundations.front("en")


def test_misses_are_counted_up_front_and_told_on_a_page_of_their_own():
    judged = rows.judged()
    assert judged is not None
    _, misses, hits, _ = judged
    assert f"mist er {misses} en haalt er {hits}" in foundations.front("nl")
    told = foundations.document("validation", "en")
    assert told is not None
    assert f"Misses ({misses})" in told


def test_every_row_of_evidence_that_a_number_names_can_be_looked_up():
    sources = foundations.sources("en")
    linked = set(re.findall(r'sources\?lang=nl#([^"]+)"', foundations.front("nl")))
    assert len(linked) > 20
    assert [key for key in linked if f'id="{key}"' not in sources] == []


@pytest.mark.parametrize("name", ["", *rows.DOCUMENTS, "sources"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_page_is_whole_and_asks_for_nothing_from_outside(name, language):
    page = foundations.page(f"/foundations/{name}", language)
    assert page is not None
    assert page.startswith(f'<!doctype html><html lang="{language}">')
    assert re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', page) == []
    assert page.count("<table") == page.count("</table>") == page.count('class="scroll"')


def test_there_is_no_page_of_what_is_not_one_of_ours():
    assert foundations.page("/foundations/../pyproject", "nl") is None
    assert foundations.page("/foundations/secret", "nl") is None


@pytest.mark.parametrize(("path", "width"), [("", 320), ("/validation", 1280), ("/sources", 320)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, path, width):
    page = visit("lang=nl", width=width, path=f"/foundations{path}", ready=False)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_they_are_found_from_the_page_and_the_way_back_leads_to_it(visit):
    page = visit("lang=en")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="What does it rest on?").click()
    beside = opened.value
    beside.get_by_role("link", name="Held against the outside, misses first").click()
    beside.get_by_role("link", name="All foundations").click()
    beside.get_by_role("heading", level=1, name="Foundations").wait_for()
    beside.get_by_role("link", name="To the thinking model").wait_for()
