"""The commands of ``samenspel`` and their options, in words that a newcomer understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.command_line import lists, output, speech
from experiments.command_line.narrowing import Narrowed
from experiments.command_line.options import (
    FLAG,
    AfterEffect,
    All,
    By,
    Check,
    DryRun,
    Family,
    Json,
    Language,
    Mechanism,
    Named,
    Out,
    Place,
    Replicates,
    Residents,
    Resume,
    Role,
    Save,
    Seed,
    Set,
    SetA,
    SetB,
    Threads,
    Timing,
    Town,
    Uncertainty,
    Values,
    Why,
    Window,
    Without,
    Words,
    Years,
)
from experiments.version import NOTE, version
from scenarios.faults import Refused

if TYPE_CHECKING:
    from experiments.command_line.answer import Answers
    from experiments.command_line.request import Options, Request

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
        bool,
        typer.Option(
            "--version",
            metavar=FLAG,
            callback=_say_version,
            is_eager=True,
            help="Say which version.",
        ),
    ] = False,
    language: Language = speech.USUAL,
) -> None:
    pass


@application.command()
def places(
    words: Words = None,
    family: Town = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """List the places: real neighbourhoods, how much is known of each, and made-up ones."""
    lists.places(json, Narrowed("places", words or (), family))


@application.command()
def scenarios(
    words: Words = None,
    family: Family = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """List the scenarios: what happens in each, and what it costs extra."""
    lists.scenarios(json, Narrowed("scenarios", words or (), family))


@application.command()
def levers(
    words: Words = None,
    family: Mechanism = None,
    json: Json = False,
    role: Role = None,
    why: Why = False,
    language: Language = speech.USUAL,
) -> None:
    """List every number you may set: what it means, its range, and what it rests on."""
    lists.levers(role, why, json, Narrowed("levers", words or (), family))


@application.command()
def outcomes(
    words: Words = None,
    family: Family = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """List what is reported: unit, direction, and the smallest difference that matters."""
    lists.outcomes(json, Narrowed("outcomes", words or (), family))


@application.command()
def run(
    context: typer.Context,
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
    given = dict(locals())
    if _is_usual(context, "replicates"):
        given["replicates"] = None  # nothing was typed: what is gone on with may say how many
    _answer(given, scenario)


def _is_usual(context: typer.Context, option: str) -> bool:
    """Whether an option was left as it is."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "DEFAULT"


@application.command()
def compare(
    a: Annotated[
        str, typer.Argument(metavar="A", help="A scenario (see samenspel scenarios), or a file.")
    ],
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
    after_effect: AfterEffect = False,
    dry_run: DryRun = False,
    out: Out = None,
    json: Json = False,
    language: Language = speech.USUAL,
) -> None:
    """Run two scenarios with the same luck and show what differs, pair by pair."""
    _answer(dict(locals()), a, b)


def options_of(given: dict[str, Any]) -> Options:
    """The options among these arguments, in the words of a request."""
    from experiments.command_line.request import Options  # here: it loads the model

    given["set"] = given.pop("settings")
    names = Options.__dataclass_fields__
    lists_of_words = {"place", "set", "set_a", "set_b", "window", "without"}
    typed: dict[str, Any] = {
        name: tuple(value or ()) if name in lists_of_words else value
        for name, value in given.items()
        if name in names
    }
    return Options(**typed)


def _answer(given: dict[str, Any], *names: str) -> None:
    """Read the request, make the answer, and show it."""
    from experiments.command_line import answer, outcome_tables, report
    from experiments.command_line import request as requests

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


def _kept(request: Request, answers: Answers) -> Refused | None:
    """Write what is to be kept in files; what could not be, where there is any such."""
    from experiments.command_line import tidy

    faults = [each.unsaved for each in answers.places if each.unsaved]
    try:
        tidy.write(request, answers)
    except Refused as refused:
        faults += refused.faults
    return Refused(faults) if faults else None


def _show_settings(request: Request, json: bool) -> None:
    from experiments.command_line import provenance, settings

    data = provenance.dry_run(request)
    if json:
        output.as_json(data)
    else:
        settings.dry_run(request, data)


@application.command()
def app(
    port: Annotated[
        str, typer.Option(metavar="P", help="Port of the page: the number in its address.")
    ] = "8765",
    no_browser: Annotated[
        bool, typer.Option("--no-browser", metavar=FLAG, help="Only say the address.")
    ] = False,
    language: Language = speech.USUAL,
) -> None:
    """Open the page in your browser. Ctrl+C stops it."""
    from experiments.command_line import opening  # here: it loads the model

    raise typer.Exit(opening.open_page(port, no_browser))
