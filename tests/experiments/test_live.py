"""The service behind the page: shared, fair, and honest about failure."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from experiments import batch, live, simulation
from experiments.live import Service, Ticket
from experiments.question import Question, Snapshot
from experiments.simulation import Plan, Run
from model.outcomes import OUTCOMES

ASKED = Question(residents=300, weeks=52, values_b={"spending.extra": 9.0}, replicates=3)
LONG = 60.0


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


class Runs:
    """Counts the runs that are made, and can hold them up or let some break off."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[tuple[str, int]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.breaks: str | None = None
        self._run = simulation.run
        monkeypatch.setattr(simulation, "run", self)

    def __call__(self, plan: Plan, replicate: int) -> Run:
        self.gate.wait(LONG)
        self.made.append((plan.identity, replicate))
        if plan.identity == self.breaks:
            raise ArithmeticError("planted")
        return self._run(plan, replicate)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(monkeypatch)


def finish(ticket: Ticket) -> Snapshot:
    """The snapshot when nothing will change any more."""
    while not ticket.settled:
        before = ticket.snapshot().runs_done
        assert ticket.wait(before, LONG).runs_done > before or ticket.settled
    return ticket.snapshot()


def test_a_question_is_answered_in_pairs_with_quarters_windows_and_groups(service: Service):
    answer = finish(service.request(ASKED))
    assert (answer.state, answer.runs_done, answer.runs_wanted) == ("done", 3, 3)
    assert answer.a.weeks.tolist() == [0, 13, 26, 39, 52]
    assert answer.b.over_time("burden").shape == (3, 5)
    assert answer.b.window("burden", "during", "household").shape == (3, 4)
    first = [side.over_time("need_any")[:, 0].tolist() for side in (answer.a, answer.b)]
    assert first[0] == first[1], "before policy both are the same"


def test_the_page_shows_the_numbers_of_the_command_line(service: Service):
    answer = finish(service.request(ASKED))
    plan = ASKED.sides()[1]
    for by in ("household", "disadvantage"):
        told = batch.ensemble(plan, 3, windows=(batch.final(52),), by=by)
        for key in OUTCOMES:
            shown = answer.b.window(key, "final", by)
            np.testing.assert_allclose(shown, told.values[key][:, 0], rtol=1e-12, err_msg=key)


def test_equal_sides_are_computed_once_for_all(service: Service, runs: Runs):
    tickets = [service.request(ASKED) for _ in range(3)]
    tickets.append(service.request(replace(ASKED, values_a=ASKED.values_b, values_b={})))
    for ticket in tickets:
        assert finish(ticket).state == "done"
    assert len(runs.made) == len(set(runs.made)) == 2 * 3


def test_a_and_b_alike_are_one_side_and_differ_by_nothing(service: Service, runs: Runs):
    answer = finish(service.request(replace(ASKED, values_a=ASKED.values_b)))
    assert len(runs.made) == 3
    assert answer.a.values.tobytes() == answer.b.values.tobytes()


def test_what_was_asked_before_is_there_at_once(service: Service, runs: Runs):
    finish(service.request(ASKED))
    made = len(runs.made)
    assert service.request(ASKED).snapshot().state == "done"
    assert len(runs.made) == made


def test_visitors_get_each_their_own_answer(service: Service):
    other = replace(ASKED, values_b={"mandate.mandate": 1.0}, replicates=2)
    mine, theirs = service.request(ASKED), service.request(other)
    first, second = finish(mine), finish(theirs)
    assert first.question is ASKED
    assert second.question is other
    assert first.a.values[:2].tobytes() == second.a.values.tobytes()
    assert first.b.values[:2].tobytes() != second.b.values.tobytes()
    again = Service()
    assert finish(again.request(other)).b.values.tobytes() == second.b.values.tobytes()
    again.close()


def test_cancelling_stops_the_work_and_not_that_of_others(service: Service, runs: Runs):
    runs.gate.clear()
    long = replace(ASKED, values_b={"hours.admin": 0.25}, replicates=50)
    mine, alone = service.request(ASKED), service.request(long)
    shared = service.request(ASKED)
    alone.cancel()
    mine.cancel()
    runs.gate.set()
    assert finish(shared).state == "done"
    assert mine.snapshot().state in ("cancelled", "done")
    assert alone.snapshot().state == "cancelled"
    of_the_cancelled = [run for run in runs.made if run[0] == long.sides()[1].identity]
    assert len(of_the_cancelled) <= 2


def test_the_newest_question_gets_its_first_picture_first(service: Service, runs: Runs):
    runs.gate.clear()
    old = service.request(replace(ASKED, replicates=40))
    new = service.request(replace(ASKED, values_b={"hours.admin": 0.25}, replicates=40))
    runs.gate.set()
    assert new.wait(live.FIRST_PAIRS - 1, LONG).runs_done >= live.FIRST_PAIRS
    assert old.snapshot().runs_done < 20
    old.cancel()
    new.cancel()


def test_both_sides_of_a_first_pair_are_made_side_by_side(monkeypatch: pytest.MonkeyPatch):
    whole, both = simulation.run, threading.Barrier(2)

    def run(plan: Plan, replicate: int) -> Run:
        if replicate == 0:
            both.wait(LONG)  # breaks off when the other side is not being made now
        return whole(plan, replicate)

    monkeypatch.setattr(simulation, "run", run)
    service = Service(threads=2)
    assert finish(service.request(replace(ASKED, replicates=1))).state == "done"
    service.close()


def test_a_run_that_breaks_off_is_told_to_all_who_wait_for_it(service: Service, runs: Runs):
    runs.breaks = ASKED.sides()[1].identity
    for ticket in (service.request(ASKED), service.request(ASKED)):
        answer = finish(ticket)
        assert (answer.state, answer.failure) == ("failed", live.RUN_FAILED)
    runs.breaks = None
    assert finish(service.request(ASKED)).state == "done", "asked again it is tried again"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"place": "nergenshuizen"}, "place_unknown"),
     ({"values_b": {"trust.gian": 0.1}}, "value_refused"),
     ({"values_b": {"trust.gain": 9.0}}, "value_refused"),
     ({"timeline_b": ((10, {"hours.admin": 7.0}),)}, "value_refused")],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_and_not_raised(
    service: Service, wrong: dict[str, object], why: str
):
    answer = service.request(replace(ASKED, **wrong)).snapshot()  # type: ignore[arg-type]
    assert (answer.state, answer.failure, answer.runs_done) == ("failed", why, 0)
    assert answer.a.over_time("burden").shape == (0, 5)


def test_memory_is_bounded_but_nothing_in_use_is_let_go():
    service = Service(kept_bytes=1)
    first = finish(service.request(ASKED))
    assert first.state == "done"
    service.request(replace(ASKED, seed=2)).wait(0, LONG)
    assert len(service._sides) <= 2 * 2
    service.close()
