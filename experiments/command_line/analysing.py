"""What is asked of ``analyse``: options read, the analysis made, and its files written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.command_line import analysed, output, writing
from experiments.command_line.reader import IN_HELP, Reader
from experiments.command_line.speech import language
from scenarios.faults import Both, Fault, Refused

if TYPE_CHECKING:
    from experiments.analysis.found import Found
    from experiments.analysis.reading import Results, Subject

DONE = 0
KINDS = ("effects", "sensitivity", "features", "discover", "robustness", "heatmap", "convergence")
OF_ONE = {
    "context": "effects", "method": "sensitivity", "fails": "discover", "options": "robustness",
    "better": "robustness", "good_enough": "robustness", "x": "heatmap", "y": "heatmap",
    "precise": "convergence",
}  # fmt: skip
"""Options that one kind has alone."""
COMPARES = ("effects", "features", "discover", "heatmap", "convergence")
"""Kinds that take B less A where a study has two scenarios and nothing was said."""
NEEDED = {"features": "sklearn", "discover": "ema_workbench"}
"""What is loaded for a kind and comes with ``samenspel[analysis]``, by the name of its module."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after ``samenspel analyse``."""

    kind: str
    folder: str
    outcome: Sequence[str] = ()
    window: str = "final"
    a: str | None = None
    b: str | None = None
    context: Sequence[str] = ()
    method: str | None = None
    fails: str | None = None
    options: Sequence[str] = ()
    better: str | None = None
    good_enough: str | None = None
    x: str | None = None
    y: str | None = None
    precise: str | None = None
    leave_out: bool = False
    seed: str = "1"
    out: str | None = None


@dataclass(frozen=True)
class Asked:
    """The same, read."""

    kind: str
    outcomes: tuple[str, ...]
    sides: tuple[str | None, str | None]
    contexts: tuple[str, ...] | None
    levers: tuple[str, ...] | None
    axes: tuple[str, str]
    good_enough: float | None
    precise: float | None
    seed: int
    folder: Path


def analyse(wanted: Wanted, json: bool) -> int:
    """Make the analysis of each outcome, write its files, and show the sentences."""
    results = opened(wanted.folder)
    asked = _read(wanted, results)
    found = [_made(wanted, asked, results, outcome) for outcome in asked.outcomes]
    written = [_written(each, asked.folder) for each in found]
    if json:
        output.as_json(analysed.for_machines(found, written))
    else:
        analysed.show(found, written)
    return DONE


def opened(folder: str) -> Results:
    """The results that a study kept in this folder; Refused where there are none."""
    from experiments.studies import manifest, results

    try:
        return results.read(Path(folder))
    except manifest.NoStudy:
        problem = Both("there is no study in this folder", "in deze map zit geen studie")
        allowed = Both(
            "a folder that samenspel study run kept",
            "een map die samenspel study run heeft bewaard",
        )
        raise Refused([Fault("analyse", folder, allowed, None, problem)]) from None


def _read(wanted: Wanted, results: Results) -> Asked:
    """What was typed, when it can be done with this study; Refused with every fault."""
    from experiments.analysis import reading

    reader = Reader()
    kind = reader.one_of("analyse", wanted.kind, KINDS)
    _refuse_of_another(wanted, kind, reader)
    _refuse_without_library(kind, reader)
    outcomes = reader.words("--outcome", wanted.outcome)
    seed = reader.whole("--seed", wanted.seed, 0, 2**31 - 1)
    good_enough = _number("--good-enough", wanted.good_enough, reader)
    precise = _number("--precise", wanted.precise, reader)
    contexts = reader.words("--context", wanted.context)
    levers = reader.words("--options", wanted.options)
    if wanted.method is not None:
        reader.one_of("--method", wanted.method, ("morris", "sobol", "pawn"))
    if wanted.better is not None:
        reader.one_of("--better", wanted.better, ("lower", "higher"))
    axes = _two_levers(wanted, results, reader) if kind == "heatmap" else ("", "")
    folder = wanted.out or str(Path(wanted.folder) / "analysis")
    reader.faults += writing.folder_faults("--out", folder)
    reader.try_to(lambda: reading.factors_known("--context", contexts, results))
    sides = _sides(wanted, kind, results, reader)
    chosen = outcomes or reading.outcomes_in(results)
    for outcome in chosen:
        reader.try_to(lambda key=outcome: reading.subject(results, key, wanted.window, *sides))
    if reader.faults:
        raise Refused(reader.faults)
    return Asked(
        kind, tuple(chosen), sides, tuple(contexts) or None, tuple(levers) or None, axes,
        good_enough, precise, seed, Path(folder),
    )  # fmt: skip


