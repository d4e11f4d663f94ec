"""One chart as a file of figures: what it shows, with what it is and is not above it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ui.provider import Curves, Picture, Unit

HEAD = ("week", "side", "median", "p25", "p75", "p05", "p95")
"""The columns, named alike in every language."""


def table(picture: Picture, weeks: Sequence[int], unit: Unit, above: Sequence[str]) -> str:
    """The whole file: a heading of which every line begins with #, then a row a side and moment.

    Numbers stand in the unit of the chart, with a point. Where there are too few runs for a band,
    or nothing to measure, a cell is empty.
    """
    file = io.StringIO()
    for line in above:
        file.write(f"# {line}\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    for side, curves in (("a", picture.a), ("b", picture.b)):
        edges = columns(curves, len(weeks))
        for at, week in enumerate(weeks):
            cells = [_written(column[at], unit.scale) for column in edges]
            writer.writerow([week, side, *cells])
    return file.getvalue()


def columns(curves: Curves, moments: int) -> list[Sequence[float | None]]:
    """The middle and both edges of both bands; columns of nothing where a band is not there."""
    nothing: tuple[Sequence[float | None], ...] = ([None] * moments,) * 2
    return [curves.median, *(curves.half or nothing), *(curves.wide or nothing)]


def _written(value: float | None, scale: float) -> str:
    return "" if value is None else f"{value * scale:.6g}"
