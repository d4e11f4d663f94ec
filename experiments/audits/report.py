"""What an audit hands back, and the outcomes and scenarios that audits look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from model.places import DEFAULT_PLACE
from scenarios import library
from scenarios.faults import Both

HEADLINES = (
    "need_any", "burden", "hidden_need", "time_to_help", "waiting_p90", "one_plan",
    "ownerless_several", "fit", "resident_trust", "strain", "cost_total",
)  # fmt: skip
"""The outcomes that a page shows first; audits look at these."""
BETWEEN_PEOPLE = ("trust_between", "credibility", "commitment", "agreement")
"""What stands between a facilitator and those: where a difference begins, if there is one."""

AS_IT_IS = "as_it_is_now"
IN_THE_NEIGHBOURHOOD = "facilitator_neighbourhood"
PLACEMENTS = (
    "facilitator_policy", "facilitator_neighbourhood", "facilitator_external", "facilitator_split",
)  # fmt: skip
RIVALS = ("more_team_hours", "less_administration")
PLACE = DEFAULT_PLACE

Values = Mapping[str, float]


@dataclass(frozen=True)
class Report:
    """What an audit found: ``lines`` to read, ``numbers`` for machines.

    ``passed`` is None where an audit informs and cannot fail, and where it was stopped before it
    could pass; ``complete`` says which. ``beside`` is what must be read beside the verdict, where
    passing alone would say more than was found.
    """

    name: str
    passed: bool | None
    lines: tuple[str, ...]
    numbers: Mapping[str, Any] = field(default_factory=dict)
    complete: bool = True
    beside: str = ""

    def as_json(self) -> dict[str, Any]:
        """The report in plain types."""
        return {
            "name": self.name,
            "passed": self.passed,
            "complete": self.complete,
            "lines": list(self.lines),
            "beside": self.beside,
            "numbers": dict(self.numbers),
        }


Item = TypeVar("Item")
Found = TypeVar("Found")


def as_far_as_it_goes(items: Iterable[Item], look: Callable[[Item], Found]) -> dict[Item, Found]:
    """What was found at each item, up to where somebody pressed Ctrl+C; hours of work are kept."""
    found: dict[Item, Found] = {}
    try:
        for item in items:
            found[item] = look(item)
    except KeyboardInterrupt:
        if not found:
            raise
    return found


def stopped(done: int, of: int) -> tuple[str, ...]:
    """The line that says how far an audit came, where that is not to the end."""
    if done == of:
        return ()
    return (Both(f"STOPPED after {done} of {of}: this speaks of those alone",
                 f"GESTOPT na {done} van {of}: dit gaat alleen over die"),)  # fmt: skip


def shipped(keys: Sequence[str]) -> dict[str, Values]:
    """The values of shipped scenarios, by key."""
    return {key: library.load(key).values for key in keys}
