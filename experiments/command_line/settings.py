"""The tables of ``--dry-run``: what would be run, with where each setting comes from."""

from __future__ import annotations

from rich.markup import escape
from rich.table import Table

from experiments.command_line.output import console
from experiments.command_line.provenance import DEFAULT
from experiments.command_line.request import Request
from experiments.command_line.shown import short
from experiments.command_line.speech import language, name, say
from experiments.command_line.tables import Data, money
from model.parameters import ADDRESSES

_SETTINGS = {
    "nl": ("adres", "waarde", "gewoonlijk", "van", "want"),
    "en": ("address", "value", "usually", "from", "because"),
}


def dry_run(request: Request, data: Data) -> None:
    """What would be run: settings that are not the usual ones, and what differs."""
    out = console()
    for label, side in data["sides"].items():
        out.print(f"\n[bold]{label.upper()}: {escape(side['title'][language()])}[/]")
        table = Table(box=None, header_style="bold", pad_edge=False)
        for number, title in enumerate(_SETTINGS[language()]):
            table.add_column(title, no_wrap=number == 0)  # an address is never broken
        for row in side["settings"]:
            if row["from"] != DEFAULT:
                because = (row["because"] or {}).get(language(), "")
                values = (short(row["value"]), short(row["default"]))
                table.add_row(row["key"], *values, row["from"], escape(because))
        out.print(table)
        for event in side["timeline"]:
            out.print(f"week {event['week']}: {escape(event['because'][language()])}")
    if "differs" in data:
        _differences(data)
    weeks = say("doorrekeningen van {} weken", "runs of {} weeks").format(data["weeks"])
    settings = f"{data['replicates']} {weeks}, {say('toevalsreeks', 'seed')} {data['seed']}"
    nothing = say("er is niets doorgerekend", "nothing was run")
    out.print(f"\n{settings}, in {', '.join(data['places'])}; {nothing}")


def _differences(data: Data) -> None:
    out = console()
    title = say("Wat verschilt tussen A en B", "What differs between A and B")
    out.print(f"\n[bold]{title}[/]" if data["differs"] else say("\nNiets", "\nNothing differs"))
    _rows_of_both(data["differs"])
    if data["no_effect"]:
        without = say("Zonder werking aan één of beide kanten", "Without effect on a side or both")
        out.print(f"\n[bold]{without}[/]")
        _rows_of_both(data["no_effect"])
    euros = data["money"]["euro_per_resident"]
    out.print(money(euros["a"], euros["b"]))


def _rows_of_both(rows: list[Data]) -> None:
    """Settings on both sides; where one has no effect, why stands in the place of its value."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(say("adres", "address"), no_wrap=True)
    for title in ("A", "B", say("wat het is", "what it is")):
        table.add_column(title)
    for row in rows:
        week = f" (week {row['week']})" if row["week"] else ""
        idle = row.get("no_effect", {})
        values = (
            f"[dim]{idle[side][language()]}[/]" if side in idle else short(row[side])
            for side in ("a", "b")
        )
        table.add_row(row["key"] + week, *values, name(ADDRESSES[row["key"]]))
    console().print(table)
