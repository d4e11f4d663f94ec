"""The four lists of what there is to choose from, as tables or as JSON."""

from __future__ import annotations

from experiments.command_line import output, registries, tables
from experiments.command_line.reader import Reader
from scenarios.faults import Refused

ROLES = ("lever", "uncertainty", "setting")


def places(json: bool) -> None:
    """Show every place that can be run."""
    rows = registries.places()
    if json:
        output.as_json_list(rows)
        return
    lines = [
        (
            row["key"] + (" *" if row["default"] else ""),
            row["name"]["en"],
            f"{row['population']:,}",
            row["coverage"]["en"],
        )
        for row in rows
    ]
    note = "* used when no place is named. Facts that are not known are filled in over a range."
    tables.registry(("id", "place", "residents", "what is known"), lines, note)


def scenarios(json: bool) -> None:
    """Show every scenario that ships."""
    rows = registries.scenarios()
    if json:
        output.as_json_list(rows)
        return
    lines = [
        (
            row["key"],
            row["title"]["en"],
            tables.short(row["extra_money"]) if row["extra_money"] else "nothing",
            row["story"]["en"],
        )
        for row in rows
    ]
    note = "extra: euros for each resident a year. Write your own: see scenarios/README.md"
    tables.registry(("key", "title", "extra", "story"), lines, note)


def levers(role: str | None, json: bool) -> None:
    """Show every number that may be set, or those of one role."""
    if role is not None:
        reader = Reader()
        reader.one_of("--role", role, ROLES)
        if reader.faults:
            raise Refused(reader.faults)
    rows = registries.levers(role)
    if json:
        output.as_json_list(rows)
        return
    lines = [
        (
            row["key"],
            row["role"],
            f"{row['name']['en']}: {row['meaning']['en']}",
            tables.short(row["default"]),
            " – ".join(tables.short(limit) for limit in row["range"]),
            row["unit_name"]["en"],
            row["basis"],
        )
        for row in rows
    ]
    note = "Set one with --set ADDRESS=VALUE. Reasons and sources: samenspel levers --json"
    columns = ("address", "role", "meaning", "usual", "range", "unit", "rests on")
    tables.registry(columns, lines, note)


def outcomes(json: bool) -> None:
    """Show everything that is reported."""
    rows = registries.outcomes()
    if json:
        output.as_json_list(rows)
        return
    lines = [
        (
            row["key"],
            f"{row['name']['en']}: {row['meaning']['en']}",
            row["unit_name"]["en"],
            row["better"],
            tables.short(row["margin"]),
        )
        for row in rows
    ]
    note = "matters from: the smallest difference that matters; a choice, not a measurement"
    tables.registry(("key", "meaning", "unit", "better", "matters from"), lines, note)
