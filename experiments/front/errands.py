"""Long work for visitors in small pieces: shared where it is equal, in turn, and never in the way.

An errand is a list of pieces, the most wanted first. A few threads make them, one at a time,
always for the errand that has had least; a piece that two errands want is made once. The threads
stand behind those that draw the charts, so that nobody who moves a lever waits for a reason why.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

from experiments import batch

KEPT_WEIGHT = 20_000
"""How much is remembered for whoever asks again; a piece of two rows of numbers weighs one."""
BEHIND = 2
"""How much lower the threads stand with the system than those that draw charts."""
RUNNING, DONE, FAILED = "running", "done", "failed"

_NUMBERS = count()


@dataclass(frozen=True)
class Piece:
    """One piece of work: what it is called, and how it is made; equal keys, equal results."""

    key: Hashable
    make: Callable[[], Any]
    weight: int = 1


class Errand:
    """One visitor's interest in a list of pieces."""

    def __init__(self, pool: Pool, pieces: Sequence[Piece]) -> None:
        self.pieces = list({piece.key: piece for piece in pieces}.values())
        self.found: dict[Hashable, Any] = {}
        self.failed = False
        self.number, self.served, self.next = next(_NUMBERS), 0, 0
        self._pool = pool

    @property
    def state(self) -> str:
        """Running, done or failed."""
        if self.failed:
            return FAILED
        return DONE if len(self.found) == len(self.pieces) else RUNNING

    def known(self) -> Mapping[Hashable, Any]:
        """What has been made of it so far, by key."""
        with self._pool.changed:
            return dict(self.found)

    def wait(self, more_than: int, timeout: float | None) -> None:
        """Return when more pieces than this are there, when it ended, or at timeout."""
        with self._pool.changed:
            self._pool.changed.wait_for(
                lambda: self.state != RUNNING or len(self.found) > more_than, timeout
            )

    def cancel(self) -> None:
        """Ask for no more. What others wait for is made all the same."""
        with self._pool.changed:
            self._pool.forget(self)


class Pool:
    """A few threads that make pieces for all errands in turn, and remember them."""

    def __init__(self, threads: int | None = None, kept: int = KEPT_WEIGHT) -> None:
        self.changed = threading.Condition()
        self._threads, self._kept = threads or batch.THREADS, kept
        self._made: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._making: set[Hashable] = set()
        self._open: list[Errand] = []
        self._workers: list[threading.Thread] = []

    def ask(self, pieces: Sequence[Piece]) -> Errand:
        """An errand for these pieces; what is remembered of it is there at once."""
        errand = Errand(self, pieces)
        with self.changed:
            for piece in errand.pieces:
                if piece.key in self._made:
                    self._made.move_to_end(piece.key)
                    errand.found[piece.key] = self._made[piece.key][1]
            if errand.state == RUNNING:
                self._open.append(errand)
                self._start()
            self.changed.notify_all()
        return errand

    def forget(self, errand: Errand) -> None:
        """Take an errand out of the queue."""
        if errand in self._open:
            self._open.remove(errand)
        self.changed.notify_all()

    def _start(self) -> None:
        while len(self._workers) < self._threads:
            worker = threading.Thread(target=self._work, name="errands", daemon=True)
            self._workers.append(worker)
            worker.start()

    def _work(self) -> None:
        # not every system knows a thread of its own rank; there it stands beside the others
        with suppress(OSError, AttributeError):
            me = threading.get_native_id()
            rank = os.getpriority(os.PRIO_PROCESS, me)
            os.setpriority(os.PRIO_PROCESS, me, min(19, rank + BEHIND))
        while True:
            with self.changed:
                piece = self._next()
                while piece is None:
                    self.changed.wait()
                    piece = self._next()
                self._making.add(piece.key)
            self._make(piece)

    def _next(self) -> Piece | None:
        """The next piece for whoever had least, the newest of those first; None when idle."""
        self._open = [errand for errand in self._open if errand.state == RUNNING]
        for errand in sorted(self._open, key=lambda each: (each.served, -each.number)):
            for piece in errand.pieces[errand.next :]:
                if piece.key not in errand.found and piece.key not in self._making:
                    errand.served += 1
                    return piece
                if piece is errand.pieces[errand.next] and piece.key in errand.found:
                    errand.next += 1
        return None

    def _remember(self, piece: Piece, made: Any) -> None:
        self._made[piece.key] = (piece.weight, made)
        total = sum(weight for weight, _ in self._made.values())
        while total > self._kept and len(self._made) > 1:
            _, (weight, _) = self._made.popitem(last=False)
            total -= weight

    def _make(self, piece: Piece) -> None:
        """One piece; a failure is told to all who wait for it."""
        made, failed = None, False
        try:
            made = piece.make()
        except Exception:
            logging.getLogger(__name__).exception("a piece of an explanation broke off")
            failed = True
        with self.changed:
            self._making.discard(piece.key)
            if not failed:
                self._remember(piece, made)
            for errand in self._open:
                if any(each.key == piece.key for each in errand.pieces):
                    errand.failed = errand.failed or failed
                    if not failed:
                        errand.found[piece.key] = made
            self.changed.notify_all()


POOL = Pool()
"""The one that all visitors of this server share; its threads begin with the first errand."""
