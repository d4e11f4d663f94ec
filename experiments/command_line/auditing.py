"""The audits: whether a conclusion was built into the model."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from experiments.command_line import output, shown, speech
from experiments.command_line.reader import Reader
from experiments.command_line.speech import say
from model.declarations import Named
from scenarios.faults import Both, Fault, Refused, in_language

PASSED, FAILED = 0, 1
FEWEST_RESIDENTS, MOST_RESIDENTS = 100, 100_000

WORDS: dict[str, Named] = {
    "equal_attributes": Named(
        nl="Gelijke kenmerken: is een plaatsing meer dan haar getallen?",
        en="Equal attributes: is a placement more than its numbers?",
    ),
    "overlapping_ranges": Named(
        nl="Overlappende bereiken: staat de volgorde van plaatsingen vooraf al vast?",
        en="Overlapping ranges: is the order of placements settled beforehand?",
    ),
    "reversal": Named(
        nl="Omkering: kan wat de praktijk zegt hier ook andersom uitkomen?",
        en="Reversal: can what practice says come out the other way here?",
    ),
    "assumed_signs": Named(
        nl="Aangenomen richtingen: welk effect kan maar één kant op?",
        en="Assumed signs: which effect can go one way only?",
    ),
    "null_world": Named(
        nl="Nulwereld: is er een voordeel waar niemand er een heeft benoemd?",
        en="Null world: is there a benefit where nobody declared one?",
    ),
    "knock_outs": Named(
        nl="Uitschakelen: welk verschil blijft zonder welk mechanisme?",
        en="Knock-outs: which difference stays without which mechanism?",
    ),
    "dominance": Named(
        nl="Overheersing: is één besteding van het geld bijna overal de beste?",
        en="Dominance: is one use of the money best nearly everywhere?",
    ),
    "idle_numbers": Named(
        nl="Stille getallen: welk getal verandert niets?",
        en="Idle numbers: which number changes nothing?",
    ),
}
"""Every audit, in the order in which they are run; what each asks."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after ``samenspel audit``."""

    names: Sequence[str] = ()
    residents: str | None = None
    replicates: str | None = None
    contexts: str | None = None
    pairs: bool = False


def audit(wanted: Wanted, dry_run: bool, json: bool) -> int:
    """Run the audits that were named, or all; 1 when one has failed or was stopped, else 0."""
    sizes = _read(wanted)
    if dry_run:
        _tell_work(sizes, json)
        return PASSED
    from experiments.audits import AUDITS  # here: it loads more than other commands need
    from experiments.command_line import warming

    if warming.is_cold() and any(_work(name, size).runs for name, size in sizes.items()):
        warming.compile_in_a_child()
    reports: dict[str, Any] = {}
    for name, size in sizes.items():
        print(f"audit {name}, {_time(name, size)} …", file=sys.stderr)
        try:
            reports[name] = AUDITS[name](**size)
        except KeyboardInterrupt:
            break
        if not json:
            _show(name, reports[name])
        if not reports[name].complete:
            break
    return _conclude(list(sizes), reports, json)


def _conclude(names: list[str], reports: Mapping[str, Any], json: bool) -> int:
    """Say what was found, also when somebody stopped it; what is not done cannot have passed."""
    complete = list(reports) == names and all(report.complete for report in reports.values())
    failed = any(report.passed is False for report in reports.values())
    if not complete:
        print(say("gestopt voor het einde", "stopped before the end"), file=sys.stderr)
    if json:
        told = {name: report.as_json() for name, report in reports.items()}
        passed = False if failed else True if complete else None
        output.as_json({"passed": passed, "complete": complete, "audits": told})
    return PASSED if complete and not failed else FAILED


def _read(wanted: Wanted) -> dict[str, dict[str, Any]]:
    """The sizes of each audit by name, its own where nothing was said; Refused with every fault."""
    reader = Reader()
    names = [reader.one_of("audit", name, list(WORDS)) for name in wanted.names] or list(WORDS)
    given: dict[str, Any] = {}
    if wanted.residents is not None:
        given["residents"] = reader.whole(
            "--residents", wanted.residents, FEWEST_RESIDENTS, MOST_RESIDENTS
        )
    if wanted.replicates is not None:
        given["replicates"] = reader.whole("--replicates", wanted.replicates, 1, 1000)
    if wanted.contexts is not None:
        given["count"] = reader.whole("--contexts", wanted.contexts, 1, 10_000)
    if wanted.pairs:
        given["pairs"] = True
    if wanted.names:
        reader.faults += _without_use(names, given)
    if reader.faults:
        raise Refused(reader.faults)
    sizes: dict[str, dict[str, Any]] = {}
    for name in dict.fromkeys(names):
        usual = _usual(name)
        sizes[name] = usual | {key: value for key, value in given.items() if key in usual}
    return sizes


