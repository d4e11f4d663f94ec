"""What an analysis says on the command line: sentences for people, rows for machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.analysis import origin
from experiments.command_line import output
from experiments.command_line.speech import language, say, told
from experiments.version import NOTE

if TYPE_CHECKING:
    from experiments.analysis.found import Found


def for_machines(found: Sequence[Found], written: Sequence[Mapping[str, Path]]) -> dict[str, Any]:
    """All that was found, outcome by outcome, with where the files stand."""
    return {
        "note": {"nl": NOTE.nl, "en": NOTE.en},
        "analysis": found[0].kind,
        "version": found[0].version,
        "window": found[0].about.window,
        "outcomes": [
            {
                "key": each.about.outcome,
                "of": each.about.of.en,
                "runs": each.runs,
                "left_out": each.left_out,
                "said": [{"nl": said.nl, "en": said.en} for said in each.said],
                "rows": [_plain(row) for row in each.table.to_dict("records")],
                "remake": list(origin.remake(each, language())),
                "files": {kind: str(path) for kind, path in paths.items()},
            }
            for each, paths in zip(found, written, strict=True)
        ],
    }


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): _value(value) for key, value in row.items()}


def _value(value: Any) -> Any:
    if value is None:
        return None
    if hasattr(value, "item"):
        value = value.item()
    return output.number(value) if isinstance(value, float) else value


def show(found: Sequence[Found], written: Sequence[Mapping[str, Path]]) -> None:
    """The sentences of each outcome, and where tables and figures stand."""
    out = output.console()
    for each, paths in zip(found, written, strict=True):
        called = told(each.about.called)
        of = f" · {called}" if called else ""
        out.print(f"[bold]{told(each.about.name)}[/]{of}", soft_wrap=True)
        for said in each.said:
            out.print(f"  {told(said)}", soft_wrap=True, markup=False)
        files = ", ".join(path.name for path in paths.values())
        out.print(f"  [dim]{files}[/]", soft_wrap=True)
    runs = found[0].runs
    window, folder = found[0].about.window, written[0]["csv"].parent
    out.print(say(
        f"{NOTE.nl}; {runs} doorrekeningen, venster {window}; bestanden in {folder}",
        f"{NOTE.en}; {runs} runs, window {window}; files in {folder}",
    ), soft_wrap=True, markup=False)  # fmt: skip
