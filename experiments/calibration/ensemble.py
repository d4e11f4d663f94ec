"""The sets that were left, as a file that ships with what they rest on beside it.

``ensemble.csv`` has a row for each accepted set, numbers by address; ``ensemble.json`` says of
which model, from how many runs, with which aims, and how it went. A file of another model is not
read: what one model leaves says nothing about another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.calibration import matching
from experiments.calibration.waves import Matched
from experiments.sensitivity import world
from experiments.version import NOTE, version
from model.compiling import workings
from model.parameters import ADDRESSES

FOLDER = Path(__file__).parent
SHIPPED = FOLDER / "ensemble.csv"
OWN = ("wave", "implausibility", "held_out")


class NoEnsemble(LookupError):  # noqa: N818  (it says what is not there)
    """No ensemble ships with this model; says why not."""


def provenance(matched: Matched) -> dict[str, Any]:
    """What an ensemble rests on, in plain types."""
    asked, far, accepted = matched.asked, matched.far, matched.accepted
    held = matching.worst(far, asked.aims, held_out=True)[accepted]
    return {
        "note": NOTE.en,
        "version": version(),
        "model": workings(),
        "numbers": list(asked.names),
        "aims": [
            {"key": aim.key, "value": aim.value, "observed": aim.observed,
             "discrepancy": aim.discrepancy, "source": aim.source, "held_out": aim.held_out}
            for aim in asked.aims
        ],
        "limit": matching.LIMIT,
        "replicates": asked.replicates,
        "seed": asked.seed,
        **asked.about,
        "waves": [{"points": len(wave.shares), "left": wave.left} for wave in matched.waves],
        "runs": sum(len(wave.shares) for wave in matched.waves) * asked.replicates,
        "ended": matched.ended,
        "accepted": int(accepted.sum()),
        "held_out_met": float((held < matching.LIMIT).mean()) if len(held) else None,
        "conflicts": [{"key": key, "implausibility": far} for key, far in matched.conflicts()],
    }  # fmt: skip


def table(matched: Matched) -> pd.DataFrame:
    """The accepted sets, a row for each: its wave, how far it is off, and its numbers."""
    asked, far, accepted = matched.asked, matched.far, matched.accepted
    wave = np.repeat(
        np.arange(1, len(matched.waves) + 1), [len(each.shares) for each in matched.waves]
    )
    rows = [world.values_at(asked.names, shares) for shares in matched.shares[accepted]]
    found = pd.DataFrame(rows, columns=list(asked.names))
    found.insert(0, "held_out", matching.worst(far, asked.aims, held_out=True)[accepted])
    found.insert(0, "implausibility", matching.worst(far, asked.aims)[accepted])
    found.insert(0, "wave", wave[accepted])
    return found


def write(matched: Matched, path: Path) -> None:
    """Write the accepted sets, and beside them what they rest on."""
    write_table(table(matched), provenance(matched), path)


def write_table(sets: pd.DataFrame, rests_on: Mapping[str, Any], path: Path) -> None:
    """Write sets, a row each with OWN and an address for each column, and what they rest on."""
    own = {"note": NOTE.en, "version": version(), "model": workings()}
    told = json.dumps(own | dict(rests_on), ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(told + "\n", encoding="utf-8")
    sets.to_csv(path, index=False)


def read(path: Path | None = None) -> list[dict[str, float]]:
    """The accepted sets, by address; raises NoEnsemble where there are none of this model."""
    path = path or SHIPPED
    try:
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        rows = pd.read_csv(path)
    except (OSError, ValueError) as reason:
        raise NoEnsemble("no ensemble ships with this version") from reason
    if told.get("model") != workings():
        raise NoEnsemble("the ensemble that ships is of another model")
    names = [name for name in rows.columns if name not in OWN]
    unknown = [name for name in names if name not in ADDRESSES]
    if unknown or rows.empty:
        raise NoEnsemble("the ensemble that ships holds no set of this model")
    return [
        {name: float(value) for name, value in zip(names, row, strict=True)}
        for row in rows[names].to_numpy(dtype=np.float64)
    ]


def draws(
    count: int, seed: int, sets: Sequence[dict[str, float]] | None = None
) -> list[dict[str, float]]:
    """``count`` of these sets, in an order of chance; the first stay when more are asked.

    Of the sets that ship where none are given; raises NoEnsemble where there are none.
    """
    sets = read() if sets is None else sets
    order = np.random.default_rng(seed).permutation(len(sets))
    return [sets[order[number % len(sets)]] for number in range(count)]
