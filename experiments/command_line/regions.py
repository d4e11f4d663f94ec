"""A scenario with several places on the command line: the region as one place, and its plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from experiments.command_line.reader import Reader
from model.place_facts import Text
from model.places import Place, find
from scenarios import library
from scenarios.faults import Both, Fault
from scenarios.library import Resolved
from scenarios.scenario import Municipality, Scenario

Municipalities = tuple[Municipality, ...]


@dataclass(frozen=True, kw_only=True)
class RegionPlace(Place):
    """All places of a region, told as if they were one."""

    said: Text

    @property
    def coverage(self) -> Text:
        """How many municipalities and neighbourhoods there are."""
        return self.said

    @property
    def label(self) -> Text:
        """The names of the municipalities."""
        return Text(self.name, self.name)


def place_of(municipalities: Municipalities) -> RegionPlace:
    """The region as a place: its people, and where its figures come from."""
    wijken = [wijk for each in municipalities for wijk in each.neighbourhoods]
    found = [find(wijk.place) for wijk in wijken]
    count, of = len(municipalities), len(wijken)
    return RegionPlace(
        id="region", code="", name=", ".join(each.name for each in municipalities),
        name_status="official", municipality="", level="region",
        year=", ".join(sorted({place.year for place in found if place.year})),
        population=sum(wijk.residents for wijk in wijken),
        facts=MappingProxyType({}), recorded_use=MappingProxyType({}),
        source=_all([place.source for place in found]),
        licence=_all([place.licence for place in found]),
        caveat=_all([place.caveat for place in found]),
        said=Text(f"{count} gemeenten, {of} wijken",
                  f"{count} municipalities, {of} neighbourhoods"),
    )  # fmt: skip


def _all(texts: Sequence[Text]) -> Text:
    return Text(
        " ".join(dict.fromkeys(text.nl for text in texts)),
        " ".join(dict.fromkeys(text.en for text in texts)),
    )


def shared_region(
    scenarios: Sequence[Scenario], places: Sequence[str], reader: Reader
) -> Municipalities:
    """The region in which all sides run, or none; faults where they do not go together."""
    there = [scenario for scenario in scenarios if scenario.region]
    if not there:
        return ()
    first = there[0].region
    if places:
        problem = Both(f"{there[0].key} names its own places", f"{there[0].key} heeft eigen wijken")
        allowed = Both("no --place with this scenario", "geen --place bij dit scenario")
        reader.faults.append(Fault("--place", places[0], allowed, None, problem))
    for other in there[1:]:
        if _lies(other.region) != _lies(first):
            problem = Both(
                "the two scenarios have other places", "de scenario's hebben elk eigen wijken"
            )
            allowed = Both(f"a scenario in the places of {there[0].key}",
                           f"een scenario in de wijken van {there[0].key}")  # fmt: skip
            reader.faults.append(Fault("compare", other.key, allowed, None, problem))
    return first


def _lies(region: Municipalities) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(m.name, [(w.place, w.residents) for w in m.neighbourhoods]) for m in region]


def resolved(
    scenario: Scenario, overrides: Mapping[str, float], region: Municipalities
) -> tuple[tuple[Resolved, ...], ...]:
    """What each neighbourhood needs; places of another scenario where this one has none."""
    return library.resolve_region(scenario, overrides, () if scenario.region else region)


def only_one(where: str, key: str) -> Fault:
    """What to say of a scenario of a region, where one neighbourhood is asked for."""
    problem = Both(
        "this works for one neighbourhood, not for a region",
        "dit kan voor één wijk, niet voor een regio",
    )
    allowed = Both("a scenario of one neighbourhood", "een scenario van één wijk")
    return Fault(where, key, allowed, None, problem)
