"""The first page: a real picture that says of which model it is, and a lever, without script."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from experiments.front import first_picture
from experiments.front.desk import Desk
from experiments.front.first_picture import kept
from ui import addresses, provider, serve, start
from ui.link import read_link

MOST_BYTES = 150_000
DESK = Desk()


@pytest.fixture(autouse=True)
def _real():
    provider.use(DESK)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_of_it_stands_in_the_html_itself_and_that_is_small(language):
    page = start.page(language)
    style = sum(each.stat().st_size for each in serve.styles())
    assert len(page.encode()) + style < MOST_BYTES
    assert "<script" not in page
    assert page.count('class="question"') == 4
    assert page.count('<path class="band') == 8, "two drawings, each with two bands of A and of B"
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_picture_says_how_many_runs_where_and_of_which_version(language):
    found, page = kept(), unescape(start.page(language))
    caption = start.caption(found, language)
    assert caption in page
    assert str(found.question.runs) in caption
    assert found.version in caption
    assert found.place().name(language) in caption


def test_what_is_told_are_the_counts_that_were_kept():
    found = kept()
    counts = found.pictures[found.drawn].pair.counts
    assert counts.higher + counts.lower + counts.within_margin == counts.of == found.question.runs
    said = start.counted(found, "nl")
    assert f"in {counts.lower} van de {counts.of} doorrekeningen lager" in said
    assert f"in {counts.higher} hoger" in said


def test_it_is_no_advertisement_what_is_not_clear_is_told_beside_what_is():
    found = kept()
    named = [found.outcome(key).name("nl") for key in found.pictures if found.unclear(key)]
    told = start.unclear(found, "nl")
    assert all(name in told for name in named)
    assert f"{found.weighed} uitkomsten" in start.gains(found, "nl")


def test_a_picture_of_another_model_says_so_and_one_of_this_model_does_not(monkeypatch):
    found = kept()
    assert replace(found, workings="another").is_old()
    assert replace(found, plans=("x", "y")).is_old()
    monkeypatch.setattr(first_picture, "workings", lambda: found.workings)
    assert not replace(found, plans=first_picture.plans(found.question)).is_old()
    monkeypatch.setattr(start, "kept", lambda: replace(found, workings="another"))
    assert "Het model is veranderd" in start.whole.__wrapped__("nl", ())


def test_without_a_kept_picture_the_page_still_opens_the_model(monkeypatch):
    def none() -> None:
        raise first_picture.NoFirstPicture

    monkeypatch.setattr(start, "kept", none)
    page = start.whole.__wrapped__("nl", tuple(each.key for each in DESK.openings()))
    assert "niet gevonden" in page
    assert page.count('class="question"') == 4


@pytest.mark.long
def test_the_kept_picture_is_of_this_model():
    """When it is not: python -m experiments.front.first_picture."""
    assert not kept().is_old()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_question_opens_the_page_that_computes_in_that_state(language):
    links = re.findall(r'class="question" href="([^"]+)"', start.page(language))
    for address, opening in zip(links, DESK.openings(), strict=True):
        asked = urlsplit(unescape(address))
        assert asked.path == f".{addresses.LIVE}"
        spoken, question, complaints = read_link(asked.query, DESK)
        assert (spoken, complaints) == (language, ())
        assert (question.a.scenario, question.b.scenario) == (opening.a, opening.b)


@pytest.mark.parametrize(
    ("query", "older"),
    [("", False), ("lang=en", False), ("utm_source=x&lang=nl", False), ("a=as_is", True),
     ("seed=3", True), ("lang=en&place=dale&b.fake.hours=3", True), ("nonsense=1", False),
     ("fbclid=x", False), ("lang=nl&gclid=x", False), ("price.fake.price=3", True)],
)  # fmt: skip
def test_links_from_before_find_the_page_that_computes(query, older):
    assert addresses.is_older_link(query) is older
    scope = {"path": "/", "query_string": query.encode()}
    assert serve.elsewhere(scope) == (f"/explore?{query}" if older else "")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, language, width):
    page = visit(f"lang={language}", width=width, path="/", ready=False, seed=False)
    assert page.locator("svg[role=img]:visible").count() == 1
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_lever_still_opens_the_model(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    lever = page.get_by_role("slider")
    lever.press("ArrowRight")
    page.get_by_role("button", name="Reken dit door").press("Enter")
    asked = parse_qs(urlsplit(page.url).query)
    context.close()
    question = kept().question
    assert asked["a"] == [question.a.scenario]
    assert asked["place"] == [question.place]
    moved = float(asked[f"b.{start.LEVER}"][0])
    assert moved == pytest.approx(start.current_value(kept()) + kept().lever(start.LEVER).step)


def test_keys_move_the_lever_step_by_step_and_a_hand_that_lets_go_opens_the_model(visit):
    page = visit(path="/", ready=False, seed=False)
    lever = page.get_by_role("slider")
    before = float(lever.input_value())
    for _ in range(3):
        lever.press("ArrowRight")
    assert float(lever.input_value()) > before
    assert page.url.split("?")[0].endswith("/")
    box = lever.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2)
    page.wait_for_url("**/explore?**")
