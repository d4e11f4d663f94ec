"""Telling how far it is, on stderr, once it takes longer than a second."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import ExitStack
from contextvars import copy_context
from types import TracebackType
from typing import Self

from experiments.command_line import warming
from experiments.command_line.speech import say

SECOND = 1.0
BETWEEN_LINES = 10.0


class Progress:
    """How many runs are done of how many; silent in the first second.

    Where the model has yet to be prepared, how far that is until the first run is there.
    """

    def __init__(self, wanted: int) -> None:
        """Count up to this many runs, over all sides and places."""
        self.wanted, self.done = wanted, 0
        self._terminal = sys.stderr.isatty()
        self._began = self._told = time.monotonic()
        # a thread does not know by itself in which language is spoken
        self._first = threading.Timer(SECOND, copy_context().run, (self._tell,))
        self._first.daemon = True
        self._preparing: threading.Event | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        if warming.is_cold():
            self._preparing = self._open.enter_context(warming.telling())
        else:
            self._first.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._first.cancel()
        self._open.close()
        if self._terminal and time.monotonic() - self._began > SECOND:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def one_more(self, *_: int) -> None:
        """A run has been made."""
        self.done += 1
        if self._preparing:
            self._preparing.set()
        now = time.monotonic()
        late = now - self._began > SECOND
        if late and (self._terminal or now - self._told > BETWEEN_LINES):
            self._tell()

    def _said(self) -> str:
        return f"{self.done} {say('van', 'of')} {self.wanted} {say('doorrekeningen', 'runs')}"

    def _tell(self) -> None:
        self._told = time.monotonic()
        said = self._said()
        if self._terminal:
            print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)
        else:
            print(said, file=sys.stderr, flush=True)
