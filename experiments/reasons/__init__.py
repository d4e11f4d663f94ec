"""Why a number has the size it has, in a language: for the page and for the command line.

The model gives each reason once, in English; the same in Dutch stands in the files beside this
one. Who changes a reason in the model is told by a test which Dutch one to change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from experiments.reasons import evidence
from model.declarations import Basis

FOLDER = Path(__file__).parent
FILES = ("residents", "professionals", "facilitators", "organisations")
"""A file for each folder of mechanisms."""
Shown = Callable[[str], str]
_SOURCE = {"nl": ("Bron", "Bronnen"), "en": ("Source", "Sources")}


@cache
def dutch() -> Mapping[str, str]:
    """Every reason in Dutch, by the reason in English."""
    found: dict[str, str] = {}
    for file in FILES:
        found |= yaml.safe_load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))
    return found


def reason(basis: Basis, language: str) -> str:
    """Why this size, in a few words; in English where nobody wrote the Dutch ones yet."""
    return dutch().get(basis.reason, basis.reason) if language == "nl" else basis.reason


def sourced(keys: Sequence[str], language: str, name: Shown = str, key: Shown = str) -> str:
    """The sources of these keys by name, names and keys as they are to be shown; or nothing."""
    cited = evidence.cited(keys, language)
    said = "; ".join(f"{name(title)} ({', '.join(map(key, of))})" for title, of in cited.items())
    return f"{_SOURCE[language][len(cited) > 1]}: {said}" if said else ""


def told(basis: Basis, language: str) -> str:
    """The reason and the sources as one text, to be read beside the number."""
    parts = (reason(basis, language), sourced(basis.evidence, language))
    return ". ".join(part for part in parts if part)
