"""A scenario file while it is read: where everything in it stands, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenarios.faults import Fault

Trail = tuple[str | int, ...]
"""The way to a value: names of headings and numbers in lists."""


@dataclass
class Source:
    """A file while it is read: its name, the line and the raw words at the end of each trail."""

    name: str
    lines: dict[Trail, int] = field(default_factory=dict)
    raw: dict[Trail, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def where(self, trail: Trail) -> str:
        """File, line and the way to a value, in words; the nearest that has a line."""
        known = trail
        while known and known not in self.lines:
            known = known[:-1]
        way = ".".join(str(step + 1) if isinstance(step, int) else step for step in trail)
        place = f"{self.name}:{self.lines.get(known, 1)}"
        return f"{place}: {way}" if way else place

    def fault(
        self, trail: Trail, value: object, allowed: str, nearest: str | None, problem: str
    ) -> None:
        """Note one fault at the end of this trail."""
        self.faults.append(Fault(self.where(trail), str(value), allowed, nearest, problem))
