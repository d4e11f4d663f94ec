"""The commands that hold the model against something: ``audit`` and ``validate``."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import auditing as audits_of_the_model
from experiments.command_line import speech
from experiments.command_line.auditing import WORDS, Wanted
from experiments.command_line.commands import application
from experiments.command_line.options import FLAG, Json, Language, Residents, Threads
from scenarios.faults import Both, Fault, Refused

_ABOUT_AUDITS = "\n\n".join(
    [
        "Test whether a conclusion was built in. There are several; one that fails "
        "gives exit code 1. Ctrl+C keeps what was found until then.",
        *(f"[bold]{key}[/]: {said.meaning('en')}" for key, said in WORDS.items()),
        "What each looks for was written down before results were seen: docs/audits.md.",
    ]
)


@application.command(help=_ABOUT_AUDITS)
def audit(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME", help="Which of them; without a name all, which takes hours."
        ),
    ] = None,
    residents: Residents = None,
    replicates: Annotated[
        str | None, typer.Option(metavar="N", help="Runs of each; each audit has its own number.")
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", metavar=FLAG, help="knock_outs: also every two mechanisms.")
    ] = False,
    contexts: Annotated[
        str | None, typer.Option(metavar="N", help="dominance: how many contexts are drawn.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar=FLAG, help="Run nothing: say what, and how long.")
    ] = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Test whether a conclusion was built in."""
    wanted = Wanted(name or (), residents, replicates, contexts, pairs)
    raise typer.Exit(audits_of_the_model.audit(wanted, dry_run, json))


@application.command()
def validate(
    quick: Annotated[
        bool, typer.Option("--quick", metavar=FLAG, help="Few runs: under two minutes (usual).")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", metavar=FLAG, help="More runs: over an hour of one core.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY[,…]", help="Only these rows of docs/validation.md, as in P5a,A4."
        ),
    ] = None,
    threads: Threads = None,
    out: Annotated[
        str | None, typer.Option(metavar="FILE.csv|.parquet", help="Write every part to a file.")
    ] = None,
    page: Annotated[
        str | None,
        typer.Option(
            metavar="FILE.md",
            help="With --full: write the page of all rows as each is done, and keep what was found "
            "in reports/ beside it. Rows that are not run stay as they were kept.",
        ),
    ] = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Hold the model against research, published models and Dutch numbers: hits and misses."""
    if quick and full:
        problem = Both("quick and full do not go together", "quick en full gaan niet samen")
        allowed = Both("one of the two", "een van de twee")
        raise Refused([Fault("validate", "--quick --full", allowed, "--full", problem)])
    from experiments.command_line import validating  # here: it loads the model

    raise typer.Exit(validating.validate(only or (), full, threads, out, page, json))
