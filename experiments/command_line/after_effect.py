"""The table of what is left a year after the extra money ended."""

from __future__ import annotations

from typing import Any

from rich.table import Table

from experiments.command_line.afterwards import AFTER, LAST
from experiments.command_line.output import console
from experiments.command_line.speech import language, name, say
from experiments.command_line.tables import band, short
from model.outcomes import OUTCOMES

Data = dict[str, Any]

_HEAD = {
    "nl": ("uitkomst", "laatste jaar met geld: B − A", "jaar erna: B − A", "verandering",
           "ten minste de helft is er nog"),
    "en": ("outcome", "last year with the money: B − A", "year after: B − A", "change",
           "at least half is still there"),
}  # fmt: skip


def told(place: Data, shown: int = 12) -> None:
    """The table: outcomes that most pairs differed in while there was money, and what is left."""
    found = place["after_effect"]
    most = [key for key, each in found.items() if each["n"] and each["differed"] * 2 >= each["n"]]
    most.sort(key=lambda key: found[key]["differed"], reverse=True)
    if not most:
        console().print(
            say(
                "Al met het geld maakte B geen duidelijk verschil: er kan niets van over zijn.",
                "With the money B already made no clear difference: nothing can be left of it.",
            )
        )
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in _HEAD[language()]:
        table.add_column(title)
    for key in most[:shown]:
        differences = place["outcomes"][key]["difference"]["windows"]
        each = found[key]
        unit = OUTCOMES[key].unit.label(language())
        of = say("van", "of")
        table.add_row(
            f"{name(OUTCOMES[key])}  [dim]{unit}[/]",
            band(differences[LAST]),
            band(differences[AFTER]),
            short(each["median"]),
            f"{each['half_left']} {of} {each['differed']}",
        )
    console().print(table)
    console().print(
        say(
            "[dim]Nawerking: wat er in het jaar na het geld over is van het verschil met de wereld "
            "zonder, paar voor paar[/]",
            "[dim]After-effect: what is left, in the year after the money, of the difference with "
            "the world without, pair by pair[/]",
        )
    )
