"""The table of what is left a year after the extra money ended."""

from __future__ import annotations

from typing import Any

from rich.table import Table

from experiments import effects
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
    """The table: outcomes that clearly differed while there was money, and what is left."""
    found, outcomes = place["after_effect"], place["outcomes"]
    most = [key for key, each in found.items()
            if each["n"] and each["verdict"] != effects.NO_CLEAR_DIFFERENCE]  # fmt: skip
    most.sort(key=lambda key: _strength(key, found[key], outcomes[key]), reverse=True)
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
            "[dim]Nawerking: wat er in het jaar na het geld over is van het verschil tussen A en "
            "B, paar voor paar; alleen wat met het geld duidelijk verschilde[/]",
            "[dim]After-effect: what is left, in the year after the money, of the difference "
            "between A and B, pair by pair; only what clearly differed with the money[/]",
        )
    )


def _strength(key: str, each: Data, told: Data) -> tuple[int, float]:
    """How clear the difference was with the money, then how many times the smallest that matters.

    Not in how many pairs they differed at all: what goes up and down by luck differs in all.
    """
    size = abs(told["difference"]["windows"][LAST]["median"] or 0.0)
    return effects.VERDICTS.index(each["verdict"]), size / OUTCOMES[key].margin
