"""What would be run, without running it: every setting and where it comes from."""

from __future__ import annotations

from typing import Any

from experiments.command_line.output import number
from experiments.command_line.registries import words
from experiments.command_line.request import Request, Side
from experiments.version import version
from model.parameters import ADDRESSES
from scenarios import library

Data = dict[str, Any]
MONEY = tuple(address for address in ADDRESSES if address.startswith("spending."))
DEFAULT = "default"


def dry_run(request: Request) -> Data:
    """The effective settings of each side with their origin, and what differs between two."""
    sides = {side.label: _side(request, side) for side in request.sides}
    data: Data = {
        "version": version(),
        "dry_run": True,
        "places": [place.id for place in request.places],
        "residents": request.residents,
        "replicates": request.replicates,
        "seed": request.seed,
        "weeks": request.weeks,
        "uncertainty": request.uncertainty,
        "without": list(request.off),
        "sides": sides,
    }
    if len(request.sides) == 2:
        data["differs"] = _differs(request)
        data["money"] = _money(request)
    return data


def effective(request: Request, side: Side) -> dict[str, tuple[float, str]]:
    """Every address with its value from week 0 and where that comes from."""
    found = {}
    for address, declaration in ADDRESSES.items():
        value, origin = declaration.default, DEFAULT
        if address in side.resolved.values:
            value = side.resolved.values[address]
            choice = side.scenario.choices.get(address)
            origin = f"scenario {choice.scenario if choice else side.scenario.key}"
        if address in side.overrides:
            origin = side.origins[address]
        if address in request.always:
            value, origin = request.always[address], "--without"
        found[address] = (value, origin)
    return found


def _side(request: Request, side: Side) -> Data:
    scenario = side.scenario
    return {
        "scenario": scenario.key,
        "title": words(scenario.title),
        "settings": [
            {
                "key": address,
                "value": _told(value),
                "default": _told(ADDRESSES[address].default),
                "from": origin,
                "because": _because(side, address, origin),
            }
            for address, (value, origin) in effective(request, side).items()
        ],
        "timeline": [
            {
                "week": event.week,
                "kind": event.kind,
                "because": {"nl": event.nl, "en": event.en},
                "set": {
                    address: _told(value)
                    for address, value in event.sets.items()
                    if address not in side.overrides and address not in request.always
                },
            }
            for event in library.events(scenario, side.overrides)
        ],
    }


def _because(side: Side, address: str, origin: str) -> Data | None:
    choice = side.scenario.choices.get(address)
    if not origin.startswith("scenario") or not choice or not choice.because:
        return None
    return words(choice.because)


def _differs(request: Request) -> list[Data]:
    """The addresses at which A and B differ, at the start or in their timelines."""
    first, second = (effective(request, side) for side in request.sides)
    rows = [
        {"key": address, "week": 0, "a": _told(first[address][0]), "b": _told(second[address][0])}
        for address in ADDRESSES
        if first[address][0] != second[address][0]
    ]
    later = [
        {(week, address): value for week, sets in side.resolved.timeline
         for address, value in sets.items() if address not in request.always}
        for side in request.sides
    ]  # fmt: skip
    for week, address in sorted(later[0].keys() | later[1].keys()):
        a, b = (each.get((week, address)) for each in later)
        if a != b:
            rows.append({"key": address, "week": week, "a": _told(a), "b": _told(b)})
    return rows


def _money(request: Request) -> Data:
    """What extra money each side spends, on what, and whether that is the same sum."""
    totals = {side.label: extra_in_all(request, side) for side in request.sides}
    return {
        "euro_per_resident": {label: number(total) for label, total in totals.items()},
        "same": totals["a"] == totals["b"],
        "settings": {
            side.label: {a: _told(effective(request, side)[a][0]) for a in MONEY[:6]}
            for side in request.sides
        },
    }


def extra_in_all(request: Request, side: Side) -> float:
    """Extra euros for each resident over the whole run, in whatever it is spent."""
    values = {address: value for address, (value, _) in effective(request, side).items()}
    changes = dict(side.resolved.timeline)
    total = 0.0
    for week in range(request.weeks):
        values |= {a: v for a, v in changes.get(week, {}).items() if a not in request.always}
        if values["spending.begin"] <= week < values["spending.end"]:
            seats = values["facilitator.money"] + values["second_facilitator.money"]
            shares = values["spending.on_facilitation"] * seats
            shares += values["spending.on_team_hours"] + values["spending.on_administration"]
            total += values["spending.extra"] * shares / 52
    return round(total, 6)


def _told(value: float | None) -> float | str | None:
    if value is None:
        return None
    return "infinite" if value == float("inf") else number(value)
