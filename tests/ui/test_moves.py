"""What a visitor turned: biggest step first, what does nothing folded, each with a way back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.ui.fake import FakeProvider
from tests.ui.waiting import drawn
from ui.chart_file import HEAD, table
from ui.memory import turn
from ui.provider import Curves, Picture
from ui.sections.moves import moves

FAKE = FakeProvider()


def test_the_biggest_step_comes_first_and_small_or_idle_ones_last():
    question = FAKE.start()
    for side, address, value in (
        ("b", "fake.hours", 30.0),  # 2 of 72
        ("b", "fake.mandate", 1.0),  # 0.8 of 1
        ("b", "fake.meeting", 3.0),  # 2 of 8
        ("a", "fake.split", 1.0),  # does nothing in A
    ):
        question = turn(question, FAKE, side, address, value)
    found = [(each.side, each.lever.address, each.small) for each in moves(FAKE, question)]
    assert found == [
        ("b", "fake.mandate", False),
        ("b", "fake.meeting", False),
        ("a", "fake.split", True),
        ("b", "fake.hours", True),
    ]


def test_one_turned_lever_goes_back_from_the_list_and_the_others_stay(visit):
    page = visit("seed=42&b.fake.mandate=1&b.fake.meeting=3")
    rows = page.locator(".moves > li")
    expect(rows).to_have_count(2)
    page.evaluate("performance.clearMarks()")
    page.get_by_role("button", name="Zet Mandaat terug (B)").click()
    expect(rows).to_have_count(1)
    expect(page.locator("#lever-fake-meeting")).to_have_value("3")


def test_a_setting_is_saved_and_opened_again_and_rubbish_is_refused(visit, settled, tmp_path):
    page = visit("seed=43&b.fake.meeting=3")
    settled(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar deze stand").click()
    file = tmp_path / "setting.json"
    saved.value.save_as(file)
    page.focus("#lever-fake-meeting")
    page.evaluate("performance.clearMarks()")
    page.keyboard.press("End")
    drawn(page)
    page.set_input_files("#load-file", file)
    expect(page.locator("#lever-fake-meeting")).to_have_value("3")
    expect(page.locator("#load-said")).to_contain_text("staat op de pagina")
    rubbish = tmp_path / "rubbish.json"
    rubbish.write_text("<script>alert(1)</script>")
    page.set_input_files("#load-file", rubbish)
    expect(page.locator("#load-said")).to_contain_text("niet te lezen")
    expect(page.locator("#lever-fake-meeting")).to_have_value("3")


def test_a_card_opens_its_chart_in_front(visit, settled):
    page = visit("seed=44")
    settled(page)
    card = page.locator(".cards__open", has_text="Gebruik van zorg")
    expect(card).to_have_attribute("aria-pressed", "false")
    card.click()
    expect(page.locator("#results .chart__title").first).to_have_text("Gebruik van zorg")
    expect(card).to_have_attribute("aria-pressed", "true")


def test_a_chart_as_a_file_holds_both_sides_in_the_unit_of_the_chart():
    unit = FAKE.outcomes()[0].unit
    shown = Picture(Curves([0.5, None], half=([0.4, None], [0.6, None])), Curves([0.25, 0.75]))
    lines = table(shown, [0, 13], unit, ["Denkmodel, geen voorspelling"]).splitlines()
    assert lines[0] == "# Denkmodel, geen voorspelling"
    assert lines[1] == ",".join(HEAD)
    assert lines[2:] == ["0,a,50,40,60,,", "13,a,,,,,", "0,b,25,,,,", "13,b,75,,,,"]
