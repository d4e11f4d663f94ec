"""The options that commands of ``samenspel`` share, in words that a newcomer understands."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line.reader import Reader
from model.declarations import LANGUAGES
from scenarios.faults import Refused

FLAG = ""
"""No word after an option that takes none; the parser would say <bool>."""


def _in_a_language_there_is(text: str) -> str:
    reader = Reader()
    reader.one_of("--language", text, LANGUAGES)
    if reader.faults:
        raise Refused(reader.faults)
    return text


Json = Annotated[
    bool, typer.Option("--json", metavar=FLAG, help="Answer for machines: JSON and nothing else.")
]
Place = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        help="Where: id, code or name (see samenspel places), or a CSV file with neighbourhoods "
        "of your own (see docs/own_places.md). May be repeated.",
    ),
]
Residents = Annotated[
    str | None,
    typer.Option(
        metavar="N", help="How many residents to simulate; each stands for more in a large place."
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="ADDRESS=VALUE",
        help="Give a number another value than the scenario does (see samenspel levers). "
        "May be repeated.",
    ),
]
SetA = Annotated[
    list[str] | None, typer.Option("--set-a", metavar="ADDRESS=VALUE", help="The same, for A only.")
]
SetB = Annotated[
    list[str] | None, typer.Option("--set-b", metavar="ADDRESS=VALUE", help="The same, for B only.")
]
Replicates = Annotated[
    str, typer.Option(metavar="N", help="How often to run it, each time with other luck.")
]
Seed = Annotated[
    str,
    typer.Option(metavar="S", help="The same number, the same luck; another number, other luck."),
]
Years = Annotated[
    str, typer.Option(metavar="Y", help="How many years to run, from the start of the policy.")
]
Window = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=FROM:TO",
        help="Other weeks to report as well, in the JSON; TO not included. There are always: "
        "final, the last 52 weeks; during, the weeks with extra money (from spending.begin to "
        "spending.end; in a comparison only the weeks in which every side that gets extra money "
        "has it); after, from when no side has extra money any more to the end of the run. After "
        "three of four years, after and final are the same weeks: ask --years 5 for more.",
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        metavar="disadvantage|household|payer|municipality",
        help="Tell groups of residents, or who pays, apart as well, with the gap between the first "
        "and the last group; municipality only where a scenario has a region.",
    ),
]
All = Annotated[
    bool,
    typer.Option("--all", metavar=FLAG, help="Show every outcome, not only what to look at first."),
]
Uncertainty = Annotated[
    str,
    typer.Option(
        metavar="none|priors|ensemble|FILE.csv",
        help="What to do with numbers that nobody knows. none: take the best guess; priors: draw "
        "each from its range, anew for every run; ensemble: draw from the sets of numbers that "
        "samenspel calibrate left; FILE.csv: draw from sets of your own, as made by samenspel "
        "calibrate --write and calibrate-to --write.",
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        metavar="MECHANISM[,…]",
        help="What to leave out of the world, as in trust,pockets: the words before the dot in "
        "samenspel levers.",
    ),
]
Values = Annotated[
    bool, typer.Option("--values", metavar=FLAG, help="With --json: the value of every run too.")
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        metavar=FLAG,
        help="Show whether euros, hours and people add up: the largest error in any week.",
    ),
]
Threads = Annotated[
    str | None,
    typer.Option(metavar="N", help="How many runs at the same time; results stay the same."),
]
AfterEffect = Annotated[
    bool,
    typer.Option(
        "--after-effect",
        metavar=FLAG,
        help="Tell what is left in the year after the extra money ended of what B did in the last "
        "year with it. The run becomes longer where that year would lie outside it.",
    ),
]
Timing = Annotated[bool, typer.Option("--timing", metavar=FLAG, help="Show how long it took.")]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", metavar=FLAG, help="Run nothing: show the settings and where they come from."
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        metavar="FILE.csv|.parquet", help="Write the values of every run to a file as well."
    ),
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
        "--years from the start; --set and the scenario count from the week of saving. Residents "
        "and runs are as many as were saved.",
    ),
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="en|nl",
        callback=_in_a_language_there_is,
        help="Tables and messages in English or Dutch; JSON stays the same.",
    ),
]
Named = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO", help="Which (see samenspel scenarios), or a .yaml file of your own."
    ),
]
Role = Annotated[
    str | None,
    typer.Option(metavar="lever|uncertainty|setting", help="Only numbers of this role."),
]
Why = Annotated[
    bool,
    typer.Option(
        "--why", metavar=FLAG, help="Why each number has its size, with the sources by name."
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORD", help="Only what has these words in it, in English or Dutch."),
]
Family = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only those of one family, as in tip or money.")
]
Mechanism = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Only the numbers of one mechanism: the word before the dot."
    ),
]
Town = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only the places in one municipality.")
]
