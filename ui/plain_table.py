"""The tables of the pages without script."""

from __future__ import annotations

from collections.abc import Sequence


def plain_table(head: Sequence[str], rows: Sequence[Sequence[str]], spoken: str = "") -> str:
    """The table as HTML; heads and cells are HTML already, and the first cell names its row.

    On a narrow screen the style makes a list of every row, in which each cell says its column;
    the roles keep it a table for screen readers. ``spoken`` are attributes of its body.
    """
    names = "".join(f'<th scope="col" role="columnheader">{each}</th>' for each in head)
    lines = "".join(
        f'<tr role="row"><th scope="row" role="rowheader" data-head="{head[0]}">{first}</th>'
        + "".join(
            f'<td role="cell" data-head="{name}">{each}</td>'
            for name, each in zip(head[1:], rest, strict=True)
        )
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{names}</tr></thead>'
        f'<tbody role="rowgroup"{spoken}>{lines}</tbody></table>'
    )
