"""A run that was saved goes on as if it had never stopped, with other decisions if so wished.

A file holds, for each replicate, all that a run remembers and what was written down so far. It is
of one model and one world: what it continues must have begun alike. Decisions may differ from the
week in which it was saved; what was decided before stays as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from experiments.simulation import Plan, Run
from experiments.version import version
from model.compiling import workings
from model.outcomes import Sheet
from model.place_facts import Text
from model.state import state as states
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

HEAD = "head"
WRITTEN = {"tally": TALLY, "system": SYSTEM, "before_tally": TALLY, "before_system": SYSTEM}


class CannotResume(ValueError):  # noqa: N818  (it says what cannot be)
    """A file that is no continuation of what is asked; says why in both languages.

    Where one option can mend it, ``option`` is that one and ``right`` what it must be.
    """

    def __init__(self, why: Text, option: str = "", right: int | None = None) -> None:
        """Say why."""
        super().__init__(why.en)
        self.why, self.option, self.right = why, option, right


@dataclass(frozen=True)
class Saved:
    """Runs up to a week, by replicate, and the world they are of."""

    week: int
    world: Mapping[str, Any]
    runs: Mapping[int, Run]


def world(plan: Plan) -> dict[str, Any]:
    """What two plans must share for one to go on from the other: all that was before week 0."""
    return {
        "version": version(),
        "model": workings(),
        "place": plan.place,
        "residents": plan.residents,
        "seed": plan.seed,
        "before": plan.before,
    }


def save(path: Path, ended: Mapping[int, tuple[Plan, Run]]) -> None:
    """Write the runs of these replicates, each with the plan by which it was made."""
    runs = {replicate: ended[replicate][1] for replicate in sorted(ended)}
    weeks = {len(run.tally) for run in runs.values()}
    if len(weeks) != 1:
        raise ValueError(f"runs of different lengths cannot be saved together: {sorted(weeks)}")
    head = {
        "week": weeks.pop(),
        "worlds": {str(replicate): world(ended[replicate][0]) for replicate in runs},
    }
    parts: dict[str, np.ndarray] = {HEAD: np.frombuffer(json.dumps(head).encode(), dtype="u1")}
    for replicate, run in runs.items():
        for name, table in _tables(run).items():
            shape = np.array(table.shape, dtype=np.int64)
            parts[f"{replicate}.{name}"] = np.frombuffer(table.tobytes(), dtype="u1")
            parts[f"{replicate}.{name}.shape"] = shape
    with path.open("wb") as file:
        np.savez_compressed(file, **parts)  # pyright: ignore[reportArgumentType]


@dataclass(frozen=True)
class Size:
    """How many residents were simulated in the runs of a file, and how many runs there are."""

    residents: int
    replicates: int


def size(path: Path) -> Size | None:
    """How large the saved runs are; None where this is no saved state, which ``load`` tells."""
    try:
        with np.load(path, allow_pickle=False) as parts:
            worlds = json.loads(bytes(parts[HEAD]).decode())["worlds"]
            return Size(int(next(iter(worlds.values()))["residents"]), len(worlds))
    except (OSError, KeyError, ValueError, TypeError, EOFError, StopIteration, AttributeError):
        return None


def _tables(run: Run) -> dict[str, np.ndarray]:
    written = dict(zip(WRITTEN, (run.tally, run.system, *run.before.written), strict=True))
    return run.state._asdict() | {f"written.{name}": table for name, table in written.items()}


def load(path: Path, plans: Mapping[int, Plan]) -> Saved:
    """The saved runs of these replicates; raises CannotResume where they cannot be gone on with."""
    try:
        with np.load(path, allow_pickle=False) as parts:
            head = json.loads(bytes(parts[HEAD]).decode())
            for replicate, plan in plans.items():
                _refuse_another(head, replicate, plan)
            runs = {replicate: _run(parts, replicate) for replicate in plans}
    except (OSError, KeyError, ValueError, EOFError) as reason:
        if isinstance(reason, CannotResume):
            raise
        raise CannotResume(Text("dit is geen bewaarde stand", "this is no saved state")) from reason
    return Saved(int(head["week"]), head["worlds"], runs)


def _refuse_another(head: Mapping[str, Any], replicate: int, plan: Plan) -> None:
    """Refuse a state of another model, place, sample, seed, or past; and runs that are over."""
    there = head["worlds"].get(str(replicate))
    if there is None:
        known = ", ".join(head["worlds"])
        raise CannotResume(
            Text(f"run {replicate} is niet bewaard, wel: {known}",
                 f"run {replicate} was not saved; there are {known}"),
            "replicates", len(head["worlds"]),
        )  # fmt: skip
    for key, (nl, en) in _DIFFERS.items():
        here = world(plan)[key]
        if there[key] != here:
            right = int(there[key]) if key == "residents" else None
            raise CannotResume(
                Text(f"deze stand is van {nl}: {there[key]}, niet {here}",
                     f"this state is of {en}: {there[key]}, not {here}"),
                "residents" if right else "", right,
            )  # fmt: skip
    if head["week"] >= plan.weeks:
        raise CannotResume(
            Text(f"deze stand is al in week {head['week']}; vraag meer dan {plan.weeks} weken",
                 f"this state is in week {head['week']} already; ask for more than {plan.weeks}")
        )  # fmt: skip


_DIFFERS = {
    "version": ("een andere versie", "another version"),
    "model": ("een ander model", "another model"),
    "place": ("een andere wijk", "another place"),
    "residents": ("een ander aantal bewoners", "another number of residents"),
    "seed": ("een ander toeval (seed)", "another seed"),
    "before": (
        "een wereld die voor week 0 anders was (getallen die altijd gelden)",
        "a world that was another before week 0 (numbers that always hold)",
    ),
}


def _run(parts: Any, replicate: int) -> Run:
    kinds = {name: states.KINDS[name] for name in State._fields}
    kinds |= {f"written.{name}": kind for name, kind in WRITTEN.items()}
    found = {name: _table(parts, f"{replicate}.{name}", kind) for name, kind in kinds.items()}
    state = State(**{name: found[name] for name in State._fields})
    tally, system, before_tally, before_system = (found[f"written.{name}"] for name in WRITTEN)
    return Run(tally=tally, system=system, state=state, before=Sheet(before_tally, before_system))


def _table(parts: Any, name: str, kind: np.dtype) -> np.ndarray:
    """One table, in memory of its own and of the kind that the compiled week knows."""
    shape = tuple(int(size) for size in parts[f"{name}.shape"])
    table = np.empty(shape, dtype=kind)
    raw = parts[name].tobytes()
    if table.nbytes != len(raw):
        raise ValueError(f"{name} has {len(raw)} bytes, not {table.nbytes}")
    return np.frombuffer(raw, dtype=kind).reshape(shape).copy() if raw else table
