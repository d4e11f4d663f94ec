"""The tables of ``run`` and ``compare``: what to look at first, and everything when asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.markup import escape
from rich.table import Table

from experiments import effects
from experiments.audits.report import HEADLINES
from experiments.command_line import afterwards_table, sheet
from experiments.command_line.output import console
from experiments.command_line.request import Request
from experiments.command_line.shown import short
from experiments.command_line.speech import language, name, say
from experiments.command_line.tables import Data, band, footing, heading
from model.outcomes import OUTCOMES
from model.state.axes import BUDGETS, HOUSEHOLD_TYPES, TERCILES

GROUP_NAMES = TERCILES | HOUSEHOLD_TYPES | BUDGETS
VERDICTS = {
    "no_clear_difference": ("geen duidelijk verschil", "no clear difference"),
    "more_often": ("vaker", "more often"),
    "mostly": ("meestal", "mostly"),
    "nearly_always": ("bijna altijd", "nearly always"),
}
DIRECTIONS = {"higher": ("hoger", "higher"), "lower": ("lager", "lower"), "": ("", "")}
SHOWN = 12
"""Rows of a comparison before somebody asks for all: what fits on a screen."""

_RUN = {
    "nl": ("uitkomst", "laatste jaar  5 – 95 %", "jaar voor jaar", "eenheid"),
    "en": ("outcome", "last year  5 – 95 %", "year by year", "unit"),
}
_PAIRS = {
    "nl": ("uitkomst, laatste jaar", "A", "B", "verschil B − A", "B hoger", "gelijk", "lager",
           "in woorden"),
    "en": ("outcome, last year", "A", "B", "difference B − A", "B higher", "equal", "lower",
           "in words"),
}  # fmt: skip


def run(request: Request, data: Data, everything: bool = False) -> None:
    """The table of a run: the first outcomes, or all, in the last year and year by year."""
    for place in data.get("places", [data]):
        heading(request, place, data)
        table = _table(_RUN[language()])
        chosen = list(OUTCOMES) if everything else list(HEADLINES)
        for key in chosen:
            told = place["outcomes"][key]
            years = "  ".join(short(year["median"]) for year in told["by_year"])
            final = band(told["windows"]["final"])
            table.add_row(name(OUTCOMES[key]), final, years, _unit(key))
            for key_of_group, group in _groups(told):
                table.add_row(f"  [dim]{key_of_group}[/]", band(group["windows"]["final"]))
        console().print(table)
        rest = len(OUTCOMES) - len(chosen)
        if rest:
            console().print(
                say(
                    f"[bold]nog {rest} uitkomsten: --all laat ze zien[/]",
                    f"[bold]{rest} other outcomes: --all shows all[/]",
                )
            )
        footing(request, data, place)


def compare(request: Request, data: Data, everything: bool = False) -> None:
    """The table of a comparison: what differs most, or all, and what may be said of the pairs."""
    for place in data.get("places", [data]):
        heading(request, place, data)
        outcomes = place["outcomes"]
        found = sorted_out(outcomes)
        chosen = list(outcomes) if everything else found.clear[:SHOWN]
        if chosen:
            console().print(_pairs((key, outcomes[key]) for key in chosen))
            console().print(
                say(
                    "[dim]gelijk: ongeveer gelijk, met een verschil kleiner dan het kleinste dat "
                    "ertoe doet; samen zijn de drie alle paren[/]",
                    "[dim]equal: about equal, with a difference less than the smallest that "
                    "matters; the three together are all pairs[/]",
                )
            )
        if not everything:
            console().print(f"[bold]{_left_out(found)}[/]")
        sheet.told(place)
        if "after_effect" in place:
            afterwards_table.told(place)
        footing(request, data, place)


class Sorted(NamedTuple):
    """Outcomes by what may be said of them: the keys, those that differ most first."""

    clear: list[str]
    unclear: list[str]
    unmeasured: list[str]


def sorted_out(outcomes: Data) -> Sorted:
    """Which outcomes differ clearly, as a whole or in a group; surest and largest first."""
    measured = [key for key, told in outcomes.items() if _parts(told)]
    strength = {key: max(_strength(key, each) for each in _parts(outcomes[key]))
                for key in measured}  # fmt: skip
    clear = [key for key in measured if strength[key][0] > 0]
    clear.sort(key=lambda key: strength[key], reverse=True)
    return Sorted(
        clear,
        [key for key in measured if key not in clear],
        [key for key in outcomes if key not in measured],
    )


def _parts(told: Data) -> list[Data]:
    """The outcome of all and of each group, where anything could be measured."""
    groups = (told.get("groups") or {}).values()
    return [each for each in (told, *groups) if each and each["n"]]


def _strength(key: str, told: Data) -> tuple[int, float]:
    """How clear a difference is, then how many times the smallest that matters."""
    word = effects.VERDICTS.index(told["verdict"]["id"])
    size = abs(told["difference"]["windows"]["final"]["median"] or 0.0)
    return word, size / OUTCOMES[key].margin


def _left_out(found: Sorted) -> str:
    """How many outcomes are not in the table, why, and how to see them."""
    parts = []
    if more := len(found.clear[SHOWN:]):
        parts.append(say(f"nog {more} verschillen ook duidelijk, maar minder",
                         f"{more} more differ clearly, though less"))  # fmt: skip
    if (none := len(found.unclear)) and found.clear:
        parts.append(say(f"{none} andere uitkomsten geven geen duidelijk verschil",
                         f"{none} other outcomes show no clear difference"))  # fmt: skip
    elif none:
        parts.append(say(f"geen van de {none} uitkomsten geeft een duidelijk verschil",
                         f"none of the {none} outcomes shows a clear difference"))  # fmt: skip
    if not_there := len(found.unmeasured):
        parts.append(say(f"{not_there} konden niet worden gemeten",
                         f"{not_there} could not be measured"))  # fmt: skip
    return "; ".join([*parts, say("--all laat alles zien", "--all shows all")]) if parts else ""


def _pairs(rows: Iterable[tuple[str, Data]]) -> Table:
    table = _table(_PAIRS[language()])
    for key, told in rows:
        table.add_row(f"{name(OUTCOMES[key])}  [dim]{_unit(key)}[/]", *_pair(told))
        for key_of_group, group in _groups(told):
            table.add_row(f"  [dim]{key_of_group}[/]", *_pair(group))
    return table


def _pair(told: Data) -> tuple[str, ...]:
    a, b = (told[side]["windows"]["final"]["median"] for side in ("a", "b"))
    difference = told["difference"]["windows"]["final"]
    verdict = told["verdict"]
    said = f"{say(*VERDICTS[verdict['id']])} {say(*DIRECTIONS[verdict['direction']])}".strip()
    if told["n"] == 0:
        return short(a), short(b), "–", "–", "–", "–", say("niet gemeten", "not measured")
    counts = (str(told[each]) for each in ("clearly_higher", "within_margin", "clearly_lower"))
    return short(a), short(b), band(difference), *counts, said


def _table(columns: Iterable[str]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in columns:
        table.add_column(title)
    return table


def _groups(told: Data) -> list[tuple[str, Data]]:
    """The name of each group in which anything was measured, and what is told of it."""
    return [(_group(key), group) for key, group in (told.get("groups") or {}).items() if group]


def _unit(key: str) -> str:
    return OUTCOMES[key].unit.label(language())


def _group(key: str) -> str:
    return name(GROUP_NAMES[key]) if key in GROUP_NAMES else escape(key)
