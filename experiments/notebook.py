"""For a notebook: a scenario, a comparison or a whole study in one call, as a tidy table.

What may be said in a study file may be said here, by the same words:

    from experiments.notebook import compare, run, study
    run("more_team_hours", places="doorsnee", replicates=20, years=4)
    compare("as_it_is_now", "more_team_hours", outcomes=["burden", "one_plan"])
    study("mandate_by_silos", replicates=5).wide()

Each table carries the code book of its outcomes in ``attrs["codebook"]``, and in ``attrs["note"]``
what kind of knowledge it is.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from experiments import effects
from experiments.studies import executors, reading, results, running
from experiments.studies.results import Results
from scenarios import lines

NAME = "notebook"
PAIR = ["place", "point", "replicate"]


def study(
    asked: str | Path | dict[str, Any],
    folder: str | Path | None = None,
    workers: int | None = None,
    **headings: Any,
) -> Results:
    """A study run to its end: a file, one that ships by name, or its headings as a mapping.

    ``headings`` go before those of the file. Without a ``folder`` the runs are kept in one of this
    session, and are made again in the next. Raises Refused with every fault of what was asked, and
    KeyboardInterrupt when it was stopped; what was made is then kept.
    """
    given = asked if isinstance(asked, dict) else _headings(asked)
    said = {"question": "?"} | given | headings
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
    name = NAME if isinstance(asked, dict) else Path(asked).stem
    found = reading.read_text(text, name, name)
    kept = Path(folder) if folder is not None else Path(tempfile.mkdtemp(prefix="samenspel-"))
    pool = executors.opened(executors.THREADS, workers)
    try:
        outcome = running.run(found, kept, pool)
    finally:
        pool.close()
    if outcome.stopped:
        raise KeyboardInterrupt
    return results.read(kept)


def _headings(asked: str | Path) -> dict[str, Any]:
    path = reading.find_file(str(asked))
    reading.read(asked)  # its faults are told with their lines
    return yaml.safe_load(lines.text_of(path, str(asked)))


def run(scenario: str, *, window: str = "final", **headings: Any) -> pd.DataFrame:
    """Runs of one scenario: a row for each, with a column for each outcome over the window."""
    found = study({"scenarios": scenario}, **headings)
    return _told(found.wide(window), found)


def compare(a: str, b: str, *, window: str = "final", **headings: Any) -> pd.DataFrame:
    """What B changes against A, pair by pair: a row for each outcome, place and point.

    Columns: outcome, place, point, n (pairs), a and b (medians), difference (the median over
    pairs), p05, p95, higher and lower (pairs in which B is, by at least the smallest difference
    that matters), within_margin (pairs that differ by less), and verdict. The three counts add up
    to n. Raises Incomplete where a run failed.
    """
    found = study({"scenarios": list(dict.fromkeys([a, b]))}, **headings).complete()
    table = found.wide(window)
    sides = [
        table[table["scenario"] == key["key"]].set_index(PAIR)
        for key in found.manifest["scenarios"]
    ]
    first, second = sides[0], sides[-1].loc[sides[0].index]
    rows = [
        _row(found, outcome, place, point, first, second)
        for outcome in found.manifest["outcomes"]
        for place, point in first.index.droplevel("replicate").unique()
    ]
    return _told(pd.DataFrame(rows), found)


def _row(
    found: Results, outcome: str, place: str, point: int, a: pd.DataFrame, b: pd.DataFrame
) -> dict[str, Any]:
    before, after = (side.loc[(place, point), outcome].to_numpy() for side in (a, b))
    cells = effects.told(before, after, found.manifest["codebook"][outcome]["margin"])
    return {"outcome": outcome, "place": place, "point": point} | cells


def _told(table: pd.DataFrame, found: Results) -> pd.DataFrame:
    """The table with its code book."""
    book = found.manifest["codebook"]
    table.attrs["codebook"] = {key: book[key] for key in found.manifest["outcomes"]}
    table.attrs["note"] = found.manifest["note"]
    return table
