"""What the screening of all numbers found, kept small, for pages that show a number or an outcome.

``python -m experiments.sensitivity.shipped FOLDER`` writes it from the folder of a study by Morris
that was made with ``samenspel sensitivity morris --out FOLDER``. A file of another model is not
read: what moves one model says nothing about another.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from experiments.sensitivity import opening, report, world
from experiments.version import NOTE
from model.compiling import workings

FILE = Path(__file__).parent / "shipped.json"
DIGITS = 4
FEW = 3
"""Numbers that are told to move an outcome."""


@dataclass(frozen=True)
class Screened:
    """How far each number moves outcomes, and how far each outcome rests on assumed numbers.

    ``share`` is the mean part of the sum of mu* over all outcomes, by address; ``most`` the
    outcome in which that part is largest; ``assumed`` the part of the sum that rests on assumed
    numbers, by outcome. ``paths`` and ``runs`` say how much was run, ``place`` where, and
    ``usual`` which part of what was moved is assumed: what ``assumed`` would be if all mattered
    alike. ``movers`` are the numbers that move an outcome most, each with whether it is assumed;
    what luck alone may give is left out.
    """

    paths: int
    runs: int
    share: Mapping[str, float]
    most: Mapping[str, str]
    assumed: Mapping[str, float]
    place: str
    usual: float
    movers: Mapping[str, Sequence[tuple[str, bool]]]


def told(folder: Path) -> dict[str, Any]:
    """What a study in this folder found, in plain types; raises CannotOpen."""
    done = opening.opened(folder)
    found = report.data(done, done.study.outcomes, "")
    share = {each["key"]: each["share"] for each in found["ranking"]}
    largest: dict[str, tuple[float, str]] = {}
    assumed: dict[str, float | None] = {}
    movers: dict[str, list[tuple[str, bool]]] = {}
    for outcome in found["outcomes"]:
        if not outcome["judged"]:
            continue
        assumed[outcome["key"]] = outcome["assumed_share"]
        movers[outcome["key"]] = _movers(outcome["numbers"])
        whole = sum(each["mu_star"] for each in outcome["numbers"]) or 1.0
        for each in outcome["numbers"]:
            part = each["mu_star"] / whole
            if part > largest.get(each["key"], (0.0, ""))[0]:
                largest[each["key"]] = part, outcome["key"]
    return {
        "note": NOTE.en,
        "model": workings(),
        "paths": found["size"]["blocks"],
        "runs": found["size"]["runs"],
        "place": done.study.about["place"],
        "usual": round(found["size"]["assumed_factors"] / found["size"]["factors"], DIGITS),
        "share": _rounded(share),
        "most": {name: outcome for name, (_, outcome) in largest.items()},
        "assumed": _rounded(assumed),
        "movers": movers,
    }


def _movers(numbers: Sequence[Mapping[str, Any]]) -> list[tuple[str, bool]]:
    """The first few numbers, most first, without those of which luck alone may give as much."""
    first = [each for each in numbers if each["mu_star"]][:FEW]
    return [
        (each["key"], world.assumed(each["key"])) for each in first if each["clear"] is not False
    ]


def _rounded(values: Mapping[str, float | None]) -> dict[str, float]:
    return {key: round(value, DIGITS) for key, value in values.items() if value is not None}


@cache
def read(path: Path = FILE) -> Screened | None:
    """What the screening found; None where there is none of this model."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if found.pop("model", None) != workings():
        return None
    found.pop("note", None)
    return Screened(**found)


def main() -> None:
    """Write the file that ships."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    written = json.dumps(told(words.parse_args().folder), indent=1)
    FILE.write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
