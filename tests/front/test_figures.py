"""The figures that are taken along: each side, the pairs, and what was run."""

from __future__ import annotations

import csv

import numpy as np

from experiments import effects, live, picture, simulation
from experiments.front import figures
from experiments.front.desk import asked
from experiments.front.shapes import Question, Side
from model.outcomes import OUTCOMES

QUESTION = Question("doorsnee", Side("as_it_is_now"), Side("more_team_hours"), 2, 1)


def test_each_side_has_its_windows_and_exact_counts_are_told_apart_from_clear_ones():
    question, sides = asked(QUESTION), []
    weeks, both = question.weeks, (question.values_a, question.values_b)
    windows = picture.windows(weeks, *both)
    for values in both:
        plan = simulation.plan("doorsnee", values, residents=200, weeks=weeks)
        runs = [picture.of(simulation.run(plan, n), windows) for n in range(2)]
        sides.append(picture.together(runs, weeks, windows))
    answer = live.Snapshot(question, "done", "", 2, 2, np.arange(2), *sides)
    text = figures.table(QUESTION, answer, "0", "nl")
    assert "8 histories" in text
    rows = [*csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))]
    found = [row for row in rows if row["outcome"] == "need_any" and row["part"] == "window"]
    assert [(row["week_or_window"], row["side"]) for row in found[:3]] == [
        ("final", "a"), ("final", "b"), ("final", "b-a"),
    ]  # fmt: skip
    a, b = (side.window("need_any", "final")[:, 0] for side in sides)
    assert float(found[0]["median"]) == float(f"{np.median(a):.6g}")
    effect = effects.paired(a, b, OUTCOMES["need_any"].margin)
    pairs = {key: int(found[2][key]) for key in (*figures.HEAD[9:],)}
    assert pairs["b_higher"] == effect.b_higher
    assert pairs["b_clearly_higher"] == effect.clearly_higher
    assert sum(list(pairs.values())[:3]) == sum(list(pairs.values())[3:]) == 2
