"""What a visitor no longer sees is let go of at once, and what is saved is what there is."""

import gc
import threading
import weakref
from collections.abc import Iterator

import numpy as np
import pytest

from experiments import live, picture
from experiments.front import answering, desk
from experiments.front.answering import Snapshot
from experiments.front.shapes import Question, Side

QUESTION = Question("doorsnee", Side("as_it_is_now"), Side("more_team_hours"), 100, 1)


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Nothing is found unused by looking for it: what nobody names must go by itself."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def answered(runs: int = 30) -> live.Snapshot:
    """Runs of any numbers at all."""
    question = desk.asked(QUESTION)
    windows = picture.windows(question.weeks, question.values_a, question.values_b)
    columns = picture.GROUP_COUNT * (len(picture.points(question.weeks)) + len(windows))
    numbers = np.random.default_rng(1).random((2, runs, len(picture.ROWS), columns))
    sides = [picture.together(list(side), question.weeks, windows) for side in numbers]
    return live.Snapshot(question, "running", "", runs, 100, np.arange(runs), *sides)


def test_a_snapshot_and_its_runs_go_as_soon_as_nobody_shows_it(no_collector):
    answer = answered()
    runs = weakref.ref(answer.a)
    snapshot = Snapshot(QUESTION, answer)
    seen = weakref.ref(snapshot)
    shown = [snapshot.pictures["need_any"], snapshot.pairs["need_any"], snapshot.budgets]
    shown += [d.gap["need_any"] for d in snapshot.divisions.values()]
    shown += [g.pictures for d in snapshot.divisions.values() for g in d.groups]
    assert all(each is not None for each in shown[:3])
    ghost = dict(snapshot.pictures)
    del shown, snapshot, answer
    assert seen() is None
    assert runs() is None
    assert ghost["need_any"].a.median


class Runs:
    """Stands where runs are made: none but the first, until it is told to go on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def __call__(self, plan, number: int):
        if number:
            self.go_on.wait(60)
        return number


@pytest.fixture
def few_runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runs]:
    """A service that has the first pair, and works on the others."""
    runs, service = Runs(), live.Service(threads=1)
    question = desk.asked(QUESTION)
    windows = picture.windows(question.weeks, question.values_a, question.values_b)
    columns = picture.GROUP_COUNT * (len(picture.points(question.weeks)) + len(windows))
    values = np.ones((len(picture.ROWS), columns))
    monkeypatch.setattr(live.simulation, "run", runs)
    monkeypatch.setattr(live.picture, "of", lambda run, windows: values)
    monkeypatch.setattr(live, "SERVICE", service)
    yield runs
    runs.go_on.set()
    service.close()


def test_a_ticket_gives_the_same_runs_until_there_are_more(few_runs):
    ticket = live.request(desk.asked(QUESTION))
    first = ticket.wait()
    assert ticket.snapshot() is first
    few_runs.go_on.set()
    more = ticket.wait(first.runs_done)
    assert more is not first
    assert more.runs_done > first.runs_done


def test_a_file_holds_the_runs_that_there_are_and_says_how_many(few_runs):
    for language, said in (
        ("nl", "# nog niet af: 1 van de 100 doorrekeningen waren klaar"),
        ("en", "# not finished: 1 of the 100 runs were ready"),
    ):
        assert said in desk.Desk().table(QUESTION, language)
    assert live.SERVICE._open == []


def test_a_whole_file_says_nothing_of_the_kind():
    question = Question("doorsnee", QUESTION.a, QUESTION.b, 30, 1)
    text = "".join(desk.figures.table(question, answered(), "0", "en"))
    assert "not finished" not in text


def test_a_visitor_who_keeps_looking_holds_one_answer(no_collector):
    """Four looks a second at an answer of 13 MB would fill any memory."""
    answer = answered()
    looks = [weakref.ref(Snapshot(QUESTION, answer)) for _ in range(20)]
    for look in looks:
        assert look() is None
    held = Snapshot(QUESTION, answer)
    assert held.pictures["need_any"]
    alive = [each for each in gc.get_objects() if type(each) is answering.Snapshot]
    assert alive == [held]
