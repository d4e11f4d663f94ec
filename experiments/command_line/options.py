"""The options that commands of ``samenspel`` share, in words that a newcomer understands."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line.reader import Reader
from model.declarations import LANGUAGES
from scenarios.faults import Refused


def _in_a_language_there_is(text: str) -> str:
    reader = Reader()
    reader.one_of("--language", text, LANGUAGES)
    if reader.faults:
        raise Refused(reader.faults)
    return text


Json = Annotated[bool, typer.Option("--json", help="Answer for machines: one JSON on stdout.")]
Place = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Where: id, code or name of a place. May be repeated."),
]
Residents = Annotated[
    str | None,
    typer.Option(metavar="N", help="Residents to simulate; each stands for more in a large place."),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="ADDRESS=VALUE", help="Set a number, over the scenario. Repeat."),
]
SetA = Annotated[
    list[str] | None, typer.Option("--set-a", metavar="ADDRESS=VALUE", help="The same, for A only.")
]
SetB = Annotated[
    list[str] | None, typer.Option("--set-b", metavar="ADDRESS=VALUE", help="The same, for B only.")
]
Replicates = Annotated[
    str, typer.Option(metavar="N", help="Runs with luck of their own; the first stay the same.")
]
Seed = Annotated[str, typer.Option(metavar="S", help="Which luck: another seed, other luck.")]
Years = Annotated[str, typer.Option(metavar="Y", help="Years after the start of policy.")]
Window = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=FROM:TO",
        help="Weeks to report as well, TO not included. There are always: final, the last 52 "
        "weeks; during, the weeks with extra money (from spending.begin to spending.end; in a "
        "comparison only the weeks in which every side that gets extra money has it); after, "
        "from when no side has extra money any more to the end of the run. After three of four "
        "years, after and final are the same weeks: ask --years 5 for more.",
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        metavar="disadvantage|household|payer|municipality",
        help="Report groups and their gap; municipality only where a scenario has a region.",
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Show every outcome, not only what to look at first.")
]
Uncertainty = Annotated[
    str,
    typer.Option(
        metavar="none|priors|ensemble",
        help="Draw what nobody knows: not, from its range, or from the sets left by calibrate.",
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(metavar="MECHANISM[,…]", help="Switch mechanisms off, as in trust,pockets."),
]
Values = Annotated[bool, typer.Option("--values", help="The value of every run (in the JSON).")]
Check = Annotated[
    bool, typer.Option("--check", help="The largest weekly error in euros, hours and people.")
]
Threads = Annotated[
    str | None, typer.Option(metavar="N", help="Runs at the same time; results do not change.")
]
Timing = Annotated[bool, typer.Option("--timing", help="How long it took.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Run nothing: show the settings and whence they come.")
]
Out = Annotated[
    str | None,
    typer.Option(metavar="FILE.csv|.parquet", help="Write every run to a file as well."),
]
Save = Annotated[
    str | None,
    typer.Option(metavar="STATE", help="Keep all runs as they end, to go on with --resume."),
]
Resume = Annotated[
    str | None,
    typer.Option(
        metavar="STATE",
        help="Go on with runs that were saved, in the same place and with the same luck, up to "
        "--years from the start; --set and the scenario count from the week of saving.",
    ),
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="en|nl",
        callback=_in_a_language_there_is,
        help="Tables and faults in English or Dutch; JSON and decimal points stay the same.",
    ),
]
Named = Annotated[str, typer.Argument(metavar="SCENARIO", help="A key or a .yaml file.")]
