"""The command ``sensitivity``: which number that nobody knows moves which outcome."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from experiments.audits.work import Work
from experiments.command_line import output
from experiments.command_line.progress import Progress
from experiments.command_line.shown import numeral
from experiments.command_line.speech import language, say
from experiments.command_line.weighed import Asked, Wanted, read, words_of
from scenarios.faults import Both, Fault, Refused

if TYPE_CHECKING:
    from experiments.sensitivity.studies import Done

DONE, STOPPED = 0, 1
SHOWN = 5


def sensitivity(wanted: Wanted, dry_run: bool, json: bool) -> int:
    """Make the study, or go on with it, and show it; 1 when it was stopped before its end."""
    asked = read(wanted)
    if dry_run:
        _tell_work(asked, json)
        return DONE
    done = _made(asked)
    from experiments.sensitivity import page, report

    data = report.data(done, asked.outcomes, str(asked.folder))
    if wanted.page:
        page.write(Path(wanted.page), data, _typed(wanted))
    if json:
        output.as_json(data)
    else:
        _show(data)
    if not done.complete:
        said = say("gestopt; dezelfde opdracht gaat hier verder",
                   "stopped; the same command goes on from here")  # fmt: skip
        print(said, file=sys.stderr)
    return DONE if done.complete else STOPPED


def _made(asked: Asked) -> Done:
    from experiments.sensitivity import studies, world
    from experiments.sensitivity.parts import AnotherStudy

    evaluate = world.evaluate(asked.plan, asked.study.design.names)
    with Progress(asked.study.runs) as progress:

        def tell(runs: int) -> None:
            for _ in range(runs):
                progress.one_more()

        try:
            return studies.make(asked.study, evaluate, asked.folder, asked.threads, tell)
        except AnotherStudy as other:
            differs = other.told()
            problem = Both(
                f"this folder holds a study with another {differs}",
                f"in deze map staat een studie die verschilt in {differs.nl}",
            )
            allowed = Both("an empty folder, or a new one", "een lege map, of een nieuwe")
            folder = asked.folder
            nearest = f"{folder}-2"
            raise Refused([Fault("--out", str(folder), allowed, nearest, problem)]) from other


def _typed(wanted: Wanted) -> str:
    """The command that makes this again, without where it is kept."""
    usual = Wanted(wanted.method)
    words = ["samenspel", "sensitivity", wanted.method]
    for name in ("trajectories", "rows", "replicates", "residents", "years", "place", "scenario",
                 "seed"):  # fmt: skip
        value = getattr(wanted, name)
        if value is not None and value != getattr(usual, name):
            words += [f"--{name}", str(value)]
    words += ["--grouped"] if wanted.grouped else []
    words += ["--numbers", ",".join(words_of(wanted.numbers))] if wanted.numbers else []
    words += ["--top", f"{wanted.top.partition(':')[0]}:FOLDER"] if wanted.top else []
    return shlex.join([*words, "--page", "docs/sensitivity.md"])


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _tell_work(asked: Asked, json: bool) -> None:
    """What would be run and how long that takes roughly, without running it.

    Nearly every point is another world before week 0, which has to settle first.
    """
    study = asked.study
    points = study.blocks * study.design.points
    work = Work(study.runs, study.runs, points, asked.plan.weeks)
    seconds = work.seconds(asked.plan.residents)
    if json:
        output.as_json({
            "dry_run": True, "method": study.design.method, "blocks": study.blocks,
            "points": points, "runs": study.runs, "numbers": len(study.design.names),
            "factors": len(study.design.factors), "folder": str(asked.folder),
            "seconds": output.number(round(seconds, 1)),
        })  # fmt: skip
        return
    print(say(
        f"{study.runs} doorrekeningen, ruwweg {seconds / 60:.0f} minuten op één kern; "
        "er is niets doorgerekend",
        f"{study.runs} runs, roughly {seconds / 60:.0f} minutes on one core; nothing was run",
    ))  # fmt: skip
    print(asked.folder)


def _show(data: dict[str, Any]) -> None:
    """A line for each outcome, with the numbers that matter most in it."""
    out = output.console()
    value = "mu_star" if data["method"] == "morris" else "total"
    table = Table(box=None, header_style="bold", pad_edge=False)
    heads = (say("uitkomst", "outcome"), say("toeval", "luck"), say("aanname", "assumed"),
             say("wat het meest telt", "what matters most"))  # fmt: skip
    for title in heads:
        table.add_column(title, overflow="fold")
    for each in data["outcomes"]:
        named = escape(f"{each[language()]} ({each['key']})")
        if not each["judged"]:
            table.add_row(named, "", "", say("niet te beoordelen", "not judged"))
            continue
        told = ", ".join(
            f"{one['key']} {numeral(f'{one[value]:.3g}')}" for one in each["numbers"][:SHOWN]
        )
        shares = (_percent(each["noise_share"]), _percent(each["assumed_share"]))
        table.add_row(named, *shares, escape(told))
    out.print(table)
    size = data["size"]
    out.print(say(
        f"{size['blocks']} blokken, {size['runs']} doorrekeningen; bewaard in {data['folder']}",
        f"{size['blocks']} blocks, {size['runs']} runs; kept in {data['folder']}",
    ))  # fmt: skip
