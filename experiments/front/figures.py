"""The figures of an answer as CSV, in long form, with a heading that says what was run."""

from __future__ import annotations

import csv
import io

import numpy as np

from experiments import effects, live
from experiments.front import worlds
from experiments.front.shapes import Question
from experiments.front.stories import places, scenarios
from model.beginning import HISTORIES
from model.outcomes import OUTCOMES

NOTE = {"nl": "Denkmodel, geen voorspelling", "en": "A thinking model, not a forecast"}
HEAD = (
    *("outcome", "name", "unit", "part", "week_or_window", "side"),
    *("median", "p05", "p95", "b_higher", "b_lower", "equal"),
    *("b_clearly_higher", "b_clearly_lower", "within_margin"),
)
NO_PAIRS = ("",) * 6
"""What stands in the columns of counts for one side alone."""
QUANTILES = (0.5, 0.05, 0.95)


def table(question: Question, answer: live.Snapshot, version: str, language: str) -> str:
    """The whole file as text."""
    file = io.StringIO()
    for line in heading(question, answer, version, language):
        file.write(f"# {line}\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    for key, outcome in OUTCOMES.items():
        start = (key, outcome.name(language), outcome.unit.key)
        for side, runs in (("a", answer.a), ("b", answer.b)):
            spread = effects.quantiles(runs.over_time(key), QUANTILES)
            for point, week in enumerate(runs.weeks):
                row = [_written(value) for value in spread[:, point]]
                writer.writerow([*start, "quarter", int(week), side, *row, *NO_PAIRS])
        for window in answer.a.windows:
            a, b = (side.window(key, window.name)[:, 0] for side in (answer.a, answer.b))
            for side, values in (("a", a), ("b", b)):
                row = [_written(value) for value in effects.quantiles(values, QUANTILES)]
                writer.writerow([*start, "window", window.name, side, *row, *NO_PAIRS])
            effect = effects.paired(a, b, outcome.margin)
            row = [_written(value) for value in (effect.median, effect.p05, effect.p95)]
            count = [effect.b_higher, effect.b_lower, effect.equal]
            count += [effect.clearly_higher, effect.clearly_lower, effect.within_margin]
            writer.writerow([*start, "window", window.name, "b-a", *row, *count])
    return file.getvalue()


def heading(question: Question, answer: live.Snapshot, version: str, language: str) -> list[str]:
    """What was run, and what it is not."""
    place = next(each for each in places() if each.key == question.place)
    named = {each.key: each.name(language) for each in scenarios()}
    lines = [
        f"{NOTE[language]}.",
        f"Samenspel {version}; seed {question.seed}; {answer.runs_done} runs; {worlds.WEEKS} weeks",
        f"runs start in turn from {HISTORIES} histories of the place",
        "windows: " + ", ".join(f"{w.name}={w.begin}:{w.end}" for w in answer.a.windows),
        "b_higher, b_lower and equal count every difference; b_clearly_higher and b_clearly_lower "
        "only one of at least the smallest difference that matters, as the page does",
        f"place: {place.key} ({place.name(language)}); {place.meaning(language)}",
    ]
    for name, side in (("A", question.a), ("B", question.b)):
        lines.append(f"{name}: {side.scenario} ({named[side.scenario]})")
        lines += [f"{name}: {address}={value:.12g}" for address, value in side.values]
    lines += [f"price: {address}={value:.12g}" for address, value in question.prices]
    differing = worlds.differences(question)
    lines += [f"differs: {d.name[language]}: {d.a[language]} | {d.b[language]}" for d in differing]
    return lines


def _written(value: float) -> str:
    return f"{value:.6g}" if np.isfinite(value) else ""
