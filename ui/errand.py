"""Asking for work while somebody looks: what every page that follows anything has alike."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol, TypeVar


class Given(Protocol):
    """Interest in work, that can be given back."""

    def cancel(self) -> None: ...


Ticket = TypeVar("Ticket", bound=Given)


def keep(
    request: Callable[[], Ticket],
    look: Callable[[Ticket], bool],
    left: threading.Event,
    here: Callable[[], bool],
    away: float,
) -> None:
    """Look at a ticket until `look` says that it was whole, or nobody asks any more.

    Where `look` ends early because the visitor is away, the ticket is given back; another is
    requested once they are here again, which is looked for every `away` seconds.
    """
    whole = False
    while not whole and not left.is_set():
        ticket = request()
        try:
            whole = look(ticket)
        finally:
            ticket.cancel()
        while not whole and not here() and not left.wait(away):
            pass
