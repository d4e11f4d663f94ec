"""The figures of a comparison as CSV, with a heading that says what was run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from experiments import effects
from experiments.front import setting, worlds
from experiments.front.compared import Snapshot, Values
from experiments.front.figures import NOTE
from experiments.front.setting import LETTERS
from experiments.version import version
from model.beginning import HISTORIES
from model.outcomes import OUTCOMES

FILE = Path(__file__).parent / "ways_codebook.yaml"
HEAD = (
    *("outcome", "name", "unit", "side", "scenario", "kind", "n", "median", "p05", "p95"),
    *("clearly_higher", "clearly_lower", "within_margin", "margin", "verdict"),
)
"""The columns, named alike in every language."""


def table(snapshot: Snapshot, language: str) -> str:
    """The whole file as text: a row for each outcome, scenario, and kind of pairs."""
    file = io.StringIO()
    for line in heading(snapshot, language):
        file.write(f"# {line}\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    for key, outcome in OUTCOMES.items():
        start = (key, outcome.name(language), outcome.unit.key)
        for kind in ("runs", "draws"):
            for number, a, b in snapshot.pairs_of(key, kind):
                side = (LETTERS[number], snapshot.comparison.sides[number].scenario, kind)
                writer.writerow([*start, *side, *row(a, b, outcome.margin)])
    return file.getvalue()


def row(a: Values, b: Values, margin: float) -> Iterator[object]:
    """What the pairs of one outcome come to: size, counts, and the word that follows from them."""
    effect = effects.paired(a, b, margin)
    yield effect.n
    for size in (effect.median, effect.p05, effect.p95):
        yield f"{size:.6g}" if np.isfinite(size) else ""
    yield from (effect.clearly_higher, effect.clearly_lower, effect.within_margin)
    yield f"{margin:.6g}"
    yield effects.verdict(effect).id


def heading(snapshot: Snapshot, language: str) -> Iterator[str]:
    """What was run, what it is not, and what each column holds, all in one language."""
    asked, said = snapshot.comparison, codebook()[language]
    made = {"version": version(), "seed": asked.seed, "runs": snapshot.runs_done}
    yield f"{NOTE[language]}."
    yield said["made"].format(weeks=worlds.WEEKS, **made)
    if snapshot.runs_done < asked.runs:
        yield said["unfinished"].format(wanted=asked.runs, **made)
    yield said["histories"].format(histories=HISTORIES)
    begin, end = snapshot.period
    yield said["window"].format(window=snapshot.window, begin=begin, end=end)
    yield setting.place_line(asked.place, language)
    if snapshot.sampled:
        computed, living = snapshot.sampled
        yield said["sampled"].format(computed=computed, living=living)
    yield from setting.ways(asked.sides, asked.prices, language)
    doubt = snapshot.doubt
    if doubt is None:
        yield said["not_drawn"]
    else:
        told = {"done": doubt.draws_done, "wanted": doubt.draws_wanted, "kind": doubt.kind}
        yield said["drawn"].format(**told)
    yield said["columns"]
    yield from (f"  {column}: {said[column]}" for column in HEAD)


@cache
def codebook() -> dict[str, dict[str, str]]:
    """The lines above the figures, by language."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))
