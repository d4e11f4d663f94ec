"""The command ``validate``: the model held against the outside, row by row."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pandas as pd
from rich.markup import escape
from rich.table import Table

from experiments.command_line import output, warming, writing
from experiments.command_line.reader import Reader
from experiments.command_line.shown import whole
from experiments.command_line.speech import language, say
from scenarios.faults import Both, Fault, Refused, near

SAID = {
    "hit": ("raak", "hit"),
    "miss": ("[bold]MIS[/]", "[bold]MISS[/]"),
    "not_judged": ("[dim]niet beoordeeld[/]", "[dim]not judged[/]"),
}
_COLUMNS = {
    "nl": ("sleutel", "oordeel", "gemeten", "verwacht", "gevonden", "bron"),
    "en": ("key", "verdict", "measured", "expected", "found", "source"),
}
_SIZES = {"quick": "snel", "full": "volledig", "small": "klein"}
BETWEEN_LINES = 10.0


def validate(
    only: Sequence[str],
    full: bool,
    threads: str | None,
    out: str | None,
    page: str | None,
    json: bool,
) -> int:
    """Judge the rows and show them; what is missed is a result, so the exit code stays 0."""
    from experiments.validation import declared, judging, report, sizes  # here: they load much
    from experiments.validation.runs import Runs

    reader = Reader()
    words = reader.words("--only", only)
    at_once = None if threads is None else reader.whole("--threads", threads, 1, 256)
    reader.faults += _unknown(words, declared.names())
    reader.file_to_write(out, "--out", ".csv", ".parquet")
    reader.file_to_write(page, "--page", ".md")
    reader.faults += _page_faults(page, full) if not reader.faults else []
    if reader.faults:
        raise Refused(reader.faults)
    rows = declared.chosen(words) if words else declared.rows()
    size = sizes.FULL if full else sizes.QUICK
    with Telling(len(rows)) as telling:
        on_row = Keeping(Path(page), size, telling) if page else telling
        judged = judging.judge(rows, Runs(size, at_once), on_row)
    judged.sort(key=lambda each: judging.VERDICTS.index(each.verdict))
    if out:
        _write(out, report.tidy(judged))
    if json:
        output.as_json(report.data(judged, size))
    else:
        _show(judged, size)
    return 0


class Telling:
    """Says on stderr how many rows are judged, every ten seconds; first how far preparing is."""

    def __init__(self, wanted: int) -> None:
        """Count up to this many rows."""
        self.wanted, self.done, self.told = wanted, 0, time.monotonic()
        self._preparing = ExitStack()

    def __enter__(self) -> Telling:
        if warming.is_cold():
            self._preparing.enter_context(warming.telling())
        return self

    def __exit__(self, *_: object) -> None:
        self._preparing.close()

    def __call__(self, judged: Any) -> None:
        """A row has been judged."""
        self._preparing.close()
        self.done += 1
        if time.monotonic() - self.told > BETWEEN_LINES:
            self.told = time.monotonic()
            said = f"{self.done} {say('van', 'of')} {self.wanted} {say('rijen', 'rows')}"
            print(said, file=sys.stderr, flush=True)


class Keeping:
    """Keeps each row as it is judged, beside a page that is made anew with it.

    So a run that is stopped loses nothing, and rows that are not run stay as they were kept.
    """

    def __init__(self, page: Path, size: Any, then: Callable[[Any], None]) -> None:
        """Begin from what was kept beside this page."""
        from experiments.validation import kept  # here: it loads much

        self.page, self.size, self.then = page, size, then
        self.kept = kept.read(kept.beside(page))

    def __call__(self, judged: Any) -> None:
        """A row has been judged."""
        from experiments.keeping import replace
        from experiments.validation import kept, page

        if judged.parts:
            self.kept[judged.row.key] = kept.of(judged, self.size)
            kept.write(kept.beside(self.page), self.kept)
        replace(self.page, page.text(self.kept).encode())
        self.then(judged)


def _unknown(words: Sequence[str], known: Sequence[str]) -> list[Fault]:
    problem = Both("there is no such row", "er is geen rij met die sleutel")
    allowed = Both(
        "keys such as P5a, A4 or C5: see validate --json",
        "sleutels als P5a, A4 of C5: zie validate --json",
    )
    return [
        Fault("--only", word, allowed, near(word, known), problem)
        for word in words
        if word not in known
    ]


def _page_faults(page: str | None, full: bool) -> list[Fault]:
    """What stands in the way of a page: it is of full runs, and of what was kept beside it."""
    from experiments.validation import kept  # here: it loads much

    if page is None:
        return []
    if not full:
        allowed = Both("with --full: a page is of full runs", "met --full: een pagina is volledig")
        return [Fault("--page", page, allowed, None)]
    file = kept.beside(Path(page))
    try:
        kept.read(file)
    except (ValueError, AttributeError):
        problem = Both(
            "what was kept beside this page cannot be read",
            "wat bij deze pagina bewaard is valt niet te lezen",
        )
        allowed = Both("a file that validate wrote, or none", "een bestand van validate, of geen")
        return [Fault("--page", str(file), allowed, None, problem)]
    return writing.folder_faults("--page", str(file.parent))


def _write(name: str, lines: list[dict[str, Any]]) -> None:
    table = pd.DataFrame(lines)
    if name.endswith(".csv"):
        table.to_csv(name, index=False)
    else:
        table.to_parquet(name, index=False)


def _show(judged: Sequence[Any], size: Any) -> None:
    from experiments.validation.judging import counts
    from experiments.validation.report import expected, seen

    table = Table(box=None, header_style="bold", pad_edge=False)
    for number, title in enumerate(_COLUMNS[language()]):
        table.add_column(title, no_wrap=number < 2)
    for each in judged:
        row = each.row
        if not each.parts:
            needs = f" ({say('nodig:', 'needs')} {', '.join(row.needs)})" if row.needs else ""
            why = say(row.reason.nl, row.reason.en) + needs
            table.add_row(row.key, say(*SAID[each.verdict]), f"[dim]{escape(why)}[/]", "", "",
                          escape(row.source))  # fmt: skip
        for number, part in enumerate(each.parts):
            first = (row.key, say(*SAID[each.verdict])) if number == 0 else ("", "")
            found = escape(seen(part, language())) + ("" if part.hit else "  [bold]×[/]")
            source = escape(row.source) if number == 0 else ""
            what = say(part.part.what.nl, part.part.what.en)
            table.add_row(*first, escape(what), expected(part, language()), found, source)
    out = output.console()
    out.print(table)
    number = counts(judged)
    said = say(
        f"{number['miss']} missers, {number['hit']} raak, {number['not_judged']} niet beoordeeld",
        f"{number['miss']} misses, {number['hit']} hits, {number['not_judged']} not judged",
    )
    how = say(
        f"{_SIZES[size.name]}: {size.runs} doorrekeningen van {whole(size.residents)} bewoners",
        f"{size.name}: {size.runs} runs of {whole(size.residents)} residents",
    )
    out.print(f"[bold]{said}[/]; {how}")
    note = say(
        "Een misser is een uitkomst. Wat elk over het model zegt: docs/validation.md (Engels)",
        "A miss is a result. What each says about the model: docs/validation.md",
    )
    out.print(f"[dim]{note}[/]")
