"""The plan of a study as a table: one row for each run, with the values of what is varied."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from experiments import keeping
from experiments.studies.planned import Study, Task

PLAN, SHARES = "plan.parquet", "shares.parquet"
COLUMNS = ("run_id", "point", "replicate", "scenario", "place")


def of_tasks(study: Study, tasks: list[Task]) -> pd.DataFrame:
    """A row for each run: its name, where it stands in the design, and each factor's value."""
    rows = pd.DataFrame(
        {
            "run_id": [each.run_id for each in tasks],
            "point": np.array([each.point for each in tasks], dtype=np.int64),
            "replicate": np.array([each.replicate for each in tasks], dtype=np.int64),
            "scenario": [each.scenario for each in tasks],
            "place": [each.place for each in tasks],
        }
    )
    points = range(len(study.points))
    for factor in study.factors:
        at = {
            scenario.key: np.array([study.value(scenario, p, factor.address) for p in points])
            for scenario in study.scenarios
        }
        values = [at[each.scenario][each.point] for each in tasks]
        rows[factor.address] = np.array(values, dtype=np.float64)
    return rows


def shares_of(study: Study) -> pd.DataFrame | None:
    """Where each point lies in the range of each factor, 0 to 1; None where none were drawn."""
    shares = study.points.shares
    if not len(shares):
        return None
    return pd.DataFrame(shares, columns=[factor.address for factor in study.factors])


def write(folder: Path, study: Study, tasks: list[Task]) -> None:
    """Write the plan, and the shares where there are any, each whole."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / PLAN, of_tasks(study, tasks))
    shares = shares_of(study)
    if shares is None:
        (folder / SHARES).unlink(missing_ok=True)
    else:
        _write(folder / SHARES, shares)


def _write(path: Path, rows: pd.DataFrame) -> None:
    sink = pa.BufferOutputStream()
    table = pa.Table.from_pandas(rows, preserve_index=False)
    pq.write_table(table, sink, compression="zstd")
    keeping.replace(path, sink.getvalue().to_pybytes())


def read(path: Path) -> pd.DataFrame | None:
    """A table that was written here; None where it is not there."""
    return pq.read_table(path).to_pandas() if path.is_file() else None


def identity(tasks: list[Task]) -> str:
    """A short text that two plans share only if they ask for the same runs in the same places."""
    digest = hashlib.blake2b(digest_size=16)
    for each in tasks:
        told = (each.run_id, each.point, each.replicate, each.scenario, each.place)
        digest.update(repr(told).encode())
    return digest.hexdigest()
