"""The comparison of each outcome, in words and in counts of runs."""

from __future__ import annotations

from dataclasses import replace

import solara

from ui import words
from ui.controls import Choice, Fold, Press, Table
from ui.families import first_outcomes
from ui.markup import paragraph, section
from ui.memory import Answer, Memory
from ui.provider import WINDOWS, Outcome, Pair, Provider
from ui.sections.results import put_in
from ui.sections.waiting import stale
from ui.telling import apart, period_of, verdict


@solara.component
def Sentences(memory: Memory, provider: Provider) -> solara.Element:
    """For each outcome the comparison, in words and in counts of runs."""
    language, answer = memory.language.value, memory.answer.value
    everything, set_everything = solara.use_state(False)
    heading = words.say("sentence.heading", language)
    pairs = answer.snapshot.pairs if answer else {}
    window, fold = window_choice(memory, language), Fold(heading, language)
    if answer is None or not pairs:
        waiting = paragraph(words.say(no_pairs(memory.answer.value), language))
        return section("sentences", heading, [fold, window, stale(memory), waiting], "card")
    outcomes = provider.outcomes() if everything else first_outcomes(provider.outcomes())
    repeated = put_in(provider, answer.question)
    rows = [sentence_row(each, pairs[each.key], language, repeated) for each in outcomes]
    parts = ("outcome", "verdict", "difference", "margin", "runs")
    head = [words.say(f"sentence.{part}", language) for part in parts]
    more = Press(
        words.say("chart.fewer" if everything else "chart.more", language),
        lambda: set_everything(not everything),
        look="quiet",
    )
    when = period_of(answer.snapshot, provider.weeks_per_year).told(language)
    of = answer.snapshot.runs_done
    told = [words.say("sentence.paired", language, of=of, window=when)]
    if answer.snapshot.window != "final":
        told.append(words.say(f"window.over.{answer.snapshot.window}", language))
    if any(outcome.key in repeated for outcome in outcomes):
        told.append(words.say("sentence.put_in_why", language))
    paired = paragraph(" ".join(told))
    table = Table(heading, head, rows, numeric=False)
    parts = [fold, window, stale(memory), paired, table, more]
    return section("sentences", heading, parts, "card", busy=memory.is_old())


def no_pairs(answer: Answer | None) -> str:
    """Which sentence says why nothing is compared: it failed, or there are too few runs yet."""
    failed = answer is not None and answer.snapshot.state == "failed"
    return "sentence.failed" if failed else "sentence.provisional"


def window_choice(memory: Memory, language: str) -> solara.Element:
    """Over which weeks the sides are compared."""
    return Choice(
        "window",
        words.say("window.choose", language),
        [{"value": each, "label": words.say(f"window.name.{each}", language)} for each in WINDOWS],
        memory.question.value.window,
        lambda window: memory.ask(replace(memory.question.value, window=window)),
        kind="radio",
    )


def sentence_row(
    outcome: Outcome, pair: Pair | None, language: str, repeated: frozenset[str]
) -> dict[str, object]:
    """One outcome: its name, the words, the difference, and the counts behind them."""
    unit, name = outcome.unit, outcome.name(language)
    if outcome.key in repeated:
        name = words.say("sentence.put_in", language, name=name)
    margin = apart(outcome.margin, unit, language)
    if pair is None:
        nothing = words.say("sentence.nothing", language)
        return {"name": name, "cells": [nothing, "–", margin, "–"]}
    counts = pair.counts
    shares = {"higher": counts.higher, "lower": counts.lower, "within": counts.within_margin}
    bar = {
        "of": counts.of,
        "higher": counts.higher,
        "lower": counts.lower,
        "text": words.say("sentence.short", language, **shares),
    }
    middle = words.signed(
        pair.difference.median * unit.scale, language, outcome.margin * unit.scale
    )
    change = f"{middle} {unit.apart(language)}".strip()
    return {
        "name": name,
        "cells": [verdict(counts, language), change, margin, bar],
    }
