"""The command ``follow``: one household, or one who works here, in one world or side by side."""

from __future__ import annotations

import json as standard
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from experiments import batch
from experiments.command_line import answer, writing
from experiments.command_line import request as requests
from experiments.command_line.output import as_json, console, number
from experiments.command_line.progress import Progress
from experiments.command_line.reader import Reader
from experiments.command_line.registries import words
from experiments.command_line.request import Options, Request
from experiments.command_line.speech import language, say
from experiments.explaining import events_table, frames, stories
from experiments.explaining.stories import Moment, Story, UnknownRow, Watched
from experiments.simulation import Plan
from experiments.version import NOTE, version
from scenarios.faults import Both, Fault, Refused

Data = dict[str, Any]
TYPICAL = "typical"
HIGHEST = 10_000_000
LAST = 9_999


@dataclass(frozen=True)
class Wanted:
    """What was typed for this command alone."""

    household: str | None = None
    professional: str | None = None
    replicate: str = "0"
    network: str | None = None
    events: str | None = None


def follow(names: Sequence[str], options: Options, wanted: Wanted, json: bool) -> int:
    """Tell what happened to one household or seat, in each world that was named."""
    request = requests.read(names, options)
    replicate = _read(request, wanted)
    plans = _plans(request, replicate)
    looked = 2 if wanted.network else 1
    with Progress(looked * len(plans)) as progress:
        watched = {label: _after(stories.watch(plan, replicate), progress)
                   for label, plan in plans.items()}  # fmt: skip
        if wanted.network:
            _write_network(wanted.network, plans, replicate, progress)
    if wanted.events:
        _write_events(wanted.events, request, replicate, watched)
    row, told = _stories(wanted, watched)
    data = _data(request, replicate, wanted, row, told, watched)
    if json:
        as_json(data)
    else:
        _show(data, told)
    return 0


def runs_until(replicate: str) -> str:
    """How many runs there are up to and with this one; one where it is told to be no such run."""
    there = replicate.isdecimal() and int(replicate) <= LAST
    return str(int(replicate) + 1) if there else "1"


def _after(watched: Watched, progress: Progress) -> Watched:
    progress.one_more()
    return watched


def _read(request: Request, wanted: Wanted) -> int:
    """The replicate that is followed; Refused with every fault."""
    reader = Reader()
    replicate = reader.whole("--replicate", wanted.replicate, 0, LAST)
    if wanted.household not in (None, TYPICAL):
        reader.whole("--household", wanted.household or "", 0, HIGHEST)
    if wanted.professional is not None:
        reader.whole("--professional", wanted.professional, 0, HIGHEST)
        if wanted.household is not None:
            problem = Both("one of the two", "een van beide")
            allowed = Both("--household or --professional", "--household of --professional")
            reader.faults.append(
                Fault("--professional", wanted.professional, allowed, None, problem)
            )
    if len(request.places) > 1:
        problem = Both("one place at a time", "één plek tegelijk")
        allowed = Both("--place once", "--place één keer")
        reader.faults.append(Fault("--place", request.places[1].id, allowed, None, problem))
    reader.file_to_write(wanted.network, "--network", ".csv", ".json")
    reader.file_to_write(wanted.events, "--events", ".csv")
    if reader.faults:
        raise Refused(reader.faults)
    return replicate


def _plans(request: Request, replicate: int) -> dict[str, Plan]:
    """The plan of each side with what this replicate draws."""
    place = request.places[0]
    return {
        side.label: batch.drawn(
            request.plan_of_one(side, place), replicate, answer.draws_of(request, side, place)
        )
        for side in request.sides
    }


def _stories(wanted: Wanted, watched: dict[str, Watched]) -> tuple[int, dict[str, Story]]:
    """Whose story it is, and the story in each world; Refused where there is nobody."""
    row, tell, option = _who(wanted, watched)
    try:
        return row, {label: tell(each, row) for label, each in watched.items()}
    except UnknownRow as unknown:
        problem = Both("there is nobody there", "daar is niemand")
        allowed = Both(f"0 to {unknown.count - 1}", f"0 tot en met {unknown.count - 1}")
        raise Refused([Fault(option, str(row), allowed, None, problem)]) from None


