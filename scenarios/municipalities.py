"""The region of a scenario: its municipalities and neighbourhoods, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from model.parameters import ADDRESSES
from model.place_facts import Text
from model.places import Place, UnknownPlace, find
from scenarios import checking
from scenarios.faults import Both, Fault, Refused, near
from scenarios.reading import Source, Trail
from scenarios.scenario import Choice, Municipality, Neighbourhood, Scenario
from scenarios.structure import Chosen, File, Gemeente, Wijk

FEWEST, MOST = 500, 200_000
"""People in one neighbourhood of a region."""
OF_ALL = ("region.", "sharing.", "tempo.")
"""Numbers of the region as a whole: not of one municipality."""

Parts = Callable[[str], Scenario | None]


def gathered(
    key: str, file: File, path: Path, source: Source, faults: list[Fault], parts: Parts
) -> tuple[tuple[Municipality, ...], list[Fault]]:
    """The municipalities of a file, and the faults so far with theirs."""
    reading = _Reading(key, source, list(faults), parts)
    found = [reading.municipality(each, ("region", n)) for n, each in enumerate(file.region)]
    names = [each.name for each in found]
    for number, name in enumerate(names):
        if name in names[:number]:
            where = source.where(("region", number, "name"))
            problem = Both(f"there are two called {name}", f"er zijn er twee die {name} heten")
            once = Both("each municipality once", "elke gemeente één keer")
            reading.faults.append(Fault(where, name, once, None, problem))
    return tuple(found), reading.faults


def merged(
    scenario: Mapping[str, float], municipality: Municipality, wijk: Neighbourhood, does: bool
) -> dict[str, float]:
    """What is in force in one neighbourhood: what is done, the scenario, and what it is like."""
    values: dict[str, float] = {}
    if does:
        for part in municipality.does:
            values |= part.values
    values |= scenario
    for choices in (municipality.choices, wijk.choices):
        values |= {address: choice.value for address, choice in choices.items()}
    return values


class _Reading:
    """Reads a region part by part and remembers every fault."""

    def __init__(self, key: str, source: Source, faults: list[Fault], parts: Parts) -> None:
        self.key, self.source, self.faults, self.parts = key, source, faults, parts

    def municipality(self, each: Gemeente, trail: Trail) -> Municipality:
        does = [self.done(part, (*trail, "builds_on", n)) for n, part in enumerate(each.builds_on)]
        wijken = [
            self.neighbourhood(wijk, (*trail, "neighbourhoods", n))
            for n, wijk in enumerate(each.neighbourhoods)
        ]
        if not wijken:
            problem = Both("there is no neighbourhood in it", "er is geen wijk in")
            allowed = Both("one neighbourhood or more", "een of meer wijken")
            where = self.source.where((*trail, "neighbourhoods"))
            self.faults.append(Fault(where, each.name, allowed, None, problem))
        return Municipality(
            each.name, tuple(part for part in does if part), self.choices(each.set, trail),
            tuple(wijk for wijk in wijken if wijk),
        )  # fmt: skip

    def done(self, part: str, trail: Trail) -> Scenario | None:
        """The scenario that is done in a municipality."""
        try:
            found = self.parts(part)
        except Refused as refused:
            self.faults += refused.faults
            return None
        if found is None or found.region:
            problem = Both(f"there is no {part} for one municipality",
                           f"er is geen {part} voor één gemeente")  # fmt: skip
            allowed = Both("a scenario without a region", "een scenario zonder regio")
            self.faults.append(Fault(self.source.where(trail), part, allowed, None, problem))
            return None
        return found

    def neighbourhood(self, each: Wijk, trail: Trail) -> Neighbourhood | None:
        """The place, the people there and what is different; None where there is no such place."""
        choices = self.choices(each.set, trail)
        place = self.place(each.place, (*trail, "place"))
        if place is None:
            return None
        residents = each.residents or place.population
        if not FEWEST <= residents <= MOST:
            where = self.source.where((*trail, "residents" if each.residents else "place"))
            problem = Both("so many people cannot live there", "zo veel mensen kan niet")
            allowed = Both(f"{FEWEST} to {MOST}", f"{FEWEST} tot en met {MOST}")
            nearest = str(min(max(residents, FEWEST), MOST))
            self.faults.append(Fault(where, str(residents), allowed, nearest, problem))
        return Neighbourhood(place.id, residents, choices)

    def place(self, name: str, trail: Trail) -> Place | None:
        try:
            return find(name)
        except UnknownPlace as unknown:
            message = unknown.message
            problem = Both(message.en.split(".")[0], message.nl.split(".")[0])
            allowed = Both("a place: see samenspel places", "een wijk: zie samenspel places")
            nearest = unknown.nearest[0] if unknown.nearest else None
            self.faults.append(Fault(self.source.where(trail), name, allowed, nearest, problem))
            return None

    def choices(self, given: Mapping[str, Chosen], trail: Trail) -> Mapping[str, Choice]:
        """What is different here, each with its reason."""
        found = {}
        for address, chosen in given.items():
            where = self.source.where((*trail, "set", address))
            fault = checking.value_fault(address, chosen.value, where)
            if fault is None and address.startswith(OF_ALL):
                own = [a for a in ADDRESSES if not a.startswith(OF_ALL)]
                problem = Both(f"{address} holds for the whole region",
                               f"{address} geldt voor de hele regio")  # fmt: skip
                allowed = Both("under set, at the top", "onder set, bovenaan")
                fault = Fault(where, f"{chosen.value:g}", allowed, near(address, own), problem)
            if fault is None and chosen.between is not None:
                fault = checking.range_fault(address, chosen.between, chosen.value, where)
            if fault:
                self.faults.append(fault)
            else:
                because = chosen.because
                said = Text(because.nl.strip(), because.en.strip()) if because else None
                found[address] = Choice(chosen.value, chosen.between, said, self.key, where)
        return MappingProxyType(found)
