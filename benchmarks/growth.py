"""How time and memory grow with the number of residents, up to a region."""

from __future__ import annotations

import numpy as np

from benchmarks.row import Part, Row, spent
from model import beginning, week
from model.places import DEFAULT_PLACE
from model.state.axes import CELL_COUNT
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

SIZES = (1_000, 5_000, 20_000, 100_000, 300_000)
SETTLE = 52
TEN_YEARS = 520


def measure(quick: bool) -> Part:
    rows = []
    for size in SIZES[:3] if quick else SIZES:
        rows.append(_one(size, 13 if size >= 100_000 else 52))
    part = Part("growth")
    table = [["residents", "actors", "ns per resident-week", "bytes per resident", "open cases"]]
    for size, actors, each, bytes_, cases in rows:
        table.append([f"{size:,}", str(actors), f"{each:.0f}", f"{bytes_:.0f}", f"{cases:,}"])
        part.numbers[f"ns_{size}"], part.numbers[f"bytes_{size}"] = each, bytes_
    part.tables["Growth with the number of residents"] = table
    from_5000 = [row[2] for row in rows[1:]]
    flat = max(from_5000) / from_5000[0]
    part.rows.append(
        Row(
            f"growth per resident-week from 5,000 to {rows[-1][0]:,}",
            f"{from_5000[-1] / from_5000[0]:.2f} x at the end, {flat:.2f} x at most",
            "flat within 1.5 x (stretch: falls)",
            flat <= 1.5,
            "a place made larger, everybody simulated; seats of professionals stay capped",
        )
    )
    if not quick:
        size, _, each, bytes_, _ = rows[-1]
        seconds = each * size * TEN_YEARS / 1e9
        part.rows.append(
            Row(
                "region: 300,000 residents, ten years, one thread",
                f"{seconds:.0f} s of processor, {bytes_ * size / 2**20:.0f} MiB of state",
                "at most 60 s and 1 GiB (stretch 30 s)",
                seconds <= 60.0 and bytes_ * size < 2**30,
                "from a quarter after a year to settle; one large place, not yet twenty teams",
            )
        )
    return part


def _one(size: int, weeks: int) -> tuple[int, int, float, float, int]:
    """Residents, actors, nanoseconds per resident-week, bytes per resident and open cases."""
    state, record = _state(size)
    empty = np.zeros((0, CELL_COUNT), dtype=TALLY), np.zeros(0, dtype=SYSTEM)
    week.run(state, record, SETTLE, *empty)
    with spent() as taken:
        week.run(state, record, weeks, *empty)
    each = taken.thread / weeks / size * 1e9
    bytes_ = sum(table.nbytes for table in state) / size
    cases = int((state.cases["mode"] == 2).sum())
    return size, len(state.actors), each, bytes_, cases


def _state(size: int) -> tuple[State, np.ndarray]:
    """The default place with this many residents, all of them simulated."""
    return beginning.first_day(DEFAULT_PLACE, size, {}, 1, 0, population=size)
