"""The net of a budget is worked out run by run, and never without the two that it is made of."""

import numpy as np
import pytest

from experiments import live, picture
from experiments.front import answering, desk
from experiments.front.answering import Snapshot
from experiments.front.shapes import Question, Side

QUESTION = Question("doorsnee", Side("as_it_is_now"), Side("more_team_hours"), 30, 1)


def answered(spent: float, spared: float, runs: int = 30) -> live.Snapshot:
    """Runs in which every budget of B spends and is spared so much more, with luck as in A."""
    question = desk.asked(QUESTION)
    windows = picture.windows(question.weeks, question.values_a, question.values_b)
    columns = picture.GROUP_COUNT * (len(picture.points(question.weeks)) + len(windows))
    a = np.random.default_rng(1).random((runs, len(picture.ROWS), columns)) * 100
    b = a.copy()
    for key, row in picture.ROWS.items():
        b[:, row] += spent * key.startswith("cost_") + spared * key.startswith("saved_")
    sides = [picture.together(list(side), question.weeks, windows) for side in (a, b)]
    return live.Snapshot(question, "running", "", runs, runs, np.arange(runs), *sides)


@pytest.mark.parametrize(
    ("spent", "spared", "direction"), [(5, 9, "higher"), (9, 5, "lower"), (5, 5.5, "")]
)
def test_who_is_spared_more_than_it_spends_more_is_better_off(spent, spared, direction):
    """Each for itself A and B vary by a hundred; the pairs differ by exactly so much."""
    for budget in Snapshot(QUESTION, answered(spent, spared)).budgets:
        assert budget.net is not None
        assert budget.spared is not None
        assert budget.net.counts.direction == direction
        assert budget.net.difference.median == pytest.approx(spared - spent)
        assert budget.net.difference.low == pytest.approx(spared - spent)
        assert (budget.net_since is not None) is bool(direction)


def test_all_budgets_together_have_a_net_too_and_stand_last():
    budgets = Snapshot(QUESTION, answered(5, 9)).budgets
    assert [each.total for each in budgets] == [*[False] * (len(budgets) - 1), True]
    assert budgets[-1].net is not None


def test_a_group_too_small_to_speak_of_has_no_net_either(monkeypatch):
    few = {"least": 99, "middle": 100, "most": 2000}
    monkeypatch.setattr(answering, "sizes", lambda question, by: few)
    groups = Snapshot(QUESTION, answered(5, 9)).divisions["disadvantage"].groups
    assert [each.net is None for each in groups] == [True, False, False]
    assert groups[0].pictures is None


def test_before_there_are_runs_enough_nothing_is_noticed_from_any_quarter():
    early = Snapshot(QUESTION, answered(5, 9, runs=5))
    assert early.since("cost_total") is None
    assert early.budgets == []
    assert Snapshot(QUESTION, answered(5, 9)).since("cost_total") == 1
