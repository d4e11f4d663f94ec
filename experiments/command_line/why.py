"""The commands that tell why: ``explain``, ``questions`` and ``follow``, and their options."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import asking, explaining, following, speech
from experiments.command_line.commands import application, options_of
from experiments.command_line.options import (
    DryRun,
    Json,
    Language,
    Named,
    Place,
    Residents,
    Seed,
    Set,
    SetA,
    SetB,
    Threads,
    Uncertainty,
    Window,
    Without,
    Years,
)

Another = Annotated[str, typer.Argument(metavar="B", help="Another, or the same.")]


@application.command()
def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="A scenario: a key or a .yaml file.")],
    b: Another,
    outcome: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY[,…]", help="Which outcomes; the headlines without."),
    ] = None,
    mechanism: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME[,…]", help="Over which mechanisms; all without."),
    ] = None,
    permutations: Annotated[
        str,
        typer.Option(metavar="N", help="Orders of adding mechanisms; what was run is kept."),
    ] = "4",
    over: Annotated[
        str, typer.Option(metavar="WINDOW", help="final, during, after or one of --window.")
    ] = "final",
    place: Place = None,
    residents: Residents = "1000",
    settings: Set = None,
    set_a: SetA = None,
    set_b: SetB = None,
    replicates: Annotated[
        str, typer.Option(metavar="N", help="Pairs of runs in each world; the first stay the same.")
    ] = "4",
    seed: Seed = "1",
    years: Years = "4",
    window: Window = None,
    uncertainty: Uncertainty = "none",
    without: Without = None,
    threads: Threads = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Say which mechanisms make B differ from A, and what they do only together.

    Mechanisms are taken out of the world on both sides and added again, in several orders. That
    takes minutes; Ctrl+C keeps what was found, and asking for more orders goes on from there.
    """
    given = dict(locals())
    wanted = explaining.Wanted(outcome or (), mechanism or (), permutations, over)
    raise typer.Exit(explaining.explain(a, b, options_of(given), wanted, json))


@application.command()
def follow(
    scenario: Named,
    b: Annotated[
        str | None, typer.Argument(metavar="[B]", help="Another, to follow side by side.")
    ] = None,
    household: Annotated[
        str | None, typer.Option(metavar="N|typical", help="Which household; a typical one.")
    ] = None,
    professional: Annotated[
        str | None, typer.Option(metavar="N", help="Instead: who works here, by number of seat.")
    ] = None,
    replicate: Annotated[str, typer.Option(metavar="R", help="In which run.")] = "0",
    network: Annotated[
        str | None,
        typer.Option(metavar="FILE.csv|.json", help="Write the ties of every quarter as well."),
    ] = None,
    place: Place = None,
    residents: Residents = None,
    settings: Set = None,
    set_a: SetA = None,
    set_b: SetB = None,
    seed: Seed = "1",
    years: Years = "4",
    uncertainty: Uncertainty = "none",
    without: Without = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Tell the story of one household, or of one who works here, in one world or in two."""
    given = dict(locals())
    given["replicates"] = following.runs_until(replicate)
    names = [scenario, *([b] if b else [])]
    wanted = following.Wanted(household, professional, replicate, network)
    raise typer.Exit(following.follow(names, options_of(given), wanted, json))


@application.command()
def questions(
    outcome: Annotated[
        list[str] | None, typer.Option(metavar="KEY[,…]", help="Which outcomes; six without.")
    ] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(metavar="N[,…]", help="Which of the ten, by number; all without."),
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Each two together as well, against their sum.")
    ] = False,
    over: Annotated[
        str, typer.Option(metavar="WINDOW", help="final, during, after or one of --window.")
    ] = "final",
    place: Place = None,
    residents: Residents = "1000",
    settings: Set = None,
    replicates: Annotated[
        str, typer.Option(metavar="N", help="Pairs of runs in each world; the first stay the same.")
    ] = "4",
    seed: Seed = "1",
    years: Years = "3",
    window: Window = None,
    uncertainty: Uncertainty = "none",
    without: Without = None,
    threads: Threads = None,
    dry_run: DryRun = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Ask the ten questions of teams, alone and together: say which binds first in which place.

    Each question is a scenario that sets a few levers. It is run alone, and left out of all ten.
    The last year is looked at: with three years, the third year of extra money. What is left
    afterwards shows with --years 5, and a warning says whose money has ended by then.
    """
    given = dict(locals())
    wanted = asking.Wanted(outcome or (), question or (), pairs, over)
    raise typer.Exit(asking.ask(options_of(given), wanted, dry_run, json))
