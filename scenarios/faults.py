"""What may be wrong with what somebody asks for, told so that they can put it right.

A fault says where it is, what stands there, what may stand there, and what comes near. All faults
of a file or a command are told at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.declarations import nearest as most_similar


@dataclass(frozen=True)
class Fault:
    """One thing to put right: a place, the value there, what is allowed, and the nearest to it."""

    where: str
    value: str
    allowed: str
    nearest: str | None = None
    problem: str = "this cannot be used"

    def __str__(self) -> str:
        """The fault as a colleague would say it."""
        said = f"{self.where}: {self.problem}"
        if self.value:
            said += f" (it says: {self.value})"
        if self.nearest:
            said += f"; did you mean {self.nearest}?"
        return f"{said}\n    allowed: {self.allowed}"

    def for_machines(self) -> dict[str, str | None]:
        """The four parts of the fault, as the command line's JSON has them."""
        parts = ("where", "value", "allowed", "nearest")
        return {part: getattr(self, part) for part in parts}


class Refused(ValueError):  # noqa: N818  (it names what happened)
    """Something was asked for that cannot be; carries every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults, each once, in the order in which they were found."""
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def near(word: str, words: Iterable[str]) -> str | None:
    """The nearest of these words; of addresses also by the part after the dot."""
    words = list(words)
    found = most_similar(word, words)
    if found is None and "." in word:
        ends = {each.rsplit(".", 1)[-1]: each for each in words}
        end = most_similar(word.rsplit(".", 1)[-1], list(ends))
        return ends[end] if end else None
    return found
