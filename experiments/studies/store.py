"""Where the runs of a study are kept: Parquet parts in a folder, each there whole or not at all.

A part is two files. Outcomes are written first and the runs they belong to last, so that the second
commits the first: what is found is whole, and a run is never told twice, for it has one name.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from experiments import keeping
from experiments.batch import CHECKS, Window
from experiments.studies.work import DONE, FAILED, Made
from model.outcomes import OUTCOMES

PARTS, RUNS, VALUES = "parts", "runs", "outcomes"
LOCK = ".in_use"
MANY = 16
"""Parts that are laid together when a study ends; a disk of a cluster dislikes many small files."""
SMALL = 1_000
"""Runs in a part that is large enough to be left as it is."""
RUN_COLUMNS = (
    "run_id", "status", "windows", "seconds", "processor_seconds", "host", "kind", "message",
    "trace", *(f"error_{name}" for name in CHECKS),
)  # fmt: skip


class InUse(RuntimeError):  # noqa: N818  (it names what is the matter)
    """Somebody else writes in this folder now."""


class Store:
    """The parts in the folder of one study."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; it is made when something is kept."""
        self.folder = folder / PARTS

    def keep(self, made: Sequence[Made], windows: Sequence[Window]) -> None:
        """Write these runs as one part."""
        if not made:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{time.time_ns():020d}-{os.getpid()}"
        values = values_table(made, windows)
        if values is not None:
            self._write(f"{VALUES}-{name}", values)
        self._write(f"{RUNS}-{name}", runs_table(made, windows))

    def _write(self, name: str, table: pa.Table) -> None:
        keeping.replace(self.folder / f"{name}.parquet", _in_bytes(table))

    def names(self) -> list[str]:
        """The parts that are there, in the order in which they were made."""
        if not self.folder.is_dir():
            return []
        found = self.folder.glob(f"{RUNS}-*.parquet")
        return sorted(path.stem.removeprefix(f"{RUNS}-") for path in found)

    def runs(self, columns: Iterable[str] = RUN_COLUMNS) -> pd.DataFrame:
        """What became of each run, once each: what was done goes before what failed."""
        wanted = [*dict.fromkeys(["run_id", "status", *columns])]
        tables = [self._read(RUNS, name, wanted) for name in self.names()]
        if not tables:
            return pd.DataFrame(columns=pd.Index(wanted))
        found = pd.concat([table.to_pandas() for table in tables], ignore_index=True)
        order = np.lexsort((found.index, (found["status"] == DONE).to_numpy()))
        return found.iloc[order].drop_duplicates("run_id", keep="last").sort_index()

    def values(self, outcomes: Sequence[str] = tuple(OUTCOMES)) -> pd.DataFrame:
        """Outcomes of each run over each window [run_id, begin, end, outcome …], once each."""
        keys = ["run_id", "begin", "end"]
        wanted = [*keys, *outcomes]
        there = [n for n in self.names() if (self.folder / f"{VALUES}-{n}.parquet").is_file()]
        tables = [self._read(VALUES, name, wanted) for name in there]
        if not tables:
            return pd.DataFrame(columns=pd.Index(wanted))
        found = pa.concat_tables(tables, promote_options="default").to_pandas()
        return found.drop_duplicates(keys, keep="last", ignore_index=True)

    def _read(self, what: str, name: str, columns: Sequence[str]) -> pa.Table:
        return pq.read_table(self.folder / f"{what}-{name}.parquet", columns=list(columns))

    def there(self, windows: Sequence[Window]) -> dict[str, str]:
        """The state of each run that has all these windows, or failed: by name."""
        wanted = {_weeks(window) for window in windows}
        tables = [self._read(RUNS, name, ["run_id", "status", "windows"]) for name in self.names()]
        done: dict[str, set[str]] = {}
        failed: set[str] = set()
        for row in (row for table in tables for row in table.to_pylist()):
            if row["status"] == DONE:
                done.setdefault(row["run_id"], set()).update(row["windows"].split())
            else:
                failed.add(row["run_id"])
        whole = {name: DONE for name, has in done.items() if wanted <= has}
        return dict.fromkeys(failed - set(done), FAILED) | whole

    def lay_together(self) -> None:
        """Make few parts of many small ones. Until the old are gone a run may stand in two."""
        names = self.names()
        self._clear_away(names)
        sizes = {name: self._size(name) for name in names}
        small = [name for name in names if sizes[name] < SMALL]
        if len(small) < MANY:
            return
        bundle: list[str] = []
        for name in small:
            bundle.append(name)
            if sum(sizes[each] for each in bundle) >= SMALL or name == small[-1]:
                self._bundle(bundle)
                bundle = []

    def _size(self, name: str) -> int:
        return pq.read_metadata(self.folder / f"{RUNS}-{name}.parquet").num_rows

    def _bundle(self, names: Sequence[str]) -> None:
        stamp = f"{time.time_ns():020d}-{os.getpid()}"
        for what in (VALUES, RUNS):  # runs last: they commit
            paths = [self.folder / f"{what}-{name}.parquet" for name in names]
            tables = [pq.read_table(path) for path in paths if path.is_file()]
            if tables:
                self._write(f"{what}-{stamp}", pa.concat_tables(tables))
        for what in (RUNS, VALUES):
            for name in names:
                (self.folder / f"{what}-{name}.parquet").unlink(missing_ok=True)

    def _clear_away(self, names: Sequence[str]) -> None:
        """Take away what was being written when somebody pulled the plug."""
        if not self.folder.is_dir():
            return
        for path in self.folder.glob("*.part"):
            path.unlink(missing_ok=True)
        for path in self.folder.glob(f"{VALUES}-*.parquet"):
            if path.stem.removeprefix(f"{VALUES}-") not in names:
                path.unlink(missing_ok=True)


def values_table(made: Sequence[Made], windows: Sequence[Window]) -> pa.Table | None:
    """The outcomes of these runs, a row for each window; None where no run has any."""
    done = [each for each in made if each.outcomes is not None]
    if not done:
        return None
    values = np.concatenate([each.outcomes for each in done if each.outcomes is not None])
    columns: dict[str, pa.Array] = {
        "run_id": pa.array([each.run_id for each in done for _ in windows], pa.string()),
        "begin": pa.array([window.begin for _ in done for window in windows], pa.int32()),
        "end": pa.array([window.end for _ in done for window in windows], pa.int32()),
    }
    columns |= {key: pa.array(values[:, number]) for number, key in enumerate(OUTCOMES)}
    return pa.table(columns)


def runs_table(made: Sequence[Made], windows: Sequence[Window]) -> pa.Table:
    """What became of these runs, a row each."""
    has = " ".join(map(_weeks, windows))
    rows = [
        {
            "run_id": each.run_id, "status": each.status, "windows": has,
            "seconds": each.seconds, "processor_seconds": each.processor_seconds,
            "host": each.host, "kind": each.kind, "message": each.message, "trace": each.trace,
        }
        | {f"error_{name}": float(each.errors.get(name, np.nan)) for name in CHECKS}
        for each in made
    ]  # fmt: skip
    return pa.Table.from_pylist(rows)


def _weeks(window: Window) -> str:
    return f"{window.begin}:{window.end}"


def _in_bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Within this nobody else writes in the folder; InUse when somebody does.

    The system lets go of it when the process ends, however that happens. Where the system has no
    such locks (Windows), nothing is guarded; runs are then made twice at worst.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            raise InUse(str(folder)) from taken
        yield
