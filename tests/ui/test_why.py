"""The page about why, in a real browser, on made-up reasons."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from ui.why_provider import ENOUGH, SURE

DONE = re.compile("Klaar. Fijner|Finished. The answer")


def opened(visit, search: str = "", **more) -> Page:
    """The page about why."""
    return visit(search, path="/why", ready=False, **more)


def finished(page: Page) -> None:
    """Wait until the sum is as fine as it becomes."""
    expect(page.locator("#difference .why__stage")).to_contain_text(DONE)


def numbers_of(page: Page) -> list[float]:
    """The steps of the sum, the whole last."""
    texts = page.locator("#sum .sum__size b").all_inner_texts()
    return [float(t.split()[0].replace("−", "-").replace(",", ".")) for t in texts]


def test_the_steps_add_up_to_the_whole_at_every_stage(visit):
    page = opened(visit)
    page.locator("#sum .sum__whole").wait_for()
    *steps, whole = numbers_of(page)
    assert sum(steps) == pytest.approx(whole, abs=0.03)
    finished(page)
    *steps, whole = numbers_of(page)
    assert sum(steps) == pytest.approx(whole, abs=0.03)


def test_a_rough_answer_says_that_it_is_rough_and_names_no_culprit(visit):
    page = opened(visit, "place=city")
    said = page.locator("#difference")
    expect(said).to_contain_text("nog een ruw antwoord")
    expect(said).to_contain_text("te weinig om te zeggen wat er verschilt en waardoor")
    expect(said).not_to_contain_text("door “")
    expect(said).not_to_contain_text("duidelijk")
    expect(page.locator("#sum .sum__size small").nth(1)).to_contain_text("nog niet te zien")


def test_a_step_that_may_be_chance_has_no_share_in_the_table_either(visit):
    """A part of a difference is known only when both the part and the difference are clear."""
    page = opened(visit, "place=city")
    cells = page.locator("#sum table tbody tr td:nth-child(4)")
    cells.first.wait_for(state="attached")
    assert set(cells.all_text_contents()) == {"niet duidelijk"}
    page = opened(visit, "seed=8")
    finished(page)
    cells = page.locator("#sum table tbody tr td:nth-child(4)")
    assert all("van elke 100" in cell for cell in cells.all_text_contents())
    method = page.locator("#sum details").last.text_content()
    assert f"vanaf {ENOUGH} paren" in method
    assert f"{100 * SURE:.0f}% zekerheid" in method


def test_there_is_one_way_back(visit):
    page = opened(visit, "seed=9")
    page.locator("#sum .sum__whole").wait_for()
    ways = page.locator("header a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(ways) == len(set(ways))
    assert sum("/explore" in way for way in ways) == 1


def test_the_sentence_names_the_groups_once_they_are_clear_with_runs_and_seed(visit):
    page = opened(visit, "seed=7")
    finished(page)
    said = page.locator("#difference")
    expect(said).to_contain_text("vooral door “Elkaar kennen”, daarna door “Tijd”")
    expect(said).to_contain_text("“Geld” werkt de andere kant op")
    expect(said).to_contain_text("in 8 van de 8 minstens zoveel lager")
    expect(said).to_contain_text("toevalsreeks 7")
    expect(page.locator("header")).to_contain_text("Denkmodel, geen voorspelling")


def test_where_a_and_b_are_alike_nothing_is_explained(visit):
    page = opened(visit, "a=as_is&b=as_is")
    expect(page.locator("#difference")).to_contain_text("valt er weinig te verklaren")


def test_a_group_opens_by_keyboard_and_shows_rules_with_their_numbers(visit):
    page = opened(visit)
    button = page.get_by_role("button", name="Bekijk de regels: Elkaar kennen")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#rules h2")).to_contain_text("Elkaar kennen")
    expect(page.locator("#rules article")).to_have_count(2)
    numbers = page.get_by_role("button", name="Getallen en bronnen: Vertrouwen")
    numbers.focus()
    page.keyboard.press("Space")
    expect(page.locator("#rules .rule__numbers")).to_contain_text("in A op 1 en in B op 2")
    expect(page.locator("#rules .status")).to_have_text("AANNAME")
    assert "group=knowing" in page.url


def test_a_rule_goes_off_and_on_again_by_keyboard_and_what_is_left_is_told(visit):
    page = opened(visit, "group=knowing")
    page.get_by_role("button", name="Zet uit: Ontmoeten").focus()
    page.keyboard.press("Enter")
    left = page.locator("#off")
    expect(left).to_contain_text("Met alle regels")
    expect(left).to_contain_text("8 paren doorrekeningen")
    whole, less = left.locator(".left b:last-child").all_inner_texts()
    assert whole != less
    assert "off=meet" in page.url
    left.get_by_role("button", name="Ontmoeten: zet weer aan").focus()
    page.keyboard.press("Enter")
    expect(left.locator(".left")).to_have_count(0)
    assert "off=" not in page.url


def test_another_rule_off_never_leaves_the_answer_of_the_one_before(visit):
    page = opened(visit, "off=meet")
    sentence = page.locator("#off .why__left")
    sentence.wait_for()
    page.select_option("#pick", "clock")
    expect(page.locator("#off .left")).to_have_count(0)
    expect(page.locator("#off")).to_contain_text("Het antwoord volgt")
    sentence.wait_for()


def test_computing_stops_when_asked_keeps_what_is_there_and_goes_on(visit):
    page = opened(visit, "place=city")
    stop = page.locator("#difference").get_by_role("button", name="Stop met rekenen")
    page.locator("#sum .sum__whole").wait_for()
    stop.click()
    expect(page.locator("#difference")).to_contain_text("Het rekenen is gestopt")
    expect(page.locator("#sum .sum__whole")).to_be_visible()
    page.locator("#difference").get_by_role("button", name="Reken verder").click()
    expect(page.locator("#difference")).to_contain_text("Het model rekent verder")


def test_a_failure_is_one_sentence_and_no_sum(visit):
    page = opened(visit, "b=broken")
    said = page.locator("#difference .stage--failed")
    expect(said).to_have_text("Het uitzoeken is mislukt. Laad de pagina opnieuw, of ga terug naar "
                              "het denkmodel.")  # fmt: skip
    expect(page.locator("#sum ol")).to_have_count(0)
    expect(page.locator("#sum")).to_contain_text("Er staat daarom geen optelsom")


def test_a_household_is_followed_and_one_that_does_not_exist_is_refused_in_words(visit):
    page = opened(visit)
    story = page.locator("#story")
    expect(story).to_contain_text("Huishouden 3")
    expect(story).to_contain_text("De verhalen lopen in A en B gelijk")
    story.get_by_role("button", name="Eén waarbij het anders loopt").click()
    expect(story).to_contain_text("uiteen in jaar 1, week 20")
    field = story.get_by_label("Of een nummer, van 0 tot 39")
    field.fill("5000")
    page.keyboard.press("Enter")
    expect(story.get_by_role("alert")).to_have_text("Kies een heel getal van 0 tot en met 39.")
    field.fill("12")
    page.keyboard.press("Enter")
    expect(story).to_contain_text("Huishouden 12")
    assert "household=12" in page.url


def test_the_link_restores_outcome_group_rules_and_household(visit):
    asked = "lang=en&place=hill&outcome=wait&group=timing&off=clock&household=7"
    page = opened(visit, asked)
    finished(page)
    link = page.get_by_label("This link brings you back").input_value()
    again = opened(visit, link.split("?")[1])
    finished(again)
    for part in ("#difference", "#rules", "#off"):
        expect(again.locator(part)).to_have_text(
            page.locator(part).inner_text(), use_inner_text=True
        )
    assert again.locator("#notices").count() == 0


def test_a_link_with_what_does_not_exist_says_so_and_works(visit):
    page = opened(visit, "outcome=luck&off=meet,gravity&group=none&household=x")
    expect(page.locator("#notices li")).to_have_count(4)
    expect(page.locator("#off")).to_contain_text("Ontmoeten")


def test_every_chart_leads_to_why_with_all_that_was_set_and_back(visit):
    page = visit("place=hill&b.fake.hours=30")
    page.get_by_role("link", name="Waarom? Hulp op tijd").click()
    expect(page.locator("#outcome")).to_have_value("in_time")
    expect(page.locator("header")).to_contain_text("Verzonnen Heuvel")
    expect(page.locator("header")).to_contain_text("door jou gedraaid")
    page.get_by_role("link", name="Verkennen", exact=True).click()
    expect(page.locator("#lever-fake-hours")).to_have_value("30")
    expect(page.locator("#place")).to_have_value("hill")


def test_the_sum_leaves_as_a_file_with_its_warning(visit):
    page = opened(visit)
    finished(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Optelsom (CSV)").click()
    assert "geen voorspelling" in saving.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_at_any_width_and_nothing_scrolls_sideways(visit, language):
    page = opened(visit, f"lang={language}&group=knowing&off=pots&household=7", width=320)
    finished(page)
    page.locator("#off .left").wait_for()
    for closed in page.locator("main details").all():
        closed.evaluate("one => { one.open = true }")
    page.locator("#rules article button").last.click()
    page.locator(".rule__numbers").wait_for()
    for wide in (320, 768, 1280):
        page.set_viewport_size({"width": wide, "height": 900})
        page.wait_for_timeout(300)
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
