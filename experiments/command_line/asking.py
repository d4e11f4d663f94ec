"""The command ``questions``: the ten questions alone, together and in pairs, and which binds."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from experiments import effects, questions
from experiments.audits.report import AS_IT_IS
from experiments.command_line import answer, asking_tables
from experiments.command_line import request as requests
from experiments.command_line.output import as_json, number
from experiments.command_line.progress import Progress
from experiments.command_line.reader import OUTCOMES_LISTED, Reader
from experiments.command_line.registries import words
from experiments.command_line.request import Options, Request
from experiments.command_line.speech import say
from experiments.effects import Effect
from experiments.questions import Asked, Measured, Opposite, Package
from experiments.version import NOTE, version
from model.outcomes import OUTCOMES
from model.place_facts import Text
from model.places import Place
from scenarios import library
from scenarios.faults import Both, Fault, Refused

Data = dict[str, Any]

USUAL = ("time_to_help_mean", "one_plan", "ownerless_several", "fit", "strain", "burden")
"""What is looked at unless asked otherwise: few enough to read, from access to need."""

HELD = Text(
    "Een vraag is hier een pakket van knoppen; hoe groot elk pakket is, is onze keuze. De "
    "volgorde gaat over deze pakketten in dit model, niet over de vragen zelf. De grootste van "
    "tien of van 45 paren is ten dele geluk: met meer --replicates wordt dat minder.",
    "A question is a package of levers here; how large each package is, is our choice. The order "
    "speaks of these packages in this model, not of the questions themselves. The largest of "
    "ten, or of 45 pairs, is partly luck: less so with more --replicates.",
)


@dataclass(frozen=True)
class Wanted:
    """What was typed for this command alone."""

    outcomes: Sequence[str] = ()
    numbers: Sequence[str] = ()
    pairs: bool = False
    over: str = "final"


def ask(options: Options, wanted: Wanted, dry_run: bool, json: bool) -> int:
    """Run the questions in each place and show which binds first."""
    request = requests.read([AS_IT_IS], options)
    outcomes, keys = _read(request, wanted)
    packages = {key: questions.package(key) for key in keys}
    _refuse(request, packages)
    _warn(request, wanted, packages)
    runs = len(questions.worlds(keys, wanted.pairs)) * request.replicates * len(request.places)
    data = _heading(request, wanted, packages) | {"runs": runs}
    if not dry_run:
        with Progress(runs) as progress:
            data["places"] = [
                _in_one_place(request, place, wanted, packages, outcomes, progress)
                for place in request.places
            ]
    if json:
        as_json(data | {"dry_run": True} if dry_run else data)
    else:
        asking_tables.show(data)
    return 0


def _read(request: Request, wanted: Wanted) -> tuple[list[str], list[str]]:
    """The outcomes and the keys of the questions; Refused with every fault."""
    reader, there = Reader(), questions.questions()
    named = reader.words("--outcome", wanted.outcomes)
    numbers = reader.words("--question", wanted.numbers)
    outcomes = [reader.one_of("--outcome", key, list(OUTCOMES), OUTCOMES_LISTED) for key in named]
    chosen = [reader.whole("--question", number, 1, len(there)) for number in numbers]
    reader.one_of("--over", wanted.over, [key for key, here in request.windows.items() if here])
    if not reader.faults and len(set(chosen)) == 1:
        problem = Both("one question has nothing to be held against",
                       "één vraag is nergens mee te vergelijken")  # fmt: skip
        allowed = Both("two or more of the ten", "twee of meer van de tien")
        reader.faults.append(Fault("--question", str(chosen[0]), allowed, None, problem))
    if reader.faults:
        raise Refused(reader.faults)
    keys = [there[n - 1] for n in sorted(set(chosen))] or list(there)
    return list(dict.fromkeys(outcomes)) or list(USUAL), keys


def _refuse(request: Request, packages: Mapping[str, Package]) -> None:
    """Raise Refused for a number that was set by hand too, or is moved in opposite directions."""
    faults = []
    for address in request.sides[0].overrides:
        asking = [key for key, each in packages.items() if address in each]
        if asking:
            problem = Both(f"{asking[0]} sets this number", f"{asking[0]} zet dit getal")
            allowed = Both("a number that no question sets", "een getal dat geen vraag zet")
            faults.append(Fault("--set", address, allowed, None, problem))
    try:
        questions.together(packages)
    except Opposite as reason:
        problem = Both("these questions move one number in opposite directions",
                       "deze vragen draaien één getal tegengesteld")  # fmt: skip
        faults.append(Fault(", ".join(reason.keys), reason.address,
                            Both("--question with one of them", "--question met één ervan"),
                            None, problem))  # fmt: skip
    if faults:
        raise Refused(faults)


def _warn(request: Request, wanted: Wanted, packages: Mapping[str, Package]) -> None:
    """Tell on stderr of packages whose extra money ends before the window does; once, or not."""
    window = request.windows[wanted.over]
    assert window is not None
    ends = {
        key: int(each.get("spending.end", request.sides[0].at("spending.end")))
        for key, each in packages.items()
        if each.get("spending.extra", 0.0) > 0
    }
    told = []
    for key, end in ends.items():
        if end <= window.begin:
            told.append(say(f"{key}: in week {end}, voor het venster begint",
                            f"{key}: in week {end}, before the window begins"))  # fmt: skip
        elif end < window.end:
            told.append(say(f"{key}: in week {end}, binnen het venster",
                            f"{key}: in week {end}, within the window"))  # fmt: skip
    if told:
        here = f"{window.name} ({window.begin}:{window.end})"
        said = say(
            f"Let op: venster {here} loopt door na het extra geld, dat eindigt bij",
            f"Warning: window {here} goes on after the extra money, which ends for",
        )
        print(f"{said} {'; '.join(told)}.", file=sys.stderr)


def _heading(request: Request, wanted: Wanted, packages: Mapping[str, Package]) -> Data:
    window = request.windows[wanted.over]
    assert window is not None
    return {
        "version": version(),
        "note": words(NOTE),
        "held": words(HELD),
        "set": {a: number(v) for a, v in sorted(request.sides[0].overrides.items())},
        "replicates": request.replicates,
        "seed": request.seed,
        "weeks": request.weeks,
        "uncertainty": request.uncertainty,
        "without": list(request.off),
        "window": {"name": wanted.over, "weeks": [window.begin, window.end]},
        "questions": {
            key: {
                "title": words(library.load(key).title),
                "extra_money": number(library.load(key).extra_money),
                "sets": {address: number(value) for address, value in each.items()},
            }
            for key, each in packages.items()
        },
    }


def _in_one_place(
    request: Request,
    place: Place,
    wanted: Wanted,
    packages: Mapping[str, Package],
    outcomes: Sequence[str],
    progress: Progress,
) -> Data:
    side, window = request.sides[0], request.windows[wanted.over]
    assert window is not None
    plan = request.plan_of_one(side, place)
    settled = {address for each in packages.values() for address in each}
    draws = [
        {address: value for address, value in each.items() if address not in settled}
        for each in answer.draws_of(request, side, place)
    ]
    asked = Asked(
        plan=plan, packages=packages, outcomes=outcomes, window=window,
        replicates=request.replicates, draws=draws, threads=request.threads, pairs=wanted.pairs,
    )  # fmt: skip
    found = questions.measure(asked, progress.one_more)
    return {
        "place": place.id,
        "residents": plan.residents,
        "outcomes": {key: _outcome(found, key, wanted.pairs, packages) for key in outcomes},
    }


def _outcome(found: Measured, outcome: str, pairs: bool, packages: Mapping[str, Package]) -> Data:
    """What each question does alone and last, best first; pairs by the size of their interplay."""
    alone = {key: found.alone(outcome, key) for key in found.keys}
    last = {key: found.last(outcome, key) for key in found.keys}
    data: Data = {
        "unit": OUTCOMES[outcome].unit.key,
        "better": OUTCOMES[outcome].better,
        "margin": number(OUTCOMES[outcome].margin),
        "together": _effect(outcome, found.together(outcome)),
        "first": {
            "alone": questions.binds_first(outcome, alone),
            "last": questions.binds_first(outcome, last),
        },
        "alone": _sorted(outcome, alone),
        "last": _sorted(outcome, last),
        "pairs": None,
    }
    if pairs:
        rows: list[Data] = [
            {"questions": list(pair), "shared": list(questions.shared(packages, pair))}
            | _effect(outcome, found.interplay(outcome, pair))
            for pair in combinations(found.keys, 2)
        ]
        data["pairs"] = sorted(rows, key=lambda row: -abs(row["median"] or 0.0))
    return data


def _sorted(outcome: str, found: Mapping[str, Effect]) -> list[Data]:
    rows = [{"question": key} | _effect(outcome, effect) for key, effect in found.items()]
    worth = {key: questions.worth(outcome, effect) for key, effect in found.items()}
    return sorted(rows, key=lambda row: -worth[row["question"]] if row["n"] else 0.0)


def _effect(outcome: str, effect: Effect) -> Data:
    said = effects.verdict(effect)
    return {
        "n": effect.n,
        "median": number(effect.median),
        "p05": number(effect.p05),
        "p95": number(effect.p95),
        "times_better": questions.times_better(outcome, effect),
        "higher": effect.b_higher,
        "lower": effect.b_lower,
        "within_margin": effect.within_margin,
        "verdict": {"id": said.id, "direction": said.direction, "count": said.count},
    }
