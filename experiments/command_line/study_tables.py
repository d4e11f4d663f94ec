"""What is told of studies: what one takes, what came of it, how far it is, and which there are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from rich.markup import escape

from experiments.command_line import output, shown
from experiments.command_line.output import console, number
from experiments.command_line.pace import lasting
from experiments.command_line.registries import words
from experiments.command_line.speech import language, say
from experiments.studies import manifest, reading, results, told
from experiments.studies.expecting import Expected
from experiments.studies.planned import Study
from experiments.studies.running import Begun, Outcome
from experiments.version import NOTE
from scenarios.faults import Both, Fault, Refused

Data = dict[str, Any]
ALL_THERE, NOT_ALL = 0, 1
STATES = ("done", "failed", "missing")
SHOWN = 5


def expected(study: Study, folder: Path, todo: Begun, found: Expected, workers: int) -> Data:
    """What a study takes, for machines."""
    return {
        "dry_run": True,
        "study": study.name,
        "question": words(study.question),
        "design": study.method,
        "factors": [factor.address for factor in study.factors],
        "points": len(study.points),
        "scenarios": [each.key for each in study.scenarios],
        "places": list(study.places),
        "replicates": study.replicates,
        "runs": len({task.run_id for task in todo.tasks}),
        "found": len(todo.found),
        "to_make": found.runs,
        "measured_runs": found.measured,
        "seconds_of_one_core": number(round(found.seconds, 1)),
        "workers": workers,
        "seconds": number(round(found.by_the_clock(workers), 1)),
        "bytes": found.size,
        "overruled": {address: list(keys) for address, keys in study.overruled.items()},
        "of_another_model": list(study.foreign),
        "folder": str(folder),
    }


def show_expected(study: Study, data: Data) -> None:
    """The same in words."""
    out = console()
    out.print(f"[bold]{escape(study.question.say(language()))}[/]")
    parts = [
        f"{_counted(data['points'], ('punt', 'punten'), ('point', 'points'))} ({data['design']})",
        _counted(len(data["scenarios"]), ("scenario", "scenario's"), ("scenario", "scenarios")),
        _counted(len(data["places"]), ("plek", "plekken"), ("place", "places")),
        _counted(data["replicates"], ("herhaling", "herhalingen"), ("replicate", "replicates")),
    ]
    out.print(" × ".join(parts))
    there, make = shown.whole(data["found"]), shown.whole(data["to_make"])
    out.print(say(
        f"{shown.whole(data['runs'])} doorrekeningen; {there} zijn er al, {make} nog te maken",
        f"{shown.whole(data['runs'])} runs; {there} are there already, {make} still to make",
    ))  # fmt: skip
    for address, keys in data["overruled"].items():
        named = ", ".join(keys[:SHOWN])
        out.print(say(f"let op: de studie gaat over {address} heen, dat {named} zelf zet",
                      f"note: the study overrules {address}, which {named} sets"))  # fmt: skip
    for name in data["of_another_model"]:
        out.print(say(
            f"let op: de sets in {escape(name)} zijn van een ander model, of er staat niet bij van "
            "welk",
            f"note: the sets in {escape(name)} are of another model, or it is not said of which",
        ))  # fmt: skip
    if data["to_make"]:
        took, core = lasting(data["seconds"]), lasting(data["seconds_of_one_core"])
        out.print(say(
            f"ruwweg {took} met {data['workers']} tegelijk, elk op een eigen kern "
            f"({core} op één kern); gemeten aan {data['measured_runs']} doorrekeningen",
            f"roughly {took} with {data['workers']} at a time, each on a core of its own "
            f"({core} on one core); measured on {data['measured_runs']} runs",
        ))  # fmt: skip
        out.print(say(f"ruwweg {large(data['bytes'])} op schijf",
                      f"roughly {large(data['bytes'])} on disk"))  # fmt: skip
    out.print(say("er is niets bewaard", "nothing was kept") + f": {escape(data['folder'])}")
    out.print(f"[dim]{NOTE.say(language())}[/]")


def _counted(count: int, nl: tuple[str, str], en: tuple[str, str]) -> str:
    return f"{shown.whole(count)} {say(nl[count != 1], en[count != 1])}"


def large(size: int) -> str:
    """A number of bytes in words."""
    for unit, least in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= least:
            return f"{shown.numeral(f'{size / least:.1f}')} {unit}"
    return f"{size} B"


def outcome(study: Study, folder: Path, found: Outcome) -> Data:
    """What came of a study, for machines."""
    return {
        "study": study.name,
        "question": words(study.question),
        "note": words(NOTE),
        "folder": str(folder),
        "runs": found.runs,
        "done": found.done,
        "failed": found.failed,
        "missing": found.missing,
        "found": found.found,
        "elsewhere": found.elsewhere,
        "stopped": found.stopped,
        "seconds": number(round(found.seconds, 3)),
        "failures": [
            {"kind": kind, "count": count, "message": message}
            for kind, (count, message) in found.failures.items()
        ],
    }


def show_outcome(data: Data) -> None:
    """The same in words."""
    out = console()
    done, runs = shown.whole(data["done"]), shown.whole(data["runs"])
    said = say(f"{done} van {runs} doorrekeningen in {data['folder']}",
               f"{done} of {runs} runs in {data['folder']}")  # fmt: skip
    if data["found"]:
        there = shown.whole(data["found"])
        said += say(f"; {there} waren er al", f"; {there} were there already")
    out.print(escape(said))
    _show_failures(data["failures"], data["failed"])
    if data["elsewhere"]:
        other = shown.whole(data["elsewhere"])
        out.print(say(
            f"{other} andere in de map horen bij een ander model of een eerdere vraag; "
            "die blijven staan en tellen niet mee",
            f"{other} others in the folder belong to another model or an earlier question; they "
            "are left alone and do not count",
        ))  # fmt: skip
    out.print(f"[dim]{NOTE.say(language())}[/]")
    if data["stopped"]:
        print(say("gestopt; dezelfde opdracht gaat hier verder",
                  "stopped; the same command goes on from here"), file=sys.stderr)  # fmt: skip


def _show_failures(failures: list[Data], count: int) -> None:
    if not count:
        return
    out = console()
    out.print(say(f"{count} mislukt; --retry probeert ze opnieuw",
                  f"{count} failed; --retry tries them again"))  # fmt: skip
    for each in failures[:SHOWN]:
        out.print(f"  {each['count']} × {escape(each['kind'])}: {escape(each['message'])}")


def opened(folder: str) -> results.Results:
    """The results in a folder; Refused where there are none."""
    try:
        found = results.read(folder)
        _ = found.planned
        return found
    except manifest.NoStudy as nothing:
        problem = Both("there is no study in this folder", "in deze map staat geen studie")
        allowed = Both("a folder made by samenspel study run",
                       "een map van samenspel study run")  # fmt: skip
        where = Both("folder", "map")
        raise Refused([Fault(where, folder, allowed, None, problem)]) from nothing


def status(folder: str, json: bool) -> int:
    """Tell how far the study in a folder is; 1 where not all is done."""
    found = opened(folder)
    states: Any = found.planned.drop_duplicates("run_id")["status"]
    done, failed, missing = (int((states == each).sum()) for each in STATES)
    kinds = found.failures.drop_duplicates("run_id").groupby("kind", sort=False)["message"]
    said = found.manifest
    data: Data = {
        "study": said["name"], "question": said["question"], "note": said["note"],
        "folder": folder, "design": said["design"], "runs": len(states),
        "done": done, "failed": failed, "missing": missing,
        "model": said["software"]["model"], "version": said["software"]["version"],
        "sessions": said["sessions"],
        "failures": [
            {"kind": kind, "count": len(each), "message": each.iloc[0]} for kind, each in kinds
        ],
    }  # fmt: skip
    if json:
        output.as_json(data)
    else:
        _show_status(data)
    return ALL_THERE if done == data["runs"] else NOT_ALL


def _show_status(data: Data) -> None:
    out = console()
    out.print(f"[bold]{escape(data['question'][language()])}[/]")
    done, runs = shown.whole(data["done"]), shown.whole(data["runs"])
    missing = shown.whole(data["missing"])
    out.print(say(f"{done} van {runs} doorrekeningen; {missing} nog te maken",
                  f"{done} of {runs} runs; {missing} still to make"))  # fmt: skip
    _show_failures(data["failures"], data["failed"])
    for each in data["sessions"]:
        end = each["end"] or say("niet netjes geëindigd", "did not end properly")
        made = each.get("made")
        told = "" if made is None else f", {shown.whole(made)} {say('gemaakt', 'made')}"
        out.print(
            f"  [dim]{each['begin']} – {end}, {each['executor']} × {each['workers']}{told}[/]"
        )
    out.print(f"[dim]{data['note'][language()]}[/]")


def ready(json: bool) -> None:
    """List the studies that ship."""
    rows = [(name, reading.read(name)) for name in reading.ready()]
    if json:
        output.as_json_list([
            {"key": name, "question": words(study.question), "design": study.method,
             "points": len(study.points), "runs": study.runs,
             "scenarios": [each.key for each in study.scenarios], "places": list(study.places),
             "page": told.page(name) if told.holds(study) else None}
            for name, study in rows
        ])  # fmt: skip
        return
    columns = (
        say("studie", "study"), say("doorrekeningen", "runs"), say("pagina", "page"),
        say("vraag", "question"),
    )  # fmt: skip
    note = say("Draai er een: samenspel study run NAAM. Wat eruit kwam: docs/studies",
               "Run one: samenspel study run NAME. What came of it: docs/studies")  # fmt: skip
    cells = [
        (name, shown.whole(each.runs), say("ja", "yes") if told.holds(each) else "–",
         each.question.say(language()))
        for name, each in rows
    ]  # fmt: skip
    shown.registry(columns, cells, note)
