"""From the file of a scenario and the files of its parts to one whole; faults of all at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from model.parameters import ADDRESSES
from model.place_facts import Text
from scenarios import checking, municipalities
from scenarios.faults import Both, Fault, Refused, near
from scenarios.reading import Source, Trail, read
from scenarios.scenario import Choice, Event, Municipality, Scenario, week_of
from scenarios.structure import Chosen, File, Said

FOLDER = Path(__file__).parent

ORDER = (
    "as_it_is_now",
    *("facilitator_policy", "facilitator_neighbourhood", "facilitator_external"),
    *("facilitator_split", "more_team_hours", "less_administration"),
    *("neighbourhood_budget", "more_mandate", "time_for_collaboration"),
    *("team_of_a_foundation", "team_of_providers", "team_absent"),
    *("wijzer_in_de_wijk", "wijzer_policy", "wijzer_neighbourhood", "wijzer_external"),
    *("wijzer_split", "wijzer_external_same_hours"),
    *("eemland_together", "eemland_apart", "eemland_at_city_pace"),
    *("table_that_grows", "learning_network"),
    *("habits_traditional", "habits_entrepreneurial", "habits_mixed"),
    *("habits_traditional_backed", "habits_entrepreneurial_backed", "habits_mixed_backed"),
    *("habits_traditional_routine", "habits_entrepreneurial_routine", "habits_mixed_routine"),
    *("habits_traditional_routine_backed", "habits_entrepreneurial_routine_backed"),
    "habits_mixed_routine_backed",
    *("tips_none", "tip_sooner_outside", "tip_connect_more", "tip_ask_what_to_learn"),
    *("tip_tell_residents", "tip_more_patience", "tip_small_steps", "tip_celebrate"),
    "tip_learn_by_doing",
    *("residents_initiatives", "responsibility_shift", "responsibility_after_energy"),
    *("renkum_open_network", "renkum_team_at_once", "renkum_fixed_team", "renkum_counter"),
    "renkum_lead_by_need",
    *("renkum_shift", "renkum_shift_energetic", "renkum_shift_weary"),
    *("renkum_fixed_team_energetic", "renkum_fixed_team_weary"),
    *("renkum_counter_energetic", "renkum_counter_weary"),
    *("question_01_room_in_the_diary", "question_02_meeting_others"),
    *("question_03_one_line_in_vision", "question_04_sure_of_the_other"),
    *("question_05_financial_partitions", "question_06_task_and_responsibility"),
    *("question_07_interests_and_competition", "question_08_independent_position"),
    *("question_09_own_organisation", "question_10_mandate_and_room_to_try"),
    "need_rises",
)
"""How scenarios are listed; others follow by name."""


def stories() -> tuple[str, ...]:
    """The keys of all scenarios that ship, parts left out."""
    there = sorted(path.stem for path in FOLDER.glob("*.yaml"))
    known = [key for key in ORDER if key in there]
    return (*known, *(key for key in there if key not in ORDER))


def shipped_files() -> dict[str, Path]:
    """Key → file, of scenarios and of the parts they build on."""
    parts = sorted((FOLDER / "parts").glob("*.yaml"))
    return {key: FOLDER / f"{key}.yaml" for key in stories()} | {p.stem: p for p in parts}


@dataclass
class _Gathered:
    """What has been read on the way: choices and events of the parts, files seen, faults."""

    choices: dict[str, Choice]
    events: list[Event]
    seen: dict[Path, str]
    faults: list[Fault]
    region: tuple[Municipality, ...] = field(default=())
    region_at: str = ""


def assembled(key: str, path: Path, name: str) -> Scenario:
    """The scenario in a file, with its parts; Refused with the faults of all of them."""
    gathered = _Gathered({}, [], {}, [])
    file = _gather(key, path, name, (), gathered)
    if file is not None:
        values = {address: choice.value for address, choice in gathered.choices.items()}
        # what builds on a part may move the week that an event of the part holds on to
        gathered.events = [replace(e, week=week_of(e.moment, values)) for e in gathered.events]
        gathered.faults += _faults_in_time(gathered, values)
    if gathered.faults or file is None:
        raise Refused(gathered.faults)
    events = sorted(gathered.events, key=lambda event: event.week)
    return Scenario(
        key=key, title=_text(file.title), story=_text(file.story),
        choices=MappingProxyType(gathered.choices), events=tuple(events),
        things_to_notice=tuple(map(_text, file.things_to_notice)),
        things_to_try=tuple(map(_text, file.things_to_try)),
        seeds=tuple(file.seeds), sources=tuple(file.sources),
        builds_on=tuple(file.builds_on), file=name, region=gathered.region,
    )  # fmt: skip


def _faults_in_time(gathered: _Gathered, values: dict[str, float]) -> list[Fault]:
    """What does not go together at the start, or after any change in the timeline."""

    def where(address: str) -> str:
        choice = gathered.choices.get(address)
        return choice.where if choice else next(iter(gathered.seen.values()), "")

    faults = checking.together_faults(values, where)
    for week in sorted({event.week for event in gathered.events}):
        changes = [e.sets for e in gathered.events if e.week == week and e.sets]
        for sets in changes:
            values = values | dict(sets)
        if changes:
            faults += checking.together_faults(values, lambda a, w=week: f"{where(a)}: week {w}")
    return faults


def _gather(
    key: str, path: Path, name: str, above: tuple[Path, ...], gathered: _Gathered
) -> File | None:
    """Read one file and all it builds on; what they set is gathered, the file comes back."""
    path = path.resolve()
    gathered.seen[path] = name
    elsewhere = frozenset(gathered.choices)
    try:
        file, source = read(path, name)
    except Refused as refused:
        gathered.faults += refused.faults
        return None
    gathered.faults += source.faults
    _gather_parts(file, path, source, (*above, path), gathered)
    _take_own(key, file, source, elsewhere, gathered)
    if file.region:
        _take_region(key, file, path, source, gathered)
    return file


def _gather_parts(
    file: File, path: Path, source: Source, above: tuple[Path, ...], gathered: _Gathered
) -> None:
    for number, part in enumerate(file.builds_on):
        where = source.where(("builds_on", number))
        found = _part_file(part, path)
        if found is None:
            files = shipped_files()
            allowed = Both("a scenario or part that exists", "een scenario of deel dat er is")
            problem = Both(f"there is no {part}", f"er is geen {part}")
            gathered.faults.append(Fault(where, part, allowed, near(part, files), problem))
        elif found.resolve() in above:
            circle = " → ".join([*(p.stem for p in above), part])
            allowed = Both(
                "parts that do not build on this one", "delen die niet op dit deel voortbouwen"
            )
            problem = Both(
                f"this goes round in a circle: {circle}", f"dit gaat in een kring rond: {circle}"
            )
            gathered.faults.append(Fault(where, part, allowed, None, problem))
        elif found.resolve() not in gathered.seen:
            _gather(found.stem, found, _name_of(found), above, gathered)


def _part_file(part: str, path: Path) -> Path | None:
    """The file a part stands in: beside the file that names it, or among those that ship."""
    beside = path.parent / (part if part.endswith((".yaml", ".yml")) else f"{part}.yaml")
    found = shipped_files().get(part, beside)
    return found if found.is_file() else None


def _name_of(path: Path) -> str:
    try:
        return f"scenarios/{path.resolve().relative_to(FOLDER).as_posix()}"
    except ValueError:
        return path.name


def _take_own(
    key: str, file: File, source: Source, elsewhere: frozenset[str], gathered: _Gathered
) -> None:
    """What the file itself sets; what was set ``elsewhere``, not beneath it, is a fault."""
    for address, chosen in file.set.items():
        trail: Trail = ("set", address)
        fault = _choice_fault(address, chosen, source, trail)
        if fault:
            gathered.faults.append(fault)
        earlier = gathered.choices.get(address)
        if earlier and address in elsewhere:
            problem = Both(
                f"two parts set {address}; the other stands at {earlier.where}",
                f"twee delen zetten {address}; het andere staat op {earlier.where}",
            )
            one = Both("one part", "één deel")
            where = source.where(trail)
            gathered.faults.append(Fault(where, f"{chosen.value:g}", one, None, problem))
        if address in ADDRESSES:
            because = _text(chosen.because) if chosen.because else None
            gathered.choices[address] = Choice(
                chosen.value, chosen.between, because, key, source.where(trail)
            )
    _take_events(file, source, gathered)


def _choice_fault(address: str, chosen: Chosen, source: Source, trail: Trail) -> Fault | None:
    fault = checking.value_fault(address, chosen.value, source.where(trail))
    if fault or chosen.between is None:
        return fault
    where = source.where((*trail, "between"))
    return checking.range_fault(address, chosen.between, chosen.value, where)


def _take_region(key: str, file: File, path: Path, source: Source, gathered: _Gathered) -> None:
    """The municipalities of a file; two parts that each have some are a fault."""
    where = source.where(("region",))
    if gathered.region and not gathered.region_at.startswith(f"{source.name}:"):
        problem = Both(
            f"there is a region already, at {gathered.region_at}",
            f"er is al een regio, op {gathered.region_at}",
        )
        one = Both("one region", "één regio")
        gathered.faults.append(Fault(where, key, one, None, problem))
    found, gathered.faults = municipalities.gathered(
        key, file, path, source, gathered.faults, lambda part: _part_of(part, path)
    )
    gathered.region, gathered.region_at = found, where


def _part_of(part: str, path: Path) -> Scenario | None:
    """A scenario that is done in one municipality; None where there is none of this name."""
    found = _part_file(part, path)
    return None if found is None else assembled(found.stem, found, _name_of(found))


def _take_events(file: File, source: Source, gathered: _Gathered) -> None:
    """The moments of a file's timeline, their weeks resolved by what has been set so far."""
    values = {address: choice.value for address, choice in gathered.choices.items()}
    for number, moment in enumerate(file.timeline):
        trail: Trail = ("timeline", number)
        fault = checking.week_fault(moment.week, source.where((*trail, "week")))
        if fault:
            gathered.faults.append(fault)
            continue
        for address, chosen in moment.set.items():
            found = _choice_fault(address, chosen, source, (*trail, "set", address))
            if not found:
                where = source.where((*trail, "set", address))
                found = checking.later_fault(address, chosen.value, where)
            gathered.faults += [found] if found else []
        sets = MappingProxyType({a: c.value for a, c in moment.set.items() if a in ADDRESSES})
        because = moment.because
        week = week_of(moment.week, values)
        gathered.events.append(Event(week, moment.week, moment.kind, because.nl, because.en, sets))


def _text(said: Said) -> Text:
    return Text(said.nl.strip(), said.en.strip())
