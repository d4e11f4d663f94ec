"""Who pays more and who gains more: said first, counted, and without numbers nobody measured."""

from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from experiments.front.declared import outcomes
from tests.ui.fake_results import pair
from ui import words
from ui.families import CARRIED, OF_GROUPS, SPENDING, chosen
from ui.provider import Counts, Group, Pair
from ui.sections import payers


def counted(higher: int, lower: int, of: int, verdict: str, direction: str) -> Pair:
    """A comparison with these counts."""
    counts = Counts(higher, lower, of - higher - lower, of, verdict, direction)  # type: ignore[arg-type]
    found = pair(1, 2, 0.5)
    return Pair(found.a, found.b, found.difference, counts)


@dataclass
class Found:
    """What there is of an answer."""

    pairs: dict
    divisions: dict = field(default_factory=dict)
    budgets: tuple = ()

    def since(self, outcome: str) -> int | None:
        return 5


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        ("net", "nl", "achteruit, meestal (85 van de 100)"),
        ("net", "en", "worse off, mostly (85 of 100)"),
        ("amount", "nl", "minder, meestal (85 van de 100)"),
    ],
)
def test_which_way_it_goes_is_told_with_its_runs(kind, language, said):
    assert payers.turn(counted(5, 85, 100, "mostly", "lower"), kind, language) == said


def test_what_is_not_clear_is_called_so_and_both_sides_are_counted():
    """A share of runs that points one way is no finding, so it gets no direction."""
    told = payers.turn(counted(55, 40, 100, "no_clear_difference", ""), "net", "nl")
    assert told == "niet duidelijk (55 vooruit, 40 achteruit, van de 100)"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_residents_stand_among_the_payers_and_what_is_not_reported_is_said(language):
    """Their hours are a share in the model; nobody may read a number of hours or a net there."""
    known = outcomes()
    found = Found({key: counted(85, 5, 100, "mostly", "higher") for key in CARRIED})
    unreported = words.say("money.unreported", language)
    for outcome in chosen(known, CARRIED):
        row = payers.carried_row(outcome, found, language)
        put_in, spared, net, since = row["cells"]
        assert put_in["higher"] == 85
        assert spared == net == unreported
        assert "5" in since
    table = payers.payers(found, known, language)
    last = [row["cells"] for row in table.kwargs["rows"][-2:]]
    assert last == [[unreported] * 4, [words.say("money.absent", language)] * 4]


def test_every_outcome_of_these_tables_exists_and_can_be_told_apart_by_group():
    known = {each.key: each for each in outcomes()}
    for key in (*OF_GROUPS, *SPENDING):
        assert known[key].declaration.by_group or known[key].declaration.group_top, key


def test_a_group_too_small_shows_no_euros():
    pictures = {key: type("P", (), {"pair": counted(1, 1, 9, "mostly", "")}) for key in SPENDING}
    groups = [Group({"nl": "a"}, 9, None), Group({"nl": "b"}, 900, pictures, pair(0, 1, 1))]
    division = type("D", (), {"groups": groups})
    found = Found({}, {payers.DIVIDED: division})
    (row,) = payers.spent_on_groups(found, outcomes())
    assert row.name == {"nl": "b"}
    assert row.net is groups[1].net


@pytest.mark.parametrize(("width", "language"), [(320, "nl"), (1280, "en")])
def test_the_tables_come_first_and_can_be_read_by_anybody(visit, settled, width, language):
    page = visit(f"seed=91&lang={language}", width=width)
    settled(page)
    money = page.locator("#money")
    if width == 320:
        money.locator(".fold__button").click()
    expect(money.locator("table").nth(0)).to_be_visible()
    said = money.locator("table").nth(0).inner_text()
    assert words.say("money.turn.net.higher", language) in said
    assert words.say("money.absent", language) in said
    assert "€" not in said
    expect(money.locator("table").nth(1)).to_contain_text(words.say("groups.too_small", language))
    money.locator("summary").first.click()
    expect(money.locator("details table").first).to_contain_text(words.say("money.net", language))
    found = Axe().run(page, context="#money").response["violations"]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
