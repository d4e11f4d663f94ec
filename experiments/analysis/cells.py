"""Heatmap: an outcome, or a difference, over two levers; with how many runs each cell rests on."""

from __future__ import annotations

import numpy as np

from experiments import effects
from experiments.analysis import found, guards, names, origin, reading
from experiments.analysis.found import Found
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Column, Frame, tabled
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused

KIND = "heatmap"
MOST_VALUES, BINS = 12, 5
"""With more values than that a lever is cut in so many equal parts; chosen."""
FEW_RUNS = 5
"""With fewer runs a cell has no band worth the name; chosen."""


def heatmap(
    results: Results, about: Subject, x: str, y: str, bins: int = BINS, leave_out: bool = False
) -> Found:
    """A row for each cell: where it lies, median, p05, p95 and band over its runs, and their count.

    Raises Refused for a study that is not whole, or a lever that is not varied in it.
    """
    reading.factors_known("--x", [x], results)
    reading.factors_known("--y", [y], results)
    if x == y:
        problem = Both("this is twice the same lever", "dit is twee keer dezelfde knop")
        raise Refused([Fault("--y", y, Both("another factor", "een andere factor"), None, problem)])
    frame, gone = guards.whole(reading.values(results, about), results, leave_out=leave_out)
    for option, lever in (("--x", x), ("--y", y)):
        _varies(option, lever, frame)
    told = frame.assign(x=middles(frame[x], bins), y=middles(frame[y], bins))
    rows = []
    for (at_x, at_y), cell in told.groupby(["x", "y"], sort=True):
        low, middle, high = effects.quantiles(cell["value"].to_numpy(), (0.05, 0.5, 0.95))
        rows.append(
            {
                "x": at_x,
                "y": at_y,
                "median": float(middle),
                "p05": float(low),
                "p95": float(high),
                "band": float(high - low),
                "runs": len(cell),
                "points": len(cell.drop_duplicates(["place", "point"])),
            }
        )
    table = tabled(rows).rename(columns={"x": x, "y": y})
    table = found.headed(table, about)
    said = (*_said(table, about.names, x, y), *found.left_out(gone, "runs", "doorrekeningen"))
    runs = found.runs_in(frame, about)
    asked, drawn = origin.options(leave_out, [("bins", bins, BINS)], x=x, y=y), {"x": x, "y": y}
    return Found(KIND, about, table, said, runs, gone, found.made_by(results), drawn, asked)


def _varies(option: str, lever: str, frame: Frame) -> None:
    if frame[lever].nunique() < 2:
        problem = Both("this factor has one value only", "deze factor heeft maar één waarde")
        allowed = Both("a factor that varies", "een factor die varieert")
        raise Refused([Fault(option, lever, allowed, None, problem)])


def middles(values: Column, bins: int) -> Column:
    """The value itself where there are few, else the middle of the equal part it lies in."""
    if values.nunique() <= MOST_VALUES:
        return values.astype(float)
    low, high = float(values.min()), float(values.max())
    part = np.minimum(((values - low) / (high - low) * bins).astype(int), bins - 1)
    return low + (part + 0.5) * (high - low) / bins


def _said(table: Frame, known: names.Names, x: str, y: str) -> tuple[Text, ...]:
    lowest, highest = (table.loc[at] for at in (table["median"].idxmin(), table["median"].idxmax()))

    on_x, on_y = (names.quoted(known.factor(each)) for each in (x, y))

    def at(row: Column) -> Text:
        value, to_x, to_y = (found.short(float(row[key])) for key in ("median", x, y))
        return Text(
            f"{value.nl} bij {on_x.nl} {to_x.nl} en {on_y.nl} {to_y.nl} "
            f"({row['runs']} doorrekeningen)",
            f"{value.en} at {on_x.en} {to_x.en} and {on_y.en} {to_y.en} ({row['runs']} runs)",
        )

    wide = found.short(float(table["band"].max()))
    least, most = int(table["runs"].min()), int(table["runs"].max())
    span = f"{least}" if least == most else f"{least}–{most}"
    said = [
        Text(
            f"Het middelste is het laagst {at(lowest).nl}, en het hoogst {at(highest).nl}.",
            f"The median is lowest, {at(lowest).en}, and highest, {at(highest).en}.",
        ),
        Text(
            f"De breedste band (p05 tot p95) is {wide.nl}; {span} doorrekeningen per cel.",
            f"The widest band (p05 to p95) is {wide.en}; {span} runs in each cell.",
        ),
    ]
    if least < FEW_RUNS:
        said.append(
            Text(
                "Cellen met zo weinig doorrekeningen zeggen weinig.",
                "Cells with so few runs say little.",
            )
        )
    return tuple(said)
