"""What full runs found, kept as data: a text can change, or one row be measured, without the rest.

``docs/reports/validation.json`` holds for every judged row what was found, at which size and by
which model. The page is made of that and of the texts in ``rows/*.yaml`` as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, TypeAdapter

from experiments import keeping
from experiments.validation import report
from experiments.validation.declared import Part, Row, rows
from experiments.validation.found import Found
from experiments.validation.judging import (
    HIT,
    MISS,
    NOT_MEASURED,
    Judged,
    Measured,
    holds,
    without_parts,
)
from experiments.validation.sizes import Size
from experiments.version import CHECKOUT, NOTE, version
from model.compiling import workings

KEPT = CHECKOUT / "docs" / "reports" / "validation.json"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KeptPart(_Frozen):
    """What was found for a part, and for what: measure, arguments and range at that time."""

    measure: str
    given: dict[str, Any]
    between: tuple[float | None, float | None]
    median: float | None
    p05: float | None
    p95: float | None
    n: int
    of: str
    difference: float | None
    verdict: str

    def is_of(self, part: Part) -> bool:
        """Whether this is what that part measures; its range may have changed."""
        return (self.measure, self.given) == (part.measure, report.plain(part.given))

    def measured(self, part: Part) -> Measured:
        """As it was judged; by the range as it is now where that was mended since."""
        numbers = (self.median, self.p05, self.p95)
        median, p05, p95 = (_number(each) for each in numbers)
        found = Found(median, p05, p95, self.n, self.of, _number(self.difference))
        same = self.between == report.limits(part)
        return Measured(part, found, self.verdict == HIT if same else holds(part, found))


class KeptRow(_Frozen):
    """What was found for the parts of a row, when all of them were measured by one model.

    ``digits`` says in how many digits the numbers were kept, where that is not all of them.
    """

    version: str
    model: str
    size: dict[str, int | str]
    digits: int | None = None
    parts: tuple[KeptPart, ...]

    def judged(self, row: Row) -> Judged | None:
        """The row with its verdict; None where it measures something else than was kept."""
        pairs = list(zip(self.parts, row.parts, strict=False))
        alike = len(self.parts) == len(row.parts) and all(one.is_of(part) for one, part in pairs)
        if not alike:
            return None
        parts = tuple(one.measured(part) for one, part in pairs)
        return Judged(row, HIT if all(each.hit for each in parts) else MISS, parts)


Kept = Mapping[str, KeptRow]
_FILE: TypeAdapter[dict[str, KeptRow]] = TypeAdapter(dict[str, KeptRow])


def beside(page: Path) -> Path:
    """Where what was found is kept for a page: reports/validation.json for validation.md."""
    return page.parent / "reports" / f"{page.stem}.json"


def read(file: Path = KEPT) -> dict[str, KeptRow]:
    """What was kept, by row; nothing where there is no such file.

    Raises:
        ValueError: the file is no such result.
    """
    if not file.is_file():
        return {}
    return _FILE.validate_python(json.loads(file.read_text(encoding="utf-8")).get("rows"))


def write(file: Path, kept: Kept) -> None:
    """Keep this, rows in the order in which they are declared; the file is whole or not there."""
    order = [row.key for row in rows() if row.key in kept]
    lines = (f"  {json.dumps(key)}: {_told(kept[key])}" for key in order)
    file.parent.mkdir(parents=True, exist_ok=True)
    note = json.dumps({"nl": NOTE.nl, "en": NOTE.en}, ensure_ascii=False)
    text = f'{{"note": {note},\n "rows": {{\n' + ",\n".join(lines) + "\n }}\n"
    keeping.replace(file, text.encode())


def _told(row: KeptRow) -> str:
    return json.dumps(row.model_dump(), ensure_ascii=False, allow_nan=False)


def of(judged: Judged, size: Size) -> KeptRow:
    """What is kept of a row that was just measured."""
    parts = tuple(KeptPart(**report.measured(each)) for each in judged.parts)
    return KeptRow(version=version(), model=workings(), size=asdict(size), parts=parts)


def judged(kept: Kept) -> list[Judged]:
    """Every declared row with its verdict, ``not_measured`` where nothing was kept of it."""
    return [_judged(row, kept) for row in rows()]


def _judged(row: Row, kept: Kept) -> Judged:
    if not row.parts:
        return without_parts(row)
    found = kept[row.key].judged(row) if row.key in kept else None
    return found or Judged(row, NOT_MEASURED)


def _number(value: float | None) -> float:
    return np.nan if value is None else value
