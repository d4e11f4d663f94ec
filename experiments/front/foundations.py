"""What the model rests on, as rows for a page: every number with its basis, and our documents."""

from __future__ import annotations

import importlib
import math
import pkgutil
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import model.processes
from experiments import reasons
from experiments.numerals import numeral, whole
from experiments.sensitivity import shipped
from experiments.version import CHECKOUT
from model.declarations import RULE_MARK, Parameter, Rule, Status
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.places import find

MODEL = CHECKOUT / "model"
DOCUMENTS: dict[str, Path] = {
    "validation": CHECKOUT / "docs" / "validation.md",
    "description": MODEL / "ODD.md",
    "claims": CHECKOUT / "docs" / "claims.md",
    "fit": CHECKOUT / "docs" / "fit.md",
    "rules": CHECKOUT / "docs" / "rules.md",
    "outcomes": CHECKOUT / "docs" / "outcomes.md",
    "places": CHECKOUT / "docs" / "places.md",
    "audits": CHECKOUT / "docs" / "audits.md",
    "glossary": MODEL / "GLOSSARY.md",
    "licences": CHECKOUT / "docs" / "data_licences.md",
}
"""Pages that are kept with the model; they are in English."""


WITHOUT_A_RULE = {
    "facilitator": {"nl": "Begeleider", "en": "Facilitator"},
    "second_facilitator": {"nl": "Tweede begeleider", "en": "Second facilitator"},
    "staffing": {"nl": "Formatie", "en": "Staffing"},
    "knowing": {"nl": "Kennissen", "en": "Acquaintances"},
}
"""What numbers are called together that no single rule uses."""


class Number(NamedTuple):
    """One number of the model, and what its size rests on."""

    address: str
    name: str
    meaning: str
    value: str
    between: str
    role: str
    status: str
    reason: str
    evidence: tuple[str, ...]
    moves: str
    """How much of what moves outcomes it moves, and which the most; empty where not screened."""


@dataclass(frozen=True)
class Mechanism:
    """The numbers of one mechanism; the words of its rule where it has one of its own."""

    key: str
    name: str
    meaning: str
    numbers: Sequence[Number]


@cache
def rules() -> Mapping[str, Rule]:
    """The rule of each file of a mechanism, by the name of that file."""
    found: dict[str, Rule] = {}
    walked = pkgutil.walk_packages(model.processes.__path__, "model.processes.")
    for name in (each.name for each in walked if not each.ispkg):
        for thing in vars(importlib.import_module(name)).values():
            rule = getattr(thing, RULE_MARK, None)
            if isinstance(rule, Rule) and rule.module == name:
                found.setdefault(name.split(".")[-1], rule)
    return found


@cache
def mechanisms(language: str) -> tuple[Mechanism, ...]:
    """Every number that may be set, by mechanism."""
    groups: dict[str, list[Parameter]] = {}
    for each in ADDRESSES.values():
        groups.setdefault(each.address.split(".")[0], []).append(each)
    found = []
    for key, members in groups.items():
        rule = rules().get(key)
        name, meaning = WITHOUT_A_RULE.get(key, {}).get(language, key), ""
        if rule:
            name, meaning = rule.name(language), rule.meaning(language)
        numbers = tuple(_number(each, language) for each in members)
        found.append(Mechanism(key, name, meaning, numbers))
    return tuple(found)


def _number(each: Parameter, language: str) -> Number:
    low, high = (_written(value, language) for value in each.between)
    return Number(
        address=each.address,
        name=each.name(language),
        meaning=each.meaning(language),
        value=f"{_written(each.default, language)} {each.unit.label(language)}".strip(),
        between=f"{low} – {high}",
        role=each.role,
        status=each.basis.status.label(language),
        reason=reasons.reason(each.basis, language),
        evidence=each.basis.evidence,
        moves=_moves(each.address, language),
    )


def _moves(address: str, language: str) -> str:
    found = shipped.read()
    if found is None or address not in found.share:
        return ""
    said = f"{_percent(found.share[address], language)} %"
    most = found.most.get(address)
    return f"{said} ({OUTCOMES[most].name(language)})" if most else said


def _percent(share: float, language: str) -> str:
    return numeral(f"{100.0 * share:.1f}", language)


@cache
def assumed(language: str) -> tuple[tuple[str, str], ...]:
    """Each outcome, and the per cent of what moves it that rests on assumed numbers; most first."""
    found = shipped.read()
    if found is None:
        return ()
    rows = sorted(found.assumed.items(), key=lambda each: -each[1])
    return tuple(
        (OUTCOMES[key].name(language), f"{_percent(share, language)} %")
        for key, share in rows
        if key in OUTCOMES
    )


def screened(language: str) -> Mapping[str, object] | None:
    """What the screening rests on: `paths`, `runs`, its `place` and the `usual` per cent.

    The usual per cent of what moves an outcome is assumed where all numbers matter alike. None
    where there is no screening of this model.
    """
    found = shipped.read()
    if found is None:
        return None
    return {
        "paths": found.paths,
        "runs": whole(found.runs, language),
        "place": find(found.place).name,
        "usual": f"{_percent(found.usual, language)} %",
    }


def _written(value: float, language: str) -> str:
    if math.isinf(value):
        return "∞"
    text = f"{value:g}"
    if "e-" in text:  # few outside of science read 9.7e-05
        text = f"{value:.10f}".rstrip("0")
    return numeral(text, language)


@cache
def standing(language: str) -> Mapping[str, int]:
    """On how many numbers rest on what, the most frequent first."""
    counted = Counter(each.basis.status.label(language) for each in ADDRESSES.values())
    return dict(counted.most_common())


def resting_on_assumption() -> tuple[int, int]:
    """How many numbers rest on an assumption, fitted or not, and how many there are."""
    held = [each.basis.status in (Status.ASSUMED, Status.FITTED) for each in ADDRESSES.values()]
    return sum(held), len(held)


@cache
def judged() -> tuple[int, int, int, int] | None:
    """Rows held against the outside, and of those misses, hits and not judged."""
    page = DOCUMENTS["validation"]
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    found = re.search(r"(\d+) rows: (\d+) misses, (\d+) hits, (\d+) not judged", text)
    if found is None:
        return None
    rows, misses, hits, rest = (int(each) for each in found.groups())
    return rows, misses, hits, rest


@cache
def document(name: str) -> str | None:
    """The text of one of the pages, as it was written; None where there is none."""
    path = DOCUMENTS.get(name)
    return path.read_text(encoding="utf-8") if path and path.is_file() else None
