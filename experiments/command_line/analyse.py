"""The command ``analyse``: what may be read off a study that was run."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import speech
from experiments.command_line.options import FLAG, Json, Language, Seed
from experiments.command_line.studying import application

Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="effects: B less A, in counts. sensitivity: which factor matters, by Morris, Sobol or "
        "PAWN. features: the same, by trees. discover: when it fails. robustness: regret. "
        "heatmap: two levers. convergence: are there enough replicates.",
    ),
]
Folder = Annotated[
    str, typer.Argument(metavar="FOLDER", help="The folder in which a study was kept.")
]
Outcomes = Annotated[
    list[str] | None,
    typer.Option("--outcome", metavar="KEY[,…]", help="Which outcomes; usually all of the study."),
]
InWindow = Annotated[
    str, typer.Option("--window", metavar="NAME", help="Over which weeks, as the study names them.")
]
SideA = Annotated[
    str | None,
    typer.Option(
        "--a", metavar="SCENARIO", help="What B is compared with; none: no comparison, B alone."
    ),
]
SideB = Annotated[
    str | None, typer.Option("--b", metavar="SCENARIO", help="The scenario that it is about.")
]
Contexts = Annotated[
    list[str] | None,
    typer.Option(
        "--context", metavar="ADDRESS[,…]", help="effects: tell thirds of these apart; usually all."
    ),
]
Way = Annotated[
    str | None,
    typer.Option(
        "--method", metavar="morris|sobol|pawn", help="sensitivity: usually what fits the design."
    ),
]
Fails = Annotated[
    str | None,
    typer.Option(
        "--fails",
        metavar="above:X|below:X",
        help="discover: when it fails; usually where B is not better than A by what matters.",
    ),
]
Options = Annotated[
    list[str] | None,
    typer.Option(
        "--options", metavar="ADDRESS[,…]", help="robustness: levers that make an option too."
    ),
]
Better = Annotated[
    str | None,
    typer.Option(
        "--better", metavar="lower|higher", help="robustness: where the outcome does not say."
    ),
]
GoodEnough = Annotated[
    str | None,
    typer.Option(
        "--good-enough", metavar="X", help="robustness: count the worlds that reach this."
    ),
]
AcrossX = Annotated[
    str | None,
    typer.Option("--x", metavar="ADDRESS", help="heatmap: the lever from left to right."),
]
UpY = Annotated[
    str | None, typer.Option("--y", metavar="ADDRESS", help="heatmap: the lever from low to high.")
]
Precise = Annotated[
    str | None,
    typer.Option(
        "--precise",
        metavar="X",
        help="convergence: how precise it must be; usually the smallest difference that matters.",
    ),
]
LeaveOut = Annotated[
    bool,
    typer.Option(
        "--leave-out",
        metavar=FLAG,
        help="Leave out what is not whole, and say how much; without, nothing is told of it.",
    ),
]
Into = Annotated[
    str | None,
    typer.Option(
        "--out", metavar="DIR", help="Where tables and figures go; usually FOLDER/analysis."
    ),
]


@application.command()
def analyse(
    kind: Kind,
    folder: Folder,
    outcome: Outcomes = None,
    window: InWindow = "final",
    a: SideA = None,
    b: SideB = None,
    context: Contexts = None,
    method: Way = None,
    fails: Fails = None,
    options: Options = None,
    better: Better = None,
    good_enough: GoodEnough = None,
    x: AcrossX = None,
    y: UpY = None,
    precise: Precise = None,
    leave_out: LeaveOut = False,
    seed: Seed = "1",
    out: Into = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Say what a study shows: a table (CSV), a figure (PNG and SVG) and sentences with counts.

    Nothing is run. A study that is not whole is refused, with the runs that are missing. Where a
    study has two scenarios, the second is compared with the first.
    """
    from experiments.command_line import analysing  # here: it loads the model

    wanted = analysing.Wanted(
        kind=kind, folder=folder, outcome=outcome or (), window=window, a=a, b=b,
        context=context or (), method=method, fails=fails, options=options or (), better=better,
        good_enough=good_enough, x=x, y=y, precise=precise, leave_out=leave_out, seed=seed, out=out,
    )  # fmt: skip
    raise typer.Exit(analysing.analyse(wanted, json))
