"""The commands that tell why: ``explain``, ``questions`` and ``follow``, and their options."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import speech
from experiments.command_line.commands import options_of
from experiments.command_line.holding import application
from experiments.command_line.options import (
    FLAG,
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
One = Annotated[
    str, typer.Argument(metavar="A", help="A scenario (see samenspel scenarios), or a file.")
]
Headlines = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KEY[,…]", help="Which (see samenspel outcomes); usually the first eleven."
    ),
]
Alone = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME[,…]", help="Look at these mechanisms alone; usually all."),
]
Orders = Annotated[
    str,
    typer.Option(metavar="N", help="In how many orders mechanisms are added: more is surer."),
]
Over = Annotated[
    str,
    typer.Option(
        metavar="WINDOW", help="In which weeks: final, during, after or your own --window."
    ),
]
RunsInAWorld = Annotated[
    str, typer.Option(metavar="N", help="Runs of each side in each world: more is surer.")
]
BesideIt = Annotated[
    str | None, typer.Argument(metavar="[B]", help="Another, to follow side by side.")
]
Household = Annotated[
    str | None,
    typer.Option(metavar="N|typical", help="Which household, by number; usually a typical one."),
]
Professional = Annotated[
    str | None,
    typer.Option(metavar="N", help="Instead of a household: who works here, by number."),
]
WhichRun = Annotated[str, typer.Option(metavar="R", help="In which run, counted from 0.")]
Network = Annotated[
    str | None,
    typer.Option(
        metavar="FILE.csv|.json", help="Write who knows whom, every quarter, to a file as well."
    ),
]
Log = Annotated[
    str | None,
    typer.Option(
        metavar="FILE.csv",
        help="Write all that happened in this run to a file as well: week, what, who, whom and "
        "why, in words (docs/learn/events.md).",
    ),
]


@application.command()
def explain(
    a: One,
    b: Another,
    outcome: Headlines = None,
    mechanism: Alone = None,
    permutations: Orders = "4",
    over: Over = "final",
    place: Place = None,
    residents: Residents = "1000",
    settings: Set = None,
    set_a: SetA = None,
    set_b: SetB = None,
    replicates: RunsInAWorld = "4",
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
    from experiments.command_line import explaining  # here: it loads the model

    wanted = explaining.Wanted(outcome or (), mechanism or (), permutations, over)
    raise typer.Exit(explaining.explain(a, b, options_of(given), wanted, json))


@application.command()
def follow(
    scenario: Named,
    b: BesideIt = None,
    household: Household = None,
    professional: Professional = None,
    replicate: WhichRun = "0",
    network: Network = None,
    events: Log = None,
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
    from experiments.command_line import following  # here: it loads the model

    given["replicates"] = following.runs_until(replicate)
    names = [scenario, *([b] if b else [])]
    wanted = following.Wanted(household, professional, replicate, network, events)
    raise typer.Exit(following.follow(names, options_of(given), wanted, json))


@application.command()
def questions(
    outcome: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY[,…]", help="Which (see samenspel outcomes); usually six."),
    ] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(metavar="N[,…]", help="Which of the ten, by number; usually all."),
    ] = None,
    pairs: Annotated[
        bool,
        typer.Option("--pairs", metavar=FLAG, help="Also every two together, against their sum."),
    ] = False,
    over: Over = "final",
    place: Place = None,
    residents: Residents = "1000",
    settings: Set = None,
    replicates: RunsInAWorld = "4",
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
    from experiments.command_line import asking  # here: it loads the model

    wanted = asking.Wanted(outcome or (), question or (), pairs, over)
    raise typer.Exit(asking.ask(options_of(given), wanted, dry_run, json))
