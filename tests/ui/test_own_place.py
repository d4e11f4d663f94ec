"""My neighbourhood: what somebody types or brings gets one clear message each, or works."""

from __future__ import annotations

import random
import string

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from experiments.front.desk import Desk
from experiments.front.filling import Filling
from ui import addresses
from ui.link import link, read_link
from ui.provider import Question

DESK = Desk()
HOSTILE = (
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'; DROP TABLE x; --", "{{7*7}}", "${7*7}",
    "__import__('os').system('x')", "../../secret", "%s%s%s", "\u202egnp.exe", "NaN", "inf",
    "-Infinity", "1e999", "1e5", "0x10", "1_000", "١٢٣", "½", "two", "12 %%", "--5", "5-", "1.2.3",
    "1,2,3", "null", "None", "true", "[]", "{}", "()", "a" * 500, "9" * 40, "-0.0.1", "\x07",
)  # fmt: skip


def one_cell(column: str, text: str) -> str:
    """A file in which one cell is not as it should be."""
    quoted = '"' + text.replace('"', '""') + '"'
    if column == "name":
        return f"name,population\n{quoted},4000\n"
    if column == "population":
        return f"name,population\nDe Hoek,{quoted}\n"
    return f"name,population,{column}\nDe Hoek,4000,{quoted}\n"


def malformed() -> list[str]:
    """More than two hundred files that cannot be used, each for another reason or cell."""
    columns = ("population", "pct_age_0_14", "pct_welfare", "avg_hh_size", "ses_woa")
    files = [one_cell(column, text) for column in columns for text in HOSTILE]
    names = [text for text in HOSTILE if text[0] in "=<';{$_.%\u202e-[(\x07" or len(text) > 60]
    files += [one_cell("name", text) for text in names]
    files += [one_cell("pct_age_65plus", text) for text in ("-1", "101", "0,2", "1000", "81")]
    files += [
        "", "\n\n", "name\n", "name,population\n", "name;population\n;;\n", "population\n4000\n",
        "name\nDe Hoek\n", "name,name,population\na,b,4000\n", "name,population\nDe Hoek,4000,3\n",
        "name,population\nDe Hoek,4000\nDe Hoek,5000\n", 'name,population\n"De Hoek,4000\n',
        "PK\x03\x04binary", "%PDF-1.7", "\0\0\0", "<html><body>no</body></html>", "{\"a\": 1}",
        "name,population,pct_age_65plsu\nDe Hoek,4000,20\n", "naam,bewonres\nDe Hoek,4000\n",
        "name,population,pct_age_0_14,pct_age_65plus\nDe Hoek,4000,45,70\n",
        "name,population,pct_1person_hh,pct_hh_with_children\nDe Hoek,4000,60,60\n",
        "name,population,pct_risk_anx_dep\nDe Hoek,4000,6\n", "name,population\nDe Hoek,299\n",
        "name,population\nDe Hoek,150001\n", "name,population\nDe Hoek,\n", "x" * 2_000_001,
        "name,population\n" + "De Hoek,4000\n" * 2_001,
    ]  # fmt: skip
    return files


def test_more_than_two_hundred_files_get_a_clear_message_and_nothing_else():
    files, filling = malformed(), Filling()
    assert len(files) >= 200
    for text in files:
        found = filling.read(text, "wijken.csv")
        assert found.places == (), text[:80]
        for language in ("nl", "en"):
            told = [said for _, said in found.told(language)]
            assert told, text[:80]
            assert all("wijken.csv" in said and len(said) < 600 for said in told)
            assert all(said.isprintable() for said in told)
            assert all("Traceback" not in said and "Error" not in said for said in told)


