"""A made-up model for the tests of the page: small, quick, and shared by all its visitors."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import replace

from experiments.front import stories
from experiments.front.filling import Filling
from tests.ui import gate
from tests.ui.fake_compare import FakeComparing
from tests.ui.fake_lessons import LESSONS
from tests.ui.fake_results import FakeSnapshot
from tests.ui.fake_why import FakeExplaining
from tests.ui.fake_world import (
    ELSEWHERE,
    LEVERS,
    OPENINGS,
    OUTCOMES,
    PLACES,
    PRICES,
    SCENARIOS,
    FakeLever,
)
from ui.provider import Difference, Extra, Question, Side

SECONDS_PER_RUN = 0.012
SLOWER = 8
"""Times as slow: the place that is too large."""
FIRST_RUNS = 6
CHUNK = 7


class Computation:
    """One question being worked out for everybody who asks it."""

    def __init__(self, question: Question) -> None:
        self.question, self.interested = question, 0
        self.latest = FakeSnapshot(question, 0, "waiting")
        self.worker = threading.Thread(target=self.work, daemon=True)

    def work(self) -> None:
        done, step = 0, FIRST_RUNS
        while done < self.question.runs:
            slow = SLOWER if self.question.place == "city" else 1
            time.sleep(step * SECONDS_PER_RUN * slow)
            gate.wait(self.question.seed, done)
            kind = self.question.b.scenario
            while kind == "silent" or (kind == "halting" and done >= FIRST_RUNS):
                time.sleep(0.05)
                if service.forgotten(self):
                    return
            if kind == "broken" and done >= FIRST_RUNS:
                self.latest = FakeSnapshot(self.question, 0, "failed", failure="failure.unknown")
                return
            done = min(self.question.runs, done + step)
            step = CHUNK
            snapshot = FakeSnapshot(
                self.question, done, "done" if done == self.question.runs else "running"
            )
            _ = snapshot.pictures if kind != "crooked" else None
            self.latest = snapshot
            if service.forgotten(self):
                return


class FakeTicket:
    def __init__(self, computation: Computation) -> None:
        self.computation, self.open = computation, True

    def snapshot(self) -> FakeSnapshot:
        return self.computation.latest

    def wait(self, timeout: float) -> FakeSnapshot:
        end = time.monotonic() + timeout
        while not self.snapshot().runs_done and self.snapshot().state != "failed":
            if time.monotonic() > end:
                break
            time.sleep(0.01)
        return self.snapshot()

    def cancel(self) -> None:
        if self.open:
            self.open = False
            service.left(self.computation)


class Service:
    def __init__(self) -> None:
        self.computations: dict[Question, Computation] = {}
        self.lock = threading.Lock()
        self.started = 0

    def request(self, question: Question) -> FakeTicket:
        with self.lock:
            new = question not in self.computations
            if new:
                self.started += 1
                self.computations[question] = Computation(question)
            computation = self.computations[question]
            # Before it starts: a slow machine must not find it without anybody interested.
            computation.interested += 1
            if new:
                computation.worker.start()
            return FakeTicket(computation)

    def left(self, computation: Computation) -> None:
        with self.lock:
            computation.interested -= 1

    def forgotten(self, computation: Computation) -> bool:
        """Whether nobody waits for it any more; the next who asks gets a new one."""
        with self.lock:
            if computation.interested > 0:
                return False
            self.computations.pop(computation.question, None)
            return True


service = Service()


class FakeMover:
    assumed = True

    def name(self, language: str) -> str:
        return "Verzonnen regel" if language == "nl" else "Made-up rule"


class FakeProvider:
    version = "0.0.1"
    explaining = FakeExplaining()
    runs = 100
    seed = 1
    weeks_per_year = 52
    histories = 8

    def places(self):
        return PLACES

    def place(self, key: str):
        found = next((place for place in PLACES if place.key == key), None)
        return found or stories.place(key)

    def filling(self) -> Filling:
        return Filling()

    def scenarios(self):
        return SCENARIOS

    def elsewhere(self):
        return ELSEWHERE

    def repeats(self, question: Question, key: str) -> bool:
        """One outcome is what a lever says, where that lever differs."""
        address = "fake.hours"
        sides = (self.value(side, address) for side in (question.a, question.b))
        return key == "trust" and len(set(sides)) > 1

    def lessons(self):
        return LESSONS

    def levers(self):
        return LEVERS

    def prices(self):
        return PRICES

    def openings(self):
        return OPENINGS

    def outcomes(self):
        return OUTCOMES

    def value(self, side: Side, address: str) -> float:
        scenario = next(s for s in SCENARIOS if s.key == side.scenario)
        return dict(side.values).get(address, scenario.value(address))

    def idle(self, side: Side, address: str) -> bool:
        return side.scenario == "as_is" and address == "fake.split"

    def extra(self, question: Question, side: Side) -> Extra:
        return Extra(9.0, 9000.0, 156, 27000.0) if side.values else Extra(0.0, 0.0, 0, 0.0)

    def start(self) -> Question:
        return Question("dale", Side("as_is"), Side("neighbourhood"), self.runs, self.seed)

    def comparing(self) -> FakeComparing:
        return FakeComparing()

    def request(self, question: Question) -> FakeTicket:
        if question.b.scenario == "refusing":
            raise RuntimeError("planted")
        return service.request(question)

    def movers(self, key: str) -> list[FakeMover]:
        return [FakeMover()] if key == "unmet" else []

    def doubt(self, question: Question) -> FakeTicket:
        """The same as other runs, with more luck: as if numbers were drawn anew."""
        return service.request(replace(question, seed=question.seed + 1, runs=60))

    def differences(self, question: Question) -> list[Difference]:
        if question.b.scenario == "hollow":
            raise ZeroDivisionError("planted in what differs")
        found = []
        by_key = {s.key: s for s in SCENARIOS}
        for lever in LEVERS:
            a, b = (
                dict(s.values).get(lever.address, by_key[s.scenario].value(lever.address))
                for s in (question.a, question.b)
            )
            if math.isclose(a, b):
                continue
            found.append(
                Difference(
                    {"nl": lever.name("nl"), "en": lever.name("en")},
                    self.texts(lever, a),
                    self.texts(lever, b),
                    {"nl": lever.status("nl"), "en": lever.status("en")},
                    money=lever.address == "fake.hours",
                )
            )
        return found

    def texts(self, lever: FakeLever, value: float) -> dict[str, str]:
        named = dict(lever.choices)
        if value in named:
            return dict(named[value])
        return {
            one: f"{value * lever.unit.scale:.{lever.unit.digits}f} {lever.unit.label(one)}"
            for one in ("nl", "en")
        }

    def table(self, question: Question, language: str) -> str:
        warning = (
            "Denkmodel, geen voorspelling"
            if language == "nl"
            else "A thinking model, not a forecast"
        )
        head = (
            f"# {warning}\n# version {self.version}, seed {question.seed}, runs {question.runs}\n"
        )
        return head + "outcome,week,a,b\n"