def _who(
    wanted: Wanted, watched: dict[str, Watched]
) -> tuple[int, Callable[[Watched, int], Story], str]:
    if wanted.professional is not None:
        return int(wanted.professional), stories.seat, "--professional"
    if wanted.household in (None, TYPICAL):
        return stories.typical(*watched.values()), stories.household, "--household"
    return int(wanted.household), stories.household, "--household"


def _write_network(name: str, plans: dict[str, Plan], replicate: int, progress: Progress) -> None:
    """The ties of each world, quarter by quarter, in a file."""
    runs = {}
    for label, plan in plans.items():
        runs[label] = frames.frames(plan, replicate)
        progress.one_more()
    path = Path(name)
    if path.suffix == ".json":
        text = standard.dumps(frames.as_data(runs), ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")
    else:
        frames.as_table(runs).to_csv(path, index=False, lineterminator="\n")


def _write_events(name: str, request: Request, replicate: int, watched: dict[str, Watched]) -> None:
    """All that happened in each world, in a file; Refused where it cannot be written."""
    complete = all(each.complete for each in watched.values())
    said = {
        "samenspel": say(NOTE.nl, NOTE.en),
        "version": version(),
        "command": "follow",
        **request.asked(),
        # the one run that this is of, and not how many are needed to have it
        "replicates": "1",
        "replicate": str(replicate),
        "complete": say("ja", "yes") if complete else say("nee", "no"),
    }
    try:
        events_table.write(Path(name), events_table.as_table(watched, language()), said)
    except OSError as reason:
        raise Refused([writing.unwritten("--events", name, reason)]) from None


def _data(
    request: Request,
    replicate: int,
    wanted: Wanted,
    row: int,
    told: dict[str, Story],
    watched: dict[str, Watched],
) -> Data:
    return {
        "version": version(),
        "note": words(NOTE),
        "place": request.places[0].id,
        "seed": request.seed,
        "replicate": replicate,
        "weeks": request.weeks,
        "followed": {
            "kind": "household" if wanted.professional is None else "professional",
            "row": row,
            "typical": wanted.professional is None and wanted.household in (None, TYPICAL),
        },
        "sides": {
            side.label: {
                "scenario": side.scenario.key,
                "title": words(side.scenario.title),
                "begins": {"nl": told[side.label].begins[0], "en": told[side.label].begins[1]},
                "moments": [_moment(each) for each in told[side.label].moments],
                "complete": watched[side.label].complete,
            }
            for side in request.sides
        },
        "parts_in_week": _parting(told),
    }


def _moment(moment: Moment) -> Data:
    return asdict(moment) | {"number": number(moment.number)}


def _parting(told: dict[str, Story]) -> int | None:
    """The first week in which the stories differ; None where there is one, or no difference."""
    if len(told) < 2:
        return None
    for first, second in zip_longest(*(story.moments for story in told.values())):
        if first != second:
            return min(each.week for each in (first, second) if each)
    return None


def _show(data: Data, told: dict[str, Story]) -> None:
    """A column for each world, a line for each week in which something happened."""
    out, followed = console(), data["followed"]
    what = say("huishouden", "household")
    if followed["kind"] != "household":
        what = say("stoel", "seat")
    usual = say(" (doorsnee)", " (typical)") if followed["typical"] else ""
    begins = next(iter(told.values())).begins[0 if language() == "nl" else 1]
    out.print(f"[bold]{what} {followed['row']}{usual}[/]: {escape(begins)}")
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("week")
    for label, side in data["sides"].items():
        table.add_column(f"{label.upper()}: {escape(side['title'][language()])}", overflow="fold")
    weeks = sorted({each.week for story in told.values() for each in story.moments})
    for week in weeks:
        cells = [_week(story, week) for story in told.values()]
        same = len(set(cells)) == 1
        table.add_row(str(week), *cells, style="dim" if same and len(cells) > 1 else "")
    out.print(table)
    if not weeks:
        out.print(say("Er gebeurt niets.", "Nothing happens."))
    if len(told) > 1:
        parts = data["parts_in_week"]
        out.print(say("De verhalen lopen gelijk.", "The stories are the same.") if parts is None
                  else say(f"De verhalen gaan uiteen in week {parts}.",
                           f"The stories part in week {parts}."))  # fmt: skip
    out.print(f"[dim]{data['note'][language()]}[/]")


def _week(story: Story, week: int) -> str:
    return "\n".join(escape(each.said(language())) for each in story.moments if each.week == week)
