"""The figures that are taken along: each side, the pairs, and what was run."""

from __future__ import annotations

import csv
import re

import numpy as np
import pytest

from experiments import effects, live, picture, simulation
from experiments.front import figures
from experiments.front.desk import asked
from experiments.front.shapes import Question, Side
from model.outcomes import OUTCOMES

ENGLISH_OF_THE_HEADING = ("runs", "seed", "windows", "place", "differs", "pairs", "only", "matters")
DUTCH_OF_THE_HEADING = ("doorrekening", "plek", "venster", "verschilt", "paren", "kolommen")

QUESTION = Question("doorsnee", Side("as_it_is_now"), Side("more_team_hours"), 2, 1)


def answered() -> tuple[live.Snapshot, list[picture.Picture]]:
    """Two small pairs of runs."""
    question, sides = asked(QUESTION), []
    weeks, both = question.weeks, (question.values_a, question.values_b)
    windows = picture.windows(weeks, *both)
    for values in both:
        plan = simulation.plan("doorsnee", values, residents=200, weeks=weeks)
        runs = [picture.of(simulation.run(plan, n), windows) for n in range(2)]
        sides.append(picture.together(runs, weeks, windows))
    return live.Snapshot(question, "done", "", 2, 2, np.arange(2), *sides), sides


def test_each_side_has_its_windows_and_exact_counts_are_told_apart_from_clear_ones():
    answer, sides = answered()
    text = figures.table(QUESTION, answer, "0", "nl")
    assert "8 geschiedenissen" in text
    rows = [*csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))]
    found = [row for row in rows if row["outcome"] == "need_any" and row["part"] == "window"]
    assert [(row["week_or_window"], row["side"]) for row in found[:3]] == [
        ("final", "a"), ("final", "b"), ("final", "b-a"),
    ]  # fmt: skip
    a, b = (side.window("need_any", "final")[:, 0] for side in sides)
    assert float(found[0]["median"]) == float(f"{np.median(a):.6g}")
    effect = effects.paired(a, b, OUTCOMES["need_any"].margin)
    pairs = {key: int(found[2][key]) for key in (*figures.HEAD[10:],)}
    assert pairs["b_higher"] == effect.b_higher
    assert pairs["b_clearly_higher"] == effect.clearly_higher
    assert sum(list(pairs.values())[:3]) == sum(list(pairs.values())[3:]) == 2


@pytest.mark.parametrize(
    ("language", "foreign"), [("nl", ENGLISH_OF_THE_HEADING), ("en", DUTCH_OF_THE_HEADING)]
)
def test_the_heading_speaks_one_language_and_explains_every_column(language, foreign):
    answer, _ = answered()
    lines = figures.heading(QUESTION, answer, "0", language)
    words = {word for line in lines for word in re.findall(r"[a-z]+", line.split("=")[0].lower())}
    assert not words & set(foreign)
    for column in figures.HEAD:
        assert any(line.startswith(f"  {column}: ") for line in lines)


def test_a_script_reads_a_file_in_either_language():
    answer, _ = answered()
    files = [figures.table(QUESTION, answer, "0", language) for language in ("nl", "en")]
    read = [
        [*csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))]
        for text in files
    ]
    for dutch, english in zip(*read, strict=True):
        differing = {column for column in figures.HEAD if dutch[column] != english[column]}
        assert differing <= {"name", "unit_label"}
    assert read[0][0]["name"] != read[1][0]["name"]
