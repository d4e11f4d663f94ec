"""A study that was made before, from its folder alone; nothing is run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from experiments.sensitivity.designs import Design
from experiments.sensitivity.parts import MANIFEST, AnotherStudy, Parts
from experiments.sensitivity.studies import Done, Study
from model.compiling import workings

OWN = ("method", "names", "groups", "seed", "replicates", "outcomes")


class CannotOpen(ValueError):  # noqa: N818  (it says what cannot be)
    """There is no study in this folder, or it is of another model."""


def opened(folder: Path, method: str = "morris") -> Done:
    """The whole blocks of the study in this folder; raises CannotOpen."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        design = Design(
            told["method"], tuple(told["names"]), tuple(told["groups"]), int(told["seed"])
        )
        about = {key: value for key, value in told.items() if key not in OWN}
        study = Study(design, tuple(told["outcomes"]), 0, int(told["replicates"]), about)
        parts = Parts(folder, study.manifest, study.outcomes)
    except (OSError, TypeError, ValueError, KeyError, AnotherStudy) as reason:
        raise CannotOpen(str(folder)) from reason
    if design.method != method or design.groups or about.get("model") != workings():
        raise CannotOpen(str(folder))
    blocks = []
    while found := parts.find(len(blocks), design.points, study.replicates):
        blocks.append(found)
    if not blocks:
        raise CannotOpen(str(folder))
    values = np.stack([block.values for block in blocks])
    failures = tuple(why for block in blocks for why in block.failures)
    whole = Study(design, study.outcomes, len(blocks), study.replicates, about)
    return Done(whole, design.blocks(len(blocks)), values, failures)
