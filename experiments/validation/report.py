"""What a validation found, as data: for the command line, for files, and for the page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from experiments import numerals
from experiments.command_line.output import number
from experiments.command_line.registries import words
from experiments.validation.declared import KINDS, RESTS, Part, Words
from experiments.validation.found import OF
from experiments.validation.judging import HIT, MISS, Judged, Measured, by_rest, counts
from experiments.validation.runs import SEED
from experiments.validation.sizes import Size
from experiments.version import NOTE, version
from model.place_facts import Text

Data = dict[str, Any]


def data(judged: Sequence[Judged], size: Size) -> Data:
    """Everything, for machines."""
    return {
        "version": version(),
        "note": words(NOTE),
        "size": asdict(size),
        "seed": SEED,
        "counts": counts(judged),
        "hits_rest_on": by_rest(judged, HIT),
        "misses_rest_on": by_rest(judged, MISS),
        "rows": [_row(each) for each in judged],
    }


def _row(judged: Judged) -> Data:
    row = judged.row
    return {
        "key": row.key,
        "kind": row.kind,
        "kind_name": words(Text(*KINDS[row.kind])),
        "expected": _said(row.expect),
        "source": row.source,
        "verdict": judged.verdict,
        "parts": [_part(each) for each in judged.parts],
        "needs": list(row.needs),
        "ready": judged.ready,
        "reason": _said(row.reason),
        "rests": row.stands_on,
        "rests_name": words(Text(*RESTS[row.stands_on])),
        "says": _said(row.says) if judged.parts else None,
        "changed": _said(row.changed),
    }


def _part(each: Measured) -> Data:
    return {"what": _said(each.part.what)} | measured(each)


def plain(given: Data) -> Data:
    """Arguments of a measure as JSON has them: infinity is none, and a pair is a list."""
    return json.loads(json.dumps(given))


def limits(part: Part) -> tuple[float | None, float | None]:
    """The range of a part, without infinity."""
    low, high = part.between
    return number(low), number(high)


def measured(each: Measured) -> Data:
    """What was found for a part, without words."""
    part, found = each.part, each.found
    return {
        "measure": part.measure,
        "given": plain(part.given),
        "between": list(limits(part)),
        "median": number(found.median),
        "p05": number(found.p05),
        "p95": number(found.p95),
        "n": found.n,
        "of": found.of,
        "difference": number(found.difference),
        "verdict": HIT if each.hit else MISS,
    }


def _said(told: Words | None) -> Data | None:
    return {"nl": told.nl, "en": told.en} if told else None


def tidy(judged: Sequence[Judged]) -> list[Data]:
    """One line for each part, for a table in a file; one for each row without parts."""
    lines = []
    for each in judged:
        row = _row(each)
        head = {name: row[name] for name in ("key", "kind", "source")} | {
            "expected_nl": row["expected"]["nl"],
            "expected_en": row["expected"]["en"],
            "row_verdict": row["verdict"],
        }
        for part in row["parts"] or [_NO_PART]:
            low, high = part["between"]
            lines.append(
                head
                | {"part": part["what"]["en"], "low": low, "high": high}
                | {name: part[name] for name in ("median", "p05", "p95", "n", "of", "verdict")}
            )
    return lines


_NO_PART: Data = {
    "what": {"en": ""}, "between": (None, None), "median": None, "p05": None, "p95": None,
    "n": 0, "of": "", "verdict": "not_judged",
}  # fmt: skip


def short(value: float, language: str = "en") -> str:
    """A number as people read it."""
    return numerals.short(value, language) if np.isfinite(value) else "–"


_AT_LEAST = {"nl": "minstens", "en": "at least"}
_COMPUTED = {"nl": "berekend", "en": "computed"}
_DIFFERENCE = {"nl": "verschil", "en": "difference"}


def expected(measured: Measured, language: str = "en") -> str:
    """The range in which the median must lie."""
    low, high = measured.part.between
    if np.isinf(high):
        return f"{_AT_LEAST[language]} {short(low, language)}"
    return f"{short(low, language)} – {short(high, language)}"


def seen(measured: Measured, language: str = "en") -> str:
    """What was found, with its band where there is one, and of how many of what."""
    found = measured.found
    band = (
        ""
        if found.p05 == found.p95
        else f" ({short(found.p05, language)} – {short(found.p95, language)})"
    )
    of = OF[found.of][0 if language == "nl" else 1]
    behind = (
        f"{numerals.whole(found.n, language)} {of}"
        if found.of != "computed"
        else _COMPUTED[language]
    )
    moved = ""
    if np.isfinite(found.difference):
        moved = f"; {_DIFFERENCE[language]} {short(found.difference, language)}"
    return f"{_middle(measured, language)}{band}, {behind}{moved}"


_NARROWLY = {"nl": "net daarbuiten", "en": "just outside"}


def _middle(measured: Measured, language: str) -> str:
    """The median; with more digits where three would show a miss as a hit, or the reverse."""
    value = measured.found.median
    if not np.isfinite(value) or _shows(measured, short(value)):
        return short(value, language)
    for digits in range(4, 8):
        if _shows(measured, text := f"{value:.{digits}g}"):
            return numerals.numeral(text, language)
    return short(value, language) + ("" if measured.hit else f" ({_NARROWLY[language]})")


def _shows(measured: Measured, text: str) -> bool:
    low, high = measured.part.between
    return (low <= float(text.replace(",", "")) <= high) == measured.hit
