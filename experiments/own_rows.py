"""The rows of a file with neighbourhoods, of a size that can be read, before anything is judged."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from experiments.own_figures import at
from scenarios.faults import Both, Fault, Refused

LONGEST, MOST_ROWS, MOST_COLUMNS = 2_000_000, 2_000, 300
"""Letters of a file, rows that are taken from it, and columns; a file of CBS has half of these."""
MOST_FAULTS = 8
"""After so many faults the rest of a file is not read."""


def line(where: str, number: int) -> Both:
    """Where a line of a file is."""
    return at(where, f"line {number}", f"regel {number}")


def nothing(where: str) -> Fault:
    """That a file has no neighbourhood in it."""
    problem = Both("there is no neighbourhood in it", "er staat geen wijk in")
    return Fault(where, "", _expected(), None, problem)


def _expected() -> Both:
    """What a file should look like, in one line."""
    return Both(
        "a CSV file with a row of column names, such as name,population,pct_age_65plus, "
        "and a row for each neighbourhood",
        "een CSV-bestand met een rij kolomnamen, zoals name,population,pct_age_65plus, "
        "en een rij voor elke wijk",
    )


def rows_of(text: str, where: str, most: int) -> list[list[str]]:
    """The rows that are not empty; Refused where this is no table of a size that can be read."""
    problem = None
    if len(text) > LONGEST:
        problem = Both("this file is too large", "dit bestand is te groot")
    elif "\0" in text or text.startswith(("PK\x03", "%PDF")):
        problem = Both("this is not a text file", "dit is geen tekstbestand")
    if problem:
        raise Refused([Fault(where, "", _expected(), None, problem)])
    text = text.lstrip("\ufeff")
    first = text.lstrip().split("\n", 1)[0]
    between = max((";", ",", "\t", "|"), key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error:
        problem = Both("a quote is not closed", "een aanhalingsteken is niet gesloten")
        raise Refused([Fault(where, "", _expected(), None, problem)]) from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    rows = [row for row in rows if not row[0].startswith("#")]
    if len(rows) < 2:
        raise Refused([nothing(where)])
    _check_size(rows, where, most)
    return rows


def _check_size(rows: Sequence[Sequence[str]], where: str, most: int) -> None:
    """Refused where there are more rows or columns than are taken."""
    many = (
        (len(rows) - 1, most, "rows", "rijen"),
        (len(rows[0]), MOST_COLUMNS, "columns", "kolommen"),
    )
    for found, allowed, en, nl in many:
        if found > allowed:
            problem = Both(f"too many {en}", f"te veel {nl}")
            between = Both(f"at most {allowed}", f"hooguit {allowed}")
            raise Refused([Fault(where, str(found), between, None, problem)])
