"""Effects: what differs between B and A with the same luck, in how many runs and in which worlds.

A world is a place with one set of factors (one point of the design). Counts are told over pairs
of runs, and over worlds, where the mean over replicates speaks for the world. Contexts are thirds
of the worlds along one factor: where B wins may depend on where you stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd

from experiments import effects
from experiments.analysis import found, guards, names, origin, reading
from experiments.analysis.found import Found
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Column, Frame, tabled
from model.place_facts import Text

KIND = "effects"
EVERYWHERE, PLACE = "all", "place"
WORLD = ("place", "point")
THIRDS = ("low", "middle", "high")
TURNS_FROM = 0.2
"""How much the share of worlds that B wins must differ between parts to be told; chosen."""


def compare(
    results: Results,
    about: Subject,
    contexts: Sequence[str] | None = None,
    leave_out: bool = False,
) -> Found:
    """The effect of going from A to B, on the whole and in each part of each context.

    ``contexts`` are factors; without, all that vary. Raises Refused for a study that is not whole.
    """
    frame = reading.differences(results, about)
    frame, gone = guards.whole(frame, results, leave_out=leave_out)
    chosen = list(contexts if contexts is not None else results.factors)
    rows = [_row(about, EVERYWHERE, "", frame, frame)]
    for context, part, told in _parts(frame, chosen):
        rows.append(_row(about, context, part, told, frame))
    table = tabled(rows)
    said = (*_said(about, table), *found.left_out(gone, "pairs of runs", "paren doorrekeningen"))
    asked = origin.options(leave_out, context=None if contexts is None else tuple(contexts))
    runs = 2 * len(frame)
    return Found(KIND, about, table, said, runs, gone, found.made_by(results), asked=asked)


def _parts(frame: Frame, chosen: Sequence[str]) -> Iterator[tuple[str, str, Frame]]:
    """The parts of each context that splits the worlds."""
    if len(set(frame[PLACE])) > 1:
        for place, told in frame.groupby(PLACE, sort=True):
            yield PLACE, str(place), told
    worlds = frame.drop_duplicates(list(WORLD))
    for context in chosen:
        part = thirds(frame[context], worlds[context])
        if len(set(part)) > 1:
            for name in part.cat.categories:
                told = frame[part == name]
                if len(told):
                    yield context, str(name), told


def thirds(values: Column, of: Column) -> Column:
    """In which part each value lies: thirds of ``of``, or its values if these are three or fewer.

    The limits of a third are quantiles, so that each holds about as many worlds.
    """
    seen = np.sort(of.unique())
    if len(seen) <= len(THIRDS):
        names = [f"{value:g}" for value in seen]
        told = values.map(dict(zip(seen, names, strict=True)))
        return told.astype(pd.CategoricalDtype(names, ordered=True))
    limits = np.quantile(of, [1 / 3, 2 / 3])
    number = np.searchsorted(limits, values.to_numpy(), side="left")
    told = pd.Series(np.array(THIRDS)[number], index=values.index)
    return told.astype(pd.CategoricalDtype(list(THIRDS), ordered=True))


def _row(about: Subject, context: str, part: str, told: Frame, frame: Frame) -> dict[str, Any]:
    effect = effects.paired(told["a"], told["b"], about.margin)
    verdict = effects.verdict(effect)
    means = told.groupby(list(WORLD))["value"].mean().to_numpy()
    margin = about.margin
    higher = int(((means > 0) & (means >= margin)).sum())
    lower = int(((means < 0) & (means <= -margin)).sum())
    ends: tuple[float, float] = (np.nan, np.nan)
    if context in frame and context != PLACE:
        ends = float(told[context].min()), float(told[context].max())
    counted = asdict(effect)
    return {
        "outcome": about.outcome,
        "window": about.window,
        "a": about.a,
        "b": about.b,
        "context": context,
        "part": part,
        "from": ends[0],
        "to": ends[1],
        "worlds": len(means),
        "worlds_b_higher": higher,
        "worlds_b_lower": lower,
        "worlds_about_equal": len(means) - higher - lower,
        "pairs": counted.pop("n"),
        **counted,
        "verdict": verdict.id,
        "direction": verdict.direction,
    }


def _said(about: Subject, table: Frame) -> tuple[Text, ...]:
    whole = table.iloc[0]
    first, low, high = (found.short(float(whole[key])) for key in ("median", "p05", "p95"))
    up, down, n = whole["clearly_higher"], whole["clearly_lower"], whole["pairs"]
    a, b = _sides(about)
    said = [
        Text(
            f"{b.nl} is hoger dan {a.nl} in {up} van {n} paren, lager in {down}, en ongeveer "
            f"gelijk in {whole['within_margin']}; middelste verschil {first.nl} ({low.nl} tot "
            f"{high.nl} in negen van de tien).",
            f"{b.en} is above {a.en} in {up} of {n} pairs, below in {down}, and about equal "
            f"in {whole['within_margin']}; middle difference {first.en} ({low.en} to {high.en} in "
            "nine of ten).",
        )
    ]
    if whole["worlds"] > 1:
        said.append(_over_worlds(about, whole))
        said += _turns(about, table)
    return tuple(said)


def _sides(about: Subject) -> tuple[Text, Text]:
    """What A and B are called in a sentence."""
    first, second = (names.quoted(about.names.scenario(str(each))) for each in (about.a, about.b))
    return first, second


def _over_worlds(about: Subject, whole: Column) -> Text:
    a, b = _sides(about)
    up, down, m = whole["worlds_b_higher"], whole["worlds_b_lower"], whole["worlds"]
    return Text(
        f"Over werelden: {b.nl} boven {a.nl} in {up} van {m} werelden, eronder in {down}.",
        f"Over worlds: {b.en} above {a.en} in {up} of {m} worlds, below in {down}.",
    )


def turning(table: Frame) -> Column:
    """By context how much the share of worlds that B is above differs between parts, most first."""
    parts = table[table["context"] != EVERYWHERE]
    share = parts["worlds_b_higher"] / parts["worlds"]
    return share.groupby(parts["context"]).agg(np.ptp).sort_values(ascending=False)


def _turns(about: Subject, table: Frame) -> list[Text]:
    """The context along which the share of worlds that B is above changes most, when it does."""
    spread = turning(table)
    if spread.empty:
        return []
    if spread.iloc[0] < TURNS_FROM:
        return [
            Text(
                "In elk deel van de werelden is dat ongeveer even vaak.",
                "It is about as often in each part of the worlds.",
            )
        ]
    context = str(spread.index[0])
    of = table[table["context"] == context]
    rows = [(_part(about, context, str(r.part)), r.worlds_b_higher, r.worlds)
            for r in of.itertuples()]  # fmt: skip
    nl = ", ".join(f"{part.nl}: {up} van {m}" for part, up, m in rows)
    en = ", ".join(f"{part.en}: {up} of {m}" for part, up, m in rows)
    on = names.quoted(about.names.factor(context))
    return [
        Text(f"Het hangt het meest af van {on.nl} ({nl}).", f"It depends most on {on.en} ({en}).")
    ]


def _part(about: Subject, context: str, part: str) -> Text:
    """A part of the worlds in words: a place by name, a third as low, middle or high."""
    if context == PLACE:
        return about.names.place(part)
    return Text({"low": "laag", "middle": "midden", "high": "hoog"}.get(part, part), part)
