"""What stands on the screen while the model works out something else, marked as the old it is.

The picture before stays, so that an eye can compare; but whoever reads or hears it is told that it
answers the question before this one. The status says so once; nothing else speaks by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import solara

from ui import words
from ui.markup import Child, element, told
from ui.memory import Memory


def stale(memory: Memory) -> solara.Element:
    """A line that says that what follows is of the setting before; empty when it is not."""
    said = words.say("status.stale", memory.language.value)
    return element("p", [said] if memory.is_old() else [], "stale")


@solara.component
def Waiting(memory: Memory, children: Sequence[Child]) -> solara.Element:
    """The same parts, told to be busy and old while a newer question runs.

    A component of its own, so that a new question draws nothing but this line.
    """
    return element("div", [stale(memory), *children], aria_busy=told(memory.is_old()))
