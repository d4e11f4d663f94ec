"""How far a study is: how many runs an hour, how long it still takes, and how many failed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence

from experiments.command_line.progress import Progress
from experiments.command_line.shown import numeral
from experiments.command_line.speech import say
from experiments.studies.work import FAILED, Made

MEMORY = 60.0
"""Seconds over which the pace is taken: runs of one study need not be equally long."""
MINUTE, HOUR, DAY = 60, 3600, 86_400


class Pace(Progress):
    """Progress that knows how fast it goes; runs that were there already count as done."""

    def __init__(self, wanted: int, found: int) -> None:
        """Count up to this many runs, from those that were found."""
        super().__init__(wanted)
        self.done, self.failed = found, 0
        self._came: deque[tuple[float, int]] = deque([(time.monotonic(), found)])

    def took(self, made: Sequence[Made]) -> None:
        """These runs were made."""
        for each in made:
            self.failed += each.status == FAILED
            self.one_more()
        now = time.monotonic()
        self._came.append((now, self.done))
        while len(self._came) > 2 and now - self._came[0][0] > MEMORY:
            self._came.popleft()

    @property
    def rate(self) -> float:
        """Runs a second of late; 0 while none was made."""
        (first, before), (last, after) = self._came[0], self._came[-1]
        return (after - before) / (last - first) if last > first else 0.0

    def _said(self) -> str:
        said = super()._said()
        rate = self.rate
        if rate > 0:
            left = lasting((self.wanted - self.done) / rate)
            often = numeral(f"{rate:.1f}") if rate >= 1 else numeral(f"{rate * MINUTE:.1f}")
            per = say("per seconde", "a second") if rate >= 1 else say("per minuut", "a minute")
            said += f", {often} {per}, {say('nog', 'still')} {left}"
        if self.failed:
            said += f", {self.failed} {say('mislukt', 'failed')}"
        return said


def lasting(seconds: float) -> str:
    """A stretch of time in words that say no more than is known."""
    if seconds < 2 * MINUTE:
        return f"{max(1, round(seconds))} {say('seconden', 'seconds')}"
    if seconds < 2 * HOUR:
        return f"{round(seconds / MINUTE)} {say('minuten', 'minutes')}"
    if seconds < 2 * DAY:
        return f"{numeral(f'{seconds / HOUR:.1f}')} {say('uur', 'hours')}"
    return f"{numeral(f'{seconds / DAY:.1f}')} {say('dagen', 'days')}"
