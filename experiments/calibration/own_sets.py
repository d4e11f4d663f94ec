"""Sets of numbers of one's own: a file as ``calibrate --write`` and ``calibrate-to --write`` make.

Each row is a set, each column an address, beside the columns that say how the set did. The file
beside it with the ending .json says of which model the sets are; sets of another model may be
drawn from, for whoever made them may judge that, but it is told.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from experiments.calibration.ensemble import OWN
from model.compiling import workings
from model.parameters import ADDRESSES
from scenarios import checking
from scenarios.faults import Both, Fault, Refused, near, offered

ENDING = ".csv"
MADE_WITH = Both(
    "a CSV file as samenspel calibrate --write and calibrate-to --write make: a row for each set, "
    "a column for each address",
    "een CSV-bestand zoals samenspel calibrate --write en calibrate-to --write maken: een regel "
    "per set, een kolom per adres",
)
LISTED = Both("samenspel levers --role uncertainty", "samenspel levers --role uncertainty")
MOST_FAULTS = 10
"""Faults told at once: a file that is wrong in every row is wrong in one way."""


@dataclass(frozen=True)
class OwnSets:
    """Sets of a file, by address, and the model that its other file names; empty without one."""

    sets: tuple[dict[str, float], ...]
    model: str

    @property
    def of_this_model(self) -> bool:
        """Whether they are known to be of the very model that would draw from them."""
        return self.model == workings()


def read(name: str) -> OwnSets:
    """The sets in this file; Refused with every fault, by row and column."""
    path = Path(name)
    try:
        told = path.stat()
    except (OSError, ValueError):
        raise Refused([_missing(path)]) from None
    return _read(path, (told.st_mtime_ns, told.st_size))


@lru_cache(maxsize=8)
def _read(path: Path, stamp: tuple[int, int]) -> OwnSets:
    """The sets of a file as it stands: read once, so that both sides draw from the same."""
    del stamp
    rows = _rows(path)
    faults = _columns(path, [str(name) for name in rows.columns])
    names = [str(name) for name in rows.columns if name not in OWN and name in ADDRESSES]
    if not faults and (rows.empty or not names):
        problem = Both("there is no set in it", "er staat geen set in")
        faults.append(Fault(path.name, "", MADE_WITH, None, problem))
    sets: list[dict[str, float]] = []
    for number, row in enumerate(rows[names].to_numpy(), 2):
        told = zip(names, row, strict=True)
        sets.append({a: _number(f"{path.name}:{number}", a, str(each), faults) for a, each in told})
    if faults:
        raise Refused(faults[:MOST_FAULTS])
    return OwnSets(tuple(sets), _model(path))


def _missing(path: Path) -> Fault:
    problem = Both("there is no such file", "dat bestand is er niet")
    try:
        there = [str(each) for each in path.parent.glob(f"*{ENDING}")]
    except (OSError, ValueError):
        there = []
    return Fault("--uncertainty", str(path), MADE_WITH, near(str(path), there), problem)


def _rows(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as reason:
        problem = Both("this file cannot be read", "dit bestand is niet te lezen")
        raise Refused([Fault("--uncertainty", str(path), MADE_WITH, None, problem)]) from reason


def _columns(path: Path, names: Sequence[str]) -> list[Fault]:
    """What is wrong with the addresses: unknown, or not for chance to decide."""
    faults: list[Fault] = []
    known = [a for a, each in ADDRESSES.items() if each.role == "uncertainty"]
    for name in names:
        if name in OWN or name in known:
            continue
        problem = Both("there is no such uncertain number", "dat onzekere getal is er niet")
        if name in ADDRESSES:
            role = ADDRESSES[name].role
            problem = Both(f"this is a {role}: it is not drawn", f"dit is een {role}: daaruit "
                           "wordt niet getrokken")  # fmt: skip
        nearest = None if name in ADDRESSES else near(name, known)
        faults.append(Fault(path.name, name, offered(name, known, LISTED), nearest, problem))
    return faults


def _number(where: str, address: str, text: str, faults: list[Fault]) -> float:
    try:
        value = float(text)
    except ValueError:
        problem = Both(f"{address} is not a number here", f"{address} is hier geen getal")
        faults.append(Fault(where, text, Both("a number", "een getal"), None, problem))
        return 0.0
    fault = checking.value_fault(address, value, where)
    if fault:
        faults.append(fault)
    return value


def _model(path: Path) -> str:
    """The model that the file beside it names; empty where it is not there or cannot be read."""
    try:
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("model", "")) if isinstance(told, dict) else ""
