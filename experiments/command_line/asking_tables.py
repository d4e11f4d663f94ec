"""The tables of the command ``questions``."""

from __future__ import annotations

from typing import Any

from rich.markup import escape
from rich.table import Table

from experiments.command_line.outcome_tables import DIRECTIONS, VERDICTS
from experiments.command_line.output import console
from experiments.command_line.shown import short
from experiments.command_line.speech import language, name, say
from experiments.command_line.tables import band, window
from model.outcomes import OUTCOMES
from model.places import find

Data = dict[str, Any]
MOST_PAIRS = 5
PAID = " €"
"""Marks a question that costs extra money, so that it is not held against the others unseen."""

_QUESTIONS = {
    "nl": ("vraag", "alleen", "beter", "in woorden", "als laatste", "beter", "in woorden"),
    "en": ("question", "alone", "better", "in words", "as the last", "better", "in words"),
}
_PAIRS = {
    "nl": ("twee samen, minus de som", "samenspel", "hoger", "lager", "in woorden"),
    "en": ("two together, less the sum", "interplay", "higher", "lower", "in words"),
}
_FIRST = {
    "nl": ("plek", "uitkomst", "geeft alleen het meest", "wordt het meest gemist"),
    "en": ("place", "outcome", "gives most alone", "is missed most"),
}


def show(data: Data) -> None:
    """All that was found, place by place, and which question binds first where."""
    out = console()
    if "places" not in data:
        _packages(data)
        return
    for place in data["places"]:
        out.print(f"\n[bold]{escape(_place(place))}[/]")
        for key, told in place["outcomes"].items():
            _outcome(data, key, told)
    _first(data)
    runs = say("doorrekeningen van elke wereld", "runs of each world")
    out.print(f"\n[dim]{data['replicates']} {runs}, {say('toevalsreeks', 'seed')} {data['seed']}, "
              f"{window(data['window']['name'])}. {data['held'][language()]} "
              f"{data['note'][language()]}[/]")  # fmt: skip
    out.print("[dim]€: " + say("kost extra geld, de rest niet", "costs extra money, others do not")
              + "[/]")  # fmt: skip
    out.print("[dim]" + say(
        "als laatste: wat de vraag toevoegt waar alle andere al beantwoord zijn",
        "as the last: what the question adds where all others are answered already",
    ) + "[/]")  # fmt: skip


def _packages(data: Data) -> None:
    """What each question sets, without running anything."""
    table = _table(say("vraag", "question"), say("zet", "sets"))
    for key in data["questions"]:
        sets = data["questions"][key]["sets"]
        table.add_row(_title(data, key), ", ".join(f"{a} {short(v)}" for a, v in sets.items()))
    console().print(table)
    runs = say("doorrekeningen; er is niets doorgerekend", "runs; nothing was run")
    console().print(f"{data['runs']} {runs}")


def _outcome(data: Data, key: str, told: Data) -> None:
    out = console()
    unit = OUTCOMES[key].unit.label(language())
    both = say("alle samen", "all together")
    out.print(f"\n[bold]{name(OUTCOMES[key])}[/] [dim]{unit}[/]: {both} {band(told['together'])}, "
              f"{_said(told['together'])}")  # fmt: skip
    table, last = _table(*_QUESTIONS[language()]), {row["question"]: row for row in told["last"]}
    for row in told["alone"]:
        of = last[row["question"]]
        table.add_row(_title(data, row["question"]), band(row), _better(row), _said(row),
                      band(of), _better(of), _said(of))  # fmt: skip
    out.print(table)
    if told["pairs"] is not None:
        _pairs(data, told["pairs"])


def _pairs(data: Data, rows: list[Data]) -> None:
    """The pairs that do something else than their sum; the largest where there are many."""
    clear = [row for row in rows if row["verdict"]["direction"]]
    if not clear:
        console().print("[dim]" + say("bij geen twee vragen een duidelijk verschil met hun som",
                                      "no two questions differ clearly from their sum")
                        + "[/]")  # fmt: skip
        return
    table = _table(*_PAIRS[language()])
    for row in clear[:MOST_PAIRS]:
        pair = " + ".join(_title(data, key) for key in row["questions"])
        table.add_row(pair, band(row), str(row["higher"]), str(row["lower"]), _said(row))
    console().print(table)


def _first(data: Data) -> None:
    console().print(f"\n[bold]{say('Wat knelt het eerst?', 'Which binds first?')}[/]")
    table = _table(*_FIRST[language()])
    for place in data["places"]:
        for key, told in place["outcomes"].items():
            first = [_title(data, told["first"][kind]) for kind in ("alone", "last")]
            table.add_row(escape(_place(place)), name(OUTCOMES[key]), *first)
    console().print(table)


def _table(*titles: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in titles:
        table.add_column(title)
    return table


def _place(place: Data) -> str:
    return find(place["place"]).name


def _title(data: Data, key: str | None) -> str:
    """The title of a question; that none differs clearly, where there is none."""
    if key is None:
        return f"[dim]{say(*VERDICTS['no_clear_difference'])}[/]"
    question = data["questions"][key]
    return escape(question["title"][language()]) + (PAID if question["extra_money"] else "")


def _better(row: Data) -> str:
    """In how many of the pairs it went for the better, where one way is better."""
    if row["times_better"] is None:
        return "–"
    return f"{row['times_better']} {say('van', 'of')} {row['n']}"


def _said(row: Data) -> str:
    verdict = row["verdict"]
    return f"{say(*VERDICTS[verdict['id']])} {say(*DIRECTIONS[verdict['direction']])}".strip()
