"""From a study file to a study that can be run; every fault of the file at once.

Nothing is run before the whole file is sound: each heading, each value against its declaration,
and each point of the design with each scenario.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from experiments.studies import choosing, designs, planned, varying
from experiments.studies.designs import Design
from experiments.studies.factors import Factor
from experiments.studies.planned import PREDEFINED, REGION, Study
from experiments.studies.sheet import NO_SHAPE, Sheet
from model.outcomes import OUTCOMES
from model.parameters import MECHANISMS, without
from model.places import DEFAULT_PLACE, UnknownPlace, find
from scenarios import lines
from scenarios.faults import Both, Fault, Refused, near
from scenarios.source import Source, Trail

HEADINGS = (
    "question", "scenarios", "pairs", "places", "levers", "uncertainties", "set", "without",
    "design", "replicates", "seed", "years", "residents", "outcomes", "windows",
)  # fmt: skip
READY = Path(__file__).parent / "ready"
YEAR, MOST_YEARS = 52, 10
FEWEST_RESIDENTS, MOST_RESIDENTS = 100, 100_000
MOST_REPLICATES, MOST_RUNS = 10_000, 5_000_000
USUAL = {"replicates": 20, "seed": 1, "years": 4}
LAST_SEED = 2**31 - 1
EXPECTED = Both("question, scenarios, design and more", "question, scenarios, design en meer")


def ready() -> dict[str, Path]:
    """The studies that ship, by name."""
    return {path.stem: path for path in sorted(READY.glob("*.yaml"))}


def find_file(name: str) -> Path:
    """The file of a study: one that ships, by its name, or one of your own; Refused if neither."""
    there = ready()
    if name in there:
        return there[name]
    path = Path(name)
    if name and "\0" not in name and path.is_file():
        return path
    problem = Both("there is no such study", "die studie is er niet")
    allowed = Both(
        f"a file that exists, or one that ships: {', '.join(there)}",
        f"een bestand dat er is, of een die is meegeleverd: {', '.join(there)}",
    )
    where = Both("study", "studie")
    raise Refused([Fault(where, name, allowed, near(path.stem, there), problem)])


def read(name: str | Path) -> Study:
    """The study in a file, or that ships under this name; Refused with every fault."""
    path = find_file(str(name))
    shown = f"studies/{path.name}" if path.parent == READY else str(name)
    return read_text(lines.text_of(path, shown), path.stem, shown)


def read_text(text: str, name: str, shown: str) -> Study:
    """The study that this text is, ``shown`` in faults as the file it came from."""
    source = Source(shown)
    data = lines.composed(text, source, EXPECTED)
    if data is None:
        raise Refused(source.faults)
    if not isinstance(data, Mapping):
        headings = Both("headings with values", "kopjes met waarden")
        raise Refused([Fault(shown, "", headings, None, NO_SHAPE)])
    sheet = Sheet(data, source)
    study = _study(sheet, text, name)
    if _fits_a_study(sheet, study):
        _refuse_points(sheet, study)
    if not source.faults:  # for the windows hang on all the rest
        _refuse_windows(sheet, study)
    if source.faults:
        raise Refused(sheet.in_order())
    return study


def _study(sheet: Sheet, text: str, name: str) -> Study:
    """The study as far as it can be read; what is wrong is noted in the sheet."""
    data = sheet.data
    sheet.only((), data, HEADINGS)
    question = sheet.text("question")
    scenarios = choosing.read_scenarios(sheet)
    region = choosing.shared_region(sheet, scenarios)
    design, factors = varying.read_design(sheet, varying.read_factors(sheet))
    _refuse_settled_twice(sheet, factors)
    weeks = YEAR * sheet.whole(("years",), data.get("years"), 1, MOST_YEARS, USUAL["years"])
    off = _without(sheet)
    residents = sheet.whole(
        ("residents",), data.get("residents"), FEWEST_RESIDENTS, MOST_RESIDENTS, 0
    )
    return Study(
        name=name, text=text, question=question, scenarios=scenarios,
        places=(REGION,) if region else _places(sheet), factors=factors, design=design,
        replicates=sheet.whole(
            ("replicates",), data.get("replicates"), 1, MOST_REPLICATES, USUAL["replicates"]
        ),
        seed=sheet.whole(("seed",), data.get("seed"), 0, LAST_SEED, USUAL["seed"]),
        weeks=weeks, residents=residents or None, outcomes=_outcomes(sheet),
        window_names=_windows(sheet, weeks), fixed=varying.fixed_values(sheet, "set"),
        off=without(off), without=off, region=region,
    )  # fmt: skip


def _places(sheet: Sheet) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for trail, word in sheet.names(("places",), sheet.data.get("places")):
        try:
            found[find(word).id] = None
        except UnknownPlace as unknown:
            message = unknown.message
            problem = Both(message.en.split(".")[0], message.nl.split(".")[0])
            allowed = Both("a place: see samenspel places", "een plek: zie samenspel places")
            nearest = unknown.nearest[0] if unknown.nearest else None
            sheet.fault(trail, word, allowed, nearest, problem)
    return tuple(found) or (DEFAULT_PLACE,)


def _without(sheet: Sheet) -> tuple[str, ...]:
    possible = [name for name, addresses in MECHANISMS.items() if addresses]
    problem = Both("there is no such mechanism", "dat mechanisme is er niet")
    listed = Both("the words before the dot in samenspel levers",
                  "de woorden voor de punt in samenspel levers")  # fmt: skip
    named = sheet.names(("without",), sheet.data.get("without"))
    return tuple(
        word for trail, word in named if sheet.one_of(trail, word, possible, problem, listed)
    )


def _outcomes(sheet: Sheet) -> tuple[str, ...]:
    problem = Both("there is no such outcome", "die uitkomst is er niet")
    listed = Both("samenspel outcomes", "samenspel outcomes")
    named = sheet.names(("outcomes",), sheet.data.get("outcomes"))
    keys = [word for trail, word in named if sheet.one_of(trail, word, OUTCOMES, problem, listed)]
    return tuple(keys) or tuple(OUTCOMES)


def _windows(sheet: Sheet, weeks: int) -> dict[str, tuple[int, int] | None]:
    """Windows by name: with their weeks, or None for those that have a name of their own."""
    given = sheet.data.get("windows")
    if given is None:
        return {planned.FINAL: None}
    problem = Both("there is no such window", "dat venster is er niet")
    if not isinstance(given, Mapping):
        names = sheet.names(("windows",), given)
        known = [
            word for trail, word in names if sheet.one_of(trail, word, PREDEFINED, problem, problem)
        ]
        return dict.fromkeys(known) or {planned.FINAL: None}
    found: dict[str, tuple[int, int] | None] = {}
    for name, between in given.items():
        trail: Trail = ("windows", name)
        if between is None:
            if sheet.one_of(trail, name, PREDEFINED, problem, problem):
                found[name] = None
        elif name in PREDEFINED or not name.isidentifier():
            taken = Both("this name cannot be used", "deze naam kan niet")
            allowed = Both(f"a word other than {', '.join(PREDEFINED)}",
                           f"een ander woord dan {', '.join(PREDEFINED)}")  # fmt: skip
            sheet.fault(trail, name, allowed, None, taken)
        elif _fits(between, weeks):
            found[name] = (between[0], between[1])
        else:
            _refuse_weeks(sheet, trail, between, weeks)
    return found


def _fits(between: Any, weeks: int) -> bool:
    whole = isinstance(between, list) and len(between) == 2 and all(type(w) is int for w in between)
    return whole and 0 <= between[0] < between[1] <= weeks


def _refuse_weeks(sheet: Sheet, trail: Trail, between: Any, weeks: int) -> None:
    problem = Both("this window does not lie within the run", "dit venster valt buiten de looptijd")
    allowed = Both(f"[from, to] with 0 <= from < to <= {weeks} weeks",
                   f"[van, tot] met 0 <= van < tot <= {weeks} weken")  # fmt: skip
    written = re.fullmatch(r"(\d+):(\d+)", sheet.source.raw.get(trail, ""))
    if written:  # YAML takes some of these for a time of day
        between = [int(written[1]), int(written[2])]
        if _fits(between, weeks):
            sheet.fault(trail, written[0], allowed, str(between), problem)
            return
    first = between[0] if isinstance(between, list) and between else None
    nearest = f"[{min(first, weeks - 1)}, {weeks}]" if type(first) is int and first >= 0 else None
    sheet.fault(trail, between, allowed, nearest, problem)


def _refuse_settled_twice(sheet: Sheet, factors: tuple[Factor, ...]) -> None:
    given = sheet.data.get("set")
    for factor in factors:
        if isinstance(given, Mapping) and factor.address in given:
            problem = Both("this is varied and set", "dit varieert en staat ook vast")
            allowed = Both("one of the two", "een van beide")
            sheet.fault(("set", factor.address), factor.address, allowed, None, problem)


def _fits_a_study(sheet: Sheet, study: Study) -> bool:
    """Whether there are no more points and runs than anybody can mean, before they are made."""
    count = math.prod(
        _points(each, study.factors if kind is None else study.of_kind(kind))
        for kind, each in study.design.items()
    )
    runs = count * study.replicates * study.cells
    fits = count <= varying.MOST_POINTS and runs <= MOST_RUNS
    if not fits:
        problem = Both(f"that is {count} points and {runs} runs",
                       f"dat zijn {count} punten en {runs} doorrekeningen")  # fmt: skip
        allowed = Both(f"at most {varying.MOST_POINTS} points and {MOST_RUNS} runs",
                       f"hooguit {varying.MOST_POINTS} en {MOST_RUNS}")  # fmt: skip
        sheet.fault(("design",), "", allowed, None, problem)
    return fits


def _points(design: Design, factors: tuple[Factor, ...]) -> int:
    """How many points a design has, without making them."""
    width = len(factors)
    if design.method == designs.LIST or not factors:
        return len(design.listed) or 1
    levels = [len(each.values) or design.asked("levels") for each in factors]
    if design.method == designs.GRID:
        return math.prod(levels)
    if design.method == designs.ONE:
        return 1 + sum(levels)
    if design.method == designs.MORRIS:
        return design.asked("trajectories") * (width + 1)
    if design.method == designs.SALTELLI:
        return design.asked("rows") * (width * (1 + design.asked("second_order")) + 2)
    return design.asked("points")


def _refuse_points(sheet: Sheet, study: Study) -> None:
    """Whether the values of every point go together with what every scenario sets."""
    for scenario in study.scenarios:
        told: set[Trail] = set()
        for number in range(len(study.points)):
            try:
                study.settled(scenario, number)
            except Refused as refused:
                for each in refused.faults:
                    trail = _written(study, each)
                    if trail not in told:
                        told.add(trail)
                        _tell_point(sheet, trail, f"{scenario.key}, point {number}", each)


def _written(study: Study, fault: Fault) -> Trail:
    """Where a study says what does not go together: at the first address that the fault names."""
    said = f"{fault.where} {fault.allowed}"
    for factor in study.factors:
        if factor.address in said:
            return (factor.kind, factor.address)
    return next((("set", address) for address in study.fixed if address in said), ("design",))


def _tell_point(sheet: Sheet, trail: Trail, point: str, fault: Fault) -> None:
    nl = point.replace("point", "punt")
    problem = Both(f"{point}: {fault.problem}", f"{nl}: {_dutch(fault.problem)}")
    sheet.adopt(trail, [Fault("", fault.value, fault.allowed, fault.nearest, problem)])


def _dutch(words: str) -> str:
    return words.nl if isinstance(words, Both) else words


def _refuse_windows(sheet: Sheet, study: Study) -> None:
    """Whether the weeks with extra money, and those after, are there where they are asked for."""
    there = {window.name for window in study.windows}
    for name in study.window_names:
        if name in (planned.DURING, planned.AFTER) and name not in there:
            problem = Both(f"there are no weeks {name} the contract in all of these scenarios",
                           "die weken zijn er niet in al deze scenario's")  # fmt: skip
            allowed = Both("more years, or another window", "meer jaren, of een ander venster")
            sheet.fault(("windows",), name, allowed, planned.FINAL, problem)
