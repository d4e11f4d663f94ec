"""The log of events as a table: one row for each event of a run, in words and for machines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from experiments.explaining import saying
from experiments.explaining.stories import Watched
from model.declarations import Language
from model.state import events
from model.state.axes import DOMAINS

COLUMNS = (
    "run", "week", "kind", "household", "who", "whom", "organisation", "domain", "why", "number",
    "told",
)  # fmt: skip


def as_table(watched: Mapping[str, Watched], language: Language) -> pd.DataFrame:
    """A row for each event of each run, in the order in which they happened.

    ``kind`` is the key of the event, ``household`` its number; ``who``, ``whom``,
    ``organisation``, ``domain``, ``why`` and ``told`` (the sentence) are words in this language,
    empty where they do not apply. What ``number`` is depends on the kind.
    """
    tables = [_of_one(label, each, language) for label, each in watched.items()]
    return pd.concat(tables, ignore_index=True)


def _of_one(label: str, watched: Watched, language: Language) -> pd.DataFrame:
    state, log = watched.start, watched.log
    people = [saying.actor(state, row, language) for row in range(len(state.actors))]
    kinds, reasons = list(events.KINDS), list(events.REASONS.values())
    domains = [each.name(language) for each in DOMAINS.values()]
    rows = [
        (
            label, int(row["week"]), kinds[row["kind"]],
            int(row["household"]) if row["household"] >= 0 else None,
            people[row["who"]] if row["who"] >= 0 else "",
            people[row["whom"]] if row["whom"] >= 0 else "",
            saying.organisation(int(row["organisation"]), language)
            if row["organisation"] >= 0 else "",
            domains[row["domain"]] if row["domain"] >= 0 else "",
            "" if row["reason"] == events.NOTHING else reasons[row["reason"]].name(language),
            round(float(row["number"]), 4), saying.sentence(state, row, language),
        )
        for row in log
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"household": "Int64"})


def write(path: Path, table: pd.DataFrame, said: Mapping[str, str]) -> None:
    """Write the table as CSV under one line that says what it is; raises OSError."""
    line = "; ".join(f"{key}: {value}" for key, value in said.items())
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {line}\n")
        table.to_csv(file, index=False, lineterminator="\n")
