"""Thirty visitors at once, each moving levers: fair turns, nothing twice, nobody's answer mixed.

The runs are made up and take a moment each; everything between a visitor and a run is real.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from experiments import live, picture, simulation
from experiments.live import FIRST_PAIRS, Service, Ticket
from experiments.question import Question
from experiments.simulation import Plan
from model.parameters import ADDRESSES

VISITORS, MOVES = 30, 6
LEVERS = [a for a, each in ADDRESSES.items() if each.role == "lever" and not each.choices][:8]
START = Question(residents=300, weeks=52, values_b={"spending.extra": 9.0}, replicates=12)
PATIENCE = 120.0
A_RUN = 0.002
COLUMNS = picture.GROUP_COUNT * (len(picture.points(52)) + 3)


def mark(plan: Plan) -> float:
    """A number that belongs to this plan and to no other."""
    return float(int(plan.identity[:10], 16))


class Made:
    """Stands where runs are made: each takes a moment, and its numbers say of which plan it is."""

    def __init__(self) -> None:
        self.runs: Counter[tuple[str, int]] = Counter()
        self.order: list[str] = []
        self.lock = threading.Lock()
        self.strangers = set(threading.enumerate())
        """Threads of services of other tests, which may still end a run that they were making."""

    def __call__(self, plan: Plan, replicate: int) -> float:
        if threading.current_thread() in self.strangers:
            return mark(plan)
        with self.lock:
            self.runs[plan.identity, replicate] += 1
            self.order.append(plan.identity)
        time.sleep(A_RUN)
        return mark(plan)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    runs = Made()
    monkeypatch.setattr(simulation, "run", runs)
    monkeypatch.setattr(
        picture, "of", lambda run, windows: np.full((len(picture.ROWS), COLUMNS), run)
    )
    return runs


@pytest.fixture
def service(made: Made) -> Iterator[Service]:
    service = Service(threads=2)
    yield service
    service.close()
    for worker in service._workers:
        worker.join(PATIENCE)


def moved(luck: random.Random, question: Question) -> Question:
    """The question after one lever was moved, to one of five places."""
    address = luck.choice(LEVERS)
    value = ADDRESSES[address].at(luck.randrange(5) / 4)
    return replace(question, values_b=dict(question.values_b) | {address: value})


def right(ticket: Ticket, question: Question) -> bool:
    """Whether an answer is to this question, and made of the runs of its own plans."""
    shown, plans = ticket.snapshot(), question.sides()
    return shown.question is question and all(
        (side.values == mark(plan)).all()
        for side, plan in zip((shown.a, shown.b), plans, strict=True)
    )


def visit(service: Service, number: int, faults: list[str], barrier: threading.Barrier) -> None:
    """One visitor: move a lever, look at the first picture, move on; wait for the last answer."""
    luck, question, ticket = random.Random(number), START, None
    barrier.wait(PATIENCE)
    for move in range(MOVES):
        question = moved(luck, question)
        if ticket is not None:
            ticket.cancel()
        ticket = service.request(question)
        if move % 2:  # every other time somebody moves on before there is anything to see
            if not ticket.wait(0, PATIENCE).runs_done:
                faults.append(f"visitor {number}: no picture")
            if not right(ticket, question):
                faults.append(f"visitor {number}: an answer to another question")
    assert ticket is not None
    while not ticket.settled:
        before = ticket.snapshot().runs_done
        if ticket.wait(before, PATIENCE).runs_done == before and not ticket.settled:
            faults.append(f"visitor {number}: stuck at {before} runs")
            return
    if ticket.state != "done" or not right(ticket, question):
        faults.append(f"visitor {number}: {ticket.state}, or another question's answer")


def test_thirty_visitors_moving_levers_each_get_their_own_answer_and_nothing_is_made_twice(
    service: Service, made: Made
):
    faults: list[str] = []
    barrier = threading.Barrier(VISITORS)
    visitors = [
        threading.Thread(target=visit, args=(service, number, faults, barrier), daemon=True)
        for number in range(VISITORS)
    ]
    for each in visitors:
        each.start()
    for each in visitors:
        each.join(PATIENCE)
    assert faults == []
    assert not any(each.is_alive() for each in visitors)
    assert max(made.runs.values()) == 1, "a setting that was asked before was computed again"


def test_thirty_visitors_with_one_setting_cost_as_much_as_one(service: Service, made: Made):
    tickets = [service.request(replace(START)) for _ in range(VISITORS)]
    while not all(ticket.settled for ticket in tickets):
        tickets[-1].wait(tickets[-1].snapshot().runs_done, PATIENCE)
    assert sum(made.runs.values()) == 2 * START.replicates
    assert len({ticket.snapshot().b.values.tobytes() for ticket in tickets}) == 1


def test_all_first_pictures_come_before_anybody_gets_more(service: Service, made: Made):
    """Thirty ask at once: whoever has nothing yet goes before whoever has something."""
    asked = [
        replace(START, seed=100 + number, replicates=20 * FIRST_PAIRS) for number in range(VISITORS)
    ]
    with service.changed:  # all are in before the first run begins
        tickets = [service.request(question) for question in asked]
    tickets[0].wait(10, PATIENCE)
    early = made.order[: VISITORS * FIRST_PAIRS * 2]
    shares = Counter(early)
    assert len(shares) == 2 * VISITORS, "somebody had nothing while others had more"
    assert max(shares.values()) <= FIRST_PAIRS + 1
    for ticket in tickets:
        ticket.cancel()


def test_nobody_is_passed_by_for_ever_by_newer_questions(service: Service, made: Made):
    """One waits; another asks something new each time a run is over. The one gets a picture."""
    with service.changed:
        patient = service.request(replace(START, seed=7, replicates=40))
        for number in range(VISITORS):
            service.request(replace(START, seed=1000 + number, replicates=40))
    patient.wait(FIRST_PAIRS - 1, PATIENCE)
    newer = [s for s in dict.fromkeys(made.order) if s not in {p.identity for p in sides(patient)}]
    assert len(newer) <= 10, "newer questions went before the oldest"
    for ticket in list(service._open):
        ticket.cancel()


def sides(ticket: Ticket) -> tuple[Plan, Plan]:
    """The plans of a question."""
    return ticket.question.sides()


def test_the_oldest_question_has_every_other_turn():
    older, newer = (live.Ticket(None, START, ()) for _ in range(2))  # pyright: ignore[reportArgumentType]
    assert live.first_turn(newer) < live.first_turn(older)
    assert live.first_turn(older, newest=False) < live.first_turn(newer, newest=False)
