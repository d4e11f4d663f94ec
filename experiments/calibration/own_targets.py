"""Targets of one's own: a file of outcomes with the value each should have, and how sure that is.

Each line of the file names an outcome, a window, a value and a spread: the standard deviation of
all doubt about that value, of the observation and of what the model leaves out together. A window
is ``final``, ``year_1``, ``year_2`` …, or weeks as ``FROM:TO``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments import batch
from experiments.batch import Window
from experiments.calibration.aims import Aim
from experiments.simulation import Plan
from model.outcomes import OUTCOMES
from scenarios.faults import Both, Fault, Refused, near, offered

COLUMNS = ("outcome", "window", "value", "spread")
LISTED = Both("samenspel outcomes", "samenspel outcomes")


@dataclass(frozen=True)
class Target:
    """What an outcome should be over a window, and the standard deviation of that."""

    outcome: str
    window: Window
    value: float
    spread: float

    @property
    def aim(self) -> Aim:
        """The same as an aim of ``experiments.calibration``, all doubt in one."""
        key = f"{self.outcome}.{self.window.name}"
        return Aim(key, self.value, self.spread, 0.0, "own")


def read(path: Path, weeks: int) -> tuple[Target, ...]:
    """The targets of a file for runs of so many weeks; Refused with every fault, by line."""
    rows = _rows(path)
    faults: list[Fault] = []
    found = []
    for number, row in enumerate(rows, 2):
        where = f"{path.name}:{number}"
        outcome = _outcome(where, row["outcome"], faults)
        window = _window(where, row["window"], weeks, faults)
        value = _number(where, "value", row["value"], faults)
        spread = _number(where, "spread", row["spread"], faults, above=0.0)
        if window is not None:
            found.append(Target(outcome, window, value, spread))
    if not rows:
        problem = Both("there is no target in it", "er staat geen doel in")
        faults.append(Fault(path.name, "", ",".join(COLUMNS), None, problem))
    keys = [each.aim.key for each in found]
    twice = {key for key in keys if keys.count(key) > 1}
    for key in sorted(twice):
        problem = Both("this target stands there twice", "dit doel staat er twee keer")
        faults.append(Fault(path.name, key, Both("each once", "elk één keer"), None, problem))
    if faults:
        raise Refused(faults)
    return tuple(found)


def _rows(path: Path) -> list[Mapping[str, str]]:
    try:
        table = pd.read_csv(path, dtype=str, comment="#", skipinitialspace=True).fillna("")
    except (OSError, ValueError) as reason:
        problem = Both("this file cannot be read", "dit bestand is niet te lezen")
        nearest = None
        if not path.exists():
            problem = Both("there is no such file", "dat bestand is er niet")
            nearest = near(str(path), [str(each) for each in path.parent.glob("*.csv")])
        allowed = Both(
            "a CSV file with columns " + ", ".join(COLUMNS),
            "een CSV-bestand met kolommen " + ", ".join(COLUMNS),
        )
        raise Refused([Fault("targets", str(path), allowed, nearest, problem)]) from reason
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        problem = Both("a column is missing", "er ontbreekt een kolom")
        named = ", ".join(COLUMNS)
        raise Refused(
            [Fault(path.name, name, named, near(name, table.columns), problem) for name in missing]
        )
    return [{name: str(row[name]) for name in COLUMNS} for row in table.to_dict("records")]


def _outcome(where: str, text: str, faults: list[Fault]) -> str:
    if text not in OUTCOMES:
        problem = Both("there is no such outcome", "die uitkomst is er niet")
        allowed = offered(text, OUTCOMES, LISTED)
        faults.append(Fault(where, text, allowed, near(text, OUTCOMES), problem))
    return text


def _window(where: str, text: str, weeks: int, faults: list[Fault]) -> Window | None:
    known = {each.name: each for each in (batch.final(weeks), *batch.yearly(weeks))}
    match = re.fullmatch(r"(\d+):(\d+)", text)
    if match and 0 <= int(match[1]) < int(match[2]) <= weeks:
        return Window(text, int(match[1]), int(match[2]))
    if text in known:
        return known[text]
    problem = Both("this window is not in the run", "dit venster valt buiten de looptijd")
    names = ", ".join(known)
    allowed = Both(f"{names}, or FROM:TO within {weeks} weeks",
                   f"{names}, of VAN:TOT binnen {weeks} weken")  # fmt: skip
    faults.append(Fault(where, text, allowed, near(text, known), problem))
    return None


def _number(
    where: str, column: str, text: str, faults: list[Fault], above: float = -math.inf
) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if math.isfinite(value) and value > above:
        return value
    problem = Both(f"this {column} cannot be used", f"deze {column} kan niet")
    allowed = Both("a number", "een getal")
    if above == 0.0:
        allowed = Both("a number above 0", "een getal boven 0")
    faults.append(Fault(where, text, allowed, None, problem))
    return math.nan


def windows(targets: Sequence[Target]) -> tuple[Window, ...]:
    """The windows of these targets, each once."""
    return tuple(dict.fromkeys(each.window for each in targets))


def reached(
    plan: Plan,
    draw: Mapping[str, float],
    targets: Sequence[Target],
    replicates: int,
    first: int = 0,
    threads: int | None = None,
) -> NDArray[np.float64]:
    """What runs with these numbers come to [replicate, target]; NaN where nothing was measured."""
    asked = windows(targets)
    results = batch.ensemble(plan, replicates, windows=asked, draws=[draw], first=first,
                             threads=threads)  # fmt: skip
    columns = [results.window(each.outcome, each.window.name) for each in targets]
    return np.stack(columns, axis=1)
