"""Following a computation: what is shown, and when the thread stops."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
import solara

import ui.follow
from tests.ui.fake import FakeProvider
from tests.ui.fake_results import FakeSnapshot
from ui.follow import follow
from ui.memory import Memory
from ui.provider import HALF_FROM, WIDE_FROM

PROVIDER = FakeProvider()


class Script:
    """A ticket that plays a list of snapshots; each look shows the next one."""

    def __init__(self, snapshots) -> None:
        self.snapshots, self.cancelled = list(snapshots), False

    def snapshot(self):
        return self.snapshots.pop(0) if len(self.snapshots) > 1 else self.snapshots[0]

    def wait(self, timeout):
        return self.snapshot()

    def cancel(self) -> None:
        self.cancelled = True


class Scripted(FakeProvider):
    def __init__(self, ticket) -> None:
        self.ticket = ticket

    def request(self, question):
        return self.ticket


@pytest.fixture
def memory() -> Memory:
    return Memory(
        language=solara.reactive("nl"),
        question=solara.reactive(PROVIDER.start()),
        turned=solara.reactive("b"),
        notices=solara.reactive(()),
        answer=solara.reactive(None),
        medians=solara.reactive(True),
        front=solara.reactive(()),
    )


def test_the_last_snapshot_is_shown_and_the_ticket_given_back(memory):
    question = memory.question.value
    ticket = Script(
        FakeSnapshot(question, runs, state)
        for runs, state in ((0, "waiting"), (6, "running"), (100, "done"))
    )
    follow(memory, Scripted(ticket), question, threading.Event())
    assert memory.answer.value.snapshot.runs_done == 100
    assert ticket.cancelled


def test_a_few_runs_more_are_not_drawn_but_every_new_kind_of_band_is(memory):
    question = memory.question.value
    drawn: list[int] = []
    memory.answer.subscribe(lambda answer: drawn.append(answer.snapshot.runs_done))
    ticket = Script(FakeSnapshot(question, runs, "running") for runs in (*range(2, 100),))
    ticket.snapshots.append(FakeSnapshot(question, 100, "done"))
    follow(memory, Scripted(ticket), question, threading.Event())
    assert drawn[:3] == [2, 3, 4]
    assert {HALF_FROM, WIDE_FROM, 100} <= set(drawn)
    assert len(drawn) < 20
    assert drawn == sorted(drawn)


def test_an_answer_to_an_older_question_is_never_shown(memory):
    old = memory.question.value
    memory.question.value = replace(old, place="hill")
    follow(memory, Scripted(Script([FakeSnapshot(old, 100, "done")])), old, threading.Event())
    assert memory.answer.value is None


def test_what_a_lever_began_is_gone_on_with_and_what_it_began_before_is_given_back(memory):
    """The computation begins before the page is drawn anew, and only once."""
    tickets, first = [], memory.question.value
    second, third = replace(first, seed=2), replace(first, seed=3)

    def request(question):
        tickets.append(Script([FakeSnapshot(question, 100, "done")]))
        return tickets[-1]

    memory.request = request
    memory.ask(second)
    memory.ask(third)
    assert [each.cancelled for each in tickets] == [True, False]
    assert memory.taken(second) is None, "an older question may not take the newer ticket"
    follow(memory, Scripted(None), third, threading.Event())
    assert memory.answer.value.snapshot.runs_done == 100
    assert len(tickets) == 2
    assert tickets[1].cancelled
    assert memory.taken(third) is None


def test_what_cannot_be_asked_does_not_stop_a_lever(memory):
    def refuse(question):
        raise ValueError("planted")

    memory.request = refuse
    memory.ask(replace(memory.question.value, seed=2))
    assert memory.question.value.seed == 2


def test_it_stops_when_the_visitor_leaves(memory):
    question, left = memory.question.value, threading.Event()
    ticket = Script([FakeSnapshot(question, 6, "running")])
    thread = threading.Thread(target=follow, args=(memory, Scripted(ticket), question, left))
    thread.start()
    left.set()
    thread.join(timeout=1)
    assert not thread.is_alive()
    assert ticket.cancelled


def test_nothing_is_asked_for_while_nobody_is_connected(memory, monkeypatch):
    """A tab that was killed says no goodbye: its ticket goes back, and a return asks again."""
    monkeypatch.setattr(ui.follow, "PATIENCE", 0.05)
    monkeypatch.setattr(ui.follow, "AWAY_LOOK", 0.01)
    question, there = memory.question.value, threading.Event()
    tickets = [Script([FakeSnapshot(question, 6, "running")]) for _ in range(2)]
    asked = []

    class Again(FakeProvider):
        def request(self, question):
            asked.append(question)
            return tickets[len(asked) - 1]

    left = threading.Event()
    thread = threading.Thread(
        target=follow, args=(memory, Again(), question, left, there.is_set), daemon=True
    )
    thread.start()
    until(lambda: tickets[0].cancelled)
    assert len(asked) == 1
    there.set()
    until(lambda: len(asked) == 2)
    tickets[1].snapshots = [FakeSnapshot(question, 100, "done")]
    thread.join(timeout=5)
    assert memory.answer.value.snapshot.runs_done == 100
    assert tickets[1].cancelled


def until(true, seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_service_that_falls_over_leaves_a_sentence_and_no_picture(memory):
    class Broken(FakeProvider):
        def request(self, question):
            raise OSError("no room")

    follow(memory, Broken(), memory.question.value, threading.Event())
    assert memory.answer.value.snapshot.failure == "failure.unknown"
    assert not memory.answer.value.snapshot.pictures
