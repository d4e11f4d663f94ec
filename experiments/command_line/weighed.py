"""What is asked of ``sensitivity``: the study that its options make, and where it is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from experiments import simulation, uncertainty
from experiments.command_line import regions, writing
from experiments.command_line.reader import OUTCOMES_LISTED, Reader
from model.compiling import cache_root
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library
from scenarios.faults import Both, Fault, Refused, near, offered

if TYPE_CHECKING:
    from experiments.sensitivity.studies import Study
    from experiments.simulation import Plan

MORRIS, SOBOL = "morris", "sobol"
FEWEST_RESIDENTS, MOST_RESIDENTS = 100, 100_000
AS_IT_IS = "defaults"
"""What is said of a study without a scenario: every lever at its default."""
OF_ONE = {"trajectories": MORRIS, "grouped": MORRIS, "rows": SOBOL, "numbers": SOBOL, "top": SOBOL}
"""Options that one method has alone."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after ``samenspel sensitivity``; None where nothing was said."""

    method: str
    trajectories: str | None = None
    grouped: bool = False
    rows: str | None = None
    numbers: Sequence[str] = ()
    top: str | None = None
    replicates: str = "2"
    residents: str = "1000"
    years: str = "4"
    place: str = "doorsnee"
    scenario: str | None = None
    outcome: Sequence[str] = ()
    seed: str = "1"
    threads: str | None = None
    out: str | None = None
    page: str | None = None


@dataclass(frozen=True)
class Asked:
    """The same, read: what is to be made, where it is kept, and what is shown of it."""

    study: Study
    plan: Plan
    outcomes: tuple[str, ...]
    folder: Path
    threads: int | None


def read(wanted: Wanted) -> Asked:
    """The study that these options make; Refused with every fault."""
    from experiments.sensitivity import designs, studies, world

    reader = Reader()
    method = reader.one_of("sensitivity", wanted.method, designs.METHODS)
    _refuse_of_another(wanted, method, reader)
    replicates = reader.whole("--replicates", wanted.replicates, 1, 1000)
    blocks = _blocks(wanted, method, reader)
    plan = plan_of(wanted, reader)
    outcomes = _outcomes(wanted.outcome, reader)
    seed = reader.whole("--seed", wanted.seed, 0, 2**31 - 1)
    threads = None
    if wanted.threads is not None:
        threads = reader.whole("--threads", wanted.threads, 1, 256)
    _refuse_files(wanted, reader)
    names = _numbers(wanted, method, reader)
    if reader.faults or plan is None:
        raise Refused(reader.faults)
    free = [name for name in names if name not in plan.values and name not in plan.context]
    study = studies.Study(
        design=world.design(method, seed, free, wanted.grouped),
        outcomes=tuple(OUTCOMES),
        blocks=blocks,
        replicates=replicates,
        about=world.about(plan, wanted.scenario or AS_IT_IS),
    )
    return Asked(study, plan, outcomes, _folder(wanted.out, study), threads)


def _refuse_of_another(wanted: Wanted, method: str, reader: Reader) -> None:
    problem = Both("this method has no such option", "deze methode kent die optie niet")
    for name, owner in OF_ONE.items():
        if getattr(wanted, name) and owner != method:
            allowed = Both(f"with {owner}", f"bij {owner}")
            reader.faults.append(Fault(f"--{name}", method, allowed, owner, problem))


def _blocks(wanted: Wanted, method: str, reader: Reader) -> int:
    """How many paths, or how many rows: a power of two, which a Sobol sequence needs."""
    if method == MORRIS:
        return reader.whole("--trajectories", wanted.trajectories or "10", 2, 10_000)
    rows = reader.whole("--rows", wanted.rows or "64", 8, 2**16)
    if rows & (rows - 1):
        problem = Both("rows come in powers of two", "rijen gaan in machten van twee")
        allowed = Both("8, 16, 32, 64 and so on", "8, 16, 32, 64 enzovoort")
        nearest = str(1 << (rows.bit_length() - 1))
        reader.faults.append(Fault("--rows", str(rows), allowed, nearest, problem))
    return rows


