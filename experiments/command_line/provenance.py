"""What would be run, without running it: every setting and where it comes from."""

from __future__ import annotations

from typing import Any

from experiments.command_line.output import number
from experiments.command_line.registries import region, words
from experiments.command_line.request import Request, Side
from experiments.version import version
from model.parameters import ADDRESSES
from model.place_facts import Text
from scenarios import library

Data = dict[str, Any]
MONEY = tuple(address for address in ADDRESSES if address.startswith("spending."))
MONEY_USED = tuple(a for a in MONEY if a.startswith(("spending.on_", "spending.begin")))
"""What the extra money is spent on, and from when: nothing where there is none."""
MONEY_OF_A_SIDE = tuple(a for a in MONEY if ADDRESSES[a].role == "lever")
"""How much extra money, on what, and for how long."""
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
        "facts_drawn": {place.id: list(request.facts_drawn(place)) for place in request.places},
        "without": list(request.off),
        "sides": sides,
    }
    if request.region:
        data["region"] = {
            side.label: region(side.scenario.region or request.region) for side in request.sides
        }
    if len(request.sides) == 2:
        rows = _differs(request)
        data["differs"] = [row for row in rows if not row.get("no_effect")]
        data["no_effect"] = [row for row in rows if row.get("no_effect")]
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
    for row in rows:
        idle = {side.label: _idle(request, side, str(row["key"])) for side in request.sides}
        if found := {label: words(why) for label, why in idle.items() if why}:
            row["no_effect"] = found
    return rows


NOBODY_PAID = Text(
    "geen werking: er wordt geen begeleider betaald", "no effect: no facilitator is paid"
)
NO_SECOND = Text(
    "geen werking: er is geen tweede begeleider", "no effect: there is no second facilitator"
)
NO_MONEY = Text("geen werking: er is geen extra geld", "no effect: there is no extra money")


def _idle(request: Request, side: Side, address: str) -> Text | None:
    """Why a setting has no effect on one side, for want of money; None where it may have one."""
    spent = spending(request, side)
    mechanism = address.split(".")[0]
    if address in MONEY_USED:
        return None if sum(spent.values()) > 0 else NO_MONEY
    if mechanism not in ("facilitator", "second_facilitator"):
        return None
    if spent["facilitator"] + spent["second_facilitator"] == 0:
        return NOBODY_PAID
    if address == f"{mechanism}.money" or spent[mechanism] > 0:
        return None  # how the money is divided says who is there
    return NO_SECOND if mechanism == "second_facilitator" else NOBODY_PAID


def _money(request: Request) -> Data:
    """What extra money each side spends, on what, and whether that is the same sum."""
    totals = {side.label: extra_in_all(request, side) for side in request.sides}
    return {
        "euro_per_resident": {label: number(total) for label, total in totals.items()},
        "same": totals["a"] == totals["b"],
        "settings": {
            side.label: {a: _told(effective(request, side)[a][0]) for a in MONEY_OF_A_SIDE}
            for side in request.sides
        },
    }


def extra_in_all(request: Request, side: Side) -> float:
    """Extra euros for each resident over the whole run, in whatever it is spent."""
    return round(sum(spending(request, side).values()), 6)


def spending(request: Request, side: Side) -> dict[str, float]:
    """Extra euros for each resident over the whole run, by what they buy."""
    values = {address: value for address, (value, _) in effective(request, side).items()}
    changes = dict(side.resolved.timeline)
    spent: dict[str, float] = {}
    uses = ("facilitator", "second_facilitator", "team", "support", "initiatives", "region")
    for use in uses:
        spent[use] = 0.0
    for week in range(request.weeks):
        values |= {a: v for a, v in changes.get(week, {}).items() if a not in request.always}
        if values["spending.begin"] <= week < values["spending.end"]:
            weekly = values["spending.extra"] / 52
            for seat in ("facilitator", "second_facilitator"):
                share = values["spending.on_facilitation"] * values[f"{seat}.money"]
                spent[seat] += weekly * share
            spent["team"] += weekly * values["spending.on_team_hours"]
            spent["support"] += weekly * values["spending.on_administration"]
            spent["initiatives"] += weekly * values["spending.on_initiatives"]
        if request.region:
            hour = values["facilitator.tariff"] * values["spending.price_team"]
            people = request.places[0].population
            spent["region"] += values["region.hours"] * hour / people
    return spent


def _told(value: float | None) -> float | str | None:
    if value is None:
        return None
    return "infinite" if value == float("inf") else number(value)
