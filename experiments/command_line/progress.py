"""Telling how far it is, on stderr, once it takes longer than a second."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType

from experiments.command_line import warming
from experiments.command_line.speech import say

SECOND = 1.0
BETWEEN_LINES = 10.0


class Progress:
    """How many runs are done of how many; silent in the first second."""

    def __init__(self, wanted: int) -> None:
        """Count up to this many runs, over all sides and places."""
        self.wanted, self.done = wanted, 0
        self._cold = warming.is_cold()
        self._terminal = sys.stderr.isatty()
        self._began = self._told = time.monotonic()
        # read here: the thread that speaks first does not know which language was chosen
        self._of, self._runs = say("van", "of"), say("doorrekeningen", "runs")
        self._preparing = say(
            "het model wordt voorbereid, eenmalig: een minuut of twee",
            "preparing the model, once: a minute or two",
        )
        self._first = threading.Timer(SECOND, self._tell)
        self._first.daemon = True

    def __enter__(self) -> Progress:
        self._first.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._first.cancel()
        if self._terminal and time.monotonic() - self._began > SECOND:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def one_more(self, *_: int) -> None:
        """A run has been made."""
        self.done += 1
        now = time.monotonic()
        late = now - self._began > SECOND
        if late and (self._terminal or now - self._told > BETWEEN_LINES):
            self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        said = f"{self.done} {self._of} {self.wanted} {self._runs}"
        if self._cold and self.done == 0:
            said = f"{self._preparing} ({said})"
        if self._terminal:
            print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)
        else:
            print(said, file=sys.stderr, flush=True)