def plan_of(wanted: Wanted, reader: Reader) -> Plan | None:
    """What is run at every point, but for the numbers that are moved."""
    residents = reader.whole("--residents", wanted.residents, FEWEST_RESIDENTS, MOST_RESIDENTS)
    years = reader.whole("--years", wanted.years, 1, 10)
    seed = reader.whole("--seed", wanted.seed, 0, 2**31 - 1)
    places = reader.places([wanted.place])
    resolved = None
    if wanted.scenario:
        name = wanted.scenario
        scenario = reader.try_to(lambda: library.load(name))
        if scenario is not None and scenario.region:
            reader.faults.append(regions.only_one("--scenario", name))
        elif scenario is not None:
            resolved = reader.try_to(lambda: library.resolve(scenario, {}))
    reader.faults[:] = list(dict.fromkeys(reader.faults))
    if reader.faults:
        return None
    return simulation.plan(
        places[0].id,
        resolved.values if resolved else {},
        residents=residents,
        weeks=52 * years,
        seed=seed,
        timeline=resolved.timeline if resolved else (),
    )


def _outcomes(texts: Sequence[str], reader: Reader) -> tuple[str, ...]:
    words = reader.words("--outcome", texts)
    keys = tuple(
        reader.one_of("--outcome", word, tuple(OUTCOMES), OUTCOMES_LISTED) for word in words
    )
    return tuple(dict.fromkeys(keys)) or tuple(OUTCOMES)


def words_of(texts: Sequence[str]) -> list[str]:
    """The words in these texts, commas between them."""
    return [word.strip() for text in texts for word in text.split(",") if word.strip()]


def _numbers(wanted: Wanted, method: str, reader: Reader) -> list[str]:
    """The numbers to move: all that nobody knows, those named, or the first of a screening."""
    if method == MORRIS:
        return list(uncertainty.addresses())
    return chosen_numbers(wanted.numbers, wanted.top, words_of(wanted.outcome), reader)


_TOP = Both("--top 20:FOLDER", "--top 20:MAP")


def chosen_numbers(
    numbers: Sequence[str], top: str | None, outcomes: Sequence[str], reader: Reader
) -> list[str]:
    """The numbers that were named, or the first of a screening for these outcomes."""
    if bool(numbers) == (top is not None):
        problem = Both("say which numbers, in one way", "zeg op één manier welke getallen")
        allowed = Both(
            "--numbers ADDRESS,… or --top N:FOLDER of a screening of single numbers",
            "--numbers ADRES,… of --top N:MAP van een screening van losse getallen",
        )
        reader.faults.append(Fault("--numbers", "", allowed, _TOP, problem))
        return []
    if top is not None:
        return _top(top, outcomes, reader)
    known = uncertainty.addresses()
    problem = Both("this is not a number nobody knows", "dit is geen onzeker getal")
    listed = Both("samenspel levers --role uncertainty", "samenspel levers --role uncertainty")
    words = reader.words("--numbers", numbers)
    reader.faults += [
        Fault("--numbers", word, offered(word, known, listed), near(word, known), problem)
        for word in words
        if word not in known
    ]
    return words


def _top(text: str, outcomes: Sequence[str], reader: Reader) -> list[str]:
    """The first N numbers of the screening that is kept in a folder."""
    from experiments.sensitivity import report
    from experiments.sensitivity.opening import CannotOpen, opened
    from experiments.sensitivity.screening import ranking

    count, _, folder = text.partition(":")
    wanted = reader.whole("--top", count, 1, len(ADDRESSES))
    try:
        done = opened(Path(folder))
    except CannotOpen:
        problem = Both("there is no screening of single numbers", "daar is geen screening")
        allowed = Both("N:FOLDER, made by sensitivity morris", "N:MAP, van sensitivity morris")
        reader.faults.append(Fault("--top", text, allowed, None, problem))
        return []
    found = report.screened(done)
    chosen = {key: found[key] for key in (outcomes or found) if key in found}
    return [name for name, _ in ranking(chosen)[:wanted]]


def _refuse_files(wanted: Wanted, reader: Reader) -> None:
    if wanted.out is not None:
        reader.faults += writing.folder_faults("--out", wanted.out)
    reader.file_to_write(wanted.page, "--page", ".md")


def _folder(out: str | None, study: Study) -> Path:
    """Where the blocks are kept: the folder asked for, or one that belongs to this study."""
    if out is not None:
        return Path(out)
    told = json.dumps(study.manifest, sort_keys=True).encode()
    identity = hashlib.blake2b(told, digest_size=10).hexdigest()
    return cache_root() / "sensitivity" / f"{study.design.method}-{identity}"
