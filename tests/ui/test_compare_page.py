"""The page that sets several ways side by side, in a real browser, on the made-up model."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.ui.conftest import finished, unfolded

PATH = "/compare"
HOURS = "#lever-fake-hours"
THREE = "a=as_is&b=neighbourhood&b.fake.mandate=0.6&c=neighbourhood&d=team_hours"


def opened(visit, search: str = THREE, **how) -> Page:
    page = visit(search, path=PATH, ready=False, **how)
    page.wait_for_selector(".strips svg, .stage--failed", timeout=120_000)
    return page


def whole(visit, search: str = THREE, **how) -> Page:
    page = opened(visit, search, **how)
    finished(page)
    return page


def counts_of(text: str) -> tuple[int, int, int, int]:
    """Lower, of, higher, within, from the sentence of one way."""
    found = re.search(r"In (\d+) van de (\d+) paren lager, in (\d+) hoger en in (\d+)", text)
    assert found, text
    lower, of, higher, within = map(int, found.groups())
    return lower, of, higher, within


def test_every_pair_is_a_dot_and_filled_dots_are_those_that_are_counted(visit):
    page = whole(visit)
    rows = page.locator("#strip-unmet .strips__row")
    said = page.locator("figure").first.locator(".strips__said li").all_inner_texts()
    expect(rows).to_have_count(3)
    for row, text in zip(rows.all(), said, strict=True):
        lower, of, higher, within = counts_of(text)
        assert lower + higher + within == of == row.locator(".strips__dot").count()
        hollow = row.locator(".strips__dot[fill='#fffdf9']").count()
        assert hollow == within


def test_outcomes_of_one_unit_have_one_scale_until_another_is_asked(visit):
    page = whole(visit)
    ticks = (
        "one => [...one.querySelectorAll('text')].map(t => t.textContent)"
        ".filter(t => /^[+]/.test(t))"
    )
    first, second = (page.locator(f"#strip-{key}").evaluate(ticks) for key in ("unmet", "trust"))
    assert first == second
    page.get_by_role("button", name="Eigen schaal per uitkomst").click()
    expect(page.locator("#strips")).to_contain_text(
        "Vergelijk de breedte van twee figuren dus niet"
    )
    page.wait_for_function(
        "seen => JSON.stringify([...document.querySelectorAll('#strip-unmet text')]"
        ".map(t => t.textContent).filter(t => /^[+]/.test(t))) !== JSON.stringify(seen)",
        arg=first,
    )


def test_the_visitors_own_levers_are_one_of_the_ways_and_can_be_put_back(visit):
    page = whole(visit)
    expect(page.locator("#choose .notice")).to_contain_text("B, door jou gedraaid: Mandaat 60 %")
    expect(page.locator("#settings")).to_contain_text("niet alle manieren krijgen evenveel")
    page.get_by_role("button", name="Zet de knoppen van B terug").click()
    expect(page.locator("#choose .notice")).to_have_count(0)
    assert "b.fake.mandate" not in page.url
    page.get_by_role("button", name="Vorige stand").click()
    expect(page.locator("#choose .notice")).to_have_count(1)


def test_another_choice_clears_what_stood_there_and_gives_its_own_answer(visit):
    page = whole(visit)
    before = page.locator(".strips__said").first.text_content() or ""
    page.select_option("#place", "city")
    expect(page.locator(".stage__said")).to_contain_text("De eerste stippen volgen")
    expect(page.locator(".strips")).to_have_count(0)  # nothing of the comparison before is left
    page.select_option("#place", "dale")
    finished(page)
    expect(page.locator(".strips__said").first).to_have_text(before)
    page.select_option("#side-d", "-")
    page.wait_for_selector("#strip-unmet .strips__row")
    expect(page.locator("#strip-unmet .strips__row")).to_have_count(2)


def test_computing_can_be_stopped_says_how_much_there_is_and_goes_on(visit):
    page = opened(visit, f"{THREE}&place=city")
    page.get_by_role("button", name="Stop met rekenen").click()
    stage = page.locator(".stage__said")
    expect(stage).to_contain_text("Gestopt")
    told = stage.inner_text()
    runs = re.search(r"over de (\d+) doorrekeningen", told)
    assert runs
    expect(page.locator("#strip-unmet .strips__row").first.locator(".strips__dot")).to_have_count(
        int(runs.group(1))
    )
    expect(page.locator("#doubt")).to_contain_text("Gestopt")
    page.get_by_role("button", name="Reken verder").click()
    expect(stage).not_to_contain_text("Gestopt")


def test_too_few_pairs_give_dots_and_no_sentence(visit):
    page = whole(visit, f"{THREE}&runs=10")
    expect(page.locator(".strips__said li").first).to_contain_text("te weinig paren voor een zin")
    assert page.locator("#strip-unmet .strips__middle").count() == 0
    assert page.locator("#strip-unmet .strips__dot").count() == 30


def test_the_grid_counts_all_draws_and_says_which_were_used(visit):
    page = whole(visit)
    cells = page.locator("#doubt .grid__cell")
    for text in cells.all_inner_texts():
        counts = re.findall(r"(?:hoger|gelijk|lager) (\d+)(?! van)", text.split("met onze")[0])
        assert sum(map(int, counts)) == 60
    expect(page.locator("#doubt")).to_contain_text("alle onzekere getallen opnieuw gekozen")
    page.get_by_label("gekozen uit stellen die passen").check()
    expect(page.locator("#doubt")).to_contain_text("240 stellen getallen")
    finished(page)
    expect(page.locator("#doubt .chart__caption")).to_contain_text("gekozen uit stellen")
    assert "doubt=ensemble" in page.url


def test_twenty_runs_stand_in_every_panel_and_one_is_picked_out_by_key(visit):
    page = whole(visit)
    expect(page.locator(".twenty__panel")).to_have_count(4)
    for panel in page.locator(".twenty__panel").all():
        assert panel.locator(".twenty__run").count() == 20
    page.get_by_label("Licht één doorrekening uit").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".twenty__told")).to_contain_text("Doorrekening 3 van 20 is uitgelicht")
    expect(page.locator(".twenty__picked")).to_have_count(4)
    page.select_option("#twenty-outcome", "wait")
    expect(page.locator("#twenty")).to_contain_text("Dagen tot de eerste hulp")


def test_a_failed_computation_says_so_and_leaves_no_picture(visit):
    page = opened(visit, "a=as_is&b=broken&c=team_hours")
    expect(page.locator(".stage__said")).to_contain_text("ging iets mis")
    assert page.locator(".strips").count() == 0
    expect(page.locator("#doubt")).to_contain_text("kon niet worden doorgerekend")


def test_no_way_is_called_the_best_and_every_picture_has_its_runs_seed_and_warning(visit):
    page = whole(visit)
    said = page.inner_text("main").lower()
    for word in ("beste", "winnaar", "optimaal", "score", "nummer 1"):
        assert word not in said
    for caption in page.locator(".chart__caption").all_inner_texts():
        assert "toevalsreeks" in caption
        assert "Denkmodel, geen voorspelling" in caption
        assert re.search(r"\d+ (doorrekeningen|van \d+)|eerste \d+ van \d+", caption)


def test_the_page_of_two_ways_leads_here_with_the_same_state_and_back(visit):
    page = visit("lang=en&place=hill&a=team_hours&b=neighbourhood&b.fake.hours=40&seed=31")
    way = page.get_by_role("link", name="Compare more ways side by side")
    path, _, search = str(way.get_attribute("href")).partition("?")
    assert path == f".{PATH}"
    there = opened(visit, search)
    assert there.input_value("#place") == "hill"
    assert [there.input_value(f"#side-{letter}") for letter in "abc"] == [
        "team_hours", "neighbourhood", "neighbourhood",
    ]  # fmt: skip
    assert there.locator("#notices").count() == 0
    expect(there.locator("#choose .notice")).to_contain_text("B, moved by you")
    back = there.get_by_role("link", name="Explore", exact=True)
    path, _, search = str(back.get_attribute("href")).partition("?")
    again = visit(search, path=path.removeprefix("."))
    assert again.input_value(HOURS) == "40"
    assert again.locator("#notices").count() == 0


def test_figures_and_paper_carry_the_warning(visit):
    page = whole(visit, f"{THREE}&seed=32")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Cijfers (CSV)").click()
    assert "geen voorspelling" in saving.value.path().read_text(encoding="utf-8")
    page.emulate_media(media="print")
    stamp = page.locator(".stamp").inner_text()
    for part in ("geen voorspelling", "versie", "toevalsreeks 32", "100 doorrekeningen", "60 keer"):
        assert part in stamp
    assert not page.locator("#take").is_visible()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, language):
    page = whole(visit, f"{THREE}&lang={language}", width=320)
    unfolded(page)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for closed in page.locator("main details").all():
            closed.evaluate("one => { one.open = true }")
        assert Axe().run(page).response["violations"] == []
