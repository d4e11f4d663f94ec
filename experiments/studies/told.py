"""Which studies that ship were run and written up: a page in docs/studies says of which model.

A page holds only for the runs it rests on. So it states three short texts: of the study file, of
the workings of the model, and of the runs themselves, which also covers scenarios and places. Where
one of them is no longer what is there, the page tells of a study that nobody has run yet.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from experiments.studies.planned import Study
from experiments.version import CHECKOUT
from model.compiling import workings

FOLDER = Path("docs") / "studies"
"""Where the pages stand, from the folder of the project."""
SIZE = 16
STATED = {
    "file": re.compile(r"study file\s`([0-9a-f]+)`"),
    "model": re.compile(r"model\s`([0-9a-f]+)`"),
    "runs": re.compile(r"runs\s`([0-9a-f]+)`"),
}


@dataclass(frozen=True)
class Identity:
    """What a page rests on: the text of the study file, the model, and its runs, each as a hash."""

    file: str
    model: str
    runs: str


def identity(study: Study) -> Identity:
    """What a page on this study would have to state now."""
    known = hashlib.blake2b(digest_size=SIZE)
    for task in study.tasks(replicates=1):
        known.update(task.run_id.encode())
    return Identity(file_hash(study), workings(), known.hexdigest())


def file_hash(study: Study) -> str:
    """The hash of a study file, as the manifest of its runs has it."""
    return hashlib.blake2b(study.text.encode(), digest_size=SIZE).hexdigest()


def page(name: str) -> str | None:
    """The page on a study that ships, from the folder of the project; None where there is none."""
    path = FOLDER / f"{name}.md"
    return path.as_posix() if (CHECKOUT / path).is_file() else None


def stated(name: str) -> Identity | None:
    """What the page on a study says it rests on; None without a page.

    Raises ValueError for a page that does not say so.
    """
    path = page(name)
    if path is None:
        return None
    text = (CHECKOUT / path).read_text(encoding="utf-8")
    found = {key: pattern.search(text) for key, pattern in STATED.items()}
    absent = [key for key, match in found.items() if match is None]
    if absent:
        raise ValueError(f"{path} does not state its {', '.join(absent)}")
    return Identity(**{key: match.group(1) for key, match in found.items() if match})


def holds(study: Study) -> bool:
    """Whether there is a page on this study, of this file and this model.

    The runs are not compared, for that takes seconds; a test does.
    """
    said = stated(study.name)
    return said is not None and (said.file, said.model) == (file_hash(study), workings())
