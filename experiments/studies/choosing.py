"""Which scenarios a study runs: by key, by the beginning of a key, from a file, and in pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import combinations
from types import MappingProxyType

from experiments import questions
from experiments.questions import Opposite
from experiments.studies.sheet import Sheet
from model.place_facts import Text
from scenarios import library
from scenarios.faults import Both, Refused, near
from scenarios.gathering import stories
from scenarios.scenario import Choice, Municipality, Scenario
from scenarios.source import Trail

AND = " + "
"""Stands between the keys of two scenarios that are in force together."""
ANY = "*"


def read_scenarios(sheet: Sheet) -> tuple[Scenario, ...]:
    """The scenarios of a study, in order, with every two of them together where that is asked.

    A fault in a file of one's own keeps its own place.
    """
    if sheet.data.get("scenarios") is None:
        problem = Both("no scenario is named", "er staat geen scenario")
        allowed = Both(
            "one or more: see samenspel scenarios", "een of meer: zie samenspel scenarios"
        )
        known = () if "scenarios" in sheet.data else sheet.data
        sheet.fault(("scenarios",), "", allowed, near("scenarios", known), problem)
        return ()
    found: dict[str, Scenario] = {}
    for trail, word in sheet.names(("scenarios",), sheet.data["scenarios"]):
        for scenario in _named(sheet, trail, word):
            found.setdefault(scenario.key, scenario)
    return tuple(found.values()) + _pairs(sheet, tuple(found.values()))


def _named(sheet: Sheet, trail: Trail, word: str) -> list[Scenario]:
    """The scenario of this name, or all whose key fits a pattern such as tip_*."""
    matching = [key for key in stories() if fnmatchcase(key, word)] if ANY in word else []
    try:
        return [library.load(key) for key in matching or [word]]
    except Refused as refused:
        own = [each for each in refused.faults if each.where == "scenario"]
        sheet.adopt(trail, own)
        sheet.source.faults += [each for each in refused.faults if each not in own]
        return []


def _pairs(sheet: Sheet, scenarios: tuple[Scenario, ...]) -> tuple[Scenario, ...]:
    """Every two of the scenarios together, those left out that change nothing by themselves."""
    asked = sheet.data.get("pairs")
    if asked in (None, False):
        return ()
    trail: Trail = ("pairs",)
    if asked is not True:
        problem = Both("this is neither yes nor no", "dit is ja noch nee")
        sheet.fault(trail, asked, Both("yes or no", "yes of no"), "yes", problem)
        return ()
    changing = [each for each in scenarios if not each.region and _package(sheet, each)]
    if len(changing) < 2:
        problem = Both("there are no two to lay together", "er zijn er geen twee om samen te nemen")
        allowed = Both("two scenarios or more, each of one neighbourhood",
                       "twee scenario's of meer, elk van één wijk")  # fmt: skip
        sheet.fault(trail, "", allowed, None, problem)
    found = (_together(sheet, first, second) for first, second in combinations(changing, 2))
    return tuple(each for each in found if each)


def _package(sheet: Sheet, scenario: Scenario) -> Mapping[str, float]:
    try:
        return questions.package(scenario.key)
    except (ValueError, Refused):
        problem = Both(f"{scenario.key} changes numbers later on, or is a file of your own",
                       f"{scenario.key} verandert later getallen, of is van jezelf")  # fmt: skip
        allowed = Both("scenarios that ship and set all at the start",
                       "meegeleverde scenario's die alles bij het begin zetten")  # fmt: skip
        sheet.fault(("pairs",), scenario.key, allowed, None, problem)
        return {}


def _together(sheet: Sheet, first: Scenario, second: Scenario) -> Scenario | None:
    """Both scenarios in force; of two values at one address the larger change counts."""
    key = f"{first.key}{AND}{second.key}"
    packages = {each.key: questions.package(each.key) for each in (first, second)}
    try:
        values = questions.together(packages)
    except Opposite as opposite:
        problem = Both(f"{opposite.address} would have to go up and down",
                       f"{opposite.address} zou omhoog en omlaag moeten")  # fmt: skip
        allowed = Both("scenarios that go together", "scenario's die samengaan")
        sheet.fault(("pairs",), key, allowed, None, problem)
        return None
    title = Text(
        f"{first.title.nl}{AND}{second.title.nl}", f"{first.title.en}{AND}{second.title.en}"
    )
    choices = {
        address: Choice(value, None, None, key, first.file) for address, value in values.items()
    }
    return replace(
        first, key=key, title=title, choices=MappingProxyType(choices),
        events=tuple(e for e in (*first.events, *second.events) if not e.sets),
    )  # fmt: skip


def shared_region(sheet: Sheet, scenarios: tuple[Scenario, ...]) -> tuple[Municipality, ...]:
    """The places of scenarios that name their own; all scenarios have to have the same ones."""
    there = [each for each in scenarios if each.region]
    if not there:
        return ()
    first = there[0]
    if sheet.data.get("places") is not None:
        problem = Both(f"{first.key} names its own places", f"{first.key} heeft eigen plekken")
        allowed = Both("no places with this scenario", "geen places bij dit scenario")
        sheet.fault(("places",), "", allowed, None, problem)
    for other in there[1:]:
        if _lies(other.region) != _lies(first.region):
            problem = Both(f"{other.key} has other places", f"{other.key} heeft andere plekken")
            allowed = Both(f"scenarios in the places of {first.key}",
                           f"scenario's in de plekken van {first.key}")  # fmt: skip
            sheet.fault(("scenarios",), other.key, allowed, None, problem)
    return first.region


def _lies(region: tuple[Municipality, ...]) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(m.name, [(w.place, w.residents) for w in m.neighbourhoods]) for m in region]
