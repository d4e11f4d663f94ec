"""What is asked of ``calibrate-to``: options read, sets of numbers tried, and what is left told."""

from __future__ import annotations

import hashlib
import json as jsons
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from experiments.command_line import found_sets, output, weighed, writing
from experiments.command_line.coming_near import Generations, Sets
from experiments.command_line.reader import Reader
from experiments.command_line.shown import short
from experiments.command_line.speech import say
from experiments.version import NOTE, version
from model.compiling import cache_root, workings
from model.parameters import ADDRESSES
from scenarios.faults import Both, Fault, Refused

if TYPE_CHECKING:
    from experiments.calibration.fit_to_targets import Search
    from experiments.calibration.own_targets import Target
    from experiments.simulation import Plan

DONE, STOPPED = 0, 1
FIT, POSTERIOR = "fit", "posterior"
NEEDED = {FIT: "optuna", POSTERIOR: "pyabc"}
"""What comes with ``samenspel[calibrate]`` and is loaded for a method."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after ``samenspel calibrate-to``."""

    targets: str
    numbers: Sequence[str] = ()
    top: str | None = None
    method: str = FIT
    trials: str = "200"
    sets: str = "100"
    generations: str = "6"
    scenario: str | None = None
    place: str = "doorsnee"
    residents: str = "1000"
    years: str = "4"
    replicates: str = "4"
    seed: str = "1"
    threads: str | None = None
    out: str | None = None
    write: str | None = None


@dataclass(frozen=True)
class Asked:
    """The same, read."""

    method: str
    plan: Plan
    targets: tuple[Target, ...]
    search: Search
    trials: int
    sets: int
    generations: int
    threads: int | None
    folder: Path


def calibrate_to(wanted: Wanted, dry_run: bool, json: bool) -> int:
    """Try sets of numbers, or go on with that, and show which are left; 1 when it was stopped."""
    asked = _read(wanted)
    if dry_run:
        told = {"dry_run": True, "note": NOTE.en, **asked.search.identity, "runs": _most(asked),
                "folder": str(asked.folder)}  # fmt: skip
        output.as_json(told) if json else _tell_work(asked)
        return DONE
    told, table = _made(asked)
    told = found_sets.rounded({"note": NOTE.en, **told, "folder": str(asked.folder)})
    if wanted.write:
        _write(table, told, wanted.write)
    output.as_json(told) if json else found_sets.show(told)
    return STOPPED if told["stopped"] else DONE


def _write(table: Any, told: dict[str, Any], name: str) -> None:
    """Write the sets that are left; where there are none, no file, for nothing can be drawn."""
    from experiments.calibration import ensemble

    if len(table):
        ensemble.write_table(table, told, Path(name))
        return
    print(say(f"Let op: er blijft geen reeks over; {name} is niet geschreven",
              f"Warning: no set is left; {name} was not written"), file=sys.stderr)  # fmt: skip


def _read(wanted: Wanted) -> Asked:
    from experiments.calibration import own_targets

    reader = Reader()
    method = reader.one_of("--method", wanted.method, (FIT, POSTERIOR))
    _refuse_without_library(method, reader)
    sizes = {
        "trials": reader.whole("--trials", wanted.trials, 10, 100_000),
        "sets": reader.whole("--sets", wanted.sets, 10, 100_000),
        "generations": reader.whole("--generations", wanted.generations, 1, 100),
    }
    replicates = reader.whole("--replicates", wanted.replicates, 1, 1000)
    seed = reader.whole("--seed", wanted.seed, 0, 2**31 - 1)
    threads = reader.whole("--threads", wanted.threads, 1, 256) if wanted.threads else None
    names = weighed.chosen_numbers(wanted.numbers, wanted.top, (), reader)
    reader.file_to_write(wanted.write, "--write", ".csv")
    if wanted.out is not None:
        reader.faults += writing.folder_faults("--out", wanted.out)
    like = weighed.Wanted(
        method=weighed.SOBOL, residents=wanted.residents, years=wanted.years, place=wanted.place,
        scenario=wanted.scenario, seed=wanted.seed,
    )  # fmt: skip
    plan = None if reader.faults else weighed.plan_of(like, reader)
    if plan is None or reader.faults:
        raise Refused(reader.faults)
    targets = own_targets.read(Path(wanted.targets), plan.weeks)
    sought = _sought(names, targets, plan, replicates, seed, wanted.scenario)
    folder = Path(wanted.out) if wanted.out else _folder(sought, method)
    return Asked(method, plan, targets, sought, **sizes, threads=threads, folder=folder)


