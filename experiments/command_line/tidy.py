"""The answer as a file: one row for each run, outcome, window and group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.batch import Results
from experiments.command_line import writing
from experiments.command_line.answer import Answer, Answers
from experiments.command_line.output import number
from experiments.command_line.request import Request
from experiments.regional import MUNICIPALITY
from experiments.version import NOTE, version
from model.outcomes import GROUPS, OUTCOMES, SPLITS
from model.state.axes import BUDGETS
from scenarios.faults import Refused

COLUMNS = ("scenario", "place", "replicate", "outcome", "window", "group", "value")
EVERYONE = "all"


def write(request: Request, answers: Answers) -> None:
    """Write the file that was asked for, if any; its first words say what it is."""
    if request.out is None:
        return
    path = Path(request.out)
    rows = (row for answer in answers.places for row in _rows(request, answer))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    try:
        if path.suffix == ".csv":
            _write_csv(path, table, request)
        else:
            _write_parquet(path, table, request)
    except OSError as reason:
        raise Refused([writing.unwritten("--out", request.out, reason)]) from None


def metadata(request: Request) -> dict[str, str]:
    """What every file says of itself."""
    return {
        "note": NOTE.en,
        "noot": NOTE.nl,
        "version": version(),
        "command": "compare" if len(request.sides) > 1 else "run",
        **request.asked(),
    }


def _write_csv(path: Path, table: pd.DataFrame, request: Request) -> None:
    said = metadata(request)
    line = "; ".join([said.pop("note"), *(f"{key}: {value}" for key, value in said.items())])
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {line}\n")
        table.to_csv(file, index=False, lineterminator="\n")


def _write_parquet(path: Path, table: pd.DataFrame, request: Request) -> None:
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    said = {f"samenspel.{key}": value for key, value in metadata(request).items()}
    pq.write_table(arrow.replace_schema_metadata(said), path)


def labels(request: Request) -> tuple[str, ...]:
    """A name for each side; with its letter where both are the same scenario."""
    keys = [side.scenario.key for side in request.sides]
    if len(keys) == 2 and keys[0] == keys[1]:
        return tuple(f"{side.scenario.key} ({side.label})" for side in request.sides)
    return tuple(keys)


def _rows(request: Request, answer: Answer) -> Iterator[tuple[object, ...]]:
    for label, results in zip(labels(request), answer.results, strict=True):
        for key in OUTCOMES:
            for name, column in _groups(request, key):
                yield from _of_group(label, answer.place.id, results, key, name, column)


def _groups(request: Request, key: str) -> Iterator[tuple[str, int]]:
    """Each group and the column in which its values stand: all, then those of the split."""
    yield EVERYONE, 0
    if request.by == MUNICIPALITY:
        for column, municipality in enumerate(request.region, 1):
            yield municipality.name, column
    one_payer = key.removeprefix("cost_") in BUDGETS
    if request.by in GROUPS or (OUTCOMES[key].payer_top and not one_payer):
        for column, name in enumerate(SPLITS.get(request.by or "", ()), 1):
            yield name, column


def _of_group(
    label: str, place: str, results: Results, key: str, name: str, column: int
) -> Iterator[tuple[object, ...]]:
    values = results.values[key]  # noqa: PD011  (no pandas)
    for row, replicate in enumerate(results.replicates):
        for number_of_window, window in enumerate(results.windows):
            value = number(values[row, number_of_window, column])
            yield label, place, int(replicate), key, window.name, name, value
