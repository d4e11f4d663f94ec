"""The commands about numbers nobody knows: ``sensitivity`` and ``calibrate``, and their options."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import calibrating, speech, weighed, weighing
from experiments.command_line.options import Json, Language, Replicates, Residents, Seed, Threads
from experiments.command_line.options import Years as YearsOfARun
from experiments.command_line.why import application

Outcome = Annotated[
    list[str] | None, typer.Option(metavar="KEY[,…]", help="Show these outcomes; all without.")
]
Trajectories = Annotated[
    str | None, typer.Option(metavar="R", help="morris: paths; 10 without, 20 is good.")
]
Grouped = Annotated[
    bool, typer.Option("--grouped", help="morris: move all numbers of a mechanism together.")
]
Rows = Annotated[
    str | None, typer.Option(metavar="N", help="sobol: rows, a power of two; 64 without.")
]
Numbers = Annotated[
    list[str] | None, typer.Option(metavar="ADDRESS[,…]", help="sobol: over which numbers.")
]


@application.command()
def sensitivity(
    method: Annotated[str, typer.Argument(metavar="morris|sobol", help="Screen, or divide.")],
    trajectories: Trajectories = None,
    grouped: Grouped = False,
    rows: Rows = None,
    numbers: Numbers = None,
    top: Annotated[
        str | None,
        typer.Option(metavar="N:FOLDER", help="sobol: the first N of the screening kept there."),
    ] = None,
    replicates: Replicates = "2",
    residents: Residents = "1000",
    years: YearsOfARun = "4",
    place: Annotated[str, typer.Option(metavar="ID", help="Where.")] = "doorsnee",
    scenario: Annotated[
        str | None, typer.Option(metavar="SCENARIO", help="Levers as there; without, all usual.")
    ] = None,
    outcome: Outcome = None,
    seed: Seed = "1",
    threads: Threads = None,
    out: Annotated[
        str | None, typer.Option(metavar="DIR", help="Keep the blocks here, not in the cache.")
    ] = None,
    page: Annotated[
        str | None, typer.Option(metavar="FILE.md", help="Write its part of the page as well.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Run nothing: say how much it is, and how long.")
    ] = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Say which of the numbers that nobody knows move which outcome, and how much is luck.

    Every finished block is kept: Ctrl+C loses minutes, and the same command, or one that asks for
    more, goes on from there.
    """
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
        list[str] | None, typer.Option(metavar="ADDRESS[,…]", help="Which numbers are sought.")
    ] = None,
    top: Annotated[
        str | None,
        typer.Option(metavar="N:FOLDER", help="The first N of the screening kept there."),
    ] = None,
    waves: Annotated[str, typer.Option(metavar="N", help="Waves, each within what is left.")] = "3",
    points: Annotated[str, typer.Option(metavar="N", help="Sets in each wave, in tens.")] = "500",
    replicates: Replicates = "2",
    residents: Residents = "2000",
    seed: Seed = "1",
    threads: Threads = None,
    out: Annotated[
        str | None, typer.Option(metavar="DIR", help="Keep the waves here, not in the cache.")
    ] = None,
    write: Annotated[
        str | None, typer.Option(metavar="FILE.csv", help="Write the sets that are left to a file.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Run nothing: say how much it is, and the aims.")
    ] = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Rule out sets of numbers that are too far from what is known; say what is left.

    A fifth of what is known is held out and says afterwards how much that is worth. Every ten sets
    are kept: Ctrl+C, and the same command goes on.
    """
    wanted = calibrating.Wanted(
        numbers=numbers or (), top=top, waves=waves, points=points, replicates=replicates,
        residents=residents or "2000", seed=seed, threads=threads, out=out, write=write,
    )  # fmt: skip
    raise typer.Exit(calibrating.calibrate(wanted, dry_run, json))
