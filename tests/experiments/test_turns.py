"""Whose turn it is at the service: who has no picture yet never waits for long runs of others.

Nothing is run here: a made-up run waits until a test lets it go, and tells who was at work.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from experiments import live, picture, simulation
from experiments.live import FIRST_PAIRS, Service
from experiments.question import Question
from experiments.simulation import Plan

LONG = Question(residents=300, weeks=52, values_b={"spending.extra": 9.0}, replicates=40)
OTHER = replace(LONG, seed=2)
GLIMPSE = replace(LONG, seed=3, replicates=FIRST_PAIRS)
PATIENCE = 30.0


class Runs:
    """Runs that take as long as a test wants: begun in this order, by seed and replicate."""

    def __init__(self) -> None:
        self.begun: list[tuple[int, int]] = []
        self.late = threading.Event()
        self.first = threading.Event()
        self.first.set()

    def __call__(self, plan: Plan, replicate: int) -> int:
        self.begun.append((plan.seed, replicate))
        gate = self.first if replicate < FIRST_PAIRS else self.late
        assert gate.wait(PATIENCE)
        return replicate

    def settle(self) -> list[tuple[int, int]]:
        """What was begun, once nothing new begins."""
        seen = -1
        while seen != len(self.begun):
            seen = len(self.begun)
            time.sleep(0.3)
        return list(self.begun)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runs]:
    made = Runs()
    monkeypatch.setattr(simulation, "run", made)
    monkeypatch.setattr(picture, "of", lambda run, windows: np.zeros(1))
    yield made
    made.first.set()
    made.late.set()


@pytest.fixture
def service(runs: Runs) -> Iterator[Service]:
    made = Service(threads=1)
    yield made
    runs.first.set()
    runs.late.set()
    made.close()
    for worker in made._workers:  # none of them may go on in the next test
        worker.join(PATIENCE)


def first_pairs(seed: int) -> set[tuple[int, int]]:
    """The first runs of both sides of a question."""
    return {(seed, number) for number in range(FIRST_PAIRS)}


def test_a_new_question_has_its_first_pairs_while_the_other_thread_is_in_a_long_run(
    service: Service, runs: Runs
):
    service.request(LONG)
    assert (1, FIRST_PAIRS) in runs.settle()
    service.request(OTHER)
    assert first_pairs(2) <= set(runs.settle())


def test_the_thread_that_keeps_free_makes_no_long_run(service: Service, runs: Runs):
    service.request(LONG)
    service.request(OTHER)
    late = [one for one in runs.settle() if one[1] >= FIRST_PAIRS]
    assert len(late) == 1, "one ordinary thread, one long run at a time"


def test_it_makes_none_either_where_others_began_the_first_pairs(service: Service, runs: Runs):
    service.request(LONG)
    runs.settle()
    service.request(replace(LONG, replicates=41))  # the same runs, one more of them
    late = [one for one in runs.settle() if one[1] >= FIRST_PAIRS]
    assert len(late) == 1


def test_a_glimpse_goes_before_a_longer_question_that_was_asked_later(service: Service, runs: Runs):
    runs.first.clear()
    service.request(replace(LONG, seed=9))  # keeps both threads in a first run
    runs.settle()
    service.request(GLIMPSE)
    service.request(OTHER)
    runs.first.set()
    order = [seed for seed, number in runs.settle() if number < FIRST_PAIRS and seed in (2, 3)]
    assert order.index(3) < order.index(2)
    assert order[:3].count(3) >= 2


def test_the_smaller_of_two_in_turn_is_the_newer_of_the_fresh_ones(service: Service, runs: Runs):
    runs.first.clear()
    service.request(replace(LONG, seed=9))
    runs.settle()
    older, newer = service.request(LONG), service.request(OTHER)
    assert live.first_turn(newer) < live.first_turn(older)
