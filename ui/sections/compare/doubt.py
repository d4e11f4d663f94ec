"""Does it hold: the same comparison, with every number that nobody knows drawn anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import solara

from experiments.uncertainty import ENSEMBLE, PRIORS
from ui import words
from ui.compare.memory import Answer, Memory, lettered
from ui.compare.provider import Doubt, Snapshot
from ui.controls import Choice, Fold, Press
from ui.families import first_outcomes, in_order
from ui.markup import paragraph, section
from ui.provider import HALF_FROM, Counts, Outcome, Provider
from ui.sections.compare.choose import side_name

WAYS = ("higher", "within", "lower")


@solara.component_vue("grid.vue", vuetify=False)
def _Grid(caption: str, head: list[str], rows: list[dict[str, Any]]) -> None:
    """A real table with shades."""


@solara.component
def Robust(memory: Memory, provider: Provider) -> solara.Element:
    """The grid of outcomes by scenarios, which draws were used, and a count of what holds."""
    language, answer = memory.language.value, memory.answer.value
    everything, set_everything = solara.use_state(False)
    heading = words.say("compare.doubt.heading", language)
    parts = [
        Fold(heading, language),
        paragraph(words.say("compare.doubt.lead", language)),
        *kind_of_draws(memory, provider),
    ]
    doubt = answer.snapshot.doubt if answer else None
    if answer is None or doubt is None or not doubt.counts:
        stopped = memory.stopped.value
        waiting = waits(doubt, answer.snapshot if answer else None, stopped)
        return section(
            "doubt", heading, [*parts, paragraph(words.say(waiting, language), "hint")], "card"
        )
    outcomes = shown_of(provider, memory.front.value, everything)
    rows = [grid_row(each, answer.snapshot, doubt, language) for each in outcomes]
    head = [words.say("sentence.outcome", language)]
    head += [
        f"{letter}: {side_name(provider, side, language)}"
        for letter, side in lettered(answer.comparison)[1:]
    ]
    count = {"done": doubt.draws_done, "wanted": doubt.draws_wanted}
    more = Press(
        words.say("chart.fewer" if everything else "chart.more", language),
        lambda: set_everything(not everything),
        look="quiet",
    )
    parts += [
        paragraph(words.say("compare.doubt.count", language, **count)),
        paragraph(held(answer, doubt, outcomes, language)),
        _Grid(caption=heading, head=head, rows=rows),
        paragraph(words.say("compare.doubt.legend", language), "hint"),
        paragraph(caption(answer, provider, doubt, language), "chart__caption"),
        more,
    ]
    return section("doubt", heading, parts, "card")


def shown_of(provider: Provider, front: Sequence[str], everything: bool) -> Sequence[Outcome]:
    """All outcomes, or the few that come first, those that a link put in front among them."""
    ordered, first = in_order(provider.outcomes(), front), first_outcomes(provider.outcomes())
    if everything or not front:
        return ordered if everything else first
    return ordered[: max(len(first), len(front))]


def waits(doubt: Doubt | None, snapshot: Snapshot | None, stopped: bool) -> str:
    """Which sentence says why there is no grid: it failed, was stopped, or is still to come."""
    failed = snapshot is not None and snapshot.state == "failed"
    if failed or (doubt is not None and doubt.state == "failed"):
        return "compare.doubt.failed"
    return "compare.doubt.stopped" if stopped else "compare.doubt.waiting"


def kind_of_draws(memory: Memory, provider: Provider) -> Sequence[solara.Element]:
    """What is drawn: a choice where fitted sets ship, else a sentence that they do not."""
    language, fitted = memory.language.value, provider.comparing().fitted()
    if fitted is None:
        told = [words.say(f"compare.doubt.{part}", language) for part in (PRIORS, "none_ships")]
        return [paragraph(" ".join(told), "hint")]
    kinds = [
        {"value": kind, "label": words.say(f"compare.doubt.kind.{kind}", language)}
        for kind in (PRIORS, ENSEMBLE)
    ]
    chosen = memory.comparison.value.doubt
    choice = Choice(
        "draws",
        words.say("compare.doubt.choose", language),
        kinds,
        chosen,
        lambda kind: memory.ask(replace(memory.comparison.value, doubt=kind)),
        kind="radio",
    )
    told = words.say(f"compare.doubt.{chosen}", language, sets=fitted.sets)
    return [choice, paragraph(told, "hint")]


def grid_row(outcome: Outcome, snapshot: Snapshot, doubt: Doubt, language: str) -> dict[str, Any]:
    """One outcome: for each scenario the counts of draws, beside the counts with our numbers."""
    cells = [
        cell(drawn, strip.pair.counts if strip and strip.pair else None, language)
        for drawn, strip in zip(
            doubt.counts[outcome.key], snapshot.strips[outcome.key], strict=True
        )
    ]
    return {"key": outcome.key, "name": outcome.name(language), "cells": cells}


def cell(drawn: Counts | None, now: Counts | None, language: str) -> dict[str, Any]:
    """The counts each way, the shade by the larger one, and what our own numbers say."""
    if drawn is None:
        text = words.say("sentence.nothing", language)
        return {"way": "within", "share": 0, "parts": [], "now": text}
    count = {"higher": drawn.higher, "within": drawn.within_margin, "lower": drawn.lower}
    way = drawn.direction or "within"
    parts = [
        {"way": each, "text": words.say(f"compare.doubt.{each}", language, count=count[each]),
         "most": each == drawn.direction}
        for each in WAYS
    ]  # fmt: skip
    return {"way": way, "share": count[way] / drawn.of, "parts": parts, "now": ours(now, language)}


def ours(now: Counts | None, language: str) -> str:
    """What the runs with our numbers say, in a word and its count."""
    if now is None:
        return words.say("compare.doubt.ours.early", language)
    if not now.direction:
        return words.say("compare.doubt.ours.none", language)
    count = now.higher if now.direction == "higher" else now.lower
    said = f"compare.doubt.ours.{now.direction}"
    return words.say(said, language, count=count, of=now.of)


def held(answer: Answer, doubt: Doubt, outcomes: Sequence[Outcome], language: str) -> str:
    """How many of the clear differences are as clear, and the same way, when numbers are drawn."""
    if doubt.draws_done < HALF_FROM:
        return words.say("compare.doubt.too_few", language, least=HALF_FROM)
    ways = [
        (strip.pair.counts.direction, drawn.direction if drawn else "")
        for outcome in outcomes
        for strip, drawn in zip(
            answer.snapshot.strips[outcome.key], doubt.counts[outcome.key], strict=True
        )
        if strip is not None and strip.pair is not None
    ]
    clear = [(now, then) for now, then in ways if now]
    same = sum(now == then for now, then in clear)
    gone = sum(not then for _, then in clear)
    turned = len(clear) - same - gone
    told = {"all": len(ways), "clear": len(clear), "same": same, "gone": gone, "turned": turned}
    return words.say("compare.doubt.held" if clear else "compare.doubt.nothing", language, **told)


def caption(answer: Answer, provider: Provider, doubt: Doubt, language: str) -> str:
    """Draws, runs, seed, version and warning."""
    return " · ".join(
        (
            words.say(f"compare.doubt.kind.{doubt.kind}", language),
            words.say("compare.doubt.draws", language, draws=doubt.draws_done),
            words.say("compare.strips.pairs", language, runs=answer.snapshot.runs_done),
            words.say("chart.seed", language, seed=answer.comparison.seed),
            words.say("chart.version", language, version=provider.version),
            words.say("badge", language),
        )
    )
