"""Blocks that were made, kept on disk, so that the same command goes on where it was left.

A folder holds one study: ``manifest.json`` says of which model, design and size, and each finished
block is a Parquet file. A block is written beside its place first and then moved there, so that
half a block is never found.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments import keeping
from scenarios.faults import Both

MANIFEST = "manifest.json"
FAILURE = "failure"
COLUMNS = ("point", "replicate", FAILURE)


DUTCH = {
    "method": "methode", "names": "getallen", "groups": "groepen", "seed": "toevalsreeks",
    "replicates": "herhalingen", "version": "versie", "model": "model", "plan": "plan",
    "scenario": "scenario", "place": "plek", "residents": "bewoners", "weeks": "weken",
    "aims": "doelen", "points": "punten", "waves": "rondes", "numbers": "getallen",
}  # fmt: skip
"""What two studies may differ in, in Dutch."""


class AnotherStudy(ValueError):  # noqa: N818  (it says what is the matter)
    """The folder holds a study that differs; says in what."""

    def __init__(self, differs: Sequence[str]) -> None:
        """Keep what differs."""
        super().__init__(f"the folder holds another study: {', '.join(differs)} differ")
        self.differs = tuple(differs)

    def told(self) -> Both:
        """What differs, in words; the keys themselves where there are none."""
        return Both(", ".join(self.differs), ", ".join(DUTCH.get(key, key) for key in self.differs))


@dataclass(frozen=True)
class Block:
    """What the points of a block came to: ``values`` [point, replicate, outcome].

    NaN where there was nothing to measure; where a run broke off, all of its outcomes are NaN and
    ``failures`` says why.
    """

    number: int
    values: NDArray[np.float64]
    failures: tuple[str, ...] = ()


class Parts:
    """A folder of finished blocks of one study."""

    def __init__(self, folder: Path, manifest: Mapping[str, Any], outcomes: Sequence[str]) -> None:
        """Open the folder, or begin it; raises AnotherStudy when it holds something else."""
        self.folder, self.outcomes = folder, tuple(outcomes)
        said = json.loads(json.dumps(dict(manifest) | {"outcomes": list(outcomes)}))
        path = folder / MANIFEST
        if path.is_file():
            there = _said(path)
            differs = [key for key in said | there if said.get(key) != there.get(key)]
            if differs:
                raise AnotherStudy(differs)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            keeping.replace(path, json.dumps(said, ensure_ascii=False, indent=1).encode())

    def find(self, number: int, points: int, replicates: int) -> Block | None:
        """The block of this number, or None where it is not there whole."""
        try:
            table = pd.read_parquet(self._path(number))
        except (OSError, ValueError):
            return None
        if len(table) != points * replicates or not set(self.outcomes) <= set(table.columns):
            return None
        table = table.sort_values(["point", "replicate"])
        values = table[list(self.outcomes)].to_numpy(dtype=np.float64)
        failures = tuple(str(why) for why in table[FAILURE] if why)
        return Block(number, values.reshape(points, replicates, len(self.outcomes)), failures)

    def keep(self, number: int, values: NDArray[np.float64], failures: Mapping) -> Block:
        """Write a finished block; ``failures`` says why, by (point, replicate)."""
        points, replicates, _ = values.shape
        index = [(point, run) for point in range(points) for run in range(replicates)]
        table = pd.DataFrame(values.reshape(len(index), -1), columns=list(self.outcomes))
        table.insert(0, FAILURE, [failures.get(each, "") for each in index])
        table.insert(0, "replicate", [run for _, run in index])
        table.insert(0, "point", [point for point, _ in index])
        keeping.replace(self._path(number), table.to_parquet(index=False))
        return Block(number, values, tuple(failures.values()))

    def _path(self, number: int) -> Path:
        return self.folder / f"block-{number:05d}.parquet"


def _said(path: Path) -> dict[str, Any]:
    """What a folder says of its study; raises AnotherStudy where that cannot be read."""
    try:
        there = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        there = None
    if not isinstance(there, dict):
        raise AnotherStudy([MANIFEST])
    return there
