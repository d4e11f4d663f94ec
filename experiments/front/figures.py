"""The figures of an answer as CSV, in long form, with a heading that says what was run."""

from __future__ import annotations

import csv
import io

import numpy as np

from experiments import effects, live
from experiments.front import worlds
from experiments.front.shapes import Question
from experiments.front.stories import places, scenarios
from model.outcomes import OUTCOMES

NOTE = {"nl": "Denkmodel, geen voorspelling", "en": "A thinking model, not a forecast"}
HEAD = (
    *("outcome", "name", "unit", "part", "week_or_window", "side"),
    *("median", "p05", "p95", "b_higher", "b_lower", "within_margin"),
)


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
            spread = effects.quantiles(runs.over_time(key), (0.5, 0.05, 0.95))
            for point, week in enumerate(runs.weeks):
                row = [_written(value) for value in spread[:, point]]
                writer.writerow([*start, "quarter", int(week), side, *row, "", "", ""])
        for window in answer.a.windows:
            a, b = (side.window(key, window.name)[:, 0] for side in (answer.a, answer.b))
            effect = effects.paired(a, b, outcome.margin)
            row = [_written(value) for value in (effect.median, effect.p05, effect.p95)]
            count = [effect.b_higher, effect.b_lower, effect.within_margin]
            writer.writerow([*start, "window", window.name, "b-a", *row, *count])
    return file.getvalue()


def heading(question: Question, answer: live.Snapshot, version: str, language: str) -> list[str]:
    """What was run, and what it is not."""
    place = next(each for each in places() if each.key == question.place)
    named = {each.key: each.name(language) for each in scenarios()}
    lines = [
        f"{NOTE[language]}.",
        f"Samenspel {version}; seed {question.seed}; {answer.runs_done} runs",
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
