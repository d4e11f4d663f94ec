"""The command ``explain``: which mechanisms make B differ from A, as data and as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rich.markup import escape
from rich.table import Table

from experiments import effects
from experiments.audits.report import HEADLINES
from experiments.command_line import answer
from experiments.command_line import request as requests
from experiments.command_line.output import as_json, console, number
from experiments.command_line.progress import Progress
from experiments.command_line.reader import MECHANISMS_LISTED, OUTCOMES_LISTED, Reader
from experiments.command_line.registries import words
from experiments.command_line.request import Options, Request
from experiments.command_line.shown import short
from experiments.command_line.speech import language, name, say, told
from experiments.command_line.tables import window
from experiments.explaining import explanation, shares, worlds
from experiments.explaining.explanation import Explanation, Screening
from experiments.explaining.words import rule_of
from experiments.explaining.worlds import Worlds
from experiments.version import NOTE, version
from model.outcomes import OUTCOMES
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused

Data = dict[str, Any]
CLEAR = 2.0
"""Standard errors that a contribution must be away from nothing to be told apart from it."""

HELD = Text(
    "Een mechanisme dat eruit gaat, gaat er aan beide kanten uit, ook vóór week 0: A en B beginnen "
    "dan samen in een andere wereld. Aandelen gaan over dit model, niet over de wijk.",
    "A mechanism that is taken out is taken out on both sides, before week 0 too: A and B then "
    "begin together in another world. Shares speak of this model, not of the neighbourhood.",
)


@dataclass(frozen=True)
class Wanted:
    """What was typed for this command alone."""

    outcomes: Sequence[str] = ()
    mechanisms: Sequence[str] = ()
    permutations: str = "4"
    over: str = "final"


def explain(a: str, b: str, options: Options, wanted: Wanted, json: bool) -> int:
    """Split the difference between A and B over mechanisms and show it."""
    request = requests.read([a, b], options)
    outcomes, named, permutations = _read(request, wanted)
    with Progress(2 * request.replicates * (len(named) + 1)) as progress:
        here = _worlds(request, wanted.over, outcomes, named, progress)
        screening = explanation.screen(here)
        orders = explanation.plan(screening.weighed, permutations, request.seed)
        progress.wanted += 2 * request.replicates * _sets_left(here, screening, orders)
        last = _as_far_as_it_goes(here, screening, permutations, request.seed)
    data = _data(request, wanted.over, here, last)
    if json:
        as_json(data)
    else:
        _show(data)
    return 0


def _read(request: Request, wanted: Wanted) -> tuple[list[str], list[str], int]:
    """The outcomes, mechanisms and number of orders; Refused with every fault."""
    reader, possible = Reader(), worlds.players(request.off)
    keys = reader.words("--outcome", wanted.outcomes)
    mechanisms = reader.words("--mechanism", wanted.mechanisms)
    outcomes = [reader.one_of("--outcome", key, list(OUTCOMES), OUTCOMES_LISTED) for key in keys]
    named = [reader.one_of("--mechanism", key, possible, MECHANISMS_LISTED) for key in mechanisms]
    permutations = reader.whole("--permutations", wanted.permutations, 1, 1000)
    there = [key for key, window in request.windows.items() if window]
    reader.one_of("--over", wanted.over, there)
    if len(request.places) > 1:
        problem = Both("one place at a time", "één plek tegelijk")
        allowed = Both("--place once", "--place één keer")
        reader.faults.append(Fault("--place", request.places[1].id, allowed, None, problem))
    if reader.faults:
        raise Refused(reader.faults)
    outcomes = list(dict.fromkeys(outcomes)) or list(HEADLINES)
    return outcomes, list(dict.fromkeys(named)) or list(possible), permutations


def _worlds(
    request: Request, over: str, outcomes: list[str], named: list[str], progress: Progress
) -> Worlds:
    place, window = request.places[0], request.windows[over]
    assert window is not None
    plans = [request.plan_of_one(side, place) for side in request.sides]
    draws = [answer.draws_of(request, side, place) for side in request.sides]
    return Worlds(
        a=plans[0], b=plans[1], players=named, outcomes=outcomes, window=window,
        replicates=request.replicates, draws=(draws[0], draws[1]), threads=request.threads,
        on_run=progress.one_more,
    )  # fmt: skip


def _sets_left(here: Worlds, screening: Screening, orders: Sequence[shares.Order]) -> int:
    """How many worlds are still to be run after the screening."""
    idle = frozenset(screening.idle)
    needed = shares.needed(screening.weighed, orders)
    return sum(present | idle not in here.known for present in needed)


def _as_far_as_it_goes(
    here: Worlds, screening: Screening, permutations: int, seed: int
) -> Explanation:
    """The explanation over all orders, or over those that were tried when Ctrl+C was pressed."""
    last: Explanation | None = None
    try:
        for further in explanation.explain(here, screening, permutations, seed):
            last = further
    except KeyboardInterrupt:
        if last is None:
            raise
    assert last is not None
    return last


def _data(request: Request, over: str, here: Worlds, last: Explanation) -> Data:
    """The whole answer for machines."""
    return {
        "version": version(),
        "note": words(NOTE),
        "held": words(HELD),
        "scenario_a": request.sides[0].scenario.key,
        "scenario_b": request.sides[1].scenario.key,
        "place": request.places[0].id,
        "residents": here.a.residents,
        "replicates": request.replicates,
        "seed": request.seed,
        "weeks": request.weeks,
        "uncertainty": request.uncertainty,
        "without": list(request.off),
        "window": {"name": over, "weeks": [here.window.begin, here.window.end]},
        "orders": {"tried": last.tried, "wanted": last.wanted, "exact": last.split.exact},
        "mechanisms": {key: _mechanism(here, key) for key in here.players},
        "screened_out": list(last.screening.idle),
        "outcomes": {key: _outcome(last, key, column) for column, key in enumerate(here.outcomes)},
    }


def _mechanism(here: Worlds, key: str) -> Data:
    rule = rule_of(key)
    return {
        "name": {"nl": rule.name("nl"), "en": rule.name("en")},
        "meaning": {"nl": rule.meaning("nl"), "en": rule.meaning("en")},
        "set_differently": list(worlds.set_differently(here.a, here.b, key)),
    }


def _outcome(last: Explanation, key: str, column: int) -> Data:
    """The split of one outcome; contributions and remainder add up to the difference."""
    split, effect = last.split, last.screening.effects[key]
    said = effects.verdict(effect)
    whole = float(split.difference[column])
    rows = [_row(last, key, column, mechanism) for mechanism in split.shares]
    rows.sort(key=lambda row: -abs(row["contribution"] or 0.0))
    return {
        "unit": OUTCOMES[key].unit.key,
        "margin": number(OUTCOMES[key].margin),
        "difference": number(whole),
        "n": int(split.pairs[column]),
        "verdict": {"id": said.id, "direction": said.direction, "count": said.count, "n": said.n},
        "contributions": rows,
        "remainder": _part(split.remainder[column], whole),
        "together": _part(split.together[column], whole),
        "screened_out": {
            mechanism: number(last.screening.goes[mechanism][column])
            for mechanism in last.screening.idle
        },
    }


def _row(last: Explanation, key: str, column: int, mechanism: str) -> Data:
    share, whole = last.split.shares[mechanism], float(last.split.difference[column])
    mean, error = float(share.mean[column]), float(share.error[column])
    alone = float(share.alone[column])
    return {
        "mechanism": mechanism,
        "contribution": number(mean),
        "share": _part(mean, whole)["share"],
        "error": number(error),
        "clear": bool(abs(mean) > CLEAR * np.nan_to_num(error, nan=np.inf)),
        "alone": number(alone),
        "only_with_others": number(mean - alone),
        "goes_without_it": number(last.screening.goes[mechanism][column]),
    }


def _part(value: float, whole: float) -> Data:
    share = value / whole if whole else float("nan")
    return {"value": number(value), "share": number(share)}


_COLUMNS = {
    "nl": ("mechanisme", "bijdrage", "±", "aandeel", "alleen", "samen", "weg zonder"),
    "en": ("mechanism", "contribution", "±", "share", "alone", "together", "goes without"),
}


def _show(data: Data) -> None:
    out = console()
    out.print(f"[bold]{data['scenario_a']} → {data['scenario_b']}[/], {data['place']}")
    for key, split in data["outcomes"].items():
        unit = OUTCOMES[key].unit.label(language())
        said = f"[bold]{name(OUTCOMES[key])}[/] [dim]{unit}[/]"
        said += f": B − A {short(split['difference'])}"
        if abs(split["difference"] or 0.0) < split["margin"]:
            small = say("kleiner dan wat ertoe doet", "smaller than what matters")
            out.print(f"\n{said}; [dim]{small}[/]")
            continue
        out.print(f"\n{said}")
        out.print(_table(data, split))
    _footing(data)


def _table(data: Data, split: Data) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in _COLUMNS[language()]:
        table.add_column(title)
    for row in split["contributions"]:
        mechanism = data["mechanisms"][row["mechanism"]]
        style = "" if row["clear"] else "dim"
        mark = " *" if mechanism["set_differently"] else ""
        cells = (f"{row['mechanism']}{mark}  [dim]{escape(mechanism['name'][language()])}[/]",
                 short(row["contribution"]), short(row["error"]), _percent(row["share"]),
                 short(row["alone"]), short(row["only_with_others"]),
                 short(row["goes_without_it"]))  # fmt: skip
        table.add_row(*cells, style=style)
    left = say("zonder al deze mechanismen", "without any of these mechanisms")
    rest = split["remainder"]
    table.add_row(f"[italic]{left}[/]", short(rest["value"]), "", _percent(rest["share"]))
    both = say("van de bijdragen: alleen samen", "of the contributions: only together")
    part = split["together"]
    table.add_row(f"[italic]{both}[/]", f"({short(part['value'])})", "", _percent(part["share"]))
    return table


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _footing(data: Data) -> None:
    out, orders = console(), data["orders"]
    tried = say("alle volgorden", "all orders") if orders["exact"] else (
        f"{orders['tried']} {say('volgorden', 'orders')}"
    )  # fmt: skip
    runs = say("paren", "pairs")
    out.print(f"\n[dim]{data['replicates']} {runs}, {tried}, {data['residents']} "
              f"{say('bewoners', 'residents')}, {window(data['window']['name'])}[/]")  # fmt: skip
    idle = ", ".join(data["screened_out"]) or say("geen", "none")
    alone = say("alleen eruit gehaald zonder invloed, dus niet gewogen",
                "taken out alone without influence, so not weighed")  # fmt: skip
    out.print(f"[dim]{alone}: {idle}[/]")
    if any(row["set_differently"] for row in data["mechanisms"].values()):
        mark = say(
            "* A en B stellen dit verschillend in: zonder het mechanisme vervalt dat",
            "* A and B set this differently: without the mechanism that is gone",
        )
        out.print(f"[dim]{mark}[/]")
    grey = say("grijs: niet van toeval te onderscheiden", "grey: cannot be told from chance")
    out.print(f"[dim]{grey}. {told(HELD)} {data['note'][language()]}[/]")
