"""The commands about studies: ``study run``, ``study status`` and ``study list``."""

from __future__ import annotations

from typing import Annotated

import typer

from experiments.command_line import speech
from experiments.command_line.doubt import application
from experiments.command_line.options import FLAG, Json, Language

studies = typer.Typer(
    name="study",
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
    help="Ask a question of many runs: a file says which, a folder keeps what came of it.",
)
application.add_typer(studies)

StudyFile = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="A study file, or one that ships by its name (see samenspel study list).",
    ),
]
Folder = Annotated[
    str | None,
    typer.Option("--out", metavar="DIR", help="Keep the runs here; usually results/NAME."),
]
Workers = Annotated[
    str | None,
    typer.Option(metavar="N", help="How many runs at the same time; results stay the same."),
]
Executor = Annotated[
    str,
    typer.Option(
        metavar="threads|processes",
        help="Who makes them: threads share what they can; processes cost more memory, and one may "
        "die without the others.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="tcp://HOST:PORT",
        help="Let workers elsewhere make them, through this Dask scheduler "
        "(docs/learn/clusters.md).",
    ),
]
Again = Annotated[
    bool, typer.Option("--retry", metavar=FLAG, help="Try runs that failed once more.")
]
Before = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        metavar=FLAG,
        help="Check the file and make a few runs: say how many there are, how long they take and "
        "how much they keep.",
    ),
]
Kept = Annotated[str, typer.Argument(metavar="DIR", help="The folder of a study.")]


@studies.callback()
def _study(language: Language = speech.USUAL) -> None:
    pass


@studies.command("run")
def run_study(
    file: StudyFile,
    out: Folder = None,
    workers: Workers = None,
    executor: Executor = "threads",
    cluster: Scheduler = None,
    retry: Again = False,
    dry_run: Before = False,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Run a study, or go on with it: what is there already is not made again.

    Ctrl+C keeps what was made; the same command goes on from there. More replicates or points in
    the file make only those that are new.
    """
    from experiments.command_line import study_runs  # here: it loads the model

    wanted = study_runs.Wanted(file, out, workers, executor, cluster, retry)
    raise typer.Exit(study_runs.dry_run(wanted, json) if dry_run else study_runs.run(wanted, json))


@studies.command("status")
def study_status(folder: Kept, json: Json = False, language: Language = speech.USUAL) -> None:
    """Say how far a study is, and which runs failed and why."""
    from experiments.command_line import study_tables  # here: it loads the model

    raise typer.Exit(study_tables.status(folder, json))


@studies.command("list")
def list_studies(json: Json = False, language: Language = speech.USUAL) -> None:
    """List the studies that ship: the question of each, and how many runs it takes."""
    from experiments.command_line import study_tables  # here: it loads the model

    study_tables.ready(json)
