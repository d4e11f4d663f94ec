"""What nobody knows: drawn when asked for, told in counts of draws, and never mixed with chance."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import replace

import solara
from playwright.sync_api import expect

from experiments.front import moving
from experiments.sensitivity import shipped
from tests.ui.fake import FakeProvider
from ui import doubt, words
from ui.doubt_told import doubt_told, edges
from ui.memory import Answer, Memory
from ui.provider import Curves, Picture
from ui.telling import Period, apart

FAKE = FakeProvider()
UNMET = next(each for each in FAKE.outcomes() if each.key == "unmet")
PERIOD = Period("final", 156, 208, 52)


def picture(runs: int) -> Picture:
    ticket = FAKE.doubt(FAKE.start())
    while ticket.snapshot().runs_done < runs:
        ticket.wait(0.1)
    return ticket.snapshot().pictures["unmet"]


def test_counts_of_draws_add_up_and_are_told_in_words():
    drawn = picture(60)
    counts = drawn.pair.counts
    assert counts.higher + counts.lower + counts.within_margin == counts.of == 60
    said = doubt_told(drawn, 60, UNMET, PERIOD, "nl")
    assert said.startswith(f"{PERIOD.told('nl')} is B")
    assert f"{counts.lower} van de 60 keer lager" in said
    assert f"minder dan {apart(UNMET.margin, UNMET.unit, 'nl')} verschil" in said
    assert words.say("doubt.wide", "nl") in said


def test_who_was_away_for_a_moment_gets_all_draws_after_all(monkeypatch):
    monkeypatch.setattr(doubt, "LOOK", 0.05)
    made = solara.reactive
    start = replace(FAKE.start(), seed=91)
    memory = Memory(
        made("nl"), made(start), made("b"), made(()), made(None), made(True), made(()), made(())
    )
    memory.doubt.value = True
    here = iter([True, False, False, False])
    doubt.follow(memory, FAKE, start, threading.Event(), lambda: next(here, True))
    shown = doubt.drawn(memory, start)
    assert shown is not None
    assert shown.snapshot.runs_done == 60
    assert doubt.drawn(memory, replace(start, seed=92)) is None, "of another question"


def test_draws_that_have_not_come_or_fail_are_told_in_one_line():
    start, made = replace(FAKE.start(), seed=93), solara.reactive
    memory = Memory(
        made("nl"), made(start), made("b"), made(()), made(None), made(True), made(()), made(())
    )
    ticket = FAKE.request(start)
    memory.answer.value = Answer(start, replace(ticket.snapshot(), state="running"))
    assert doubt.how_far(memory, "nl") == "", "nobody asked"
    memory.doubt.value = True
    assert doubt.how_far(memory, "nl") == words.say("doubt.after", "nl")
    doubt.follow(memory, Falling(), start, threading.Event())
    assert doubt.how_far(memory, "nl") == words.say("doubt.failed", "nl")
    assert doubt.drawn(memory, start) is None


class Falling(FakeProvider):
    """A service that cannot draw."""

    def doubt(self, question):
        raise RuntimeError("planted")


def test_too_few_draws_give_no_band_and_no_counts():
    few = Picture(Curves([0.1, 0.2]), Curves([0.1, 0.3]))
    assert edges(few) == {}
    assert doubt_told(few, 7, UNMET, PERIOD, "en") == words.say("doubt.early", "en", draws=7)


def test_the_outer_lines_appear_when_asked_for_and_go_again(visit, settled):
    page = visit("seed=41")
    settled(page)
    ask = page.get_by_role("button", name="Ook wat niemand precies weet")
    expect(page.locator(".chart__unknown")).to_have_count(0)
    ask.click()
    expect(page.locator(".chart__doubt").first).to_contain_text(re.compile("van de 60 keer"))
    assert page.locator("#chart-unmet .chart__unknown").count() == 2
    ask.click()
    expect(page.locator(".chart__unknown")).to_have_count(0)
    expect(page.locator(".chart__doubt")).to_have_count(0)


def test_what_moves_an_outcome_is_what_the_screening_of_this_very_model_found(monkeypatch):
    found = json.loads(shipped.FILE.read_text(encoding="utf-8"))
    monkeypatch.setattr(shipped, "workings", lambda: found["model"])
    shipped.read.cache_clear()
    told = moving.movers()
    assert all(len(most) <= 3 for most in told.values())
    (only,) = told["moved"]
    assert only.address == "moving.rate"
    assert not only.assumed, "how many move is counted"
    assert all(each.name("nl") != each.name("en") for most in told.values() for each in most)
    luck = [each.address for each in told["time_to_help"]]
    assert luck == ["helping.strength", "hours.vacancy"], "the third may be luck alone"
    monkeypatch.setattr(shipped, "workings", lambda: "another model")
    shipped.read.cache_clear()
    assert moving.movers() == {}
    shipped.read.cache_clear()
