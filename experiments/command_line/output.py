"""Where answers go: JSON on stdout for machines, tables for people, and rounding for both.

Numbers are rounded to ten digits, so that one version gives the same bytes; what cannot be
measured is null, never NaN.
"""

from __future__ import annotations

import json
import math
import sys
from typing import Any

from rich.console import Console

SCHEMA = 1
DIGITS = 10
WIDTH_WITHOUT_TERMINAL = 140


def number(value: float) -> float | None:
    """The number in ten digits; None where there is none."""
    value = float(value)
    if not math.isfinite(value):
        return None
    return float(f"{value:.{DIGITS}g}") + 0.0


def as_json(answer: dict[str, Any]) -> None:
    """One JSON object on stdout, with the schema first."""
    _write({"schema": SCHEMA} | answer)


def as_json_list(rows: list[dict[str, Any]]) -> None:
    """A JSON list of objects on stdout, each with the schema first."""
    _write([{"schema": SCHEMA} | row for row in rows])


def _write(answer: Any) -> None:
    text = json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=1)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def console() -> Console:
    """Where tables are printed; wide enough for them when nobody looks at a terminal."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=WIDTH_WITHOUT_TERMINAL, file=sys.stdout)