def _sought(
    names: Sequence[str],
    targets: Sequence[Target],
    plan: Plan,
    replicates: int,
    seed: int,
    scenario: str | None,
) -> Search:
    from experiments.calibration.fit_to_targets import Search

    return Search(
        ranges={name: ADDRESSES[name].between for name in names},
        whole=frozenset(name for name in names if ADDRESSES[name].step == 1),
        aims=tuple(each.aim for each in targets),
        replicates=replicates,
        seed=seed,
        about={
            "version": version(), "model": workings(), "plan": plan.identity,
            "scenario": scenario or weighed.AS_IT_IS, "place": plan.place,
            "residents": plan.residents, "weeks": plan.weeks,
        },
    )  # fmt: skip


def _refuse_without_library(method: str, reader: Reader) -> None:
    module = NEEDED[method]
    if find_spec(module) is None:
        problem = Both(f"this needs a package that is not installed: {module}",
                       f"hiervoor is een pakket nodig dat er niet is: {module}")  # fmt: skip
        allowed = Both('pip install "samenspel[calibrate]"', 'pip install "samenspel[calibrate]"')
        reader.faults.append(Fault("--method", method, allowed, None, problem))


def _folder(sought: Search, method: str) -> Path:
    told = jsons.dumps([method, sought.identity], sort_keys=True).encode()
    digest = hashlib.blake2b(told, digest_size=10).hexdigest()
    return cache_root() / "calibration" / digest


def _most(asked: Asked) -> int:
    """Runs at most of a fit; of a posterior at least, for it also tries what it does not keep."""
    count = asked.trials if asked.method == FIT else asked.sets * asked.generations
    return count * asked.search.replicates


def _made(asked: Asked) -> tuple[dict[str, Any], Any]:
    """What was found, in plain types, and the table of sets that are left."""
    from experiments.calibration import fit_to_targets, own_targets, posterior
    from experiments.sensitivity.parts import AnotherStudy

    def runs(numbers: Mapping[str, float], first: int = 0) -> NDArray[np.float64]:
        return own_targets.reached(asked.plan, numbers, asked.targets, asked.search.replicates,
                                   first, asked.threads)  # fmt: skip

    replicates = asked.search.replicates
    try:
        with _told_when_nothing_is_whole():
            if asked.method == FIT:
                with Sets(asked.trials, replicates) as trying:
                    found: Any = fit_to_targets.search(
                        asked.search, runs, asked.folder, asked.trials, trying.one_more,
                        trying.goes_on,
                    )  # fmt: skip
                told = found_sets.of_fit(found, asked.trials)
                return _heading(asked) | told, found.table()
            with Generations(asked.sets, asked.generations, replicates) as coming:
                found = posterior.sample(
                    asked.search, runs, asked.folder, asked.sets, asked.generations,
                    on_set=coming.one_more, on_judged=coming.judged,
                    on_found=coming.goes_on,
                )  # fmt: skip
            return _heading(asked) | found_sets.of_posterior(found), found.table()
    except AnotherStudy as other:
        differs = other.told()
        problem = Both(f"here is a search with another {differs}",
                       f"hier staat een zoektocht die verschilt in {differs.nl}")  # fmt: skip
        allowed = Both("an empty folder, or a new one", "een lege map, of een nieuwe")
        fault = Fault("--out", str(asked.folder), allowed, f"{asked.folder}-2", problem)
        raise Refused([fault]) from other


@contextmanager
def _told_when_nothing_is_whole() -> Iterator[None]:
    """Within this, Ctrl+C before a first set or generation says what the next time begins with."""
    try:
        yield
    except KeyboardInterrupt:
        said = say("nog niets heel: dezelfde opdracht begint opnieuw",
                   "nothing is whole yet: the same command begins anew")  # fmt: skip
        print(said, file=sys.stderr)
        raise


def _heading(asked: Asked) -> dict[str, Any]:
    luck = "shared by all sets" if asked.method == FIT else "of its own for each set"
    return {"method": asked.method, **asked.search.identity, "luck": luck}


def _tell_work(asked: Asked) -> None:
    for aim in asked.search.aims:
        print(f"{aim.key:30s} {short(aim.value)} ± {short(aim.observed)}")
    runs = _most(asked)
    print(say(f"{runs} doorrekeningen; er is niets doorgerekend", f"{runs} runs; nothing was run"))
