"""The answer in tables, for people; everything in them is also in the JSON."""

from __future__ import annotations

from typing import Any

from rich.markup import escape
from rich.table import Table

from experiments.command_line.output import console
from experiments.command_line.provenance import DEFAULT, extra_in_all
from experiments.command_line.request import Request
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.state.axes import BUDGETS, HOUSEHOLD_TYPES, TERCILES

Data = dict[str, Any]
GROUP_NAMES = TERCILES | HOUSEHOLD_TYPES | BUDGETS
VERDICTS = {
    "no_clear_difference": "no clear difference",
    "more_often": "more often",
    "mostly": "mostly",
    "nearly_always": "nearly always",
}


def short(value: Any) -> str:
    """A number as people read it; a dash where there is none."""
    if value is None:
        return "–"
    if not isinstance(value, int | float):
        return escape(str(value))
    size = abs(value)
    if size >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}" if size < 100 else f"{value:.0f}"


def band(told: Data | None) -> str:
    """A median with the band in which nine of ten runs lie."""
    if not told or told["median"] is None:
        return "–"
    return f"{short(told['median'])}  [dim]{short(told['p05'])} – {short(told['p95'])}[/]"


def run(request: Request, data: Data) -> None:
    """The table of a run: every outcome in the last year, and year by year."""
    for place in data.get("places", [data]):
        _heading(request, place, data)
        table = Table(box=None, header_style="bold", pad_edge=False)
        for title in ("outcome", "last year  5 – 95 %", "year by year", "unit"):
            table.add_column(title)
        for key, told in place["outcomes"].items():
            years = "  ".join(short(year["median"]) for year in told["by_year"])
            final = band(told["windows"]["final"])
            table.add_row(OUTCOMES[key].name("en"), final, years, _unit(key))
            for name, group in (told.get("groups") or {}).items():
                if group:
                    final = band(group["windows"]["final"])
                    table.add_row(f"  [dim]{_group(name)}[/]", final)
        console().print(table)
        _footing(data, place)


def compare(request: Request, data: Data) -> None:
    """The table of a comparison: A, B, and what may be said of the pairs."""
    for place in data.get("places", [data]):
        _heading(request, place, data)
        table = Table(box=None, header_style="bold", pad_edge=False)
        titles = ("outcome, last year", "A", "B", "difference B − A", "B higher", "lower")
        for title in (*titles, "small", "in words"):
            table.add_column(title)
        for key, told in place["outcomes"].items():
            table.add_row(f"{OUTCOMES[key].name('en')}  [dim]{_unit(key)}[/]", *_pair(told))
            for name, group in (told.get("groups") or {}).items():
                if group:
                    table.add_row(f"  [dim]{_group(name)}[/]", *_pair(group))
        console().print(table)
        console().print(
            "[dim]small: pairs whose difference is less than the smallest that matters[/]"
        )
        _footing(data, place)


def _pair(told: Data) -> tuple[str, ...]:
    a, b = (told[side]["windows"]["final"]["median"] for side in ("a", "b"))
    difference = told["difference"]["windows"]["final"]
    verdict = told["verdict"]
    said = " ".join((VERDICTS[verdict["id"]], verdict["direction"])).strip()
    if told["n"] == 0:
        return short(a), short(b), "–", "–", "–", "–", "not measured"
    counts = (f"{told[name]} of {told['n']}" for name in ("b_higher", "b_lower"))
    return short(a), short(b), band(difference), *counts, str(told["within_margin"]), said


def _heading(request: Request, place: Data, data: Data) -> None:
    out = console()
    titles = [side.scenario.title.en for side in request.sides]
    if len(titles) == 2:
        out.print(f"\n[bold]A: {escape(titles[0])}   B: {escape(titles[1])}[/]")
        money = [extra_in_all(request, side) for side in request.sides]
        same = "the same extra money" if money[0] == money[1] else "NOT the same extra money"
        each = f"A {short(money[0])}, B {short(money[1])} euros for each resident in all"
        out.print(f"{same}: {each}")
    else:
        out.print(f"\n[bold]{escape(titles[0])}[/]")
    facts = place["place_data"]
    out.print(
        f"{escape(facts['name']['en'])}: {facts['population']:,} residents, "
        f"{place['residents']:,} simulated; {facts['coverage']['en']}"
    )
    out.print(f"[bold]{data['note']['en']}[/]\n")


def _footing(data: Data, place: Data) -> None:
    said = f"{data['replicates']} runs, seed {data['seed']}, version {data['version']}"
    if data["draws"]:
        said += f", {data['draws']} draws of what is not known"
    console().print(f"[dim]{said}; {data['note']['en']}[/]")
    if "check" in place:
        errors = ", ".join(f"{name} {value:.3g}" for name, value in place["check"].items())
        console().print(f"largest weekly error: {errors}")
    if "timing" in data:
        timing = data["timing"]
        each = f"{timing['seconds_per_run']:.2f} s for each run"
        console().print(f"{timing['seconds']:.1f} s, {each}")


def dry_run(request: Request, data: Data) -> None:
    """What would be run: settings that are not the usual ones, and what differs."""
    out = console()
    for label, side in data["sides"].items():
        out.print(f"\n[bold]{label.upper()}: {escape(side['title']['en'])}[/]")
        table = Table(box=None, header_style="bold", pad_edge=False)
        for title in ("address", "value", "usually", "from", "because"):
            table.add_column(title)
        for row in side["settings"]:
            if row["from"] != DEFAULT:
                because = (row["because"] or {}).get("en", "")
                values = (short(row["value"]), short(row["default"]))
                table.add_row(row["key"], *values, row["from"], escape(because))
        out.print(table)
        for event in side["timeline"]:
            out.print(f"week {event['week']}: {escape(event['because']['en'])}")
    if "differs" in data:
        _differences(data)
    settings = f"{data['replicates']} runs of {data['weeks']} weeks, seed {data['seed']}"
    out.print(f"\n{settings}, in {', '.join(data['places'])}; nothing was run")


def _differences(data: Data) -> None:
    out = console()
    out.print("\n[bold]What differs between A and B[/]" if data["differs"] else "\nNothing differs")
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("address", "A", "B", "what it is"):
        table.add_column(title)
    for row in data["differs"]:
        name = ADDRESSES[row["key"]].name("en")
        week = f" (week {row['week']})" if row["week"] else ""
        table.add_row(row["key"] + week, short(row["a"]), short(row["b"]), name)
    out.print(table)
    money = data["money"]["euro_per_resident"]
    same = "the same" if data["money"]["same"] else "NOT the same"
    each = f"A {short(money['a'])}, B {short(money['b'])} euros for each resident in all"
    out.print(f"extra money: {same}: {each}")


def registry(columns: tuple[str, ...], rows: list[tuple[str, ...]], note: str) -> None:
    """A list of what there is to choose from."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console().print(table)
    console().print(f"[dim]{escape(note)}[/]")


def _unit(key: str) -> str:
    return OUTCOMES[key].unit.label("en")


def _group(name: str) -> str:
    return GROUP_NAMES[name].name("en")
