"""What the ids of a study are called, for figures: scenarios, factors, places and windows.

The study itself says so in its manifest, as it was when the runs were made. Of what it does not
say, the declarations do; and what nobody declared keeps its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from experiments import numerals
from model.declarations import LANGUAGES, Unit
from model.parameters import ADDRESSES
from model.place_facts import Text
from model.places import PLACES

ONE_PLACE = "place="
"""What stands before the id of a place where places are factors themselves."""
PLACE = Text("plek", "place")
UNITS = {unit.key: unit for unit in Unit}


@dataclass(frozen=True)
class Names:
    """The words of one study: titles of ``scenarios``, ``factors`` with their unit, ``weeks``."""

    scenarios: Mapping[str, Text] = field(default_factory=dict)
    factors: Mapping[str, Text] = field(default_factory=dict)
    weeks: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def scenario(self, key: str) -> Text:
        """The title of a scenario; its key where it has none."""
        return self.scenarios.get(key, Text(key, key))

    def factor(self, address: str) -> Text:
        """The name of a factor with its unit; of a place that is a factor its name."""
        if address == "place":
            return PLACE
        if address.startswith(ONE_PLACE):
            of = self.place(address.removeprefix(ONE_PLACE))
            return Text(f"{PLACE.nl}: {of.nl}", f"{PLACE.en}: {of.en}")
        return self.factors.get(address) or _declared(address)

    def place(self, key: str) -> Text:
        """The name of a place that ships; else its id."""
        return PLACES[key].label if key in PLACES else Text(key, key)

    def window(self, name: str) -> Text:
        """A window by name, with its weeks where the study says them."""
        if name not in self.weeks:
            return Text(name, name)
        begin, end = self.weeks[name]
        return Text(f"{name}, week {begin} tot {end}", f"{name}, weeks {begin} to {end}")


def of_study(manifest: Mapping[str, Any]) -> Names:
    """The words that a manifest has; few or none where runs were made elsewhere."""
    return Names(
        {each["key"]: Text(each["nl"], each["en"]) for each in manifest.get("scenarios", ())},
        {each["address"]: _told(each) for each in manifest.get("factors", ())},
        {name: (int(weeks[0]), int(weeks[1])) for name, weeks in _windows(manifest).items()},
    )


def quoted(name: Text) -> Text:
    """A name as it stands in the middle of a sentence."""
    return Text(f"“{name.nl}”", f"“{name.en}”")


def value(address: str, number: float) -> Text:
    """A value of a factor: the name of a choice where it is one, else the number."""
    for choice, nl, en in ADDRESSES[address].choices if address in ADDRESSES else ():
        if choice == number:
            return Text(nl, en)
    return Text(numerals.short(number, "nl"), numerals.short(number, "en"))


def with_unit(name: Text, unit: Unit | None) -> Text:
    """A name and its unit; units that have brackets of their own get no second pair."""
    if unit is None:
        return name
    told = [
        f"{said}, {label}" if "(" in label else f"{said} ({label})"
        for said, label in ((name.say(each), unit.label(each)) for each in ("nl", "en"))
    ]
    return Text(*told)


def _windows(manifest: Mapping[str, Any]) -> Mapping[str, Any]:
    """The windows, where the manifest says their weeks and not their names alone."""
    there = manifest.get("windows", {})
    return there if isinstance(there, Mapping) else {}


def _told(said: Mapping[str, Any]) -> Text:
    """A factor as a manifest has it."""
    address = str(said["address"])
    if "nl" not in said or "en" not in said:
        return _declared(address)
    name = Text(*(str(said[each]).split(":", 1)[0].strip() for each in ("nl", "en")))
    return with_unit(_told_apart(address, name), UNITS.get(str(said.get("unit"))))


def _declared(address: str) -> Text:
    if address not in ADDRESSES:
        return Text(address, address)
    declared = ADDRESSES[address]
    name = _told_apart(address, Text(declared.name("nl"), declared.name("en")))
    return with_unit(name, declared.unit)


def _told_apart(address: str, name: Text) -> Text:
    """The name, with its address where others are called the same."""
    if name.nl in _shared():
        return Text(f"{name.nl} [{address}]", f"{name.en} [{address}]")
    return name


@cache
def _shared() -> frozenset[str]:
    """Names that more than one number has, in either language."""
    told = [each.name(language) for each in ADDRESSES.values() for language in LANGUAGES]
    return frozenset(name for name in told if told.count(name) > 1)
