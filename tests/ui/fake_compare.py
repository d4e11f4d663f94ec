"""Made-up comparisons for the tests of the page: small, quick, and with every case it has."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from experiments.front.answering import Lazily
from experiments.front.compared import Comparison, Doubt, strip
from tests.ui.fake_results import WEEKS, counts, runs_of
from tests.ui.fake_world import OUTCOMES
from ui.provider import Question, Side

SECONDS_PER_RUN = 0.01
SLOWER = 60
"""Times as slow: the place that is too large."""
STEP = 10
DRAWS = 60
KNOWN = {outcome.key: outcome for outcome in OUTCOMES}


@dataclass(frozen=True)
class FakeReady:
    key: str
    nl: str
    en: str
    baseline: str
    others: tuple[str, ...]
    window: str = "final"

    def name(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class FakeFitted:
    sets: int = 240


@dataclass(frozen=True, eq=False)
class FakeSeveral:
    comparison: Comparison
    runs_done: int
    draws_done: int = -1
    state: str = "running"
    failure: str | None = None
    window: str = "final"
    period: tuple[int, int] = (156, 208)
    weeks: tuple[int, ...] = tuple(WEEKS)

    @property
    def runs_wanted(self) -> int:
        return self.comparison.runs

    @property
    def sampled(self) -> tuple[int, int] | None:
        return (4000, 61234) if self.comparison.place == "city" else None

    def made(self, key: str, count: int, seed: int = 0):
        asked = self.comparison
        sides = (asked.baseline, *asked.others)
        question = Question(asked.place, sides[0], sides[-1], asked.runs, asked.seed + seed)
        return [runs_of(question, KNOWN[key], side, count, 1.0) for side in sides]

    @cached_property
    def strips(self):
        keys = tuple(KNOWN) if self.runs_done and not self.failure else ()
        return Lazily(keys, self.strips_of)

    def strips_of(self, key: str):
        first, *others = (runs[:, -4:].mean(axis=1) for runs in self.made(key, self.runs_done))
        return [strip(first, other, KNOWN[key].margin) for other in others]

    def lines(self, key: str):
        return [runs.tolist() for runs in self.made(key, min(20, self.runs_done))]

    @cached_property
    def doubt(self) -> Doubt | None:
        if self.draws_done < 0:
            return None
        wanted = min(DRAWS, self.comparison.runs)
        state = "done" if self.draws_done == wanted else "running"
        keys = tuple(KNOWN) if self.draws_done else ()
        return Doubt(
            self.comparison.doubt, self.draws_done, wanted, state, Lazily(keys, self.drawn)
        )

    def drawn(self, key: str):
        first, *others = (
            runs[:, -4:].mean(axis=1) for runs in self.made(key, self.draws_done, seed=1)
        )
        blur = np.random.default_rng(len(key)).normal(size=len(first)) * KNOWN[key].margin * 6
        return [counts(other - first + blur, KNOWN[key].margin) for other in others]


class FakeSeveralTicket:
    """Grows by the clock, for as long as somebody looks."""

    begun: dict[Comparison, float] = {}  # noqa: RUF012  (the clock of each comparison, for all)
    lock = threading.Lock()

    def __init__(self, comparison: Comparison) -> None:
        self.comparison, self.cancelled = comparison, False
        with self.lock:
            self.from_when = self.begun.setdefault(comparison, time.monotonic())

    def snapshot(self) -> FakeSeveral:
        slow = SLOWER if self.comparison.place == "city" else 1
        passed = (time.monotonic() - self.from_when) / SECONDS_PER_RUN / slow
        steps = int(passed) // STEP * STEP
        asked = replace(self.comparison)
        if any(side.scenario == "broken" for side in asked.others) and steps:
            return FakeSeveral(asked, 0, state="failed", failure="failure.unknown")
        runs = min(asked.runs, steps)
        draws = min(DRAWS, asked.runs, steps - asked.runs) if steps >= asked.runs else -1
        return FakeSeveral(asked, runs, draws, "done" if runs == asked.runs else "running")

    def wait(self, timeout: float) -> FakeSeveral:
        end = time.monotonic() + timeout
        while time.monotonic() < end and not self.snapshot().runs_done:
            time.sleep(0.01)
        return self.snapshot()

    def cancel(self) -> None:
        self.cancelled = True


class FakeComparing:
    most = 3
    draws = DRAWS
    ships = True

    def ready(self):
        return [
            FakeReady(
                *("three", "Drie manieren naast nu", "Three ways beside the present"),
                *("as_is", ("neighbourhood", "team_hours", "as_is")),
            ),
            FakeReady("two", "Twee manieren", "Two ways", "team_hours", ("neighbourhood",)),
        ]

    def start(self) -> Comparison:
        others = (Side("neighbourhood"), Side("team_hours"))
        return Comparison("dale", Side("as_is"), others, 100, 1)

    def fitted(self) -> FakeFitted | None:
        return FakeFitted() if self.ships else None

    def request(self, comparison: Comparison) -> FakeSeveralTicket:
        return FakeSeveralTicket(comparison)

    def table(self, comparison: Comparison, language: str) -> str:
        warning = {"nl": "Denkmodel, geen voorspelling", "en": "A thinking model, not a forecast"}
        return f"# {warning[language]}\n# seed {comparison.seed}, runs {comparison.runs}\n"
