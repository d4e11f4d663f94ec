"""The commands of ``samenspel`` and their options, in words that a newcomer understands."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from experiments.command_line import (
    answer,
    lists,
    opening,
    outcome_tables,
    output,
    provenance,
    report,
    speech,
    tables,
    tidy,
    validating,
)
from experiments.command_line import auditing as audits_of_the_model
from experiments.command_line import request as requests
from experiments.command_line.auditing import WORDS, Wanted
from experiments.command_line.options import (
    All,
    By,
    Check,
    DryRun,
    Json,
    Language,
    Named,
    Out,
    Place,
    Replicates,
    Residents,
    Resume,
    Save,
    Seed,
    Set,
    SetA,
    SetB,
    Threads,
    Timing,
    Uncertainty,
    Values,
    Window,
    Without,
    Years,
)
from experiments.command_line.request import Options, Request
from experiments.version import NOTE, version
from scenarios.faults import Both, Fault, Refused

application = typer.Typer(
    name="samenspel",
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
    help=f"""How help in a neighbourhood comes together or falls apart: a {NOTE.en}.

Begin with [bold]samenspel scenarios[/] to see what can be compared, then
[bold]samenspel compare more_team_hours facilitator_neighbourhood[/].
Or open the page in your browser: [bold]samenspel app[/].""",
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"samenspel {version()}")
        raise typer.Exit


@application.callback()
def _samenspel(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="The version.")
    ] = False,
    language: Language = speech.USUAL,
) -> None:
    pass


@application.command()
def places(json: Json = False, language: Language = speech.USUAL) -> None:
    """List the places: real neighbourhoods, how much is known of each, and made-up ones."""
    lists.places(json)


@application.command()
def scenarios(json: Json = False, language: Language = speech.USUAL) -> None:
    """List the scenarios: what happens in each, and what it costs extra."""
    lists.scenarios(json)


@application.command()
def levers(
    json: Json = False,
    role: Annotated[
        str | None,
        typer.Option(metavar="lever|uncertainty|setting", help="Only numbers of this role."),
    ] = None,
    language: Language = speech.USUAL,
) -> None:
    """List every number you may set: what it means, its range, and what it rests on."""
    lists.levers(role, json)


@application.command()
def outcomes(json: Json = False, language: Language = speech.USUAL) -> None:
    """List what is reported: unit, direction, and the smallest difference that matters."""
    lists.outcomes(json)


@application.command()
def run(
    scenario: Named,
    place: Place = None,
    residents: Residents = None,
    settings: Set = None,
    replicates: Replicates = "20",
    seed: Seed = "1",
    years: Years = "4",
    window: Window = None,
    by: By = None,
    everything: All = False,
    uncertainty: Uncertainty = "none",
    without: Without = None,
    values: Values = False,
    check: Check = False,
    threads: Threads = None,
    timing: Timing = False,
    dry_run: DryRun = False,
    out: Out = None,
    save: Save = None,
    resume: Resume = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Run one scenario many times and show the outcomes."""
    _answer(dict(locals()), scenario)


@application.command()
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A scenario: a key or a .yaml file.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another, or the same.")],
    place: Place = None,
    residents: Residents = None,
    settings: Set = None,
    set_a: SetA = None,
    set_b: SetB = None,
    replicates: Replicates = "20",
    seed: Seed = "1",
    years: Years = "4",
    window: Window = None,
    by: By = None,
    everything: All = False,
    uncertainty: Uncertainty = "none",
    without: Without = None,
    values: Values = False,
    check: Check = False,
    threads: Threads = None,
    timing: Timing = False,
    dry_run: DryRun = False,
    out: Out = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Run two scenarios with the same luck and show what differs, pair by pair."""
    _answer(dict(locals()), a, b)


def options_of(given: dict[str, Any]) -> Options:
    """The options among these arguments, in the words of a request."""
    given["set"] = given.pop("settings")
    names = Options.__dataclass_fields__
    lists_of_words = {"place", "set", "set_a", "set_b", "window", "without"}
    typed: dict[str, Any] = {
        name: tuple(value or ()) if name in lists_of_words else value
        for name, value in given.items()
        if name in names
    }
    return Options(**typed)


_ABOUT_AUDITS = "\n\n".join(
    [
        f"Test whether a conclusion was built in. There are {len(WORDS)} audits; one that fails "
        "gives exit code 1. Ctrl+C keeps what was found until then.",
        *(f"[bold]{key}[/]: {said.meaning('en')}" for key, said in WORDS.items()),
        "What each looks for was written down before results were seen: docs/audits.md.",
    ]
)


def _answer(given: dict[str, Any], *names: str) -> None:
    """Read the request, make the answer, and show it."""
    json, everything = given["json"], given["everything"]
    request = requests.read(names, options_of(given))
    if given["dry_run"]:
        _show_settings(request, json)
        return
    answers = answer.make(request)
    data = report.report(request, answers)
    refused = _kept(request, answers)
    if json and refused:
        raise refused
    if json:
        output.as_json(data)
    elif len(names) == 1:
        outcome_tables.run(request, data, everything)
    else:
        outcome_tables.compare(request, data, everything)
    if refused:  # not before: what was found is not lost with the file
        raise refused


def _kept(request: Request, answers: answer.Answers) -> Refused | None:
    """Write what is to be kept in files; what could not be, where there is any such."""
    faults = [each.unsaved for each in answers.places if each.unsaved]
    try:
        tidy.write(request, answers)
    except Refused as refused:
        faults += refused.faults
    return Refused(faults) if faults else None


def _show_settings(request: Request, json: bool) -> None:
    data = provenance.dry_run(request)
    if json:
        output.as_json(data)
    else:
        tables.dry_run(request, data)


@application.command(help=_ABOUT_AUDITS)
def audit(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Which; all without a name.")
    ] = None,
    residents: Residents = None,
    replicates: Annotated[
        str | None, typer.Option(metavar="N", help="Runs of each; each audit has its own number.")
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="knock_outs: each two mechanisms together as well.")
    ] = False,
    contexts: Annotated[
        str | None, typer.Option(metavar="N", help="dominance: how many contexts are drawn.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Run nothing: say what would be, and how long.")
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
        bool, typer.Option("--quick", help="A look: under two minutes (this is usual).")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="As for the page: more runs; takes a quarter of an hour.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY[,…]", help="Only these rows, as in P5a,A4. May be repeated."),
    ] = None,
    threads: Threads = None,
    out: Annotated[
        str | None, typer.Option(metavar="FILE.csv|.parquet", help="Write every part to a file.")
    ] = None,
    page: Annotated[
        str | None, typer.Option(metavar="FILE.md", help="Write the page of all rows.")
    ] = None,
    json: Json = False,
) -> None:
    """Hold the model against research, published models and Dutch numbers: hits and misses."""
    if quick and full:
        problem = Both("quick and full do not go together", "quick en full gaan niet samen")
        allowed = Both("one of the two", "een van de twee")
        raise Refused([Fault("validate", "--quick --full", allowed, "--full", problem)])
    raise typer.Exit(validating.validate(only or (), full, threads, out, page, json))


@application.command()
def app(
    port: Annotated[str, typer.Option(metavar="P", help="Where the page listens.")] = "8765",
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Do not open a browser; say the address.")
    ] = False,
) -> None:
    """Open the page in your browser. Ctrl+C stops it."""
    raise typer.Exit(opening.open_page(port, no_browser))
