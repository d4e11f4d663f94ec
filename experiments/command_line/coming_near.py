"""How far ``calibrate-to`` is, in words: sets of numbers tried, and rounds that come nearer."""

from __future__ import annotations

import time

from experiments.command_line.pace import lasting
from experiments.command_line.progress import Progress
from experiments.command_line.shown import short
from experiments.command_line.speech import say


class Sets(Progress):
    """Sets that are tried, up to a number; those of an earlier time count as done."""

    def __init__(self, wanted: int, replicates: int) -> None:
        """Count up to this many sets, each run so many times."""
        super().__init__(wanted)
        self.replicates, self.found = replicates, 0

    def goes_on(self, found: int) -> None:
        """So many sets were tried before."""
        self.done = self.found = found

    def _said(self) -> str:
        left = _lasting(self._began, self.done - self.found, self.wanted - self.done)
        return say(
            f"{self.done} van {self.wanted} reeksen getallen geprobeerd, elk {self.replicates} "
            f"keer doorgerekend{left}",
            f"{self.done} of {self.wanted} sets of numbers tried, each run {self.replicates} "
            f"times{left}",
        )


class Generations(Progress):
    """Rounds, each until so many sets lie near enough; how many that takes nobody knows before."""

    def __init__(self, sets: int, rounds: int, replicates: int) -> None:
        """Count sets in each of at most so many rounds; each set is run so many times."""
        super().__init__(sets)
        self.rounds, self.replicates = rounds, replicates
        self.round, self.within, self.near, self.tried = 0, 0.0, 0, 0
        self._since = self._began

    def goes_on(self, whole: int) -> None:
        """So many rounds were whole before."""
        if whole:
            self.round = whole + 1

    def one_more(self, *_: int) -> None:
        """A set was tried."""
        self.tried += 1
        super().one_more()

    def judged(self, number: int, within: float, near: bool) -> None:
        """The set that was tried last, in this round, lies within so many spreads or does not."""
        if number != self.round or not self.within:
            self.near, self.tried, self._since = 0, 1, time.monotonic()
        self.round, self.within = number, within
        self.near += near

    def _said(self) -> str:
        runs = say(f"elk {self.replicates} keer doorgerekend", f"each run {self.replicates} times")
        if self.round == 0:
            return say(
                f"verkennen hoe ver reeksen getallen van de doelen liggen: {self.tried} van "
                f"{self.wanted} geprobeerd, {runs}; daarna hoogstens {self.rounds} rondes",
                f"exploring how far sets of numbers lie from the targets: {self.tried} of "
                f"{self.wanted} tried, {runs}; then at most {self.rounds} rounds",
            )
        if not self.within:
            return say(f"ronde {self.round} van hoogstens {self.rounds} begint",
                       f"round {self.round} of at most {self.rounds} begins")  # fmt: skip
        left = _lasting(self._since, self.near, self.wanted - self.near)
        within = short(self.within)
        return say(
            f"ronde {self.round} van hoogstens {self.rounds}: {self.near} van {self.wanted} "
            f"reeksen dichtbij genoeg (binnen {within} spreidingen), {self.tried} geprobeerd, "
            f"{runs}{left and f'{left} voor deze ronde'}",
            f"round {self.round} of at most {self.rounds}: {self.near} of {self.wanted} sets near "
            f"enough (within {within} spreads), {self.tried} tried, "
            f"{runs}{left and f'{left} for this round'}",
        )


def _lasting(since: float, done: int, left: int) -> str:
    """How long it still takes at this pace; nothing where none was done yet, or all are."""
    if done < 1 or left < 1:
        return ""
    told = lasting((time.monotonic() - since) / done * left)
    return say(f", nog ongeveer {told}", f", about {told} left")
