"""The four lists of what there is to choose from, as tables or as JSON."""

from __future__ import annotations

from experiments.command_line import output, registries, shown
from experiments.command_line.narrowing import Narrowed
from experiments.command_line.reader import Reader
from experiments.command_line.speech import language, say
from scenarios.families import family_of
from scenarios.faults import Refused

ROLES = ("lever", "uncertainty", "setting")
_ROLE = {"lever": "knop", "uncertainty": "onzeker", "setting": "vast"}
_BETTER = {"higher": "hoger", "lower": "lager", "neither": "geen van beide"}


def places(json: bool, narrowed: Narrowed) -> None:
    """Show the places that can be run."""
    rows = narrowed.of(registries.places(), _towns)
    if json:
        output.as_json_list(rows)
        return
    lines = [
        (
            row["key"] + (" *" if row["default"] else ""),
            row["name"][language()],
            shown.whole(row["population"]),
            row["coverage"][language()],
        )
        for row in rows
    ]
    note = say(
        "* als er geen plek is genoemd. Wat niet bekend is, is aangevuld en heeft een bereik.",
        "* used when no place is named. Facts that are not known are filled in over a range.",
    )
    columns = {
        "nl": ("id", "plek", "bewoners", "wat bekend is"),
        "en": ("id", "place", "residents", "what is known"),
    }
    shown.registry(columns[language()], lines, note)


def scenarios(json: bool, narrowed: Narrowed) -> None:
    """Show the scenarios that ship."""
    rows = narrowed.of(registries.scenarios(), _heading)
    if json:
        output.as_json_list(rows)
        return
    nothing = say("niets", "nothing")
    lines = [
        (
            row["key"],
            row["title"][language()],
            shown.short(row["extra_money"]) if row["extra_money"] else nothing,
            row["story"][language()],
        )
        for row in rows
    ]
    note = say(
        "extra: euro per bewoner per jaar. Schrijf er zelf een: zie scenarios/README.md",
        "extra: euros for each resident a year. Write your own: see scenarios/README.md",
    )
    columns = {
        "nl": ("sleutel", "titel", "extra", "verhaal"),
        "en": ("key", "title", "extra", "story"),
    }
    shown.registry(columns[language()], lines, note)


def levers(role: str | None, why: bool, json: bool, narrowed: Narrowed) -> None:
    """Show the numbers that may be set, or those of one role; with why each has its size."""
    if role is not None:
        reader = Reader()
        reader.one_of("--role", role, ROLES)
        if reader.faults:
            raise Refused(reader.faults)
    rows = narrowed.of(registries.levers(role), _mechanism)
    if json:
        output.as_json_list(rows)
        return
    lines = [_reason(row) if why else _size(row) for row in rows]
    note = say(
        "Stel er een in met --set ADRES=WAARDE. Waar een grootte op rust: samenspel levers --why",
        "Set one with --set ADDRESS=VALUE. What a size rests on: samenspel levers --why",
    )
    columns = {
        "nl": ("adres", "soort", "betekenis", "gewoonlijk", "bereik", "eenheid", "rust op"),
        "en": ("address", "role", "meaning", "usual", "range", "unit", "rests on"),
    }
    reasoned = {
        "nl": ("adres", "naam", "gewoonlijk", "rust op", "waarom"),
        "en": ("address", "name", "usual", "rests on", "why"),
    }
    shown.registry((reasoned if why else columns)[language()], lines, note)


def _size(row: registries.Row) -> tuple[str, ...]:
    return (
        row["key"],
        say(_ROLE[row["role"]], row["role"]),
        _meaning(row),
        shown.short(row["default"]),
        " – ".join(shown.short(limit) for limit in row["range"]),
        row["unit_name"][language()],
        row["basis_name"][language()],
    )


def _reason(row: registries.Row) -> tuple[str, ...]:
    from experiments import reasons  # here: it loads the model
    from model.parameters import ADDRESSES

    return (
        row["key"],
        row["name"][language()],
        f"{shown.short(row['default'])} {row['unit_name'][language()]}",
        row["basis_name"][language()],
        reasons.told(ADDRESSES[row["key"]].basis, language()),
    )


def _towns(row: registries.Row) -> list[str]:
    return [row["municipality"]] if row["municipality"] else []


def _mechanism(row: registries.Row) -> list[str]:
    return [row["key"].partition(".")[0]]


def _heading(row: registries.Row) -> list[str]:
    """The heading under which a scenario stands, in both languages, and how its keys begin."""
    family = family_of(row["key"])
    return [
        *dict.fromkeys((family.name.nl, family.name.en)),
        *(key.rstrip("_") for key in family.begins if key.endswith("_")),
    ]


def _meaning(row: registries.Row) -> str:
    return f"{row['name'][language()]}: {row['meaning'][language()]}"


def outcomes(json: bool, narrowed: Narrowed) -> None:
    """Show what is reported."""
    rows = narrowed.of(registries.outcomes(), lambda row: [row["family"]])
    if json:
        output.as_json_list(rows)
        return
    lines = [
        (
            row["key"],
            _meaning(row),
            row["unit_name"][language()],
            say(_BETTER[row["better"]], row["better"]),
            shown.short(row["margin"]),
        )
        for row in rows
    ]
    note = say(
        "doet ertoe vanaf: het kleinste verschil dat ertoe doet; een keuze, geen meting",
        "matters from: the smallest difference that matters; a choice, not a measurement",
    )
    columns = {
        "nl": ("sleutel", "betekenis", "eenheid", "beter", "doet ertoe vanaf"),
        "en": ("key", "meaning", "unit", "better", "matters from"),
    }
    shown.registry(columns[language()], lines, note)
