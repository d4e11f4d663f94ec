"""What a folder says of the study in it: what was asked, of which model, and how far it is.

It is enough to read the tables beside it without this project, and to make them again with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from experiments import keeping
from experiments.studies import again
from experiments.studies.planned import Study
from experiments.version import CHECKOUT, NOTE, version
from model.compiling import workings
from model.outcomes import OUTCOMES

MANIFEST, STUDY = "manifest.json", "study.yaml"
KIND = "samenspel study"
PACKAGES = ("numpy", "scipy", "numba", "pandas", "pyarrow", "mesa", "SALib", "distributed")
CHANCE = "philox4x32-10, keyed by who, week, decision, seed and replicate (model/chance.py)"
Said = dict[str, Any]


class NoStudy(ValueError):  # noqa: N818  (it names what is the matter)
    """The folder holds no study."""


def of_study(study: Study) -> Said:
    """What is asked: all that decides the runs, and the words a reader needs."""
    text = study.text.encode()
    return {
        "kind": KIND,
        "note": {"nl": NOTE.nl, "en": NOTE.en},
        "name": study.name,
        "question": {"nl": study.question.nl, "en": study.question.en},
        "file_hash": hashlib.blake2b(text, digest_size=16).hexdigest(),
        "design": study.method,
        "design_settings": {kind or "all": each.told() for kind, each in study.design.items()},
        "factors": [factor.told() for factor in study.factors],
        "points": len(study.points),
        "replicates": study.replicates,
        "seed": study.seed,
        "scenarios": [
            {"key": each.key, "nl": each.title.nl, "en": each.title.en,
             "set": dict(each.values), "extra_money": each.extra_money}
            for each in study.scenarios
        ],
        "places": list(study.places),
        "residents": study.residents,
        "weeks": study.weeks,
        "windows": {each.name: [each.begin, each.end] for each in study.windows},
        "set": dict(study.fixed),
        "without": list(study.without),
        "overruled": {address: list(keys) for address, keys in study.overruled.items()},
        "outcomes": list(study.outcomes),
        "runs": study.runs,
        "codebook": {key: _outcome(key) for key in OUTCOMES},
        "remake": again.remake(study.text),
    }  # fmt: skip


def _outcome(key: str) -> Said:
    """An outcome as a code book has it."""
    each = OUTCOMES[key]
    return {
        "nl": each.nl, "en": each.en, "unit": each.unit.key, "better": each.better,
        "margin": each.margin, "low": each.between[0], "high": each.between[1],
        "over_time": each.over_time,
    }  # fmt: skip


def of_software() -> Said:
    """Which model, packages and machine: what a number may depend on."""
    return {
        "version": version(),
        "git": _described(),
        "model": workings(),
        "chance": CHANCE,
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in PACKAGES},
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "host": platform.node(),
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


@cache
def _described() -> str | None:
    """The state of the checkout in words of git; None where there is no git or no history."""
    try:
        said = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--tags"],
            cwd=CHECKOUT, capture_output=True, text=True, timeout=10, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return said.stdout.strip() or None


@cache
def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            line = next((each for each in file if each.startswith("model name")), "")
    except OSError:
        line = ""
    return line.partition(":")[2].strip() or platform.processor()


def now() -> str:
    """The moment, in universal time."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read(folder: Path) -> Said:
    """What a folder says of its study; NoStudy where it says nothing of one."""
    try:
        said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as reason:
        raise NoStudy(str(folder)) from reason
    if not isinstance(said, dict) or said.get("kind") != KIND:
        raise NoStudy(str(folder))
    return said


def write(folder: Path, said: Mapping[str, Any], text: str) -> None:
    """Write what the folder says, and the study file as it was, each whole."""
    folder.mkdir(parents=True, exist_ok=True)
    keeping.replace(folder / STUDY, text.encode())
    told = json.dumps(said, ensure_ascii=False, indent=1, allow_nan=False)
    keeping.replace(folder / MANIFEST, told.encode())
