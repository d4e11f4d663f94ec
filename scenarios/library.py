"""The scenarios: read, checked, listed, and resolved to what a run needs.

A scenario is a difference from how it is now, told as data. Parts are scenarios too; a scenario
builds on parts, and two parts that set the same address are refused. A scenario may set again what
a part beneath it has set.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scenarios import checking, municipalities
from scenarios.faults import Both, Fault, Refused, in_language, near, offered
from scenarios.gathering import FOLDER, assembled, shipped_files, stories
from scenarios.scenario import Choice, Event, Municipality, Scenario, week_of

__all__ = [
    "Choice",
    "Event",
    "Fault",
    "Refused",
    "Resolved",
    "Scenario",
    "all_scenarios",
    "events",
    "load",
    "resolve",
    "resolve_region",
    "shipped_files",
]


class Resolved(NamedTuple):
    """What is in force from week 0, and what changes in which later week."""

    values: dict[str, float]
    timeline: tuple[tuple[int, dict[str, float]], ...]


def load(key_or_path: str | Path) -> Scenario:
    """The scenario with this key, or in this file; Refused with every fault when it cannot be."""
    text = str(key_or_path)
    files = shipped_files()
    if text in files:
        return _shipped(text)
    path = Path(text)
    if path.suffix in (".yaml", ".yml") or len(path.parts) > 1:
        if os.path.isfile(path):  # False too for a name that no file can have
            return assembled(path.stem, path, text)
        allowed = Both(
            "a file that exists, or a key: see samenspel scenarios",
            "een bestand dat er is, of een sleutel: zie samenspel scenarios",
        )
        problem = Both("no such file", "dat bestand is er niet")
        if os.path.isdir(path):
            problem = Both("this is a folder", "dit is een map")
        raise Refused([Fault("scenario", text, allowed, near(path.stem, files), problem)])
    known = offered(text, stories(), Both("samenspel scenarios", "samenspel scenarios"))
    allowed = Both(
        f"a key, {known}; or the path of a .yaml file",
        f"een sleutel, {in_language(known, 'nl')}; of een .yaml-bestand",
    )
    problem = Both("no such scenario", "dat scenario is er niet")
    raise Refused([Fault("scenario", text, allowed, near(text, files), problem)])


def all_scenarios() -> tuple[Scenario, ...]:
    """Every scenario that ships, parts left out, in the order in which they are listed."""
    return tuple(load(key) for key in stories())


@cache
def _shipped(key: str) -> Scenario:
    path = shipped_files()[key]
    return assembled(key, path, f"scenarios/{path.relative_to(FOLDER).as_posix()}")


def resolve(scenario: Scenario, overrides: Mapping[str, float] | None = None) -> Resolved:
    """What a run needs, with these values instead of the scenario's own; unpacks in two.

    An override wins over the whole timeline too; where it moves a week that an event hangs on,
    the event moves along. Raises Refused when the values do not go together.
    """
    overrides = dict(overrides or {})
    faults = [checking.value_fault(a, v, f"--set {a}") for a, v in overrides.items()]
    if any(faults):
        raise Refused(fault for fault in faults if fault)
    values = scenario.values | overrides
    changes: dict[int, dict[str, float]] = {}
    for event in events(scenario, overrides):
        sets = {a: v for a, v in event.sets.items() if a not in overrides}
        if sets and event.week == 0:
            values |= sets
        elif sets:
            changes.setdefault(event.week, {}).update(sets)
    resolved = Resolved(values, tuple(sorted(changes.items())))
    if overrides:
        _refuse_together(scenario, overrides, resolved)
    return resolved


def resolve_region(
    scenario: Scenario,
    overrides: Mapping[str, float] | None = None,
    region: tuple[Municipality, ...] = (),
) -> tuple[tuple[Resolved, ...], ...]:
    """What each neighbourhood of each municipality needs; an override wins everywhere.

    ``region`` are the places of another scenario: what is done there is left out, what those
    places are like is not. Raises Refused when the values of a neighbourhood do not go together.
    """
    overrides = dict(overrides or {})
    values, timeline = resolve(scenario, overrides)
    found, faults = [], []
    for municipality in region or scenario.region:
        changes = [*timeline]
        if not region:
            for part in municipality.does:
                changes += resolve(part, overrides).timeline
        later = tuple(sorted(changes, key=lambda change: change[0]))
        own = [
            municipalities.merged(values, municipality, wijk, not region) | overrides
            for wijk in municipality.neighbourhoods
        ]
        found.append(tuple(Resolved(each, later) for each in own))
        for each in own:
            where = f"{scenario.file}: {municipality.name}"
            faults += checking.together_faults(each, lambda a, w=where: f"{w}: {a}")
    if faults:
        raise Refused(faults)
    return tuple(found)


def _refuse_together(
    scenario: Scenario, overrides: Mapping[str, float], resolved: Resolved
) -> None:
    """Raise Refused where overrides and what the scenario sets do not go together, in any week."""

    def where(address: str) -> str:
        if address in overrides or address not in scenario.choices:
            return f"--set {address}"
        return scenario.choices[address].where

    now = resolved.values
    faults = checking.together_faults(now, where)
    for _, sets in resolved.timeline:
        now = now | sets
        faults += checking.together_faults(now, where)
    if faults:
        raise Refused(faults)


def events(scenario: Scenario, overrides: Mapping[str, float] | None = None) -> tuple[Event, ...]:
    """What happens when, in order of weeks, with addresses turned into the weeks they hold."""
    values = scenario.values | dict(overrides or {})
    moved = [replace(each, week=week_of(each.moment, values)) for each in scenario.events]
    return tuple(sorted(moved, key=lambda event: event.week))
