"""What came of a study, as tidy tables: the way in for every analysis, and for a notebook.

``read(folder)`` needs nothing but the folder. It may be read while the study is still being run,
and tells then what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.studies import manifest, table
from experiments.studies.store import Store
from experiments.studies.work import DONE

KEYS = ("run_id", "point", "replicate", "scenario", "place", "status")
SHOWN = 5


class Incomplete(ValueError):  # noqa: N818  (it names what is the matter)
    """Runs that an analysis needs are not there; ``missing`` names them, a row each.

    Columns of ``missing``: run_id, point, replicate, scenario, place, status (``failed``, or
    ``missing`` where the run was never made), and the values of the factors.
    """

    def __init__(self, missing: pd.DataFrame) -> None:
        """Keep which runs; the message names the first few."""
        rows: Any = missing.head(SHOWN).itertuples()
        told = "; ".join(
            f"{each.scenario} in {each.place}, point {each.point}, replicate {each.replicate}: "
            f"{each.status}"
            for each in rows
        )
        more = f"; and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        super().__init__(f"{len(missing)} runs are not there: {told}{more}")
        self.missing = missing


@dataclass(frozen=True)
class Results:
    """The tables of one study, read from its folder."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def factors(self) -> list[str]:
        """The addresses that were varied, in the order of the design."""
        return [each["address"] for each in self.manifest["factors"]]

    @property
    def bounds(self) -> dict[str, tuple[float, float]]:
        """The lowest and highest value of each factor in this study, by address."""
        return {each["address"]: (each["low"], each["high"]) for each in self.manifest["factors"]}

    @property
    def design(self) -> str:
        """The method of the design; ``levers_x_uncertainties`` where two are crossed."""
        return self.manifest["design"]

    @cached_property
    def planned(self) -> pd.DataFrame:
        """Every run the study asks for, made or not: as ``runs``, with status ``missing`` too."""
        plan = table.read(self.folder / table.PLAN)
        if plan is None:
            raise manifest.NoStudy(str(self.folder))
        kept: Any = Store(self.folder).runs(["status"]).set_index("run_id")["status"]
        status = plan["run_id"].map(kept).fillna("missing").astype(str)
        plan.insert(len(KEYS) - 1, "status", status)
        return plan

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row for each run that was made: how it ended, and the value of each factor.

        Columns: run_id, point, replicate, scenario, place, status (``done`` or ``failed``), and
        one for each factor, named by its address. Where two points of a design coincide, their
        rows share a run_id, for it is one run.
        """
        made: Any = self.planned[self.planned["status"] != "missing"]
        return made.reset_index(drop=True)

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """Outcomes in long form: run_id, outcome, window, value; NaN where nothing was measured.

        Those that the study names; of a run that failed there are none.
        """
        kept = self._values(self.manifest["outcomes"])
        long: Any = kept.melt(["run_id", "window"], var_name="outcome", value_name="value")
        return long[["run_id", "outcome", "window", "value"]]

    def _values(self, outcomes: Sequence[str]) -> pd.DataFrame:
        """Outcomes with a column each, and a row for each run and window."""
        kept: Any = Store(self.folder).values(outcomes)
        kept = kept[kept["run_id"].isin(set(self.planned["run_id"]))]
        weeks = pd.DataFrame(
            [(name, *between) for name, between in self.manifest["windows"].items()],
            columns=["window", "begin", "end"],
        ).astype({"begin": "int32", "end": "int32"})
        found = kept.merge(weeks, on=["begin", "end"])
        return found[["run_id", "window", *outcomes]]

    def wide(self, window: str = "final", outcomes: Iterable[str] | None = None) -> pd.DataFrame:
        """``runs`` with a column for each outcome over one window; NaN for a run that failed.

        ``outcomes`` may name any that the model has, also those that the study does not: all are
        kept. Raises KeyError for a window or outcome that is not there.
        """
        if window not in self.manifest["windows"]:
            raise KeyError(f"no window {window}: {', '.join(self.manifest['windows'])}")
        wanted = list(outcomes if outcomes is not None else self.manifest["outcomes"])
        unknown = [key for key in wanted if key not in self.manifest["codebook"]]
        if unknown:
            raise KeyError(f"no outcome {', '.join(unknown)}")
        values: Any = self._values(wanted)
        values = values[values["window"] == window].drop(columns="window")
        return self.runs.merge(values, on="run_id", how="left", sort=False)

    @cached_property
    def shares(self) -> pd.DataFrame | None:
        """Where each point lies within the bounds, 0 to 1, before rounding: a row for each point.

        What Morris and Sobol look at, for a whole number is rounded in ``runs``. None where the
        points were not drawn (grid, list, one at a time).
        """
        return table.read(self.folder / table.SHARES)

    @cached_property
    def failures(self) -> pd.DataFrame:
        """The runs that failed, with the kind of fault, its message and traceback."""
        failed = self.runs[self.runs["status"] != DONE]
        told = Store(self.folder).runs(["kind", "message", "trace", "host"]).drop(columns="status")
        return failed.merge(told, on="run_id", how="left")

    @cached_property
    def checks(self) -> pd.DataFrame:
        """Of each run how long it took, where, and the largest imbalance in any week."""
        columns = ["seconds", "processor_seconds", "host", "error_euros", "error_hours",
                   "error_people"]  # fmt: skip
        kept = Store(self.folder).runs(columns).drop(columns="status")
        return self.runs[list(KEYS)].merge(kept, on="run_id", how="left")

    def complete(
        self,
        points: int | Iterable[int] | None = None,
        replicates: int | Iterable[int] | None = None,
    ) -> Results:
        """These results, where every run of these points and replicates was done.

        A number stands for the first so many, None for all that the study asks for. Raises
        Incomplete, which names the runs that failed or were never made.
        """
        rows: Any = self.planned
        for column, wanted in (("point", points), ("replicate", replicates)):
            if wanted is not None:
                numbers = range(wanted) if isinstance(wanted, int) else wanted
                known = set(rows[column])
                absent = [number for number in numbers if number not in known]
                if absent:
                    raise ValueError(f"the study has no {column} {absent[0]}")
                rows = rows[rows[column].isin(set(numbers))]
        missing = rows[rows["status"] != DONE]
        if len(missing):
            raise Incomplete(missing.reset_index(drop=True))
        return self


def read(folder: str | Path) -> Results:
    """What came of the study in this folder; raises manifest.NoStudy where there is none."""
    return Results(Path(folder), manifest.read(Path(folder)))
