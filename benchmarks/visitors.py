"""How long thirty visitors wait who all move levers at once: the real service, without a browser.

Each visitor looks at a picture for a breath, moves a lever, and waits for the first picture; at
the end all wait for their last run. Some levers stand at few places, so that visitors meet.
"""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field

from benchmarks.row import Part, Row
from experiments.front.desk import Desk, Ticket
from experiments.front.shapes import Question, Side
from ui.families import first_levers

VISITORS = 30
BREATH = 4.0
"""Seconds between a picture and the next move, as of somebody who looks at it and talks."""
PLACES_OF_A_LEVER = 5
PATIENCE = 600.0
FIRST, BANDS = 2.0, 60.0
"""Seconds that were aimed at with thirty visitors on two cores: a first picture, and all runs."""


@dataclass
class Waits:
    """Seconds that visitors waited, gathered from many threads."""

    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kept: list[float], seconds: float) -> None:
        """One wait more."""
        with self.lock:
            kept.append(seconds)


def measure(quick: bool) -> Part:
    """Waits of thirty visitors, in a few moves each."""
    visitors, moves = (8, 2) if quick else (VISITORS, 5)
    desk, waits = Desk(), Waits()
    warm = desk.request(desk.start())
    _until_done(warm)
    threads = [
        threading.Thread(target=_visit, args=(desk, number, moves, waits), daemon=True)
        for number in range(visitors)
    ]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return _told(waits, visitors, moves, time.perf_counter() - began)


def _visit(desk: Desk, number: int, moves: int, waits: Waits) -> None:
    """One visitor; who moves on lets go of the question before."""
    luck = random.Random(number)
    question, ticket = desk.start(), None
    time.sleep(luck.random() * BREATH)
    for _ in range(moves):
        question = _moved(desk, luck, question)
        if ticket is not None:
            ticket.cancel()
        began = time.perf_counter()
        ticket = desk.request(question)
        if ticket.wait(PATIENCE).runs_done:
            waits.add(waits.first, time.perf_counter() - began)
        time.sleep(BREATH)
    if ticket is not None:
        _until_done(ticket)
        waits.add(waits.whole, time.perf_counter() - began)
        ticket.cancel()


def _moved(desk: Desk, luck: random.Random, question: Question) -> Question:
    """The question after one lever of B was moved to one of a few places."""
    lever = luck.choice([each for each in first_levers(desk.levers()) if not each.choices])
    low, high = lever.between
    value = low + (high - low) * luck.randrange(PLACES_OF_A_LEVER) / (PLACES_OF_A_LEVER - 1)
    values = dict(question.b.values) | {lever.address: round(value / lever.step) * lever.step}
    values[lever.address] = min(high, max(low, values[lever.address]))
    b = Side(question.b.scenario, tuple(sorted(values.items())))
    return Question(question.place, question.a, b, question.runs, question.seed, question.window)


def _until_done(ticket: Ticket) -> None:
    while True:
        seen = ticket.snapshot()
        if seen.failure or (seen.state == "done" and not seen.quick):
            return
        time.sleep(0.05)


def _told(waits: Waits, visitors: int, moves: int, seconds: float) -> Part:
    part = Part("visitors")
    aims = (
        ("first picture", waits.first, FIRST),
        ("all runs, from the last move", waits.whole, BANDS),
    )
    for what, waited, most in aims:
        if not waited:
            continue
        kept = sorted(waited)
        half, nearly_all = (kept[int(share * (len(kept) - 1))] for share in (0.5, 0.95))
        part.rows.append(
            Row(
                f"{visitors} visitors at once, default place: {what}, 95 % within",
                f"{nearly_all:.2f} s (half within {half:.2f} s)",
                f"at most {most:g} s",
                nearly_all <= most,
                f"{len(kept)} waits, {moves} moves each, no browser, {seconds:.0f} s in all",
            )
        )
        part.numbers[what.split(",")[0].replace(" ", "_")] = nearly_all
    return part