def _refuse_of_another(wanted: Wanted, kind: str, reader: Reader) -> None:
    problem = Both("this kind of analysis has no such option", "deze analyse kent die optie niet")
    for name, owner in OF_ONE.items():
        if getattr(wanted, name) and owner != kind:
            allowed = Both(f"with {owner}", f"bij {owner}")
            option = f"--{name.replace('_', '-')}"
            reader.faults.append(Fault(option, kind, allowed, owner, problem))


def _refuse_without_library(kind: str, reader: Reader) -> None:
    module = NEEDED.get(kind)
    if module is not None and find_spec(module) is None:
        problem = Both(f"this needs a package that is not installed: {module}",
                       f"hiervoor is een pakket nodig dat er niet is: {module}")  # fmt: skip
        allowed = Both('pip install "samenspel[analysis]"', 'pip install "samenspel[analysis]"')
        reader.faults.append(Fault("analyse", kind, allowed, None, problem))


def _number(option: str, text: str | None, reader: Reader) -> float | None:
    if text is None:
        return None
    try:
        value = float(text.replace(",", ".") if language() == "nl" else text)
    except ValueError:
        value = float("nan")
    if abs(value) < float("inf"):
        return value
    problem = Both("this is not a number", "dit is geen getal")
    allowed = Both("a number, such as 0.4", "een getal, zoals 0.4")
    reader.faults.append(Fault(option, text, allowed, None, problem))
    return None


def _two_levers(wanted: Wanted, results: Results, reader: Reader) -> tuple[str, str]:
    """The levers of a heatmap; a study with two factors leaves no doubt."""
    there = list(results.factors)
    if wanted.x is None and wanted.y is None and len(there) == 2:
        return there[0], there[1]
    for option, given in (("--x", wanted.x), ("--y", wanted.y)):
        if given is None:
            problem = Both("this is missing", "dit ontbreekt")
            reader.faults.append(Fault(option, "", ", ".join(there), None, problem))
    return wanted.x or "", wanted.y or ""


def _sides(
    wanted: Wanted, kind: str, results: Results, reader: Reader
) -> tuple[str | None, str | None]:
    """The scenarios A and B; where nothing was said, what the study leaves no doubt about."""
    from experiments.analysis import reading

    there = reading.scenarios_in(results)
    if kind == "robustness":
        _refuse_sides(wanted, reader)
        return None, None
    if wanted.b is not None and (wanted.a is not None or kind != "effects"):
        return wanted.a, wanted.b
    if wanted.a is None and wanted.b is None and len(there) == 2 and kind in COMPARES:
        return there[0], there[1]
    others = [each for each in there if each not in (wanted.a, wanted.b)]
    if len(there) == 1 and kind != "effects":
        return None, there[0]
    if len(others) == 1 and (wanted.a or wanted.b):
        return wanted.a or others[0], wanted.b or others[0]
    problem = Both("say which scenario it is about", "zeg over welk scenario het gaat")
    option = "--b" if wanted.b is None else "--a"
    reader.faults.append(Fault(option, "", ", ".join(there), None, problem))
    return None, there[0]


def _refuse_sides(wanted: Wanted, reader: Reader) -> None:
    problem = Both("robustness looks at all scenarios", "robustness kijkt naar alle scenario's")
    for option, given in (("--a", wanted.a), ("--b", wanted.b)):
        if given is not None:
            reader.faults.append(Fault(option, given, IN_HELP, None, problem))


def _made(wanted: Wanted, asked: Asked, results: Results, outcome: str) -> Found:
    from experiments.analysis import reading

    about = reading.subject(results, outcome, wanted.window, *asked.sides)
    return _kinds(wanted, asked)[asked.kind](results, about)


def _kinds(wanted: Wanted, asked: Asked) -> Mapping[str, Callable[[Results, Subject], Found]]:
    """What each kind does with the results and an outcome."""
    from experiments.analysis import (
        cells,
        discovery,
        enough,
        pairs,
        robustness,
        scoring,
        sensitivities,
    )

    out, seed = wanted.leave_out, asked.seed
    return {
        "effects": lambda r, about: pairs.compare(r, about, asked.contexts, out),
        "sensitivity": lambda r, about: sensitivities.weigh(r, about, wanted.method, out, seed),
        "features": lambda r, about: scoring.score(r, about, out, seed),
        "discover": lambda r, about: discovery.discover(
            r, about, discovery.failing(about, wanted.fails), out, seed=seed
        ),
        "robustness": lambda r, about: robustness.robust(
            r, about, asked.levers, wanted.better, asked.good_enough, out
        ),
        "heatmap": lambda r, about: cells.heatmap(r, about, *asked.axes, leave_out=out),
        "convergence": lambda r, about: enough.converge(r, about, asked.precise, out),
    }


def _written(found: Found, folder: Path) -> dict[str, Path]:
    from experiments.analysis import writing as files

    try:
        return files.write(found, folder, language())
    except OSError as reason:
        named = str(reason.filename or folder)
        raise Refused([writing.unwritten("--out", named, reason)]) from None
