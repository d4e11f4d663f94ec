"""Whether anybody is still looking: a page whose connection is lost waits, but asks for nothing."""

from __future__ import annotations

from collections.abc import Callable

from solara.server import kernel_context


def presence() -> Callable[[], bool]:
    """What tells, also from another thread, whether a page of this visitor is connected.

    To be called while a component is drawn. A closed page ends its computation at once; one that
    vanished without a word (a lid closed, a tab killed, a network lost) only lost its connection,
    and its memory is kept for a while in case it comes back.
    """
    if not kernel_context.has_current_context():
        return lambda: True
    context = kernel_context.get_current_context()

    def here() -> bool:
        if context.closed_event.is_set():
            return False
        pages = list(context.page_status.values())
        return not pages or kernel_context.PageStatus.CONNECTED in pages

    return here
