"""What is asked for on the command line: read, checked, and every fault told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from experiments import batch, regional, resuming, simulation, uncertainty
from experiments.batch import Window
from experiments.command_line import afterwards, drawn_from, regions
from experiments.command_line.reader import PREDEFINED, Reader
from experiments.command_line.regions import Municipalities
from experiments.regional import MUNICIPALITY, RegionPlan
from experiments.simulation import Plan
from model.beginning import HISTORIES
from model.parameters import ADDRESSES, without
from model.places import Place
from scenarios import library
from scenarios.faults import Refused
from scenarios.library import Resolved
from scenarios.scenario import Scenario

YEAR = 52
NOTHING = "none"
BY = ("disadvantage", "household", "payer")
USUAL_REPLICATES = "20"
FEWEST_RESIDENTS, MOST_RESIDENTS = 100, 500_000


@dataclass(frozen=True)
class Options:
    """The words typed after the options, before anything is made of them."""

    place: Sequence[str] = ()
    residents: str | None = None
    set: Sequence[str] = ()
    set_a: Sequence[str] = ()
    set_b: Sequence[str] = ()
    replicates: str | None = USUAL_REPLICATES
    """None where nothing was typed: as many as the state that is gone on with."""
    seed: str = "1"
    years: str = "4"
    window: Sequence[str] = ()
    by: str | None = None
    uncertainty: str = "none"
    without: Sequence[str] = ()
    threads: str | None = None
    values: bool = False
    check: bool = False
    timing: bool = False
    out: str | None = None
    save: str | None = None
    resume: str | None = None
    after_effect: bool = False


@dataclass(frozen=True)
class Side:
    """One scenario with what was set on top of it, by address, and the option that set it."""

    label: str
    scenario: Scenario
    overrides: Mapping[str, float]
    origins: Mapping[str, str]
    resolved: Resolved
    in_region: tuple[tuple[Resolved, ...], ...] = ()

    def at(self, address: str) -> float:
        """The value in force from week 0."""
        return self.resolved.values.get(address, ADDRESSES[address].default)


@dataclass(frozen=True)
class Request:
    """Everything that decides the answer."""

    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    residents: int | None
    replicates: int
    seed: int
    weeks: int
    windows: Mapping[str, Window | None]
    by: str | None
    uncertainty: str
    off: tuple[str, ...]
    threads: int | None
    values: bool
    check: bool
    timing: bool
    out: str | None
    save: str | None = None
    resume: str | None = None
    region: Municipalities = ()
    after_effect: bool = False

    @property
    def years(self) -> tuple[Window, ...]:
        """The full years of the run."""
        return batch.yearly(self.weeks)

    @property
    def always(self) -> dict[str, float]:
        """What holds in both sides, before week 0 too: mechanisms that were switched off."""
        return without(self.off)

    def facts_drawn(self, place: Place) -> tuple[str, ...]:
        """The facts of a place that are drawn, the same in both sides; none unless asked for."""
        if self.region or self.uncertainty == "none":
            return ()
        return uncertainty.facts(place)

    @property
    def draws(self) -> int:
        """How many draws of what is not known."""
        return 0 if self.uncertainty == "none" else self.replicates

    def asked(self) -> dict[str, str]:
        """The whole request in words, by what it is about: what a file and a table say of it."""
        first = self.sides[0]
        told = {"scenario": " against ".join(side.scenario.key for side in self.sides)}
        for side in self.sides:
            name = f"set_{side.label}" if len(self.sides) > 1 else "set"
            told[name] = _listed(f"{a}={v:.12g}" for a, v in sorted(side.overrides.items()))
        residents = {place.id: self.plan(first, place).residents for place in self.places}
        windows = {name: window for name, window in self.windows.items() if window}
        return told | {
            "without": _listed(self.off),
            "place": _listed(residents),
            "residents": _listed(str(number) for number in residents.values()),
            "weeks": str(self.weeks),
            "windows": _listed(f"{name}={w.begin}:{w.end}" for name, w in windows.items()),
            "by": self.by or NOTHING,
            "uncertainty": self.uncertainty,
            "draws": str(self.draws),
            "seed": str(self.seed),
            "replicates": str(self.replicates),
            "histories": str(HISTORIES),
        }

    def plan_of_one(self, side: Side, place: Place) -> Plan:
        """The plan of one side in one neighbourhood; Refused for a region."""
        plan = self.plan(side, place)
        if isinstance(plan, RegionPlan):
            raise Refused([regions.only_one("scenario", side.scenario.key)])
        return plan

    def plan(self, side: Side, place: Place) -> simulation.Plan | RegionPlan:
        """What is to be run for one side in one place, or in the region."""
        if self.region:
            return regional.plan_of(
                self.region, side.in_region, side.resolved,
                residents=self.residents, weeks=self.weeks, seed=self.seed, always=self.always,
            )  # fmt: skip
        return simulation.plan(
            place.id,
            side.resolved.values,
            residents=self.residents,
            weeks=self.weeks,
            seed=self.seed,
            timeline=side.resolved.timeline,
            always=self.always,
        )


def _listed(items: Iterable[str]) -> str:
    return ", ".join(items) or NOTHING


def read(names: Sequence[str], options: Options) -> Request:
    """The request that these scenarios and options make; Refused with every fault."""
    reader, options = Reader(), _as_saved(options)
    weeks = YEAR * reader.whole("--years", options.years, 1, 10)
    sides = _sides(names, options, reader)
    after = _afterwards(sides, options, reader)
    weeks = afterwards.weeks_needed(after, weeks)
    region = regions.shared_region([side.scenario for side in sides], options.place, reader)
    sides = tuple(_in_region(side, region, reader) for side in sides)
    places = (regions.place_of(region),) if region else reader.places(options.place)
    replicates = reader.whole("--replicates", options.replicates or "", 1, 10_000)
    seed = reader.whole("--seed", options.seed, 0, 2**31 - 1)
    residents = threads = None
    if options.residents is not None:
        residents = reader.whole("--residents", options.residents, FEWEST_RESIDENTS, MOST_RESIDENTS)
    if options.threads is not None:
        threads = reader.whole("--threads", options.threads, 1, 256)
    kinds = (*BY, MUNICIPALITY) if region else BY
    by = reader.one_of("--by", options.by, kinds) if options.by is not None else None
    draw = drawn_from.read(options.uncertainty, reader)
    off = reader.mechanisms(options.without)
    own_windows = reader.windows(options.window, weeks)
    reader.file_to_write(options.out, "--out", ".csv", ".parquet")
    reader.state_files(options.save, options.resume, len(places), replicates)
    if reader.faults:
        raise Refused(reader.faults)
    return Request(
        sides=sides, places=places, residents=residents, replicates=replicates, seed=seed,
        weeks=weeks, windows=_windows(weeks, sides) | own_windows | after, by=by,
        uncertainty=draw, off=off, threads=threads, values=options.values,
        check=options.check, timing=options.timing, out=options.out, save=options.save,
        resume=options.resume, region=region, after_effect=bool(after),
    )  # fmt: skip


def _as_saved(options: Options) -> Options:
    """The options, with residents and runs of the state that is gone on with if none were typed."""
    saved = resuming.size(Path(options.resume)) if options.resume else None
    residents = str(saved.residents) if saved else None
    replicates = str(saved.replicates) if saved else USUAL_REPLICATES
    return replace(
        options,
        residents=options.residents or residents,
        replicates=options.replicates or replicates,
    )


def _afterwards(
    sides: Sequence[Side], options: Options, reader: Reader
) -> dict[str, Window | None]:
    """The last year with the money and the year after, where they are asked for."""
    if not options.after_effect or len(sides) < 2:
        return {}
    found = afterwards.windows([side.resolved.values for side in sides])
    reader.faults.extend(afterwards.faults(found))
    return found


def _in_region(side: Side, region: Municipalities, reader: Reader) -> Side:
    """The side with what each neighbourhood of the region needs."""
    if not region:
        return side
    found = reader.try_to(lambda: regions.resolved(side.scenario, side.overrides, region))
    return replace(side, in_region=found or ())


def _sides(names: Sequence[str], options: Options, reader: Reader) -> tuple[Side, ...]:
    """The scenarios with what was set on top: --set for all, --set-a and --set-b for one."""
    both = reader.settings("--set", options.set)
    own = (
        reader.settings("--set-a", options.set_a),
        reader.settings("--set-b", options.set_b),
    )
    sides = []
    for label, name, extra in zip("ab", names, own, strict=False):
        scenario = reader.try_to(lambda name=name: library.load(name))
        if scenario is None:
            continue
        overrides = both | extra
        origins = dict.fromkeys(both, "--set") | dict.fromkeys(extra, f"--set-{label}")
        resolved = reader.try_to(
            lambda scenario=scenario, overrides=overrides: library.resolve(scenario, overrides)
        )
        if resolved is not None:
            sides.append(Side(label, scenario, overrides, origins, resolved))
    return tuple(sides)


def _windows(weeks: int, sides: Sequence[Side]) -> dict[str, Window | None]:
    """The predefined windows: the last year, during and after the contract; None where empty."""
    there = {window.name: window for window in _contract(weeks, sides)}
    there["final"] = batch.final(weeks)
    return {name: there.get(name) for name in PREDEFINED}


def _contract(weeks: int, sides: Sequence[Side]) -> tuple[Window, ...]:
    return batch.contract(weeks, *(side.resolved.values for side in sides))