SIZES = {
    "residents": ("bewoners", "residents"),
    "replicates": ("herhalingen", "replicates"),
    "count": ("omstandigheden", "contexts"),
    "pairs": ("in tweetallen", "pairs"),
}
"""What each size is called where people read it."""


def _written(value: int | bool) -> str:
    if isinstance(value, bool):
        return say("ja" if value else "nee", "yes" if value else "no")
    return str(value)


OWN = {"pairs": ("--pairs", "knock_outs"), "count": ("--contexts", "dominance")}
"""Sizes that one audit has alone: the option, and the audit."""


def _without_use(names: Sequence[str], given: Mapping[str, Any]) -> list[Fault]:
    problem = Both("this audit has no such size", "deze audit kent die maat niet")
    return [
        Fault(option, ", ".join(names), Both(f"with {name}", f"bij {name}"), name, problem)
        for key, (option, name) in OWN.items()
        if key in given and name not in names
    ]


def _usual(name: str) -> dict[str, Any]:
    """The sizes an audit has when nothing else is said, from its own words."""
    from experiments.audits import AUDITS

    sizes = ("residents", "replicates", "count", "pairs")
    parameters = inspect.signature(AUDITS[name]).parameters
    return {key: parameters[key].default for key in sizes if key in parameters}


def _seconds(name: str, size: Mapping[str, Any]) -> float:
    return _work(name, size).seconds(size.get("residents", 0))


def _work(name: str, size: Mapping[str, Any]) -> Any:
    from experiments.audits import WORK

    return WORK[name](**{key: value for key, value in size.items() if key != "residents"})


def _time(name: str, size: Mapping[str, Any]) -> str:
    """Roughly how long it takes, in words."""
    seconds = _seconds(name, size)
    if seconds < 90:
        return say(f"ongeveer {max(5, round(seconds, -1)):.0f} s",
                   f"about {max(5, round(seconds, -1)):.0f} s")  # fmt: skip
    minutes = f"{seconds / 60:.0f}"
    return say(f"ongeveer {minutes} minuten", f"about {minutes} minutes")


def _tell_work(sizes: Mapping[str, Mapping[str, Any]], json: bool) -> None:
    """What would be run and how long that takes roughly, without running it."""
    if json:
        told = {
            name: {"sizes": dict(size), "runs": _work(name, size).runs,
                   "weeks": _work(name, size).weeks,
                   "seconds": output.number(round(_seconds(name, size), 1))}
            for name, size in sizes.items()
        }  # fmt: skip
        output.as_json({"dry_run": True, "audits": told})
        return
    rows = [
        (
            name,
            WORDS[name].meaning(speech.language()),
            shown.whole(_work(name, size).runs),
            ", ".join(f"{say(*SIZES[key])} {_written(value)}" for key, value in size.items()),
            _time(name, size),
        )
        for name, size in sizes.items()
    ]
    columns = {
        "nl": ("audit", "vraag", "doorrekeningen", "maten", "duurt"),
        "en": ("audit", "question", "runs", "sizes", "takes"),
    }
    note = say(
        "Ruwe schatting op één kern, zonder het model voor te bereiden; er is niets doorgerekend.",
        "A rough guess on one core, without preparing the model; nothing was run.",
    )
    shown.registry(columns[speech.language()], rows, note)


def _show(name: str, report: Any) -> None:
    words = {
        True: say("geslaagd", "passed"),
        False: say("NIET geslaagd", "NOT passed"),
        None: say("ter informatie", "for information")
        if report.complete
        else say("gestopt", "stopped"),
    }
    beside = in_language(report.beside, speech.language())
    print(f"{name}: {words[report.passed]}" + (f"; {beside}" if beside else ""))
    for line in report.lines:
        print(f"  {in_language(line, speech.language())}", flush=True)
