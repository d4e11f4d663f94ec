"""What tables for people are made of; everything in them is also in the JSON."""

from __future__ import annotations

from typing import Any

from rich.markup import escape

from experiments.command_line import speech
from experiments.command_line.output import console
from experiments.command_line.provenance import extra_in_all
from experiments.command_line.request import Request
from experiments.command_line.shown import numeral, short, whole
from experiments.command_line.speech import language, say
from model.clock import YEAR
from model.place_facts import NATIONAL

Data = dict[str, Any]
FACT_NAMES = {key: level.name for key, level in NATIONAL.items()}
WINDOWS = {
    "final": ("het laatste jaar", "the last year"),
    "during": ("de tijd met extra geld", "the time with extra money"),
    "after": ("de tijd na het extra geld", "the time after extra money"),
}
_ASKED = {
    "set": ("gezet", "set"),
    "set_a": ("gezet in A", "set in A"),
    "set_b": ("gezet in B", "set in B"),
    "without": ("zonder", "without"),
    "place": ("plek", "place"),
    "residents": ("nagebootste bewoners", "simulated residents"),
    "weeks": ("weken", "weeks"),
    "windows": ("vensters", "windows"),
    "by": ("verdeeld naar", "by"),
    "uncertainty": ("onzekerheid", "uncertainty"),
    "draws": ("trekkingen", "draws"),
}
"""What a table says of the request, in the words of people; runs and luck are told beside it."""
_CHECKS = {"euros": ("euro's", "euros"), "hours": ("uren", "hours"), "people": ("mensen", "people")}


def band(told: Data | None) -> str:
    """A median with the band in which nine of ten runs lie."""
    if not told or told["median"] is None:
        return "–"
    return f"{short(told['median'])}  [dim]{short(told['p05'])} – {short(told['p95'])}[/]"


def heading(request: Request, place: Data, data: Data) -> None:
    """What stands above a table: what was run, the money, the place, and what this is."""
    out = console()
    titles = [speech.told(side.scenario.title) for side in request.sides]
    if len(titles) == 2:
        out.print(f"\n[bold]A: {escape(titles[0])}   B: {escape(titles[1])}[/]")
        sums = [extra_in_all(request, side) for side in request.sides]
        out.print(money(sums[0], sums[1]))
    else:
        out.print(f"\n[bold]{escape(titles[0])}[/]")
    _money_ended(request)
    facts = place["place_data"]
    out.print(
        f"{escape(facts['name'][language()])}: {whole(facts['population'])} "
        f"{say('bewoners', 'residents')}, {whole(place['residents'])} "
        f"{say('nagebootst', 'simulated')}; {facts['coverage'][language()]}"
    )
    out.print(f"[bold]{data['note'][language()]}[/]\n")


def _money_ended(request: Request) -> None:
    """Say of which sides the extra money has ended before the last year begins."""
    last = max(0, request.weeks - YEAR)
    over = [
        side.label.upper()
        for side in request.sides
        if extra_in_all(request, side) > 0.0 and side.at("spending.end") <= last
    ]
    if over:
        sides = say(" en ", " and ").join(over)
        asked = say("--window geld=VAN:TOT", "--window money=FROM:TO")
        console().print(
            "[yellow]"
            + say(
                f"In het laatste jaar is het extra geld van {sides} op; met {asked} en --json "
                "kijk je naar een andere tijd.",
                f"In the last year the extra money of {sides} has ended; {asked} with --json "
                "looks at another time.",
            )
            + "[/]"
        )


def money(a: float, b: float) -> str:
    """Whether both sides spend the same extra money, and how much each spends."""
    same = say("evenveel extra geld", "the same extra money")
    if a != b:
        same = say("NIET evenveel extra geld", "NOT the same extra money")
    each = say("euro per bewoner in totaal", "euros for each resident in all")
    return f"{same}: A {short(a)}, B {short(b)} {each}"


def footing(request: Request, data: Data, place: Data) -> None:
    """What stands below a table: what was asked, how many runs, and what was checked."""
    console().print(f"[dim]{escape(_asked(request))}[/]")
    version = say("versie", "version")
    seed = say("toevalsreeks", "seed")
    said = f"{data['replicates']} {_runs()}, {seed} {data['seed']}, {version} {data['version']}"
    if data["draws"]:
        said += f", {data['draws']} " + say("trekkingen van wat niet bekend is",
                                            "draws of what is not known")  # fmt: skip
        facts = ", ".join(FACT_NAMES[key].say(language()) for key in place["facts_drawn"])
        if facts:
            said += "; " + say("ook van deze plek: ", "of this place too: ") + facts
    console().print(f"[dim]{said}; {data['note'][language()]}[/]")
    console().print(
        say(
            f"[dim]de doorrekeningen beginnen om beurten bij {data['histories']} "
            "geschiedenissen van de plek[/]",
            f"[dim]runs start in turn from {data['histories']} histories of the place[/]",
        )
    )
    if "check" in place:
        errors = ", ".join(
            f"{say(*_CHECKS[of])} {numeral(f'{value:.3g}')}" for of, value in place["check"].items()
        )
        console().print(say("grootste fout in een week", "largest weekly error") + f": {errors}")
    if "timing" in data:
        timing = data["timing"]
        each = (
            numeral(f"{timing['seconds_per_run']:.2f}")
            + " s "
            + say("per doorrekening", "for each run")
        )
        console().print(f"{numeral(format(timing['seconds'], '.1f'))} s, {each}")


def _asked(request: Request) -> str:
    """What was asked for on top of the scenarios, so that a table can be made again."""
    asked = request.asked()
    shown = {key: asked[key] for key in _ASKED if key in asked}
    nothing = say("geen", "none")
    return "; ".join(
        f"{say(*_ASKED[key])}: {nothing if value in (None, 'none') else value}"
        for key, value in shown.items()
    )


def window(key: str) -> str:
    """What a window is called; one of the visitor's own by its key."""
    return say(*WINDOWS.get(key, (key, key)))


def _runs() -> str:
    return say("doorrekeningen", "runs")
