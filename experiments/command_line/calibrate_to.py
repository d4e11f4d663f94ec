"""The command ``calibrate-to``: numbers that bring the model near targets of one's own."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import speech
from experiments.command_line.analyse import application
from experiments.command_line.doubt import HowMuch, Kept, Levers, OnePlace, TopSought
from experiments.command_line.options import (
    Json,
    Language,
    Replicates,
    Residents,
    Seed,
    Threads,
    Years,
)

Targets = Annotated[
    str,
    typer.Argument(
        metavar="TARGETS.csv",
        help="A file with columns outcome, window, value and spread: what should come out, and the "
        "standard deviation of all doubt about it.",
    ),
]
Sought = Annotated[
    list[str] | None,
    typer.Option("--numbers", metavar="ADDRESS[,…]", help="Which numbers to look for."),
]
By = Annotated[
    str,
    typer.Option(
        "--method",
        metavar="fit|posterior",
        help="fit: seek the nearest, and keep all that no target rules out. posterior: draw sets "
        "as likely as the targets make them.",
    ),
]
Trials = Annotated[
    str, typer.Option("--trials", metavar="N", help="fit: how many sets of numbers to try in all.")
]
Sets = Annotated[
    str, typer.Option("--sets", metavar="N", help="posterior: how many sets in a generation.")
]
Generations = Annotated[
    str, typer.Option("--generations", metavar="N", help="posterior: at most so many generations.")
]
Written = Annotated[
    str | None,
    typer.Option("--write", metavar="FILE.csv", help="Write the sets that are left to a file."),
]


@application.command(name="calibrate-to")
def calibrate_to(
    targets: Targets,
    numbers: Sought = None,
    top: TopSought = None,
    method: By = "fit",
    trials: Trials = "200",
    sets: Sets = "100",
    generations: Generations = "6",
    scenario: Levers = None,
    place: OnePlace = "doorsnee",
    residents: Residents = "1000",
    years: Years = "4",
    replicates: Replicates = "4",
    seed: Seed = "1",
    threads: Threads = None,
    out: Kept = None,
    write: Written = None,
    dry_run: HowMuch = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Look for numbers with which the model comes near targets of your own.

    It takes long, but what is tried is kept: after Ctrl+C the same command, or one that asks for
    more, goes on from there.
    """
    from experiments.command_line import calibrating_to  # here: it loads the model

    wanted = calibrating_to.Wanted(
        targets=targets, numbers=numbers or (), top=top, method=method, trials=trials, sets=sets,
        generations=generations, scenario=scenario, place=place, residents=residents or "1000",
        years=years, replicates=replicates, seed=seed, threads=threads, out=out, write=write,
    )  # fmt: skip
    raise typer.Exit(calibrating_to.calibrate_to(wanted, dry_run, json))
