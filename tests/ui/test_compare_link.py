"""The link of a comparison: written, read with care, and shared with the page of two ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.fake import FakeProvider
from tests.ui.fake_compare import FakeComparing
from ui import link as two_ways
from ui.compare import link
from ui.compare.memory import with_other
from ui.provider import Side

PROVIDER = FakeProvider()
START = PROVIDER.comparing().start()


def read(search: str):
    return link.read(search, PROVIDER)


def test_a_link_restores_everything_that_was_compared():
    moved = Side("neighbourhood", (("fake.mandate", 0.6),))
    asked = replace(
        START, place="hill", others=(moved, Side("neighbourhood"), Side("team_hours")),
        window="after", runs=40, seed=7, prices=(("fake.price", 120.0),), doubt="ensemble",
    )  # fmt: skip
    search = link.written(asked, "en", PROVIDER.version, ("wait",))
    language, found, front, complaints = read(search)
    assert (language, found, front, complaints) == ("en", asked, ("wait",), ())


def test_a_link_of_the_page_of_two_ways_opens_the_same_two_here():
    question = replace(PROVIDER.start(), b=Side("team_hours", (("fake.hours", 12.0),)))
    search = two_ways.link(question, "nl", PROVIDER.version)
    _, found, _, complaints = read(search)
    assert complaints == ()
    assert found.sides == (question.a, question.b)


def test_from_the_page_of_two_ways_moved_levers_stand_beside_the_scenario_as_it_was():
    question = replace(PROVIDER.start(), b=Side("team_hours", (("fake.hours", 12.0),)))
    _, found, _, complaints = read(link.from_two(question, "nl", PROVIDER.version))
    assert complaints == ()
    assert found.others == (question.b, Side("team_hours"))


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("c=%3Cscript%3E", "<script>"),
        ("b=neighbourhood&b.fake.hours=9999", "9999"),
        ("e=neighbourhood", "e"),
        ("doubt=magic", "magic"),
        ("b=region", "meer gemeenten"),
        ("seed=x", "seed=x"),
    ],
)
def test_whatever_stands_in_an_address_there_is_a_comparison_and_one_clear_sentence(search, told):
    _, found, _, complaints = read(search)
    assert 1 <= len(found.others) <= 3
    assert told in " ".join(complaints)


def test_a_link_that_was_changed_on_its_way_says_so():
    search = link.written(START, "nl", PROVIDER.version)
    _, _, _, complaints = read(search.replace("b=neighbourhood", "b=team_hours"))
    assert len(complaints) == 1
    assert "veranderd" in complaints[0] or "gewijzigd" in complaints[0]


def test_fitted_sets_that_do_not_ship_are_not_pretended(monkeypatch):
    monkeypatch.setattr(FakeComparing, "ships", False)
    _, found, _, complaints = read("doubt=ensemble")
    assert found.doubt == "priors"
    assert "bij deze versie niet" in complaints[0]


def test_a_place_beside_the_baseline_is_filled_changed_and_emptied():
    three = with_other(START, 2, Side("broken"))
    assert [side.scenario for side in three.others] == ["neighbourhood", "team_hours", "broken"]
    assert with_other(three, 0, None).others == three.others[1:]
    one = replace(START, others=START.others[:1])
    assert with_other(one, 0, None) == one, "the last one stays: there is something to compare"


def test_levers_count_also_where_their_scenario_is_the_usual_one():
    _, found, _, complaints = read("b.fake.hours=12")
    assert complaints == ()
    assert found.others == (Side("neighbourhood", (("fake.hours", 12.0),)),)
