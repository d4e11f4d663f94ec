"""What tables for people are made of: numbers in their language, and lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.markup import escape
from rich.table import Table

from experiments import numerals
from experiments.command_line.output import console
from experiments.command_line.speech import language

LEAST = 18
"""Letters that a column of sentences needs at least to be read; chosen."""


def whole(value: float) -> str:
    """A whole number with its thousands apart."""
    return numerals.whole(value, language())


def short(value: Any) -> str:
    """A number as people read it; a dash where there is none."""
    if value is None:
        return "–"
    if not isinstance(value, int | float):
        return escape(str(value))
    return numerals.short(value, language())


def numeral(text: str) -> str:
    """A number written the English way, in the language that is spoken now."""
    return numerals.numeral(text, language())


def registry(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], note: str) -> None:
    """A list of what there is to choose from; what is to be typed stands first, and unbroken.

    Where the screen is too narrow for all columns side by side, each row is told below its first
    word, so that no word is ever broken.
    """
    out = console()
    if _needed(columns, rows) > out.width:
        for row in rows:
            out.print(f"[bold]{escape(row[0])}[/]", soft_wrap=True)
            told = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
            told.add_column(no_wrap=True, style="dim")
            told.add_column()
            for column, cell in zip(columns[1:], row[1:], strict=True):
                told.add_row(f"  {column}", escape(cell))
            out.print(told)
    else:
        table = Table(box=None, header_style="bold", pad_edge=False)
        for number, column in enumerate(columns):
            table.add_column(column, no_wrap=number == 0, min_width=_longest(number, columns, rows))
        for row in rows:
            table.add_row(*(escape(cell) for cell in row))
        out.print(table)
    out.print(f"[dim]{escape(note)}[/]")


def _needed(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> int:
    """Letters side by side in which no word is broken and sentences can still be read."""
    each = [_longest(number, columns, rows) for number in range(len(columns))]
    return sum(each) + 2 * len(columns)


def _longest(number: int, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> int:
    """The longest word of a column; all of a first one; of a sentence a few words at least."""
    cells = [columns[number], *(row[number] for row in rows)]
    if number == 0:
        return max(map(len, cells))
    longest = max(len(word) for cell in cells for word in cell.split() or [""])
    return max(longest, min(LEAST, max(map(len, cells))))
