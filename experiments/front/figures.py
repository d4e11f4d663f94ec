"""The figures of an answer as CSV, in long form, with a heading that says what was run."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from experiments import effects, live
from experiments.front import worlds
from experiments.front.shapes import Question
from experiments.front.stories import place, scenarios
from model.beginning import HISTORIES
from model.outcomes import OUTCOMES

FILE = Path(__file__).parent / "codebook.yaml"
NOTE = {"nl": "Denkmodel, geen voorspelling", "en": "A thinking model, not a forecast"}
HEAD = (
    *("outcome", "name", "unit", "unit_label", "part", "week_or_window", "side"),
    *("median", "p05", "p95", "b_higher", "b_lower", "equal"),
    *("b_clearly_higher", "b_clearly_lower", "within_margin"),
)
"""The columns, named alike in every language; `name` and `unit_label` are for people."""
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
        unit = outcome.unit
        start = (key, outcome.name(language), unit.key, unit.label(language))
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
    """What was run, what it is not, and what each column holds, all in one language."""
    said, where = codebook()[language], place(question.place)
    windows = ", ".join(f"{w.name}={w.begin}:{w.end}" for w in answer.a.windows)
    made = {"version": version, "seed": question.seed, "runs": answer.runs_done}
    unfinished = [said["unfinished"].format(wanted=question.runs, **made)]
    lines = [
        f"{NOTE[language]}.",
        said["made"].format(weeks=worlds.WEEKS, **made),
        *(unfinished if answer.runs_done < question.runs else ()),
        said["histories"].format(histories=HISTORIES),
        said["windows"].format(windows=windows),
        said["place"].format(
            key=where.key, name=where.name(language), meaning=where.meaning(language)
        ),
    ]
    named = {each.key: each.name(language) for each in scenarios()}
    for name, side in (("A", question.a), ("B", question.b)):
        lines.append(f"{name}: {side.scenario} ({named[side.scenario]})")
        lines += [f"{name}: {address}={value:.12g}" for address, value in side.values]
    for address, value in question.prices:
        lines.append(said["price"].format(address=address, value=f"{value:.12g}"))
    for found in worlds.differences(question):
        told = {"a": found.a[language], "b": found.b[language]}
        lines.append(said["differs"].format(name=found.name[language], **told))
    return [*lines, said["columns"], *(f"  {column}: {said[column]}" for column in HEAD)]


@cache
def codebook() -> dict[str, dict[str, str]]:
    """The lines above the figures, by language."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _written(value: float) -> str:
    return f"{value:.6g}" if np.isfinite(value) else ""