def test_one_wrong_cell_is_one_message_with_its_row_its_column_and_what_may_stand_there():
    found = Filling().read(one_cell("pct_welfare", "75"), "wijken.csv")
    ((_, told),) = found.told("nl")
    assert told == (
        "wijken.csv, regel 2, pct_welfare: dit getal kan niet kloppen (er staat: 75). "
        "Mag zijn: 0 tot en met 40 %."
    )


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_refused_or_read_and_never_falls_over(seed):
    chance = random.Random(seed)
    letters = string.printable + "é€\u0000\u202e"
    text = "".join(chance.choice(letters) for _ in range(chance.randrange(400)))
    for file in (text, "name,population\n" + text, text + "\nname;population\nDe Hoek;4000"):
        found = Filling().read(file, text[:30])
        assert bool(found.places) != bool(found.faults)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_field_of_the_form_tells_what_is_wrong_at_that_field(text):
    for field in Filling().fields():
        found = Filling().fill("De Hoek", {"population": "4000", field.key: text})
        ((where, told),) = found.told("nl")
        assert where == field.key
        assert field.name("nl") in told


def test_a_link_with_a_place_of_ones_own_restores_it_and_a_changed_one_is_told():
    (place,) = Filling().fill("De Hoek", {"population": "4.200", "share_welfare": "7,5"}).places
    start = DESK.start()
    asked = Question(place.key, start.a, start.b, start.runs, start.seed, start.window)
    search = link(asked, "nl", DESK.version)
    assert read_link(search, DESK) == ("nl", asked, ())
    _, question, (told,) = read_link(search.replace("population%3D4200", "population%3D12"), DESK)
    assert question.place == start.place
    assert "zelf ingevulde wijk" in told


def test_results_of_a_place_of_ones_own_say_so_wherever_they_go():
    (place,) = Filling().fill("De Hoek", {"population": "4200"}).places
    for language, said in (("nl", "niet geijkt"), ("en", "not calibrated")):
        assert said in place.meaning(language)
        assert said in place.group(language)
        assert said in place.caveat(language) or "calibrated" in place.caveat(language)


def opened(visit, language: str = "nl", width: int = 1280):
    page = visit(f"lang={language}", width=width)
    page.locator(f"#{addresses.OWN} > summary").press("Enter")
    page.locator("#own-name").wait_for()
    return page


@pytest.mark.parametrize(("language", "width"), [("nl", 1280), ("en", 768), ("nl", 320)])
def test_filled_in_by_keyboard_wrong_first_then_right(visit, language, width):
    page = opened(visit, language, width)
    page.fill("#own-name", "De Hoek")
    page.fill("#own-population", "<b>veel</b>")
    page.locator("#own-population").press("Enter")
    expect(page.locator("#own-population-hint")).to_contain_text("<b>veel</b>")
    expect(page.locator("#own-population")).to_have_attribute("aria-invalid", "true")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.fill("#own-population", "4200")
    page.fill("#own-share_social_rent", "45")
    page.locator("#own-population").press("Enter")
    expect(page.locator("#place")).to_have_value(
        "own:De Hoek;population=4200;share_social_rent=0.45"
    )
    said = "niet geijkt" if language == "nl" else "not calibrated"
    expect(page.locator("#place-hint")).to_contain_text(said)
    again = visit(page.url.split("?")[1])
    expect(again.locator("#place")).to_have_value(page.input_value("#place"))


def test_a_real_place_is_found_by_a_part_of_its_name(visit):
    page = opened(visit)
    page.fill("#own-search", "heuv")
    expect(page.locator(".own__found button")).to_have_count(1)
    page.press("#own-search", "Enter")
    expect(page.locator("#place")).to_have_value("hill")


def test_a_file_with_several_places_lets_one_choose_and_nothing_of_it_is_sent_elsewhere(visit):
    page = opened(visit)
    file = "name;population;pct_welfare\nDe Hoek;4.200;7,5\nPlein;3900;\n".encode("cp1252")
    page.set_input_files("#own-file", {"name": "w.csv", "mimeType": "text/csv", "buffer": file})
    page.locator("#own-row").wait_for()
    page.select_option("#own-row", label="Plein")
    expect(page.locator("#place")).to_have_value("own:Plein;population=3900")
    bad = b"name;population\n=1+1;x1\n"
    page.set_input_files("#own-file", {"name": "w.csv", "mimeType": "text/csv", "buffer": bad})
    expect(page.locator(".own__told li")).to_have_count(2)
