"""What must hold before a library is asked: whole blocks, no gaps, and numbers that it can read.

SALib answers with zeros where a single value is missing, and PRIM stumbles over whole numbers. So
nothing is handed over before it was looked at, and what is missing is named.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis import reading
from experiments.analysis.reading import KEYS, Results
from experiments.analysis.tables import Frame
from scenarios.faults import Both, Fault, Refused

NAMED = 3
"""Missing runs that are told one by one; of more only the number."""


def whole(
    frame: Frame,
    results: Results,
    unit: Sequence[str] = KEYS,
    leave_out: bool = False,
    block: int = 1,
) -> tuple[Frame, int]:
    """The frame without gaps, and how many units were left out for it.

    Every place, point and replicate of the study must have a value. Where one has none, Refused
    names it; with ``leave_out`` the whole unit (the columns that tell it) goes instead. A unit may
    be a ``block`` of so many points, which is then a column too.
    """
    if frame.duplicated(list(KEYS)).any():
        raise Refused([_twice(frame)])
    expected = _expected(results)
    full = expected.merge(frame, on=list(KEYS), how="left")
    full["block"] = full["point"] // block
    gone = full[~np.isfinite(full["value"].to_numpy(dtype=float))]
    if gone.empty:
        return full, 0
    units = gone[list(unit)].drop_duplicates()
    marked = full.merge(units, on=list(unit), how="left", indicator=True)
    left = marked[marked["_merge"] == "left_only"].drop(columns="_merge")
    if not leave_out or left.empty:
        raise Refused([_missing(gone, len(expected))])
    return left.reset_index(drop=True), len(units)


def _expected(results: Results) -> Frame:
    """Every place, point and replicate that the study planned."""
    axes = {key: set(reading.planned(results)[key]) for key in KEYS}
    for key, planned in (("point", "points"), ("replicate", "replicates")):
        count = results.manifest.get(planned)
        if isinstance(count, int) and min(axes[key]) == 0:
            axes[key] |= set(range(count))
    every = pd.MultiIndex.from_product([sorted(axes[key]) for key in KEYS], names=list(KEYS))
    return every.to_frame(index=False)


def _missing(gone: Frame, planned: int) -> Fault:
    """Which runs have no value, the first few by name."""
    named = [
        (
            f"place {row.place} point {row.point} replicate {row.replicate}",
            f"plek {row.place} punt {row.point} herhaling {row.replicate}",
        )
        for row in gone[list(KEYS)].head(NAMED).itertuples()
    ]
    more = len(gone) - len(named)
    en = "; ".join(each for each, _ in named) + (f" and {more} more" if more else "")
    nl = "; ".join(each for _, each in named) + (f" en nog {more}" if more else "")
    problem = Both(
        f"{len(gone)} of {planned} runs are missing, broke off or had nothing to measure: {en}",
        f"{len(gone)} van de {planned} doorrekeningen ontbreken, braken af of hadden niets te "
        f"meten: {nl}",
    )
    allowed = Both(
        "all runs of the study: run it again, it goes on where it was; or --leave-out",
        "alle doorrekeningen: draai de studie nog eens, die gaat verder; of --leave-out",
    )
    return Fault(Both("study", "studie"), "", allowed, None, problem)


def _twice(frame: Frame) -> Fault:
    row = frame[frame.duplicated(list(KEYS))].iloc[0]
    where = Both(
        f"place {row['place']} point {row['point']} replicate {row['replicate']}",
        f"plek {row['place']} punt {row['point']} herhaling {row['replicate']}",
    )
    problem = Both(
        f"this run stands here twice: {where}", f"deze doorrekening staat er twee keer: {where.nl}"
    )
    allowed = Both("each run once", "elke doorrekening één keer")
    return Fault(Both("study", "studie"), "", allowed, None, problem)


def enough(count: int, least: int, en: str, nl: str) -> None:
    """Raise Refused where there is less than a method needs to say anything."""
    if count >= least:
        return
    problem = Both(f"too few {en} for this", f"te weinig {nl} hiervoor")
    allowed = Both(f"at least {least} {en}", f"minstens {least} {nl}")
    raise Refused([Fault(Both("study", "studie"), str(count), allowed, None, problem)])


def axes(frame: Frame, factors: Sequence[str]) -> Frame:
    """The factors that vary, all as floating-point numbers [row, factor]; Refused without any."""
    told = frame[list(factors)].astype(float)
    gaps = [name for name in told.columns if not np.isfinite(told[name].to_numpy()).all()]
    if gaps:
        problem = Both(
            "this factor has no value in some runs",
            "deze factor heeft in sommige doorrekeningen geen waarde",
        )
        allowed = Both("a number in every run", "een getal in elke doorrekening")
        raise Refused([Fault(name, "", allowed, None, problem) for name in gaps])
    varied = [name for name in told.columns if len(set(told[name])) > 1]
    enough(len(varied), 1, "factors that vary", "factoren die variëren")
    return told[varied]


def points(frame: Frame, factors: Sequence[str]) -> Frame:
    """A row for each place and point: factors, mean ``value`` over replicates, and ``runs``."""
    grouped = frame.groupby(["place", "point"], sort=True)
    told = grouped[list(factors)].first()
    told["value"] = grouped["value"].mean()
    told["runs"] = grouped["value"].size()
    return told.reset_index()


def cube(frame: Frame) -> NDArray[np.float64]:
    """The values of one place as [point, replicate]; the frame must be whole."""
    wide = frame.pivot_table("value", "point", "replicate", sort=True)
    return wide.to_numpy(dtype=np.float64)
