"""From words typed after an option to a value, every fault remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from experiments.batch import Window
from model.parameters import MECHANISMS
from model.places import DEFAULT_PLACE, Place, UnknownPlace, find
from scenarios import checking
from scenarios.faults import Fault, Refused, near

PREDEFINED = ("final", "during", "after")
Given = TypeVar("Given")


class Reader:
    """Reads options one by one and remembers every fault."""

    def __init__(self) -> None:
        """Begin without faults."""
        self.faults: list[Fault] = []

    def try_to(self, read: Callable[[], Given]) -> Given | None:
        """What comes of reading, or None when it was refused."""
        try:
            return read()
        except Refused as refused:
            self.faults += refused.faults
            return None

    def whole(self, where: str, text: str, low: int, high: int) -> int:
        """A whole number within limits; the nearest that is, when it is not."""
        try:
            value = int(text)
        except ValueError:
            self._outside(where, text, low, high, str(low))
            return low
        if not low <= value <= high:
            closest = min(max(value, low), high)
            self._outside(where, text, low, high, str(closest))
            return closest
        return value

    def _outside(self, where: str, text: str, low: int, high: int, nearest: str) -> None:
        problem, allowed = "this number cannot be used", f"{low} to {high}, whole"
        self.faults.append(Fault(where, text, allowed, nearest, problem))

    def one_of(self, where: str, text: str, words: Sequence[str]) -> str:
        """One of these words; the first when it is none."""
        if text in words:
            return text
        problem, allowed = "there is no such choice", ", ".join(words)
        self.faults.append(Fault(where, text, allowed, near(text, words), problem))
        return words[0]

    def settings(self, where: str, texts: Sequence[str]) -> dict[str, float]:
        """ADDRESS=VALUE, each; the last of two for one address counts."""
        values: dict[str, float] = {}
        for text in texts:
            address, sign, written = text.partition("=")
            here, address = f"{where} {text}", address.strip()
            try:
                value = float(written)
            except ValueError:
                allowed = "ADDRESS=VALUE, such as hours.protected=3"
                nearest = f"{address}={written.replace(',', '.')}" if "," in written else None
                problem = "this is not a number" if sign else "there is no = in it"
                self.faults.append(Fault(here, written or text, allowed, nearest, problem))
                continue
            fault = checking.value_fault(address, value, here)
            if fault:
                self.faults.append(fault)
            else:
                values[address] = value
        return values

    def places(self, texts: Sequence[str]) -> tuple[Place, ...]:
        """The places by id, code or name; the default place when none was named."""
        found: dict[str, Place] = {}
        for text in texts or (DEFAULT_PLACE,):
            try:
                place = find(text)
                found[place.id] = place
            except UnknownPlace as unknown:
                nearest = unknown.nearest[0] if unknown.nearest else None
                allowed = "a place: see samenspel places"
                problem = unknown.message.en.split(".")[0]
                self.faults.append(Fault("--place", text, allowed, nearest, problem))
        return tuple(found.values())

    def mechanisms(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Mechanisms to switch off, comma between them."""
        possible = [name for name, addresses in MECHANISMS.items() if addresses]
        names = [name.strip() for text in texts for name in text.split(",") if name.strip()]
        return tuple(dict.fromkeys(self.one_of("--without", name, possible) for name in names))

    def windows(self, texts: Sequence[str], weeks: int) -> dict[str, Window | None]:
        """NAME=FROM:TO, each, in weeks; half-open."""
        windows: dict[str, Window | None] = {}
        for text in texts:
            match = re.fullmatch(r"([A-Za-z]\w*)=(\d+):(\d+)", text)
            begin, end = (int(match[2]), int(match[3])) if match else (0, 0)
            if match and match[1] in (*PREDEFINED, *windows):
                taken = f"a name other than {', '.join((*PREDEFINED, *windows))}"
                problem = "this name is taken"
                self.faults.append(Fault(f"--window {text}", match[1], taken, None, problem))
            elif not match or not 0 <= begin < end <= weeks:
                allowed = f"NAME=FROM:TO with 0 <= FROM < TO <= {weeks} weeks"
                name = re.match(r"[A-Za-z]\w*", text)
                nearest = f"{name[0] if name else 'window'}={min(begin, weeks - 1)}:{weeks}"
                problem = "this window does not lie within the run"
                self.faults.append(Fault("--window", text, allowed, nearest, problem))
            else:
                windows[match[1]] = Window(match[1], begin, end)
        return windows

    def file_to_write(self, text: str | None) -> None:
        """Whether a file of this name can be written, before anything is run for it."""
        if text is None:
            return
        path = Path(text)
        if path.suffix not in (".csv", ".parquet"):
            problem, nearest = "this kind of file cannot be written", str(path.with_suffix(".csv"))
            self.faults.append(Fault("--out", text, ".csv or .parquet", nearest, problem))
        elif not path.absolute().parent.is_dir():
            problem = "there is no such folder"
            self.faults.append(Fault("--out", text, "a folder that exists", path.name, problem))
