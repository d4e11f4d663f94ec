"""Comparisons for a screen: the words follow from the pairs, and draws come after the runs."""

from __future__ import annotations

import csv
import gc
import io
import weakref

import numpy as np
import pytest

from experiments import effects, live, picture
from experiments.calibration import ensemble
from experiments.front import compared, ways, ways_figures
from experiments.front.compared import Comparison, Snapshot, strip
from experiments.front.shapes import HALF_FROM, WIDE_FROM, Side
from model.outcomes import OUTCOMES
from scenarios import library

ASKED = Comparison(
    "doorsnee", Side("as_it_is_now"), (Side("more_team_hours"), Side("more_mandate"))
)


def answered(runs: int, state: str = "running") -> live.Snapshot:
    """Runs of any numbers at all, for three worlds."""
    question = ways.asked(ASKED)
    columns = picture.GROUP_COUNT * (len(picture.points(question.weeks)) + len(question.windows()))
    numbers = np.random.default_rng(1).random((3, runs, len(picture.ROWS), columns))
    sides = tuple(
        picture.together(list(side), question.weeks, question.windows()) for side in numbers
    )
    return live.Snapshot(question, state, "", runs, 100, np.arange(runs), *sides[:2], sides)


@pytest.mark.parametrize("count", [5, HALF_FROM, WIDE_FROM])
def test_a_range_and_a_word_wait_for_runs_enough(count: int):
    a = np.zeros(count)
    found = strip(a, a + np.linspace(-1, 3, count), 0.5)
    assert found is not None
    assert len(found.differences) == count
    assert (found.half is not None) == (count >= HALF_FROM)
    assert (found.wide is not None) == (count >= WIDE_FROM)
    assert (found.pair is not None) == (count >= HALF_FROM)


def test_every_pair_is_a_dot_and_the_counts_are_the_counts_of_the_dots():
    a, b = np.random.default_rng(3).normal(size=(2, 80))
    found, margin = strip(a, b, 0.4), 0.4
    assert found is not None
    assert found.pair is not None
    dots, counts = np.array(found.differences), found.pair.counts
    assert counts.higher == (dots >= margin).sum()
    assert counts.lower == (dots <= -margin).sum()
    assert counts.higher + counts.lower + counts.within_margin == len(dots) == 80


def test_what_was_not_measured_is_no_dot_and_nothing_measured_no_strip():
    a, b = np.array([1.0, np.nan, 2.0]), np.array([2.0, 3.0, 2.0])
    found = strip(a, b, 0.5)
    assert found is not None
    assert found.differences == (1.0, 0.0)
    assert strip(a * np.nan, b, 0.5) is None


def test_the_draws_are_asked_for_when_the_runs_are_in_and_not_after_leaving(monkeypatch):
    asked: list[object] = []

    class Ticket:
        def __init__(self, question):
            asked.append(question)
            self.state = "running" if len(asked) == 1 else "done"
            self.cancelled = False

        def wait(self, more_than, timeout):
            return answered(3, self.state)

        def cancel(self):
            self.cancelled = True

    tickets: list[Ticket] = []

    def request(question):
        tickets.append(Ticket(question))
        return tickets[-1]

    monkeypatch.setattr(live, "request", request)
    ticket = ways.Ticket(ASKED)
    assert ticket.snapshot().doubt is None
    tickets[0].state = "done"
    doubt = ticket.snapshot().doubt
    assert doubt is not None
    assert (doubt.draws_done, doubt.draws_wanted) == (3, compared.DRAWS)
    assert len(asked) == 2
    assert all(world.draws for world in asked[1].worlds)  # pyright: ignore[reportAttributeAccessIssue]
    ticket.cancel()
    assert all(each.cancelled for each in tickets)


def test_the_file_says_what_it_is_and_has_a_row_for_each_way_and_kind():
    snapshot = Snapshot(ASKED, answered(30), answered(20))
    for language, warning in (("nl", "geen voorspelling"), ("en", "not a forecast")):
        text = ways_figures.table(snapshot, language)
        assert warning in text.splitlines()[0]
        rows = list(csv.DictReader(line for line in io.StringIO(text) if line[0] != "#"))
        assert len(rows) == len(OUTCOMES) * 2 * 2
        assert {row["scenario"] for row in rows} == {"more_team_hours", "more_mandate"}
    row = next(r for r in rows if r["outcome"] == "waiting" and r["kind"] == "draws")
    counted = sum(int(row[each]) for each in ("clearly_higher", "clearly_lower", "within_margin"))
    assert counted == int(row["n"]) == 20
    assert row["verdict"] in effects.VERDICTS


def test_where_money_is_added_team_hours_for_the_same_money_stand_beside_it():
    """The rival use of the money is always among what is compared."""
    for each in ways.ready():
        keys = (each.baseline, *each.others)
        assert len(each.others) <= compared.MOST
        extra = [library.load(key).values.get("spending.extra", 9.0) for key in keys]
        assert "more_team_hours" in keys or not any(extra), each.key


def test_without_an_ensemble_that_ships_none_is_offered_and_with_one_it_is(monkeypatch):
    def none(path=None):
        raise ensemble.NoEnsemble("planted")

    ways.fitted.cache_clear()
    monkeypatch.setattr(ensemble, "read", none)
    assert ways.fitted() is None
    ways.fitted.cache_clear()
    monkeypatch.setattr(ensemble, "read", lambda path=None: [{"trust.gain": 0.1}] * 7)
    found = ways.fitted()
    assert found is not None
    assert found.sets == 7
    ways.fitted.cache_clear()


def test_draws_from_an_ensemble_take_its_numbers(monkeypatch):
    address = next(a for a in ways.uncertainty.addresses() if a.startswith("trust."))
    monkeypatch.setattr(ensemble, "read", lambda path=None: [{address: 0.123}])
    asked = Comparison(**{**ASKED.__dict__, "doubt": "ensemble", "runs": 2})
    for world in ways.doubted(asked).worlds:
        assert [draw[address] for draw in world.draws] == [0.123, 0.123]


def test_a_snapshot_and_its_runs_go_as_soon_as_nobody_shows_it():
    gc.collect()
    gc.disable()
    try:
        snapshot = Snapshot(ASKED, answered(30), answered(20))
        shown = [snapshot.strips["need_any"], snapshot.doubt and snapshot.doubt.counts["need_any"]]
        assert all(shown)
        seen = weakref.ref(snapshot)
        del snapshot, shown
        assert seen() is None
    finally:
        gc.enable()


def test_what_could_not_be_run_still_makes_a_file_that_says_so():
    text = ways_figures.table(Snapshot(ASKED, answered(0, "failed"), None), "en")
    assert "0 of the 100 runs" in text
