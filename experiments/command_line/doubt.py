"""The commands about numbers nobody knows: ``sensitivity`` and ``calibrate``, and their options."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import speech
from experiments.command_line.options import (
    FLAG,
    Json,
    Language,
    Replicates,
    Residents,
    Seed,
    Threads,
)
from experiments.command_line.options import Years as YearsOfARun
from experiments.command_line.why import application

Outcome = Annotated[
    list[str] | None,
    typer.Option(metavar="KEY[,…]", help="Show these (see samenspel outcomes); usually all."),
]
Trajectories = Annotated[
    str | None,
    typer.Option(
        metavar="R", help="morris: how often each number is moved: usually 10, 20 is good."
    ),
]
Grouped = Annotated[
    bool,
    typer.Option(
        "--grouped", metavar=FLAG, help="morris: move all numbers of a mechanism together."
    ),
]
Rows = Annotated[
    str | None,
    typer.Option(metavar="N", help="sobol: how many sets of numbers: 2, 4, 8, 16 …; usually 64."),
]
Numbers = Annotated[
    list[str] | None, typer.Option(metavar="ADDRESS[,…]", help="sobol: which numbers to move.")
]
Method = Annotated[
    str,
    typer.Argument(
        metavar="morris|sobol",
        help="morris: which numbers matter at all; sobol: how much each does.",
    ),
]
Top = Annotated[
    str | None,
    typer.Option(
        metavar="N:FOLDER", help="sobol: the first N that a morris study kept in FOLDER found."
    ),
]
OnePlace = Annotated[str, typer.Option(metavar="ID", help="Where (see samenspel places).")]
Levers = Annotated[
    str | None,
    typer.Option(
        metavar="SCENARIO", help="With the levers of this scenario; usually as it is now."
    ),
]
Kept = Annotated[str | None, typer.Option(metavar="DIR", help="Keep what was run in this folder.")]
Page = Annotated[
    str | None, typer.Option(metavar="FILE.md", help="Write its part of the page as well.")
]
HowMuch = Annotated[
    bool,
    typer.Option("--dry-run", metavar=FLAG, help="Run nothing: say how much, and how long."),
]
TopSought = Annotated[
    str | None,
    typer.Option(metavar="N:FOLDER", help="The first N that a morris study kept in FOLDER found."),
]
Waves = Annotated[
    str, typer.Option(metavar="N", help="How often to look again within what is left.")
]
Points = Annotated[str, typer.Option(metavar="N", help="Sets of numbers tried each time, in tens.")]


@application.command()
def sensitivity(
    method: Method,
    trajectories: Trajectories = None,
    grouped: Grouped = False,
    rows: Rows = None,
    numbers: Numbers = None,
    top: Top = None,
    replicates: Replicates = "2",
    residents: Residents = "1000",
    years: YearsOfARun = "4",
    place: OnePlace = "doorsnee",
    scenario: Levers = None,
    outcome: Outcome = None,
    seed: Seed = "1",
    threads: Threads = None,
    out: Kept = None,
    page: Page = None,
    dry_run: HowMuch = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Say which of the numbers that nobody knows move which outcome, and how much is luck.

    It takes long, but what is done is kept: after Ctrl+C the same command, or one that asks for
    more, goes on from there.
    """
    from experiments.command_line import weighed, weighing  # here: they load the model

    wanted = weighed.Wanted(
        method=method, trajectories=trajectories, grouped=grouped, rows=rows,
        numbers=numbers or (), top=top, replicates=replicates, residents=residents or "1000",
        years=years, place=place, scenario=scenario, outcome=outcome or (), seed=seed,
        threads=threads, out=out, page=page,
    )  # fmt: skip
    raise typer.Exit(weighing.sensitivity(wanted, dry_run, json))


@application.command()
def calibrate(
    numbers: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS[,…]", help="Which numbers to look for.")
    ] = None,
    top: TopSought = None,
    waves: Waves = "3",
    points: Points = "500",
    replicates: Replicates = "2",
    residents: Residents = "2000",
    seed: Seed = "1",
    threads: Threads = None,
    out: Kept = None,
    write: Annotated[
        str | None, typer.Option(metavar="FILE.csv", help="Write the sets that are left to a file.")
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", metavar=FLAG, help="Run nothing: say how much, and the aims."),
    ] = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Rule out sets of numbers that are too far from what is known; say what is left.

    A fifth of what is known is kept apart, and says afterwards how much the rest is worth. It takes
    long, but what is done is kept: after Ctrl+C the same command goes on from there.
    """
    from experiments.command_line import calibrating  # here: it loads the model

    wanted = calibrating.Wanted(
        numbers=numbers or (), top=top, waves=waves, points=points, replicates=replicates,
        residents=residents or "2000", seed=seed, threads=threads, out=out, write=write,
    )  # fmt: skip
    raise typer.Exit(calibrating.calibrate(wanted, dry_run, json))
